import { createScriptListReader, ARCHIVE_OPENING, NOTES_OPENING } from './script-list.js';
import { type ReadableFile, readText, type Container } from './container.js';
import type { PostLink, AccountSign, ObservedAt } from '../ports.js';
import type { Collector } from '../collector.js';
import { collectContacts, distinct, detectTextKind } from './text.js';
import { isObject, listAt, objectAt, textAt, type Json, readTweetObject, type TweetContext } from './tweet-object.js';
import { readCount } from '../values.js';
import { findOwner } from './archive-owner.js';
import { resolveObservedAt, type ReadContext, type ReadResult, type Remark } from './reader.js';
import { Refusal } from '../refusal.js';

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
async function completeNotes(
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

/** The list of all that an archive holds. */
export const MANIFEST = 'data/manifest.js';
const MANIFEST_BYTES = 32 * 1024 * 1024;
const MANIFEST_OPENING = /^\s*window\.__THAR_CONFIG\s*=\s*/;
/** Parts by name, for archives without a manifest. Deleted tweets and headers look alike and are not history. */
const PART = /^(?:data\/)?(?:community-)?tweets?(?:-part\d+)?\.js$/;
const NOTE_FILE = /^(?:data\/)?note-tweet(?:-part\d+)?\.js$/;
/** What a manifest may name: files of the archive's own data folder. */
const SAFE_NAME = /^data\/[\w-]+\.js$/;

/** Where archives may begin inside a container: some were packed with the folder around them, or several together. */
export function findArchives({ files }: Container): readonly string[] {
  const prefixes = files.flatMap(({ name }) => {
    if (name.endsWith(MANIFEST)) return name.slice(0, -MANIFEST.length);
    const match = /^(.*?)(?:data\/)?tweets?(?:-part\d+)?\.js$/.exec(name);
    return match && !name.includes('data/js/') ? [match[1] ?? ''] : [];
  });
  return [...new Set(prefixes)].filter((prefix) => prefix === '' || prefix.endsWith('/')).sort();
}

/** What belongs to an archive that begins at `prefix`: its data, the page that shows it, and parts that stand bare. */
export const isOfArchive = (name: string, prefix: string): boolean =>
  name.startsWith(prefix) && /^(?:data|assets)\/|^[^/]+\.(?:js|html|txt)$/i.test(name.slice(prefix.length));

/** Whether a file of a container has the name of a list of posts of the archive that begins there. */
export const isArchivePart = (name: string, prefix: string): boolean =>
  name.startsWith(prefix) && PART.test(name.slice(prefix.length));

interface Part {
  readonly name: string;
  readonly declaredCount: number | undefined;
}

interface Manifest {
  readonly account: AccountSign;
  readonly generatedAt: number | undefined;
  readonly isPartial: boolean;
  readonly parts: readonly Part[];
  readonly longNotes: readonly Part[];
}

async function readManifest(file: ReadableFile): Promise<Manifest> {
  const source = await readText(file, MANIFEST_BYTES);
  const opening = MANIFEST_OPENING.exec(source)?.[0];
  const parsed = opening === undefined ? undefined : parseJson(source.slice(opening.length).replace(/;?\s*$/, ''));
  if (!isObject(parsed)) {
    throw new Refusal('manifest-damaged', {});
  }
  // Only what decides whose archive it is and what to read: the rest of `userInfo` is private.
  const user = objectAt(parsed, 'userInfo');
  const about = objectAt(parsed, 'archiveInfo');
  const types = objectAt(parsed, 'dataTypes');
  const id = textAt(user, 'accountId');
  const name = textAt(user, 'userName');
  const generatedAt = Date.parse(textAt(about, 'generationDate') ?? '');
  return {
    account: { ...(id === undefined ? {} : { id }), handles: name === undefined ? [] : [name] },
    generatedAt: Number.isNaN(generatedAt) ? undefined : generatedAt,
    isPartial: about['isPartialArchive'] === true,
    parts: ['tweets', 'tweet', 'communityTweet'].flatMap((type) => listParts(objectAt(types, type))),
    longNotes: listParts(objectAt(types, 'noteTweet')),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const listParts = (type: Json): Part[] =>
  listAt(type, 'files').flatMap((file) => {
    const name = textAt(file, 'fileName') ?? '';
    if (!SAFE_NAME.test(name)) {
      throw new Refusal('manifest-unsafe', { name });
    }
    return [{ name, declaredCount: readCount(textAt(file, 'count')) }];
  });

const ACCOUNT_FILE = /^(?:data\/)?account\.js$/;

/** Whose archive it is, by `account.js`: of that file nothing but the id and the handle is kept. */
async function readAccountFile(files: ReadonlyMap<string, ReadableFile>): Promise<AccountSign> {
  const file = [...files].find(([name]) => ACCOUNT_FILE.test(name))?.[1];
  if (file === undefined) return { handles: [] };
  const source = await readText(file, MANIFEST_BYTES);
  const parsed = parseJson(source.slice(source.indexOf('=') + 1).replace(/;?\s*$/, ''));
  const first: unknown = Array.isArray(parsed) ? parsed[0] : undefined;
  const account = isObject(first) ? objectAt(first, 'account') : {};
  const id = textAt(account, 'accountId');
  const name = textAt(account, 'username');
  return { ...(id === undefined ? {} : { id }), handles: name === undefined ? [] : [name] };
}

async function withoutManifest(files: ReadonlyMap<string, ReadableFile>): Promise<Manifest> {
  const list = (pattern: RegExp): readonly (readonly [string, ReadableFile])[] =>
    [...files].filter(([name]) => pattern.test(name));
  const toParts = (named: typeof files | ReturnType<typeof list>): readonly Part[] =>
    [...named].map(([name]) => ({ name, declaredCount: undefined }));
  const parts = list(PART);
  const known = await readAccountFile(files);
  const isKnown = known.id !== undefined || known.handles.length > 0;
  const account = isKnown
    ? known
    : await findOwner(
        parts.map(([, file]) => file),
        ARCHIVE_OPENING,
      );
  return {
    account,
    generatedAt: undefined,
    isPartial: true,
    parts: toParts(parts),
    longNotes: toParts(list(NOTE_FILE)),
  };
}

/** Reads one part, and answers how many entries it held. */
async function readPart(
  file: ReadableFile,
  tweets: TweetContext,
  { collector }: ReadContext,
  opening = ARCHIVE_OPENING,
): Promise<number> {
  let read = 0;
  const packed: TweetContext = { ...tweets, isPacked: true };
  const take = (element: unknown, isPacked: boolean): void => {
    read += 1;
    const post = isObject(element) ? readTweetObject(element, isPacked ? packed : tweets) : undefined;
    if (post === undefined) collector.skip('not-a-post');
    else collector.post(post);
  };
  const elements = createScriptListReader(file.name, opening, take, true);
  for await (const chunk of collector.read(file)) elements.push(chunk);
  elements.end();
  return read;
}

/**
 * Reads an archive of X: all parts of its list of posts, in whatever order they come, and the full texts of long posts.
 * Nothing else of it is opened: messages, email addresses and the like are private.
 * @throws Refusal when a part is damaged or is other code.
 */
export async function readArchive(container: Container, prefix: string, context: ReadContext): Promise<ReadResult> {
  const files = new Map(
    container.files.filter(({ name }) => name.startsWith(prefix)).map((file) => [file.name.slice(prefix.length), file]),
  );
  const manifestFile = files.get(MANIFEST);
  const manifest = manifestFile ? await readManifest(manifestFile) : await withoutManifest(files);
  const { account, generatedAt } = manifest;
  const observed: ObservedAt =
    generatedAt === undefined ? resolveObservedAt(context, undefined) : { certainty: 'exact', instant: generatedAt };
  const tweets: TweetContext = {
    provenance: { source: 'archive', ...(generatedAt === undefined ? {} : { at: generatedAt }) },
    observed,
    ...(account.id === undefined ? {} : { accountId: account.id }),
    own: new Set(account.handles.map((handle) => handle.toLowerCase())),
    midnightTrap: false,
  };
  const remarks: Remark[] = [];
  if (manifestFile === undefined) remarks.push({ id: 'no-manifest' });
  else if (manifest.isPartial) remarks.push({ id: 'partial-archive' });
  let isWhole = !manifest.isPartial && manifest.parts.length > 0;
  for (const { name, declaredCount } of manifest.parts) {
    const file = files.get(name);
    const read = file ? await readPart(file, tweets, context) : undefined;
    if (read === undefined) remarks.push({ id: 'part-missing', part: name });
    else if (declaredCount !== undefined && declaredCount !== read)
      remarks.push({ id: 'count-mismatch', part: name, declaredCount, read });
    isWhole &&= read !== undefined && declaredCount === read;
  }
  const listed = new Set(manifest.parts.map(({ name }) => name));
  for (const name of files.keys())
    if (PART.test(name) && !listed.has(name)) remarks.push({ id: 'part-unlisted', part: name });
  for (const { name } of manifest.longNotes) {
    const file = files.get(name);
    if (file) await completeNotes(file, NOTES_OPENING, context.collector, tweets.own);
  }
  if (observed.certainty === 'unknown') remarks.push({ id: 'observed-unknown' });
  return {
    format: 'archive',
    account,
    ...(generatedAt === undefined ? {} : { generatedAt }),
    complete: isWhole && generatedAt !== undefined,
    remarks,
  };
}

/** Reads one part of an archive that stands alone: whose it is and when it was made are not in it. */
export async function readLonePart(
  file: ReadableFile,
  context: ReadContext,
  opening = ARCHIVE_OPENING,
): Promise<ReadResult> {
  const observed = resolveObservedAt(context, undefined);
  const account = await findOwner([file], opening);
  const tweets: TweetContext = {
    provenance: { source: 'archive' },
    observed,
    ...(account.id === undefined ? {} : { accountId: account.id }),
    own: new Set(account.handles.map((handle) => handle.toLowerCase())),
    midnightTrap: false,
  };
  await readPart(file, tweets, context, opening);
  const remarks: Remark[] = observed.certainty === 'unknown' ? [{ id: 'observed-unknown' }] : [];
  return { format: 'archive-part', account, complete: false, remarks };
}
