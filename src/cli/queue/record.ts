import { ITEM_STATES, mayBecome, type Item, type ItemState } from '#queue/item.js';
import { idToInstant } from '#tweet/snowflake.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import type { Shell } from '../shell.js';
import { readSource } from '../sources.js';
import { changeItem, requireState } from './change.js';
import type { QueueFlags } from '../options/queue.js';
import { requireItem, withQueue, type OpenQueue } from './open.js';
import { QUEUE_MESSAGES } from '#report/queue-answers.js';
import { parsePostUrl } from '#x/api/intent.js';

/** How `record` was called. */
export interface RecordFlags extends QueueFlags {
  readonly item?: number;
  readonly text?: string;
  readonly file?: string;
}

/** A post made by hand. `at` in ms UTC. */
interface HandPost {
  readonly id: string;
  readonly at: number;
}

/** How far a clock may be behind X's. Ours. */
const SKEW = 5 * 60_000;
/** Items among which that of a post is looked for. */
const MAX_ITEMS = 100_000;
const RECORDABLE: readonly ItemState[] = ITEM_STATES.filter(
  (state) => state !== 'sending' && mayBecome(state, 'posted'),
);

/** `record`: tells the queue and the history of a post that was made by hand. */
export async function recordCommand(shell: Shell, address: string, flags: RecordFlags): Promise<ExitCode> {
  const text = flags.file === undefined ? flags.text : await readText(shell, flags.file);
  return withQueue(shell, flags, text === undefined ? 'change' : 'make', (queue) => {
    const words = QUEUE_MESSAGES[queue.locale];
    const post = handPost(queue, address);
    const taken = queue.store.list({ states: ['posted'] }, MAX_ITEMS).find(({ postId }) => postId === post.id);
    if (taken !== undefined) {
      throw new UserError(`post ${post.id} is recorded already, as item ${taken.id}: name another post`);
    }
    if (text !== undefined && flags.item === undefined) {
      const isKnown = queue.history.hasPost(post.id);
      recordOutcome(queue, post, text, 0);
      shell.stdout.write(`${isKnown ? words.known : words.recordedPost}\n`);
      return EXIT.done;
    }
    const item = flags.item === undefined ? onlyCandidate(queue) : requireItem(queue, flags.item);
    recordItem(queue, item, post);
    shell.stdout.write(`${words.recorded(item.id)}\n`);
    return EXIT.done;
  });
}

/** The text of a post that no item has; its last line ends with the file. */
async function readText(shell: Shell, file: string): Promise<string> {
  try {
    return (await readSource(shell, file)).replace(/\r\n?/g, '\n').trimEnd();
  } catch (error) {
    throw error instanceof UserError ? new UserError(`--file ${file}: ${error.message}`, { cause: error }) : error;
  }
}

/** @throws Failure for an address of no post, or a post that cannot have been made yet. */
function handPost({ now }: OpenQueue, address: string): HandPost {
  const id = parsePostUrl(address)?.id;
  if (id === undefined) {
    throw new UserError(`"${address}" is no address of a post: give one such as https://x.com/example/status/123`);
  }
  const at = idToInstant(id);
  if (at === undefined)
    throw new UserError(`post ${id} is older than November 2010 or no post at all: check the address`);
  if (at > now + SKEW) {
    const shown = new Date(at).toISOString();
    throw new UserError(
      `post ${id} would be of ${shown}, which is to come: check the address, and this machine's clock`,
    );
  }
  return { id, at };
}

/**
 * The item that a post without a number must be: the only one that was reminded of, else the only one of unknown outcome.
 * @throws Failure that lists those that it may be.
 */
function onlyCandidate({ store }: OpenQueue): Item {
  const listed = (['reminded', 'unknown'] as const).map((state) => store.list({ states: [state] }, MAX_ITEMS));
  for (const items of listed) {
    const [first, ...others] = items;
    if (first !== undefined && others.length === 0) return first;
    if (first !== undefined) break;
  }
  const candidates = listed.flat();
  if (candidates.length === 0) {
    throw new UserError(
      'no item waits to be recorded: name one with --item, or give the text of the post with --text or --file',
    );
  }
  const names = candidates.slice(0, 10).map(({ id, requestedTime, state }) => `${id} (${state}, ${requestedTime})`);
  throw new UserError(`which item is it? add --item with one of ${names.join(', ')}`);
}

function recordItem(queue: OpenQueue, item: Item, post: HandPost): void {
  const recording = { from: RECORDABLE, verb: 'recorded' };
  requireState(item, recording);
  if (post.at < item.createdAt - SKEW) {
    throw new UserError(
      `post ${post.id} is of ${new Date(post.at).toISOString()}, before item ${item.id} was planned: name the right post`,
    );
  }
  changeItem(queue, item, {
    ...recording,
    patch: { state: 'posted', postId: post.id, reason: null, notBefore: null },
    event: 'recorded',
    data: { post: post.id, postedAt: post.at },
  });
  recordOutcome(queue, post, item.text, item.media.length);
  queue.store.markRecorded(item.id);
}

/** Tells the history, and has the counters read. The same again changes nothing. */
function recordOutcome({ store, history }: OpenQueue, { id, at }: HandPost, text: string, media: number): void {
  if (!history.hasPost(id)) history.addPosted({ id, text, at, media });
  store.watch(id, at);
}
