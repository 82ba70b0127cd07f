// How several statements about one post are made one: in the stage among themselves, then with what the history has.
import type { Database } from '../driver/port.js';
import { SEARCH_FORM } from '#tweet/search-text.js';

/** A part of a post that is taken whole from one statement. */
interface Part {
  /** What decides which statement wins, the first first; `{}` stands for the table. */
  readonly decide: readonly string[];
  readonly take: readonly string[];
}

/**
 * The parts of a post, each with the columns that decide which statement wins. They are compared as row values: the
 * rank first, then the values themselves, so that no tie depends on the order.
 */
export const PARTS = [
  { decide: ['time_rank', 'coalesce({}.at, 0)'], take: ['at', 'precision', 'time_rank'] },
  {
    decide: ['facts_rank', 'kind', 'quote', 'language', 'media', 'first_version'],
    take: ['kind', 'quote', 'language', 'media', 'first_version', 'facts_rank'],
  },
  { decide: ['text_rank', 'text'], take: ['text', 'text_rank'] },
  { decide: ['links_rank', 'links_hash'], take: ['links_rank', 'links_hash'] },
] as const satisfies readonly Part[];
export const [, , TEXT_PART, LINKS_PART] = PARTS;

const inTable = (column: string, table: string): string =>
  column.includes('{}') ? column.replace('{}', table) : `${table}.${column}`;
const toRowSql = (columns: readonly string[], table: string): string =>
  `(${columns.map((column) => inTable(column, table)).join(', ')})`;

/** Whether the statement `s` beats `p` in a part, as SQL. */
export const stagedWins = ({ decide }: Part): string => `${toRowSql(decide, 's')} > ${toRowSql(decide, 'p')}`;

/** The best of the further statements of each post in a part. */
const bestRivals = ({ decide }: Part): string => `(
  SELECT r.*, row_number() OVER (PARTITION BY r.key ORDER BY ${decide.map((column) => `${inTable(column, 'r')} DESC`).join(', ')}) AS place
  FROM temp.stage_rivals r)`;

/** Posts of the stage where a further statement wins a part, with the names that come with it. */
const findWinners = (part: Part, names: 'links' | 'contacts'): string => `
DROP TABLE IF EXISTS temp.stage_winners;
CREATE TEMP TABLE stage_winners AS
  SELECT s.key, s.${names} AS names FROM ${bestRivals(part)} s JOIN temp.stage p ON p.key = s.key
  WHERE s.place = 1 AND ${stagedWins(part)};
CREATE INDEX temp.stage_winners_key ON stage_winners (key);`;

const fieldOf = (name: string): string => `json_extract(names, '$[0].${name}')`;

// The links go with the statement that wins them, the people with the one whose text wins.
const TAKE_LINKS = `${findWinners(LINKS_PART, 'links')}
UPDATE temp.stage AS p SET short = ${fieldOf('short')}, target = ${fieldOf('target')}, identity = ${fieldOf('identity')}
  FROM temp.stage_winners w WHERE w.key = p.key;
DELETE FROM temp.stage_more_links WHERE post IN (SELECT key FROM temp.stage_winners);
INSERT INTO temp.stage_more_links
  SELECT w.key, e.key, json_extract(e.value, '$.short'), json_extract(e.value, '$.target'), json_extract(e.value, '$.identity')
  FROM temp.stage_winners w, json_each(w.names) e WHERE e.key > 0;`;
const TAKE_CONTACTS = `${findWinners(TEXT_PART, 'contacts')}
UPDATE temp.stage AS p SET handle = ${fieldOf('handle')}, how = ${fieldOf('how')}
  FROM temp.stage_winners w WHERE w.key = p.key;
DELETE FROM temp.stage_more_contacts WHERE post IN (SELECT key FROM temp.stage_winners);
INSERT OR IGNORE INTO temp.stage_more_contacts
  SELECT w.key, json_extract(e.value, '$.handle'), json_extract(e.value, '$.how')
  FROM temp.stage_winners w, json_each(w.names) e WHERE e.key > 0
    AND (e.value ->> '$.handle', e.value ->> '$.how') IS NOT (w.names ->> '$[0].handle', w.names ->> '$[0].how');`;

const takePart = (part: Part): string => `
UPDATE temp.stage AS p SET ${part.take.map((column) => `${column} = s.${column}`).join(', ')}
  FROM ${bestRivals(part)} s WHERE s.place = 1 AND s.key = p.key AND ${stagedWins(part)};`;

/**
 * Takes into the stage what further statements of the same file say better, part by part, in a time that grows with
 * their number: the best of each post is found by one sort.
 */
export function settleRivals(database: Database): void {
  database.exec(`UPDATE temp.stage SET search = ${SEARCH_FORM.other} WHERE key IN (SELECT key FROM temp.stage_rivals);
    ${TAKE_LINKS}${TAKE_CONTACTS}${PARTS.map(takePart).join('')}
    DROP TABLE temp.stage_winners;
    DELETE FROM temp.stage_rivals;`);
}
