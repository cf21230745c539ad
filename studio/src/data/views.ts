// What pages show of a run's tables: sums by year and by what a reader asks for. Pure, so that tests can hold it to tables.
import { groupBy, number, rowsOf, sumBy, total, yearsOf, type Row, type Where } from './table';
import { getRun, runTable } from './api';
import type { RawTable } from './types';

export type Tables<Name extends string> = Record<Name, RawTable | null>;

// Tables a run may lack (an older run, a sector it does not plan) come as null.
export async function loadTables<Name extends string>(run: string, names: readonly Name[]): Promise<Tables<Name>> {
  const has = new Set((await getRun(run)).result?.tables?.map((table) => table.name) ?? names);
  const found = await Promise.all(names.map((name) => (has.has(name) ? runTable(run, name) : null)));
  return Object.fromEntries(names.map((name, i) => [name, found[i] ?? null])) as Tables<Name>;
}

// For each key the sums by year, in the order of `years`.
export function series(table: RawTable | null, years: number[], key: (row: Row) => string | null, value: string, where: Where = {}): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  if (!table) return lines;
  for (const row of rowsOf(table, where)) {
    const name = key(row), at = years.indexOf(number(row.year));
    if (name === null || at < 0) continue;
    const line = lines.get(name) ?? new Array<number>(years.length).fill(0);
    line[at] = (line[at] ?? 0) + number(row[value]);
    lines.set(name, line);
  }
  return lines;
}

export interface Measure { technology: string; investment: number; capacity: number; unit: string; first: number }

// What is built in a region until a year, dearest first. Below 1 MW and KRW 1 bn it is
// the solver's tolerance, not a measure.
export function measures(capacity: RawTable | null, until: number, region: string): Measure[] {
  if (!capacity) return [];
  const year = yearsOf(capacity).filter((y) => y <= until);
  const rows = rowsOf(capacity, region ? { region, year } : { year }).filter((r) => number(r.built) > 1e-6 || number(r.investment) > 1e-6);
  return [...groupBy(rows, 'technology')].map(([technology, own]) => ({
    technology, investment: total(own, 'investment'), capacity: total(own, 'built'), unit: String(own[0]?.unit ?? 'MW'), first: Math.min(...own.map((r) => number(r.year))),
  })).filter((m) => m.capacity >= 1 || m.investment >= 1000).sort((a, b) => b.investment - a.investment);
}

export interface Gap { year: number; now: number; nowYear: number; target: number | null; path: number | null; toCut: number | null; planned: number | null; left: number | null }

// Today's level against target and path of a year. `toCut`: from today's level to the target; `planned`: what the plan cuts;
// `left`: what the plan leaves above the target (negative: below it).
export function gap(path: Map<number, number>, target: Map<number, number>, year: number): Gap | null {
  const nowYear = Math.min(...path.keys());
  const now = path.get(nowYear);
  if (now === undefined) return null;
  const wanted = target.get(year) ?? null, there = path.get(year) ?? null;
  return {
    year, now, nowYear, target: wanted, path: there, toCut: wanted === null ? null : now - wanted,
    planned: there === null ? null : now - there, left: wanted === null || there === null ? null : there - wanted,
  };
}

export function pathOf(emissions: RawTable | null, region: string): Map<number, number> {
  if (!emissions) return new Map();
  const sums = sumBy(rowsOf(emissions, region ? { region } : {}), (r) => number(r.year), 'value');
  return new Map([...sums].sort(([a], [b]) => a - b));
}

export function column(table: RawTable | null, name: string, where: Where = {}): Map<number, number> {
  const result = new Map<number, number>();
  if (!table) return result;
  for (const row of rowsOf(table, where)) if (typeof row[name] === 'number') result.set(number(row.year), number(row[name]));
  return result;
}

// What the run was held to: the cap of the whole, or of this very region where the scenario set one. What a package says of targets
// may cover other sectors than the plan, so it is not read here.
export function capOf(policies: RawTable | null, summary: RawTable | null, region: string): Map<number, number> {
  return region ? column(policies, 'limit', { policy: 'carbon_cap', region }) : column(summary, 'cap');
}

// The milestone that answers for a year: the year itself, or the nearest the plan has.
export function milestone(years: number[], wanted: number): number {
  return years.reduce((best, year) => (Math.abs(year - wanted) < Math.abs(best - wanted) ? year : best), years[0] ?? wanted);
}

export interface Burden { region: string; located: number; borne: number; population: number; borne_per_head: number; located_per_head: number }
export function burden(table: RawTable | null, year: number): Burden[] {
  if (!table) return [];
  return rowsOf(table, { year }).map((r) => ({
    region: String(r.region), located: number(r.located), borne: number(r.borne), population: number(r.population),
    borne_per_head: number(r.borne_per_head), located_per_head: number(r.located_per_head),
  }));
}
export function perHead(list: Burden[]): number {
  const people = list.reduce((sum, b) => sum + b.population, 0);
  return people > 0 ? (list.reduce((sum, b) => sum + b.borne, 0) / people) * 1e6 : 0;
}

export { total };
