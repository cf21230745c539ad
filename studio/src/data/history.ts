// Emissions of the past by region, on the production ledger, and people: what maps and trends of today show.
import { number, rowsOf } from './table';
import type { RawTable } from './types';

const toTonnes: Record<string, number> = { tCO2eq: 1, ktCO2eq: 1e3, MtCO2eq: 1e6 };

// region → year → tCO2eq, gross, all sectors. Where a year stands twice, the first row speaks.
export function history(emissions: RawTable, ledger = 'production'): Map<string, Map<number, number>> {
  const found = new Map<string, Map<number, number>>();
  for (const row of rowsOf(emissions, { ledger, coverage: 'gross', sector: 'total', gas: 'all' })) {
    if (typeof row.value !== 'number') continue;
    const region = String(row.region), year = number(row.year);
    const line = found.get(region) ?? new Map<number, number>();
    if (!line.has(year)) line.set(year, row.value * (toTonnes[String(row.unit)] ?? 1));
    found.set(region, line);
  }
  return found;
}

export function people(population: RawTable): Map<string, Map<number, number>> {
  const found = new Map<string, Map<number, number>>();
  for (const row of rowsOf(population)) {
    if (typeof row.value !== 'number') continue;
    const region = String(row.region);
    const line = found.get(region) ?? new Map<number, number>();
    if (!line.has(number(row.year))) line.set(number(row.year), row.value);
    found.set(region, line);
  }
  return found;
}

export function latestPerHead(emissions: RawTable, population: RawTable, regions: string[]): { year: number; values: Map<string, number | null> } {
  const past = history(emissions), heads = people(population);
  const year = Math.max(0, ...regions.flatMap((r) => [...(past.get(r)?.keys() ?? [])]));
  return { year, values: new Map(regions.map((r) => [r, ratio(past.get(r)?.get(year), heads.get(r)?.get(year))])) };
}

export function ratio(above: number | undefined | null, below: number | undefined | null): number | null {
  return above === undefined || above === null || !below ? null : above / below;
}
