import type { Naming } from './session.js';

/** The parameter of a request and the fields that have two names. */
const WORDS = {
  old: {
    parameter: 'tweet.fields',
    named: ['note_tweet', 'referenced_tweets', 'edit_history_tweet_ids'],
    pinned: 'pinned_tweet_id',
  },
  new: {
    parameter: 'post.fields',
    named: ['note_post', 'referenced_posts', 'edit_history_post_ids'],
    pinned: 'pinned_post_id',
  },
} as const;

const PLAIN = ['created_at', 'entities', 'attachments', 'in_reply_to_user_id', 'lang', 'author_id', 'public_metrics'];
const PRIVATE = ['non_public_metrics', 'organic_metrics'];

/** The query that asks for all that is kept of a post, with the counters that only its author sees or without. */
export function postFields(naming: Naming, withPrivate: boolean): Record<string, string> {
  const { parameter, named } = WORDS[naming];
  return { [parameter]: [...PLAIN, ...named, ...(withPrivate ? PRIVATE : [])].join(',') };
}

/** Words by which X names the fields of a post, or their parameter, when it refuses them. */
export const POST_WORDS: Readonly<Record<Naming, readonly string[]>> = {
  old: [WORDS.old.parameter, ...WORDS.old.named],
  new: [WORDS.new.parameter, ...WORDS.new.named],
};

/** The field of an account that names its pinned post. */
export const pinnedField = (naming: Naming): string => WORDS[naming].pinned;

/** The same as a word by which X refuses it. */
export const PINNED_WORDS: Readonly<Record<Naming, readonly string[]>> = {
  old: [WORDS.old.pinned],
  new: [WORDS.new.pinned],
};
