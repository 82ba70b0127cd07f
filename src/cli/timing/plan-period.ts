import { UserError } from '../user-error.js';
import type { OpenDraft } from '../open-draft.js';
import type { ScheduleFlags } from '../options/timing.js';
import { openZone, parseLocalTime } from '#timing/clock/zone.js';
import { readWindow, type WallWindow } from '#timing/clock/window.js';

const DAY = 86_400_000;

/**
 * The period of a plan. Days are those of the zone's clock, and the last one is inside.
 * @throws Failure for one that has no instant.
 */
export function resolvePeriod(
  flags: ScheduleFlags,
  { file }: OpenDraft,
  zone: string,
  now: number,
): { readonly from: number; readonly until: number | undefined } {
  const { campaign } = file.draft;
  const clock = (localTime: number): number => openZone(zone, localTime - DAY, localTime + DAY).toInstant(localTime).at;
  const [first, last] = [flags.from ?? campaign?.from, flags.until ?? campaign?.until];
  const from = first === undefined ? now : Math.max(now, clock(parseLocalTime(first)));
  const until = last === undefined ? undefined : clock(parseLocalTime(last) + (last.length === 10 ? DAY : 0));
  if (until !== undefined && until <= from) {
    const begin = first !== undefined && from > now ? `--from ${first}` : 'now';
    throw new UserError(`--until ${last} is not after ${begin}: nothing can be planned between them`);
  }
  return { from, until };
}

/** The time of day in which posts go out: as asked for, else as the draft says. */
export function resolveWindow({ window }: ScheduleFlags, { file }: OpenDraft): WallWindow | undefined {
  if (window !== undefined) return readWindow(window);
  const own = file.draft.campaign?.window;
  return own && { from: own.start, to: own.end };
}
