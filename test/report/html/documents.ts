// Documents for pages, made as the commands make them, from posts invented here.
import { hoursDocument } from '#cli/commands/hours.js';
import type { HoursDocument } from '#report/documents/hours.js';
import type { DecayDocument, DecayLink, DecayTimes } from '#report/documents/decay.js';
import { estimateHours } from '#timing/hours/hours.js';
import { createRandom } from '#timing/math/random.js';

const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 6);

/** What every text of these documents holds: markup, quotes, a reversed reading order. */
export const HOSTILE = `</title><script>alert(1)</script><img src=x onerror=alert(2)> "quoted" & 'single' \u202Eleft`;

/** Hours of an account with a number of posts, better in the evening when `effect` is above 0. */
export function buildHours(
  posts: number,
  effect = 0,
  handle = 'example',
  metric: 'reactions' | 'clicks' = 'reactions',
): HoursDocument {
  const random = createRandom(3);
  const valued = Array.from({ length: posts }, (_, index) => {
    const hour = 7 + Math.floor(15 * random.uniform());
    const value = Math.round(Math.exp(2.5 + (hour >= 18 ? effect : 0) + 0.5 * random.normal()));
    return { at: START + Math.floor(index / 2) * DAY + hour * 3_600_000, value };
  });
  const estimate = estimateHours(valued, { zone: 'UTC', seed: 1 });
  return hoursDocument({
    account: [handle],
    seed: 1,
    usable: {
      metric,
      leftOut: { replies: 1, reposts: 0, unknownHour: 0, young: 2, uncounted: 0 },
    },
    estimate,
  });
}

const span = (median: number) => ({ low: median / 3, median, high: 3 * median });
const TIMES: DecayTimes = { basis: 'own', t50: span(3_600_000), t90: span(40_000_000), seen: null };
const formatLocalTime = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

function buildLink(label: string, times: DecayTimes): DecayLink {
  return {
    link: 'example.org/a',
    byText: false,
    label,
    posts: 2,
    untimed: 0,
    first: formatLocalTime(START),
    last: formatLocalTime(START + 5 * DAY),
    reactions: 30,
    total: { mean: 34, low: 31, high: 40 },
    remaining: { mean: 4, low: 1, high: 10 },
    rate: 0.4,
    alive: true,
    times,
    advice: {
      verb: 'wait until',
      cause: 'too soon',
      at: new Date(START + 7 * DAY).toISOString(),
      localTime: formatLocalTime(START + 7 * DAY),
      gain: { mean: 12, low: 4, high: 30, times: 1.3 },
      rest: 4,
      words: null,
      t90: 40_000_000,
    },
  };
}

/** Links with their decay, or one of them with its curve. */
export function buildDecay(
  { detail }: { readonly detail: boolean },
  label = 'example.org/a',
  text = 'A guide',
): DecayDocument {
  const post = (index: number) => ({
    id: String(index),
    at: new Date(START + 5 * index * DAY).toISOString(),
    localTime: formatLocalTime(START + 5 * index * DAY),
    text,
    reactions: 15,
    total: { mean: 17, point: 16, low: 15, high: 22 },
    finished: index === 0,
    times: TIMES,
    sincePrevious: index === 0 ? null : 5 * DAY,
    ratioToFirst: index === 0 ? null : 1,
  });
  const curve = Array.from({ length: 50 }, (_, index) => {
    const at = START + (index * 7 * DAY) / 49;
    const mean = 15 * (1 - Math.exp(-index / 4)) + (index > 35 ? 15 * (1 - Math.exp((35 - index) / 4)) : 0);
    const spread = index > 40 ? (index - 40) / 2 : 0;
    return {
      at: new Date(at).toISOString(),
      localTime: formatLocalTime(at),
      mean,
      low: mean - spread,
      high: mean + 2 * spread,
    };
  });
  const link = buildLink(label, TIMES);
  const typical: DecayTimes = { ...TIMES, basis: 'typical' };
  return {
    schema: 'tweetspan/decay@1',
    sort: 'last',
    account: ['example'],
    zone: 'UTC',
    now: new Date(START + 6 * DAY).toISOString(),
    localTime: formatLocalTime(START + 6 * DAY),
    seed: 1,
    metric: 'reactions',
    known: 2,
    learnedFrom: { shape: 0, level: 12 },
    rules: { minGap: DAY, maxReposts: 4, restShare: 0.1, worthShare: 0.25, maxAge: 63_072_000_000 },
    links: detail
      ? [{ ...link, detail: { posts: [post(0), post(1)], curve } }]
      : [link, buildLink(`${label}/b`, typical)],
    faults: { beforePublication: 0, wentDown: 1, undated: 0, uncounted: 0, untimed: 0 },
  };
}
