import type { HoursEstimate } from '../hours/hours.js';
import type { Metric } from '../hours/usable-posts.js';
import { createRandom, mulberry32, seedFor } from '../math/random.js';
import { bestSlots } from '../plan/slot-choice.js';
import { toVector } from '../math/vector.js';
import { type Blackouts, slotAt, slotIndex, type WallSlot, wallSlots, type WallWindow } from '../clock/slots.js';

/** Best hours, or the hours that the account posts at anyway. */
export type Arm = 'best' | 'usual';

/** In which order a link meets the two arms. */
export interface Order {
  /** Number of the link in the experiment, from 0, and of its block. */
  readonly pair: number;
  readonly block: number;
  readonly bestFirst: boolean;
}

/** All that chance had a part in for one post of an experiment, and how it is to be counted: fixed before it goes out. */
export interface Assignment extends Order {
  /** Seed of the draws; with the metric it is the name of the experiment. */
  readonly seed: number;
  readonly metric: Metric;
  readonly arm: Arm;
  /** Of this arm for this post, before anything was drawn. */
  readonly armProbability: number;
  /** Of this slot, given the arm. */
  readonly slotProbability: number;
  /** The slot that was drawn, ms UTC. */
  readonly drawnAt: number;
  /** Age at which the post is counted, ms. */
  readonly countedAt: number;
}

const DAY = 86_400_000;

/** Links of a block: half of them begin with a best hour. */
const BLOCK = 4;
/** Every first post is at a best hour with this probability; the second one follows from it. */
const ARM_PROBABILITY = 0.5;
/** Slots that count as best. @source own choice */
const BEST_SLOTS = 3;
/** Hours between best slots of one day: neighbors are one hour's effect. @source own choice */
const BEST_SPACING = 3;

/** The order of the arms for each of so many links, in permuted blocks of four. */
export function assignOrders(links: number, seed: number): readonly Order[] {
  const uniform = mulberry32(seedFor(seed, 'orders of an experiment'));
  const orders: Order[] = [];
  for (let block = 0; orders.length < links; block += 1) {
    const left = Array.from({ length: BLOCK }, (_, k) => k < BLOCK / 2);
    while (left.length > 0 && orders.length < links) {
      const [bestFirst = false] = left.splice(Math.floor(uniform() * left.length), 1);
      orders.push({ pair: orders.length, block, bestFirst });
    }
  }
  return orders;
}

/** A post of an experiment at its slot. */
export interface ExperimentPost extends Order, Pick<Assignment, 'arm' | 'armProbability' | 'slotProbability'> {
  readonly slot: WallSlot;
}

/** What the two posts of a link are drawn from. */
export interface PairInput {
  /** Number of the link in the experiment, from 0: links that join one after the other get what they would have got together. */
  readonly pair: number;
  readonly hours: Pick<HoursEstimate, 'bins' | 'zone'>;
  /** ms UTC. */
  readonly from: number;
  readonly until: number;
  /** Least time between the two posts of a link, ms: not less than a post's t90. */
  readonly spacing: number;
  readonly seed: number;
  readonly window?: WallWindow | undefined;
  readonly blackouts?: Blackouts | undefined;
  /** Whether a post may go out at an instant beside all that is planned already. */
  readonly isFree: (at: number) => boolean;
}

/** Most links of one experiment. @source own choice */
export const MAX_LINKS = 1000;

/**
 * Draws the two posts of a link: one at one of the three best slots and one at a slot drawn as the account posts, in
 * random order. Undefined where the period does not hold both; `no hour` where an arm has no slot at all.
 * @throws RangeError for a period, a spacing or a number that cannot be.
 */
export function planPair(input: PairInput): readonly [ExperimentPost, ExperimentPost] | 'no hour' | undefined {
  const { pair, hours, from, until, spacing, seed, window, blackouts, isFree } = input;
  if (!(Number.isInteger(pair) && pair >= 0 && pair < MAX_LINKS)) {
    throw new RangeError(`pair is ${pair}: give a whole number from 0 to ${MAX_LINKS - 1}.`);
  }
  if (!(Number.isFinite(from) && Number.isFinite(until) && spacing >= 0 && Number.isFinite(spacing))) {
    throw new RangeError(`from ${from}, until ${until}, spacing ${spacing}: give finite times in ms.`);
  }
  const order = assignOrders(pair + 1, seed)[pair];
  const isOpen = openSlots(hours.zone, from, { window, blackouts });
  const arms: Readonly<Record<Arm, Shares>> = {
    best: evenly(bestOf(hours.bins, isOpen)),
    usual: shares(hours.bins, isOpen),
  };
  if (order === undefined || arms.best.size === 0 || arms.usual.size === 0) return 'no hour';
  const random = createRandom(seedFor(seed, 'slots of an experiment', pair));
  const drawAfter = (earliest: number, arm: Arm): ExperimentPost | undefined => {
    const [drawn, slotProbability] = draw(arms[arm], random.uniform());
    const slot = wallSlots(hours.zone, earliest, until, { allowed: [drawn], window, blackouts }).find(({ at }) =>
      isFree(at),
    );
    return slot && { ...order, arm, armProbability: ARM_PROBABILITY, slotProbability, slot };
  };
  const first = drawAfter(from, order.bestFirst ? 'best' : 'usual');
  const second = first && drawAfter(first.slot.at + spacing, order.bestFirst ? 'usual' : 'best');
  return first && second && [first, second];
}

/** The best slots of those that the account posts at, hours apart. */
const bestOf = (bins: HoursEstimate['bins'], isOpen: (slot: number) => boolean): readonly number[] =>
  bestSlots(
    toVector(bins, ({ effect }) => effect),
    bins
      .filter(({ n }) => n > 0)
      .map(slotIndex)
      .filter(isOpen),
    BEST_SLOTS,
    BEST_SPACING,
  );

/** A test of slots: whether window and weekdays leave any of it. */
function openSlots(
  zone: string,
  from: number,
  { window, blackouts }: Pick<PairInput, 'window' | 'blackouts'>,
): (slot: number) => boolean {
  const { weekdays = [] } = blackouts ?? {};
  const hoursOfDay =
    window && new Set(wallSlots(zone, from, from + 2 * DAY, { window }).map(({ requestedSlot }) => requestedSlot.hour));
  return (slot) => {
    const { weekday, hour } = slotAt(slot);
    return !weekdays.includes(weekday) && (hoursOfDay === undefined || hoursOfDay.has(hour));
  };
}

/** What an experiment of several links is planned from. */
export interface ExperimentInput extends Omit<PairInput, 'pair' | 'isFree'> {
  readonly links: number;
  /** Least time between any two posts, ms. */
  readonly apart: number;
}

/**
 * Plans a crossover of several links at once. Ends early, with whole pairs only, when the period is over.
 * @throws RangeError for a period, a spacing or a number of links that cannot be.
 */
export function planExperiment({ links, apart, ...input }: ExperimentInput): readonly ExperimentPost[] {
  if (!(Number.isInteger(links) && links >= 1 && links <= MAX_LINKS)) {
    throw new RangeError(`links is ${links}: give a whole number from 1 to ${MAX_LINKS}.`);
  }
  if (!(apart >= 0 && Number.isFinite(apart))) throw new RangeError(`apart is ${apart}: give a finite time in ms.`);
  const posts: ExperimentPost[] = [];
  const isFree = (at: number): boolean => posts.every(({ slot }) => Math.abs(at - slot.at) >= apart);
  for (let pair = 0; pair < links; pair += 1) {
    const drawn = planPair({ ...input, pair, isFree });
    if (drawn === undefined || drawn === 'no hour') break;
    posts.push(...drawn);
  }
  return posts.sort((a, b) => a.slot.at - b.slot.at);
}

/** Slots with their probabilities. */
type Shares = ReadonlyMap<number, number>;

const evenly = (slots: readonly number[]): Shares => new Map(slots.map((slot) => [slot, 1 / slots.length]));

/** The slots that an account posts at, by their share of its posts. */
function shares(bins: HoursEstimate['bins'], isOpen: (slot: number) => boolean): Shares {
  const used = bins.filter((bin) => bin.n > 0 && isOpen(slotIndex(bin)));
  const n = used.reduce((total, bin) => total + bin.n, 0);
  return new Map(used.map((bin) => [slotIndex(bin), bin.n / n]));
}

function draw(arm: Shares, uniform: number): readonly [slot: number, probability: number] {
  let left = uniform;
  let last: readonly [number, number] = [0, 0];
  for (const entry of arm) {
    last = entry;
    left -= entry[1];
    if (left < 0) break;
  }
  return last;
}
