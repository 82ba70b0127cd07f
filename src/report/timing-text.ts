// What reports on hours and on decay say, in the terminal and on the page.
import type { Locale } from '#base/locale.js';
import { count, hourRange, listed, moment, percent, span, weekdayName } from '#locale/format.js';
import { timingSentences } from '#locale/timing.js';
import type { DecayDocument, DecayLink, DecayTimes } from './documents/decay.js';
import type { HoursDocument, HourSlot } from './documents/hours.js';

/** Fewer posts in an hour than this are marked: the figure there is its neighbors', or the typical curve's. */
export const FEW_POSTS = 5;

/** Below this a pattern is called one. */
const SIGNIFICANT = 0.05;

/** The handles of an account as they are shown: `@example_one, @example_two`. */
export const accountText = (handles: readonly string[]): string => listed(handles.map((handle) => `@${handle}`));

/**
 * All that a report of hours says in sentences, from its title to what stands above its slots. The two titles are
 * undefined where nothing is known of hours, so that there is nothing to show.
 */
export function hoursText(document: HoursDocument, locale: Locale) {
  const sentences = timingSentences(locale);
  const { hours } = sentences;
  const {
    account,
    zone,
    period,
    posts,
    days,
    metric,
    leftOut,
    verdict,
    needed,
    pValue,
    detection,
    basis,
    weekdayPValue,
    typicalShare,
  } = document;
  const left = (Object.keys(hours.reasons) as (keyof typeof hours.reasons)[]).flatMap((reason) =>
    leftOut[reason] === 0 ? [] : [hours.reasons[reason](leftOut[reason])],
  );
  // An account without posts has no average.
  const compared = posts === 0 ? hours.compared.others : hours.compared.average;
  return {
    title: hours.title(accountText(account)),
    basis: [
      [
        hours.posts(posts),
        ...(metric === null ? [] : [sentences.metrics[metric]]),
        ...(period === null ? [] : [hours.period(period.from, period.to, days)]),
        zone,
      ].join(' · '),
      hours.leftOut(left.length === 0 ? hours.nothing : listed(left)),
    ],
    verdict: [
      verdict === 'typical only'
        ? hours.verdicts[verdict](posts, days, needed.posts, needed.days)
        : hours.verdicts[verdict](posts, pValue),
      ...(basis === 'typical' ? [hours.showing(typicalShare)] : []),
      ...(basis === 'none' && verdict !== 'best hours' ? [hours.unmeasured[verdict](metric ?? 'reactions')] : []),
    ].join(' '),
    weekday: verdict !== 'typical only' && weekdayPValue < SIGNIFICANT ? hours.weekday(weekdayPValue) : undefined,
    outlook:
      verdict === 'best hours'
        ? undefined
        : verdict === 'typical only'
          ? hours.outlooks[verdict](Math.max(0, needed.posts - posts), Math.max(0, needed.days - days))
          : hours.outlooks[verdict](detection),
    ...(basis === 'none'
      ? { effectsTitle: undefined, slotsTitle: undefined }
      : { effectsTitle: hours.effects[basis] + compared, slotsTitle: hours.slots[basis] + compared }),
    noSlots: hours.noSlots,
    spaced: hours.spaced,
  };
}

/** `Mon 20:00–21:00`. */
export const slotName = ({ weekday, hour }: Pick<HourSlot, 'weekday' | 'hour'>, locale: Locale): string =>
  `${weekdayName(weekday, locale)} ${hourRange(hour, locale)}`;

/** `+12% (80%: −1% to +27%)`. */
export const upliftText = (
  { uplift, upliftLow, upliftHigh }: Pick<HourSlot, 'uplift' | 'upliftLow' | 'upliftHigh'>,
  locale: Locale,
): string =>
  timingSentences(locale).hours.uplift(percent(uplift, locale), [
    percent(upliftLow, locale),
    percent(upliftHigh, locale),
  ]);

/** Where one shade ends and the next begins: four values around zero, rising. */
export type Edges = readonly [number, number, number, number];

/**
 * Edges for values around zero: a fifth and three fifths of the greatest distance from it, in whole steps, so that the
 * middle shade is about nothing.
 */
export function computeEdges(values: readonly number[]): Edges {
  const reach = Math.max(5, ...values.map(Math.abs));
  const near = Math.max(1, Math.round(reach / 5));
  const far = Math.max(near + 1, Math.round((3 * reach) / 5));
  return [-far, -near, near, far];
}

/** The shade of a value, 0 (far below) to 4 (far above). */
export const pickShade = (value: number, edges: Edges): number => edges.filter((edge) => value >= edge).length;

type DecayAdvice = DecayLink['advice'];
type SeenSpan = NonNullable<DecayTimes['seen']>['t50'];

/** Sentences on the readings that were set right or left out. */
export function faultTexts(
  { faults, metric }: Pick<DecayDocument, 'faults' | 'metric'>,
  locale: Locale,
): readonly string[] {
  const sentences = timingSentences(locale).decay.faults;
  return (Object.keys(sentences) as (keyof typeof sentences)[]).flatMap((fault) =>
    faults[fault] === 0 ? [] : [sentences[fault](faults[fault], metric)],
  );
}

function spanText({ median, low, high }: DecayTimes['t50'], seen: SeenSpan | undefined, locale: Locale): string {
  const { decay } = timingSentences(locale);
  if (seen !== undefined) {
    const around = [span(seen.after, locale), span(seen.before, locale)] as const;
    return seen.age === null ? decay.under(around[1]) : decay.seen(span(seen.age, locale), around);
  }
  return `${span(median, locale)} (${span(low, locale)}\u00a0–\u00a0${span(high, locale)})`;
}

/** `52 min (18 min – 3 h)` for half of the reactions and for 90 % of them, and whose times they are. */
export function timeTexts(
  { t50, t90, seen, basis }: DecayTimes,
  locale: Locale,
): Readonly<Record<'half' | 'ninety' | 'basis', string>> {
  return {
    half: spanText(t50, seen?.t50, locale),
    ninety: spanText(t90, seen?.t90, locale),
    basis: timingSentences(locale).decay.basis[basis],
  };
}

/** Before a time that was not measured on the posts themselves. */
const ABOUT = '~';

/**
 * `half of the reactions after 52 min (18 min – 3 h), 90% after 13 h (4 h – 30 h), typical, not yours`; in a list, whose
 * end says it once, `~52 min` and `~13 h`.
 */
export function timesText(
  times: DecayTimes,
  metric: DecayDocument['metric'],
  locale: Locale,
  place: 'alone' | 'list' = 'alone',
): string {
  const { half, ninety, basis } = timeTexts(times, locale);
  const { decay } = timingSentences(locale);
  if (basis === '') return decay.times(half, ninety, metric);
  if (place === 'list') return decay.times(ABOUT + half, ABOUT + ninety, metric);
  return `${decay.times(half, ninety, metric)}, ${basis}`;
}

/** What the sign before times of a list means: one sentence for each of the sources that were met. */
export const aboutTexts = (sources: ReadonlySet<DecayTimes['basis']>, locale: Locale): string[] =>
  [...sources].flatMap((source) => {
    const { about, basis } = timingSentences(locale).decay;
    return basis[source] === '' ? [] : [about(ABOUT, basis[source])];
  });

/** Expected reactions, rounded: more digits would be made up. */
export const expectedCount = (value: number, locale: Locale): string => count(Math.max(0, value), locale);

/** `12 (8–20)`; below 5 the interval only, as a point would promise too much; the count alone where it is certain. */
export function amountText(
  { mean, low, high }: { readonly mean: number; readonly low: number; readonly high: number },
  locale: Locale,
  point = mean,
): string {
  const [from, to] = [expectedCount(low, locale), expectedCount(high, locale)];
  if (from === to) return from;
  return mean < 5 ? timingSentences(locale).decay.between(from, to) : `${expectedCount(point, locale)} (${from}–${to})`;
}

/**
 * What all posts of a link get together, in the style of what is still to come, so that the two add up: 53 so far and
 * 0 to 7 to come are 53 to 60.
 */
export function totalText({ reactions, remaining, total }: DecayLink, locale: Locale): string {
  if (reactions === null) return amountText(total, locale);
  const range = { low: reactions + Math.round(remaining.low), high: reactions + Math.round(remaining.high) };
  // Below 5 to come the interval alone is shown of both.
  return remaining.mean < 5
    ? amountText({ mean: 0, ...range }, locale)
    : amountText({ mean: reactions + Math.round(remaining.mean), ...range }, locale);
}

/** What a repost in the advised slot is expected to bring; undefined when none is advised. */
export const gainText = (
  { gain, verb }: DecayAdvice,
  metric: DecayDocument['metric'],
  locale: Locale,
): string | undefined =>
  verb === 'stop' || verb === 'let it rest'
    ? undefined
    : timingSentences(locale).decay.gain(
        gain.mean,
        [expectedCount(gain.low, locale), expectedCount(gain.high, locale)],
        gain.times,
        metric,
      );

/** `Wait until Sun, Nov 29, 2026, 20:00: the last post …`. */
export function adviceText(
  { advice, posts }: Pick<DecayLink, 'advice' | 'posts'>,
  { rules, metric }: Pick<DecayDocument, 'rules' | 'metric'>,
  locale: Locale,
): string {
  const { decay } = timingSentences(locale);
  const { verb, cause, localTime, t90, rest, gain, words } = advice;
  const reason = decay.reasons[cause]({
    ...rules,
    counted: metric,
    t90,
    rest,
    times: gain.times,
    words: words ?? '',
    reposts: Math.max(0, posts - 1),
  });
  return decay.advice(decay.verbs[verb](localTime === null ? '' : moment(localTime, locale)), reason);
}

/** `1,234` or a dash. */
export const knownCount = (value: number | null, locale: Locale): string =>
  value === null ? '–' : count(value, locale);
