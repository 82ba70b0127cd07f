import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCount, readFigure, readInstant } from '#history/values.js';
import { observationDate } from '#history/formats/analytics.js';
import { unescapeText } from '#history/formats/text.js';

const table = JSON.parse(readFileSync('fixtures/history-values.json', 'utf8')) as {
  figures: [string, number | null][];
  counts: [string, number | null][];
  instants: [string, string | null, string | null][];
  texts: [string, string][];
  observed: [string, 'analytics' | 'analytics-old', string | null, string | null][];
};
const iso = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());

describe('what exports write', () => {
  it.each(table.figures)('the figure %j is %j', (cell, figure) => {
    expect(readFigure(cell) ?? null).toBe(figure);
  });
  it.each(table.counts)('the counter %j is %j', (cell, count) => {
    expect(readCount(cell) ?? null).toBe(count);
  });
  it.each(table.instants)('the time %j is %j', (text, instant, precision) => {
    const dated = readInstant(text);
    expect(iso(dated.at)).toBe(instant);
    expect(dated.at === undefined ? null : dated.precision).toBe(precision);
  });
  it.each(table.texts)('the text %j reads %j', (escaped, text) => {
    expect(unescapeText(escaped)).toBe(text);
  });
  it.each(table.observed)('the name %j of %s tells %j %j', (name, source, certainty, instant) => {
    const observed = observationDate(name, source);
    expect(observed?.certainty ?? null).toBe(certainty);
    expect(observed === undefined || observed.certainty === 'unknown' ? null : iso(observed.instant)).toBe(instant);
  });
});
