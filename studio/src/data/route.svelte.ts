// Where the reader is: the page, the region and the run live in the fragment, so that every view has an address to share.
//
//     #/plan?region=38&run=3f2a91c04b7d

export const pages = ['choose', 'region', 'where', 'live', 'plan', 'compare', 'change', 'run', 'report'] as const;
export type PageName = (typeof pages)[number];
export interface Place { page: PageName; parameters: Record<string, string> }

export function parseFragment(fragment: string): Place {
  const [path = '', query = ''] = fragment.replace(/^#\/?/, '').split('?');
  const page = (pages as readonly string[]).includes(path) ? (path as PageName) : 'choose';
  return { page, parameters: Object.fromEntries(new URLSearchParams(query)) };
}

export function fragmentOf({ page, parameters }: Place): string {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== '')).toString();
  return `#/${page === 'choose' ? '' : page}${query ? `?${query}` : ''}`;
}

// What goes along from page to page; everything else belongs to one page.
const kept = ['region', 'run'];

class Route {
  place = $state<Place>({ page: 'choose', parameters: {} });

  start(): void {
    const follow = () => {
      const before = this.place.page;
      this.place = parseFragment(location.hash);
      if (this.place.page !== before) scrollTo(0, 0);
    };
    addEventListener('hashchange', follow);
    follow();
  }
  get(name: string): string { return this.place.parameters[name] ?? ''; }

  linkTo(page: PageName, changes: Record<string, string> = {}): string {
    const carried = Object.fromEntries(kept.map((name) => [name, this.get(name)]));
    return fragmentOf({ page, parameters: { ...carried, ...changes } });
  }
  go(page: PageName, changes: Record<string, string> = {}): void { location.hash = this.linkTo(page, changes); }
  // Another view of the same page: no step in the history.
  set(changes: Record<string, string>): void {
    const place = { page: this.place.page, parameters: { ...this.place.parameters, ...changes } };
    history.replaceState(null, '', fragmentOf(place));
    this.place = place;
  }
}

export const route = new Route();
