import { createHash } from 'node:crypto';
import type { ReadableFile } from './formats/container.js';
import type { ImportSession, SourcePost } from './ports.js';

/** Why a row of a good file is left out. */
export type SkipReason =
  'ghost' | 'damaged-id' | 'before-post' | 'not-a-post' | 'note-without-post' | 'short-row' | 'not-a-visit';

/** What one file held. Every post read is counted once: replies, reposts and older versions are marked, not lost. */
export interface Tally {
  readonly rows: number;
  readonly posts: number;
  readonly originals: number;
  readonly threads: number;
  readonly replies: number;
  readonly reposts: number;
  readonly quotes: number;
  readonly edited: number;
  readonly hourUnknown: number;
  readonly longNotes: number;
  readonly observations: number;
  /** Visits that web statistics count. */
  readonly visits: number;
  readonly skipped: Readonly<Partial<Record<SkipReason, number>>>;
}

/** What readers write to. It counts, hashes what is read, and passes posts on. */
export interface Collector {
  readonly session: ImportSession;
  post(post: SourcePost): void;
  /** Counts a row that is left out. */
  skip(reason: SkipReason): void;
  /** Counts a row of web statistics with its visits. */
  visits(visits: number): void;
  /** Counts the full text of a long post; `unmatched` one whose post is not in its file. */
  note(): void;
  unmatched(): void;
  /** The bytes of a file, which become part of the digest of the import. */
  read(file: ReadableFile): AsyncIterable<Buffer>;
  tally(): Tally;
  /** SHA-256 of all bytes read so far, in hex. */
  digest(): string;
}

/** Rows between two calls of `onProgress`. */
const STEP = 1000;

/** Opens a sink on a session. `onProgress` gets the number of rows read so far, now and then. */
export function createCollector(session: ImportSession, onProgress: (rows: number) => void): Collector {
  const hash = createHash('sha256');
  const counts = {
    rows: 0,
    original: 0,
    thread: 0,
    reply: 0,
    repost: 0,
    quotes: 0,
    edited: 0,
    hourUnknown: 0,
    notes: 0,
    observations: 0,
    visits: 0,
  };
  const skipped: Partial<Record<SkipReason, number>> = {};
  const countRow = (): void => {
    counts.rows += 1;
    if (counts.rows % STEP === 0) onProgress(counts.rows);
  };
  const skip = (reason: SkipReason): void => {
    countRow();
    skipped[reason] = (skipped[reason] ?? 0) + 1;
  };
  return {
    session,
    post(post) {
      // Counters cannot be older than their post: such a row was damaged, or its file was dated wrongly.
      const { at } = post;
      const isPossible =
        at === undefined ||
        post.observations.every(
          ({ observed }) => (observed.certainty !== 'exact' && observed.certainty !== 'day') || observed.instant >= at,
        );
      countRow();
      counts[post.kind] += 1;
      if (post.quote) counts.quotes += 1;
      if (post.firstVersion !== undefined) counts.edited += 1;
      if (at === undefined || post.precision === 'day') counts.hourUnknown += 1;
      if (isPossible) counts.observations += post.observations.length;
      else skipped['before-post'] = (skipped['before-post'] ?? 0) + 1;
      session.add(isPossible ? post : { ...post, observations: [] });
    },
    skip,
    visits(visits) {
      countRow();
      counts.visits += visits;
    },
    note: () => {
      counts.notes += 1;
    },
    unmatched: () => {
      skipped['note-without-post'] = (skipped['note-without-post'] ?? 0) + 1;
    },
    async *read(file) {
      for await (const chunk of file.read()) {
        hash.update(chunk);
        yield chunk;
      }
    },
    tally: () => ({
      rows: counts.rows,
      posts: counts.original + counts.thread + counts.reply + counts.repost,
      originals: counts.original,
      threads: counts.thread,
      replies: counts.reply,
      reposts: counts.repost,
      quotes: counts.quotes,
      edited: counts.edited,
      hourUnknown: counts.hourUnknown,
      longNotes: counts.notes,
      observations: counts.observations,
      visits: counts.visits,
      skipped: { ...skipped },
    }),
    digest: () => hash.copy().digest('hex'),
  };
}
