// What the report of hours says, in the terminal and on the page.
import type { Locale } from '#base/locale.js';
import { hourRange, listed, percent, weekdayName } from '#locale/format.js';
import { timingSentences } from '#locale/timing.js';
import type { HoursDocument, HourSlot } from './documents/hours.js';

/** Fewer posts in an hour than this are marked: the figure there is its neighbors', or the typical curve's. */
export const FEW_POSTS = 5;

/** The handles of an account as they are shown: `@example_one, @example_two`. */
export const accountText = (handles: readonly string[]): string => listed(handles.map((handle) => `@${handle}`));

/** All that a report of hours says in sentences, from its title to what stands above its slots. */
export function hoursText(document: HoursDocument, locale: Locale) {
  const sentences = timingSentences(locale);
  const { hours } = sentences;
  const { account, zone, period, posts, days, metric, leftOut, verdict, needed, pValue, detection, basis } = document;
  const left = (Object.keys(hours.reasons) as (keyof typeof hours.reasons)[]).flatMap((reason) =>
    leftOut[reason] === 0 ? [] : [hours.reasons[reason](leftOut[reason])],
  );
  // Without posts there is no average of the account's own.
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
    verdict:
      verdict === 'typical only'
        ? hours.verdicts[verdict](posts, days, needed.posts, needed.days)
        : hours.verdicts[verdict](posts, pValue),
    outlook:
      verdict === 'best hours'
        ? undefined
        : verdict === 'typical only'
          ? hours.outlooks[verdict](Math.max(0, needed.posts - posts), Math.max(0, needed.days - days))
          : hours.outlooks[verdict](detection),
    effectsTitle: hours.effects[basis] + compared,
    slotsTitle: hours.slots[basis] + compared,
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
