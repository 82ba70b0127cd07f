import { findEntities } from '#tweet/entities.js';
import { linkIdentity } from '#tweet/link.js';
import type { OwnPost } from './x-port.js';

const HOUR = 3_600_000;

/** How far two clocks may be apart when nothing of X's clock was seen yet: more than any zone mistake. @source own choice */
const ANY_SKEW = 26 * HOUR;
/** What is allowed besides a skew that was seen, for one that changed since. @source own choice */
const SEEN_SKEW = 2 * HOUR;

/**
 * The first instant by our clock, ms UTC, at which a post that we attempted may have been made; calls to X allow for the
 * skew that was seen by themselves.
 */
export const searchedFrom = (attemptedAt: number, isSkewSeen: boolean): number =>
  attemptedAt - (isSkewSeen ? SEEN_SKEW : ANY_SKEW);

const MEDIA_AT_END = /\s*https?:\/\/t\.co\/\w+$/;

/**
 * A text as two copies of it agree in: NFC, blanks collapsed, links by their identity. X wraps links, may write out a
 * missing scheme, and drops blanks at both ends.
 */
export function comparable(text: string): string {
  let plain = '';
  let end = 0;
  for (const { type, span, value } of findEntities(text)) {
    if (type !== 'link') continue;
    plain += `${text.slice(end, span.start)}<${linkIdentity(value) ?? value}>`;
    end = span.end;
  }
  return (plain + text.slice(end)).normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** Whether a post on X is what was sent: the same text, but for the address of its media and for a cut end. */
export function isSamePost(sent: string, onX: string): boolean {
  const wanted = comparable(sent);
  const texts = [onX, onX.replace(MEDIA_AT_END, '')].map(comparable);
  // X cuts long texts in some answers, with an ellipsis for the rest.
  return texts.some(
    (text) =>
      text === wanted || (text.length > 100 && text.endsWith('…') && wanted.startsWith(text.slice(0, -1).trim())),
  );
}

/**
 * The post that an attempt made, among the account's posts; the one nearest to the attempt where several have its text.
 * @param isTaken whether another item is known to have made a post.
 */
export function findPost(
  { text, startedAt }: { readonly text: string; readonly startedAt: number },
  posts: readonly OwnPost[],
  isTaken: (id: string) => boolean,
): OwnPost | undefined {
  const distance = ({ at = startedAt }: OwnPost): number => Math.abs(at - startedAt);
  return posts
    .filter((post) => !isTaken(post.id) && isSamePost(text, post.text))
    .sort((a, b) => distance(a) - distance(b))[0];
}
