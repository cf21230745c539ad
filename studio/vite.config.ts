// Builds the studio's bundle into build/studio, each file beside its gzip: the program serves it without Node.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;
const output = process.env.ECUMENE_STUDIO_OUT ?? resolve(root, '../build/studio');

function everyFile(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? everyFile(path) : [path];
  });
}

// What the bundle is made of, with the words its makers ask for.
function licences(): string {
  const { dependencies } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  const texts = [...Object.keys(dependencies), 'svelte', 'd3-array', 'internmap'].sort().map((name) => {
    const folder = resolve(root, 'node_modules', name);
    const file = readdirSync(folder).find((f) => /^licen[cs]e/i.test(f));
    return `${name}\n\n${readFileSync(file ? join(folder, file) : resolve(root, `licences/${name}.txt`), 'utf8').trim()}\n`;
  });
  return texts.join(`\n${'='.repeat(80)}\n\n`);
}

// Fonts and pictures are compressed already.
function gzipBundle(): Plugin {
  return {
    name: 'gzip-bundle',
    apply: 'build',
    closeBundle() {
      writeFileSync(join(output, 'licences.txt'), licences());
      for (const path of everyFile(output)) {
        if (/\.(html|js|css|svg|txt)$/.test(path)) writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
      }
    },
  };
}

export default defineConfig({
  root,
  base: './',
  plugins: [svelte(), gzipBundle()],
  build: { cssCodeSplit: false, outDir: output, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: false },
  server: { proxy: { '/api': { target: process.env.ECUMENE_API ?? 'http://127.0.0.1:8787', changeOrigin: true } } },
  test: { include: ['test/**/*.test.ts'], environment: 'node' },
});
