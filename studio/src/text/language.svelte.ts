// The language in force. Texts that come from the program hold both; `pick` takes the one to show.
import type { Bilingual } from '../data/types';

export type Language = 'ko' | 'en';
const key = 'ecumene.language';

class LanguageState {
  current = $state<Language>(stored() ?? 'ko');
  set(value: Language): void {
    this.current = value;
    localStorage.setItem(key, value);
    document.documentElement.lang = value;
  }
  // What the program suggests, unless the reader chose before.
  suggest(value: Language): void {
    if (!stored()) this.current = value;
    document.documentElement.lang = this.current;
  }
}

function stored(): Language | null {
  const value = globalThis.localStorage?.getItem(key);
  return value === 'ko' || value === 'en' ? value : null;
}

export const language = new LanguageState();

export function pick(text: Bilingual | null | undefined): string {
  if (!text) return '';
  return text[language.current] || text.en || text.ko;
}
