import { describe, expect, it } from 'vitest';
import { niceAxis, overlap, placeLabels, shorten, spread, widthOf } from '../src/charts/axis';

describe('axes', () => {
  it('end on their outer ticks and hold zero', () => {
    const axis = niceAxis([3, 47], 5);
    expect(axis.domain).toEqual([0, 50]);
    expect(axis.ticks[0]).toBe(0);
    expect(axis.ticks.at(-1)).toBe(50);
  });
  it('reach below zero where values do', () => expect(niceAxis([-12, 40], 5).domain[0]).toBeLessThanOrEqual(-12));
  it('stand for nothing, and for one value', () => {
    expect(niceAxis([], 5).domain).toEqual([0, 1]);
    const one = niceAxis([0], 5).domain;
    expect(one[1]).toBeGreaterThan(one[0]);
  });
});

describe('labels', () => {
  it('of equal height are spread within their bounds, in order', () => {
    const places = spread([100, 100, 100, 20], 16, 0, 120);
    const sorted = [...places].sort((a, b) => a - b);
    sorted.forEach((y, i) => i > 0 && expect(y - sorted[i - 1]!).toBeGreaterThanOrEqual(15.999));
    expect(sorted[0]).toBeGreaterThanOrEqual(0);
    expect(sorted.at(-1)).toBeLessThanOrEqual(120);
    expect(Math.min(...places)).toBe(places[3]);
  });
  it('stay where they are when there is room', () => expect(spread([20, 80], 16, 0, 120)).toEqual([20, 80]));
  it('on a map never overlap; the one without room is left out', () => {
    const here: [number, number][] = [[50, 50]];
    const boxes = placeLabels([{ width: 40, height: 12, spots: here }, { width: 40, height: 12, spots: [...here, [50, 80]] }, { width: 40, height: 12, spots: here }]);
    expect(boxes[0] && boxes[1] && !overlap(boxes[0], boxes[1])).toBe(true);
    expect(boxes[2]).toBeNull();
  });
  it('are cut with an ellipsis to the room they have', () => {
    expect(shorten('태양광(발전사업)', 13, 60).endsWith('…')).toBe(true);
    expect(widthOf(shorten('Hydrogen turbines and supply', 13, 90), 13)).toBeLessThanOrEqual(90);
    expect(shorten('Gas', 13, 90)).toBe('Gas');
  });
});
