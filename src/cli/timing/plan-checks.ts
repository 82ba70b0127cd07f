// What X would refuse, and whom a plan calls, before anything is queued.
import { draftSentences } from '#locale/draft.js';
import { resolve } from 'node:path';
import { lint, type LintOptions } from '#lint/engine.js';
import { calledIn } from '#queue/guard.js';
import type { Item, ItemMedia } from '#queue/item.js';
import { mentionedIn, mentionedOften, optedOutIn, refusedPosts } from '#report/plan-remarks.js';
import type { Draft, Media } from '#draft/draft.js';
import { gatherFacts } from '../facts.js';
import type { OpenDraft } from '../open-draft.js';
import type { ChosenText } from './plan-texts.js';

/** Sentences on a plan: what keeps it from being queued, and what is only to be known. */
export interface Checked {
  readonly problems: readonly string[];
  readonly notes: readonly string[];
}

/** Rules whose errors mean that X would refuse the post, whatever the configuration thinks of them. */
const REFUSING = new Set(['concision', 'image']);

/** Media with absolute paths: the queue is worked on from anywhere. */
export const itemMedia = (media: readonly Media[], folder: string): readonly ItemMedia[] =>
  media.map((one) => ({ ...one, file: resolve(folder, one.file) }));

/** Handles, in lower case, that any text or picture of a draft calls. */
export function handlesIn({ text, media = [], campaign }: Draft): readonly string[] {
  const posts = [{ text, media }, ...(campaign?.variants ?? []).map((variant) => ({ media: [], ...variant }))];
  return [...new Set(posts.flatMap(calledIn))];
}

/** Posts (numbered from 1) by a word that is said of each. */
function postsBy(words: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  words.forEach((of, index) => {
    for (const word of new Set(of)) found.set(word, [...(found.get(word) ?? []), index + 1]);
  });
  return found;
}

/** What X would not take of the texts and media: too long, too large, not there. */
export async function checkPosts(
  { options, locale }: OpenDraft,
  texts: readonly ChosenText[],
  { folder, now }: { readonly folder: string; readonly now: number },
): Promise<readonly string[]> {
  const { lang, limit, links } = options.config ?? {};
  const judging: LintOptions = {
    ...options,
    rules: options.rules.filter(({ id }) => REFUSING.has(id)),
    config: { ...(lang && { lang }), ...(limit !== undefined && { limit }), ...(links && { links }) },
  };
  const faults = await Promise.all(
    texts.map(async ({ text, media }) => {
      const alone: Draft = { text, ...(media.length > 0 && { media }) };
      const { findings } = lint(alone, {
        ...judging,
        facts: await gatherFacts(alone, folder, now, draftSentences(locale).notAFile),
      });
      return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
    }),
  );
  return [...postsBy(faults)].map(([message, posts]) => refusedPosts(posts, message, locale));
}

/**
 * Whom a plan mentions or tags.
 * @param optedOut handles in lower case. @param open items of the link that are planned already.
 */
export function checkPeople(
  texts: readonly ChosenText[],
  {
    optedOut,
    open,
    locale,
  }: { readonly optedOut: readonly string[]; readonly open: readonly Item[]; readonly locale: 'en' | 'fr' },
): Checked {
  const called = postsBy(texts.map(calledIn));
  const mentioned = postsBy(texts.map(({ text }) => calledIn({ text, media: [] })));
  const before = postsBy(open.map(({ text }) => calledIn({ text, media: [] })));
  const countMentions = (handle: string): number =>
    (mentioned.get(handle)?.length ?? 0) + (before.get(handle)?.length ?? 0);
  const often = [...mentioned.keys()].map((handle) => ({ handle, times: countMentions(handle) }));
  return {
    problems: [
      ...optedOut.flatMap((handle) => {
        const posts = called.get(handle);
        return posts === undefined ? [] : [optedOutIn(posts, handle, locale)];
      }),
      ...often.filter(({ times }) => times > 2).map(({ handle, times }) => mentionedOften(handle, times, locale)),
    ],
    notes: [
      ...[...mentioned].flatMap(([handle, posts]) =>
        optedOut.includes(handle) ? [] : [mentionedIn(posts, handle, locale)],
      ),
      ...often.filter(({ times }) => times === 2).map(({ handle, times }) => mentionedOften(handle, times, locale)),
    ],
  };
}
