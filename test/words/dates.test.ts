import { describe, expect, it } from 'vitest';
import { lexicons } from '#rules/lexicon/index.js';
import { datesIn } from '#words/dates.js';
import { readFixture } from '../fixture.js';

interface Row {
  readonly language: string;
  readonly text: string;
  readonly dates: readonly { readonly text: string; readonly day: string }[];
}

const DAY = 86_400_000;

describe('the dates in a text', () => {
  const rows = readFixture<Row>('words/dates');

  it.each(rows.map((row) => [row.text, row] as const))('%s', (_, { language, text, dates }) => {
    const months = lexicons.find((lexicon) => lexicon.language === language)?.months ?? [];
    const found = datesIn(text, months).map((date) => ({
      text: text.slice(date.span.start, date.span.end),
      day: new Date(date.end - DAY).toISOString().slice(0, 10),
    }));
    expect(found).toEqual(dates);
  });
});
