import { lazy } from '#base/lazy.js';
import type { ItemMedia } from '#queue/item.js';
import { isPostMirror } from '#tweet/link-hosts.js';

/** X's page that opens the composer with a text (docs.x.com, Web Intents). */
const INTENT = 'https://x.com/intent/tweet?text=';

/** Half of a surrogate pair: no address can hold one, and a browser shows U+FFFD for it. */
const LONE_SURROGATE = lazy(() => /\p{Surrogate}/gu);
/** What `encodeURIComponent` leaves as it is, and readers of text take for the end of an address. */
const BARE = /[!'()*]/g;

const hex = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** The address that opens X's composer with a text in it, to the letter: somebody has only to press the button. */
export const intentLink = (text: string): string =>
  INTENT + encodeURIComponent(text.replace(LONE_SURROGATE(), '\ufffd')).replace(BARE, hex);

/** Whether the composer opens with all of a post: an intent carries no media, they are to be added by hand. */
export const isWholeInIntent = ({ media }: { readonly media: readonly ItemMedia[] }): boolean => media.length === 0;

/** A post by its address: its id, and the handle (without `@`) where the address names one. */
export interface PostAddress {
  readonly id: string;
  readonly handle?: string;
}

const HOST = /^(?:(?:www|mobile|m)\.)?(?:x|twitter)\.com$/;
const BARE_ID = /^[1-9]\d{0,18}$/;
/** `/handle/status/1`, `/handle/statuses/1`, `/i/status/1`, `/i/web/status/1`, `/statuses/1`; then no more digits or letters. */
const PATH = /^\/(?:(?:i(?:\/web)?|(\w{1,20}))\/)?status(?:es)?\/([1-9]\d{0,18})(?!\w|%3\d)/;
/** What stands around an address in a text or a mail. */
const BEFORE = /^[<([{"'«“‘\s]+/;
const BEHIND = /[>)\]}"'»”’.,;:!?…]+$/;

/**
 * The post that an address leads to, or that a bare id names; undefined for anything else. Takes addresses of x.com and
 * twitter.com in all their forms, and of the sites that show posts under the same paths (fxtwitter, nitter); with or
 * without scheme, query and whatever was copied behind them.
 */
export function parsePostUrl(url: string): PostAddress | undefined {
  const [word = ''] = url.replace(BEFORE, '').split(/[\s>"]/);
  const first = word.replace(BEHIND, '');
  if (BARE_ID.test(first)) return { id: first };
  const address = /^https?:\/\//i.test(first) ? first : `https://${first}`;
  if (!URL.canParse(address)) return undefined;
  const { hostname, pathname, hash } = new URL(address);
  if (!HOST.test(hostname) && !isPostMirror(hostname)) return undefined;
  // Until 2012 the path stood behind `#!`.
  const path = hash.startsWith('#!/') ? hash.slice(2) : pathname;
  const [, handle, id] = PATH.exec(path) ?? [];
  if (id === undefined) return undefined;
  return handle === undefined ? { id } : { id, handle };
}
