import type { Advice, AdviceCause, AdviceVerb } from '#timing/decay/advice.js';
import type { DecayEstimate } from '#timing/decay/decay.js';
import type { CurvePoint, LinkDecay } from '#timing/decay/link-decay.js';
import type { RepostRules } from '#timing/plan/repost-rules.js';
import { span } from '#locale/format.js';
import type { Locale } from '#base/locale.js';

/** A span of time in ms with its 80 % interval. */
export interface DecaySpan {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** A count with its 80 % interval. */
export interface DecayAmount {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** When a share of a finished post's reactions was seen, ms of age: interpolated, between two readings. */
export interface SeenSpan {
  /** Null when it came before the first reading: then only `before` is known. */
  readonly age: number | null;
  readonly after: number;
  readonly before: number;
}

/** How long reactions took. `own`: told by this post; `account`: by the account's finished posts; `typical`: by others'. */
export interface DecayTimes {
  readonly basis: 'own' | 'account' | 'typical';
  readonly t50: DecaySpan;
  readonly t90: DecaySpan;
  /** Of finished posts that were read on the way: to be preferred. */
  readonly seen: { readonly t50: SeenSpan; readonly t90: SeenSpan } | null;
}

/** One post of a link. */
export interface DecayPost {
  readonly id: string;
  readonly at: string;
  readonly localTime: string;
  readonly text: string;
  /** Null when no reading tells. */
  readonly reactions: number | null;
  /** Reactions within 7 days; counted when `finished`. */
  readonly total: DecayAmount & { readonly point: number };
  readonly finished: boolean;
  readonly times: DecayTimes;
  /** ms since the link's previous post. */
  readonly sincePrevious: number | null;
  /** Its total over that of the link's first post. */
  readonly ratioToFirst: number | null;
}

/** What to do with a link, and why. */
export interface DecayAdvice {
  readonly verb: AdviceVerb;
  readonly cause: AdviceCause;
  readonly at: string | null;
  readonly localTime: string | null;
  /** What a repost then is expected to bring: a median. */
  readonly gain: { readonly median: number; readonly low: number; readonly high: number } | null;
  readonly rest: number;
  /** One sentence in the language of the report. */
  readonly reason: string;
}

/** A link with the life of all its posts. */
export interface DecayLink {
  readonly link: string;
  /** Whether the page is unknown: the link stands for posts of one text. */
  readonly byText: boolean;
  /** How the link is shown: its identity, or the text of its posts. */
  readonly label: string;
  readonly posts: number;
  /** Posts whose hour is not known, which are left out of all estimates. */
  readonly untimed: number;
  readonly first: string;
  readonly last: string;
  readonly reactions: number | null;
  readonly total: DecayAmount;
  readonly remaining: DecayAmount;
  /** Reactions an hour now. */
  readonly rate: number;
  readonly alive: boolean;
  /** Of the newest post. */
  readonly times: DecayTimes;
  readonly advice: DecayAdvice;
  /** With one link only. */
  readonly detail?: DecayDetail;
}

/** What is told of a link that was asked for by name. */
export interface DecayDetail {
  readonly posts: readonly DecayPost[];
  /** Reactions of all posts together, by instants from the first post on. */
  readonly curve: readonly (DecayAmount & { readonly at: string; readonly localTime: string })[];
}

/** `tweetspan/decay@1`, described by `decay.schema.json` in the package. */
export interface DecayDocument {
  readonly schema: 'tweetspan/decay@1';
  readonly account: readonly string[];
  readonly zone: string;
  readonly now: string;
  readonly localTime: string;
  readonly seed: number;
  /** Links of the history with a post of known time; `links` shows the newest of them. */
  readonly known: number;
  /** Finished posts behind the shape of lives and behind the usual count; 0: typical. */
  readonly learnedFrom: { readonly shape: number; readonly level: number };
  readonly links: readonly DecayLink[];
  /** What a reader should know of the observations, in the language of the report. */
  readonly remarks: readonly string[];
}

const REASONS: Readonly<Record<Locale, Readonly<Record<AdviceCause, (facts: ReasonFacts) => string>>>> = {
  en: {
    due: ({ minGap }) =>
      `the last post is more than ${minGap} old and has most of its reactions, and this hour is in use`,
    'never posted': () => 'the link has not been posted yet',
    'too soon': ({ minGap, t90, isT90Longer }) =>
      isT90Longer
        ? `the last post takes about ${t90} for 90 % of its reactions; spacing is the reason to wait, not reach`
        : `two posts of one link keep ${minGap} between them; spacing is the reason to wait, not reach`,
    'still collecting': ({ restShare }) =>
      `the last post is still collecting: more than ${restShare} % of its reactions are to come`,
    'hour not in use': () => 'this hour is not one of those in use',
    'gain too small': ({ worthShare }) =>
      `a repost now would bring less than the link still gets, or less than ${worthShare} % of the usual post`,
    'no hour left': () => 'no hour is left to post in',
    'enough reposts': ({ maxReposts, reposts }) =>
      `it went out again ${reposts} times already; the limit is ${maxReposts}`,
    'window over': () => 'the campaign of this link has ended',
    'two weak reposts': () => 'the last two reposts brought less than nine in ten would have',
  },
  fr: {
    due: ({ minGap }) =>
      `le dernier post a plus de ${minGap} et l’essentiel de ses réactions, et cette heure est de celles utilisées`,
    'never posted': () => 'le lien n’a pas encore été posté',
    'too soon': ({ minGap, t90, isT90Longer }) =>
      isT90Longer
        ? `le dernier post met environ ${t90} à recueillir 90 % de ses réactions ; on attend pour espacer, non pour toucher plus`
        : `deux posts d’un même lien s’espacent de ${minGap} ; on attend pour espacer, non pour toucher plus`,
    'still collecting': ({ restShare }) =>
      `le dernier post récolte encore : plus de ${restShare} % de ses réactions sont à venir`,
    'hour not in use': () => 'cette heure n’est pas de celles utilisées',
    'gain too small': ({ worthShare }) =>
      `un repost maintenant apporterait moins que ce que le lien reçoit encore, ou moins de ${worthShare} % du post habituel`,
    'no hour left': () => 'il ne reste aucune heure pour poster',
    'enough reposts': ({ maxReposts, reposts }) => `déjà ${reposts} reposts ; la limite est ${maxReposts}`,
    'window over': () => 'la campagne de ce lien est terminée',
    'two weak reposts': () => 'les deux derniers reposts ont moins apporté que neuf sur dix ne l’auraient fait',
  },
};

interface ReasonFacts {
  readonly minGap: string;
  readonly t90: string;
  readonly isT90Longer: boolean;
  readonly restShare: number;
  readonly worthShare: number;
  readonly maxReposts: number;
  readonly reposts: number;
}

/** Advice as data, its reason in words. */
export function formatAdvice(
  { verb, cause, slot, gain, rest }: Advice,
  { posts, t90, rules }: { readonly posts: number; readonly t90: number; readonly rules: RepostRules },
  locale: Locale,
): DecayAdvice {
  return {
    verb,
    cause,
    at: slot === undefined ? null : new Date(slot.at).toISOString(),
    localTime: slot?.localTime ?? null,
    gain: gain ?? null,
    rest,
    reason: REASONS[locale][cause]({
      minGap: span(rules.minGap, locale),
      t90: span(t90, locale),
      isT90Longer: t90 > rules.minGap,
      restShare: Math.round(100 * rules.restShare),
      worthShare: Math.round(100 * rules.worthShare),
      maxReposts: rules.maxReposts,
      reposts: Math.max(0, posts - 1),
    }),
  };
}

/** The times of one post. `hasShape`: it was read on the way, so that its own times can be told. */
export function toTimes(
  { basis, t50, t90, seen }: Pick<DecayEstimate, 'basis' | 't50' | 't90' | 'seen'>,
  typical: Pick<DecayEstimate, 't50' | 't90'>,
  { hasShape, isLearned }: { readonly hasShape: boolean; readonly isLearned: boolean },
): DecayTimes {
  const own = basis === 'own' && hasShape;
  const seenSpan = ({ age, after, before }: NonNullable<typeof seen>['t50']): SeenSpan => ({
    age: age ?? null,
    after,
    before,
  });
  return {
    basis: own ? 'own' : isLearned ? 'account' : 'typical',
    t50: own ? t50 : typical.t50,
    t90: own ? t90 : typical.t90,
    seen: own && seen !== undefined ? { t50: seenSpan(seen.t50), t90: seenSpan(seen.t90) } : null,
  };
}

/** The sums of a link as data. */
export const sumTotals = ({
  total,
  remaining,
  rate,
  alive,
}: LinkDecay): Pick<DecayLink, 'total' | 'remaining' | 'rate' | 'alive'> => ({
  total,
  remaining,
  rate,
  alive,
});

/** A curve as data. */
export const toCurve = (
  points: readonly CurvePoint[],
  formatLocalTime: (instant: number) => string,
): DecayDetail['curve'] =>
  points.map(({ at, mean, low, high }) => ({
    at: new Date(at).toISOString(),
    localTime: formatLocalTime(at),
    mean,
    low,
    high,
  }));
