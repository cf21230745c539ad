// Living areas and centres as `structure` and `centres` tell them, and what maps of units need.
import type { Place } from '../charts/geography';
import { getPackage, read, tableIfAny } from './api';
import { number, rowsOf } from './table';
import type { Answer, Bilingual, Region } from './types';

export interface LivingArea {
  id: string; name: Bilingual; units: string[]; population: number | null; workers: number | null; residents: number | null; internal_flow: number | null;
  self_containment: number | null; stability: number | null; dominance: number | null; valid: boolean;
}
export interface Tie { a: string; b: string; value: number }
export interface StructureResult {
  areas: LivingArea[]; count: number; bound: number | null; proven: boolean; internal_share: number | null; links: Tie[]; notes: Bilingual[];
  flows: { kind: string; unit: string; year: number; status: string; source: string };
  megaregions?: { megaregions: { megaregion: string; own_share: number; holds_together: boolean; is_single_region: boolean }[] };
}
export interface Alternative {
  name: string; travel_carbon_t: number; mean_minutes: number; worst_off_minutes: number; jobs_in_reach: number; land_taken_km2: number;
  saving_carbon: number; saving_worst_off_minutes: number; centres: { tier: string; units: string[] }[];
}
export interface CentresResult { horizon: number; units: number; alternatives: Alternative[]; assumptions: Record<string, number> }
export interface BeingMade { verb: string; stage: Bilingual; share: number | null; detail: string; expected_seconds: number; stage_started: string | null }

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

// Asks until the answer is there; `told` hears how far it is. Null: given up.
export async function whenMade<T>(verb: 'structure' | 'centres', told: (how: BeingMade) => void, isWanted: () => boolean): Promise<Answer<T> | null> {
  while (isWanted()) {
    const answer = await read<Answer<T> | BeingMade>(verb);
    if ('result' in answer) return answer;
    told(answer);
    await pause(700);
  }
  return null;
}

export interface Unit extends Region { population: number; jobs: number; status: string }
export interface Units { all: Unit[]; outlines: GeoJSON.FeatureCollection | null }

// "MULTIPOLYGON(((127 37,...)))" as GeoJSON.
export function geometryOf(text: string): GeoJSON.MultiPolygon {
  const numbers = text.replace(/^[A-Z ]+/, '').replace(/(-?[\d.]+) (-?[\d.]+)/g, '[$1,$2]').replaceAll('(', '[').replaceAll(')', ']');
  return { type: 'MultiPolygon', coordinates: JSON.parse(numbers) as GeoJSON.Position[][][] };
}

export async function loadUnits(): Promise<Units> {
  const [table, shapes, data] = await Promise.all([tableIfAny('units'), tableIfAny('unit_shapes'), getPackage()]);
  const region = new Map(data.regions.map((r) => [r.region, r.name])), short = new Map(data.regions.map((r) => [r.region, r.short ?? r.name]));
  const times = new Map<string, number>(); // many cities have a Seo-gu
  for (const name of table?.data.name_ko ?? []) times.set(String(name), (times.get(String(name)) ?? 0) + 1);
  const all = (table ? rowsOf(table) : []).map((r): Unit => {
    const name = { en: String(r.name_en), ko: String(r.name_ko) }, of = region.get(String(r.region)), near = short.get(String(r.region));
    return {
      region: String(r.unit), parent: String(r.region), level: 'unit', short: near && (times.get(name.ko) ?? 0) > 1 ? { en: `${name.en} (${near.en})`, ko: `${near.ko} ${name.ko}` } : name,
      name: of ? { en: `${name.en}, ${of.en}`, ko: `${of.ko} ${name.ko}` } : name,
      lat: r.lat as number | null, lon: r.lon as number | null, area_km2: r.area_km2 as number | null, tile_x: null, tile_y: null, groups: {},
      population: number(r.population), jobs: number(r.jobs), status: String(r.status ?? ''),
    };
  });
  const outlines = shapes && { type: 'FeatureCollection' as const, features: rowsOf(shapes).map((r) => ({ type: 'Feature' as const, properties: { region: String(r.unit) }, geometry: geometryOf(String(r.shape)) })) };
  return { all, outlines };
}

// Edges two drawn units share, as "x,y x,y" → the units. Outlines are thinned arc by arc, so both draw the same corners.
function sharedEdges(places: Place[]): Map<string, string[]> {
  const edges = new Map<string, string[]>();
  for (const place of places) {
    for (const ring of place.path.split('M').slice(1)) {
      const corners = ring.replace('Z', '').split('L');
      corners.forEach((a, i) => {
        const b = corners[(i + 1) % corners.length] ?? a;
        if (a === b) return;
        const key = a < b ? `${a}L${b}` : `${b}L${a}`;
        const known = edges.get(key);
        if (known) known.push(place.code);
        else edges.set(key, [place.code]);
      });
    }
  }
  return edges;
}

export interface Divided { borders: string; tint: Map<string, number> }

// Lines between areas as one path, and a tint 0..5 for each area, other than its neighbours' where six suffice.
export function divide(places: Place[], areaOf: Map<string, string>): Divided {
  const near = new Map<string, Set<string>>();
  let borders = '';
  for (const [edge, units] of sharedEdges(places)) {
    const [a, b] = units.map((u) => areaOf.get(u) ?? '');
    if (a === undefined || b === undefined || a === b) continue;
    borders += `M${edge}`;
    near.set(a, (near.get(a) ?? new Set()).add(b));
    near.set(b, (near.get(b) ?? new Set()).add(a));
  }
  const tint = new Map<string, number>();
  const areas = [...new Set(areaOf.values())].sort((a, b) => (near.get(b)?.size ?? 0) - (near.get(a)?.size ?? 0));
  for (const area of areas) {
    const taken = new Set([...(near.get(area) ?? [])].map((other) => tint.get(other)));
    tint.set(area, [0, 1, 2, 3, 4, 5].find((t) => !taken.has(t)) ?? 0);
  }
  return { borders, tint };
}
