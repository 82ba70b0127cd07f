import type { PostOutcome, PostRequest } from '../queue/ports.js';
import { callX, type Answer, type Caller } from './call.js';
import { postOutcome } from './outcome.js';

/** The body of `POST /2/tweets`. X refuses keys that it does not know, and an empty list of media. */
const bodyOf = ({ text, mediaIds, taggedIds }: PostRequest): Record<string, unknown> => ({
  text,
  ...(mediaIds.length === 0
    ? {}
    : { media: { media_ids: mediaIds, ...(taggedIds.length === 0 ? {} : { tagged_user_ids: taggedIds }) } }),
});

/**
 * Sends a post, once. Never throws, never sends again: what cannot be known is `unknown`.
 * @param now ms UTC, asked when the answer is there.
 * @param seen is told what came back.
 */
export async function sendPost(
  caller: Caller,
  request: PostRequest,
  now: () => number,
  seen: (answer: Answer) => void = () => {},
): Promise<PostOutcome> {
  const answer = await callX(caller, (api) => api.v2.post('tweets', bodyOf(request)));
  seen(answer);
  return postOutcome(answer, now());
}
