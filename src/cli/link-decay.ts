// How links decay, as data: what the list of links, one link and the report of an account have in common.
import type { AccountDecay } from '#campaign/account.js';
import { describeLink, type EstimatedLink, type LinkName } from '#campaign/link-decay.js';
import type { LinkFilter } from '#history/query-ports.js';
import type { DecayLink } from '#report/documents/decay.js';
import { formatLocalTime, openZone } from '#timing/clock/zone.js';
import { adviceSlots } from '#timing/decay/advice.js';
import type { HoursEstimate } from '#timing/hours/hours.js';
import { REPOST_RULES } from '#timing/plan/repost-rules.js';
import type { OpenHistory } from './history-database.js';
import { FIRST_POST } from './history-list.js';

const HORIZON = 7 * 86_400_000;

/** With what links are described; `now` is ms UTC. */
export interface DecaySetting {
  readonly now: number;
  readonly zone: string;
  readonly seed: number;
  readonly hours: HoursEstimate;
  readonly decay: AccountDecay;
}

/** What stands before the links of a document, and how a link becomes a part of it, with its curve or without. */
export function describeDecay({ now, zone, seed, hours, decay }: DecaySetting) {
  const clock = openZone(zone, FIRST_POST, now + HORIZON);
  const localTimeAt = (instant: number): string => formatLocalTime(clock.localTimeAt(instant));
  const setting = { now, hours, decay, formatLocalTime: localTimeAt, slots: adviceSlots({ now, hours }) };
  return {
    toDecay: (estimated: EstimatedLink, withDetail: boolean): DecayLink =>
      describeLink(estimated, { ...setting, withDetail }),
    head: {
      schema: 'tweetspan/decay@1' as const,
      zone,
      now: new Date(now).toISOString(),
      localTime: localTimeAt(now),
      seed,
      learnedFrom: { shape: decay.prior.learnedFrom ?? 0, level: decay.level.learnedFrom ?? 0 },
      rules: REPOST_RULES,
    },
  };
}

/** The links that were last posted, newest first, those without a known time left out. */
export function* newestLinks(
  reader: OpenHistory['reader'],
  filter: LinkFilter,
  limit: number,
): Generator<LinkName & { readonly lastAt: number }> {
  for (const { identity, byText, lastAt } of reader.eachLink(filter, 'last', limit)) {
    if (lastAt === undefined) return;
    yield { identity, byText, lastAt };
  }
}
