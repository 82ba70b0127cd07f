// The period of a plan, from the days that draft and command line name, and how long its gap may be.
import { openZone, parseLocalTime, POSTS_FROM } from '#timing/clock/zone.js';

const DAY = 86_400_000;
/** The period of a plan ends no later than this after now, ms: plans for years are mistakes. @source own choice */
const FURTHEST = 730 * DAY;
/** Between two posts of a link at most, ms: longer gaps are mistakes. @source own choice */
export const LONGEST_GAP = 366 * DAY;

/** What is wrong with a period: it has no instant, ends years ahead, or its gap is longer than any plan. */
export type PeriodFault =
  | { readonly code: 'empty'; readonly from: string | undefined; readonly until: string }
  | { readonly code: 'far'; readonly until: string }
  | { readonly code: 'long gap'; readonly gap: number };

/** A period that nothing can be planned for. */
export class PeriodError extends Error {
  override readonly name = 'PeriodError';
  readonly fault: PeriodFault;

  constructor(fault: PeriodFault) {
    super(`The period of a plan is not usable: ${fault.code}.`);
    this.fault = fault;
  }
}

/**
 * The period of a plan, ms UTC. Days are those of the zone's clock, and the last one is inside.
 * @param now ms UTC, the earliest beginning.
 * @throws PeriodError for one without an instant, or that ends years ahead.
 */
export function resolvePeriod(
  { from: first, until: last }: { readonly from: string | undefined; readonly until: string | undefined },
  zone: string,
  now: number,
): { readonly from: number; readonly until: number | undefined } {
  const toInstant = (moment: string, after = 0): number => {
    // Clocks are not known back to the year 0.
    const localTime = Math.max(parseLocalTime(moment), POSTS_FROM) + after;
    // Compared before the zone is opened: its clock is looked up from day to day.
    if (localTime > now + FURTHEST + 2 * DAY) throw new PeriodError({ code: 'far', until: moment });
    return openZone(zone, localTime - DAY, localTime + DAY).toInstant(localTime).at;
  };
  const from = first === undefined ? now : Math.max(now, toInstant(first));
  const until = last === undefined ? undefined : toInstant(last, last.length === 10 ? DAY : 0);
  if (until !== undefined && last !== undefined && until > now + FURTHEST) {
    throw new PeriodError({ code: 'far', until: last });
  }
  if (last !== undefined && until !== undefined && until <= from) {
    throw new PeriodError({ code: 'empty', from: from > now ? first : undefined, until: last });
  }
  return { from, until };
}

/** @throws PeriodError for a gap that is longer than any plan. */
export function checkGap(gap: number): void {
  if (gap > LONGEST_GAP) throw new PeriodError({ code: 'long gap', gap });
}
