// Who is in a team: the rows of a table as people, and what is wrong with each other row.

/** One person of a team. `handle` has no @ and keeps its case; `agreed` is a day, `YYYY-MM-DD`. */
export interface TeamMember {
  readonly handle: string;
  /** Empty where the table has none. */
  readonly name: string;
  /** ISO 639-1; undefined where the person takes any. */
  readonly language: string | undefined;
  /** When the person said yes; undefined without a consent. */
  readonly agreed: string | undefined;
  readonly optedOut: boolean;
  /** Whether the table says that the account is not on X any more. */
  readonly left: boolean;
}

/** What is wrong with a row of a team; rows are numbered from 1, the header included. */
interface TeamFault {
  readonly row: number;
  readonly code: 'bad-handle' | 'twice' | 'bad-date' | 'unclear-date' | 'future-date' | 'bad-language';
  /** What the row has there. */
  readonly value: string;
}

/** A team as its table has it. */
export interface Team {
  readonly members: readonly TeamMember[];
  readonly faults: readonly TeamFault[];
}

/** Columns by what their headers may be called, in lower case without accents. */
const COLUMNS = {
  handle: ['handle', 'account', 'user', 'username', 'compte', 'identifiant', 'pseudo'],
  name: ['name', 'nom', 'prenom', 'first name', 'full name', 'nom complet'],
  language: ['language', 'lang', 'langue'],
  agreed: ['agreed', 'agreed on', 'consent', 'consent date', 'accord', 'date accord', "date d'accord", 'consentement'],
  out: ['opted out', 'opted-out', 'optedout', 'opt-out', 'opt out', 'opposition', 'desinscrit', 'refus'],
} as const;
type Column = keyof typeof COLUMNS;

const toPlain = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replaceAll('_', ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** A cell as it was meant: spreadsheets put `="…"` or an apostrophe around what they would read as a formula. */
const toCell = (cell: string | undefined): string =>
  (cell ?? '')
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .trim()
    .replace(/^=\s*"([^"]*)"$/, '$1')
    .replace(/^'(?=[@=+\-\w])/, '')
    .replace(/^"(.*)"$/s, '$1')
    .trim();

const ADDRESS = /^(?:https?:\/\/)?(?:www\.|mobile\.)?(?:x|twitter)\.com\/@?(\w{1,20})\/?(?:[?#].*)?$/i;

/** The handle that a cell names, without `@`; undefined when it is none. */
export function readHandle(cell: string): string | undefined {
  const text = toCell(cell).replace(/^＠/, '@');
  return /^@?(\w{1,20})$/.exec(text)?.[1] ?? ADDRESS.exec(text)?.[1];
}

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'oui', 'o', 'vrai', 'opted out', 'out', 'no thanks']);
const NO = new Set(['', 'no', 'n', 'false', '0', 'non', 'faux', '-', '–']);
const LEFT = new Set(['left', 'gone', 'left x', 'parti', 'partie', 'a quitte x', 'compte ferme']);

const LANGUAGES: Readonly<Record<string, string>> = {
  english: 'en',
  anglais: 'en',
  french: 'fr',
  francais: 'fr',
  german: 'de',
  allemand: 'de',
  spanish: 'es',
  espagnol: 'es',
  italian: 'it',
  italien: 'it',
  dutch: 'nl',
  neerlandais: 'nl',
  portuguese: 'pt',
  portugais: 'pt',
};

/** A language of a cell; null when it is none that can be read. */
function readLanguage(cell: string): string | undefined | null {
  const text = toPlain(cell);
  if (text === '') return undefined;
  const code = LANGUAGES[text] ?? /^([a-z]{2})(?:[-_ ][a-z]{2,4})?$/.exec(text)?.[1];
  return code ?? null;
}

const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/;
const NUMBERS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;

const toDay = (year: number, month: number, day: number): string | undefined => {
  const at = new Date(Date.UTC(year, month - 1, day));
  const isDay = at.getUTCMonth() === month - 1 && at.getUTCDate() === day && year > 1999;
  return isDay ? at.toISOString().slice(0, 10) : undefined;
};

/** Whether the days of a column come before their months; undefined when no row tells. */
function findOrder(cells: readonly string[], usual: boolean | undefined): boolean | undefined {
  for (const cell of cells) {
    const [, first, sign, second] = NUMBERS.exec(cell) ?? [];
    if (Number(first) > 12 || sign === '.') return true;
    if (Number(second) > 12) return false;
  }
  return usual;
}

function readDay(cell: string, isDayFirst: boolean | undefined): string | 'bad' | 'unclear' {
  const iso = ISO_DAY.exec(cell);
  if (iso !== null) return toDay(Number(iso[1]), Number(iso[2]), Number(iso[3])) ?? 'bad';
  const [, first, , second, year] = NUMBERS.exec(cell) ?? [];
  if (year === undefined) return 'bad';
  if (isDayFirst === undefined && first !== second) return 'unclear';
  const [day, month] = isDayFirst === false ? [second, first] : [first, second];
  return toDay(Number(year), Number(month), Number(day)) ?? 'bad';
}

/** The place of each column in a header; undefined when the header names no handles. */
function findColumns(header: readonly string[]): Readonly<Partial<Record<Column, number>>> | undefined {
  const names = header.map(toPlain);
  const places: Partial<Record<Column, number>> = {};
  for (const column of Object.keys(COLUMNS) as Column[]) {
    const place = names.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name));
    if (place >= 0) places[column] = place;
  }
  return places.handle === undefined ? undefined : places;
}

/**
 * The people of a table with a header: `name, handle, language, agreed, opted out`, in any order, in English or French.
 * Rows that cannot be used are faults, and the rest is still read. Undefined when no column holds handles.
 * @param today `YYYY-MM-DD`: nobody has agreed later than that.
 * @param isDayFirst how `03/04/2026` is read where no row of the column tells; undefined: not at all.
 */
export function readTeam(
  rows: readonly (readonly string[])[],
  { today, isDayFirst }: { readonly today: string; readonly isDayFirst?: boolean | undefined },
): Team | undefined {
  const places = findColumns(rows[0] ?? []);
  if (places === undefined) return undefined;
  const cellOf = (row: readonly string[], column: Column): string => {
    const place = places[column];
    return place === undefined ? '' : toCell(row[place]);
  };
  const body = rows.slice(1);
  const order = findOrder(
    body.map((row) => cellOf(row, 'agreed')),
    isDayFirst,
  );
  const members: TeamMember[] = [];
  const faults: TeamFault[] = [];
  const seen = new Map<string, number>();
  for (const [index, cells] of body.entries()) {
    const row = index + 2;
    const fail = (code: TeamFault['code'], value: string): void => void faults.push({ row, code, value });
    const handle = readHandle(cellOf(cells, 'handle'));
    if (handle === undefined) {
      fail('bad-handle', cellOf(cells, 'handle'));
      continue;
    }
    const said = toPlain(cellOf(cells, 'out'));
    const optedOut = YES.has(said) || !(NO.has(said) || LEFT.has(said));
    const key = handle.toLowerCase();
    const before = seen.get(key);
    if (before !== undefined) {
      fail('twice', `@${handle}`);
      // Of two rows on one person the one that spares them counts.
      const known = members[before];
      if (known !== undefined && optedOut) members[before] = { ...known, optedOut };
      continue;
    }
    const language = readLanguage(cellOf(cells, 'language'));
    if (language === null) fail('bad-language', cellOf(cells, 'language'));
    const written = cellOf(cells, 'agreed');
    const day = written === '' ? undefined : readDay(written, order);
    const isDay = day !== undefined && day !== 'bad' && day !== 'unclear';
    if (day === 'bad') fail('bad-date', written);
    else if (day === 'unclear') fail('unclear-date', written);
    else if (isDay && day > today) fail('future-date', written);
    seen.set(key, members.length);
    members.push({
      handle,
      name: cellOf(cells, 'name'),
      language: language ?? undefined,
      agreed: isDay && day <= today ? day : undefined,
      optedOut,
      left: LEFT.has(said),
    });
  }
  return { members, faults };
}
