import { describe, expect, it } from 'vitest';
import { inScale, plain, quantity, scaleFor, tickTexts } from '../src/text/quantity';

describe('quantities', () => {
  it('keep three digits that mean something', () => {
    expect([205.4, 24.51, 4.56, 0.1234, 1234567].map((v) => plain(v))).toEqual(['205', '24.5', '4.56', '0.12', '1,234,567']);
  });
  it('call the tolerance of a solver zero, and never write minus zero', () => {
    expect([0, -0, 1e-9, -1e-7, -0.0004].map((v) => plain(v))).toEqual(['0', '0', '0', '0', '0']);
  });
  it('have a true minus sign', () => expect(plain(-5.47)).toBe('−5.47'));
  it('grow with their unit in both languages', () => {
    expect(quantity(208_002_000, 'tCO2eq', 'en').text).toBe('208 Mt CO₂eq');
    expect(quantity(208_002_000, 'tCO2eq', 'ko').text).toBe('208백만 t CO₂eq');
    expect(quantity(6_130_000, 'MKRW', 'en').text).toBe('KRW 6.13 tn');
    expect(quantity(-1_682, 'KRW', 'en').text).toBe('−KRW 1,682');
    expect(quantity(5_004_543, 'MWh/year', 'ko').text).toBe('5.00 TWh/년');
    expect(quantity(56_530, 'Mkm/year', 'en').text).toBe('56,530 million km a year');
    expect(quantity(6_130_000, 'MKRW', 'ko').text).toBe('6.13조 원');
    expect(quantity(26_500, 'MKRW', 'ko').text).toBe('265억 원');
    expect(quantity(2_500_000, 'KRW', 'ko').text).toBe('250만 원');
    expect(quantity(0.0795, '1', 'en').text).toBe('7.95 %');
    expect(quantity(734, 'MW', 'ko').text).toBe('734 MW');
  });
  it('show what is unknown as a dash', () => expect(quantity(null, 'MW', 'en').text).toBe('–'));
  it('share one scale along an axis', () => {
    const scale = scaleFor('MWh', 58e6, 'en');
    expect(scale.unit).toBe('TWh');
    expect(inScale(1.5e6, scale)).toBe('1.50');
  });
  it('on an axis have the decimals its steps need', () => {
    expect(tickTexts([-2500, 0, 2500, 5000], { by: 1000, unit: 'GW' })).toEqual(['−2.5', '0.0', '2.5', '5.0']);
    expect(tickTexts([0, 50, 100], { by: 1, unit: '' })).toEqual(['0', '50', '100']);
    expect(tickTexts([0, 0.25, 0.5], { by: 1, unit: '' })).toEqual(['0.00', '0.25', '0.50']);
  });
});
