// Numbers as planners read them: three digits that mean something, a unit that fits the size, in either language.
import type { Language } from './language.svelte';

interface Step { from: number; by: number; en: string; ko: string; digits?: number }

const emissions: Step[] = [
  { from: 1e6, by: 1e6, en: 'Mt CO₂eq', ko: '백만 t CO₂eq' },
  { from: 1e3, by: 1e3, en: 'kt CO₂eq', ko: '천 t CO₂eq' },
  { from: 0, by: 1, en: 't CO₂eq', ko: 't CO₂eq' },
];
const power: Step[] = [{ from: 1e3, by: 1e3, en: 'GW', ko: 'GW' }, { from: 0, by: 1, en: 'MW', ko: 'MW' }];
const energy: Step[] = [
  { from: 1e6, by: 1e6, en: 'TWh', ko: 'TWh' }, { from: 1e3, by: 1e3, en: 'GWh', ko: 'GWh' }, { from: 0, by: 1, en: 'MWh', ko: 'MWh' },
];
const mass: Step[] = [{ from: 1e6, by: 1e6, en: 'Mt', ko: '백만 t' }, { from: 1e3, by: 1e3, en: 'kt', ko: '천 t' }, { from: 0, by: 1, en: 't', ko: 't' }];

const money: Record<Language, Step[]> = {
  en: [
    { from: 1e6, by: 1e6, en: 'KRW tn', ko: '' }, { from: 1e3, by: 1e3, en: 'KRW bn', ko: '' }, { from: 0, by: 1, en: 'KRW m', ko: '' },
  ],
  ko: [{ from: 1e6, by: 1e6, en: '', ko: '조 원' }, { from: 0, by: 1e2, en: '', ko: '억 원' }],
};
const won: Record<Language, Step[]> = {
  en: [{ from: 1e6, by: 1e6, en: 'KRW m', ko: '' }, { from: 1e4, by: 1e3, en: 'KRW thousand', ko: '' }, { from: 0, by: 1, en: 'KRW', ko: '' }],
  ko: [{ from: 1e4, by: 1e4, en: '', ko: '만 원' }, { from: 0, by: 1, en: '', ko: '원' }],
};

const carbonPrice: Record<Language, Step[]> = {
  en: [{ from: 1e9, by: 1e9, en: 'KRW bn/t CO₂eq', ko: '' }, { from: 1e7, by: 1e6, en: 'KRW m/t CO₂eq', ko: '' }, { from: 0, by: 1, en: 'KRW/t CO₂eq', ko: '' }],
  ko: [{ from: 1e12, by: 1e12, en: '', ko: '조 원/t CO₂eq' }, { from: 1e8, by: 1e8, en: '', ko: '억 원/t CO₂eq' }, { from: 1e4, by: 1e4, en: '', ko: '만 원/t CO₂eq' }, { from: 0, by: 1, en: '', ko: '원/t CO₂eq' }],
};

const yearly = (of: Step[]) => of.map((s) => ({ ...s, en: `${s.en} a year`, ko: `${s.ko}/년` }));

function steps(unit: string, language: Language): Step[] {
  switch (unit.split(',')[0]) { // what stands after a comma says of what
    case 'tCO2eq': return emissions;
    case 'ktCO2eq': return emissions.map((s) => ({ ...s, from: s.from / 1e3, by: s.by / 1e3 }));
    case 'MtCO2eq': return emissions.map((s) => ({ ...s, from: s.from / 1e6, by: s.by / 1e6 }));
    case 'MW': return power;
    case 'MWh': return energy;
    case 't': return mass;
    case 'MWh/year': return yearly(energy);
    case 't/year': return yearly(mass);
    case 'Mkm/year': return [{ from: 0, by: 1, en: 'million km a year', ko: '백만 km/년' }];
    case 'Mpkm/year': return [{ from: 0, by: 1, en: 'million passenger-km a year', ko: '백만 인·km/년' }];
    case 'Mtkm/year': return [{ from: 0, by: 1, en: 'million tonne-km a year', ko: '백만 t·km/년' }];
    case 'MKRW': return money[language];
    case 'KRW': return won[language];
    case '1': return [{ from: 0, by: 0.01, en: '%', ko: '%' }];
    case '1/year': return [{ from: 0, by: 0.01, en: '% a year', ko: '%/년' }];
    case 'standard deviation': return [{ from: 0, by: 1, en: 'σ', ko: 'σ' }];
    case 'person': return [{ from: 0, by: 1, en: 'people', ko: '명', digits: 0 }];
    case 'job': return [{ from: 0, by: 1, en: 'jobs', ko: '명', digits: 0 }];
    case 'tCO2eq/person': return [{ from: 0, by: 1, en: 't CO₂eq per head', ko: 't CO₂eq/인' }];
    case 'tCO2eq/MKRW': return [{ from: 0, by: 1, en: 't CO₂eq per KRW m', ko: 't CO₂eq/백만 원' }];
    case 'KRW/tCO2eq': return carbonPrice[language];
    case 'KRW/kWh': return [{ from: 0, by: 1, en: 'KRW/kWh', ko: '원/kWh' }];
    case 'MKRW/person': return [{ from: 0, by: 1, en: 'KRW m per head', ko: '백만 원/인' }];
    case 'km2': return [{ from: 0, by: 1, en: 'km²', ko: 'km²' }];
    case 'minute': return [{ from: 0, by: 1, en: 'min', ko: '분' }];
    case 'year': return [{ from: 0, by: 1, en: '', ko: '', digits: 0 }];
    default: return [{ from: 0, by: 1, en: unit, ko: unit }];
  }
}

// A scale one axis or one column shares: divide by `by`, name `unit`.
export interface Scale { by: number; unit: string; digits?: number }

export function scaleFor(unit: string, largest: number, language: Language): Scale {
  const choice = steps(unit, language);
  const size = Math.abs(largest);
  const step = choice.find((s) => size >= s.from && s.from > 0) ?? choice[choice.length - 1]!;
  const scale: Scale = { by: step.by, unit: step[language] };
  if (step.digits !== undefined) scale.digits = step.digits;
  return scale;
}

const formats = new Map<number, Intl.NumberFormat>(); // making one takes longer than a hundred uses
function withDecimals(decimals: number): Intl.NumberFormat {
  const format = formats.get(decimals) ?? new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(decimals, format);
  return format;
}

// Three significant digits, never more than three decimals, grouped, with a true minus sign.
export function plain(value: number, digits?: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size < 0.0005) return '0';
  const decimals = digits ?? (size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3);
  const text = withDecimals(decimals).format(value);
  return (/^-[0.]+$/.test(text) ? text.slice(1) : text).replace('-', '−');
}

export function inScale(value: number | null | undefined, scale: Scale): string {
  return value === null || value === undefined ? '–' : plain(value / scale.by, scale.digits);
}

// The figures of an axis, all with the decimals its steps ask for.
export function tickTexts(ticks: number[], scale: Scale): string[] {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) / scale.by;
  const format = withDecimals([0, 1, 2].find((d) => Math.abs(step * 10 ** d - Math.round(step * 10 ** d)) < 1e-6) ?? 3);
  return ticks.map((tick) => format.format(tick / scale.by).replace('-', '−'));
}

export interface Quantity { number: string; unit: string; text: string }

export function quantity(value: number | null | undefined, unit: string, language: Language): Quantity {
  if (value === null || value === undefined || !Number.isFinite(value)) return { number: '–', unit: '', text: '–' };
  const scale = scaleFor(unit, value, language);
  const number = inScale(value, scale);
  // KRW 3.73 tn, as it is spoken; KRW/kWh behind its number.
  const money = /^KRW( \w+)?$/.exec(scale.unit);
  if (money) return { number, unit: scale.unit, text: `KRW ${number}${money[1] ?? ''}`.replace('KRW −', '−KRW ') };
  const gap = language === 'ko' && /^[가-힣]/.test(scale.unit) ? '' : ' '; // 21.6백만 t, 6.13조 원; 7.95 %, 734 MW
  return { number, unit: scale.unit, text: `${number}${gap}${scale.unit}`.trim() };
}
