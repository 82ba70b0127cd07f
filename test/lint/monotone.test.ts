import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDraft, type DraftFile } from '#draft/draft-file.js';
import { DraftError } from '#draft/draft-error.js';
import { parseFrontMatter } from '#draft/front-matter.js';
import { applyEdits } from '#lint/edits.js';
import { lint } from '#lint/engine.js';
import type { Facts } from '#lint/facts.js';
import { fixDraft } from '#lint/fix.js';
import { rules } from '#rules/index.js';
import { lexicons } from '#rules/lexicon/index.js';
import { languageByModel } from '#tweet/language-model.js';
import { readJudgedDrafts } from '../judged-drafts.js';
import { NOW, readTable } from '../rules/table.js';
import { draftFiles } from './drafts-for-tests.js';

interface Sample {
  readonly name: string;
  readonly file: DraftFile;
  readonly facts: Facts;
}

function sample(name: string, source: string, facts: Facts = {}): Sample[] {
  try {
    return [{ name, file: readDraft(source, parseFrontMatter), facts: { now: NOW, ...facts } }];
  } catch (error) {
    // Some judged drafts have front matter that is to be refused.
    if (error instanceof DraftError) return [];
    throw error;
  }
}

const SAMPLES: readonly Sample[] = [
  ...readdirSync('fixtures/drafts')
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .flatMap((name) => sample(name, readFileSync(`fixtures/drafts/${name}`, 'utf8'))),
  ...rules.flatMap(({ id }) => readTable(id).flatMap((row) => sample(`${id}: ${row.name}`, row.draft, row.facts))),
  ...readJudgedDrafts().flatMap(({ id, text }) => sample(id, text)),
];

const optionsWith = (facts: Facts) => ({ rules, lexicons, languageModel: languageByModel, facts });
const judge = ({ file, facts }: Sample) => lint(file.draft, optionsWith(facts));

/** What each suggestion of a sample does to the text score and to the whole. */
function suggestionsOf(one: Sample) {
  const before = judge(one);
  return before.findings.flatMap(({ suggestions }) =>
    suggestions.map(({ title, edits }) => {
      const draft = { ...one.file.draft, text: applyEdits(before.text, edits) };
      return { title, before, after: lint(draft, optionsWith(one.facts)) };
    }),
  );
}

describe('what is suggested', () => {
  it('lowers neither the text score nor the whole, in drafts of all kinds', () => {
    const suggested = SAMPLES.flatMap((one) => suggestionsOf(one).map((each) => ({ name: one.name, ...each })));
    const harmful = suggested.filter(
      ({ before, after }) =>
        (after.textScore ?? 0) < (before.textScore ?? 0) || (after.score ?? 0) < (before.score ?? 0),
    );
    expect(suggested.length).toBeGreaterThanOrEqual(500);
    expect(harmful.map(({ name, title, after }) => `${name}: ${title}: ${after.text}`)).toEqual([]);
  });

  it('lowers them in no draft that chance puts together', () => {
    fc.assert(
      fc.property(draftFiles, ({ source }) => {
        for (const one of sample('chance', source)) {
          for (const { title, before, after } of suggestionsOf(one)) {
            expect(after.textScore ?? 0, title).toBeGreaterThanOrEqual(before.textScore ?? 0);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

it('what --fix does lowers neither score', () => {
  for (const one of SAMPLES) {
    const steps = {
      judge: ({ draft }: DraftFile) => lint(draft, optionsWith(one.facts)),
      reread: (source: string) => readDraft(source, parseFrontMatter),
    };
    const before = judge(one);
    const { report } = fixDraft(one.file, steps);
    expect(report.textScore ?? 0, one.name).toBeGreaterThanOrEqual(before.textScore ?? 0);
    expect(report.score ?? 0, one.name).toBeGreaterThanOrEqual(before.score ?? 0);
  }
});

it('scores lie within 0 and 100, and their terms add up to them', () => {
  for (const one of SAMPLES) {
    const { textScore, score, terms, caps } = judge(one);
    if (textScore === null || score === null) continue;
    const points = [...terms, ...caps].reduce((sum, term) => sum + term.points, 0);
    for (const value of [textScore, score]) expect(value >= 0 && value <= 100, one.name).toBe(true);
    expect(Math.abs(points - score), one.name).toBeLessThanOrEqual(1);
  }
});
