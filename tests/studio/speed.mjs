// How fast the studio is, with 17 regions and with 250 on a year of 8760 hours of 20 kinds. Writes docs/studio-speed.md.
//     ./dev studio speed [WORKING-FOLDER]      a folder with runs/ of korea; without one a plan is made first
// Answers of the program are widened on their way to the page: regions 18 to 250 repeat the first 17 with outlines of municipalities.
import assert from 'node:assert/strict';
import { cpus } from 'node:os';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, openPage, rest, root, runProgram, startStudio, workFolder } from './program.mjs';

const folder = process.argv[2] ?? workFolder();
if (!process.argv[2]) await runProgram(folder, ['plan', 'korea', '--json']);
const studio = await startStudio(folder, ['korea']);
const browser = await launch();
const rounds = 7, wanted = 250, kinds = 20;
const api = async (path) => (await fetch(`${studio.url}api/${path}`)).json();
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const first = await api('package');
const units = (await api('package/tables/unit_shapes')).data;
const outlines = (await api('package/shapes')).features;
const geometryOf = (text) => ({ type: 'MultiPolygon', coordinates: JSON.parse(text.replace(/^[A-Z ]+/, '').replace(/(-?[\d.]+) (-?[\d.]+)/g, '[$1,$2]').replaceAll('(', '[').replaceAll(')', ']')) });
const codes = first.regions.map((r) => r.region);
const copyOf = (k) => (k < codes.length ? codes[k] : `${codes[k % codes.length]}-${k}`);

const widen = {
  package: (body) => ({ ...body, regions: Array.from({ length: wanted }, (_, k) => ({ ...body.regions[k % codes.length], region: copyOf(k) })) }),
  shapes: (body) => ({ ...body, features: Array.from({ length: wanted }, (_, k) => ({ type: 'Feature', properties: { region: copyOf(k) }, geometry: k < codes.length ? outlines[k].geometry : geometryOf(units.shape[k % units.shape.length]) })) }),
  table: (body) => {
    const regions = body.data?.region;
    if (!regions || !regions.some((r) => codes.includes(r))) return body;
    const data = Object.fromEntries(body.columns.map((c) => [c.name, []]));
    for (let k = 0; k < wanted; k++) regions.forEach((r, i) => {
      if (k >= codes.length ? r !== codes[k % codes.length] : r !== codes[k]) return;
      for (const c of body.columns) data[c.name].push(c.name === 'region' ? copyOf(k) : body.data[c.name][i]);
    });
    return { ...body, rows: data.region.length, data };
  },
};
const hours = (() => {
  const head = JSON.stringify({ year: 2035, region: '', items: Array.from({ length: kinds }, (_, i) => (i === 0 ? 'demand' : `kind${i}`)), step: 1, points: 8760, unit: 'MW', periods: [], kind: 'full', regions: codes });
  const text = Buffer.from(head.padEnd(Math.ceil(Buffer.byteLength(head) / 4) * 4, ' '));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const values = Float32Array.from({ length: 8760 * kinds }, (_, i) => (i < 8760 ? 60000 : 3000) * (1 + 0.4 * Math.sin((i % 8760) / 3.8 + Math.floor(i / 8760))));
  return Buffer.concat([length, text, Buffer.from(values.buffer)]);
})();

async function wired(isWide) {
  const { page, context } = await openPage(browser);
  const answers = new Map(); // widening is not what is measured
  await context.route((url) => url.pathname.startsWith('/api/'), async (route) => {
    const path = new URL(route.request().url()).pathname.slice(5);
    if (/^runs\/\w+\/hours$/.test(path)) return route.fulfill({ body: hours, contentType: 'application/octet-stream' });
    const how = path === 'package' ? 'package' : path === 'package/shapes' ? 'shapes' : /^(package|runs\/\w+)\/tables\//.test(path) ? 'table' : null;
    if (!isWide || !how) return route.continue();
    if (!answers.has(path)) answers.set(path, JSON.stringify(widen[how](await (await route.fetch()).json())));
    return route.fulfill({ body: answers.get(path), contentType: 'application/json' });
  });
  return { page, context };
}

// From a hand's event until the frame that shows it is out.
const shown = (page, act, argument) => page.evaluate(async ([source, value]) => {
  const from = performance.now();
  new Function('value', source)(value);
  // A message comes right after the frame, before timers that put work off until then.
  await new Promise((done) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); }));
  return performance.now() - from;
}, [act, argument]);

async function measure(isWide) {
  const paints = [], maps = [], found = {};
  for (let i = 0; i < rounds; i++) {
    const { page, context } = await wired(isWide);
    await page.goto(studio.url);
    await page.locator('svg .region').first().waitFor();
    paints.push(await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime));
    maps.push(await page.evaluate(() => performance.now()));
    await context.close();
  }
  const { page, context } = await wired(isWide);
  const several = async (name, act) => {
    const times = [];
    for (let i = 0; i < rounds; i++) times.push(await shown(page, act, i));
    found[name] = times;
  };
  await page.goto(`${studio.url}#/where`);
  await rest(page);
  assert.ok((await page.locator('svg .region').count()) >= (isWide ? wanted : codes.length));
  await several('a region is chosen on the map', "document.querySelectorAll('svg .region')[value % 17].dispatchEvent(new MouseEvent('click', { bubbles: true }))");
  await several('the map shows another figure', "document.querySelectorAll('figure .segments button')[value % 4].click()");
  await page.goto(`${studio.url}#/plan`);
  await rest(page);
  await page.locator('#hours canvas').first().waitFor();
  await several('another year of the plan: the button answers', "document.querySelectorAll('.years-bar button')[value % 3].click()");
  await page.waitForTimeout(1500);
  found['another year of the plan: all is redrawn'] = [];
  for (let i = 0; i < rounds; i++) {
    found['another year of the plan: all is redrawn'].push(await page.evaluate(async (which) => {
      const button = document.querySelectorAll('.years-bar button')[(which + 1) % 3], from = performance.now();
      button.click();
      while (!document.querySelector('#built h2').textContent.includes(button.textContent)) await new Promise((done) => setTimeout(done));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - from;
    }, i));
    await page.waitForTimeout(500);
  }
  await page.waitForTimeout(1500);
  await page.locator('#hours canvas').first().waitFor();
  await several('another week of hours', "const s = document.querySelector('#hours input[type=range]'); s.value = 40 + 7 * value; s.dispatchEvent(new Event('input', { bubbles: true }))");
  await context.close();
  return { 'first paint': paints, 'the map is drawn (cold)': maps, ...found };
}

const [few, many] = [await measure(false), await measure(true)];
await browser.close();
await studio.stop();
const bundle = join(root, 'build/studio');
const size = readdirSync(bundle, { recursive: true }).filter((name) => /\.(html|js|css)\.gz$/.test(name)).reduce((sum, name) => sum + statSync(join(bundle, name)).size, 0);
const load = readFileSync('/proc/loadavg', 'utf8').split(' ')[1];
const row = (name) => `| ${name} | ${median(few[name]).toFixed(0)} | ${Math.min(...few[name]).toFixed(0)} | ${median(many[name]).toFixed(0)} | ${Math.min(...many[name]).toFixed(0)} |`;
const text = `# How fast the studio is

Milliseconds, headless Chromium with software rendering, ${cpus().length} cores (${cpus()[0].model}), load of the machine over five minutes ${load}. Of ${rounds} tries each: the middle one and the
fastest. The hours are 8760 × ${kinds}. First paint and map: a browser that has nothing of the studio yet. The others: from the hand's event until the frame that shows it is out.
Written by \`./dev studio speed\` (tests/studio/speed.mjs). Wanted: first paint under 500, answers to a hand under 100, the bundle at most 120 kB.

| | 17 regions | fastest | 250 regions | fastest |
|---|--:|--:|--:|--:|
${Object.keys(few).map(row).join('\n')}

The bundle without fonts, gzip: ${(size / 1000).toFixed(1)} kB.
`;
writeFileSync(join(root, 'docs/studio-speed.md'), text);
console.log(text);
