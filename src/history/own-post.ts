import { idToInstant } from '#tweet/snowflake.js';
import type { SourcePost } from './ports.js';
import { collectContacts, handlesInText, linksInText } from './formats/text.js';

/** A post that the account has just made: what was sent, and when (ms UTC). */
export interface OwnPost {
  readonly id: string;
  readonly text: string;
  readonly at: number;
  /** Number of images and videos. */
  readonly media: number;
}

/**
 * A post that the account made through the queue, as the history takes it. It is an original, also where it begins with
 * a handle: it was not sent as a reply. What X says about it later takes precedence.
 * @param own the account's handles, without `@`, in any case.
 */
export function toSourcePost({ id, text, at, media }: OwnPost, own: readonly string[]): SourcePost {
  const handles = new Set(own.map((handle) => handle.toLowerCase()));
  return {
    id,
    provenance: { source: 'record', at },
    at: idToInstant(id) ?? at,
    precision: 'ms',
    kind: 'original',
    quote: false,
    language: '',
    media,
    text,
    cut: false,
    links: linksInText(text),
    contacts: collectContacts('original', handlesInText(text), handles, undefined),
    observations: [],
  };
}
