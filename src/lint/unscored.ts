import { lazy } from '#base/lazy.js';
import type { Draft } from '#draft/draft.js';
import { findEntities } from '#tweet/entities.js';

/** Why a draft is not scored: the rules are about posts of one's own that are to last. */
export type Unscored = 'reply' | 'repost';

const REPOST = /^RT\s+[@＠]\w/;
/** How answers begin in lower case; otherwise the sentence behind a name begins anew, with a capital, a figure or a sign. */
const ANSWER = lazy(
  () =>
    /^(?:[\p{Lu}\p{N}(,:¡¿«“"]|\p{Extended_Pictographic}|(?:merci|oui|non|bonjour|bonsoir|salut|coucou|désolée?|thanks|thank|thx|yes|no|hi|hello|hey|sorry|ok|okay|lol)(?![\p{L}\p{N}]))/u,
);

/**
 * Whether a draft answers somebody (it opens with a mention, and its own sentence begins behind it) or repeats the post
 * of another. What has a campaign, a link in the front matter or tags is meant as a post.
 */
export function unscoredKind({ text, campaign, link }: Draft): Unscored | null {
  if (!/^\s*(?:RT\s+)?[@＠]/.test(text)) return null;
  if (campaign !== undefined || link !== undefined) return null;
  if (REPOST.test(text.trimStart())) return 'repost';
  const entities = findEntities(text);
  // Tags are there to be found by strangers.
  if (entities.some(({ type }) => type === 'hashtag')) return null;
  let at = 0;
  for (const { type, span } of entities) {
    if (type !== 'mention' || text.slice(at, span.start).trim() !== '') break;
    at = span.end;
  }
  return at > 0 && ANSWER().test(text.slice(at).trimStart()) ? 'reply' : null;
}
