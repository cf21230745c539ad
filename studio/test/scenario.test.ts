import { readFileSync } from 'node:fs';
import { parse as readToml } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { nest, parse, same, sectionsOf, tomlOf, typedFrom, valueAt, type Field, type SchemaNode } from '../src/data/scenario';

const schema = JSON.parse(readFileSync(new URL('../../schema/scenario.json', import.meta.url), 'utf8')) as SchemaNode;
const fields = sectionsOf(schema).flatMap((s) => s.fields);
const field = (key: string): Field => {
  const found = fields.find((f) => f.key === key);
  if (!found) throw new Error(`${key} is no field`);
  return found;
};

describe('fields', () => {
  it('come from the schema, with unit, range and both titles', () => {
    expect(field('plan.discount_rate')).toMatchObject({ kind: 'number', unit: '1/year', minimum: 0, maximum: 0.3 });
    expect(field('plan.discount_rate').title.ko).not.toBe('');
    expect(field('time.resolution')).toMatchObject({ kind: 'choice', options: ['typical', 'full'] });
    expect(field('plan.years').kind).toBe('years');
    expect(field('policies.carbon_cap_values')).toMatchObject({ kind: 'byYear', unit: 'tCO2eq' });
    expect(field('policies.self_reliance')).toMatchObject({ kind: 'byYear', maximum: 10 });
  });
});

describe('what is typed', () => {
  it('is held to type and range at once', () => {
    expect(parse(field('plan.discount_rate'), '0.06')).toEqual({ value: 0.06 });
    expect(parse(field('plan.discount_rate'), '0.5')).toEqual({ wrong: 'high' });
    expect(parse(field('plan.discount_rate'), 'six')).toEqual({ wrong: 'number' });
    expect(parse(field('time.days'), '2.5')).toEqual({ wrong: 'whole' });
    expect(parse(field('time.days'), '0')).toEqual({ wrong: 'low' });
    expect(parse(field('time.step'), '3')).toEqual({ value: 3 });
  });
  it('may be years, ascending', () => {
    expect(parse(field('plan.years'), '2030, 2040 2050')).toEqual({ value: [2030, 2040, 2050] });
    expect(parse(field('plan.years'), '2040, 2030')).toEqual({ wrong: 'years' });
  });
  it('may be values by year', () => {
    expect(parse(field('policies.self_reliance'), '2030: 0.5, 2050: 1')).toEqual({ value: { '2030': 0.5, '2050': 1 } });
    expect(parse(field('policies.self_reliance'), '2030 0.5')).toEqual({ wrong: 'byYear' });
    expect(parse(field('policies.self_reliance'), '2030: 11')).toEqual({ wrong: 'high' });
    expect(typedFrom(field('policies.self_reliance'), { 2030: 0.5 })).toBe('2030: 0.5');
  });
});

describe('what is saved', () => {
  it('is only what differs, and reads back the same', () => {
    const differences = { 'plan.discount_rate': 0.06, 'policies.self_reliance': { '2035': 0.5 }, 'technologies.nuclear_new.extendable': false, 'scale.imports.gas.price': 1.5 };
    const text = tomlOf({ en: 'Mine', ko: '내 것' }, { en: '', ko: '' }, differences);
    expect(readToml(text)).toEqual({ title: { en: 'Mine', ko: '내 것' }, plan: { discount_rate: 0.06 }, policies: { self_reliance: { '2035': 0.5 } }, technologies: { nuclear_new: { extendable: false } }, scale: { 'imports.gas.price': 1.5 } });
  });
  it('keeps the dots of a scale key', () => expect(nest({ 'scale.technology.solar.investment': 2 })).toEqual({ scale: { 'technology.solar.investment': 2 } }));
  it('finds a value by its path', () => {
    expect(valueAt({ plan: { years: [1] } }, 'plan.years')).toEqual([1]);
    expect(valueAt({}, 'plan.years')).toBeUndefined();
    expect(same([1, 2], [1, 2])).toBe(true);
  });
});
