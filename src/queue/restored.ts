import { budgetAt, toLookPrice } from './budget.js';
import type { Item } from './item.js';
import { lookFrom, settlePosted } from './look.js';
import type { QueuePorts } from './ports.js';
import type { QueueEvent } from './event.js';
import { searchedFrom } from './reconcile.js';
import { stopQueue } from './send.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** The timeline may lag behind: what was sent less than this before, ms, is looked for once more. @source own choice */
const LAG = 5 * MINUTE;
/** How far back the timeline is read where nothing tells from when on posts are missing, ms. @source own choice */
const FARTHEST = 30 * DAY;

/** The file that is open is not the one that lies in its place any more: what is done in it is lost. */
export class ReplacedFileError extends Error {
  override readonly name = 'ReplacedFileError';
}

/** Items that may have gone out without this file's knowing. */
const openItems = ({ store }: Pick<QueuePorts, 'store'>): Promise<readonly Item[]> =>
  store.list({ states: ['planned', 'reminded', 'refused', 'missed'] }, 100_000);

/**
 * From when on posts may be missing in a file that was put back, ms UTC: since an attempt that it does not know of, else
 * since the last thing that it knows of, or the first slot that has passed.
 */
export async function missingFrom(ports: Pick<QueuePorts, 'store' | 'custody' | 'now'>): Promise<number> {
  const { store, custody, now } = ports;
  const known = await custody?.missingFrom();
  const last = (await store.events({}, 1))[0]?.at ?? now();
  const passed = (await openItems(ports)).map(({ dueAt }) => dueAt);
  return searchedFrom(Math.max(known ?? Math.min(now(), last, ...passed), now() - FARTHEST), true);
}

/**
 * Pauses the queue when its file is not the one that this machine knows; and lets it go on by itself once the account's
 * posts were read, and what of the queue is among them is noted. A copy waits for a person besides.
 * @throws ReplacedFileError when another file lies in the place of the one that is open.
 */
export async function checkFile(ports: QueuePorts): Promise<void> {
  const { store, custody } = ports;
  if (custody === undefined) return;
  const fault = await custody.check();
  if (fault === 'replaced') throw new ReplacedFileError();
  const isToBeRead = ((await store.fact('read-from')) ?? '') !== '';
  if (fault === undefined && !isToBeRead) return;
  if (!isToBeRead) await store.setFact('read-from', String(await missingFrom(ports)));
  const pause = await store.pause();
  // One that only a person can end holds everything as well; when it has ended, the file is still what it is.
  if (pause === undefined || pause.until !== undefined) await setPause(ports, fault ?? 'restored');
  if ((await store.pause())?.code === 'restored') await readRestored(ports);
}

/**
 * Has a file that this machine never worked on be the one to work on from now on: its posts are read first.
 * @param missing from when on they may be missing in it, ms UTC.
 */
export async function adopt(
  { store, custody, now, log }: Pick<QueuePorts, 'store' | 'custody' | 'now' | 'log'>,
  missing: number,
): Promise<void> {
  await store.setFact('read-from', String(missing));
  await custody?.accept();
  const entry: QueueEvent = { at: now(), name: 'paused', reason: { code: 'restored' } };
  await store.setPause({ code: 'restored', detail: '', since: entry.at }, entry);
  log(entry);
}

async function setPause(ports: QueuePorts, code: 'restored' | 'copied'): Promise<void> {
  const { store, now, log } = ports;
  const entry: QueueEvent = { at: now(), name: 'paused', reason: { code } };
  await store.setPause({ code, detail: '', since: entry.at }, entry);
  log(entry);
}

async function readRestored(ports: QueuePorts): Promise<void> {
  const { store, x, custody, now, log } = ports;
  if (x === undefined || (await budgetAt(store, now())).left < toLookPrice(x)) return;
  const look = await lookFrom(Number(await store.fact('read-from')), x, ports);
  if (look.kind !== 'read') {
    if (look.outcome.kind === 'stopped' && look.outcome.code !== 'budget') await stopQueue(ports, look.outcome);
    return;
  }
  await settlePosted(await openItems(ports), look.posts, ports);
  const known = await store.pause();
  // Posts of the last minutes may not show yet.
  if (known === undefined || now() < ((await custody?.lastMissing()) ?? -Infinity) + LAG) return;
  const entry: QueueEvent = { at: now(), name: 'resumed', reason: { code: known.code } };
  await store.setFact('read-from', '');
  await custody?.accept();
  await store.setPause(undefined, entry);
  log(entry);
}
