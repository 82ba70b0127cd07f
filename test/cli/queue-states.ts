import type { Item, ItemState } from '#queue/item.js';
import type { ItemPatch, Pause, QueueStore } from '#queue/ports.js';
import type { Reason } from '#queue/reason.js';
import { item, LINK, postId, send } from './queue-fixture.js';
import { DAY, HOUR, NOW } from './timing-history.js';

const MADE = NOW - 10 * DAY;

/** What an item became, and why. `isSent` is one that was sent before. */
interface Became {
  readonly text: string;
  readonly state: ItemState;
  readonly reason?: Reason;
  readonly notBefore?: number;
  readonly checks?: number;
  readonly isSent?: true;
  readonly review?: true;
}

const SENT_AT = NOW - 2 * HOUR;

/** Every state of an item in which something holds it up, or a person has to act. */
const BECAME: readonly Became[] = [
  { text: 'Overdue, as nothing was running', state: 'planned' },
  {
    text: 'The budget is spent until midnight',
    state: 'planned',
    reason: { code: 'budget', detail: '0.200 > 0.150 USD' },
    notBefore: NOW + 8 * HOUR,
  },
  {
    text: 'A limit of X that another post has met',
    state: 'planned',
    reason: { code: 'daily-limit', detail: 'Too Many Requests, 100 / 24 h' },
    notBefore: NOW + 20 * HOUR,
  },
  { text: 'Another account is signed in', state: 'planned', reason: { code: 'other-account' } },
  {
    text: 'Its picture was replaced',
    state: 'refused',
    reason: { code: 'media-changed', detail: '/photos/carte.png' },
  },
  {
    text: 'Forbidden by X',
    state: 'refused',
    reason: { code: 'forbidden', detail: 'You are not permitted to do this.' },
  },
  {
    text: 'On X already, by hand',
    state: 'refused',
    reason: { code: 'duplicate', detail: postId(NOW - DAY) },
    isSent: true,
  },
  { text: 'Its answer is awaited', state: 'sending', isSent: true },
  {
    text: 'A proxy answered in place of X',
    state: 'unknown',
    reason: { code: 'not-understood', detail: 'not-of-x: HTTP 403' },
    notBefore: NOW + 10 * 60_000,
    checks: 2,
    isSent: true,
  },
  {
    text: 'Looked for in vain',
    state: 'unknown',
    reason: { code: 'not-found', detail: 'timeout' },
    checks: 5,
    isSent: true,
  },
  {
    text: 'X says that it has it, and does not show it',
    state: 'unknown',
    reason: { code: 'says-duplicate', detail: 'Status is a duplicate.' },
    checks: 5,
    isSent: true,
  },
  {
    text: 'No cent is left to look for it',
    state: 'unknown',
    reason: { code: 'cut', detail: 'budget' },
    notBefore: NOW + 8 * HOUR,
    isSent: true,
  },
  { text: 'Not approved yet', state: 'planned', review: true },
  { text: 'The page of its link is gone', state: 'planned', review: true, reason: { code: 'page-gone' } },
  { text: 'Its page leads to another one', state: 'planned', review: true, reason: { code: 'page-moved' } },
  { text: 'Its page asks for a sign-in', state: 'planned', review: true, reason: { code: 'page-login' } },
  { text: 'Its reminder reached no one', state: 'planned', reason: { code: 'not-reached' } },
  {
    text: 'No one is signed in',
    state: 'planned',
    reason: { code: 'signed-out', detail: 'not-signed-in' },
  },
  { text: 'Like another item', state: 'refused', reason: { code: 'near-duplicate', detail: 'item: 8' } },
  { text: 'Like a post of before', state: 'refused', reason: { code: 'near-duplicate', detail: postId(NOW - DAY) } },
  { text: 'Names a person who opted out', state: 'refused', reason: { code: 'opted-out', detail: '@example_ami' } },
  {
    text: 'Its picture is not there',
    state: 'refused',
    reason: { code: 'media-unreadable', detail: '/photos/carte.png' },
  },
  {
    text: 'X does not take its picture',
    state: 'refused',
    reason: { code: 'media-refused', detail: 'file-type: carte.heic, HEIC' },
  },
  {
    text: 'Too long for X',
    state: 'refused',
    reason: { code: 'too-long', detail: 'Tweet needs to be a bit shorter.' },
  },
  {
    text: 'Invalid for X',
    state: 'refused',
    reason: { code: 'invalid', detail: 'no-such-account: @example_nobody' },
  },
  {
    text: 'Its worker ended while it was being sent',
    state: 'unknown',
    reason: { code: 'lease-expired' },
    notBefore: NOW + 60_000,
    isSent: true,
  },
  { text: 'To be posted by hand', state: 'reminded' },
  { text: 'Its reminder was not answered', state: 'missed', reason: { code: 'not-recorded' } },
  { text: 'No free day is left', state: 'missed', reason: { code: 'no-free-slot' } },
  { text: 'Too late, after a pause', state: 'missed', reason: { code: 'late', detail: 'no-credits' } },
];

async function become(
  store: QueueStore,
  { id }: Item,
  { state, reason, notBefore, checks, isSent, review }: Became,
): Promise<void> {
  const patch: ItemPatch = {
    state,
    reason: reason ?? null,
    notBefore: notBefore ?? null,
    ...(checks !== undefined && { checks }),
    ...(review !== undefined && { review }),
  };
  const at = SENT_AT + 4000;
  const event = { at, name: 'checked', item: id, ...(reason !== undefined && { reason }) } as const;
  if (isSent === undefined) await store.change(id, ['planned'], patch, event);
  else {
    const attempt = await send(store, id, SENT_AT);
    if (state !== 'sending') await store.finish(attempt, patch, { event, isFree: state === 'refused' });
  }
}

/** One item in each of these states. The one whose answer is awaited comes last: no other can be sent beside it. */
export async function fillStates(store: QueueStore): Promise<void> {
  const ordered = [...BECAME].sort((a, b) => Number(a.state === 'sending') - Number(b.state === 'sending'));
  const items = await store.add(
    ordered.map(({ text }, index) =>
      item(`2026-03-02T0${Math.floor(index / 6)}:${index % 6}0`, { mode: 'api', text: `${text} https://${LINK}` }),
    ),
    MADE,
  );
  for (const [index, each] of ordered.entries()) {
    const kept = items[index];
    if (kept !== undefined) await become(store, kept, each);
  }
}

const since = NOW - HOUR;
const PAUSES: readonly Pause[] = [
  { code: 'no-credits', detail: '402 Payment Required', since },
  { code: 'usage-cap', detail: 'Usage cap exceeded: Monthly product cap', since },
  { code: 'not-enrolled', detail: 'client-not-enrolled', since },
  { code: 'read-only-app', detail: 'oauth1-permissions', since },
  { code: 'unauthorized', detail: 'Unauthorized', since, until: NOW + HOUR / 4 },
  { code: 'write-restricted', detail: 'You are not permitted to perform this action.', since },
  { code: 'by-hand', detail: '', since },
  { code: 'restored', detail: '', since },
  { code: 'copied', detail: '', since },
  { code: 'wrong-clock', detail: '+26 h', since },
  { code: 'account-locked', detail: 'To protect our users, this account has been limited.', since },
  { code: 'account-suspended', detail: 'Your account is suspended.', since },
  { code: 'looks-automated', detail: 'This request looks like it might be automated.', since },
  { code: 'daily-limit', detail: 'User is over daily status update limit.', since, until: NOW + HOUR / 2 },
];

/** A queue for each pause, by the name of its file. */
export const PAUSED: Readonly<Record<string, (store: QueueStore) => void>> = Object.fromEntries(
  PAUSES.map((pause) => [
    `paused-${pause.code}.db`,
    async (store: QueueStore) => {
      await store.add([item('2026-03-04T18:00', { mode: 'api' })], MADE);
      await store.setPause(pause, {
        at: pause.since,
        name: 'paused',
        reason: { code: pause.code, detail: pause.detail },
      });
    },
  ]),
);
