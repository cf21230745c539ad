// Every page of Korea as a picture, both widths, languages and lights: to be looked at. Into build/studio-pictures.
//     ./dev studio pictures [WORKING-FOLDER]      a folder with runs/ of korea; without one a plan is made first
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launch, openPage, rest, root, runProgram, startStudio, workFolder } from './program.mjs';

const folder = process.argv[2] ?? workFolder();
if (!process.argv[2]) for (const scenario of ['', 'net-zero', 'self-reliance']) await runProgram(folder, ['plan', 'korea', ...(scenario ? ['--scenario', scenario] : []), '--json']);
const out = join(root, 'build/studio-pictures');
mkdirSync(out, { recursive: true });
const studio = await startStudio(folder, ['korea']);
const browser = await launch();
const netZero = (await (await fetch(`${studio.url}api/runs`)).json()).find((run) => run.scenario === 'net-zero')?.id;
const fragments = ['', 'region?region=38', 'region', 'where', 'where?region=38', 'live', 'plan', 'plan?region=38', 'compare', 'change', 'run', 'report?region=38', ...(netZero ? [`plan?run=${netZero}`, `region?region=38&run=${netZero}`] : [])];
// Words after the folder choose: only pictures whose name holds one of them.
const chosen = process.argv.slice(3);
for (const width of [1400, 390]) {
  for (const language of ['ko', 'en']) {
    for (const theme of ['light', 'dark']) {
      const { page, context, errors } = await openPage(browser, { width, language, theme });
      await page.goto(studio.address);
      for (const fragment of fragments) {
        const name = `${fragment.replace(netZero ?? '-', 'net-zero').replace(/\W+/g, '-') || 'choose'}-${width}-${language}-${theme}`;
        if (chosen.length > 0 && !chosen.some((word) => name.includes(word))) continue;
        await page.goto(`${studio.url}#/${fragment}`);
        await rest(page);
        await page.screenshot({ path: join(out, `${name}.png`), fullPage: true });
      }
      for (const error of errors) console.log(`${width} ${language} ${theme}: ${error}`);
      await context.close();
    }
  }
}
await browser.close();
await studio.stop();
console.log(out);
