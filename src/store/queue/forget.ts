// How a person is taken out of the queue: of what is over, and of what was still to go out.
import type { Database } from '../driver/port.js';
import { ACCOUNT } from './connection.js';

interface NamingItem {
  readonly id: number;
  readonly state: string;
  readonly text: string;
  readonly media: string;
}

/** Items that are with X now, or may be: what was sent is compared with the timeline by its text. */
const RUNNING: ReadonlySet<string> = new Set(['claimed', 'sending', 'unknown']);
const NAMING = `
SELECT id, state, text, media FROM queue_items
WHERE instr(lower(text), '@' || $handle) > 0 OR instr(lower(media), $handle) > 0`;
const OPTED_OUT = JSON.stringify({ code: 'opted-out' });

/** Media without the tags of a person. */
function withoutTag(media: string, handle: string): string {
  const files = JSON.parse(media) as readonly { readonly tag?: readonly string[] }[];
  const others = files.map(({ tag, ...file }) => {
    const left = tag?.filter((name) => name.replace(/^@/, '').toLowerCase() !== handle) ?? [];
    return left.length === 0 ? file : { ...file, tag: left };
  });
  return JSON.stringify(others);
}

/** How many items were to name a person and are cancelled, and how many that are under way still name them. */
export interface ForgottenItems {
  readonly cancelled: number;
  readonly underWay: number;
}

/**
 * Takes a person out of texts, tags and the log of the queue. Planned items that call them are cancelled: with another
 * text they may be planned again.
 * @param without gives a text without the person.
 * @param now ms UTC.
 */
export function forgetInQueue(
  database: Database,
  handle: string,
  { without, now }: { readonly without: (text: string) => string; readonly now: number },
): ForgottenItems {
  const counts = { cancelled: 0, underWay: 0 };
  const replace = database.prepare('UPDATE queue_items SET text = $text, media = $media WHERE id = $id');
  const cancel = database.prepare(
    "UPDATE queue_items SET state = 'cancelled', reason = $reason, changed_at = $now WHERE id = $id AND state = 'planned'",
  );
  const note = database.prepare(
    `INSERT INTO queue_events (at, name, item, reason, account) VALUES ($now, 'cancelled', $id, $reason, ${ACCOUNT})`,
  );
  const attempts = database.prepare<[number], { readonly id: string; readonly text: string }>(
    'SELECT id, text FROM queue_attempts WHERE item = ?',
  );
  const replaceAttempt = database.prepare('UPDATE queue_attempts SET text = $text WHERE id = $id');
  for (const item of database.prepare<[object], NamingItem>(NAMING).all({ handle })) {
    const changed = { id: item.id, text: without(item.text), media: withoutTag(item.media, handle) };
    const isNamed = changed.text !== item.text || changed.media !== JSON.stringify(JSON.parse(item.media));
    if (!isNamed) continue;
    if (RUNNING.has(item.state)) {
      counts.underWay += 1;
      continue;
    }
    replace.run(changed);
    for (const { id, text } of attempts.all(item.id)) replaceAttempt.run({ id, text: without(text) });
    if (cancel.run({ id: item.id, reason: OPTED_OUT, now }).changes === 0) continue;
    note.run({ id: item.id, reason: OPTED_OUT, now });
    counts.cancelled += 1;
  }
  const events = database.prepare<
    [object],
    { readonly id: number; readonly reason: string | null; readonly data: string | null }
  >(
    "SELECT id, reason, data FROM queue_events WHERE instr(lower(coalesce(reason, '') || coalesce(data, '')), '@' || $handle) > 0",
  );
  const replaceEvent = database.prepare('UPDATE queue_events SET reason = $reason, data = $data WHERE id = $id');
  const orNull = (text: string | null): string | null => (text === null ? null : without(text));
  for (const { id, reason, data } of events.all({ handle })) {
    replaceEvent.run({ id, reason: orNull(reason), data: orNull(data) });
  }
  return counts;
}
