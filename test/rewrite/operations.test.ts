import { describe, expect, it } from 'vitest';
import { applyEdits } from '#lint/edits.js';
import { lintSubject, prepareDraft } from '#lint/engine.js';
import { proposalsFor } from '#rewrite/rewrite.js';
import { readFixture } from '../fixture.js';
import { parseDraft, toOptions, type Given } from './cases.js';

/** One line of `fixtures/rewrites/operations.json`. */
interface OperationCase extends Given {
  readonly operation: string;
  /** What the operation makes of the draft, once for each way that it knows; none when it must not touch it. */
  readonly gives: readonly string[];
}

const cases = readFixture<OperationCase>('rewrites/operations');

const textsBy = (row: OperationCase): string[] => {
  const subject = prepareDraft(parseDraft(row), toOptions(row));
  return proposalsFor(subject, lintSubject(subject, toOptions(row)))
    .filter(({ operation }) => operation === row.operation)
    .map(({ edits }) => applyEdits(subject.text, edits));
};

describe.each([...new Set(cases.map(({ operation }) => operation))])('%s', (operation) => {
  const rows = cases.filter((row) => row.operation === operation);

  it.each(rows.map((row) => [row.name, row] as const))('%s', (_, row) => {
    expect(textsBy(row)).toEqual(row.gives);
  });
});

it('tells of each operation of the rewriter what it does and what it leaves alone', () => {
  for (const operation of [
    'imperative',
    'interest-first',
    'link-last',
    'keyword-tag',
    'keywords/swap',
    'hashtags/tag',
  ]) {
    const rows = cases.filter((row) => row.operation === operation);
    expect(rows.some(({ gives }) => gives.length > 0)).toBe(true);
    expect(rows.some(({ gives }) => gives.length === 0)).toBe(true);
  }
});
