import type { Draft, Media } from '#draft/draft.js';
import { lint, type LintOptions } from '#lint/engine.js';
import type { MediaFacts, PastPost } from '#lint/facts.js';
import { findNearDuplicate } from '#queue/guard.js';
import type { ItemMode } from '#queue/item.js';
import { formatLocalTime, openZone } from '#timing/clock/zone.js';
import { HOOKS, planVariants, type VariantPlan } from '#rewrite/variants.js';
import type { CampaignHistory, CampaignInput } from './input.js';

/** A text for a planned post, with the media that go with it. Files are as the draft names them. */
export interface ChosenText {
  readonly text: string;
  /** The draft itself, a variant of its author's, or one made of the draft's or the page's words. */
  readonly origin: 'draft' | 'own' | 'made' | 'page';
  /** 0..100; null for the draft that the rules cannot judge. */
  readonly score: number | null;
  readonly media: readonly Media[];
}

/** A text that exists already: that of an item, or of a post. */
export interface KnownText {
  readonly text: string;
  /** Number of the item that it is planned as; null for a post. */
  readonly item: number | null;
  /** The draft of this call that it is planned from; null for an item or a post. */
  readonly draft: string | null;
  /** What the clock shows when it goes out, or went out, and where; null when that is not known. */
  readonly localTime: string | null;
  readonly zone: string;
}

/** Texts for a plan, and what cannot be used. */
export interface ChosenTexts extends Pick<VariantPlan, 'missing' | 'write'> {
  readonly texts: readonly ChosenText[];
  /** Own variants that read like a text that exists already. */
  readonly alike: readonly { readonly text: string; readonly like: KnownText }[];
  /** Own variants that cannot be used for another reason. */
  readonly refused: VariantPlan['refused'];
  /** The text that the draft's own is too like; undefined where it can be used, or is not needed. */
  readonly draftIsLike: KnownText | undefined;
}

const findSimilar = (text: string, known: readonly TimedText[]): TimedText | undefined => {
  const found = findNearDuplicate(
    text,
    known.map((other) => ({ text: other.text, at: 0 })),
  );
  return found && known.find((other) => other.text === found.text);
};

/** A text that exists already, before its time is read from a clock. */
export interface TimedText {
  readonly text: string;
  readonly item: number | null;
  readonly draft: string | null;
  /** ms UTC; 0 for a post of unknown time. */
  readonly at: number;
  readonly zone: string;
}

const toKnownText = ({ text, item, draft, at, zone }: TimedText): KnownText => ({
  text,
  item,
  draft,
  zone,
  localTime: at === 0 ? null : formatLocalTime(openZone(zone, at, at).localTimeAt(at)),
});

/** Whether a text reads like one that was posted lately, or is planned. */
export const isKnownText = (text: string, history: CampaignHistory | undefined): boolean =>
  findNearDuplicate(text, [
    ...(history?.open ?? []).map((item) => ({ text: item.text, at: 0 })),
    ...(history?.posted ?? []),
  ]) !== undefined;

/**
 * Texts for planned posts: the draft's own while nothing reads like it, then variants. No two are alike, nor like the
 * link's past posts or anything known.
 * @param past the link's posts. @param known texts that were posted lately or are planned, of any link.
 */
export function chooseTexts(
  draft: Draft,
  options: LintOptions,
  {
    past,
    known,
    count,
    score: draftScore,
    isForced,
  }: {
    readonly past: readonly PastPost[];
    readonly known: readonly TimedText[];
    readonly count: number;
    /** Text score of the draft. */
    readonly score: number | null;
    /** Whether variants are used that the linter calls wrong. */
    readonly isForced: boolean;
  },
): ChosenTexts {
  const draftIsLike = count > 0 ? findSimilar(draft.text, known) : undefined;
  const first =
    count > 0 && draftIsLike === undefined ? [{ text: draft.text, origin: 'draft' as const, score: draftScore }] : [];
  const wanted = count - first.length;
  const own = (draft.campaign?.variants ?? []).map((variant) => ({ variant, like: findSimilar(variant.text, known) }));
  const fresh: Draft = {
    ...draft,
    campaign: {
      ...draft.campaign,
      variants: own.filter(({ like }) => like === undefined).map(({ variant }) => variant),
    },
  };
  const judging = {
    ...options,
    facts: { ...options.facts, ...(past.length > 0 && { pastPosts: past }) },
  };
  const plan = (n: number): VariantPlan =>
    n === 0 ? NO_VARIANTS : planVariants(own.length > 0 ? fresh : draft, n, { ...judging, isForced });
  const isKept = ({ text }: { readonly text: string }): boolean => findSimilar(text, known) === undefined;
  const offered = plan(wanted);
  const dropped = offered.variants.filter((variant) => !isKept(variant)).length;
  // Those that are like something planned give way to the next ones.
  const { variants, refused } = dropped === 0 ? offered : plan(wanted + dropped);
  const used = variants.filter(isKept).slice(0, wanted);
  const missing = Math.max(0, wanted - used.length);
  return {
    texts: [...first, ...used].map(({ text, origin, score }) => ({
      text,
      origin,
      score,
      media: chooseMedia(text, origin, draft),
    })),
    missing,
    write: HOOKS.slice(0, missing),
    alike: own.flatMap(({ variant, like }) =>
      like === undefined ? [] : [{ text: variant.text, like: toKnownText(like) }],
    ),
    refused,
    draftIsLike: draftIsLike && toKnownText(draftIsLike),
  };
}

const NO_VARIANTS: VariantPlan = { variants: [], missing: 0, refused: [], write: [] };

/** An own variant's media where it has some, else the draft's. A variant's text may have got the link. */
function chooseMedia(text: string, origin: ChosenText['origin'], { media = [], campaign }: Draft): readonly Media[] {
  if (origin === 'draft') return media;
  const variant = campaign?.variants?.find(
    (candidate) => text === candidate.text || text.startsWith(`${candidate.text} `),
  );
  return variant?.media ?? media;
}

/** Texts that new ones must not be like: planned ones, each in the zone of its slot, and posts of late. */
export const knownTexts = (
  { history, companions }: Pick<CampaignInput, 'history' | 'companions'>,
  zone: string,
): readonly TimedText[] => [
  ...(companions?.posts ?? []).flatMap(({ text, draft, dueAt, zone: itsZone }) =>
    text === null ? [] : [{ text, item: null, draft, at: dueAt, zone: itsZone }],
  ),
  ...(history?.open ?? []).map((item) => ({
    text: item.text,
    item: item.id,
    draft: null,
    at: item.dueAt,
    zone: item.zone,
  })),
  ...(history?.posted ?? []).map(({ text, at }) => ({ text, item: null, draft: null, at, zone })),
];

/** Posts (numbered from 1) by each word of theirs. */
export function postsByWord(words: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  words.forEach((each, index) => {
    for (const word of new Set(each)) found.set(word, [...(found.get(word) ?? []), index + 1]);
  });
  return found;
}

/** A text below this score is remarked on before it is planned. @source own choice */
const WEAK = 25;

/** Posts (numbered from 1) whose texts score very low, with the lowest score. */
export function findWeakTexts(texts: readonly ChosenText[]) {
  const scores = texts.map(({ score }) => score ?? 100);
  const posts = scores.flatMap((score, index) => (score < WEAK ? [index + 1] : []));
  return posts.length === 0 ? [] : [{ code: 'weak-text' as const, posts, score: Math.min(...scores) }];
}

/** Rules whose errors mean that X would refuse the post, whatever the configuration thinks of them. */
const REFUSING: ReadonlySet<string> = new Set(['concision', 'image']);
/** And those whose errors X makes only of what comes by its API. */
const REFUSING_BY_API: ReadonlySet<string> = new Set([...REFUSING, 'hashtags']);

/** What X would not take, by its API or by hand: a text that is too long, a file that is too large or not there. */
export function findRefusals(
  texts: readonly ChosenText[],
  { judging, mediaFacts, now }: Pick<CampaignInput, 'judging' | 'mediaFacts' | 'now'>,
  mode: ItemMode,
) {
  const refusing = mode === 'api' ? REFUSING_BY_API : REFUSING;
  const { lang, limit, links } = judging.config ?? {};
  const options: LintOptions = {
    ...judging,
    rules: judging.rules.filter(({ id }) => refusing.has(id)),
    config: { ...(lang && { lang }), ...(limit !== undefined && { limit }), ...(links && { links }) },
  };
  const findings = texts.map(({ text, media }) => {
    const facts = media.map(({ file }): MediaFacts => mediaFacts.get(file) ?? { state: 'missing' });
    const alone: Draft = { text, ...(media.length > 0 && { media }) };
    return lint(alone, { ...options, facts: { now, ...(media.length > 0 && { media: facts }) } }).findings.filter(
      ({ severity }) => severity === 'error',
    );
  });
  const byMessage = new Map(findings.flat().map((finding) => [finding.message, finding]));
  return [...postsByWord(findings.map((found) => found.map(({ message }) => message)))].flatMap(([message, posts]) => {
    const finding = byMessage.get(message);
    return finding === undefined
      ? []
      : [{ code: 'refused-by-x' as const, posts, rule: finding.rule, messageId: finding.messageId, message }];
  });
}
