// Which post deserves the top of the profile now, and when what is there has had its time.

/** A post that could be pinned. */
export interface PinCandidate {
  readonly id: string;
  /** Identity of its link. */
  readonly link: string;
  readonly text: string;
  /** ms UTC. */
  readonly at: number;
  /** Reactions that its link is still expected to get, and how long it takes for nine tenths of them, ms. */
  readonly remaining: number;
  readonly t90: number;
  /** Hosts of shorteners or wrappers that stand before the page's own address. */
  readonly shortened: readonly string[];
  /** Words that tie it to a day which is over. */
  readonly passed: string | undefined;
  /** Whether it calls a person who opted out. */
  readonly optedOut: boolean;
}

/** Why a post is not to be pinned. */
export type PinFault = 'shortened' | 'passed' | 'opted-out' | 'spent';

/** What keeps a post from the top of the profile; undefined when nothing does. */
function findPinFault({ shortened, passed, optedOut }: PinCandidate): Exclude<PinFault, 'spent'> | undefined {
  if (optedOut) return 'opted-out';
  // X labels accounts that pin an address of bad name; a shortener hides which one it is.
  if (shortened.length > 0) return 'shortened';
  return passed === undefined ? undefined : 'passed';
}

/** The candidates that may be pinned, the best first: by what their links still get, then the newest; and the others. */
export function rankPins(candidates: readonly PinCandidate[]): {
  readonly ranked: readonly PinCandidate[];
  readonly refused: readonly { readonly candidate: PinCandidate; readonly why: PinFault }[];
} {
  const judged = candidates.map((candidate) => ({ candidate, why: findPinFault(candidate) }));
  return {
    ranked: judged
      .flatMap(({ candidate, why }) => (why === undefined ? [candidate] : []))
      .toSorted((a, b) => b.remaining - a.remaining || b.at - a.at || (a.id < b.id ? 1 : -1)),
    refused: judged.flatMap(({ candidate, why }) => (why === undefined ? [] : [{ candidate, why }])),
  };
}

/** What is pinned now. Instants and durations in ms. */
export interface PinnedNow {
  readonly postId: string;
  readonly link: string | undefined;
  readonly since: number;
  /** The last instant of its campaign; undefined for none. */
  readonly until: number | undefined;
  readonly t90: number;
}

/** What to do with the top of the profile. */
export type PinAdvice =
  | { readonly verb: 'pin' | 'replace' | 'keep'; readonly postId: string }
  | { readonly verb: 'unpin'; readonly postId: string; readonly why: 'until' | 't90' }
  | { readonly verb: 'nothing' };

/** Whether what is pinned has had its time: its campaign has ended, or nearly all that it gets has come. */
export function findPinEnd({ since, until, t90 }: PinnedNow, now: number): 'until' | 't90' | undefined {
  if (until !== undefined && now > until) return 'until';
  return now - since > t90 ? 't90' : undefined;
}

/**
 * What to do: pin the best post, keep what is there while its campaign runs, replace it when its time is past, or unpin
 * it where nothing takes its place. One campaign has the pin at a time.
 * @param isNamed whether the post was asked for: then it takes the place of another.
 */
export function advisePin(
  best: PinCandidate | undefined,
  pinned: PinnedNow | undefined,
  { now, isNamed }: { readonly now: number; readonly isNamed: boolean },
): PinAdvice {
  if (pinned === undefined) return best === undefined ? { verb: 'nothing' } : { verb: 'pin', postId: best.id };
  const end = findPinEnd(pinned, now);
  if (best === undefined || best.id === pinned.postId) {
    return end === undefined
      ? { verb: 'keep', postId: pinned.postId }
      : { verb: 'unpin', postId: pinned.postId, why: end };
  }
  if (isNamed || end !== undefined) return { verb: 'replace', postId: best.id };
  return { verb: 'keep', postId: pinned.postId };
}
