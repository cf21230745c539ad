// The scenario editor's fields, read from schema/scenario.json, and what a reader typed as the differences it is.
import { stringify } from 'smol-toml';
import type { Bilingual } from './types';

export interface SchemaNode {
  title?: string; title_ko?: string; unit?: string; type?: string | string[]; enum?: (string | number)[]; minimum?: number; maximum?: number;
  properties?: Record<string, SchemaNode>; additionalProperties?: boolean | SchemaNode; items?: SchemaNode; minItems?: number; maxItems?: number;
  $ref?: string; $defs?: Record<string, SchemaNode>; minLength?: number;
}
export interface Field { key: string; title: Bilingual; unit: string; kind: 'number' | 'integer' | 'text' | 'choice' | 'years' | 'byYear' | 'switch'; options?: (string | number)[]; minimum?: number; maximum?: number }
export interface Section { key: string; title: Bilingual; fields: Field[] }

function resolve(root: SchemaNode, node: SchemaNode): SchemaNode {
  if (!node.$ref) return node;
  const found = root.$defs?.[node.$ref.replace('#/$defs/', '')] ?? {};
  return { ...found, ...node };
}
const both = (node: SchemaNode, key: string): Bilingual => ({ en: node.title ?? key, ko: node.title_ko ?? node.title ?? key });

function fieldOf(root: SchemaNode, key: string, raw: SchemaNode): Field | null {
  const node = resolve(root, raw);
  const field = { key, title: both(node, key), unit: node.unit ?? '' };
  const bounds = { ...(node.minimum === undefined ? {} : { minimum: node.minimum }), ...(node.maximum === undefined ? {} : { maximum: node.maximum }) };
  if (node.enum) return { ...field, kind: 'choice', options: node.enum };
  if (node.type === 'number') return { ...field, kind: 'number', ...bounds };
  if (node.type === 'integer') return { ...field, kind: 'integer', ...bounds };
  if (node.type === 'boolean') return { ...field, kind: 'switch' };
  if (node.type === 'string') return { ...field, kind: 'text' };
  if (node.type === 'array' && resolve(root, node.items ?? {}).type === 'integer') return { ...field, kind: 'years' };
  if (node.type === 'object' && typeof node.additionalProperties === 'object') {
    const value = resolve(root, node.additionalProperties);
    if (value.type === 'number') {
      return { ...field, kind: 'byYear', ...(value.minimum === undefined ? {} : { minimum: value.minimum }), ...(value.maximum === undefined ? {} : { maximum: value.maximum }) };
    }
  }
  return null; // written as TOML only
}

// Sections of plain settings; `technologies` and `scale` are lists of their own in the editor.
export function sectionsOf(schema: SchemaNode): Section[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, raw]) => {
    const node = resolve(schema, raw);
    if (['title', 'about', 'technologies', 'scale'].includes(key) || !node.properties) return [];
    const fields = Object.entries(node.properties).flatMap(([name, child]) => fieldOf(schema, `${key}.${name}`, child) ?? []);
    return [{ key, title: both(node, key), fields }];
  });
}

export type Values = Record<string, unknown>;

export function valueAt(values: Values, path: string): unknown {
  let node: unknown = values;
  for (const step of path.split('.')) node = node !== null && typeof node === 'object' ? (node as Values)[step] : undefined;
  return node;
}

// What a reader typed, as a value; a message when it is none.
export type Parsed = { value: unknown } | { wrong: 'number' | 'whole' | 'low' | 'high' | 'years' | 'byYear' };

export function parse(field: Field, typed: string): Parsed {
  const text = typed.trim();
  if (field.kind === 'text' || field.kind === 'choice') {
    const found = field.options?.find((o) => String(o) === text);
    return { value: found ?? text };
  }
  if (field.kind === 'switch') return { value: text === 'true' };
  if (field.kind === 'years') {
    const years = text.split(/[\s,]+/).filter(Boolean).map(Number);
    if (years.length === 0 || years.some((y, i) => !Number.isInteger(y) || y < 1900 || y > 2200 || (i > 0 && y <= (years[i - 1] ?? 0)))) return { wrong: 'years' };
    return { value: years };
  }
  if (field.kind === 'byYear') return parseByYear(field, text);
  const number = Number(text.replaceAll(',', ''));
  if (text === '' || !Number.isFinite(number)) return { wrong: 'number' };
  if (field.kind === 'integer' && !Number.isInteger(number)) return { wrong: 'whole' };
  return within(field, number) ?? { value: number };
}

function within(field: Field, number: number): Parsed | null {
  if (field.minimum !== undefined && number < field.minimum) return { wrong: 'low' };
  if (field.maximum !== undefined && number > field.maximum) return { wrong: 'high' };
  return null;
}

// "2030: 0.5, 2050: 1"
function parseByYear(field: Field, text: string): Parsed {
  const result: Record<string, number> = {};
  for (const piece of text.split(/[,;\n]+/).map((p) => p.trim()).filter(Boolean)) {
    const found = /^(\d{4})\s*[:=]\s*(-?[\d.eE+]+)$/.exec(piece);
    if (!found || !Number.isFinite(Number(found[2]))) return { wrong: 'byYear' };
    const bad = within(field, Number(found[2]));
    if (bad) return bad;
    result[found[1] ?? ''] = Number(found[2]);
  }
  return { value: result };
}

export function typedFrom(field: Field, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.join(', ');
  if (field.kind === 'byYear' && typeof value === 'object') return Object.entries(value as Values).map(([y, v]) => `${y}: ${String(v)}`).join(', ');
  return String(value);
}

export function same(a: unknown, b: unknown): boolean { return JSON.stringify(a) === JSON.stringify(b); }

// The differences as a nested object: "policies.self_reliance" → {policies: {self_reliance: …}}. Keys of `scale` keep their dots.
export function nest(differences: Record<string, unknown>): Values {
  const tree: Values = {};
  for (const [path, value] of Object.entries(differences)) {
    const steps = path.startsWith('scale.') ? ['scale', path.slice(6)] : path.split('.');
    let node = tree;
    for (const step of steps.slice(0, -1)) node = (node[step] ??= {}) as Values;
    node[steps.at(-1) ?? ''] = value;
  }
  return tree;
}

export function tomlOf(title: Bilingual, about: Bilingual, differences: Record<string, unknown>): string {
  const head: Values = { title: { ...title } };
  if (about.en || about.ko) head.about = { ...about };
  return stringify({ ...head, ...nest(differences) });
}
