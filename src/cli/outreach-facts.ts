// Who was asked or given a post before, as rules 5, 8 and 10 judge it.
import type { Draft } from '#draft/draft.js';
import type { ContactFacts } from '#lint/facts.js';
import type { OpenHistory } from './history-database.js';

/** Everybody whom a draft asks, gives a post to, mentions or tags; handles in lower case. */
function peopleOf(
  { campaign, media = [] }: Draft,
  people: readonly string[],
  known: readonly ContactFacts[],
): readonly string[] {
  const { ambassadors } = campaign ?? {};
  const handles = [
    ...known.map(({ handle }) => handle),
    ...people,
    ...(campaign?.ask?.to ?? []),
    ...(typeof ambassadors === 'string' ? [] : (ambassadors ?? []).map(({ handle }) => handle)),
    ...media.flatMap(({ tag = [] }) => tag),
  ];
  return [...new Set(handles.map((handle) => handle.replace(/^@/, '').toLowerCase()))];
}

/** Contacts with when they were last asked and given a post; those who were but never met are added. */
export function withOutreach(
  contacts: readonly ContactFacts[],
  draft: Draft,
  people: readonly string[],
  { outreach }: Pick<OpenHistory, 'outreach'>,
): readonly ContactFacts[] {
  const byHandle = new Map(contacts.map((contact) => [contact.handle.toLowerCase(), contact]));
  return peopleOf(draft, people, contacts).flatMap((handle): ContactFacts[] => {
    const records = outreach.recordsOf(handle);
    const lastRequested = records.find(({ what }) => what === 'ask')?.at;
    const lastAmbassador = records.find(({ what }) => what === 'kit')?.at;
    const known = byHandle.get(handle);
    if (known === undefined && records.length === 0) return [];
    return [
      {
        ...(known ?? { handle }),
        ...(lastRequested !== undefined && { lastRequested }),
        ...(lastAmbassador !== undefined && { lastAmbassador }),
      },
    ];
  });
}
