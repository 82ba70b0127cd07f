// Compares what lint says of the judged drafts with what people wrote down; see fixtures/judged/README.md.
import { readFileSync } from 'node:fs';
import { lexicons } from '#rules/lexicon/index.js';
import { rules } from '#rules/index.js';
import { DraftError } from '#draft/draft-error.js';
import { readDraft, type DraftFile } from '#draft/draft-file.js';
import { parseFrontMatter } from '#draft/front-matter.js';
import { lint } from '#lint/engine.js';
import type { Finding, LintReport } from '#lint/finding.js';
import { findEntities } from '#tweet/entities.js';
import { languageByModel } from '#tweet/language-model.js';
import { isHint, kindsOf } from './kinds.js';

type Verdict = 'right' | 'debatable' | 'wrong';

interface Expectation {
  readonly kind: string;
  readonly span?: string;
}

interface JudgedDraft {
  readonly id: string;
  readonly lang: string;
  readonly type?: string;
  readonly text: string;
  readonly expected: readonly Expectation[];
  readonly tags?: { readonly good: readonly string[]; readonly bad: readonly string[] };
  readonly mustNotFlag?: readonly { readonly what: string; readonly span?: string }[];
}

interface JudgedSet {
  readonly now: string;
  readonly kinds: Readonly<Record<string, { readonly oftenMissed: boolean }>>;
  readonly drafts: readonly JudgedDraft[];
}

/** A verdict of a reader on one finding: `words` are those that it marks, empty for the whole draft. */
interface ReadVerdict {
  readonly id: string;
  readonly message: string;
  readonly words: string;
  readonly verdict: Verdict;
  readonly by: string;
}

/** A finding with its verdict; `unread` when neither list nor reader has said anything. */
export interface JudgedFinding {
  readonly id: string;
  readonly lang: string;
  readonly type: string | undefined;
  readonly text: string;
  readonly message: string;
  readonly words: string;
  readonly sentence: string;
  readonly verdict: Verdict | 'unread';
}

/** An expectation and whether a finding met it. */
export interface Recall {
  readonly id: string;
  readonly kind: string;
  readonly span: string | undefined;
  readonly oftenMissed: boolean;
  readonly met: boolean;
}

/** A tag that was proposed. */
export interface ProposedTag {
  readonly id: string;
  readonly text: string;
  readonly tag: string;
  readonly verdict: Verdict | 'unread';
}

/** What came of one part of the set. */
export interface Judged {
  readonly drafts: number;
  /** Verdicts on these drafts that a developer gave, not the second reader. */
  readonly byDevelopers: number;
  readonly findings: readonly JudgedFinding[];
  readonly recall: readonly Recall[];
  readonly tags: readonly ProposedTag[];
  /** Drafts with room for a tag, and those of them that got one. */
  readonly room: { readonly drafts: number; readonly served: number };
}

const level = (text: string): string => text.normalize('NFC');

function wordsOf(finding: Finding, report: LintReport): string {
  return finding.span === null ? '' : report.text.slice(finding.span.start, finding.span.end);
}

/** Whether words quoted from the draft touch what a finding marks; without words, or without a mark, it is the whole. */
function touches(span: string | undefined, finding: Finding, { text }: LintReport): boolean {
  if (span === undefined || finding.span === null) return true;
  const words = level(span);
  // The words may stand in a text several times.
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (at < finding.span.end && finding.span.start < at + words.length) return true;
  }
  return false;
}

/** The faults of a draft file that is not read at all: keys that do not exist. */
const faultsOf = (error: DraftError): string[] =>
  error.problems.map((problem) => ('fault' in problem ? problem.fault.code : problem.code));

function verdictOf(draft: JudgedDraft, finding: Finding, report: LintReport, read: readonly ReadVerdict[]) {
  const kinds = kindsOf(finding.rule, finding.messageId);
  const meets = draft.expected.some(({ kind, span }) => kinds.includes(kind) && touches(span, finding, report));
  if (meets) return 'right';
  const forbids = (draft.mustNotFlag ?? []).some(
    ({ what, span }) => (what === 'everything' || kinds.includes(what)) && touches(span, finding, report),
  );
  if (forbids) return 'wrong';
  // That there are too few tags is as right as what is proposed: it holds for these tags and no others.
  const [offer] = finding.messageId === 'tooFew' ? finding.suggestions : [];
  if (offer !== undefined) return tagVerdict(draft, String(offer.data['tag']), read);
  const words = wordsOf(finding, report);
  const message = `${finding.rule}/${finding.messageId}`;
  return read.find((one) => one.id === draft.id && one.message === message && one.words === words)?.verdict ?? 'unread';
}

const same = (tag: string): string => tag.toLowerCase().replace(/s$/, '');

function tagVerdict({ id, tags }: JudgedDraft, tag: string, read: readonly ReadVerdict[]): Verdict | 'unread' {
  if (tags?.good.some((good) => same(good) === same(tag)) === true) return 'right';
  if (tags?.bad.some((bad) => same(bad) === same(tag)) === true) return 'wrong';
  return read.find((one) => one.id === id && one.message === 'tag' && one.words === tag)?.verdict ?? 'unread';
}

/**
 * Judges the drafts of one part: `tuning`, `held-out` or `fresh`.
 * @param options what the program gives to lint beside the draft.
 */
export function judgePart(part: string, options: Partial<Parameters<typeof lint>[1]> = {}): Judged {
  const read = <Whole>(name: string): Whole => JSON.parse(readFileSync(`fixtures/judged/lint/${name}.json`, 'utf8'));
  const set = read<JudgedSet>(part);
  const verdicts = read<{ readonly verdicts: readonly ReadVerdict[] }>('verdicts').verdicts;
  const findings: JudgedFinding[] = [];
  const recall: Recall[] = [];
  const tags: ProposedTag[] = [];
  const room = { drafts: 0, served: 0 };
  for (const draft of set.drafts) {
    const isOften = (kind: string): boolean => set.kinds[kind]?.oftenMissed ?? false;
    const expect = (met: (expected: Expectation) => boolean): void => {
      for (const expected of draft.expected) {
        const { kind, span } = expected;
        recall.push({ id: draft.id, kind, span, oftenMissed: isOften(kind), met: met(expected) });
      }
    };
    let file: DraftFile;
    try {
      file = readDraft(draft.text, parseFrontMatter);
    } catch (error) {
      if (!(error instanceof DraftError)) throw error;
      const codes = faultsOf(error);
      expect(({ kind }) => kind === 'unknown-key' && codes.includes('unknownKey'));
      continue;
    }
    const report = lint(file.draft, {
      rules,
      lexicons,
      languageModel: languageByModel,
      facts: { now: Date.parse(set.now) },
      ...options,
    });
    const tooFew = report.findings.find(({ messageId }) => messageId === 'tooFew');
    const own = findEntities(report.text).filter(({ type }) => type === 'hashtag').length;
    if (draft.tags !== undefined && own < 2 && report.unscored === null && file.draft.type === undefined) {
      room.drafts += 1;
      const offered = tooFew?.suggestions.map(({ data }) => String(data['tag'])) ?? [];
      if (offered.length > 0) room.served += 1;
      for (const tag of offered)
        tags.push({ id: draft.id, text: draft.text, tag, verdict: tagVerdict(draft, tag, verdicts) });
    }
    const counted = report.findings.filter(({ rule, messageId }) => !isHint(rule, messageId));
    for (const finding of counted) {
      findings.push({
        id: draft.id,
        lang: draft.lang,
        type: draft.type,
        text: draft.text,
        message: `${finding.rule}/${finding.messageId}`,
        words: wordsOf(finding, report),
        sentence: finding.message,
        verdict: verdictOf(draft, finding, report, verdicts),
      });
    }
    expect(({ kind, span }) =>
      report.findings.some(
        (finding) => kindsOf(finding.rule, finding.messageId).includes(kind) && touches(span, finding, report),
      ),
    );
  }
  const ids = new Set(set.drafts.map(({ id }) => id));
  const byDevelopers = verdicts.filter(({ id, by }) => by === 'developer' && ids.has(id)).length;
  return { drafts: set.drafts.length, byDevelopers, findings, recall, tags, room };
}
