import { createScriptListReader } from './script-list.js';
import type { ReadableFile } from './container.js';
import type { PostLink } from '../ports.js';
import type { Collector } from '../collector.js';
import { collectContacts, distinct, detectTextKind } from './text.js';
import { isObject, listAt, objectAt, textAt, type Json } from './tweet-object.js';

/** A note and its post carry different ids: they are matched by their second and their beginning. */
const TOLERANCE = 3000;
const BEGINNING = 50;
const LEADING_MENTIONS = /^(?:@\w+\s+)+/;
const openingText = (text: string): string =>
  Array.from(text.replace(LEADING_MENTIONS, '')).slice(0, BEGINNING).join('').trimEnd();

function completeNote(note: Json, collector: Collector, own: ReadonlySet<string>): boolean {
  const core = objectAt(note, 'core');
  const text = textAt(core, 'text');
  const createdAt = Date.parse(textAt(note, 'createdAt') ?? '');
  if (text === undefined || Number.isNaN(createdAt)) return false;
  const beginning = openingText(text);
  const second = Math.floor(createdAt / 1000) * 1000;
  const staged = collector.session.stagedBetween(second - TOLERANCE, second + 999 + TOLERANCE);
  const match = staged.find((post) => openingText(post.text) === beginning);
  if (match === undefined) return false;
  // The text of a note is not escaped, and its links are lost from the post where that was cut.
  const links = listAt(core, 'urls').flatMap((url): PostLink[] => {
    const short = textAt(url, 'shortUrl');
    const target = textAt(url, 'expandedUrl');
    if (target !== undefined) return [short === undefined ? { target } : { short, target }];
    return short === undefined ? [] : [{ short }];
  });
  const handles = listAt(core, 'mentions').flatMap((mention) => textAt(mention, 'screenName') ?? []);
  // Whom a reply answers stands before the text of the post, and not always in that of the note.
  const answered = /^@(\w+)/.exec(match.text)?.[1];
  const contacts = collectContacts(
    detectTextKind(match.text, own),
    distinct(handles, (handle) => handle.toLowerCase()),
    own,
    answered,
  );
  collector.session.completeText(
    match.id,
    text,
    distinct(links, (link) => link.short ?? link.target ?? ''),
    contacts,
  );
  return true;
}

/** Gives the posts of this import that are longer than 280 characters their full texts, links and people. */
export async function completeNotes(
  file: ReadableFile,
  opening: RegExp,
  collector: Collector,
  own: ReadonlySet<string>,
): Promise<void> {
  const elements = createScriptListReader(file.name, opening, (element) => {
    const note = isObject(element) ? element['noteTweet'] : undefined;
    if (isObject(note) && completeNote(note, collector, own)) collector.note();
    else collector.unmatched();
  });
  for await (const chunk of collector.read(file)) elements.push(chunk);
  elements.end();
}
