import { lazy } from '#base/lazy.js';
import type { Draft } from '#draft/draft.js';
import { findEntities } from '#tweet/entities.js';
import { isSameLink } from '#tweet/link.js';
import { computeFingerprint, likeness, NEAR_DUPLICATE, type Fingerprint } from '#words/similarity.js';
import { lintSubject, prepareDraft, type LintOptions } from '#lint/engine.js';
import { postType } from '#lint/post-type.js';
import { classifyWord, type Subject } from '#lint/subject.js';
import { brokenFact, statedFacts, type Refusal } from './guards.js';
import { leansOnBefore } from './languages.js';
import { searchRewrites } from './rewrite.js';

/** A text for a repost. */
export interface VariantText {
  readonly text: string;
  /** 0..100, judged like the draft. */
  readonly score: number;
  /** Whose words they are: the user's own variant, or parts of the draft put anew. */
  readonly origin: 'own' | 'made';
  /** How alike it is to the nearest of the other texts and of the link's past posts, 0..1. */
  readonly nearest: number;
}

/** Texts for reposts, and how many are missing: those have to be written by hand. */
export interface VariantPlan {
  readonly variants: readonly VariantText[];
  readonly missing: number;
  /** Own variants that cannot be used, and why. */
  readonly refused: readonly { readonly text: string; readonly reason: Refusal }[];
  /** What to write by hand when some are missing, by name of a hook: see `HOOKS`. */
  readonly write: readonly Hook[];
}

/** What variants take beside what judging takes. */
export interface VariantOptions extends LintOptions {
  /** Similarity from which two texts read as one; .70 by default (780 pairs of French posts). */
  readonly tooClose?: number | undefined;
  /** Score under which a text is not worth a repost; by default 60, or the draft's own where that is lower. */
  readonly floor?: number | undefined;
  /** Whether own variants are used that the linter calls wrong. */
  readonly isForced?: boolean | undefined;
}

/** Ways to open a post that only its author can fill honestly, from what the page says. */
export const HOOKS = ['figure', 'quote', 'result', 'mistake', 'reader'] as const;
export type Hook = (typeof HOOKS)[number];

/** Text score that a made variant must reach, or that of its draft: two real posts of five stay below it. */
const FLOOR = 45;
/** A part of a draft that is to stand alone must say something: fewer letters are no post. */
const SHORTEST_PART = 25;
const SENTENCES = lazy(() => /(?<=[.!?…])[ \u00a0\n]+(?=[\p{Lu}\d«“#])/u);
const CLAUSES = /\s+[–—|]\s+|[ \u00a0\u202f]?:[ \u00a0\u202f]+/u;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * The draft's own text without its link, and without the tags and mentions that stand behind its sentences, nor the
 * small words that led to them ("…, avec @example").
 */
function joinOwnSentences({ text, entities, words }: Subject): string {
  const link = entities.find(({ type }) => type === 'link');
  let end = link === undefined ? text.length : link.span.start;
  for (const { type, span } of entities.toReversed()) {
    if (span.end > end || (type !== 'hashtag' && type !== 'mention')) continue;
    if (!/^\s*(?:[#＃]\d+\s*)*$/.test(text.slice(span.end, end))) break;
    end = span.start;
    const before = words.findLast((word) => word.span.end <= span.start);
    const leads = before?.kind === 'stop' && /^\s*$/.test(text.slice(before.span.end, span.start));
    if (type === 'mention' && leads) end = before.span.start;
  }
  return text
    .slice(0, end)
    .trim()
    .replace(/[ \u00a0\u202f]*[:,;–—|-]$/u, '');
}

/**
 * Other posts that the draft's own words make: its page's title, each of its sentences alone, the two sides of a colon
 * or dash alone or the other way round. Nothing is said that the draft or the title does not say.
 */
function splitIntoParts(subject: Subject): string[] {
  // A part of a warning lacks its place or its danger, and one of a tribute its name.
  if (postType(subject.draft) !== undefined) return [];
  const prose = joinOwnSentences(subject);
  // What leans on a sentence before would stand without its noun: "Inscrivez-le", "trois raisons d’y revenir".
  const sentences = prose
    .split(SENTENCES())
    .filter((sentence, index) => sentence !== '' && (index === 0 || !leansOnBefore(sentence)));
  const clauses = sentences.flatMap((sentence) => {
    const [head, ...rest] = sentence.split(CLAUSES);
    const tail = rest.join(' – ');
    if (head === undefined || tail === '') return [];
    return [head, ...(leansOnBefore(tail) ? [] : [capital(tail)]), `${capital(tail.replace(/[.…]+$/u, ''))} – ${head}`];
  });
  const title = subject.draft.title ?? '';
  const parts = [title, ...(sentences.length > 1 ? sentences : []), ...clauses];
  return parts.filter((part) => part.length >= SHORTEST_PART && isSubstantial(part, subject));
}

/** Whether a part names two subjects, or one with a figure, and calls on nobody: the draft did that once already. */
function isSubstantial(part: string, { lexicon }: Subject): boolean {
  if (part.includes('@')) return false;
  const words = part.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const subjects = words.filter((word) => classifyWord(word, lexicon) === 'subject').length;
  return subjects >= 2 || (subjects === 1 && /\d/.test(part));
}

/** A text with the campaign's link, where it has none. */
function withLink(text: string, { link, linkOptions }: Subject): string {
  if (link === undefined) return text;
  const has = findEntities(text).some(({ type, value }) => type === 'link' && isSameLink(value, link, linkOptions));
  return has ? text : `${text} ${link}`;
}

interface Candidate {
  readonly text: string;
  readonly score: number;
  readonly print: Fingerprint;
}

/**
 * Texts for `n` reposts of a draft: the user's own variants first, then what the draft's words make in another form.
 * Every one is judged, keeps the link, and is unlike the draft, the others and the link's past posts. When that gives
 * fewer than `n`, the rest is missing: shuffled words would be the same post again, to readers and to X.
 */
export function planVariants(draft: Draft, n: number, options: VariantOptions): VariantPlan {
  const { tooClose = NEAR_DUPLICATE, isForced = false, ...judging } = options;
  const subject = prepareDraft(draft, judging);
  const fixedOptions = {
    ...judging,
    config: { ...judging.config, ...(subject.language && { lang: subject.language }) },
  };
  const taken = [subject.text, ...(judging.facts?.pastPosts ?? []).map(({ text }) => text)].map(computeFingerprint);
  const refused: { text: string; reason: Refusal }[] = [];
  const variants: VariantText[] = [];

  const evaluate = (text: string, isAnyWay = false): Candidate | Refusal =>
    evaluateVariant(text, subject, fixedOptions, isAnyWay);
  const highestLikeness = (print: Fingerprint): number => Math.max(0, ...taken.map((other) => likeness(print, other)));
  const take = ({ text, score, print }: Candidate, origin: VariantText['origin']): void => {
    variants.push({ text, score, origin, nearest: highestLikeness(print) });
    taken.push(print);
  };

  for (const { text: own } of draft.campaign?.variants ?? []) {
    if (variants.length >= n) break;
    const candidate = evaluate(withLink(own, subject), isForced);
    if ('code' in candidate) refused.push({ text: own, reason: candidate });
    else if (highestLikeness(candidate.print) >= tooClose) refused.push({ text: own, reason: { code: 'tooClose' } });
    else take(candidate, 'own');
  }

  // Where the author wrote enough variants nothing is made, and the draft need not be judged.
  const parts = variants.length >= n ? [] : splitIntoParts(subject);
  const ownScore = parts.length === 0 ? undefined : lintSubject(subject, fixedOptions).textScore;
  const floor = options.floor ?? Math.min(FLOOR, ownScore ?? FLOOR);
  const candidates = parts.flatMap((part) => {
    const improved = improve(withLink(part, subject), draft, fixedOptions);
    const candidate = evaluate(improved);
    return 'code' in candidate || candidate.score < floor ? [] : [candidate];
  });
  while (variants.length < n && candidates.length > 0) {
    // The one least like all that is taken comes first: variety is what a repost is for.
    const ranked = candidates
      .map((candidate) => ({ candidate, near: highestLikeness(candidate.print) }))
      .filter(({ near }) => near < tooClose)
      .sort((a, b) => a.near - b.near || b.candidate.score - a.candidate.score);
    const best = ranked[0]?.candidate;
    if (best === undefined) break;
    take(best, 'made');
    candidates.splice(candidates.indexOf(best), 1);
  }
  const missing = Math.max(0, n - variants.length);
  return { variants, missing, refused, write: HOOKS.slice(0, missing) };
}

/** A made text with tags and cleaned wording, by the rewriter; as it stands where nothing makes it better. */
function improve(text: string, draft: Draft, options: LintOptions): string {
  const alone: Draft = {
    text,
    ...(draft.keywords && { keywords: draft.keywords }),
    ...(draft.lang && { lang: draft.lang }),
  };
  return searchRewrites(alone, { ...options, n: 1 }).rewrites[0]?.text ?? text;
}

/** A variant's text judged as a post of its own, or why it cannot be one; with `isAnyWay` findings are no reason. */
function evaluateVariant(
  text: string,
  original: Subject,
  options: LintOptions,
  isAnyWay: boolean,
): Candidate | Refusal {
  const { draft, facts } = original;
  const alone: Draft = { text, ...(draft.media && { media: draft.media }), ...(draft.lang && { lang: draft.lang }) };
  const subject = prepareDraft(alone, { ...options, facts });
  const report = lintSubject(subject, { ...options, facts });
  // What is true for a day is an error here: nobody knows the day on which a variant goes out.
  const failed = report.findings.find(
    ({ severity, messageId }) => severity === 'error' || messageId === 'ephemeral' || messageId === 'pastDate',
  );
  if (failed !== undefined && !isAnyWay) {
    const { rule, messageId, message, data } = failed;
    return { code: 'finding', finding: { rule, messageId, message, data } };
  }
  // A variant may leave out what the draft says; it must not lead elsewhere.
  const stated = statedFacts(subject);
  const links = statedFacts(original).links;
  const addedFact = brokenFact({ ...stated, links }, stated, subject.language);
  if (addedFact !== undefined) return addedFact;
  return { text, score: report.textScore ?? 0, print: computeFingerprint(text) };
}
