import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classify, draw, roundOff } from '../src/charts/geography';
import type { Region } from '../src/data/types';

const root = new URL('../../data/korea/', import.meta.url);
const shapes = JSON.parse(readFileSync(new URL('shapes.json', root), 'utf8')) as GeoJSON.FeatureCollection;
const regions: Region[] = readFileSync(new URL('regions.csv', root), 'utf8').trim().split('\n').slice(1).map((line) => {
  const [region = '', level = '', parent = '', en = '', ko = '', lat, lon, area, x, y] = line.split(',');
  return { region, level, parent, name: { en, ko }, lat: Number(lat), lon: Number(lon), area_km2: Number(area), tile_x: Number(x), tile_y: Number(y), groups: {} };
});

describe('a map', () => {
  it('draws every province of the package, cities over the province around them', () => {
    const { places, kind } = draw(regions, shapes, 600, 750);
    expect(kind).toBe('shapes');
    expect(places.map((p) => p.code).sort()).toEqual(regions.map((r) => r.region).sort());
    const order = places.map((p) => p.code);
    expect(order.indexOf('24')).toBeGreaterThan(order.indexOf('36')); // Gwangju in Jeonnam
    expect(order.indexOf('11')).toBeGreaterThan(order.indexOf('31')); // Seoul in Gyeonggi
  });
  it('puts a name where its region is', () => {
    const place = new Map(draw(regions, shapes, 600, 750).places.map((p) => [p.code, p]));
    expect(place.get('32')!.x).toBeGreaterThan(place.get('11')!.x); // Gangwon is east of Seoul
    expect(place.get('39')!.y).toBeGreaterThan(place.get('36')!.y); // Jeju is south of Jeonnam
  });
  it('shows Ulleungdo and Dokdo, east of the mainland', () => {
    const path = draw(regions, shapes, 600, 750).places.find((p) => p.code === '37')!.path; // Gyeongbuk
    const mainland = Math.max(...shapes.features.filter((f) => f.properties?.region !== '37').flatMap((f) => (f.geometry as GeoJSON.MultiPolygon).coordinates.flat(2).map(([lon]) => lon!)));
    expect(mainland).toBeLessThan(130);
    const parts = shapes.features.find((f) => f.properties?.region === '37')!.geometry as GeoJSON.MultiPolygon;
    expect(parts.coordinates.filter((part) => part[0]!.every(([lon]) => lon! > 131.8))).toHaveLength(2);
    expect(path).toMatch(/a1\.5,1\.5/);
  });
  it('falls back to squares, then to points', () => {
    expect(draw(regions, null, 600, 750).kind).toBe('tiles');
    const far = regions.map((r) => ({ ...r, tile_x: null }));
    const drawing = draw(far, null, 600, 750);
    expect(drawing.kind).toBe('points');
    expect(drawing.places.every((p) => p.x > 0 && p.x < 600 && p.y > 0 && p.y < 750)).toBe(true);
  });
});

describe('classes', () => {
  it('hold about as many regions each, with round bounds', () => {
    const { bounds, colourOf } = classify([1, 2, 3, 4, 5, 6, 7, 8, 9, 100]);
    expect(bounds).toHaveLength(4);
    expect(new Set([1, 3, 5, 7, 100].map(colourOf)).size).toBe(5);
  });
  it('on both sides of zero take different hues', () => {
    const { colourOf } = classify([-0.5, 0.5], 0);
    expect(colourOf(-0.5)).toBe('var(--d4)');
    expect(colourOf(0.5)).toBe('var(--d0)');
    expect(colourOf(0.01)).toBe('var(--d2)');
  });
  it('survive values that are all alike', () => expect(classify([5, 5, 5]).colourOf(5)).toMatch(/^var/));
  it('round to digits that mean something', () => expect([1234, 0.01234, -57].map((v) => roundOff(v))).toEqual([1200, 0.012, -57]));
});
