// Whom to write to: those who agreed, have not opted out, and were left in peace for long enough.

const DAY = 86_400_000;

/** What is known of a person from earlier asks and kits. Instants in ms UTC. */
export interface PersonHistory {
  readonly optedOut: boolean;
  /** The latest message that asked for help. */
  readonly lastAsk?: number | undefined;
  /** The latest kit, and the links of all of them. */
  readonly lastKit?: number | undefined;
  readonly kits: readonly { readonly link: string; readonly at: number }[];
}

/** Why a person gets nothing now. */
type Excuse = 'left' | 'opted-out' | 'no-consent' | 'given' | 'tired';

/** A person who gets nothing now; `days` since they were last asked or given a post. */
export interface Spared<Person> {
  readonly person: Person;
  readonly why: Excuse;
  readonly days: number | undefined;
}

/** What decides who is written to. */
export interface RecipientRules {
  readonly link: string;
  /** ms UTC. */
  readonly now: number;
  /** Days to leave a person in peace after an ask or a kit: the option of rules 8 and 10. */
  readonly restDays: number;
  /** Whether a dated consent is needed, as for a kit. */
  readonly needsConsent: boolean;
  /** Handles in lower case that are asked for by name: they may get another post of the link, or be asked again. */
  readonly again: ReadonlySet<string>;
}

/** Who a person is, as far as recipients are concerned. */
export interface Addressee {
  readonly handle: string;
  readonly agreed?: string | undefined;
  readonly optedOut?: boolean;
  readonly left?: boolean;
}

const NOT_KNOWN: PersonHistory = { optedOut: false, kits: [] };

/** How long the same link is not given to a person again, ms. @source own choice */
const SAME_LINK = 7 * DAY;

function findExcuse(
  person: Addressee,
  known: PersonHistory,
  { link, now, restDays, needsConsent, again }: RecipientRules,
): Omit<Spared<Addressee>, 'person'> | undefined {
  const last = Math.max(known.lastAsk ?? -Infinity, known.lastKit ?? -Infinity);
  const days = Number.isFinite(last) ? Math.max(0, Math.floor((now - last) / DAY)) : undefined;
  if (known.optedOut || person.optedOut === true) return { why: 'opted-out', days };
  if (person.left === true) return { why: 'left', days };
  if (needsConsent && person.agreed === undefined) return { why: 'no-consent', days };
  if (again.has(person.handle.toLowerCase())) return undefined;
  if (needsConsent && known.kits.some((kit) => kit.link === link && now - kit.at < SAME_LINK))
    return { why: 'given', days };
  return days !== undefined && days < restDays ? { why: 'tired', days } : undefined;
}

/**
 * Divides people into those who may be written to now and those who are spared, both in their order. Nothing but a name
 * in `again` lets a person be asked sooner, and nothing at all one who opted out.
 * @param histories by handle in lower case; a person who is not in it was never written to.
 */
export function chooseRecipients<Person extends Addressee>(
  people: readonly Person[],
  histories: ReadonlyMap<string, PersonHistory>,
  rules: RecipientRules,
): { readonly chosen: readonly Person[]; readonly spared: readonly Spared<Person>[] } {
  const chosen: Person[] = [];
  const spared: Spared<Person>[] = [];
  for (const person of people) {
    const excuse = findExcuse(person, histories.get(person.handle.toLowerCase()) ?? NOT_KNOWN, rules);
    if (excuse === undefined) chosen.push(person);
    else spared.push({ person, ...excuse });
  }
  return { chosen, spared };
}
