// Tags and names as they are written compared with those that X finds.
import { lazy } from '#base/lazy.js';
import type { Entity } from '#tweet/entities.js';
import type { Span } from '#tweet/bounds.js';
import type { Subject } from './subject.js';

/** A tag or a name that X does not see, and how it would be seen where that is known. */
export interface LostSign {
  readonly why: 'glued' | 'space' | 'emoji' | 'inLink';
  readonly span: Span;
  readonly text: string;
  readonly seen: string | undefined;
}

/** Fewer findings say as much, and keep a text of nothing but signs cheap. */
const MAX_FOUND = 5;
const GLUED_TAG = lazy(() => /(?<=[\p{L}\p{N}])[#＃](?=\p{L})[\p{L}\p{M}\p{N}_]+/gu);
const SPACED_TAG = lazy(() => /(?<=[^\S\n])[#＃][^\S\n]\p{L}[\p{L}\p{M}\p{N}_]{2,}/gu);
const EMOJI_TAG = lazy(() => /(?<![\p{L}\p{N}&/])[#＃](?=\p{Extended_Pictographic})\p{Extended_Pictographic}\ufe0f?/gu);
const GLUED_NAME = lazy(() => /(?<=[\p{L}\p{N}])[@＠][A-Za-z]\w{1,14}(?![\w.@-]*[@.]\w)/gu);
/** At the end of an address: letters behind `#`, a handle behind `@`. */
const TAG_IN_LINK = lazy(() => /(?<=[\p{L}\p{N}/])#\p{L}[\p{L}\p{M}\p{N}_]*$/u);
const NAME_IN_LINK = /(?<=[a-z0-9])@[a-z]\w{1,14}$/i;

const spanOf = (match: RegExpMatchArray, offset = 0): Span => {
  const start = (match.index ?? 0) + offset;
  return { start, end: start + match[0].length };
};

const isFree = (span: Span, entities: readonly Entity[]): boolean =>
  !entities.some((entity) => span.start < entity.span.end && entity.span.start < span.end);

/** The tags that their author meant and X does not see. */
export function lostTags({ text, entities, links }: Subject): LostSign[] {
  const found: LostSign[] = [];
  const add = (why: LostSign['why'], span: Span, seen: string | undefined): void => {
    if (found.length < MAX_FOUND) found.push({ why, span, text: text.slice(span.start, span.end), seen });
  };
  links.forEach(({ span, text: link }) => {
    const match = /#/.test(link) ? TAG_IN_LINK().exec(link) : null;
    // A place in the page is as likely, but not where tags follow.
    if (match !== null && /^\s+[#＃]\p{L}/u.test(text.slice(span.end, span.end + 3))) {
      add('inLink', spanOf(match, span.start), ` ${match[0]}`);
    }
  });
  if (entities.filter(({ type }) => type === 'hashtag').length === text.match(/[#＃]/g)?.length) return found;
  for (const match of text.matchAll(GLUED_TAG())) {
    const span = spanOf(match);
    if (isFree(span, entities)) add('glued', span, ` ${match[0]}`);
  }
  for (const match of text.matchAll(SPACED_TAG())) {
    const span = spanOf(match);
    if (isFree(span, entities)) add('space', span, match[0].replace(/\s/, ''));
  }
  for (const match of text.matchAll(EMOJI_TAG())) {
    const span = spanOf(match);
    if (isFree(span, entities)) add('emoji', span, undefined);
  }
  return found;
}

/** The names that their author meant and X does not see, but for those with letters that no name has. */
export function lostNames({ text, entities, links }: Subject): LostSign[] {
  const found: LostSign[] = [];
  links.forEach(({ span, text: link }) => {
    const match = NAME_IN_LINK.exec(link);
    if (match === null) return;
    const place = spanOf(match, span.start);
    found.push({ why: 'inLink', span: place, text: match[0], seen: ` ${match[0]}` });
  });
  for (const match of text.matchAll(GLUED_NAME())) {
    const span = spanOf(match);
    if (isFree(span, entities)) found.push({ why: 'glued', span, text: match[0], seen: ` ${match[0]}` });
  }
  return found.slice(0, MAX_FOUND);
}

/** Names of other networks: `@name@host.example` of the Fediverse, `@name.bsky.social` of Bluesky. */
const FOREIGN =
  /(?<![\w@/.])[@＠](?:[A-Za-z0-9_.-]{1,60}@[a-z0-9-]+(?:\.[a-z0-9-]+)+|[a-z0-9-]{1,60}(?:\.[a-z0-9-]+){1,4}\.[a-z]{2,12})/gi;

/** The names of other networks in a text, each with the network that it looks like. */
export function foreignHandles({ text, links }: Subject): { readonly span: Span; readonly network: string }[] {
  return [...text.matchAll(FOREIGN)]
    .map((match) => ({ span: spanOf(match), network: match[0].indexOf('@', 1) > 0 ? 'Mastodon' : 'Bluesky' }))
    .filter(({ span }) => !links.some((link) => link.span.start < span.start && span.start < link.span.end))
    .slice(0, MAX_FOUND);
}
