// The shapes of the JSON API (schema/studio_api.json), as far as the pages use them. Unknown numbers are null.
export interface Bilingual { en: string; ko: string }
export type Cell = string | number | null;

export interface Column { name: string; kind?: 'text' | 'number'; unit: string | null; about: string | null }
export interface RawTable {
  name: string;
  about?: string | null;
  key?: string[];
  rows: number;
  columns: Column[];
  data: Record<string, Cell[]>;
  equations?: string[];
  inputs?: string[];
}

export interface Region {
  region: string; level: string; parent: string; name: Bilingual; short?: Bilingual;
  lat: number | null; lon: number | null; area_km2: number | null; tile_x: number | null; tile_y: number | null;
  groups: Record<string, string>;
}
export interface Grouping { grouping: string; groups: { group: string; name: Bilingual }[] }
export interface Technology {
  technology: string; name: Bilingual; kind: string; group: string; carrier: string; clean?: boolean | null; sector?: string | null;
}
export interface TechnologyGroup { group: string; name: Bilingual; colour: string; order: number }
export interface Source { source: string; title: string; publisher: string; year: string | number | null; licence: string; note: string }
export interface Package {
  name: string; title: Bilingual; nation: string; base_year: number; currency: string; price_year: number;
  default_scenario: string; inventory_basis: string;
  regions: Region[]; groupings: Grouping[]; carriers: { carrier: string; name: Bilingual; unit: string }[];
  technologies: Technology[]; technology_groups: TechnologyGroup[]; sources: Source[];
  tables: { name: string; title: Bilingual; rows: number }[]; has_shapes: boolean;
}
export interface Session {
  version: string; language: 'ko' | 'en'; package: string; today: string; can_change: boolean; folder?: string; verbs?: string[];
}

export interface Finding {
  severity: 'note' | 'warning' | 'error'; code: string; file: string; row: number; column: string; message: string; remedy: string;
}
export interface Answer<T> {
  version: string; verb: string; status: string; findings: Finding[]; seconds: number; result: T | null;
}
export interface Problem {
  type: string; title: string; status: number; detail: string; remedy?: string;
  both?: { title: Bilingual; detail: Bilingual; remedy?: Bilingual }; findings?: Finding[];
}

export interface RunCard {
  id: string; scenario: string; scenario_title?: Bilingual; title?: Bilingual; about?: Bilingual; status: string; made?: string | null;
  years: number[]; regions: string[]; objective: number | null; is_stale?: boolean; seconds?: number | null;
  net_emissions_last?: number | null; cost_last?: number | null;
}
export interface PlanYear {
  year: number; net_emissions: number | null; cap: number | null; carbon_price: number | null; cost: number | null;
  cost_per_head: number | null; clean_share: number | null; unserved: number | null;
}
export interface Certificate {
  primal: number | null; dual: number | null; gap: number | null; objective?: number | null; dual_objective?: number | null; about?: string;
}
export interface Conflict { policy: string; region: string; year: number; amount: number | null; unit: string; sentence: Bilingual }
export interface HoursInfo { kind: string; years: number[]; regions: string[]; points: number; step: number; unit: string }
export interface PlanResult {
  run: string; scenario: string; outcome: string; objective: number | null; backend?: string; package?: string;
  certificate: Certificate; years: PlanYear[]; conflicts: Conflict[]; time_text?: Bilingual;
  scenario_title?: Bilingual; regions?: string[]; made?: string | null; is_stale?: boolean;
  tables?: { name: string; rows: number; about?: string }[]; hours?: HoursInfo | null;
  files?: { name: string; bytes: number; type: string; about: Bilingual }[];
}

export interface Figure { year: number; value: number | null; status: string }
export interface Growth { first_year: number; last_year: number; value: number | null; status: string; reason: Bilingual }
export interface GroupProfile {
  group: string; name?: Bilingual; regions?: string[]; total: Figure; growth: Growth; share_last: Figure; per_head_last: Figure;
  per_head_growth?: Growth;
}
export interface Effect { id: string; name: Bilingual; value: number }
export interface Decomposition {
  level: 'nation' | 'group' | 'region'; place: string; name?: Bilingual; cells: string; measure: string; prices: string; chaining: string;
  first_year: number; last_year: number; first: number | null; last: number | null; change: number | null; effects: Effect[];
  status?: string; reason: Bilingual;
}
export interface Decoupling {
  level: string; place: string; name?: Bilingual; measure: string; prices: string; first_year: number; last_year: number;
  state: string; state_name?: Bilingual; elasticity: number | null; emissions_change?: number | null; product_change?: number | null; reason: Bilingual;
}
export interface LedgerPlace {
  place: string; name?: Bilingual; people?: number | null; emissions: Record<string, number | null>; per_head: Record<string, number | null>; status?: string;
}
export interface InequalityYear {
  year: number; theil: number | null; parts: Record<string, number | null>; gini: number | null; williamson: number | null;
  palma: number | null; spread: number | null; highest?: string; lowest?: string;
}
export interface Indicator {
  id: string; name: Bilingual; unit: string; formula: Bilingual; direction: 'harder' | 'easier'; year: number; sources: string[];
}
export interface Diagnosis {
  package?: string; grouping: string; first_year: number; last_year: number; ledger: string;
  accounting: { ledger: string; coverage: string; tree: string; gas: string; gwp?: string; basis?: string };
  groups: GroupProfile[]; all?: GroupProfile;
  ratio: { higher: string; lower: string; first: Figure; last: Figure; reason: Bilingual };
  cautions?: Bilingual[]; sources?: string[];
  ledgers: {
    year: number; chain: { ledger: string; text: Bilingual; ratio: number | null; moved: number | null; published?: number | null }[];
    regions: LedgerPlace[]; groups: LedgerPlace[]; all: LedgerPlace; notes: Bilingual[];
  };
  lmdi: Decomposition[]; decoupling: Decoupling[];
  inequality: { coverage: string; nesting: string[]; years: InequalityYear[] };
  conditions: { indicators: Indicator[]; values: { region: string; indicator: string; value: number | null; score: number | null; status?: string }[] };
  typology: { types: { id: string; text: Bilingual; regions: string[] }[]; structured: boolean; justification: Bilingual };
}

export interface ScenarioCard { name: string; title: Bilingual; about: Bilingual; own: boolean; base: boolean }
export interface Difference { base: unknown; value: unknown }
export interface Scenario {
  name: string; title: Bilingual; about: Bilingual; toml: string; digest?: string | null;
  values: Record<string, unknown>; differences: Record<string, Difference>;
}
export interface ScenarioCheck {
  valid: boolean; findings: Finding[]; differences: Record<string, Difference>; toml?: string;
  estimate?: { seconds: number; fits: boolean; time_text?: Bilingual } | null;
}
export interface Choices {
  carbon_cap: { target: string; scope: string; years: { year: number; value: number; unit: string; basis?: string; status?: string; source?: string }[] }[];
  demand: string[]; population: string[]; technologies: { technology: string; name: Bilingual; extendable: boolean }[];
  scale: { key: string; name: Bilingual; unit: string; about?: Bilingual }[];
}

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted';
export interface Job {
  id: string; verb: string; scenario: string; title?: Bilingual; overrides: string[]; state: JobState; position?: number;
  created: string; started: string | null; ended: string | null; stage: Bilingual | null; share: number | null; detail: string | null;
  expected_seconds: number | null; stage_started?: string | null; elapsed_seconds: number | null; run: string | null; status: string | null; is_resumable?: boolean;
  problem: Problem | null; log?: { at: string; text: Bilingual }[];
}

export interface Comparison {
  runs: RunCard[];
  settings: { key: string; unit: string | null; title: Bilingual; values: unknown[] }[];
  headline: { indicator: string; name: Bilingual; unit: string; year: number; values: (number | null)[]; difference: (number | null)[]; relative: (number | null)[] }[];
  tables: { name: string; about?: string; rows: number; differing: number }[];
}
export interface Equation { number: string; title: string; text: string; page: string }
export interface Origin {
  table: string; column: string; table_title: Bilingual; column_name: Bilingual; unit: string | null; about: string | null; value: number | null; equations: Equation[];
  inputs: { table: string; title?: Bilingual; rows: number; by_status: Record<string, number>; sources: Source[] }[];
}
