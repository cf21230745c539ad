// A table column by column, and the few questions charts ask of it.
import type { Cell, RawTable } from './types';

export type Row = Record<string, Cell>;
export type Where = Record<string, Cell | readonly Cell[] | undefined>;

// Tables of hundreds of regions have tens of thousands of rows: only those asked for become objects.
export function rowsOf(table: RawTable, where: Where = {}): Row[] {
  const wanted = Object.entries(where).filter(([, value]) => value !== undefined).map(([name, value]) => ({ cells: table.data[name], value: Array.isArray(value) ? new Set(value as Cell[]) : (value as Cell) }));
  const columns = table.columns.map(({ name }) => ({ name, cells: table.data[name] }));
  const rows: Row[] = [];
  next: for (let i = 0; i < table.rows; i++) {
    for (const { cells, value } of wanted) {
      const cell = cells?.[i] ?? null;
      if (value instanceof Set ? !value.has(cell) : cell !== value) continue next;
    }
    const row: Row = {};
    for (const { name, cells } of columns) row[name] = cells?.[i] ?? null;
    rows.push(row);
  }
  return rows;
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

export function groupBy(rows: Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const name = String(row[column]), own = groups.get(name);
    if (own) own.push(row);
    else groups.set(name, [row]);
  }
  return groups;
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
