// From a package's regions and outlines to paths and places on a drawing. Without outlines: squares on the package's grid.
import { geoPath } from 'd3-geo';
import type { Region } from '../data/types';

export interface Place { code: string; path: string; x: number; y: number; size: number }
export interface Drawing { places: Place[]; kind: 'shapes' | 'tiles' | 'points' }

// Maps of one size share their drawing: only fills differ.
interface Kept { shapes: GeoJSON.FeatureCollection | null; drawing: Drawing }
const drawn = new WeakMap<Region[], Map<string, Kept>>();
export function draw(regions: Region[], shapes: GeoJSON.FeatureCollection | null, width: number, height: number): Drawing {
  const sizes = drawn.get(regions) ?? new Map<string, Kept>(), size = `${width}x${height}`;
  drawn.set(regions, sizes);
  const known = sizes.get(size);
  if (known?.shapes === shapes) return known.drawing;
  if (sizes.size > 8) sizes.clear(); // a window being resized
  const drawing = drawAnew(regions, shapes, width, height);
  sizes.set(size, { shapes, drawing });
  return drawing;
}

function drawAnew(regions: Region[], shapes: GeoJSON.FeatureCollection | null, width: number, height: number): Drawing {
  const codes = new Set(regions.map((r) => r.region));
  const features = (shapes?.features ?? []).filter((f) => codes.has(String(f.properties?.region)));
  if (features.length > 0) return { places: fromShapes(features, width, height), kind: 'shapes' };
  if (regions.every((r) => r.tile_x !== null && r.tile_y !== null)) return { places: fromTiles(regions, width, height), kind: 'tiles' };
  return { places: fromPoints(regions, width, height), kind: 'points' };
}

// Height over width of what draw() will draw, between a half and one and a quarter.
export function tallness(regions: Region[], shapes: GeoJSON.FeatureCollection | null): number {
  const codes = new Set(regions.map((r) => r.region));
  const corners = (shapes?.features ?? []).filter((f) => codes.has(String(f.properties?.region))).flatMap((f) => cornersOf(f.geometry));
  if (corners.length === 0) return regions.every((r) => r.tile_x !== null) ? 0.9 : 1.2;
  const [[left, top], [right, bottom]] = reach(corners.map(mercator));
  return Math.min(1.25, Math.max(0.5, (bottom - top) / (right - left)));
}

const cornersOf = (geometry: GeoJSON.Geometry): GeoJSON.Position[] => ('coordinates' in geometry ? (geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2) as GeoJSON.Position[]) : []);

function reach(points: GeoJSON.Position[]): [[number, number], [number, number]] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of points) [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  return [[left, top], [right, bottom]];
}

// From degrees to pixels: as large as fits within the margin, in the middle.
function fit(points: GeoJSON.Position[], width: number, height: number, margin: number): (p: GeoJSON.Position) => [number, number] {
  const [[left, top], [right, bottom]] = reach(points.map(mercator));
  const by = Math.min((width - 2 * margin) / (right - left || 1e-9), (height - 2 * margin) / (bottom - top || 1e-9));
  return (p) => {
    const [x = 0, y = 0] = mercator(p);
    return [width / 2 + by * (x - (left + right) / 2), height / 2 + by * (y - (top + bottom) / 2)];
  };
}

// The largest first: a city inside a province is drawn over it. A region's name stands in its largest part.
function fromShapes(features: GeoJSON.Feature[], width: number, height: number): Place[] {
  const project = fit(features.flatMap((f) => cornersOf(f.geometry)), width, height, 6);
  const path = geoPath().digits(1);
  const places = features.map((f) => ({ ...f, geometry: flat(f.geometry, project) })).map((feature) => {
    const main = largestPart(feature, path);
    const [x, y] = path.centroid(main);
    return { code: String(feature.properties?.region), path: (path(feature) ?? '') + islets(feature, path), x, y, size: path.area(main) };
  });
  return places.sort((a, b) => b.size - a.size);
}

// Islands too small to be seen get a dot, as on printed maps: Dokdo is two rocks of 0.1 km2.
function islets(feature: GeoJSON.Feature, path: ReturnType<typeof geoPath>): string {
  if (feature.geometry.type !== 'MultiPolygon') return '';
  return feature.geometry.coordinates.map((coordinates) => {
    const part: GeoJSON.Polygon = { type: 'Polygon', coordinates };
    const [x, y] = path.centroid(part);
    return path.area(part) < 3 ? `M${(x - 1.5).toFixed(1)},${y.toFixed(1)}a1.5,1.5 0 1,0 3,0a1.5,1.5 0 1,0 -3,0Z` : '';
  }).join('');
}

// Mercator, y downwards. A country is flat enough for that, and needs none of the sphere's cutting and resampling.
const mercator = ([lon = 0, lat = 0]: GeoJSON.Position): GeoJSON.Position => [(lon * Math.PI) / 180, -Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))];

function flat(geometry: GeoJSON.Geometry, project: (p: GeoJSON.Position) => GeoJSON.Position): GeoJSON.Geometry {
  const rings = (polygon: GeoJSON.Position[][]) => polygon.map((ring) => ring.map(project));
  if (geometry.type === 'Polygon') return { ...geometry, coordinates: rings(geometry.coordinates) };
  if (geometry.type === 'MultiPolygon') return { ...geometry, coordinates: geometry.coordinates.map(rings) };
  return geometry;
}

function largestPart(feature: GeoJSON.Feature, path: ReturnType<typeof geoPath>): GeoJSON.Polygon | GeoJSON.Geometry {
  const { geometry } = feature;
  if (geometry.type !== 'MultiPolygon') return geometry;
  const parts = geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }) as GeoJSON.Polygon);
  return parts.reduce((best, part) => (path.area(part) > path.area(best) ? part : best), parts[0]!);
}

function fromTiles(regions: Region[], width: number, height: number): Place[] {
  const columns = Math.max(...regions.map((r) => r.tile_x ?? 0)) + 1, rows = Math.max(...regions.map((r) => r.tile_y ?? 0)) + 1;
  const side = Math.min(width / columns, height / rows, 96);
  const left = (width - side * columns) / 2, top = (height - side * rows) / 2;
  return regions.map((r) => {
    const x = left + (r.tile_x ?? 0) * side + 2, y = top + (r.tile_y ?? 0) * side + 2, s = side - 4;
    return { code: r.region, path: `M${x},${y}h${s}v${s}h${-s}Z`, x: x + s / 2, y: y + s / 2, size: s * s };
  });
}

function fromPoints(regions: Region[], width: number, height: number): Place[] {
  const known = regions.filter((r) => r.lat !== null && r.lon !== null);
  const at = (r: Region): GeoJSON.Position => [r.lon ?? 0, r.lat ?? 0];
  const project = fit(known.map(at), width, height, 30);
  return known.map((r) => {
    const [x, y] = project(at(r));
    return { code: r.region, path: `M${x - 9},${y}a9,9 0 1,0 18,0a9,9 0 1,0 -18,0Z`, x, y, size: 250 };
  });
}

// Five classes by quantiles that end on round numbers; a diverging scale is cut evenly on both sides of `middle`.
export interface Classes { bounds: number[]; colourOf: (value: number) => string; colours: string[] }

const sequential = ['var(--q0)', 'var(--q1)', 'var(--q2)', 'var(--q3)', 'var(--q4)'];
const diverging = ['var(--d4)', 'var(--d3)', 'var(--d2)', 'var(--d1)', 'var(--d0)'];

export function roundOff(value: number, digits = 2): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  const factor = 10 ** (digits - 1 - Math.floor(Math.log10(Math.abs(value))));
  return Math.round(value * factor) / factor;
}

export function classify(values: number[], middle: number | null = null): Classes {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  let bounds: number[];
  if (sorted.length > 0 && sorted.at(-1) === sorted[0]) { // nothing to tell apart
    const only = middle !== null ? 'var(--d2)' : 'var(--q2)';
    return { bounds: [], colours: [only], colourOf: () => only };
  }
  if (middle !== null) {
    const reach = Math.max(...sorted.map((v) => Math.abs(v - middle)), 1e-9);
    bounds = [-0.6, -0.2, 0.2, 0.6].map((share) => roundOff(middle + share * reach));
  } else {
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
    const cuts = [0.2, 0.4, 0.6, 0.8].map(at);
    const digits = [2, 3, 4].find((d) => new Set(cuts.map((c) => roundOff(c, d))).size === 4) ?? 3;
    bounds = cuts.map((c) => roundOff(c, digits));
  }
  bounds = [...new Set(bounds)];
  const all = middle !== null ? diverging : sequential;
  const colours = bounds.length === 4 ? all : all.filter((_, i) => i === 0 || i > 4 - bounds.length);
  return { bounds, colours, colourOf: (value) => colours[bounds.filter((b) => value >= b).length] ?? colours.at(-1)! };
}
