import type { HourBin, HourChoice, HoursEstimate, Verdict } from '#timing/hours/hours.js';
import type { TypicalHours } from '#timing/hours/typical-hours.js';
import type { Metric, UsablePosts } from '#timing/hours/usable-posts.js';
import { count, listed, METRIC_WORDS, percent, plural, probability, TYPICAL } from '#locale/format.js';
import type { Locale } from '#base/locale.js';

/** An hour of the week with what may be said of it. */
export interface HourCell {
  /** Monday 0 … Sunday 6. */
  readonly weekday: number;
  readonly hour: number;
  /** The account's own posts in it. */
  readonly posts: number;
  /** Natural log, compared with the account's habit. */
  readonly effect: number;
  readonly sd: number;
  /** Per cent compared with the habit. */
  readonly uplift: number;
}

/** A slot to choose, with its 80 % interval. */
export interface HourSlot extends HourCell {
  readonly low: number;
  readonly high: number;
  readonly upliftLow: number;
  readonly upliftHigh: number;
  /** Chance that it is better than the habit; null for the typical curve. */
  readonly chanceAbove: number | null;
}

/** `tweetspan/hours@1`, described by `hours.schema.json` in the package. */
export interface HoursDocument {
  readonly schema: 'tweetspan/hours@1';
  /** Handles of the account. */
  readonly account: readonly string[];
  readonly zone: string;
  readonly seed: number;
  readonly metric: Metric | null;
  readonly verdict: Verdict;
  /** Whose effects these are. */
  readonly basis: 'own' | 'typical';
  readonly sentence: string;
  /** What more posts would tell; null when nothing is open. */
  readonly outlook: string | null;
  readonly posts: number;
  readonly days: number;
  /** Local days of the first and the last post. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly pValue: number;
  /** 0..1: how likely a usual difference would have been found. */
  readonly detection: number;
  readonly leftOut: UsablePosts['leftOut'];
  readonly slots: readonly HourSlot[];
  /** All 168, Monday 0 h first. */
  readonly hours: readonly HourCell[];
}

/** Fewer posts in an hour than this are marked: the figure there is its neighbours', or the typical curve's. */
export const FEW_POSTS = 5;

/** What a document is made from. */
export interface HoursFindings {
  readonly account: readonly string[];
  readonly seed: number;
  readonly usable: UsablePosts;
  readonly estimate: HoursEstimate;
  readonly typical: TypicalHours;
  /** Local day of an instant. */
  readonly formatDay: (instant: number) => string;
  /** Per cent of an effect (`upliftOf`). */
  readonly effectToPercent: (effect: number) => number;
}

/** Fewest posts and days with which the account's own hours are looked at. */
export interface HoursBar {
  readonly posts: number;
  readonly days: number;
}

const SENTENCES = {
  en: {
    'typical only': ({ posts, days }: Counts, bar: HoursBar) =>
      `Typical only: ${plural(posts, 'usable post', 'usable posts', 'en')} on ${plural(days, 'day', 'days', 'en')} cannot tell of hours (${bar.posts} on ${bar.days} days can); showing the typical curve: ${TYPICAL.en}.`,
    'no detectable best hour': ({ posts, p }: Counts) =>
      `No detectable best hour in your ${count(posts, 'en')} posts (p = ${p}); showing the typical curve: ${TYPICAL.en}.`,
    'best hours': ({ posts, p }: Counts) =>
      `Best hours: the hour makes a difference in your ${count(posts, 'en')} posts (p = ${p}).`,
  },
  fr: {
    'typical only': ({ posts, days }: Counts, bar: HoursBar) =>
      `Courbe typique seulement : ${plural(posts, 'post utilisable', 'posts utilisables', 'fr')} sur ${plural(days, 'jour', 'jours', 'fr')} ne disent rien des heures (il en faut ${bar.posts} sur ${bar.days} jours) ; voici la courbe typique : ${TYPICAL.fr}.`,
    'no detectable best hour': ({ posts, p }: Counts) =>
      `Aucune meilleure heure décelable dans vos ${count(posts, 'fr')} posts (p = ${p}) ; voici la courbe typique : ${TYPICAL.fr}.`,
    'best hours': ({ posts, p }: Counts) =>
      `Meilleures heures : l’heure fait une différence dans vos ${count(posts, 'fr')} posts (p = ${p}).`,
  },
} as const;

interface Counts {
  readonly posts: number;
  readonly days: number;
  readonly p: string;
}

const OUTLOOKS = {
  en: {
    'typical only': (missing: string) => `${missing} more and it can look; several thousand posts would settle it.`,
    'no detectable best hour': (chance: string) =>
      `With so many posts a usual difference is found in about ${chance} accounts of 100; several thousand posts would settle it.`,
  },
  fr: {
    'typical only': (missing: string) =>
      `Encore ${missing} et il peut chercher ; plusieurs milliers de posts trancheraient.`,
    'no detectable best hour': (chance: string) =>
      `Avec autant de posts, une différence ordinaire se décèle chez ${chance} comptes sur 100 environ ; plusieurs milliers de posts trancheraient.`,
  },
} as const;

function describeOutlook({ verdict, n, days, detection }: HoursEstimate, bar: HoursBar, locale: Locale): string | null {
  if (verdict === 'best hours') return null;
  if (verdict === 'no detectable best hour')
    return OUTLOOKS[locale][verdict](String(Math.round(100 * detection.chance)));
  const words = { en: ['post', 'posts', 'day', 'days'], fr: ['post', 'posts', 'jour', 'jours'] } as const;
  const [post, posts, day, moreDays] = words[locale];
  const parts = [
    ...(n < bar.posts ? [plural(bar.posts - n, post, posts, locale)] : []),
    ...(days < bar.days ? [plural(bar.days - days, day, moreDays, locale)] : []),
  ];
  return OUTLOOKS[locale][verdict](parts.join(locale === 'fr' ? ' sur ' : ' on '));
}

/** The findings as data: effects are the account's own only when the verdict says so, the typical curve's otherwise. */
export function hoursDocument(findings: HoursFindings, bar: HoursBar, locale: Locale): HoursDocument {
  const { account, seed, usable, estimate, typical, formatDay, effectToPercent } = findings;
  const own = estimate.verdict === 'best hours';
  const { bins, slots } = own ? estimate : typical;
  const cell = ({ weekday, hour, n, effect, sd }: HourBin): HourCell => ({
    weekday,
    hour,
    posts: n,
    effect,
    sd,
    uplift: effectToPercent(effect),
  });
  const slot = (choice: HourChoice): HourSlot => ({
    ...cell(choice),
    low: choice.low,
    high: choice.high,
    upliftLow: choice.upliftLow,
    upliftHigh: choice.upliftHigh,
    chanceAbove: own ? choice.chanceAbove : null,
  });
  const { verdict, n, days, period, pValue, detection, zone } = estimate;
  const counts = { posts: n, days, p: probability(pValue, locale) };
  return {
    schema: 'tweetspan/hours@1',
    account,
    zone,
    seed,
    metric: usable.metric ?? null,
    verdict,
    basis: own ? 'own' : 'typical',
    sentence: SENTENCES[locale][verdict](counts, bar),
    outlook: describeOutlook(estimate, bar, locale),
    posts: n,
    days,
    period: period === undefined ? null : { from: formatDay(period.from), to: formatDay(period.to) },
    pValue,
    detection: detection.chance,
    leftOut: usable.leftOut,
    // An hour below the habit is none to recommend.
    slots: slots.filter(({ effect }) => effect > 0).map(slot),
    hours: bins.map(cell),
  };
}

const PARTS = {
  en: {
    title: 'Hours',
    of: 'of',
    posts: 'posts',
    period: (from: string, to: string, days: string) => `${from} to ${to}, posts on ${days} days`,
    leftOut: 'Left out',
    nothing: 'nothing',
    reasons: {
      replies: ['reply', 'replies'],
      reposts: ['repost of others', 'reposts of others'],
      unknownHour: ['post of unknown hour', 'posts of unknown hour'],
      young: ['post younger than 72 h', 'posts younger than 72 h'],
      uncounted: ['post without a count', 'posts without a count'],
    },
  },
  fr: {
    title: 'Heures',
    of: 'de',
    posts: 'posts',
    period: (from: string, to: string, days: string) => `du ${from} au ${to}, des posts sur ${days} jours`,
    leftOut: 'Laissés de côté',
    nothing: 'rien',
    reasons: {
      replies: ['réponse', 'réponses'],
      reposts: ['repost d’autrui', 'reposts d’autrui'],
      unknownHour: ['post d’heure inconnue', 'posts d’heure inconnue'],
      young: ['post de moins de 72 h', 'posts de moins de 72 h'],
      uncounted: ['post sans compteur', 'posts sans compteur'],
    },
  },
} as const;

/** The lines that say what the figures rest on: whose, when, which metric, and what was left out. */
export function hoursBasis(
  document: HoursDocument,
  locale: Locale,
): { readonly title: string; readonly lines: readonly string[] } {
  const words = PARTS[locale];
  const { account, zone, period, posts, days, metric, leftOut } = document;
  const who = account.length === 0 ? '' : ` ${words.of} ${account.map((handle) => `@${handle}`).join(', ')}`;
  const used = [
    `${count(posts, locale)} ${words.posts}`,
    ...(metric === null ? [] : [METRIC_WORDS[locale][metric]]),
    ...(period === null ? [] : [words.period(period.from, period.to, count(days, locale))]),
    zone,
  ].join(' · ');
  const missing = (Object.keys(words.reasons) as (keyof typeof words.reasons)[]).flatMap((reason) => {
    const [one, many] = words.reasons[reason];
    return leftOut[reason] === 0 ? [] : [plural(leftOut[reason], one, many, locale)];
  });
  const out = `${words.leftOut}${locale === 'fr' ? ' : ' : ': '}${missing.length === 0 ? words.nothing : listed(missing)}`;
  return { title: `${words.title}${who}`, lines: [used, out] };
}

/** `+12 % (80 %: −1 % to +27 %)`. */
export const upliftText = (
  { uplift, upliftLow, upliftHigh }: Pick<HourSlot, 'uplift' | 'upliftLow' | 'upliftHigh'>,
  locale: Locale,
): string =>
  locale === 'fr'
    ? `${percent(uplift, locale)} (80 % : ${percent(upliftLow, locale)} à ${percent(upliftHigh, locale)})`
    : `${percent(uplift, locale)} (80 %: ${percent(upliftLow, locale)} to ${percent(upliftHigh, locale)})`;

const HEADINGS = {
  en: {
    own: 'Effect of the hour',
    typical: 'Typical effect of the hour, not yours',
    slotsOwn: 'Top slots',
    slotsTypical: 'Typical slots, not yours',
    habit: ', compared with your habit',
    average: ', compared with the average hour',
  },
  fr: {
    own: 'Effet de l’heure',
    typical: 'Effet typique de l’heure, pas à vous',
    slotsOwn: 'Meilleurs créneaux',
    slotsTypical: 'Créneaux typiques, pas à vous',
    habit: ' (comparaison avec votre habitude)',
    average: ' (comparaison avec l’heure moyenne)',
  },
} as const;

/** What stands above the picture and above the slots: whose effects, and compared with what. Without posts is no habit. */
export function hoursHeadings(
  { basis, posts }: HoursDocument,
  locale: Locale,
): { readonly effects: string; readonly slots: string } {
  const words = HEADINGS[locale];
  const compared = posts === 0 ? words.average : words.habit;
  return {
    effects: words[basis] + compared,
    slots: (basis === 'own' ? words.slotsOwn : words.slotsTypical) + compared,
  };
}
