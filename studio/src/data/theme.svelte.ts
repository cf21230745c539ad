// Light or dark: the system's choice until the reader chooses.
export type Theme = 'light' | 'dark';
const key = 'ecumene.theme';

class ThemeState {
  current = $state<Theme>('light');
  start(): void {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => {
      const chosen = localStorage.getItem(key);
      this.apply(chosen === 'dark' || chosen === 'light' ? chosen : system.matches ? 'dark' : 'light');
    };
    system.addEventListener('change', follow);
    follow();
  }
  toggle(): void {
    const next = this.current === 'dark' ? 'light' : 'dark';
    localStorage.setItem(key, next);
    this.apply(next);
  }
  private apply(theme: Theme): void {
    this.current = theme;
    document.documentElement.dataset.theme = theme;
  }
}

export const theme = new ThemeState();
