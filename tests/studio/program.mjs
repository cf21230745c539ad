// Starts the built program's studio in a folder of its own and a headless browser before it.
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createRequire } from 'node:module';

export const root = resolve(import.meta.dirname, '../..');
const require = createRequire(join(root, 'studio/package.json'));
export const { chromium } = require('playwright-core');
export const axeSource = require('axe-core').source;

// How long anything may take on a slow, busy machine.
export const patience = Number(process.env.ECUMENE_PATIENCE ?? 180_000);

const program = process.env.ECUMENE_PROGRAM ?? join(root, 'build/dev/bin/ecumene');

export function workFolder() {
  return mkdtempSync(join(tmpdir(), 'ecumene-studio-'));
}
export const remove = (folder) => rmSync(folder, { recursive: true, force: true });
export const copyPackage = (name, folder) => cpSync(join(root, 'data', name), join(folder, name), { recursive: true });

// Resolves to {address, url, stop} once the program has printed its address.
export function startStudio(folder, words = ['toy'], port = 0) {
  const child = spawn(program, ['studio', ...words, '--no-open', '--lang', 'en', '--bundle', join(root, 'build/studio'), ...(port ? ['--port', String(port)] : [])],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '', isWanted = true;
  process.once('exit', () => child.kill()); // a test that fails leaves no studio behind
  child.once('exit', (code, signal) => { if (isWanted) console.error(`the studio ended by itself (${code ?? signal}): ${told.slice(-500)}`); });
  return new Promise((done, failed) => {
    const listen = (chunk) => {
      told += chunk;
      const found = /http:\/\/127\.0\.0\.1:(\d+)\/#token=\S+/.exec(told);
      if (!found) return;
      done({
        address: found[0], url: `http://127.0.0.1:${found[1]}/`, port: Number(found[1]), child,
        stop: (signal = 'SIGINT') => new Promise((ended) => { isWanted = false; if (child.exitCode !== null || child.signalCode !== null) ended(); else { child.once('exit', ended); child.kill(signal); } }),
      });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => failed(new Error(`the studio ended with ${code}: ${told}`)));
  });
}

// A page that has its heading and waits for nothing: no notice of loading, no bar of something being computed.
export async function rest(page) {
  await page.locator('main h1').first().waitFor();
  await page.waitForFunction(() => {
    const busy = [...document.querySelectorAll('main [role=status]')].some((e) => e.textContent.includes('…') || e.querySelector('progress'));
    const now = busy ? '' : String(document.querySelector('main').innerHTML.length);
    const [before, since] = window.restingSince ?? ['', 0];
    if (now === '' || now !== before) { window.restingSince = [now, Date.now()]; return false; }
    return Date.now() - since > 250;
  }, null, { polling: 100 });
}

// Runs a verb of the program to its end; its standard output.
export function runProgram(folder, words) {
  return new Promise((done, failed) => {
    const child = spawn(program, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '', told = '';
    child.stdout.on('data', (c) => (out += c));
    child.stderr.on('data', (c) => (told += c));
    child.once('exit', (code) => (code === 0 ? done(out) : failed(new Error(`${words.join(' ')} ended with ${code}: ${told}`))));
  });
}

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? 'chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
    .catch(() => chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] }));
}

export async function openPage(browser, { width = 1400, height = 900, language = 'en', theme = 'light' } = {}) {
  const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true });
  await context.addInitScript(([l, th]) => {
    if (!localStorage.getItem('ecumene.language')) localStorage.setItem('ecumene.language', l);
    if (!localStorage.getItem('ecumene.theme')) localStorage.setItem('ecumene.theme', th);
  }, [language, theme]);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  const errors = [];
  page.on('console', (message) => { if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text()); });
  page.on('pageerror', (error) => errors.push(String(error)));
  // Nothing may leave this machine: any other host is refused and noted.
  await context.route((url) => url.hostname !== '127.0.0.1' && url.protocol.startsWith('http'), (route) => {
    errors.push(`asked ${route.request().url()}`);
    return route.abort();
  });
  return { page, context, errors };
}
