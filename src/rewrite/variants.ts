import { lazy } from '#base/lazy.js';
import type { Draft } from '#draft/draft.js';
import { applyEdits, compatible } from '#lint/edits.js';
import type { LintReport } from '#lint/finding.js';
import { findEntities } from '#tweet/entities.js';
import { isSameLink } from '#tweet/link.js';
import { isOneWord } from '#words/characters.js';
import { namesPeople } from '#words/no-subject.js';
import type { Lexicon } from '#words/lexicon.js';
import { haveSameStem } from '#words/stems.js';
import { meaningsOf } from '#words/tag-relations.js';
import { joinAsTag } from '#words/tags.js';
import { computeFingerprint, likeness, NEAR_DUPLICATE, type Fingerprint } from '#words/similarity.js';
import { lintSubject, prepareDraft, type LintOptions } from '#lint/engine.js';
import { postType } from '#lint/post-type.js';
import type { Subject } from '#lint/subject.js';
import { findCut, isTrailing } from '#lint/tag-place.js';
import { subjectTags } from '#lint/tag-proposals.js';
import { detectLanguage } from '#tweet/language.js';
import { brokenFact, statedFacts, type Refusal } from './guards.js';
import { countBreaks } from './outcome.js';
import { faultsLeft } from './unfinished.js';
import { pageSubject } from './variants/page-subject.js';
import { MOST_OF, STRATEGIES, textsOfPage, type MadeText, type Strategy } from './variants/strategies.js';
import { capital, sentencesOf } from './wording.js';

/** A text for a repost. */
export interface VariantText {
  readonly text: string;
  /** 0..100, judged like the draft. */
  readonly score: number;
  /** Whose words they are: the user's own variant, the draft's, or the page's. */
  readonly origin: 'own' | 'made' | 'page';
  /** How a made one came about. */
  readonly strategy?: Strategy;
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

/** By what words of a post its page has that which a hook needs; a quotation and a result show in no text. */
const fitting = lazy((): readonly (readonly [Hook, RegExp])[] => [
  ['mistake', /(?<!\p{L})(?:mistakes?|pitfalls?|erreurs?|pièges?)(?!\p{L})/iu],
  ['reader', /(?<!\p{L})(?:beginners?|newbies|for people who|débutants?|débutantes?|grand public)(?!\p{L})/iu],
  ['figure', /(?<![\p{L}\p{N}#@.,/:-])(?:[3-9]|[1-9]\d)(?=\s+#?\p{L})/u],
]);

/** The way to open another post of a page that a post of it shows to be possible; undefined when none does. */
export const fittingHook = (text: string): Hook | undefined =>
  fitting().find(([, sign]) => sign.test(text.replace(/https?:\/\/\S+/g, ' ')))?.[0];

/** Text score that a made variant must reach, or that of its draft: two real posts of five stay below it. */
const FLOOR = 35;
/** Tags of a made variant: as many as its draft has, up to this. */
const MOST_TAGS = 2;

/**
 * Texts that the page or, without one, the draft's own words make. None for an alert or a tribute: a part of a warning
 * lacks its place or its danger, and one of a tribute its name.
 */
function makeTexts(subject: Subject, options: LintOptions): MadeText[] {
  const { draft, language } = subject;
  if (postType(draft) !== undefined) return [];
  const title = draft.title ?? draft.page?.title;
  const own = sentencesOf(subject).map(({ start, text }) => subject.text.slice(start, start + text.length));
  // A draft of one sentence has nothing else to say.
  const page = draft.page ?? (own.length > 1 ? { sentences: own } : {});
  const sample = [title ?? '', page.description ?? '', ...(page.sentences ?? []).slice(0, 3)].join(' ');
  const spoken = draft.page === undefined ? language : detectLanguage(sample, [], options.languageModel);
  // The page may be in another language than the draft.
  if (spoken !== undefined && spoken !== language) return [];
  return textsOfPage({ subject, page, title, about: pageSubject(subject, title) });
}

/** Whether two tags say the same: "job" and "emploi", "kite" and "kites". */
const isSameTag = (one: string, other: string, lexicon: Lexicon | undefined): boolean =>
  lexicon !== undefined &&
  (haveSameStem(one.toLowerCase(), other.toLowerCase(), lexicon.language) ||
    meaningsOf(one, lexicon).some((meaning) => meaningsOf(other, lexicon).includes(meaning)));

/** The tags of a campaign: the draft's own behind its text, then what the draft and its page are about. */
function campaignTags(subject: Subject, options: LintOptions): string[] {
  const { draft, hashtags } = subject;
  const { lexicon } = subject;
  const whole = hashtags.filter((tag) => isTrailing(subject, tag) && findCut(subject, tag) === undefined);
  const own = whole
    .filter(({ value }, index) => !whole.slice(0, index).some((other) => isSameTag(other.value, value, lexicon)))
    .map(({ value }) => value);
  if (own.length >= MOST_TAGS) return own.slice(0, MOST_TAGS);
  const said = [draft.text, draft.title ?? draft.page?.title ?? '', draft.page?.description ?? ''].join('\n');
  const spoken = prepareDraft(
    { text: said, ...(draft.keywords && { keywords: draft.keywords }), ...(subject.link && { link: subject.link }) },
    options,
  );
  const keywords = (draft.keywords ?? [])
    .map((keyword) => keyword.split(/\s+/))
    .filter((words) => words.length <= 2 && words.every((word) => /^[\p{L}\p{M}\p{N}-]+$/u.test(word)))
    .map((words) => (words.length === 1 && isOneWord(words[0] ?? '') ? (words[0] ?? '') : joinAsTag(words)));
  // The first word of a name is no subject ("Church Street"), nor are the people whom a page is for.
  const isPartOfName = (tag: string): boolean => new RegExp(`${capital(tag)} \\p{Lu}`, 'u').test(said);
  const isOfPeople = (tag: string): boolean =>
    namesPeople(tag.toLowerCase()) && lexicon?.fields?.includes(`|${tag}|`) !== true;
  const others = subjectTags(spoken).filter((tag) => !isPartOfName(tag) && !isOfPeople(tag));
  const all = [...own, ...keywords, ...others];
  return all
    .filter((tag, index) => tag !== '' && !all.slice(0, index).some((other) => isSameTag(other, tag, lexicon)))
    .slice(0, MOST_TAGS);
}

/** A made text as it would be posted: with the link, and tags behind it. */
const finish = (text: string, tags: readonly string[], subject: Subject): string =>
  tags.reduce((kept, tag) => `${kept} #${tag}`, withLink(text, subject));

/** A candidate with its typography set right. */
function setTypography(
  candidate: Candidate | Refusal,
  evaluate: (text: string) => Candidate | Refusal,
): Candidate | Refusal {
  if ('code' in candidate || candidate.asides.length === 0) return candidate;
  return evaluate(applyEdits(candidate.text, compatible(candidate.asides.map(({ edits }) => edits)).flat()));
}

/** A text with the campaign's link, where it has none. */
function withLink(text: string, { link, linkOptions }: Subject): string {
  if (link === undefined) return text;
  const has = findEntities(text).some(({ type, value }) => type === 'link' && isSameLink(value, link, linkOptions));
  return has ? text : `${text} ${link}`;
}

/** Likeness up to which two made texts say two things: a page says one thing in its summary and again in its text. */
const MOST_ALIKE = 0.55;
const ROUNDS = Math.max(...Object.values(MOST_OF));

interface Candidate {
  readonly text: string;
  readonly score: number;
  readonly print: Fingerprint;
  readonly asides: LintReport['asides'];
  /** Whether it has a fault with which nobody would post it, were it not its author's own. */
  readonly isFlawed: boolean;
}

/** Faults of style that a page's sentence may have and a post may not; a passive is none of them. */
const EMPTY: ReadonlySet<string> = new Set('wordy padding frame vague expires season longSentence'.split(' '));
const isFlawed = (text: string, language: string | undefined, report: LintReport): boolean =>
  countBreaks(text, language) > 0 ||
  faultsLeft(text, text, report, 'behindOpening').faults.length > 0 ||
  report.findings.some(({ messageId }) => EMPTY.has(messageId));

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
  const take = ({ text, score, print }: Candidate, origin: VariantText['origin'], strategy?: Strategy): void => {
    variants.push({
      text,
      score,
      origin,
      nearest: highestLikeness(print),
      ...(strategy !== undefined && { strategy }),
    });
    taken.push(print);
  };

  for (const { text: own, origin: its = 'own' } of draft.campaign?.variants ?? []) {
    if (variants.length >= n) break;
    const candidate = evaluate(withLink(own, subject), isForced);
    if ('code' in candidate) refused.push({ text: own, reason: candidate });
    else if (highestLikeness(candidate.print) >= tooClose) refused.push({ text: own, reason: { code: 'tooClose' } });
    else take(candidate, its);
  }

  // Where the author wrote enough variants nothing is made, and the draft need not be judged.
  const texts = variants.length >= n ? [] : makeTexts(subject, fixedOptions);
  const ownScore = texts.length === 0 ? undefined : lintSubject(subject, fixedOptions).textScore;
  const floor = options.floor ?? Math.min(FLOOR, ownScore ?? FLOOR);
  const tags = texts.length === 0 ? [] : campaignTags(subject, fixedOptions);
  const origin = draft.page === undefined ? 'made' : 'page';
  const isLikeMade = (print: Fingerprint): boolean =>
    variants.some(({ text, origin: its }) => its !== 'own' && likeness(print, computeFingerprint(text)) >= MOST_ALIKE);
  const isUsable = (candidate: Candidate | Refusal): candidate is Candidate =>
    !('code' in candidate) &&
    !candidate.isFlawed &&
    candidate.score >= floor &&
    highestLikeness(candidate.print) < tooClose &&
    !isLikeMade(candidate.print);
  // One of each strategy first, then those that there may be more of, in the order of the page.
  const waiting = new Map(STRATEGIES.map((name) => [name, texts.filter(({ strategy }) => strategy === name)]));
  for (let round = 1; round <= ROUNDS; round += 1) {
    for (const strategy of STRATEGIES) {
      const rest = waiting.get(strategy) ?? [];
      const before = variants.length;
      while (rest.length > 0 && variants.length < n && variants.length === before) {
        if (round > (MOST_OF[strategy] ?? 1)) break;
        const { text = '' } = rest.shift() ?? {};
        const candidate = setTypography(evaluate(finish(text, tags, subject)), evaluate);
        if (isUsable(candidate)) take(candidate, origin, strategy);
      }
    }
  }
  const missing = Math.max(0, n - variants.length);
  return { variants, missing, refused, write: HOOKS.slice(0, missing) };
}

/** A variant's text judged as a post of its own, or why it cannot be one; with `isAnyWay` findings are no reason. */
function evaluateVariant(
  text: string,
  original: Subject,
  options: LintOptions,
  isAnyWay: boolean,
): Candidate | Refusal {
  const { draft, facts } = original;
  const alone: Draft = {
    text,
    ...(draft.media && { media: draft.media }),
    ...(draft.lang && { lang: draft.lang }),
    // What is true for a day is an error of a text that goes out on another: nobody knows the day of a variant.
    campaign: { reposts: 1 },
  };
  const subject = prepareDraft(alone, { ...options, facts });
  const report = lintSubject(subject, { ...options, facts });
  const failed = report.findings.find(({ severity, rule }) => severity === 'error' && rule !== 'repeats');
  if (failed !== undefined && !isAnyWay) {
    const { rule, messageId, message, data } = failed;
    return { code: 'finding', finding: { rule, messageId, message, data } };
  }
  // A variant may leave out what the draft says; it must not lead elsewhere.
  const stated = statedFacts(subject);
  const links = statedFacts(original).links;
  const addedFact = brokenFact({ ...stated, links }, stated, subject.language);
  if (addedFact !== undefined) return addedFact;
  return {
    text,
    score: report.textScore ?? 0,
    print: computeFingerprint(text),
    asides: report.asides,
    isFlawed: isFlawed(text, subject.language, report),
  };
}
