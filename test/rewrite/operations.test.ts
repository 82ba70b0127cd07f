import { describe, expect, it } from 'vitest';
import { applyEdits } from '#lint/edits.js';
import { lintSubject, prepareDraft } from '#lint/engine.js';
import { operationsOf } from '#rewrite/languages.js';
import { allTagSteps, toProposal, wordingSteps } from '#rewrite/steps.js';
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
  const report = lintSubject(subject, toOptions(row));
  const suggested = report.findings.flatMap(({ rule, suggestions }) => (rule === 'mentions' ? [] : suggestions));
  const own = [...wordingSteps(subject, report), ...allTagSteps(subject, report)].filter(
    ({ operation }) => !operation.includes('/'),
  );
  return [...suggested.map(toProposal), ...own]
    .filter(({ operation }) => operation === row.operation)
    .map(({ edits }) => applyEdits(subject.text, edits));
};

describe.each([...new Set(cases.map(({ operation }) => operation))])('%s', (operation) => {
  const rows = cases.filter((row) => row.operation === operation);

  it.each(rows.map((row) => [row.name, row] as const))('%s', (_, row) => {
    expect(textsBy(row)).toEqual(row.gives);
  });
});

const OWN = [...operationsOf('fr'), ...operationsOf('en')].map(({ id }) => id);

it.each([
  ...new Set([
    ...OWN,
    'link-last',
    'keyword-tag',
    'keep-tags',
    'wider-tag',
    'one-emoji',
    'keywords/swap',
    'hashtags/tag',
  ]),
])('shows what %s does and what it leaves alone', (operation) => {
  const rows = cases.filter((row) => row.operation === operation);
  expect(rows.some(({ gives }) => gives.length > 0)).toBe(true);
  expect(rows.some(({ gives }) => gives.length === 0)).toBe(true);
});
