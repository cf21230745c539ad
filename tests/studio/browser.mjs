// The studio as a planner uses it, on the toy package: open, switch language, change a cap, run, watch, cancel, run again,
// compare, print; every page with axe-core; a console without errors; nothing asked of the network.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, before, after } from 'node:test';
import { axeSource, copyPackage, launch, openPage, remove, runProgram, startStudio, workFolder } from './program.mjs';

let folder, studio, browser, page, errors;

before(async () => {
  folder = workFolder();
  copyPackage('toy', folder);
  await runProgram(folder, ['plan', 'toy', '--json']);
  studio = await startStudio(folder, ['toy']);
  browser = await launch();
  ({ page, errors } = await openPage(browser));
});
after(async () => {
  await browser?.close();
  await studio?.stop();
  if (folder) remove(folder);
});

const go = async (fragment) => {
  await page.goto(`${studio.url}#/${fragment}`);
  await page.locator('main h1').first().waitFor();
};
const settled = () => page.waitForFunction(() => !document.querySelector('[role=status]')?.textContent?.includes('…'));

test('opens at the choice of a region, and keeps the token out of the address', async () => {
  await page.goto(studio.address);
  await page.getByRole('heading', { name: 'Choose your region' }).waitFor();
  assert.ok(!page.url().includes('token'));
});

test('a region opens by keyboard: target, path, measures, who pays', async () => {
  await page.locator('svg [role=button]').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Who pays' }).waitFor();
  await page.getByRole('heading', { name: /Largest measures/ }).waitFor();
  assert.match(page.url(), /#\/region\?region=/);
});

test('switches language and light, and remembers both', async () => {
  await page.getByRole('button', { name: '한국어' }).click();
  await page.getByRole('heading', { name: '누가 부담하나' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'ko');
  await page.getByRole('button', { name: '어둡게' }).click();
  await page.reload();
  await page.getByRole('heading', { name: '누가 부담하나' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Light', exact: true }).click();
});

test('every figure leads to its source', async () => {
  await go('plan');
  await settled();
  await page.getByRole('button', { name: 'Source of Pathway' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('(E8)').first().waitFor();
  await page.keyboard.press('Escape');
  await drawer.waitFor({ state: 'hidden' });
});

test('a drawing has its table, its CSV and its SVG', async () => {
  const figure = page.locator('figure', { has: page.getByRole('heading', { name: 'Pathway' }) });
  const [svg] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: /^SVG/ }).click()]);
  assert.match(readFileSync(await svg.path(), 'utf8'), /^<\?xml[\s\S]*<svg[\s\S]*<rect/);
  const [csv] = await Promise.all([page.waitForEvent('download'), figure.getByRole('button', { name: /^CSV/ }).click()]);
  assert.match(readFileSync(await csv.path(), 'utf8'), /tCO2eq/);
  await figure.getByRole('button', { name: 'Table', exact: true }).click();
  await figure.getByRole('table').waitFor();
});

test('a wrong value is told as it is typed', async () => {
  await go('change');
  const days = page.locator('#f-time-days');
  await days.fill('0');
  await page.getByText('At least 1').waitFor();
  await page.locator('.field.wrong').getByRole('button').count();
  await days.fill('1');
});

test('a cap is changed, saved as a difference, run, and its progress seen', async () => {
  await page.locator('#f-policies-carbon_cap').selectOption('').catch(() => undefined);
  await page.locator('#f-policies-carbon_cap_values').fill('2030: 200000');
  await page.getByLabel('Name of the file').fill('tighter');
  await page.getByLabel('Title in English').fill('Tighter cap');
  await page.getByText('carbon_cap_values').nth(1).waitFor();
  await page.getByRole('button', { name: 'Save and run' }).click();
  await page.getByRole('heading', { name: 'Running and waiting' }).waitFor();
  await page.locator('article[data-state=done]').first().waitFor({ timeout: 60_000 });
  const saved = readFileSync(join(folder, 'toy/scenarios/tighter.toml'), 'utf8');
  assert.match(saved, /carbon_cap_values/);
  assert.doesNotMatch(saved, /discount_rate/);
});

test('a run is cancelled, and gone on with', async () => {
  await go('run');
  await page.locator('form select').first().selectOption('tighter');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  // The toy may be done before a hand could reach the button: then there is nothing to cancel.
  const cancel = page.locator('article').first().getByRole('button', { name: 'Cancel' });
  if (await cancel.isVisible().catch(() => false)) {
    await cancel.click({ timeout: 2000 }).catch(() => undefined);
  }
  await page.waitForFunction(() => !document.querySelector('article[data-state=running], article[data-state=queued]'), null, { timeout: 60_000 });
  const resume = page.locator('article').first().getByRole('button', { name: 'Go on' });
  if (await resume.isVisible().catch(() => false)) {
    await resume.click();
    await page.locator('article').first().and(page.locator('[data-state=done]')).waitFor({ timeout: 60_000 });
  }
});

test('two plans stand side by side, differences first', async () => {
  await go('compare');
  await page.getByRole('heading', { name: 'What differs most' }).waitFor();
  assert.ok((await page.locator('.headline li').count()) > 0);
  await page.getByText('What was asked differently').waitFor();
});

test('the report prints to a PDF with text in it', async () => {
  await go('report');
  await page.getByRole('heading', { name: 'The proof' }).waitFor();
  const file = join(mkdtempSync(join(tmpdir(), 'ecumene-pdf-')), 'report.pdf');
  const bytes = await page.pdf({ path: file, preferCSSPageSize: true, tagged: true });
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  assert.ok(bytes.length > 20_000);
  assert.ok(bytes.includes('Pretendard'), 'the font is in the file');
});

for (const theme of ['light', 'dark']) {
  for (const fragment of ['', 'region?region=B', 'region', 'where', 'live', 'plan', 'compare', 'change', 'run', 'report']) {
    test(`axe finds nothing on #/${fragment}, ${theme}`, async () => {
      const { page: own, context } = await openPage(browser, { theme });
      await own.goto(`${studio.url}#/${fragment}`);
      await own.locator('main h1').first().waitFor();
      await own.waitForLoadState('networkidle').catch(() => undefined);
      await own.waitForTimeout(300);
      await own.evaluate(axeSource);
      const { violations } = await own.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
      await context.close();
      assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`), []);
    });
  }
}

for (const language of ['ko', 'en']) {
  test(`nothing is wider than a telephone, ${language}`, async () => {
    const { page: own, context } = await openPage(browser, { width: 390, height: 800, language });
    for (const fragment of ['', 'region?region=B', 'where', 'live', 'plan', 'compare', 'change', 'run', 'report']) {
      await own.goto(`${studio.url}#/${fragment}`);
      await own.locator('main h1').first().waitFor();
      await own.waitForTimeout(400);
      assert.ok((await own.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)) <= 0, fragment);
    }
    await context.close();
  });
}

test('without the token one can look and change nothing', async () => {
  const { page: own, context } = await openPage(browser);
  await own.goto(`${studio.url}#/run`);
  await own.getByText('change nothing').waitFor();
  assert.ok(await own.getByRole('button', { name: 'Start', exact: true }).isDisabled());
  await context.close();
});

test('the console stays free of errors, and nothing else was asked of the network', () => assert.deepEqual(errors, []));
