// Whom the posts of a plan mention or tag.
import type { Draft } from '#draft/draft.js';
import { calledIn } from '#queue/guard.js';
import type { Item } from '#queue/item.js';
import { postsByWord, type ChosenText } from './texts.js';

/** A person whom posts of a plan, numbered from 1, mention; the handle is in lower case and has no @. */
export interface Mentioned<Code extends string> {
  readonly code: Code;
  readonly handle: string;
  readonly posts: readonly number[];
}

/** A person who is mentioned in that many posts of the link, those that are planned already included. */
export interface MentionedAgain {
  readonly code: 'mentioned-again';
  readonly handle: string;
  readonly times: number;
}

/** Mentions of one person from which on they are a problem: X forbids repeated unsolicited mentions. */
const TOO_OFTEN = 3;

/** Handles, in lower case, that any text or picture of a draft calls. */
export function handlesIn({ text, media = [], campaign }: Draft): readonly string[] {
  const posts = [{ text, media }, ...(campaign?.variants ?? []).map((variant) => ({ media: [], ...variant }))];
  return [...new Set(posts.flatMap(calledIn))];
}

/**
 * Whom a plan mentions or tags: what must not be, and what is only to be known.
 * @param optedOut handles in lower case. @param open items of the link that are planned already.
 */
export function checkPeople(
  texts: readonly ChosenText[],
  { optedOut, open }: { readonly optedOut: readonly string[]; readonly open: readonly Pick<Item, 'text'>[] },
): {
  readonly problems: readonly (Mentioned<'opted-out'> | MentionedAgain)[];
  readonly notes: readonly (Mentioned<'mentioned'> | MentionedAgain)[];
} {
  const mentionsIn = ({ text }: Pick<Item, 'text'>): readonly string[] => calledIn({ text, media: [] });
  const called = postsByWord(texts.map(calledIn));
  const mentioned = postsByWord(texts.map(mentionsIn));
  const before = postsByWord(open.map(mentionsIn));
  const again = [...mentioned].map(([handle, posts]) => ({
    code: 'mentioned-again' as const,
    handle,
    times: posts.length + (before.get(handle)?.length ?? 0),
  }));
  return {
    problems: [
      ...optedOut.flatMap((handle) => {
        const posts = called.get(handle);
        return posts === undefined ? [] : [{ code: 'opted-out' as const, handle, posts }];
      }),
      ...again.filter(({ times }) => times >= TOO_OFTEN),
    ],
    notes: [
      ...[...mentioned].flatMap(([handle, posts]) =>
        optedOut.includes(handle) ? [] : [{ code: 'mentioned' as const, handle, posts }],
      ),
      ...again.filter(({ times }) => times === 2),
    ],
  };
}
