// Hours as layers: what stands above zero is stacked upwards, what is taken below, demand is a line.
export interface Layer { key: string; label: string; colour: string; kind: 'area' | 'line'; values: Float32Array }

export function dailyMeans(values: Float32Array, perDay: number): Float32Array {
  const days = Math.floor(values.length / perDay);
  const means = new Float32Array(days);
  for (let d = 0; d < days; d++) {
    let sum = 0;
    for (let i = d * perDay; i < (d + 1) * perDay; i++) sum += values[i] ?? 0;
    means[d] = sum / perDay;
  }
  return means;
}

// Running sums, tallest first, so that areas filled to zero cover each other rightly; lines come last, as they are.
export function stackUp(layers: Layer[], take: (values: Float32Array) => Float32Array): { layer: Layer; values: Float32Array }[] {
  const up: { layer: Layer; values: Float32Array }[] = [], down: { layer: Layer; values: Float32Array }[] = [];
  let above = null as Float32Array | null, below = null as Float32Array | null;
  for (const layer of layers.filter((l) => l.kind === 'area')) {
    const own = take(layer.values);
    const positive = own.map((v) => Math.max(0, v)), negative = own.map((v) => Math.min(0, v));
    if (positive.some((v) => v > 0)) {
      const lower: Float32Array | null = above;
      above = lower ? positive.map((v, i) => v + (lower[i] ?? 0)) : positive;
      up.push({ layer, values: above });
    }
    if (negative.some((v) => v < 0)) {
      const upper: Float32Array | null = below;
      below = upper ? negative.map((v, i) => v + (upper[i] ?? 0)) : negative;
      down.push({ layer, values: below });
    }
  }
  const lines = layers.filter((l) => l.kind === 'line').map((layer) => ({ layer, values: take(layer.values) }));
  return [...up.reverse(), ...down.reverse(), ...lines];
}
