/** SEISMIC (Zhao et al., KDD 2015), coded from its published formulas as a baseline. All times in seconds. */
const CONSTANT = 6.265725e-4;
const CUTOFF = 300;
const THETA = 0.2314843;
const LONGEST_WINDOW = 7200;
const SHORTEST_WINDOW = 300;
const MIN_EVENTS = 5;

/** A cascade as SEISMIC sees it: the post itself first, at 0. */
export interface FollowedCascade {
  readonly times: readonly number[];
  readonly followers: readonly number[];
}

/** Chance that a reaction comes later than `age` after one sees the post. */
function memoryBeyond(age: number): number {
  return age < CUTOFF ? 1 - CONSTANT * age : ((CONSTANT * CUTOFF ** (1 + THETA)) / THETA) * age ** -THETA;
}

/** Integral of the memory kernel times the triangular weight 1 - slope (t - s), s from `from` to t. */
function weightedMemory(t: number, shared: number, slope: number, from: number): number {
  const age = t - shared;
  const start = Math.max(0, from - shared);
  if (age <= start) return 0;
  // In x = s - shared: weight 1 - slope (age - x).
  const flat = (x: number): number => CONSTANT * ((1 - slope * age) * x + (slope * x * x) / 2);
  const tail = (x: number): number =>
    CONSTANT *
    CUTOFF ** (1 + THETA) *
    ((-(1 - slope * age) * x ** -THETA) / THETA + (slope * x ** (1 - THETA)) / (1 - THETA));
  let total = 0;
  if (start < CUTOFF) total += flat(Math.min(age, CUTOFF)) - flat(start);
  if (age > CUTOFF) total += tail(age) - tail(Math.max(start, CUTOFF));
  return total;
}

/** Infectiousness at an age: how likely one who sees the post passes it on. */
function infectiousness({ times, followers }: FollowedCascade, t: number): number {
  let window = Math.min(LONGEST_WINDOW, Math.max(SHORTEST_WINDOW, t / 2));
  let slope = 1 / window;
  const before = times.filter((time) => time < t);
  if (before.filter((time) => time >= t - window).length < MIN_EVENTS) {
    const first = before[Math.max(before.length - MIN_EVENTS, 1) - 1] ?? 0;
    slope = 1 / (t - first);
    window = t - first;
  }
  const weight = times
    .slice(1)
    .filter((time) => time >= t - window && time < t)
    .reduce((total, time) => total + 1 - slope * (t - time), 0);
  const exposure = times.reduce(
    (total, time, i) => total + (followers[i] ?? 0) * (time < t ? weightedMemory(t, time, slope, t - window) : 0),
    0,
  );
  return weight === 0 ? 0 : weight / exposure;
}

/** What a prediction is made of: reactions so far, infectiousness, and reactions to come directly from those so far. */
export interface SeismicState {
  readonly n: number;
  readonly p: number;
  readonly direct: number;
}

/** The state of a cascade at an age. */
export function seismicState(cascade: FollowedCascade, t: number): SeismicState {
  const p = infectiousness(cascade, t);
  let n = -1;
  let exposure = 0;
  for (const [i, time] of cascade.times.entries()) {
    if (time > t) break;
    n += 1;
    exposure += (cascade.followers[i] ?? 0) * memoryBeyond(t - time);
  }
  return { n, p, direct: p * exposure };
}

/** The predicted total; Infinity when each reaction is expected to bring more than one. */
export function seismicPrediction({ n, p, direct }: SeismicState, meanFollowers = 100, alpha = 1): number {
  return p * meanFollowers >= 1 ? Infinity : n + (alpha * direct) / (1 - p * meanFollowers);
}
