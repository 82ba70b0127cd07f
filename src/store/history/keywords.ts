import type { Database } from '../driver/port.js';
import type { KeywordFigure } from '#history/query-ports.js';

interface KeywordRow {
  readonly term: string;
  readonly language: string;
  readonly source: string;
  readonly measure: string;
  readonly told_at: number;
  readonly figure: number;
}

const asFigure = ({ told_at: reportedAt, ...rest }: KeywordRow): KeywordFigure => ({ ...rest, reportedAt });

/** A term as it is compared: NFC, lower case, blanks collapsed. */
const normaliseTerm = (term: string): string => term.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

// The same figure of no language is that of a file which was imported without naming it: the one with its language stays.
const DROP_UNNAMED = `
DELETE FROM keywords WHERE $language <> '' AND language = ''
  AND (term, source, measure, figure) = ($term, $source, $measure, $figure)`;
// A file without a date of its own counts as reported at its import: the same figure again is not news. Two figures of one instant, source and measure: the larger one, so that the order of imports plays no part.
const ADD = `
INSERT INTO keywords (term, language, source, measure, told_at, figure)
SELECT $term, $language, $source, $measure, $reportedAt, $figure WHERE NOT EXISTS (
  SELECT 1 FROM keywords WHERE (term, source, measure, figure) = ($term, $source, $measure, $figure)
    AND (language = $language OR $language = ''))
ON CONFLICT DO UPDATE SET figure = max(figure, excluded.figure)`;

/** Adds figures in one transaction; answers how many were not known before. */
export function addKeywords(database: Database, figures: readonly KeywordFigure[]): number {
  const count = database.prepare<[], number>('SELECT count(*) FROM keywords').pluck();
  const add = database.prepare(ADD);
  const dropUnnamed = database.prepare(DROP_UNNAMED);
  return database.transact(() => {
    const before = count.get() ?? 0;
    for (const figure of figures) {
      const row = { ...figure, term: normaliseTerm(figure.term) };
      dropUnnamed.run(row);
      add.run(row);
    }
    return (count.get() ?? 0) - before;
  });
}

/** All figures that were ever added. */
export const allKeywords = (database: Database): KeywordFigure[] =>
  database
    .prepare<[], KeywordRow>('SELECT * FROM keywords ORDER BY term, language, source, measure, told_at')
    .all()
    .map(asFigure);

/** The latest figure of each term, source and measure, the largest first. */
export const listKeywords = (database: Database, limit: number): KeywordFigure[] =>
  database
    .prepare<[number], KeywordRow>(
      `SELECT term, language, source, measure, max(told_at) AS told_at, figure FROM keywords
       GROUP BY term, language, source, measure ORDER BY figure DESC, term LIMIT ?`,
    )
    .all(limit)
    .map(asFigure);

/** Figures for a term: of the language, or of sources that tell none; the latest of each source and measure. */
export const findKeywords = (database: Database, term: string, language: string): KeywordFigure[] =>
  database
    .prepare<[string, string], KeywordRow>(
      `SELECT term, language, source, measure, max(told_at) AS told_at, figure FROM keywords
       WHERE term = ? AND language IN (?, '') GROUP BY language, source, measure ORDER BY language DESC, source, measure`,
    )
    .all(normaliseTerm(term), language)
    .map(asFigure);
