// A table column by column, and the few questions charts ask of it.
import type { Cell, RawTable } from './types';

export type Row = Record<string, Cell>;
export type Where = Record<string, Cell | readonly Cell[] | undefined>;

export function rowsOf(table: RawTable, where: Where = {}): Row[] {
  const wanted = Object.entries(where).filter(([, value]) => value !== undefined);
  const rows: Row[] = [];
  for (let i = 0; i < table.rows; i++) {
    if (!wanted.every(([name, value]) => matches(table.data[name]?.[i] ?? null, value as Cell))) continue;
    rows.push(Object.fromEntries(table.columns.map(({ name }) => [name, table.data[name]?.[i] ?? null])));
  }
  return rows;
}

function matches(cell: Cell, wanted: Cell | readonly Cell[]): boolean {
  return Array.isArray(wanted) ? wanted.includes(cell) : cell === wanted;
}

export function number(cell: Cell | undefined): number {
  return typeof cell === 'number' ? cell : 0;
}

// Sums of `value` by what `key` names; rows whose key is null are left out. An absent figure adds nothing.
export function sumBy<K>(rows: Row[], key: (row: Row) => K | null, value: string): Map<K, number> {
  const sums = new Map<K, number>();
  for (const row of rows) {
    const group = key(row);
    if (group !== null) sums.set(group, (sums.get(group) ?? 0) + number(row[value]));
  }
  return sums;
}

export function total(rows: Row[], value: string): number {
  return rows.reduce((sum, row) => sum + number(row[value]), 0);
}

export function valuesOf(table: RawTable, column: string): Cell[] {
  return [...new Set(table.data[column] ?? [])];
}

export function yearsOf(table: RawTable): number[] {
  return valuesOf(table, 'year').filter((y): y is number => typeof y === 'number').sort((a, b) => a - b);
}
