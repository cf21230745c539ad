import { describe, expect, it } from 'vitest';
import { fragmentOf, parseFragment } from '../src/data/route.svelte';

describe('an address', () => {
  it('names page, region and run', () => expect(parseFragment('#/plan?region=38&run=abc')).toEqual({ page: 'plan', parameters: { region: '38', run: 'abc' } }));
  it('leads to the choice of a region when it says nothing we know', () => {
    for (const fragment of ['', '#/', '#/nowhere', '#/../etc']) expect(parseFragment(fragment).page).toBe('choose');
  });
  it('is written as it is read, without what is empty', () => expect(fragmentOf({ page: 'compare', parameters: { with: 'a,b', region: '' } })).toBe('#/compare?with=a%2Cb'));
});
