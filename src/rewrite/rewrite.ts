import type { Draft } from '#draft/draft.js';
import { applyEdits, compatible } from '#lint/edits.js';
import { exactTextScore, lintSubject, prepareDraft, type LintOptions } from '#lint/engine.js';
import type { Edit, LintReport, Suggestion } from '#lint/finding.js';
import type { MessageData } from '#lint/message.js';
import type { Subject } from '#lint/subject.js';
import { editsBetween } from './edits.js';
import { brokenFact, countRefusals, statedFacts, type Refusal, type RefusalCount, type StatedFacts } from './guards.js';
import { imperatives, interestFirst, keywordTags, linkLast, type Proposal } from './operations.js';

/** An operation that a rewrite is made of. */
export interface AppliedOperation {
  /** A rule's fix (`hashtags/tag`) or one of the rewriter's own: `imperative`, `interest-first`, `link-last` … */
  readonly operation: string;
  readonly data: MessageData;
  /** What it did, in the language of the run, where a rule's fix did it. */
  readonly title?: string;
}

/** A whole text that is better than the draft's, with what it gains and how it came about. */
export interface Rewrite {
  readonly text: string;
  /** 0..100. */
  readonly score: number;
  /** Points above the draft. */
  readonly gain: number;
  readonly operations: readonly AppliedOperation[];
  /** What makes the draft's text into this one. */
  readonly edits: readonly Edit[];
  /** Points gained or lost by rule, largest first; those that stay are left out. */
  readonly gains: readonly { readonly rule: string; readonly points: number }[];
  /** `rules` when our own operations made it, `model` when a language model did. */
  readonly origin: 'rules' | 'model';
}

/** What came of a search, with what was thrown away. */
export interface RewriteSearch {
  readonly before: LintReport;
  /** The best first. */
  readonly rewrites: readonly Rewrite[];
  /** Why texts were refused that changed a fact or stayed too long. */
  readonly refused: readonly RefusalCount[];
  readonly tried: number;
}

/** What rewriting takes beside what judging takes. */
export interface RewriteOptions extends LintOptions {
  /** How many rewrites at most; 3 by default. */
  readonly n?: number | undefined;
}

const DEFAULT_COUNT = 3;
/** States kept from one round to the next: wide enough that a step that costs a point can still lead to a better text. */
const BEAM = 6;
const MAX_ROUNDS = 8;
/** Judgements in all. One takes a third of a millisecond, so that the whole stays within 150 ms. */
const MAX_TRIED = 220;
/** What a rewrite must gain to be worth the reading. */
const MIN_GAIN = 1;

interface State {
  readonly draft: Draft;
  readonly subject: Subject;
  readonly report: LintReport;
  readonly operations: readonly AppliedOperation[];
  readonly replaced: readonly string[];
}

const TOO_LONG: Refusal = { code: 'tooLong' };

const stateScore = ({ report }: State): number => report.textScore ?? 0;
const exactScore = ({ report }: State): number => exactTextScore(report);
const countErrors = ({ findings }: LintReport): number =>
  findings.filter(({ severity }) => severity === 'error').length;

const toProposal = ({ id, title, data, edits }: Suggestion): Proposal => ({ operation: id, title, data, edits });

/** Everything that could be tried on a draft: what the rules suggest, and what the rewriter does on its own. */
export function proposalsFor(subject: Subject, report: LintReport): Proposal[] {
  const suggested = report.findings.flatMap(({ rule, suggestions, data, messageId }) => {
    // Whom to mention is the author's to say: the rule may name somebody, a rewrite never does.
    if (rule === 'mentions') return [];
    // What stands behind # in an address may be a place in the page.
    const kept = suggestions.filter(({ id }) => id !== 'hashtags/find');
    return kept.map((suggestion): Proposal => {
      const swapped = messageId.startsWith('synonym') ? { replaces: [String(data['word']).toLowerCase()] } : {};
      return { ...toProposal(suggestion), ...swapped };
    });
  });
  return [
    ...suggested,
    ...imperatives(subject),
    ...interestFirst(subject, report),
    ...linkLast(subject),
    ...keywordTags(subject, report),
  ];
}

/**
 * The best rewrites of a draft: a beam search over combinations of operations, each result judged by the same rules as
 * the draft. What changes a fact, exceeds the limit, adds an error or scores lower is thrown away.
 */
export function searchRewrites(draft: Draft, { n = DEFAULT_COUNT, ...options }: RewriteOptions): RewriteSearch {
  const subject = prepareDraft(draft, options);
  // The language is the draft's: a shorter text may look like another one's.
  const fixedOptions = {
    ...options,
    config: { ...options.config, ...(subject.language && { lang: subject.language }) },
  };
  const before = lintSubject(subject, { ...fixedOptions, untried: true });
  const start: State = { draft, subject, report: before, operations: [], replaced: [] };
  const stated = statedFacts(subject);
  const seen = new Set([draft.text]);
  const refused: Refusal[] = [];
  const found: State[] = [];
  let tried = 0;
  /** Takes a state, or writes down why not; a text that is too long may pass on the way to one that is not. */
  const admit = (reached: State): boolean => {
    const broken = findBrokenFact(stated, reached);
    const { weighted, limit } = reached.subject.length;
    const tooLong = weighted > limit;
    const reason = broken ?? (tooLong && weighted >= subject.length.weighted ? TOO_LONG : undefined);
    if (reason !== undefined) refused.push(reason);
    if (reason !== undefined || countErrors(reached.report) > countErrors(before)) return false;
    if (!tooLong) found.push(reached);
    return true;
  };
  let beam: State[] = [start];
  const fixed = withSafeFixes(start, fixedOptions);
  if (fixed !== undefined) {
    tried += 1;
    seen.add(fixed.draft.text);
    if (admit(fixed)) beam.push(fixed);
  }
  for (let round = 0; round < MAX_ROUNDS && beam.length > 0 && tried < MAX_TRIED; round += 1) {
    const next: State[] = [];
    for (const state of beam) {
      for (const proposal of proposalsFor(state.subject, state.report)) {
        const text = applyEdits(state.draft.text, proposal.edits);
        if (seen.has(text) || tried >= MAX_TRIED) continue;
        seen.add(text);
        tried += 1;
        const reached = step(state, [proposal], text, fixedOptions);
        if (admit(reached)) next.push(reached);
      }
    }
    // A step may cost at most a point: it must be on the way to somewhere.
    const best = Math.max(...next.map(exactScore), exactScore(start));
    beam = next
      .sort((a, b) => exactScore(b) - exactScore(a))
      .slice(0, BEAM)
      .filter((state) => exactScore(state) > best - 15);
  }
  return { before, rewrites: choose(start, found, n), refused: countRefusals(refused), tried };
}

/**
 * All safe fixes at once, as `--fix` applies them: where several faults hide behind a score of zero, fixing one of them
 * alone gains nothing.
 */
function withSafeFixes(start: State, options: LintOptions): State | undefined {
  const { findings, asides } = start.report;
  const ofFindings = findings.flatMap(({ suggestions }) => suggestions.filter(({ safe }) => safe).slice(0, 1));
  const safe = [...ofFindings, ...asides];
  const together = new Set(compatible(safe.map(({ edits }) => edits)));
  const fixes = safe.filter(({ edits }) => together.has(edits));
  if (fixes.length < 2) return undefined;
  const text = applyEdits(
    start.draft.text,
    fixes.flatMap(({ edits }) => edits),
  );
  return step(start, fixes.map(toProposal), text, options);
}

function step(
  { draft, operations, replaced }: State,
  proposals: readonly Proposal[],
  text: string,
  options: LintOptions,
): State {
  const changed = { ...draft, text };
  const subject = prepareDraft(changed, options);
  return {
    draft: changed,
    subject,
    report: lintSubject(subject, { ...options, untried: true }),
    operations: [
      ...operations,
      ...proposals.map(({ operation, data, title }) => ({ operation, data, ...(title !== undefined && { title }) })),
    ],
    replaced: [...replaced, ...proposals.flatMap(({ replaces = [] }) => replaces)],
  };
}

const findBrokenFact = (stated: StatedFacts, { subject, replaced }: State): Refusal | undefined =>
  brokenFact(stated, statedFacts(subject), subject.language, { replaced });

/** What is left to fix in a text, and whether it still opens with its link: faults that a bounded score may hide. */
const countFaults = ({ report, draft }: State): number =>
  report.findings.filter(({ severity }) => severity !== 'info').length + Number(/^https?:/i.test(draft.text));

/** The best states as rewrites: of those that score alike the one with fewer faults, then with fewer operations. */
function choose(start: State, found: readonly State[], n: number): Rewrite[] {
  return found
    .filter((state) => stateScore(state) >= stateScore(start) + MIN_GAIN)
    .sort(
      (a, b) =>
        stateScore(b) - stateScore(a) || countFaults(a) - countFaults(b) || a.operations.length - b.operations.length,
    )
    .slice(0, Math.max(0, n))
    .map((state) => asRewrite(start, state, 'rules'));
}

/** What each rule brings to the text score, 0..100; what a cap takes counts for its rule. */
function textPoints({ terms, caps, rules: results }: LintReport): Map<string, number> {
  const onText = new Set(results.filter(({ part }) => part === 'text').map(({ id }) => id));
  const possible = terms.reduce((sum, term) => sum + (onText.has(term.id) ? term.possible : 0), 0);
  const scale = possible === 0 ? 0 : 100 / possible;
  const points = new Map(terms.flatMap((term) => (onText.has(term.id) ? [[term.id, term.points * scale]] : [])));
  for (const cap of caps) points.set(cap.rule, (points.get(cap.rule) ?? 0) + cap.points * scale);
  return points;
}

function asRewrite(start: State, state: State, origin: Rewrite['origin']): Rewrite {
  const points = textPoints(start.report);
  const gains = [...textPoints(state.report)]
    .map(([rule, after]) => ({ rule, points: Math.round((after - (points.get(rule) ?? 0)) * 10) / 10 }))
    .filter(({ points: gained }) => gained !== 0)
    .sort((a, b) => b.points - a.points);
  return {
    text: state.draft.text,
    score: stateScore(state),
    gain: stateScore(state) - stateScore(start),
    operations: state.operations,
    edits: editsBetween(start.draft.text, state.draft.text),
    gains,
    origin,
  };
}

/** A text from elsewhere: taken as a rewrite, or refused for a reason. */
export type Verdict = { readonly rewrite: Rewrite } | { readonly refused: Refusal };

/**
 * Judges a text that a language model wrote, by the same measure: it must keep every fact, bring in no subject that the
 * draft, its keywords or its page's title do not have, add no error, and score higher.
 */
export function evaluateCandidate(draft: Draft, text: string, options: LintOptions): Verdict {
  const subject = prepareDraft(draft, options);
  const fixedOptions = {
    ...options,
    config: { ...options.config, ...(subject.language && { lang: subject.language }) },
  };
  const start: State = {
    draft,
    subject,
    report: lintSubject(subject, { ...fixedOptions, untried: true }),
    operations: [],
    replaced: [],
  };
  const reached = step(
    start,
    [{ operation: 'model', data: {}, edits: [] }],
    text.normalize('NFC').trim(),
    fixedOptions,
  );
  if (reached.subject.length.weighted > reached.subject.length.limit) return { refused: TOO_LONG };
  const facts = prepareDraft({ text: [draft.title ?? '', ...(draft.keywords ?? [])].join(' ') }, fixedOptions);
  const broken = brokenFact(statedFacts(subject), statedFacts(reached.subject), subject.language, {
    newStems: statedFacts(facts).stems,
  });
  if (broken !== undefined) return { refused: broken };
  if (countErrors(reached.report) > countErrors(start.report)) return { refused: { code: 'rule' } };
  const gain = stateScore(reached) - stateScore(start);
  return gain < MIN_GAIN ? { refused: { code: 'noBetter' } } : { rewrite: asRewrite(start, reached, 'model') };
}

/** The best rewrites of a draft, the best first; none when nothing honest makes it better. */
export const rewrite = (draft: Draft, options: RewriteOptions): readonly Rewrite[] =>
  searchRewrites(draft, options).rewrites;

/** Why a search found nothing: something is missing in the draft or in the program, or nothing helps. */
export type NoRewrite = 'noWords' | 'unknownLanguage' | 'noLexicon' | 'noSubject' | 'allRefused' | 'nothingHelps';

/** The reason of a search without a rewrite. */
export function noRewriteReason(draft: Draft, { refused, tried }: RewriteSearch, options: LintOptions): NoRewrite {
  const { words, language, lexicon } = prepareDraft(draft, options);
  if (words.every(({ inTag }) => inTag)) return 'noWords';
  if (language === undefined) return 'unknownLanguage';
  if (lexicon === undefined) return 'noLexicon';
  if (words.every(({ kind }) => kind !== 'subject')) return 'noSubject';
  const thrownAway = refused.reduce((sum, { count }) => sum + count, 0);
  return tried > 0 && thrownAway === tried ? 'allRefused' : 'nothingHelps';
}
