import { queueSentences } from '#locale/queue.js';
import { ITEM_STATES, mayBecome, type Item, type ItemState } from '#queue/item.js';
import { asJson } from '#report/documents/json.js';
import type { RecordDocument } from '#report/documents/x-schemas.js';
import { idToInstant } from '#tweet/snowflake.js';
import { parsePostUrl } from '#x/api/intent.js';
import type { Registration } from '../command.js';
import { writeSentences } from '../notice.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { changeItem, requireState } from '../queue/change.js';
import { isSignedIn } from '../sign-in.js';
import { itemReader, requireItem, withQueue, type OpenQueue } from '../queue/open.js';
import type { Shell } from '../shell.js';
import { readSource } from '../files.js';
import { EXIT, UserError } from '../user-error.js';

/** A post made by hand. `at` in ms UTC. */
interface HandPost {
  readonly id: string;
  readonly at: number;
}

/** How far a clock may be behind X's, ms. @source own choice */
const SKEW = 5 * 60_000;
/** Items among which that of a post is looked for. */
const MAX_ITEMS = 100_000;
const RECORDABLE: readonly ItemState[] = ITEM_STATES.filter(
  (state) => state !== 'sending' && state !== 'planned' && mayBecome(state, 'posted'),
);

/** `record`: a post made by hand, for the queue and the history. */
export const registerRecord: Registration = (program, { shell, locale, finish }) => {
  const { help, record: words } = queueSentences(locale);
  newCommand(program, 'record', help.record)
    .argument('<url>', help.record.url)
    .addOption(option('--item <item>', help.record.item).argParser(itemReader(locale)))
    .addOption(option('--text <text>', help.record.text).conflicts(['file', 'item']))
    .addOption(option('--file <file>', help.record.file).conflicts(['text', 'item']))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (url, flags) => {
      const text = flags.file === undefined ? flags.text : await readText(shell, flags.file);
      const isTracked = await isSignedIn(shell);
      await withQueue(shell, flags, text === undefined ? 'change' : 'make', async (queue) => {
        const post = handPost(queue, url);
        const isOwn = await isOwnPost(queue, url);
        const isKnown = await queue.history.hasPost(post.id);
        const taken = (await queue.store.list({ states: ['posted'] }, MAX_ITEMS)).find(
          ({ postId }) => postId === post.id,
        );
        if (taken !== undefined) throw new UserError(words.taken(post.id, taken.id));
        const item = text === undefined ? await candidate(queue, flags.item) : undefined;
        if (item === undefined) await recordPost(queue, post, text ?? '', 0);
        else await recordItem(queue, item, post);
        const line = item !== undefined ? words.recorded(item.id) : isKnown ? words.known : words.added;
        const more = (isTracked ? words.tracked : words.notTracked) + (isOwn || item !== undefined ? '' : words.whose);
        const document: RecordDocument = {
          schema: 'tweetspan/record@1',
          post: post.id,
          item: item?.id ?? null,
          known: isKnown,
        };
        if (flags.format === 'json') shell.stdout.write(asJson(document));
        else writeSentences(shell, line + more);
      });
      finish(EXIT.done);
    });
};

/** The text of a post that no item has; its last line ends with the file. */
async function readText(shell: Shell, file: string): Promise<string> {
  try {
    return (await readSource(shell, file)).replace(/\r\n?/g, '\n').trimEnd();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError((locale) => `--file ${file}: ${error.toLine(locale)}`, { cause: error });
  }
}

/** @throws UserError for a URL of no post, or a post that cannot have been made yet. */
function handPost({ now, locale }: OpenQueue, url: string): HandPost {
  const { record: words } = queueSentences(locale);
  const id = parsePostUrl(url)?.id;
  if (id === undefined) throw new UserError(words.notAUrl(url));
  const at = idToInstant(id);
  if (at === undefined) throw new UserError(words.tooOld(id));
  if (at > now + SKEW) throw new UserError(words.future(id, new Date(at).toISOString()));
  return { id, at };
}

/**
 * Whether a URL may be that of an own post; false where it names an account and nothing here knows one's own name.
 * @throws UserError for the post of another account: a history is that of one, which measures its own posts.
 */
async function isOwnPost({ ownHandles, locale }: OpenQueue, url: string): Promise<boolean> {
  const handle = parsePostUrl(url)?.handle;
  const own = await ownHandles();
  if (handle === undefined || own.includes(handle.toLowerCase())) return true;
  if (own.length === 0) return false;
  throw new UserError(queueSentences(locale).record.notYours(handle, own[0] ?? ''));
}

const candidate = async (queue: OpenQueue, named: number | undefined): Promise<Item> =>
  named === undefined ? onlyCandidate(queue) : await requireItem(queue, named);

/**
 * The item that a post without a number must be: the only one that was reminded of, else the only one of unknown outcome.
 * @throws UserError that lists those that it may be.
 */
async function onlyCandidate({ store, locale }: OpenQueue): Promise<Item> {
  const { record: words } = queueSentences(locale);
  const listed = [
    await store.list({ states: ['reminded'] }, MAX_ITEMS),
    await store.list({ states: ['unknown'] }, MAX_ITEMS),
  ];
  for (const items of listed) {
    const [first, ...others] = items;
    if (first !== undefined && others.length === 0) return first;
    if (first !== undefined) break;
  }
  const candidates = listed.flat();
  throw new UserError(candidates.length === 0 ? words.noCandidate : words.whichItem(candidates.slice(0, 10)));
}

async function recordItem(queue: OpenQueue, item: Item, post: HandPost): Promise<void> {
  const recording = { from: RECORDABLE, action: 'record' } as const;
  requireState(item, recording);
  if (post.at < item.createdAt - SKEW) {
    const { beforeItem } = queueSentences(queue.locale).record;
    throw new UserError(beforeItem(post.id, new Date(post.at).toISOString(), item.id));
  }
  await changeItem(queue, item, {
    ...recording,
    patch: { state: 'posted', postId: post.id, reason: null, notBefore: null },
    event: 'recorded',
    data: { post: post.id, postedAt: post.at },
  });
  await recordPost(queue, post, item.text, item.media.length);
  await queue.store.markRecorded(item.id);
}

/** Adds the post to the history, and has its counters read. The same again changes nothing. */
async function recordPost(
  { store, history }: OpenQueue,
  { id, at }: HandPost,
  text: string,
  media: number,
): Promise<void> {
  if (!(await history.hasPost(id))) await history.addPosted({ id, text, at, media });
  await store.watch(id, at);
}
