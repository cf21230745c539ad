// How fast the studio is, with 17 regions and with 250 on a year of 8760 hours of 20 kinds. Writes docs/studio-speed.md.
//     ./dev studio speed [WORKING-FOLDER]      a folder with runs/ of korea; without one a plan is made first
// Answers of the program are widened on their way to the page: regions 18 to 250 repeat the first 17 with outlines of municipalities.
import assert from 'node:assert/strict';
import { cpus } from 'node:os';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer, get } from 'node:http';
import { launch, patience, rest, root, runProgram, startStudio, workFolder } from './program.mjs';

const folder = process.argv[2] ?? workFolder();
if (!process.argv[2]) await runProgram(folder, ['plan', 'korea', '--json']);
const studio = await startStudio(folder, ['korea']);
const browser = await launch();
const rounds = 7, wanted = 250, kinds = 20;
const api = async (path) => (await fetch(`${studio.url}api/${path}`)).json();
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const least = (values) => Math.min(...values);

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

// Stands before the program, with the hours above and, when asked, its answers widened. (The browser's own interception is slow.)
function before(isWide) {
  const answers = new Map();
  const made = async (path) => {
    const name = path.slice(5).split('?')[0];
    if (/^runs\/\w+\/hours$/.test(name)) return hours;
    const how = name === 'package' ? 'package' : name === 'package/shapes' ? 'shapes' : /^(package|runs\/\w+)\/tables\//.test(name) ? 'table' : null;
    return isWide && how ? JSON.stringify(widen[how](await api(path.slice(5)))) : null;
  };
  const server = createServer(async (request, response) => {
    if (request.url === '/empty') return response.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><p>Ecumene</p>');
    if (request.url.startsWith('/api/') && !answers.has(request.url)) answers.set(request.url, await made(request.url));
    const answer = answers.get(request.url);
    if (answer) return response.writeHead(200, { 'Content-Type': answer === hours ? 'application/octet-stream' : 'application/json' }).end(answer);
    const { host, origin, referer, ...headers } = request.headers;
    get(studio.url.slice(0, -1) + request.url, { headers }, (from) => { response.writeHead(from.statusCode, from.headers); from.pipe(response); });
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

async function opened() {
  const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
  await context.addInitScript(() => localStorage.setItem('ecumene.language', 'en'));
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  // Milliseconds of processor the page's own thread has used.
  const used = async () => 1000 * (await devtools.send('Performance.getMetrics')).metrics.find((m) => m.name === 'TaskDuration').value;
  return { page, context, used };
}

// From a hand's event until the frame that shows it is out; where a page answers in two steps, until `until` holds.
const shown = (page, act, argument, until = 'true') => page.evaluate(async ([source, value, condition]) => {
  const isThere = new Function('value', `return ${condition}`);
  const from = performance.now();
  new Function('value', source)(value);
  do {
    // A message comes right after the frame, before timers that put work off until then.
    await new Promise((done) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); }));
  } while (!isThere(value));
  return performance.now() - from;
}, [act, argument, until]);

const painted = (page) => page.evaluate(async () => {
  let paint;
  while (!(paint = performance.getEntriesByName('first-contentful-paint')[0])) await new Promise((done) => setTimeout(done, 20));
  return paint.startTime;
});

async function measure(isWide) {
  const server = await before(isWide);
  const url = `http://127.0.0.1:${server.address().port}/`;
  const found = {};
  const note = (name, wall, cpu) => (found[name] ??= []).push({ wall, cpu });
  for (let i = 0; i < rounds; i++) {
    const { page, context } = await opened();
    await page.goto(`${url}empty`, { waitUntil: 'commit' });
    note('for comparison: first paint of an empty page', await painted(page), null);
    await context.close();
  }
  for (let i = 0; i < rounds; i++) {
    const { page, context, used } = await opened();
    await page.goto(isWide ? url : studio.url, { waitUntil: 'commit' });
    const map = await page.evaluate(async () => {
      while (!document.querySelector('svg .region')) await new Promise(requestAnimationFrame);
      return performance.now();
    });
    note('first paint', await painted(page), null);
    note('the map is drawn (cold)', map, await used());
    await context.close();
  }
  const { page, context, used } = await opened();
  const several = async (name, act, until) => {
    for (let i = 0; i < rounds; i++) {
      const before = await used();
      const wall = await shown(page, act, i, until);
      await page.waitForTimeout(700); // what was put off is counted too
      note(name, wall, (await used()) - before);
    }
  };
  await page.goto(`${url}#/where`);
  await rest(page);
  assert.ok((await page.locator('svg .region').count()) >= (isWide ? wanted : codes.length));
  await several('a region is chosen on the map', "document.querySelectorAll('svg .region')[value % 17].dispatchEvent(new MouseEvent('click', { bubbles: true }))");
  await several('the map shows another figure', "document.querySelectorAll('figure .segments button')[value % 4].click()");
  await page.goto(`${url}#/plan`);
  await rest(page);
  await page.locator('#hours canvas').first().waitFor();
  const year = "document.querySelectorAll('.years-bar button')[(value + 1) % 3]";
  await several('another year of the plan: the button answers', `${year}.click()`);
  await page.locator('.years-bar button').first().click();
  for (const [name, where] of [['the maps beside it', '#built'], ['all below too', '#prices']]) {
    await several(`another year of the plan: ${name}`, `${year}.click()`, `document.querySelector('${where} h2').textContent.includes(${year}.textContent)`);
    await page.locator('.years-bar button').first().click();
  }
  await page.waitForTimeout(1500);
  await page.locator('#hours canvas').first().waitFor();
  await several('another week of hours', "const s = document.querySelector('#hours input[type=range]'); s.value = 40 + value; s.dispatchEvent(new Event('input', { bubbles: true }))");
  await context.close();
  server.close();
  return found;
}

const [few, many] = [await measure(false), await measure(true)];
await browser.close();
await studio.stop();
const bundle = join(root, 'build/studio');
const size = readdirSync(bundle, { recursive: true }).filter((name) => /\.(html|js|css)\.gz$/.test(name)).reduce((sum, name) => sum + statSync(join(bundle, name)).size, 0);
const hasRight = readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')[38] !== '0'; // chrt -r 1
const load = readFileSync('/proc/loadavg', 'utf8').split(' ')[1];
const cell = (list, of, kind) => (list[0][kind] === null ? '' : of(list.map((m) => m[kind])).toFixed(0));
const row = (name) => `| ${name} | ${[few, many].map((all) => [cell(all[name], median, 'wall'), cell(all[name], least, 'wall'), cell(all[name], median, 'cpu')].join(' | ')).join(' | ')} |`;
const text = `# How fast the studio is

Milliseconds, ${new Date().toISOString().slice(0, 10)}, headless Chromium with software rendering, ${cpus().length} cores (${cpus()[0].model}), load of the machine over five minutes ${load}${hasRight ? ', before which it had right of way (chrt -r 1)' : ''}.
Of ${rounds} tries each the middle one and the fastest by the clock, and the middle one of the processor time of the page's own thread, with
what it puts off. The hours are 8760 × ${kinds}. First paint and map: a browser that has nothing of the studio yet; 250
regions come through a second server. The others: from the
hand's event until the frame that shows it is out. Written by \`./dev studio speed\` (tests/studio/speed.mjs). Wanted: first paint
under 500, answers to a hand under 100, the bundle at most 120 kB.

| | 17 regions | fastest | processor | 250 regions | fastest | processor |
|---|--:|--:|--:|--:|--:|--:|
${Object.keys(few).map(row).join('\n')}

The bundle without fonts, gzip: ${(size / 1000).toFixed(1)} kB.
`;
writeFileSync(join(root, 'docs/studio-speed.md'), text);
console.log(text);
