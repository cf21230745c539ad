// The studio as a planner uses it, on two provinces cut from Korea: open, switch language, change a cap, run, watch, cancel, go on,
// compare, print; every page with axe-core; a console without errors; nothing asked of the network. Then on toy, which lacks most tables.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, before, after } from 'node:test';
import { axeSource, copyPackage, launch, openPage, patience, remove, rest, root, runProgram, startStudio, workFolder } from './program.mjs';

let folder, studio, browser, page;
const errors = []; // of every page
const region = '38';
const fragments = ['', `region?region=${region}`, 'region', 'where', 'live', 'plan', 'compare', 'change', 'run', 'report'];

const open = async (options = {}) => {
  const opened = await openPage(browser, options);
  opened.page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') errors.push(`${opened.page.url()}: ${message.text()}`); });
  opened.page.on('pageerror', (error) => errors.push(`${opened.page.url()}: ${error}`));
  return opened;
};
const scenario = (name, days, step) => writeFileSync(join(folder, `honam/scenarios/${name}.toml`), `title = { en = "${name}", ko = "${name} 시나리오" }
about = { en = "For the tests of the studio", ko = "스튜디오 시험용" }
plan.years = [2025, 2035, 2045]
time.days = ${days}
time.extreme_days = 0
time.step = ${step}
policies.carbon_cap = ""
`);

before(async () => {
  folder = workFolder();
  await runProgram(folder, ['new', 'honam', '--from', 'korea', '--regions', 'honam']);
  scenario('quick', 2, 6);
  scenario('long', 24, 1);
  await runProgram(folder, ['plan', 'honam', '--scenario', 'quick', '--json']);
  studio = await startStudio(folder, ['honam']);
  browser = await launch();
  ({ page } = await open());
});
after(async () => {
  await browser?.close();
  await studio?.stop();
  if (folder) remove(folder);
});

const go = async (fragment, on = page) => {
  await on.goto(`${studio.url}#/${fragment}`);
  await rest(on);
};
const ask = (path) => page.evaluate(async (p) => (await fetch(`./api/${p}`)).json(), path);
const lastJob = () => page.locator('article').first();

test('the bundle is at most 120 kB beside its fonts, as it travels', () => {
  const folder = join(root, 'build/studio');
  const sizes = readdirSync(folder, { recursive: true }).filter((name) => /\.(html|js|css)\.gz$/.test(name)).map((name) => statSync(join(folder, name)).size);
  assert.ok(sizes.length > 3);
  assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 120_000, `${sizes}`);
});

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

test('living areas are computed, drawn and told by name', async () => {
  await go('live');
  const figure = page.locator('figure', { has: page.getByRole('heading', { name: 'Living areas' }) });
  await figure.getByRole('button', { name: 'Table', exact: true }).click();
  assert.ok((await figure.locator('tbody tr').count()) > 1);
  await page.locator('label', { hasText: 'Living area' }).locator('select').selectOption({ index: 1 });
  await page.getByText('Belongs to it').last().waitFor();
  await page.getByRole('button', { name: 'One core', exact: true }).click();
  await page.getByRole('button', { name: 'One core', exact: true, pressed: true }).waitFor();
});

test('a wrong value is told as it is typed', async () => {
  await go('change?scenario=quick');
  const days = page.locator('#f-time-days');
  await days.fill('0');
  await page.getByText('At least 1').waitFor();
  await page.locator('.field.wrong #f-time-days').waitFor();
  assert.ok(await page.getByRole('button', { name: 'Save and run' }).isDisabled());
  await days.fill('2');
});

test('a cap is changed, saved as a difference, run, and its progress seen', async () => {
  const [run] = await ask('runs');
  const emitted = (await ask(`runs/${run.id}/tables/summary`)).data.net_emissions[1]; // of 2035
  await page.locator('#f-policies-carbon_cap_values').fill(`2035: ${Math.round(0.8 * emitted)}`);
  await page.getByLabel('Name of the file').fill('tighter');
  await page.getByLabel('Title in English').fill('Tighter cap');
  await page.locator('pre', { hasText: 'carbon_cap_values' }).waitFor();
  await page.getByRole('button', { name: 'Save and run' }).click();
  await page.getByRole('heading', { name: 'Running and waiting' }).waitFor();
  await page.locator('article[data-state=done]').first().waitFor();
  const saved = readFileSync(join(folder, 'honam/scenarios/tighter.toml'), 'utf8');
  assert.match(saved, /carbon_cap_values/);
  assert.doesNotMatch(saved, /discount_rate/);
  const planned = (await ask('runs')).find((r) => r.scenario === 'tighter');
  const path = (await ask(`runs/${planned.id}/tables/summary`)).data.net_emissions;
  assert.ok(path[1] <= 0.8 * emitted + 1, 'the plan keeps the cap');
});

// Seconds of processor the program has used.
const used = () => {
  const fields = readFileSync(`/proc/${studio.child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
};

test('a run is cancelled: it stops, is marked, and leaves no plan; then it is gone on with', async () => {
  await go('run');
  await page.locator('form select').first().selectOption('long');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await lastJob().getByText(/iteration/).waitFor();
  await lastJob().getByRole('button', { name: 'Cancel' }).click();
  await page.locator('article').first().and(page.locator('[data-state=cancelled]')).waitFor();
  await lastJob().getByText('cancelled', { exact: true }).waitFor();
  const [job] = await ask('jobs');
  assert.deepEqual([job.scenario, job.state, job.status, job.is_resumable], ['long', 'cancelled', 'cancelled', true]);
  const before = used();
  await page.waitForTimeout(2000);
  assert.ok(used() - before < 0.5, `the program still works: ${used() - before} s of processor in 2 s`);
  assert.equal((await ask('jobs'))[0].elapsed_seconds, job.elapsed_seconds);
  assert.ok(!(await ask('runs')).some((r) => r.scenario === 'long'), 'a cancelled run is no plan');

  await lastJob().getByRole('button', { name: 'Go on' }).click();
  await page.locator('article').first().and(page.locator('[data-state=done]')).waitFor();
  assert.ok((await ask('runs')).some((r) => r.scenario === 'long' && r.status === 'ok'));
});

test('plans stand side by side, differences first', async () => {
  await go('compare');
  await page.getByRole('heading', { name: 'What differs most' }).waitFor();
  assert.ok((await page.locator('.headline li').count()) > 0);
  await page.getByText('What was asked differently').first().waitFor();
  await page.getByRole('table', { name: 'What was asked differently' }).getByText('carbon_cap_values').first().waitFor();
});

test('the report prints to a PDF with text in it', async () => {
  await go('report');
  await page.getByRole('heading', { name: 'The proof' }).waitFor();
  const made = mkdtempSync(join(tmpdir(), 'ecumene-pdf-'));
  const bytes = await page.pdf({ path: join(made, 'report.pdf'), preferCSSPageSize: true, tagged: true });
  remove(made);
  assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  assert.ok(bytes.length > 20_000);
  assert.ok(bytes.includes('Pretendard'), 'the font is in the file');
});

const axe = async (own, where) => {
  const { violations } = await own.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations.map((v) => `${where}: ${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`);
};
for (const [theme, language] of [['light', 'en'], ['dark', 'ko']]) {
  test(`axe finds nothing on any page, ${theme}, ${language}`, async () => {
    const { page: own, context } = await open({ theme, language });
    await own.goto(studio.address);
    await rest(own);
    await own.evaluate(axeSource);
    const found = [];
    for (const fragment of fragments) {
      await go(fragment, own);
      found.push(...(await axe(own, fragment)));
    }
    await go('plan', own);
    await own.getByRole('button', { name: /^(Source of|출처:) / }).first().click();
    await own.getByRole('dialog').getByText(/\(E\d+\)/).first().waitFor();
    found.push(...(await axe(own, 'the drawer of a source')));
    await context.close();
    assert.deepEqual(found, []);
  });
}

for (const language of ['ko', 'en']) {
  test(`nothing is wider than a telephone, ${language}`, async () => {
    const { page: own, context } = await open({ width: 390, height: 800, language });
    for (const fragment of fragments) {
      await go(fragment, own);
      const beyond = await own.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(beyond <= 0, `#/${fragment}: ${beyond} px`);
    }
    await context.close();
  });
}

test('without the token one can look and change nothing', async () => {
  const { page: own, context } = await open();
  await go('run', own);
  await own.getByText('change nothing').waitFor();
  assert.ok(await own.getByRole('button', { name: 'Start', exact: true }).isDisabled());
  await context.close();
});

test('a package that lacks most tables has every page too', async () => {
  const own = workFolder();
  copyPackage('toy', own);
  await runProgram(own, ['plan', 'toy', '--json']);
  const other = await startStudio(own, ['toy']);
  try {
    const { page: small, context } = await open();
    await small.goto(other.address);
    await rest(small);
    for (const fragment of fragments.map((f) => f.replace(region, 'B'))) {
      await small.goto(`${other.url}#/${fragment}`);
      await rest(small);
      assert.equal(await small.getByRole('alert').count(), 0, fragment);
    }
    await context.close();
  } finally {
    await other.stop();
    remove(own);
  }
}, { timeout: 2 * patience });

test('the console stays free of errors, and nothing else was asked of the network', () => assert.deepEqual(errors, []));
