// What every page needs: the package, the runs, the jobs. Loaded once; runs and jobs follow the program's events.
import type { Bilingual, Job, Package, Region, RunCard, Session, Technology, TechnologyGroup } from './types';
import { forget, getPackage, getRuns, getSession, read, ApiError } from './api';
import { followJobs } from './events';
import { language, pick } from '../text/language.svelte';
import { route } from './route.svelte';
import { theme } from './theme.svelte';

class Studio {
  session = $state<Session | null>(null);
  data = $state.raw<Package | null>(null);
  runs = $state.raw<RunCard[]>([]);
  jobs = $state.raw<Job[]>([]);
  failure = $state<Error | null>(null);
  isLoaded = $state(false);

  private regionByCode = $derived(new Map((this.data?.regions ?? []).map((r) => [r.region, r])));
  private technologyById = $derived(new Map((this.data?.technologies ?? []).map((t) => [t.technology, t])));
  private groupById = $derived(new Map((this.data?.technology_groups ?? []).map((g) => [g.group, g])));
  groups = $derived([...(this.data?.technology_groups ?? [])].sort((a, b) => a.order - b.order));

  // The runs that have an answer to show; the one asked for in the address, else the newest of the whole country.
  solved = $derived(this.runs.filter((run) => run.status === 'ok'));
  run = $derived(this.runs.find((r) => r.id === route.get('run')) ?? this.preferred());
  region = $derived(this.regionByCode.get(route.get('region')) ?? null);
  active = $derived(this.jobs.filter((job) => job.state === 'queued' || job.state === 'running'));

  private preferred(): RunCard | null {
    const whole = this.solved.filter((run) => run.regions.length === 0);
    const candidates = whole.length > 0 ? whole : this.solved;
    return candidates.find((run) => run.scenario === this.data?.default_scenario && run.years.length > 1)
      ?? candidates.find((run) => run.years.length > 1) ?? candidates[0] ?? null;
  }

  async load(): Promise<void> {
    this.failure = null;
    try {
      const [session, data, runs, jobs] = await Promise.all([getSession(), getPackage(), getRuns(), read<Job[]>('jobs')]);
      this.session = session;
      language.suggest(session.language);
      this.data = data;
      this.runs = runs;
      this.jobs = jobs;
      this.isLoaded = true;
      this.follow();
    } catch (error) {
      this.failure = error as Error;
    }
  }

  // One stream a tab, and only while something runs or waits.
  private stop: (() => void) | null = null;
  follow(always = false): void {
    if (this.stop || (!always && this.active.length === 0)) return;
    this.stop = followJobs((job) => this.heard(job), () => {
      this.stop = null;
    });
  }
  unfollow(): void {
    if (this.active.length > 0) return;
    this.stop?.();
    this.stop = null;
  }

  heard(job: Job): void {
    const before = this.jobs.find((j) => j.id === job.id);
    this.jobs = [job, ...this.jobs.filter((j) => j.id !== job.id)].sort((a, b) => b.created.localeCompare(a.created));
    const ended = job.state !== 'running' && job.state !== 'queued';
    if (ended && before?.state !== job.state) void this.refreshRuns();
    if (!ended) this.follow();
  }
  async refreshRuns(): Promise<void> {
    forget('compare');
    this.runs = await getRuns();
  }
  async refreshJobs(): Promise<void> { this.jobs = await read<Job[]>('jobs'); }

  // Names. An unknown code is shown as it is.
  regionName(code: string): string {
    if (code === this.data?.nation) return pick({ en: 'The whole country', ko: '전국' });
    return pick(this.regionByCode.get(code)?.name) || code;
  }
  shortName(code: string): string {
    const region = this.regionByCode.get(code);
    return region ? pick(region.short ?? region.name) : this.regionName(code);
  }
  regionOf(code: string): Region | undefined { return this.regionByCode.get(code); }
  technology(id: string): Technology | undefined { return this.technologyById.get(id); }
  technologyName(id: string): string { return pick(this.technologyById.get(id)?.name) || id; }
  group(id: string): TechnologyGroup | undefined { return this.groupById.get(id); }
  groupOf(technology: string): string { return this.technologyById.get(technology)?.group ?? 'other'; }
  groupName(id: string): string { return pick(this.groupById.get(id)?.name) || id; }
  // The package's colour; coal is not drawn black on black.
  colour(group: string): string {
    const colour = this.groupById.get(group)?.colour || '#8b939a';
    return theme.current === 'dark' ? lighter(colour) : colour;
  }
  carrierName(id: string): string { return pick(this.data?.carriers.find((c) => c.carrier === id)?.name) || id; }
  groupingName(grouping: string, group: string): string {
    return pick(this.data?.groupings.find((g) => g.grouping === grouping)?.groups.find((g) => g.group === group)?.name) || group;
  }
  runTitle(run: RunCard): string {
    const title = pick(run.scenario_title ?? run.title) || run.scenario;
    const same = this.runs.filter((r) => r.scenario === run.scenario).length > 1;
    return same ? `${title} · ${run.id.slice(0, 4)}` : title;
  }
}

export const studio = new Studio();

function lighter(colour: string): string {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return parts.every((p) => p < 0x70) ? `#${parts.map((p) => (p + 0x48).toString(16)).join('')}` : colour;
}

export function problemText(error: unknown): { title: string; detail: string; remedy: string } {
  if (error instanceof ApiError) {
    const { problem } = error;
    const both = problem.both;
    return {
      title: both ? pick(both.title) : problem.title,
      detail: both ? pick(both.detail) : problem.detail,
      remedy: both?.remedy ? pick(both.remedy) : (problem.remedy ?? ''),
    };
  }
  return { title: pick({ en: 'A fault of the studio', ko: '스튜디오 오류' }), detail: error instanceof Error ? error.message : String(error), remedy: '' };
}

export type Named = { name: Bilingual };
