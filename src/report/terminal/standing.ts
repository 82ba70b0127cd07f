// The line of `lint` on how a draft stands among the account's own posts.
import type { Locale } from '#base/locale.js';
import type { Standing } from '#evidence/own-model.js';
import type { ReportedStanding } from '#report/documents/drafts.js';
import { count, decimal } from '#locale/format.js';
import { standingSentences } from '#locale/standing.js';
import { createPalette, reportColumns, type TerminalStyle } from './style.js';
import { displayWidth, wrap } from './width.js';

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
  const columns = reportColumns(style) - indent.length - displayWidth(head) - 1;
  const margin = ' '.repeat(indent.length + displayWidth(head) + 1);
  const text = [...(standings.length > 1 ? [opposite] : []), ...lines].flatMap((one) => wrap(one, columns));
  return text
    .map((one, index) => (index === 0 ? `${indent}${createPalette(style.color).bold(head)} ${one}` : margin + one))
    .join('\n')
    .concat('\n');
}
