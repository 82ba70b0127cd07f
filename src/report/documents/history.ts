import type { ImportReport } from '#history/import.js';
import type { KeywordFile } from '#history/keywords.js';
import type { ContactSummary, KeywordFigure, LinkSummary, PostSummary } from '#history/query-ports.js';
import type { CsvCell } from '../export/csv.js';

/** Instants as text in documents: ISO 8601 in UTC, null when not known. */
const instant = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());

/** A list as data. `more` says that the list was cut at its limit. */
const listDocument = <T>(name: string, field: string, items: readonly T[], more: boolean) => ({
  schema: `tweetspan/${name}@1`,
  [field]: items,
  more,
});

/** The report on an import as data: `tweetspan/import@1`. */
export function importDocument({ files, coverage, capabilities, stopped }: ImportReport, database: string) {
  const { first, last, ...counts } = coverage;
  const imported = files.filter(({ status }) => status === 'imported').length;
  return {
    schema: 'tweetspan/import@1',
    database,
    files: files.map((file) =>
      file.status === 'refused'
        ? { status: file.status, file: file.file, reason: file.reason, message: file.message }
        : {
            status: file.status,
            file: file.file,
            format: file.format,
            read: file.tally,
            merged: file.merged,
            remarks: file.remarks.map(remarkDocument),
          },
    ),
    stopped: stopped ?? null,
    coverage: { ...counts, first: instant(first), last: instant(last) },
    allows: capabilities,
    summary: { files: files.length, imported, refused: files.length - imported },
  };
}

type AnyRemark = Extract<ImportReport['files'][number], { status: 'imported' }>['remarks'][number];

function remarkDocument(remark: AnyRemark) {
  if (remark.id === 'observed-bounded') return { id: remark.id, from: instant(remark.from) };
  if (remark.id === 'observed-on') return { id: remark.id, day: instant(remark.day) };
  return remark;
}

const linkRecord = ({ identity, posts, firstAt, lastAt, totals, byText }: LinkSummary) => ({
  link: identity,
  byText,
  posts,
  first: instant(firstAt),
  last: instant(lastAt),
  likes: totals.likes ?? null,
  reposts: totals.reposts ?? null,
  replies: totals.replies ?? null,
  impressions: totals.impressions ?? null,
  linkClicks: totals.linkClicks ?? null,
});

/** `tweetspan/links@1` */
export const linksDocument = (links: readonly LinkSummary[], more: boolean) =>
  listDocument('links', 'links', links.map(linkRecord), more);

const postRecord = (post: PostSummary) => ({
  id: post.id,
  at: instant(post.at),
  precision: post.precision,
  kind: post.kind,
  quote: post.quote,
  gone: post.gone,
  language: post.language,
  media: post.media,
  text: post.text,
  links: post.links,
  counters: post.counters,
});

/** `tweetspan/posts@1` */
export const postsDocument = (posts: readonly PostSummary[], more: boolean) =>
  listDocument('posts', 'posts', posts.map(postRecord), more);

const contactRecord = ({ handle, mentions, replies, reposts, firstAt, lastAt, optedOut }: ContactSummary) => ({
  handle,
  mentions,
  replies,
  reposts,
  first: instant(firstAt),
  last: instant(lastAt),
  optedOut: optedOut ?? false,
});

/** `tweetspan/contacts@1` */
export const contactsDocument = (contacts: readonly ContactSummary[], more: boolean) =>
  listDocument('contacts', 'contacts', contacts.map(contactRecord), more);

const keywordRecord = ({ term, language, figure, measure, source, reportedAt }: KeywordFigure) => ({
  term,
  language: language === '' ? null : language,
  figure,
  measure,
  source,
  told: instant(reportedAt),
});

/** `tweetspan/keywords@1` */
export const keywordsDocument = (figures: readonly KeywordFigure[], more: boolean) =>
  listDocument('keywords', 'keywords', figures.map(keywordRecord), more);

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
  | { readonly status: 'refused'; readonly file: string; readonly reason: string; readonly message: string };

/** The report on an import of keywords as data: `tweetspan/keywords-import@1`. */
export const keywordsImportDocument = (files: readonly KeywordFileReport[], database: string) => ({
  schema: 'tweetspan/keywords-import@1',
  database,
  files,
});

/** Rows for CSV from records without lists: their names, then their values. */
export interface Rows {
  readonly header: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}

function toRows<T extends Readonly<Record<string, string | number | boolean | null>>>(
  records: readonly T[],
  header: readonly (keyof T & string)[],
): Rows {
  return { header, rows: records.map((record) => header.map((name) => record[name] ?? undefined)) };
}

export const linksRows = (links: readonly LinkSummary[]): Rows =>
  toRows(links.map(linkRecord), [
    'link',
    'byText',
    'posts',
    'first',
    'last',
    'likes',
    'reposts',
    'replies',
    'impressions',
    'linkClicks',
  ]);

export const contactsRows = (contacts: readonly ContactSummary[]): Rows =>
  toRows(contacts.map(contactRecord), ['handle', 'mentions', 'replies', 'reposts', 'first', 'last', 'optedOut']);

export const keywordsRows = (figures: readonly KeywordFigure[]): Rows =>
  toRows(figures.map(keywordRecord), ['term', 'language', 'figure', 'measure', 'source', 'told']);

const COUNTERS = [
  'likes',
  'reposts',
  'replies',
  'quotes',
  'bookmarks',
  'impressions',
  'engagements',
  'linkClicks',
  'profileClicks',
  'detailExpands',
  'follows',
] as const;

/** Posts as a table; several links stand in one cell, apart by a blank. */
export const postsRows = (posts: readonly PostSummary[]): Rows => ({
  header: ['id', 'at', 'precision', 'kind', 'quote', 'gone', 'language', 'media', 'text', 'links', ...COUNTERS],
  rows: posts.map((post) => {
    const { id, at, precision, kind, quote, gone, language, media, text, links } = postRecord(post);
    return [
      id,
      at ?? undefined,
      precision,
      kind,
      quote,
      gone,
      language,
      media,
      text,
      links.join(' '),
      ...COUNTERS.map((name) => post.counters[name]),
    ];
  }),
});
