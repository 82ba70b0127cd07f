// The line of `lint` on how a draft stands among the account's own posts.
import type { Locale } from '#base/locale.js';
import type { Standing } from '#evidence/own-model.js';
import type { ReportedStanding } from '#report/documents/drafts.js';
import { count, decimal } from '#locale/format.js';
import { standingSentences } from '#locale/standing.js';
import { createPalette, reportColumns, type TerminalStyle } from './style.js';
import { wrap } from './width.js';

/** One line for each outcome; before two, that they point opposite ways. */
export function standingReport(
  standings: readonly ReportedStanding[],
  { locale, ...style }: TerminalStyle & { readonly locale: Locale },
): string {
  const { head, line, opposite, terms } = standingSentences(locale);
  const lines = standings.map(({ metric, posts, percentile, low, high, up, down, unseen }) => {
    const names = (moves: Standing['up']): string[] =>
      moves.flatMap(({ term, has }) => terms[term]?.[has ? 0 : 1] ?? []);
    const whole = (value: number): string => count(Math.round(value), locale);
    const rho = (value: number): string => decimal(value, locale, 2);
    return line({
      metric,
      posts: whole(posts),
      percentile: whole(percentile),
      low: whole(low),
      high: whole(high),
      up: names(up),
      down: names(down),
      correlation: rho(unseen.correlation),
      correlationLow: rho(unseen.low),
      correlationHigh: rho(unseen.high),
      unseen: whole(unseen.n),
      isUnproven: unseen.low <= 0,
    });
  });
  const indent = '  ';
  const palette = createPalette(style.color);
  const [first = '', ...rest] = [...(standings.length > 1 ? [opposite] : []), ...lines];
  return [`${head} ${first}`, ...rest]
    .flatMap((one) => wrap(one, reportColumns(style) - 2 * indent.length))
    .map((one, index) =>
      index === 0 ? `${indent}${palette.bold(head)}${one.slice(head.length)}` : `${indent.repeat(2)}${one}`,
    )
    .join('\n')
    .concat('\n');
}
