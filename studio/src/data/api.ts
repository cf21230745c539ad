// The one door to the program: fetches, remembers what cannot change, and turns every failure into a Problem in words.
import type { Answer, Diagnosis, Package, PlanResult, Problem, RawTable, RunCard, Session } from './types';
import { takeEarly } from './early';
import { language } from '../text/language.svelte';

export class ApiError extends Error {
  constructor(readonly problem: Problem) { super(problem.detail || problem.title); }
}

const tokenKey = 'ecumene.token';

// The address the program prints carries the token behind '#': it never travels in a request line.
export function takeToken(): void {
  const found = /[#&?]token=([^&]+)/.exec(location.hash);
  if (!found?.[1]) return;
  localStorage.setItem(tokenKey, decodeURIComponent(found[1]));
  history.replaceState(null, '', `${location.pathname}#/`);
}

function headers(): Record<string, string> {
  const token = localStorage.getItem(tokenKey);
  return { 'Accept-Language': language.current, ...(token ? { 'X-Ecumene-Token': token } : {}) };
}

const unreachable: Problem = {
  type: 'urn:ecumene:problem:unreachable', title: 'No answer', status: 0, detail: 'The program does not answer. Is it still running?',
  both: {
    title: { en: 'No answer', ko: '응답 없음' },
    detail: { en: 'The program does not answer. Start it again with ./ecumene studio.', ko: '프로그램이 응답하지 않습니다. ./ecumene studio로 다시 시작하세요.' },
  },
};

async function send(path: string, options: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await ((!options.method && takeEarly(path)) || fetch(`./api/${path}`, { ...options, headers: { ...headers(), ...options.headers } }));
  } catch {
    throw new ApiError(unreachable);
  }
  if (response.ok) return response;
  const problem = (await response.json().catch(() => null)) as Problem | null;
  throw new ApiError(problem ?? { type: 'about:blank', title: response.statusText, status: response.status, detail: `${response.status} ${response.statusText}` });
}

export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await send(path, signal ? { signal } : {})).json() as Promise<T>;
}

export async function change<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T | null> {
  const options: RequestInit = { method };
  if (body !== undefined) Object.assign(options, { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  const response = await send(path, options);
  return response.status === 204 ? null : (response.json() as Promise<T>);
}

const kept = new Map<string, Promise<unknown>>();

// For what does not change while the program runs: the package, and everything of a finished run.
export function once<T>(path: string): Promise<T> {
  let answer = kept.get(path) as Promise<T> | undefined;
  if (!answer) {
    answer = read<T>(path);
    answer.catch(() => kept.delete(path));
    kept.set(path, answer);
  }
  return answer;
}
export function forget(start = ''): void {
  for (const path of kept.keys()) if (path.startsWith(start)) kept.delete(path);
}

const part = encodeURIComponent;
export const getSession = () => read<Session>('session');
export const getPackage = () => once<Package>('package');
export const getShapes = () => once<GeoJSON.FeatureCollection>('package/shapes');
export const packageTable = (name: string) => once<RawTable>(`package/tables/${part(name)}`);
// Of the ledgers of the past, the lines maps and trends show: a tenth of the table.
export const pastEmissions = () => once<RawTable>('package/tables/emissions?ledger=production&coverage=gross&sector=total&gas=all');
// A table many packages do without: null where it is absent, and nothing is asked.
export const tableIfAny = async (name: string) => ((await getPackage()).tables.some((table) => table.name === name) ? packageTable(name) : null);
export const getRuns = () => read<RunCard[]>('runs');
export const getRun = (id: string) => once<Answer<PlanResult>>(`runs/${part(id)}`);
export const runTable = (id: string, name: string) => once<RawTable>(`runs/${part(id)}/tables/${part(name)}`);
export const getDiagnosis = (grouping = '') =>
  once<Answer<Diagnosis>>(grouping ? `diagnosis?grouping=${part(grouping)}` : 'diagnosis');

export interface Hours { year: number; region: string; items: string[]; step: number; points: number; unit: string; values: Float32Array[] }

// uint32 n, n bytes of JSON, then float32 item by item (little-endian).
export function decodeHours(buffer: ArrayBuffer): Hours {
  const length = new DataView(buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, length)).replace(/\0+$/, '')) as Omit<Hours, 'values'>;
  const values = head.items.map((_, i) => new Float32Array(buffer, 4 + length + i * head.points * 4, head.points));
  return { ...head, values };
}
export async function getHours(run: string, year: number, region: string): Promise<Hours> {
  const place = region ? `&region=${part(region)}` : '';
  return decodeHours(await (await send(`runs/${part(run)}/hours?year=${year}${place}`)).arrayBuffer());
}
