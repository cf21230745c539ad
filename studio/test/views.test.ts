import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decodeHours } from '../src/data/api';
import { history, latestPerHead } from '../src/data/history';
import { dailyMeans, stackUp, type Layer } from '../src/data/hours';
import { toCsv } from '../src/data/save';
import { rowsOf, sumBy, yearsOf } from '../src/data/table';
import { burden, gap, measures, milestone, pathOf, perHead, series } from '../src/data/views';
import type { RawTable } from '../src/data/types';

function table(head: string[], ...rows: (string | number | null)[][]): RawTable {
  return { name: 't', rows: rows.length, columns: head.map((name) => ({ name, unit: null, about: null })), data: Object.fromEntries(head.map((h, j) => [h, rows.map((r) => r[j] ?? null)])) };
}
// A file of the package as the program sends it: numbers where a column holds nothing else.
function packageTable(path: string, textual: string[]): RawTable {
  const [head = [], ...rows] = readFileSync(new URL(`../../data/korea/${path}`, import.meta.url), 'utf8').trim().split('\n').map((l) => l.split(','));
  return table(head, ...rows.map((r) => r.map((c, j) => (c === '' ? null : textual.includes(head[j] ?? '') || !Number.isFinite(Number(c)) ? c : Number(c)))));
}

const emissions = table(['region', 'technology', 'year', 'value'], ['11', 'coal', 2025, 80], ['11', 'gas', 2025, 20], ['21', 'coal', 2025, 50], ['11', 'gas', 2035, 30], ['21', 'coal', 2035, 10]);

describe('tables', () => {
  it('are asked by any of their columns', () => {
    expect(rowsOf(emissions, { region: '11', year: 2025 })).toHaveLength(2);
    expect(rowsOf(emissions, { region: ['11', '21'] })).toHaveLength(5);
    expect(yearsOf(emissions)).toEqual([2025, 2035]);
  });
  it('are summed by what a reader asks for; an unknown figure adds nothing', () => {
    const sums = sumBy(rowsOf(table(['k', 'v'], ['a', 1], ['a', null], ['b', 2])), (r) => String(r.k), 'v');
    expect([...sums]).toEqual([['a', 1], ['b', 2]]);
  });
  it('become lines by year', () => expect(series(emissions, [2025, 2035], (r) => String(r.technology), 'value').get('coal')).toEqual([130, 10]));
});

describe('the gap', () => {
  const path = pathOf(emissions, '');
  it('runs from today to the target, and tells what the plan leaves', () => {
    expect(gap(path, new Map([[2035, 45]]), 2035)).toMatchObject({ now: 150, nowYear: 2025, target: 45, path: 40, toCut: 105, planned: 110, left: -5 });
  });
  it('without a target tells only what the plan cuts', () => expect(gap(path, new Map(), 2035)).toMatchObject({ target: null, toCut: null, planned: 110, left: null }));
  it('answers with the nearest milestone', () => expect([2035, 2034, 2060].map((y) => milestone([2025, 2030, 2035, 2050], y))).toEqual([2035, 2035, 2050]));
});

describe('measures', () => {
  const capacity = table(['region', 'technology', 'year', 'built', 'investment', 'unit'], ['11', 'solar', 2030, 100, 90000, 'MW'], ['11', 'solar', 2035, 50, 40000, 'MW'], ['11', 'solar', 2040, 50, 40000, 'MW'],
    ['11', 'car', 2035, 10, 200000, 'Mkm/year'], ['11', 'wind', 2035, 0.0003, 0.4, 'MW'], ['21', 'wind', 2030, 9, 5000, 'MW']);
  it('are what is built by then, dearest first, without the tolerance of a solver', () => {
    expect(measures(capacity, 2035, '11')).toEqual([{ technology: 'car', investment: 200000, capacity: 10, unit: 'Mkm/year', first: 2035 }, { technology: 'solar', investment: 130000, capacity: 150, unit: 'MW', first: 2030 }]);
  });
});

describe('burden', () => {
  it('on average is of all people, not of all regions', () => {
    const list = burden(table(['region', 'year', 'located', 'borne', 'population', 'borne_per_head', 'located_per_head'], ['11', 2035, 5, 10, 9, 1, 1], ['21', 2035, 5, 0, 1, 0, 5]), 2035);
    expect(perHead(list)).toBeCloseTo(1e6);
  });
});

describe('the past of Korea', () => {
  const past = packageTable('tables/emissions.csv', ['region', 'parent', 'sector', 'source']), heads = packageTable('tables/population.csv', ['region', 'source']);
  it('is read in tonnes, gross, on the production ledger', () => expect(history(past).get('KR')?.get(1990)).toBeCloseTo(292190350));
  it('gives per head what the inventory and the register give', () => {
    const { year, values } = latestPerHead(past, heads, ['11', '34']);
    expect(year).toBe(2018);
    expect(values.get('11')).toBeCloseTo((history(past).get('11')?.get(2018) ?? 0) / 9765623, 1);
    expect(values.get('34') ?? 0).toBeGreaterThan(10 * (values.get('11') ?? 0));
  });
});

describe('hours', () => {
  it('are read from bytes: a header, then floats item by item', () => {
    const head = new TextEncoder().encode(JSON.stringify({ year: 2030, region: '', items: ['solar', 'demand'], step: 12, points: 2, unit: 'MW' }));
    const padded = new Uint8Array(Math.ceil(head.length / 4) * 4);
    padded.set(head);
    const buffer = new ArrayBuffer(4 + padded.length + 16);
    new DataView(buffer).setUint32(0, padded.length, true);
    new Uint8Array(buffer).set(padded, 4);
    new Float32Array(buffer, 4 + padded.length).set([1, 2, 3, 4]);
    const hours = decodeHours(buffer);
    expect(hours.items).toEqual(['solar', 'demand']);
    expect([...(hours.values[1] ?? [])]).toEqual([3, 4]);
  });
  it('are averaged by day', () => expect([...dailyMeans(Float32Array.from([1, 3, 5, 7]), 2)]).toEqual([2, 6]));
  it('are stacked above and below zero apart, the tallest first', () => {
    const layer = (key: string, values: number[], kind: 'area' | 'line' = 'area'): Layer => ({ key, label: key, colour: '', kind, values: Float32Array.from(values) });
    const stacked = stackUp([layer('a', [1, 2]), layer('b', [3, -1]), layer('demand', [4, 4], 'line')], (v) => v);
    expect(stacked.map((s) => [s.layer.key, [...s.values]])).toEqual([['b', [4, 2]], ['a', [1, 2]], ['b', [0, -1]], ['demand', [4, 4]]]);
  });
});

describe('a CSV', () => {
  it('names units in its head and quotes what needs it', () => {
    expect(toCsv({ columns: [{ key: 'a', label: 'Region' }, { key: 'b', label: 'Cost', unit: 'MKRW' }], rows: [{ a: 'x, "y"', b: 1.5 }, { a: 'z', b: null }] })).toBe('Region,Cost [MKRW]\r\n"x, ""y""",1.5\r\nz,\r\n');
  });
});
