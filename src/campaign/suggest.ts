// Which links to post again this week: the strongest that are due, each with its slot, its text and its reason, and why
// the others are not among them. Figures and codes, ready for a document.
import type { LinkedPost, LinkPost as HistoryPost } from '#history/query-ports.js';
import { calledIn, findNearDuplicate } from '#queue/guard.js';
import type { Item } from '#queue/item.js';
import { adviseRepost, type AdviceCause } from '#timing/decay/advice.js';
import { estimateStrength, type LinkSpread } from '#timing/decay/strength.js';
import type { HoursEstimate } from '#timing/hours/hours.js';
import { slotIndex, wallSlots, type Blackouts, type WallSlot } from '#timing/clock/slots.js';
import { REPOST_RULES, type RepostGain } from '#timing/plan/repost-rules.js';
import { chooseSpaced, findTooNear, SPACING } from '#timing/plan/spacing.js';
import { judgeShelfLife } from '#words/shelf-life.js';
import { learnSpreadOfLinks, type AccountDecay } from './account.js';
import { measureRhythm, type Rhythm } from './rhythm.js';
import { estimateNamedLink, type LinkName } from './link-decay.js';
import { groupByPage } from './page-groups.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** A text that promises nothing that lasts is worth looking at all the same, but later. @source own choice */
const UNCLEAR = 0.6;
/** A text has to be written and read before it goes out, ms. @source own choice */
const PREPARATION = HOUR;
/** Hours of the day in which less than this share of the posts went out are none that the account is used to. @source own choice */
const IN_USE = 0.02;
/** Links named for each reason. */
const EXAMPLES = 3;

/** Why a link is not suggested. */
type LeftCause =
  | AdviceCause
  | 'tied to its day'
  | 'repeats another'
  | 'opted out'
  | 'planned already'
  | 'like another'
  | 'not yours'
  | 'uncounted'
  | 'list full';

/** A link worth posting again. */
export interface SuggestedLink {
  readonly name: LinkName;
  readonly label: string;
  readonly slot: WallSlot;
  readonly gain: RepostGain;
  readonly posts: readonly HistoryPost[];
  /** Likes and reposts of its posts so far. */
  readonly reactions: number;
  readonly lastAt: number;
  /** Words of its text that promise a page that lasts. */
  readonly lasting: string | undefined;
}

/** Links that are not suggested, by why. */
export interface LeftLinks {
  readonly cause: LeftCause;
  readonly links: number;
  /** Some of them, the strongest first; as they are shown. */
  readonly examples: readonly string[];
}

/** What suggestions are made of. */
export interface SuggestInput {
  /** ms UTC. */
  readonly now: number;
  readonly linked: readonly LinkedPost[];
  /** Links that were last posted too long ago, which `linked` lacks. */
  readonly older: number;
  readonly hours: HoursEstimate;
  readonly decay: AccountDecay;
  /** Items that still take their slots, of all links. */
  readonly open: readonly Item[];
  /** Those among these handles, in lower case, that opted out. */
  readonly optedOut: (handles: readonly string[]) => readonly string[];
  readonly postsOfLink: (link: string) => readonly HistoryPost[];
  /** Posts of the account in a usual week (`postsInWeek`). */
  readonly postsPerWeek: number;
  readonly limit: number;
  readonly seed: number;
  readonly blackouts?: Blackouts;
  readonly minInterval?: number;
}

interface Candidate {
  readonly name: LinkName;
  readonly text: string;
  readonly posts: readonly LinkedPost[];
  readonly rank: number;
  readonly lasting: string | undefined;
  readonly cause: LeftCause | undefined;
}

/**
 * Chooses the links to post again within seven days, best first; never more than the account's rhythm bears. A link
 * whose text is tied to its day, that repeats another's post, or that a person who opted out is named in, is left out.
 */
export function suggestLinks(input: SuggestInput): {
  readonly links: readonly SuggestedLink[];
  readonly left: readonly LeftLinks[];
  readonly rhythm: Rhythm;
  /** When the newest post was published, ms UTC; undefined when no hour is known. */
  readonly newestAt: number | undefined;
} {
  const { now, linked, older, hours, limit, open } = input;
  const soon = open.filter(({ dueAt }) => dueAt < now + WEEK).length;
  const rhythm = measureRhythm(input.postsPerWeek, soon);
  const spread = input.decay.spread ?? learnSpreadOfLinks(linked, hours.habit);
  const candidates = groupByPage(linked)
    .map((posts) => toCandidate(posts, spread, input))
    .sort((a, b) => b.rank - a.rank || (a.name.identity < b.name.identity ? -1 : 1));
  const slots = openSlots(input);
  const wanted = Math.min(limit, rhythm.reposts, slots.length);

  const left = new Map<LeftCause, string[]>();
  const leave = (cause: LeftCause, label: string): void => void left.set(cause, [...(left.get(cause) ?? []), label]);
  const due: (SuggestedLink & { readonly from: number })[] = [];
  const texts: { text: string; at: number }[] = [];
  for (const candidate of candidates) {
    const { name, text, cause, lasting } = candidate;
    const label = name.byText ? text : name.identity;
    if (cause !== undefined) leave(cause, label);
    else if (due.length >= wanted) leave('list full', label);
    else if (findNearDuplicate(text, texts) !== undefined) leave('like another', label);
    else {
      const found = considerLink(candidate, spread, slots, input);
      if ('cause' in found) leave(found.cause, label);
      else {
        due.push({ ...found, label, lasting });
        texts.push({ text, at: now });
      }
    }
  }
  const placed = [...placeLinks(due, slots, input)].sort((a, b) => orderOf(b) - orderOf(a));
  for (const { label } of due.filter((each) => placed.every(({ label: other }) => other !== each.label))) {
    leave('list full', label);
  }
  const causes = [...left].map(([cause, labels]) => ({
    cause,
    links: labels.length,
    examples: labels.slice(0, EXAMPLES),
  }));
  return {
    links: placed,
    left: older === 0 ? causes : addOlder(causes, older),
    rhythm,
    newestAt: linked.reduce<number | undefined>(
      (newest, { at }) => (at === undefined || at > now || (newest ?? at) > at ? newest : at),
      undefined,
    ),
  };
}

/** The order in which suggestions are shown, by what each is expected to bring where it goes out. */
const orderOf = ({ gain, lasting }: SuggestedLink): number => gain.times * (lasting === undefined ? UNCLEAR : 1);

function addOlder(causes: readonly LeftLinks[], older: number): LeftLinks[] {
  const known = causes.find(({ cause }) => cause === 'too old');
  const others = causes.filter((each) => each !== known);
  return [...others, { cause: 'too old', links: older + (known?.links ?? 0), examples: known?.examples ?? [] }];
}

/** A link with what can be said of it cheaply: there may be thousands. */
function toCandidate(posts: readonly LinkedPost[], spread: LinkSpread, input: SuggestInput): Candidate {
  const { now, hours, decay, open, optedOut } = input;
  const timed = posts.filter(({ at }) => at !== undefined && at <= now);
  const newest = posts.findLast(({ kind }) => kind === 'original') ?? posts.at(-1);
  const text = newest?.text ?? '';
  const link = newest?.link ?? '';
  const counted = timed.flatMap(({ at = now, reactions, countedAt = now }) =>
    reactions === undefined ? [] : [{ at, count: reactions, share: Math.min(1, (countedAt - at) / (3 * DAY)) }],
  );
  const { usual } = hours.habit;
  const strength = estimateStrength(counted, usual, spread, decay.level.a / decay.level.b);
  const { passing, lasting } = judgeShelfLife(text, now);
  const cause = (): LeftCause | undefined => {
    if (open.some((item) => posts.some((post) => post.link === item.link))) return 'planned already';
    if (newest?.kind !== 'original') return 'not yours';
    if (counted.length === 0) return 'uncounted';
    if (/^RT\s*[.:]?\s*@/.test(text)) return 'repeats another';
    if (strength.times < REPOST_RULES.worthShare) return 'weak so far';
    if (passing !== undefined) return 'tied to its day';
    return optedOut(calledIn({ text, media: [] })).length > 0 ? 'opted out' : undefined;
  };
  return {
    name: { identity: link, byText: link.startsWith('text:') },
    text,
    posts,
    rank: strength.times * (lasting === undefined ? UNCLEAR : 1),
    lasting,
    cause: cause(),
  };
}

/** Slots of the week at hours of the day that the account posts at; all its candidates where no post is known. */
function slotsInUse({ bins, candidates }: HoursEstimate): readonly number[] {
  const byHour = new Map<number, number>();
  for (const { hour, n } of bins) byHour.set(hour, (byHour.get(hour) ?? 0) + n);
  const least = IN_USE * [...byHour.values()].reduce((sum, n) => sum + n, 0);
  return candidates.filter((slot) => (byHour.get(slot % 24) ?? 0) >= least);
}

/** Slots of the coming week, at hours in use, that keep their distance from what is queued. */
function openSlots({
  now,
  hours,
  blackouts,
  open,
  minInterval = SPACING.minInterval,
}: SuggestInput): readonly WallSlot[] {
  const queue = open.map(({ dueAt, link }) => ({ at: dueAt, link }));
  return wallSlots(hours.zone, now, now + WEEK, { allowed: slotsInUse(hours), blackouts }).filter(
    ({ at }) => at >= now + PREPARATION && findTooNear({ at }, queue, { gap: SPACING.gap, minInterval }) === undefined,
  );
}

/** The advice on a link by all that was observed of it: a suggestion, or why it is none. */
function considerLink(
  { name, posts: ofPage }: Candidate,
  spread: LinkSpread,
  slots: readonly WallSlot[],
  { now, decay, seed, hours, postsOfLink }: SuggestInput,
): Omit<SuggestedLink & { readonly from: number }, 'label' | 'lasting'> | { readonly cause: LeftCause } {
  const links = new Set([name.identity, ...ofPage.map(({ link }) => link)]);
  const byId = new Map([...links].flatMap((link) => postsOfLink(link).map((post) => [post.id, post])));
  const posts = [...byId.values()].sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  const estimated = estimateNamedLink(name, posts, { now, decay, seed, totalsOnly: true });
  if (estimated === undefined) return { cause: 'uncounted' };
  const advice = adviseRepost({ now, posts: estimated.estimated, hours, level: decay.level, spread, slots });
  const { verb, cause, slot, gain } = advice;
  if ((verb !== 'repost now' && verb !== 'wait until') || slot === undefined) return { cause };
  const reactions = estimated.posts.reduce((sum, { observed }) => sum + (observed.reactions ?? 0), 0);
  return { name, slot, gain, posts, reactions, lastAt: estimated.estimated.at(-1)?.at ?? now, from: slot.at };
}

/** The best slots of the week, well apart: the strongest link gets the best one that it may go out in. */
function placeLinks(
  due: readonly (SuggestedLink & { readonly from: number })[],
  slots: readonly WallSlot[],
  { hours, minInterval = SPACING.minInterval }: SuggestInput,
): readonly SuggestedLink[] {
  const worth = (slot: WallSlot): number => Math.exp(0.8 * (hours.bins[slotIndex(slot)]?.effect ?? 0));
  const apart = Math.max(minInterval, Math.min(DAY, Math.floor(WEEK / (2 * Math.max(1, due.length)) / HOUR) * HOUR));
  const free = new Set(chooseSpaced(slots, due.length, apart, worth));
  return due.flatMap(({ from, ...link }) => {
    const best = [...free].filter(({ at }) => at >= from).sort((a, b) => worth(b) - worth(a) || a.at - b.at)[0];
    if (best === undefined) return [];
    free.delete(best);
    const { gain } = link;
    const factor = worth(best) / worth(link.slot);
    return {
      ...link,
      slot: best,
      gain: { mean: gain.mean * factor, low: gain.low, high: gain.high, times: gain.times * factor },
    };
  });
}
