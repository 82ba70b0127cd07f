// Who agreed to help, who was asked or given a post, and what was pinned.
import type { Database } from '../driver/port.js';
import type {
  Consent,
  OutreachContents,
  OutreachReader,
  OutreachRecord,
  OutreachWriter,
  PinRecord,
  PlannedPin,
} from '#history/outreach.js';
import { withStoreErrors } from '../errors.js';
import { asHandle } from './contacts.js';

interface RecordRow {
  readonly handle: string;
  readonly what: OutreachRecord['what'];
  readonly at: number;
  readonly link: string;
  readonly text: string;
  readonly tag: string;
  readonly moment: number | null;
  readonly post_id: string | null;
  readonly posted_at: number | null;
  readonly likes: number | null;
  readonly reposts: number | null;
}

interface PinRow {
  readonly post_id: string;
  readonly since: number;
  readonly link: string;
  readonly until: number | null;
  readonly ended_at: number | null;
}

const toRecord = (row: RecordRow): OutreachRecord => ({
  handle: row.handle,
  what: row.what,
  at: row.at,
  link: row.link,
  text: row.text,
  tag: row.tag,
  ...(row.moment === null ? {} : { moment: row.moment }),
  ...(row.post_id === null || row.posted_at === null
    ? {}
    : {
        post: {
          id: row.post_id,
          at: row.posted_at,
          ...(row.likes === null ? {} : { likes: row.likes }),
          ...(row.reposts === null ? {} : { reposts: row.reposts }),
        },
      }),
});

const toPin = ({ post_id: postId, since, link, until, ended_at: endedAt }: PinRow): PinRecord => ({
  postId,
  since,
  link,
  ...(until === null ? {} : { until }),
  ...(endedAt === null ? {} : { endedAt }),
});

const IS_OUT = 'SELECT 1 FROM contact_opt_outs WHERE handle = ?';
const PINNED = 'SELECT * FROM pins WHERE ended_at IS NULL ORDER BY since DESC LIMIT 1';

const PLANNED_PINS = `
SELECT link, draft, due_at AS "from", until FROM person_steps
WHERE kind = 'pin' AND state IN ('planned', 'reminded') ORDER BY due_at, id`;

const CONSENTS = 'SELECT handle, name, language, agreed, noted_at AS notedAt FROM ambassadors';

/** All that is kept of people who help. */
export const readOutreach = (database: Database): OutreachContents => ({
  consents: database.prepare<[], Consent>(`${CONSENTS} ORDER BY handle`).all(),
  outreach: database
    .prepare<[], RecordRow>('SELECT * FROM outreach ORDER BY at, handle, what, link')
    .all()
    .map(toRecord),
  pins: database.prepare<[], PinRow>('SELECT * FROM pins ORDER BY since, post_id').all().map(toPin),
});

/** Reads what was asked, given and pinned. */
export function createOutreachReader(database: Database): OutreachReader {
  const guarded = <T>(work: () => T): T => withStoreErrors(database.name, work);
  return {
    recordsOf: (handle) =>
      guarded(() =>
        database
          .prepare<[string], RecordRow>('SELECT * FROM outreach WHERE handle = ? ORDER BY at DESC, what, link')
          .all(asHandle(handle))
          .map(toRecord),
      ),
    recordsFor: (link) =>
      guarded(() =>
        database
          .prepare<[string], RecordRow>('SELECT * FROM outreach WHERE link = ? ORDER BY at, handle, what')
          .all(link)
          .map(toRecord),
      ),
    consent: (handle) =>
      guarded(() => database.prepare<[string], Consent>(`${CONSENTS} WHERE handle = ?`).get(asHandle(handle))),
    isOptedOut: (handle) => guarded(() => database.prepare(IS_OUT).get(asHandle(handle)) !== undefined),
    pinned: () =>
      guarded(() => {
        const row = database.prepare<[], PinRow>(PINNED).get();
        return row && toPin(row);
      }),
    plannedPins: () =>
      guarded(() =>
        database
          .prepare<[], Omit<PlannedPin, 'until'> & { readonly until: number | null }>(PLANNED_PINS)
          .all()
          .map(({ until, ...pin }) => (until === null ? pin : { ...pin, until })),
      ),
    contents: () => guarded(() => readOutreach(database)),
  };
}

/** Of two notes of a consent the later one counts, in whatever order they come. */
const ADD_CONSENT = `
INSERT INTO ambassadors (handle, name, language, agreed, noted_at) VALUES ($handle, $name, $language, $agreed, $notedAt)
ON CONFLICT DO UPDATE SET name = excluded.name, language = excluded.language, agreed = excluded.agreed,
  noted_at = excluded.noted_at
WHERE excluded.noted_at > noted_at OR (excluded.noted_at = noted_at AND excluded.agreed > agreed)`;

/** The same record again may bring the post, or higher counts of it: counts never go back. */
const ADD_RECORD = `
INSERT INTO outreach (handle, what, at, link, text, tag, moment, post_id, posted_at, likes, reposts)
VALUES ($handle, $what, $at, $link, $text, $tag, $moment, $postId, $postedAt, $likes, $reposts)
ON CONFLICT DO UPDATE SET post_id = coalesce(post_id, excluded.post_id), posted_at = coalesce(posted_at, excluded.posted_at),
  likes = iif(likes IS NULL, excluded.likes, max(likes, coalesce(excluded.likes, likes))),
  reposts = iif(reposts IS NULL, excluded.reposts, max(reposts, coalesce(excluded.reposts, reposts)))`;

const ADD_PIN = `
INSERT INTO pins (post_id, since, link, until, ended_at) VALUES ($postId, $since, $link, $until, $endedAt)
ON CONFLICT DO UPDATE SET until = coalesce(excluded.until, until), ended_at = coalesce(ended_at, excluded.ended_at)`;

const recordValues = ({ post, moment, handle, ...record }: OutreachRecord) => ({
  ...record,
  handle: asHandle(handle),
  moment: moment ?? null,
  postId: post?.id ?? null,
  postedAt: post?.at ?? null,
  likes: post?.likes ?? null,
  reposts: post?.reposts ?? null,
});

const pinValues = ({ until, endedAt, ...pin }: PinRecord) => ({
  ...pin,
  until: until ?? null,
  endedAt: endedAt ?? null,
});

function addAll(database: Database, { consents, outreach, pins }: OutreachContents): number {
  const isOut = database.prepare(IS_OUT);
  const isFree = ({ handle }: { readonly handle: string }): boolean => isOut.get(asHandle(handle)) === undefined;
  const addConsent = database.prepare(ADD_CONSENT);
  const addRecord = database.prepare(ADD_RECORD);
  const addPin = database.prepare(ADD_PIN);
  for (const consent of consents.filter(isFree)) addConsent.run({ ...consent, handle: asHandle(consent.handle) });
  const records = outreach.filter(isFree);
  for (const record of records) addRecord.run(recordValues(record));
  for (const pin of pins) addPin.run(pinValues(pin));
  return records.length;
}

/** Adds what another database knew of people who help, except of those who opted out here. */
export const mergeOutreach = (database: Database, contents: OutreachContents): void => void addAll(database, contents);

const LATEST_KIT = `
SELECT at FROM outreach WHERE handle = ? AND link = ? AND what = 'kit' ORDER BY at DESC LIMIT 1`;

/** Writes what was asked, given and pinned. */
export function createOutreachWriter(database: Database): OutreachWriter {
  const writing = <T>(work: () => T): T => withStoreErrors(database.name, () => database.transact(work));
  const none: OutreachContents = { consents: [], outreach: [], pins: [] };
  return {
    noteConsents: (consents) => writing(() => void addAll(database, { ...none, consents })),
    addRecords: (outreach) => writing(() => addAll(database, { ...none, outreach })),
    notePost: (handle, link, post) =>
      writing(() => {
        const at = database.prepare<[string, string], number>(LATEST_KIT).pluck().get(asHandle(handle), link);
        if (at === undefined) return false;
        database
          .prepare(
            `UPDATE outreach SET post_id = $id, posted_at = $postedAt, likes = coalesce($likes, likes),
             reposts = coalesce($reposts, reposts) WHERE handle = $handle AND link = $link AND what = 'kit' AND at = $at`,
          )
          .run({
            id: post.id,
            postedAt: post.at,
            likes: post.likes ?? null,
            reposts: post.reposts ?? null,
            handle: asHandle(handle),
            link,
            at,
          });
        return true;
      }),
    notePin: (pin) =>
      writing(() => {
        database
          .prepare('UPDATE pins SET ended_at = $since WHERE ended_at IS NULL AND post_id <> $postId')
          .run({ since: pin.since, postId: pin.postId });
        const same = database.prepare<[], PinRow>(PINNED).get();
        // Pinned already: its beginning stays.
        database.prepare(ADD_PIN).run(pinValues(same === undefined ? pin : { ...pin, since: same.since }));
      }),
    endPin: (now) =>
      writing(() => {
        const row = database.prepare<[], PinRow>(PINNED).get();
        database.prepare('UPDATE pins SET ended_at = ? WHERE ended_at IS NULL').run(now);
        return row && toPin(row);
      }),
  };
}

/** Takes a person out of what was asked and given; answers whether there was anything. */
export function forgetOutreach(database: Database, handle: string, without: (text: string) => string): boolean {
  const { changes } = database.prepare('DELETE FROM outreach WHERE handle = ?').run(handle);
  const consents = database.prepare('DELETE FROM ambassadors WHERE handle = ?').run(handle).changes;
  const replace = database.prepare('UPDATE outreach SET text = ? WHERE text = ?');
  const naming = database
    .prepare<[string], string>("SELECT DISTINCT text FROM outreach WHERE instr(lower(text), '@' || ?) > 0")
    .pluck()
    .all(handle);
  for (const text of naming) replace.run(without(text), text);
  return changes + consents > 0;
}
