import type { PostOutcome, PostRequest } from '#queue/x-port.js';
import { postOutcome } from './outcome.js';
import type { Session } from './session.js';

/** The body of `POST /2/tweets`. X refuses keys that it does not know, and an empty list of media. */
const toBody = ({ text, mediaIds, taggedIds }: PostRequest): Record<string, unknown> => ({
  text,
  ...(mediaIds.length === 0
    ? {}
    : { media: { media_ids: mediaIds, ...(taggedIds.length === 0 ? {} : { tagged_user_ids: taggedIds }) } }),
});

/** Sends a post, once. Never throws, never sends again: what cannot be known is `unknown`. */
export async function sendPost(session: Session, request: PostRequest): Promise<PostOutcome> {
  const called = await session.call(session.tokens, 'POST /2/tweets', session.deadlines.post, (api) =>
    api.v2.post('tweets', toBody(request)),
  );
  return 'failure' in called ? called.failure : postOutcome(called.answer, called.at);
}
