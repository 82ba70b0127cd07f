import type { Caps, FactName, QueueStore, Watched, Worker } from '#queue/ports.js';

const DAY = 86_400_000;

/** The queue's port without its promises: what plain maps know, they know at once. */
export type SyncStore = {
  readonly [Name in Exclude<keyof QueueStore, 'lead'>]: (
    ...values: Parameters<QueueStore[Name]>
  ) => Awaited<ReturnType<QueueStore[Name]>>;
};

type Beside = Pick<
  SyncStore,
  | 'watch'
  | 'watched'
  | 'watchedTo'
  | 'caps'
  | 'setCaps'
  | 'noteReads'
  | 'heartbeat'
  | 'workers'
  | 'gone'
  | 'fact'
  | 'setFact'
>;

/** What a queue in memory keeps besides its items. `forget` is the part of `prune` that concerns it. */
export function createMemoryBeside(): Beside & { forget(before: number): void } {
  const watched = new Map<string, Omit<Watched, 'step'> & { readonly step: number | undefined }>();
  const workers = new Map<string, Omit<Worker, 'silentFor'> & { readonly heartbeatAt: number }>();
  const facts = new Map<FactName, string>();
  const paid = new Map<number, Set<string>>();
  let caps: Caps = { day: 1000, month: 10_000 };
  return {
    watch(postId, postedAt) {
      if (!watched.has(postId)) watched.set(postId, { postId, postedAt, step: 0 });
    },
    watched: (limit) =>
      [...watched.values()]
        .flatMap(({ step, ...post }) => (step === undefined ? [] : [{ ...post, step }]))
        .sort((a, b) => a.postedAt - b.postedAt || (a.postId < b.postId ? -1 : 1))
        .slice(0, limit),
    watchedTo(postId, step) {
      const post = watched.get(postId);
      if (post?.step !== undefined) watched.set(postId, { ...post, step });
    },

    caps: () => ({ ...caps }),
    setCaps: ({ day, month }) => void (caps = { day, month }),
    noteReads(day, ids) {
      const known = paid.get(day) ?? new Set();
      const before = known.size;
      ids.forEach((id) => known.add(id));
      paid.set(day, known);
      return known.size - before;
    },

    heartbeat: (worker, now) => void workers.set(worker.owner, { ...worker, heartbeatAt: now }),
    workers: (now) =>
      [...workers.values()]
        .sort((a, b) => a.startedAt - b.startedAt || (a.owner < b.owner ? -1 : 1))
        .map(({ heartbeatAt, ...worker }) => ({ ...worker, silentFor: now - heartbeatAt })),
    gone: (owner) => void workers.delete(owner),

    fact: (name) => facts.get(name),
    setFact: (name, value) => void facts.set(name, value),

    forget(before) {
      for (const day of paid.keys()) if (day + DAY <= before) paid.delete(day);
      for (const { owner, heartbeatAt } of workers.values()) if (heartbeatAt < before) workers.delete(owner);
    },
  };
}
