import type { HoursEstimate } from '../hours/hours.js';
import { createRandom, mulberry32, seedFor } from '../math/random.js';
import { type Blackouts, slotIndex, type WallSlot, wallSlots } from '../clock/slots.js';

/** Best hours, or the hours that the account posts at anyway. */
export type Arm = 'best' | 'usual';

/** In which order a link meets the two arms. */
export interface Order {
  /** Number of the link in the experiment, from 0, and of its block. */
  readonly link: number;
  readonly block: number;
  readonly bestFirst: boolean;
}

/** Links of a block: half of them begin with a best hour. */
const BLOCK = 4;
/** Every first post is at a best hour with this probability; the second one follows from it. */
export const ARM_PROBABILITY = 0.5;
/** Slots that count as best. @source own choice */
const BEST_SLOTS = 3;

/** The order of the arms for each of so many links, in permuted blocks of four. */
export function assignOrders(links: number, seed: number): readonly Order[] {
  const uniform = mulberry32(seedFor(seed, 'orders of an experiment'));
  const orders: Order[] = [];
  for (let block = 0; orders.length < links; block += 1) {
    const left = Array.from({ length: BLOCK }, (_, k) => k < BLOCK / 2);
    while (left.length > 0 && orders.length < links) {
      const [bestFirst = false] = left.splice(Math.floor(uniform() * left.length), 1);
      orders.push({ link: orders.length, block, bestFirst });
    }
  }
  return orders;
}

/** A post of an experiment with all that chance had a part in. */
export interface ExperimentPost extends Order {
  readonly arm: Arm;
  /** Of this arm for this post, before anything was drawn. */
  readonly armProbability: number;
  /** Of this slot, given the arm. */
  readonly slotProbability: number;
  readonly slot: WallSlot;
}

/** What an experiment is planned from. */
export interface ExperimentInput {
  readonly links: number;
  readonly hours: Pick<HoursEstimate, 'bins' | 'slots' | 'zone'>;
  /** ms UTC. */
  readonly from: number;
  readonly until: number;
  /** Least time between the two posts of a link, ms: not less than a post's t90. */
  readonly spacing: number;
  /** Least time between any two posts, ms. */
  readonly apart: number;
  readonly seed: number;
  readonly blackouts?: Blackouts;
}

/**
 * Plans a crossover: each link once at one of the three best slots and once at a slot drawn as the account posts, in
 * random order. Ends early, with whole pairs only, when the period is over.
 * @throws RangeError for a period, a spacing or a number of links that cannot be.
 */
export function planExperiment(input: ExperimentInput): readonly ExperimentPost[] {
  const { links, hours, from, until, spacing, apart, seed, blackouts } = input;
  if (!(Number.isInteger(links) && links >= 1 && links <= 1000)) {
    throw new RangeError(`links is ${links}: give a whole number from 1 to 1000.`);
  }
  if (!(
    Number.isFinite(from) &&
    Number.isFinite(until) &&
    spacing >= 0 &&
    apart >= 0 &&
    Number.isFinite(spacing + apart)
  )) {
    throw new RangeError(`from ${from}, until ${until}, spacing ${spacing}, apart ${apart}: give finite times in ms.`);
  }
  const random = createRandom(seedFor(seed, 'slots of an experiment'));
  const arms: Readonly<Record<Arm, ReadonlyMap<number, number>>> = {
    best: evenly(hours.slots.slice(0, BEST_SLOTS).map(slotIndex)),
    usual: shares(hours.bins),
  };
  if (arms.best.size === 0 || arms.usual.size === 0) return [];
  const taken: number[] = [];
  const posts: ExperimentPost[] = [];
  for (const order of assignOrders(links, seed)) {
    const sequence: readonly Arm[] = order.bestFirst ? ['best', 'usual'] : ['usual', 'best'];
    const pair: ExperimentPost[] = [];
    let earliest = from;
    for (const arm of sequence) {
      const [slot, slotProbability] = draw(arms[arm], random.uniform());
      const free = wallSlots(hours.zone, earliest, until, { allowed: [slot], blackouts }).find(({ at }) =>
        taken.every((other) => Math.abs(at - other) >= apart),
      );
      if (free === undefined) break;
      pair.push({ ...order, arm, armProbability: ARM_PROBABILITY, slotProbability, slot: free });
      taken.push(free.at);
      earliest = free.at + spacing;
    }
    if (pair.length < sequence.length) break;
    posts.push(...pair);
  }
  return posts.sort((a, b) => a.slot.at - b.slot.at);
}

const evenly = (slots: readonly number[]): ReadonlyMap<number, number> =>
  new Map(slots.map((slot) => [slot, 1 / slots.length]));

/** The slots that an account posts at, by their share of its posts. */
function shares(bins: readonly { readonly weekday: number; readonly hour: number; readonly n: number }[]) {
  const n = bins.reduce((total, bin) => total + bin.n, 0);
  return new Map(bins.flatMap((bin): [number, number][] => (bin.n > 0 ? [[slotIndex(bin), bin.n / n]] : [])));
}

function draw(arm: ReadonlyMap<number, number>, uniform: number): readonly [slot: number, probability: number] {
  let left = uniform;
  let last: readonly [number, number] = [0, 0];
  for (const entry of arm) {
    last = entry;
    left -= entry[1];
    if (left < 0) break;
  }
  return last;
}
