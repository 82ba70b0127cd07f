// What the history knows of people who may be asked or given a post.
import type { PersonHistory } from '#outreach/recipients.js';
import type { OpenHistory } from './history-database.js';

/** What is known of people, by their handles in lower case. Those who were never written to are in it, too. */
export function readPeople(
  history: OpenHistory | undefined,
  handles: readonly string[],
): ReadonlyMap<string, PersonHistory> {
  const people = new Map<string, PersonHistory>();
  if (history === undefined) return people;
  const { outreach } = history;
  for (const handle of handles) {
    const records = outreach.recordsOf(handle);
    const kits = records.filter(({ what }) => what === 'kit');
    people.set(handle.toLowerCase(), {
      optedOut: outreach.isOptedOut(handle),
      lastAsk: records.find(({ what }) => what === 'ask')?.at,
      lastKit: kits[0]?.at,
      kits: kits.map(({ link, at }) => ({ link, at })),
    });
  }
  return people;
}
