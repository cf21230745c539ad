import { describe, expect, it } from 'vitest';
import { allWords, clock, fill } from '../src/text/words';

const braces = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();

describe('words', () => {
  it.each(Object.entries(allWords))('%s says the same things in both languages', (_, [english, korean]) => {
    expect(english).not.toBe('');
    expect(korean).not.toBe('');
    expect(braces(korean)).toEqual(braces(english));
  });
  it('fills what is in braces and leaves the unknown', () => expect(fill('{a} of {b}', { a: '1' })).toBe('1 of {b}'));
  it('tells time as a clock', () => expect([0, 75, 3599].map(clock)).toEqual(['0:00', '1:15', '59:59']));
});
