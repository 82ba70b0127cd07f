import { effectiveDue, type Attempt, type Item } from './item.js';
import { OUTAGES, type Reason } from './reason.js';
import { findPageFault, findRefusal, findUnsure } from './guard.js';
import { budgetAt, leftForPosts, renewedAfter, toBudgetDetail } from './budget.js';
import { setHold } from './hold.js';
import type { ItemPatch, QueuePorts } from './ports.js';
import type { EventName, QueueEvent } from './event.js';
import type { PostOutcome, PostRequest, QueueX, ReadOutcome } from './x-port.js';
import { spacingOf } from './due.js';
import { sendableFrom, SPACING } from '#timing/plan/spacing.js';
import { event } from './change.js';
import { findLastPosts } from './last-posts.js';
import { recordInHistory } from './record-history.js';

const MINUTE = 60_000;

/** Who sends, and within what bounds. */
export interface Sending {
  /** Names this process among all that work on the queue. */
  readonly owner: string;
  /** How long nobody else may touch an item that is worked on, ms: longer than all uploads and the post may take. */
  readonly lease: number;
  /** Least time between two posts of the account, ms. */
  readonly minInterval: number;
}

/** A lease that outlasts four slow uploads and a post. @source own choice */
export const SENDING_DEFAULTS: Omit<Sending, 'owner'> = { lease: 10 * MINUTE, minInterval: SPACING.minInterval };

/**
 * The longest time between writing an attempt down and sending it, ms. A process that was stopped in between (a laptop
 * put to sleep) must not send when it wakes: others may have judged the attempt meanwhile. @source own choice
 */
const MAX_DELAY = 30_000;

/** An end of an attempt that could not be written down, to be tried again: the answer must not be lost. */
export type PendingWrite = () => Promise<boolean>;

/** What sending came to. `pendingWrite` is set when X answered and the answer could not be kept. */
export interface Sent {
  readonly kind: 'lost' | 'not sent' | 'to be approved' | PostOutcome['kind'];
  /** The post, where X named one. */
  readonly postId?: string;
  readonly pendingWrite?: PendingWrite;
}

/**
 * Sends an item at most once. The order of the steps is what this program is for:
 * claim (nobody else works on it), check again what may have changed, prepare what is not public, write the attempt
 * down with its text and cost, send, write the answer down. A process that ends before the attempt is written has sent
 * nothing; one that ends after it leaves an item of which others know that they do not know. No step is repeated.
 */
export async function sendItem(
  planned: Item,
  x: QueueX,
  ports: QueuePorts,
  { owner, lease, minInterval }: Sending,
  signal?: AbortSignal,
): Promise<Sent> {
  const { store, now, randomId } = ports;
  const token = randomId();
  const claimed = event(now(), 'claimed', planned);
  if (!(await store.claim(planned.id, { owner, token, lease, account: x.account }, claimed))) return { kind: 'lost' };
  // Again, now that nobody else may change it: it may have been edited since it was found to be due.
  const item = (await store.get(planned.id)) ?? planned;
  ports.log(claimed);
  ports.trace?.('claimed', item.id);

  /** Gives the item back, with what becomes of it. Nothing was sent. */
  const release = async (patch: ItemPatch, name: EventName, data?: QueueEvent['data']): Promise<Sent> => {
    const entry = { ...event(now(), name, item, patch.reason ?? undefined), ...(data !== undefined && { data }) };
    if (await store.change(item.id, ['claimed'], patch, entry, token)) ports.log(entry);
    if (patch.state === 'refused') return { kind: 'refused' };
    return { kind: patch.review === true ? 'to be approved' : 'not sent' };
  };

  // Again: the pause and the budget may have changed while somebody was asked, or another process sent.
  const stop = await store.pause();
  if (stop !== undefined && (stop.until ?? Infinity) > now()) {
    return await release({ state: 'planned', reason: { code: stop.code, detail: stop.detail } }, 'released');
  }
  const left = await leftForPosts(store, now(), x);
  const price = item.price + (x.preparationPrice?.(item.media) ?? 0);
  if (price > left) {
    const until = renewedAfter(now(), await budgetAt(store, now()), price);
    const reason = { code: 'budget', detail: toBudgetDetail(price, left) } as const;
    return await release({ state: 'planned', notBefore: until, reason }, 'postponed', { until });
  }
  // What was posted and is not in the history yet must be judged too.
  await recordInHistory(ports);
  const refusal = await findRefusal(item, ports.history, await findUnsure(store), now());
  if (refusal !== undefined) return await release({ state: 'refused', reason: refusal }, 'refused');
  // Again, now that nobody else can be between claim and post: two processes may have decided at the same time.
  const last = await findLastPosts(ports, item.link, item.id);
  const from = sendableFrom(last, spacingOf(item, minInterval, now()), now());
  if (from > now())
    return await release({ state: 'planned', notBefore: from, reason: { code: 'spacing' } }, 'postponed', {
      until: from,
    });

  const fault = await findPageFault(item, ports);
  if (fault !== undefined) return await release({ state: 'planned', review: true, reason: fault }, 'postponed');

  const prepared = await x.prepare(item.media);
  if (prepared.kind !== 'done') return await notPrepared(prepared, item, ports, release);
  ports.trace?.('prepared', item.id);
  // An upload takes its time: a worker that is to stop meanwhile posts nothing.
  if (signal?.aborted === true) return await release({ state: 'planned' }, 'released');
  const attempt: Attempt = { id: randomId(), item: item.id, text: item.text, startedAt: now(), price: item.price };
  const skew = x.skew?.();
  const sending: QueueEvent = {
    ...event(attempt.startedAt, 'sending', item),
    ...(skew !== undefined && { data: { skew } }),
  };
  if (!(await store.journal(token, attempt, sending))) return { kind: 'lost' };
  await ports.custody?.noteSending(attempt.startedAt);
  ports.log(sending);
  ports.trace?.('journaled', item.id);
  if (now() - attempt.startedAt > MAX_DELAY || now() < attempt.startedAt - MAX_DELAY) {
    return recordOutcome(ports, item, attempt, {
      kind: 'later',
      code: 'no-connection',
      retryAt: now(),
      detail: 'clock-jumped',
    });
  }

  const outcome = await x.post({ text: item.text, ...prepared.value } satisfies PostRequest, attempt.startedAt);
  ports.trace?.('answered', item.id);
  return recordOutcome(ports, item, attempt, outcome);
}

async function notPrepared(
  outcome: Exclude<ReadOutcome<unknown>, { kind: 'done' }>,
  item: Item,
  ports: QueuePorts,
  release: (patch: ItemPatch, name: EventName, data?: QueueEvent['data']) => Promise<Sent>,
): Promise<Sent> {
  const reason = { code: outcome.code, detail: outcome.detail };
  if (outcome.kind === 'refused') return release({ state: 'refused', reason }, 'refused');
  if (outcome.kind === 'later') {
    const until = retryFrom(outcome, item, ports.now());
    return release({ state: 'planned', notBefore: until, reason }, 'postponed', { until });
  }
  await stopQueue(ports, outcome);
  return release({ state: 'planned', reason }, 'released');
}

/** Stops the queue for a reason that concerns the account. */
export async function stopQueue(
  { store, now, log }: QueuePorts,
  { code, detail, until }: Extract<PostOutcome, { kind: 'stopped' }>,
): Promise<void> {
  // One that only a person can end is not replaced by one that ends by itself.
  const known = await store.pause();
  if (known !== undefined && known.until === undefined && until !== undefined) return;
  const paused: QueueEvent = { at: now(), name: 'paused', reason: { code, detail } };
  await store.setPause({ code, detail, since: paused.at, ...(until !== undefined && { until }) }, paused);
  log(paused);
}

/** Writes an answer down; where that fails, answers how to do it later. */
async function recordOutcome(ports: QueuePorts, item: Item, attempt: Attempt, outcome: PostOutcome): Promise<Sent> {
  const write: PendingWrite = () => writeOutcome(ports, item, attempt, outcome);
  const sent: Sent = { kind: outcome.kind, ...(outcome.kind === 'posted' && { postId: outcome.id }) };
  try {
    if (!(await write()) && outcome.kind === 'posted') {
      // Somebody has decided about the item meanwhile: the post's id must not be lost with it.
      ports.log({ ...event(ports.now(), 'failed', item, { code: 'not-recorded-answer' }), data: { post: outcome.id } });
    }
  } catch (error) {
    // The item stays `sending`, which claims nothing; what X said is on the log at least, for a person.
    const detail = error instanceof Error ? error.message : String(error);
    const data = { attempt: attempt.id, outcome: outcome.kind, ...(outcome.kind === 'posted' && { post: outcome.id }) };
    ports.log({ ...event(ports.now(), 'failed', item, { code: 'not-recorded-answer', detail }), data });
    return { ...sent, pendingWrite: write };
  }
  ports.trace?.('recorded', item.id);
  return sent;
}

async function writeOutcome(ports: QueuePorts, item: Item, attempt: Attempt, outcome: PostOutcome): Promise<boolean> {
  const { store, now, log } = ports;
  const at = now();
  const end = async (
    patch: ItemPatch,
    name: EventName,
    isFree: boolean,
    data?: QueueEvent['data'],
  ): Promise<boolean> => {
    const entry = { ...event(at, name, item, patch.reason ?? undefined), ...(data !== undefined && { data }) };
    const isKept = await store.finish(attempt.id, patch, { event: entry, isFree, postedAt: at });
    if (isKept) log(entry);
    return isKept;
  };
  if (outcome.kind === 'posted') {
    return await end({ state: 'posted', postId: outcome.id, reason: null, notBefore: null }, 'posted', false, {
      post: outcome.id,
      cost: attempt.price,
    });
  }
  const reason: Reason = { code: outcome.code, detail: outcome.detail };
  switch (outcome.kind) {
    case 'refused': {
      // That X has the text already is looked up: an attempt of another time or machine may have brought it there.
      const isThere = outcome.code === 'duplicate';
      if (outcome.code === 'forbidden' && (await isThirdInARow(store))) {
        await stopQueue(ports, { kind: 'stopped', code: 'write-restricted', detail: outcome.detail });
      }
      return isThere
        ? await end(
            { state: 'unknown', reason: { ...reason, code: 'says-duplicate' }, notBefore: at, checks: 0 },
            'unknown',
            true,
          )
        : await end({ state: 'refused', reason, notBefore: null }, 'refused', true);
    }
    case 'later': {
      const until = Math.max(retryFrom(outcome, item, at), effectiveDue(item));
      const { code, detail } = outcome;
      // What X refuses one post for now, it refuses all for: the others wait without trying.
      if (code === 'rate-limit' || code === 'daily-limit') await setHold(store, { code, detail, since: at, until });
      return await end({ state: 'planned', reason, notBefore: until }, 'postponed', true, { until });
    }
    case 'stopped': {
      const isKept = await end({ state: 'planned', reason }, 'released', true);
      // Not when it is written late: the queue may have been resumed meanwhile.
      if (isKept) await stopQueue(ports, outcome);
      return isKept;
    }
    case 'unknown':
      return await end({ state: 'unknown', reason, notBefore: at, checks: 0 }, 'unknown', false);
  }
}

/**
 * When the same is tried again, ms UTC: where X or the network is down, the later the longer it has been, from one minute
 * to fifteen. @source own choice
 */
function retryFrom(
  { code, retryAt }: Extract<PostOutcome, { kind: 'later' }>,
  { dueAt }: Pick<Item, 'dueAt'>,
  now: number,
): number {
  if (!OUTAGES.has(code)) return retryAt;
  return Math.max(retryAt, now + Math.min(15 * MINUTE, Math.max(MINUTE, (now - dueAt) / 4)));
}

/**
 * Whether the last two outcomes were refused without a reason of their own too. X tells an app whose writes it has muted
 * no more than that: going on would look like evasion.
 */
async function isThirdInARow(store: QueuePorts['store']): Promise<boolean> {
  const outcomes = (await store.events({}, 2000)).filter(({ name }) => name === 'posted' || name === 'refused');
  return outcomes.length > 1 && outcomes.slice(0, 2).every(({ reason }) => reason?.code === 'forbidden');
}
