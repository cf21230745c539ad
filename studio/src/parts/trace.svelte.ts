// Where a figure comes from, as a request: what it is, by which equations, from which tables.
import type { Bilingual } from '../data/types';

export interface Trace {
  title: string;
  about?: Bilingual;
  equations?: string[];
  // A figure of a run: the program tells equations, inputs and sources of this cell.
  run?: { id: string; table: string; column: string; key?: Record<string, string | number> };
  // A figure of the package: rows of these tables and their sources.
  tables?: { name: string; where?: Record<string, string | number | (string | number)[]> }[];
  sources?: string[];
}

class TraceState {
  current = $state.raw<Trace | null>(null);
  open(trace: Trace): void { this.current = trace; }
  close(): void { this.current = null; }
}

export const trace = new TraceState();
