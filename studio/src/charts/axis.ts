// Scales, ticks and labels that keep their distance: what every chart needs and no more.
export type Linear = (value: number) => number;

export function linear([d0, d1]: [number, number], [r0, r1]: [number, number]): Linear {
  const slope = d1 === d0 ? 0 : (r1 - r0) / (d1 - d0);
  return (value) => r0 + (value - d0) * slope;
}

// Multiples of 1, 2 or 5 times a power of ten within [low, high], about `count` of them.
export function ticks(low: number, high: number, count: number): number[] {
  const rough = (high - low) / Math.max(1, count), power = 10 ** Math.floor(Math.log10(rough)), error = rough / power;
  const step = power * (error >= Math.sqrt(50) ? 10 : error >= Math.sqrt(10) ? 5 : error >= Math.sqrt(2) ? 2 : 1);
  const first = Math.ceil(low / step - 1e-9), last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

export interface Axis { domain: [number, number]; ticks: number[] }

// An axis that ends on its outer ticks, with zero in it when asked.
export function niceAxis(values: Iterable<number>, count: number, withZero = true): Axis {
  let low = Infinity, high = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return { domain: [0, 1], ticks: [0, 1] };
  if (withZero) [low, high] = [Math.min(low, 0), Math.max(high, 0)];
  if (low === high) high = low + (Math.abs(low) || 1);
  const inner = ticks(low, high, count);
  const step = (inner[1] ?? high) - (inner[0] ?? low);
  // What is thinner than a line asks for no step of its own.
  const first = Math.floor(low / step + 4e-3) * step, last = Math.ceil(high / step - 1e-9) * step;
  return { domain: [first, last], ticks: ticks(first, last, Math.round((last - first) / step)) };
}

// Moves labels of equal height apart, within [low, high], each as little as the others allow. Keeps their order.
export function spread(wanted: number[], height: number, low: number, high: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]!);
  interface Block { sum: number; count: number; members: number[] }
  const top = (b: Block) => Math.min(Math.max(b.sum / b.count - (b.count * height) / 2, low), Math.max(low, high - b.count * height));
  const blocks: Block[] = [];
  for (const i of order) {
    let block: Block = { sum: wanted[i]!, count: 1, members: [i] };
    let before = blocks.at(-1);
    while (before && top(before) + before.count * height > top(block)) {
      blocks.pop();
      block = { sum: before.sum + block.sum, count: before.count + block.count, members: [...before.members, ...block.members] };
      before = blocks.at(-1);
    }
    blocks.push(block);
  }
  const places: number[] = new Array<number>(wanted.length).fill(0);
  for (const block of blocks) block.members.forEach((i, k) => (places[i] = top(block) + (k + 0.5) * height));
  return places;
}

// About how wide a text will be, in pixels: Hangul fills its square, Latin letters a little over half.
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const letter of text) width += /[\u1100-\u11ff\u3000-\u9fff\uac00-\ud7af]/.test(letter) ? 0.9 : letter === ' ' || letter === '.' || letter === ',' ? 0.28 : 0.57;
  return width * size;
}

export const boldness = 1.1; // bold letters are wider

export function shorten(text: string, size: number, room: number): string {
  if (widthOf(text, size) <= room + 0.5) return text;
  let cut = text;
  while (cut.length > 1 && widthOf(`${cut}…`, size) > room) cut = cut.slice(0, -1);
  return `${cut.trimEnd()}…`;
}

export interface Box { x: number; y: number; width: number; height: number }
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

// Places each label at the first of its spots that hits nothing placed before it; null: no room, leave it out.
export function placeLabels(wanted: { width: number; height: number; spots: [number, number][] }[], taken: Box[] = []): (Box | null)[] {
  const placed = [...taken];
  return wanted.map(({ width, height, spots }) => {
    for (const [cx, cy] of spots) {
      const box = { x: cx - width / 2, y: cy - height / 2, width, height };
      if (placed.some((other) => overlap(box, other))) continue;
      placed.push(box);
      return box;
    }
    return null;
  });
}
