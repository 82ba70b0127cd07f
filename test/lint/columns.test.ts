import { expect, it } from 'vitest';
import { lintSubject, prepareDraft } from '#lint/engine.js';
import { shareBetween } from '#lint/measures.js';
import { rules } from '#rules/index.js';
import { lexicons } from '#rules/lexicon/index.js';
import { columnsOf } from '#evidence/columns.js';
import { penaltyTable, tableScore } from '../../bench/score/table.js';
import { readFixture } from '../fixture.js';

/** An invented text with what was counted in it by hand, and its score by the table of penalties. */
interface Row {
  readonly text: string;
  readonly language: string;
  /** Weighted, without links and tags. */
  readonly length: number;
  /** Words that say something, outside tags. */
  readonly telling: number;
  /** The other columns that are 1. */
  readonly columns: readonly string[];
  readonly textScore: number;
}

const rows = readFixture<Row>('lint/columns');

it('there are sixty texts', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60);
});

// Posts kept as columns say nothing of their pictures.
it.each(rows)('$text', ({ text, language, length, telling, columns, textScore }) => {
  const options = { rules, lexicons, config: { lang: language, rules: { image: 'off' as const } } };
  const subject = prepareDraft({ text }, options);
  const report = lintSubject(subject, options);
  const derived = columnsOf(subject, report);
  const shares = {
    x_length_30_to_70: shareBetween(length, 30, 70),
    x_length_140_to_280: shareBetween(length, 140, 280),
    x_telling_words_to_3: shareBetween(telling, 0, 3),
    x_telling_words_3_to_8: shareBetween(telling, 3, 8),
  };
  const expected = Object.fromEntries(Object.keys(derived).map((name) => [name, Number(columns.includes(name))]));
  expect(derived).toEqual({ ...expected, ...shares });
  expect([tableScore(penaltyTable(), derived), report.textScore]).toEqual([textScore, textScore]);
});
