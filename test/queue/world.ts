import { versions } from 'node:process';
import { toSourcePost } from '#history/formats/text.js';
import type { Item, NewItem } from '#queue/item.js';
import type { QueuePorts, Step } from '#queue/ports.js';
import type { QueueEvent } from '#queue/event.js';
import type { OwnPost, PostOutcome, QueueX, ReadOutcome } from '#queue/x-port.js';
import type { ReasonCode } from '#queue/reason.js';
import { SENDING_DEFAULTS } from '#queue/send.js';
import { newTickMemory, tick, type TickReport } from '#queue/tick.js';
import { IN_MEMORY } from '#store/driver/port.js';
import { openDatabase } from '#store/database.js';
import { createQueueHistory } from '#store/queue/history.js';
import { createQueueStore } from '#store/queue/store.js';
import { DAY, SLOT } from './items.js';

export const MINUTE = 60_000;

/** What X does with a post: as usual, or something else; `lost` takes it and never says so. */
export type Answer = 'takes it' | 'lost' | 'never got it' | Exclude<PostOutcome, { kind: 'posted' }>;

/** The end of a process at a labelled step. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** A queue with an account on an invented X, on an invented clock. */
export async function openWorld() {
  const database = await openDatabase(IN_MEMORY, { nodeVersion: versions.node });
  const store = createQueueStore(database);
  const history = createQueueHistory(database, toSourcePost);
  let now = SLOT - 7 * DAY;
  let ids = 0;
  const onX: (OwnPost & { readonly at: number })[] = [];
  const gone = new Set<string>();
  const observed: { readonly at: number; readonly ids: readonly string[] }[] = [];
  const answers: Answer[] = [];
  const reads: ReadOutcome<never>[] = [];
  const log: QueueEvent[] = [];
  const notices: Item[] = [];
  let killAt: Step | undefined;
  let isSignedIn = true;
  let isDeaf = false;
  let skew: number | undefined;
  let page: ReasonCode | undefined;
  let hidden = 0;

  const take = (text: string): string => {
    // Ids in the order of the clock of X, which is right whatever ours says.
    const id = String(((BigInt(SLOT) - 1_288_834_974_657n) << 22n) + BigInt(onX.length));
    onX.push({ id, text, at: now });
    return id;
  };
  const x: QueueX = {
    account: '1700000001',
    ownReadPrice: 1,
    prepare: async () => ({ kind: 'done', value: { mediaIds: [], taggedIds: [] } }),
    async post({ text }) {
      const answer = answers.shift() ?? 'takes it';
      if (typeof answer === 'object') return answer;
      if (answer === 'never got it') return { kind: 'unknown', code: 'timeout', detail: 'no answer' };
      if (onX.some((post) => post.text === text && !gone.has(post.id))) {
        return { kind: 'refused', code: 'duplicate', detail: 'duplicate content' };
      }
      const id = take(text);
      return answer === 'lost' ? { kind: 'unknown', code: 'cut', detail: 'cut' } : { kind: 'posted', id };
    },
    async ownPostsSince(instant) {
      const failed = reads.shift();
      if (failed !== undefined) return failed;
      const told = hidden > 0 ? [] : onX.filter(({ at, id }) => at >= instant && !gone.has(id));
      if (hidden > 0) hidden -= 1;
      return { kind: 'done', value: told.toReversed() };
    },
    skew: () => skew,
    async observe(wanted) {
      observed.push({ at: now, ids: wanted });
      const value = { seen: wanted.filter((id) => !gone.has(id)), gone: wanted.filter((id) => gone.has(id)) };
      return { kind: 'done', value };
    },
  };

  /** A process: what it remembers ends with it. */
  const start = (name = 'one') => {
    const memory = newTickMemory();
    const ports: QueuePorts = {
      store,
      history,
      get x() {
        return isSignedIn ? x : undefined;
      },
      notify: async (item) => {
        if (isDeaf) return [];
        notices.push(item);
        return ['terminal'];
      },
      pageCheck: async () => page,
      log: (event) => void log.push(event),
      now: () => now,
      randomId: () => `${name}-${(ids += 1)}`,
      trace: (step) => {
        if (step !== killAt) return;
        killAt = undefined;
        throw new Killed(step);
      },
    };
    const ticking = { ...SENDING_DEFAULTS, owner: name, pid: 1, host: 'here', version: '0', startedAt: now };
    return { tick: (): Promise<TickReport> => tick(ports, ticking, memory), ports };
  };

  return {
    database,
    store,
    history,
    onX,
    log,
    notices,
    observed,
    answers,
    reads,
    start,
    take,
    now: () => now,
    setNow: (instant: number) => void (now = instant),
    pass: (ms: number) => void (now += ms),
    killAt: (step: Step | undefined) => void (killAt = step),
    /** What is wrong with the pages of links from now on. */
    setPage: (fault: ReasonCode | undefined) => void (page = fault),
    /** How far X’s clock is ahead of ours, as far as that was seen, ms. */
    setSkew: (ms: number | undefined) => void (skew = ms),
    /** No channel takes a reminder any more; or they do again. */
    setDeaf: (is: boolean) => void (isDeaf = is),
    signOut: () => void (isSignedIn = false),
    /** So many readings of the timeline lag behind. */
    hideFor: (readings: number) => void (hidden = readings),
    remove: (id: string) => void gone.add(id),
    add: (...items: readonly Partial<NewItem>[]) => store.add(items.map(newItem), now),
    state: async (id = 1) => (await store.get(id))?.state,
    item: (id = 1) => store.get(id),
    names: () => log.map(({ name, item }) => (item === undefined ? name : `${item} ${name}`)),
    close: () => void database.close(),
  };
}

/** An invented queue and what surrounds it. */
export type World = Awaited<ReturnType<typeof openWorld>>;

/** Texts that no reader takes for one another. */
export const TEXTS = [
  'Choisir son logement à Lyon sans se tromper',
  'Le bruit, la distance, les charges : trois pièges',
  'Visiter un appartement le soir change tout',
  'Pourquoi nos lecteurs refont leurs calculs de loyer',
  'Une carte des quartiers où l’on dort bien',
  'Déménager en mars coûte moins cher qu’en août',
] as const;

export const newItem = (rest: Partial<NewItem>, index = 0): NewItem => ({
  mode: 'api',
  link: 'example.org/guide',
  text: `${TEXTS[index % TEXTS.length]} https://example.org/guide`,
  media: [],
  dueAt: SLOT + index * DAY,
  requestedTime: '2026-03-02T18:00',
  zone: 'Europe/Paris',
  missed: { within: 2 * 3_600_000 },
  gap: DAY,
  review: false,
  price: 200,
  draft: 'guide.md',
  ...rest,
});
