/** How a parameter of a request is called: X is on its way from `tweet.fields` to `post.fields`. */
export type FieldNames = 'old' | 'new';

const PUBLIC = [
  'created_at',
  'author_id',
  'entities',
  'lang',
  'public_metrics',
  'in_reply_to_user_id',
  'attachments',
] as const;
const PRIVATE = ['non_public_metrics', 'organic_metrics'] as const;
const OLD = ['referenced_tweets', 'edit_history_tweet_ids', 'note_tweet'] as const;
const NEW = ['referenced_posts', 'edit_history_post_ids', 'note_post'] as const;

/**
 * The fields that are asked of each post, as a parameter. Private counters exist for the account's own posts of the last
 * 30 days; asked of others they turn an answer into errors.
 */
export function postFields(names: FieldNames, isPrivate: boolean): Readonly<Record<string, string>> {
  const fields = [...PUBLIC, ...(names === 'old' ? OLD : NEW), ...(isPrivate ? PRIVATE : [])].join(',');
  return { [names === 'old' ? 'tweet.fields' : 'post.fields']: fields };
}

/** Age up to which an own post has private counters, ms (docs.x.com, metrics). */
export const PRIVATE_FOR = 30 * 86_400_000;
