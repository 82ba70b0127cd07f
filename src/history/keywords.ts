import { unguardCell } from '#base/csv.js';
import type { ReadableFile } from './formats/container.js';
import { normaliseHeader, readRows } from './formats/csv.js';
import { readFigure } from './values.js';
import type { KeywordFigure } from './query-ports.js';
import { Refusal, type RefusalReason } from './refusal.js';

/** What a file of keywords leaves to its caller. */
export interface KeywordOptions {
  /** The present instant, ms UTC: for files that do not tell when they were made. */
  readonly now: number;
  /** ISO 639-1 of the terms, where the file does not tell. Empty by default: for any language. */
  readonly language?: string;
  /** Name of the source of a plain list; the file's name by default. */
  readonly source?: string;
}

/** What a file of keywords held. */
export interface KeywordFile {
  readonly format: 'search-console' | 'trends' | 'keyword-planner' | 'plain';
  readonly figures: readonly KeywordFigure[];
  /** Rows without a term or a figure. */
  readonly skipped: number;
}

/** What became of one file of keywords. */
export type KeywordFileReport =
  | {
      readonly status: 'imported';
      readonly file: string;
      readonly format: KeywordFile['format'];
      readonly read: number;
      readonly added: number;
      readonly skipped: number;
    }
  | { readonly status: 'refused'; readonly file: string; readonly reason: RefusalReason; readonly data: object };

/** Files of keywords are lists that people look at: a larger one is something else. */
const MAX_ROWS = 1_000_000;
type Rows = readonly (readonly string[])[];
type Found = Omit<KeywordFile, 'skipped'> & { readonly rows: number };

const QUERY = /^(?:top queries|query|queries|requêtes?(?: les plus fréquentes)?)$/;
const PERIOD = /^(?:day|week|month|time|jour|semaine|mois|heure)$/;
const SEARCHES =
  /^(?:avg\. monthly searches|nbre? moy\. de recherches.*|(?:nombre moyen de )?recherches (?:mensuelles|par mois).*|search volume|volume)$/;
const TERM = /^(?:term|terme|keyword|mot[- ]clé|mot|requête|query)$/;
const FIGURE = /^(?:figure|chiffre|volume|searches|recherches|count|nombre|search volume)$/;
const LANGUAGE = /^(?:lang|language|langue)$/;

/** `1K – 10K`, `100 – 1K`: a range is taken at its middle by ratio, which is all that it tells. */
function readSearches(cell: string): number | undefined {
  const parts = cell.split(/\s*[–-]\s*/).map((part) => {
    const match = /^([\d.,]+)\s*([KM])?$/i.exec(part.trim());
    const figure = readFigure(match?.[1]);
    const unit = match?.[2]?.toUpperCase();
    return figure === undefined ? undefined : figure * (unit === 'M' ? 1e6 : unit === 'K' ? 1e3 : 1);
  });
  const [low, high = low] = parts;
  return low === undefined || high === undefined ? undefined : Math.sqrt(low * high);
}

const column = (header: readonly string[], name: RegExp): number =>
  header.findIndex((cell) => name.test(normaliseHeader(cell)));

function fromSearchConsole(rows: Rows, language: string, reportedAt: number): Found | undefined {
  const [header = [], ...body] = rows;
  const [term, impressions] = [column(header, QUERY), column(header, /^impressions$/)];
  if (term < 0 || impressions < 0) return undefined;
  const figures = body.flatMap((cells) =>
    toKeywordFigure(cells[term], readFigure(cells[impressions]), {
      language,
      reportedAt,
      source: 'Google Search Console',
      measure: 'impressions in Google',
    }),
  );
  return { format: 'search-console', figures, rows: body.length };
}

/** Interest over time is relative to the largest of the terms of one request: it compares these terms and no others. */
function fromTrends(rows: Rows, language: string, reportedAt: number): Found | undefined {
  const at = rows.findIndex(
    ([first = '', ...rest]) => PERIOD.test(normaliseHeader(first)) && rest.some((cell) => /: \(.+\)$/.test(cell)),
  );
  const header = rows[at];
  if (header === undefined) return undefined;
  const body = rows.slice(at + 1);
  const terms = header.slice(1).map((cell) => cell.replace(/: \([^)]*\)$/, ''));
  const measure = `interest index among ${terms.toSorted().join(', ')}`;
  const dates = body.map(([date = '']) => Date.parse(date)).filter((date) => !Number.isNaN(date));
  const figures = terms.flatMap((term, index) => {
    // `<1` is too little to be shown: half of it.
    const values = body.map((cells) =>
      /^<\s*1$/.test(cells[index + 1]?.trim() ?? '') ? 0.5 : readFigure(cells[index + 1]),
    );
    const known = values.filter((value) => value !== undefined);
    const mean = known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length;
    return toKeywordFigure(term, mean, {
      language,
      reportedAt: dates.length === 0 ? reportedAt : Math.max(...dates),
      source: 'Google Trends',
      measure,
    });
  });
  return { format: 'trends', figures, rows: terms.length };
}

function fromKeywordPlanner(rows: Rows, language: string, reportedAt: number): Found | undefined {
  const at = rows.findIndex((cells) => column(cells, SEARCHES) > 0 && column(cells, TERM) === 0 && cells.length > 3);
  const header = rows[at];
  if (header === undefined) return undefined;
  const [term, searches] = [column(header, TERM), column(header, SEARCHES)];
  const title = /(\d{4}-\d{2}-\d{2})/.exec(rows[0]?.[0] ?? '')?.[1];
  const body = rows.slice(at + 1).filter((cells) => (cells[term] ?? '').trim() !== '');
  const figures = body.flatMap((cells) =>
    toKeywordFigure(cells[term], readSearches(cells[searches] ?? ''), {
      language,
      reportedAt: title === undefined ? reportedAt : Date.parse(title),
      source: 'Google Keyword Planner',
      measure: 'searches a month',
    }),
  );
  return { format: 'keyword-planner', figures, rows: body.length };
}

function fromPlainList(rows: Rows, name: string, language: string, reportedAt: number): Found | undefined {
  const [first = []] = rows;
  const hasHeader = column(first, TERM) >= 0;
  const [term, figure, lang] = hasHeader
    ? [column(first, TERM), column(first, FIGURE), column(first, LANGUAGE)]
    : [0, 1, 2];
  const body = hasHeader ? rows.slice(1) : rows;
  const figures = body.flatMap((cells) =>
    toKeywordFigure(unguardCell(cells[term] ?? ''), readFigure(cells[figure]), {
      language: cells[lang]?.trim().toLowerCase() || language,
      reportedAt,
      source: name,
      measure: 'figure',
    }),
  );
  return figures.length === 0 ? undefined : { format: 'plain', figures, rows: body.length };
}

function toKeywordFigure(
  term: string | undefined,
  figure: number | undefined,
  about: Omit<KeywordFigure, 'term' | 'figure'>,
): KeywordFigure[] {
  const named = term?.trim() ?? '';
  return named === '' || figure === undefined || figure < 0 ? [] : [{ term: named, figure, ...about }];
}

/**
 * Reads figures of demand from an export of Google Search Console, Trends or Keyword Planner, or from a plain list
 * `term,figure[,language]`, distinguished by their headers.
 * @throws Refusal when no row has a term and a figure.
 */
export async function readKeywords(file: ReadableFile, options: KeywordOptions): Promise<KeywordFile> {
  const { now, language = '', source = file.name } = options;
  const rows: (readonly string[])[] = [];
  await readRows(file.read(), (cells) => {
    if (rows.length >= MAX_ROWS) throw new Refusal('too-many-rows', { most: MAX_ROWS });
    rows.push(cells);
  });
  if (/^\s*<(?:!doctype|html)/i.test(rows[0]?.[0] ?? '')) {
    throw new Refusal('web-page', {});
  }
  const found =
    fromSearchConsole(rows, language, now) ??
    fromTrends(rows, language, now) ??
    fromKeywordPlanner(rows, language, now) ??
    fromPlainList(rows, source, language, now);
  if (found === undefined) {
    throw new Refusal('no-terms', {});
  }
  const { rows: count, ...rest } = found;
  return { ...rest, skipped: count - found.figures.length };
}
