import type { Draft } from '#draft/draft.js';
import { applyEdits, compatible } from '#lint/edits.js';
import { prepareDraft, type LintOptions } from '#lint/engine.js';
import type { Edit, LintReport } from '#lint/finding.js';
import type { Subject } from '#lint/subject.js';
import { evenApostrophes } from './apostrophes.js';
import { editsBetween } from './edits.js';
import { brokenFact, countRefusals, statedFacts, type Refusal, type RefusalCount, type StatedFacts } from './guards.js';
import type { Proposal } from './operations.js';
import { countBreaks } from './outcome.js';
import {
  countErrors,
  exactScore,
  isBetterWorded,
  startState,
  stateScore,
  step,
  type AppliedOperation,
  type State,
} from './state.js';
import { allTagSteps, isRepair, NEVER, runsOn, tagSteps, toProposal, wordingSteps } from './steps.js';
import { offeredAtOnce } from './tags.js';
import { faultsLeft, type LeftFault, type LeftFaults } from './unfinished.js';

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
  /** What may be posted, and is better put right by its author: at most one fault. */
  readonly left: readonly LeftFault[];
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
  /** What only its author can put right, where that alone keeps a better text from being proposed; else empty. */
  readonly leftToAuthor: readonly LeftFault[];
  /** The text with all put right but for those; undefined where nothing is left to the author. */
  readonly unfinished: string | undefined;
}

/** What rewriting takes beside what judging takes. */
export interface RewriteOptions extends LintOptions {
  /** How many rewrites at most; 3 by default. */
  readonly n?: number | undefined;
}

const DEFAULT_COUNT = 3;
/** Judgements in all. One takes a third of a millisecond, so that the whole stays within 60 ms. */
const MAX_TRIED = 120;
/** What a rewrite must gain to be worth the reading, and what it must where the draft is a good one already. */
const [MIN_GAIN, MIN_GAIN_OF_GOOD] = [1, 5];
/** What one change of wording may cost: a text that says the same in fewer words may count as thin. */
const MAX_COST = 16;
/** Text score of a good draft. */
const GOOD = 80;

const TOO_LONG: Refusal = { code: 'tooLong' };

/**
 * The rewrites of a draft, at most three: one with every change that is safe, one that leaves its opening, and the
 * shortest. Changes come one after another; one that loses a fact, breaks a sentence, exceeds the limit, adds an error or
 * costs a point is left out.
 */
export function searchRewrites(draft: Draft, { n = DEFAULT_COUNT, ...options }: RewriteOptions): RewriteSearch {
  const { start, options: fixedOptions } = startState(draft, options);
  const { subject, report: before } = start;
  const search: Search = { start, stated: statedFacts(subject), options: fixedOptions, refused: [], tried: 0 };
  const found: State[] = [];
  const keepingOpening = new Set<State>();
  if (n > 0 && before.textScore !== null) {
    const reworded = climb(search, withSafeFixes(search), wordingSteps);
    const whole = withTags(search, reworded);
    found.push(whole);
    if (n > 1) {
      const opening = openingOf(draft.text);
      const keepsOpening = ({ edits }: Proposal): boolean => edits.every(({ span }) => span.start >= opening);
      const kept = climb(search, start, (...of) => wordingSteps(...of).filter(keepsOpening));
      const tagged = withTags(search, kept);
      keepingOpening.add(tagged);
      found.push(tagged, reworded);
    }
  }
  const least = (before.textScore ?? 0) >= GOOD ? MIN_GAIN_OF_GOOD : MIN_GAIN;
  const faultsOf = (state: State): LeftFaults => {
    const worded = keepingOpening.has(state) ? 'behindOpening' : 'whole';
    const rewording = state.isReworded ? worded : state.isRepaired ? 'repaired' : 'none';
    return faultsLeft(state.draft.text, draft.text, state.report, rewording);
  };
  const finished = found.filter((state) => !faultsOf(state).isUnfit);
  const [best] = found;
  const unfinished =
    best !== undefined && finished.length === 0 && choose(start, found, n, least, faultsOf).length > 0
      ? best
      : undefined;
  return {
    before,
    rewrites: choose(start, finished, n, least, faultsOf),
    leftToAuthor: unfinished === undefined ? [] : faultsOf(unfinished).faults,
    unfinished: unfinished?.draft.text,
    refused: countRefusals(search.refused),
    tried: search.tried,
  };
}

function withTags(search: Search, state: State): State {
  // A wider tag goes beside the author's own: beside one that was put here it is a guess on a guess.
  const isOwn = search.start.subject.hashtags.length > 0;
  const tagged = climb(search, state, offeredAtOnce(isOwn && isBetterWorded(state) ? allTagSteps : tagSteps));
  // A tag may show that a word of the text is a name: "de creuse" beside #Creuse.
  const isCorrected = tagged !== state && tagged.report.findings.some(({ messageId }) => messageId === 'confusion');
  if (!isCorrected) return tagged;
  const corrections: typeof wordingSteps = (...of) =>
    wordingSteps(...of).filter(({ operation }) => operation === 'quality/correctSurely');
  return climb(search, tagged, corrections);
}

/** Where the first three words of a text end. */
const openingOf = (text: string): number => /^\W*(?:\S+\s+){0,3}/u.exec(text)?.[0].length ?? 0;

interface Search {
  readonly start: State;
  readonly stated: StatedFacts;
  readonly options: LintOptions;
  readonly refused: Refusal[];
  tried: number;
}

/** Whether a correction would change a name: once what stood before it is cut, it opens its sentence like any other word. */
const isOfName = ({ isReworded, draft: { text } }: State, { operation, edits }: Proposal): boolean =>
  isReworded && operation === 'quality/correct' && edits.some(({ span }) => /\p{Lu}/u.test(text.charAt(span.start)));

/** Applies changes one by one until none improves the text. */
function climb(search: Search, from: State, steps: (subject: Subject, report: LintReport) => Proposal[]): State {
  const seen = new Set([from.draft.text]);
  let state = from;
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const proposal of steps(state.subject, state.report)) {
      const text = applyEdits(state.draft.text, proposal.edits);
      if (isOfName(state, proposal)) continue;
      if (seen.has(text) || search.tried >= MAX_TRIED) continue;
      seen.add(text);
      const reached = step(state, [proposal], text, search.options);
      if (!admit(search, state, reached, proposal.isOfWording === true || isRepair(proposal.operation))) continue;
      state = reached;
      isMoving = true;
      break;
    }
  }
  return state;
}

/** Whether a step may be taken; why not is written down. One that costs a point may still shorten a text that is too long. */
function admit(search: Search, before: State, reached: State, isOfWording: boolean): boolean {
  search.tried += 1;
  const { weighted, limit } = reached.subject.length;
  const isLonger = weighted > limit && weighted >= before.subject.length.weighted;
  const broken = findBrokenFact(search.stated, reached) ?? (isLonger ? TOO_LONG : undefined);
  if (broken !== undefined) {
    search.refused.push(broken);
    return false;
  }
  const { language } = before.subject;
  return (
    countErrors(reached.report) <= countErrors(before.report) &&
    countBreaks(reached.draft.text, language) <= countBreaks(before.draft.text, language) &&
    (exactScore(reached) >= exactScore(before) - (isOfWording ? MAX_COST : 0) || before.subject.length.weighted > limit)
  );
}

/**
 * All safe fixes at once, as `--fix` applies them: where several faults hide behind a score of zero, fixing one of them
 * alone gains nothing.
 */
function withSafeFixes(search: Search): State {
  const { start, options } = search;
  const { findings, asides } = start.report;
  const ofFindings = findings.flatMap(({ suggestions }) =>
    suggestions
      .filter(({ id, safe }) => safe && !NEVER.has(id))
      .filter((each) => !runsOn(each, start.draft.text))
      .slice(0, 1),
  );
  const fixable = [...ofFindings, ...asides];
  const together = new Set(compatible(fixable.map(({ edits }) => edits)));
  const fixes = fixable.filter(({ edits }) => together.has(edits));
  if (fixes.length < 2) return start;
  const text = applyEdits(
    start.draft.text,
    fixes.flatMap(({ edits }) => edits),
  );
  const reached = step(start, fixes.map(toProposal), text, options);
  return admit(search, start, reached, false) ? reached : start;
}

const findBrokenFact = (stated: StatedFacts, { subject, replaced, dropsNegation }: State): Refusal | undefined =>
  brokenFact(stated, statedFacts(subject), subject.language, { replaced, dropsNegation });

/** A text as it is read: neither the kind of a blank nor that of an apostrophe makes another of it. */
const asRead = (text: string): string => text.replace(/\s+/gu, ' ').replaceAll('’', "'");

/** Letters that a good draft must have too many for a text to be better by their cut alone. */
const MANY_LETTERS = 12;
/** Whether words went that said nothing: a good draft is better without them, whatever it counts. */
const isPlainlyShorter = (start: State, state: State): boolean =>
  state.isReworded && start.subject.length.parts.text - state.subject.length.parts.text >= MANY_LETTERS;

/** The states as rewrites that gain enough, each text once. */
function choose(
  start: State,
  found: readonly State[],
  n: number,
  least: number,
  faultsOf: (state: State) => LeftFaults,
): Rewrite[] {
  const texts = new Set<string>();
  return (
    found
      .filter(({ draft: { text } }) => !texts.has(asRead(text)) && texts.add(asRead(text)) !== undefined)
      .filter(
        (state) =>
          // What says the same in fewer words is better, whatever it counts.
          stateScore(state) >=
            stateScore(start) +
              ((isBetterWorded(state) && least === MIN_GAIN) || isPlainlyShorter(start, state) ? 0 : least) &&
          state.subject.length.weighted <= state.subject.length.limit,
      )
      .map((state) => asRewrite(start, state, 'rules', faultsOf(state).faults))
      // Beside a text that does as much and gains, another that gains nothing is nothing to choose.
      .filter(({ gain }, index) => index === 0 || gain >= MIN_GAIN)
      .slice(0, n)
  );
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

function asRewrite(start: State, state: State, origin: Rewrite['origin'], left: readonly LeftFault[] = []): Rewrite {
  const points = textPoints(start.report);
  const gains = [...textPoints(state.report)]
    .map(([rule, after]) => ({ rule, points: Math.round((after - (points.get(rule) ?? 0)) * 10) / 10 }))
    .filter(({ points: gained }) => gained !== 0)
    .sort((a, b) => b.points - a.points);
  const text = evenApostrophes(state.subject, start.draft.text);
  return {
    text,
    score: stateScore(state),
    gain: stateScore(state) - stateScore(start),
    operations: state.operations,
    edits: editsBetween(start.draft.text, text),
    gains,
    left,
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
  const { start, options: fixedOptions } = startState(draft, options);
  const { subject } = start;
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
