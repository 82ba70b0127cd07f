// The JSON documents and CSV tables of the commands on the history.
import type { InferOutput } from 'valibot';
import type { Metric } from '#tweet/counters.js';
import type { ImportReport } from '#history/import.js';
import type { KeywordFileReport } from '#history/keywords.js';
import type { ContactSummary, KeywordFigure, LinkSummary, PostSummary } from '#history/query-ports.js';
import type { CsvCell, CsvRows } from '../export/csv.js';
import type {
  contactsSchema,
  importSchema,
  keywordsImportSchema,
  keywordsSchema,
  linksSchema,
  postsSchema,
} from './history-schemas.js';

type ImportDocument = InferOutput<typeof importSchema>;
type LinksDocument = InferOutput<typeof linksSchema>;
type PostsDocument = InferOutput<typeof postsSchema>;
type ContactsDocument = InferOutput<typeof contactsSchema>;
type KeywordsDocument = InferOutput<typeof keywordsSchema>;
type KeywordsImportDocument = InferOutput<typeof keywordsImportSchema>;

/** Instants as text in documents: ISO 8601 in UTC, null when not known. */
const instant = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());

/** The report on an import as data: `tweetspan/import@1`. */
export function importDocument(
  { files, coverage, capabilities, stopped }: ImportReport,
  database: string,
): ImportDocument {
  const { first, last, ...counts } = coverage;
  const imported = files.filter(({ status }) => status === 'imported').length;
  return {
    schema: 'tweetspan/import@1',
    database,
    files: files.map((file) =>
      file.status === 'refused'
        ? { status: file.status, file: file.file, reason: file.reason, data: { ...file.data } }
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
    capabilities,
    summary: { files: files.length, imported, refused: files.length - imported },
  };
}

type ImportedFile = Extract<ImportReport['files'][number], { status: 'imported' }>;
type ImportedDocument = Extract<ImportDocument['files'][number], { status: 'imported' }>;

function remarkDocument(remark: ImportedFile['remarks'][number]): ImportedDocument['remarks'][number] {
  if (remark.id === 'observed-bounded') return { id: remark.id, from: instant(remark.from) };
  if (remark.id === 'observed-on') return { id: remark.id, day: instant(remark.day) };
  return remark.id === 'columns-unknown' ? { id: remark.id, columns: [...remark.columns] } : remark;
}

const linkRecord = ({
  identity,
  posts,
  firstAt,
  lastAt,
  totals,
  byText,
}: LinkSummary): LinksDocument['links'][number] => ({
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

/** `tweetspan/links@1`. `more` says that the list was cut at its limit, here and below. */
export const linksDocument = (links: readonly LinkSummary[], more: boolean): LinksDocument => ({
  schema: 'tweetspan/links@1',
  links: links.map(linkRecord),
  more,
});

const postRecord = (post: PostSummary): PostsDocument['posts'][number] => ({
  id: post.id,
  at: instant(post.at),
  precision: post.precision,
  kind: post.kind,
  quote: post.quote,
  gone: post.gone,
  language: post.language,
  media: post.media,
  text: post.text,
  links: [...post.links],
  counters: post.counters,
});

/** `tweetspan/posts@1` */
export const postsDocument = (posts: readonly PostSummary[], more: boolean): PostsDocument => ({
  schema: 'tweetspan/posts@1',
  posts: posts.map(postRecord),
  more,
});

const contactRecord = ({
  handle,
  mentions,
  replies,
  reposts,
  firstAt,
  lastAt,
  optedOut,
}: ContactSummary): ContactsDocument['contacts'][number] => ({
  handle,
  mentions,
  replies,
  reposts,
  first: instant(firstAt),
  last: instant(lastAt),
  optedOut: optedOut ?? false,
});

/** `tweetspan/contacts@1` */
export const contactsDocument = (contacts: readonly ContactSummary[], more: boolean): ContactsDocument => ({
  schema: 'tweetspan/contacts@1',
  contacts: contacts.map(contactRecord),
  more,
});

const keywordRecord = ({
  term,
  language,
  figure,
  measure,
  source,
  reportedAt,
}: KeywordFigure): KeywordsDocument['keywords'][number] => ({
  term,
  language: language === '' ? null : language,
  figure,
  measure,
  source,
  reportedAt: instant(reportedAt),
});

/** `tweetspan/keywords@1` */
export const keywordsDocument = (figures: readonly KeywordFigure[], more: boolean): KeywordsDocument => ({
  schema: 'tweetspan/keywords@1',
  keywords: figures.map(keywordRecord),
  more,
});

/** The report on an import of keywords as data: `tweetspan/keywords-import@1`. */
export const keywordsImportDocument = (
  files: readonly KeywordFileReport[],
  database: string,
): KeywordsImportDocument => ({
  schema: 'tweetspan/keywords-import@1',
  database,
  files: files.map((file) => (file.status === 'refused' ? { ...file, data: { ...file.data } } : file)),
});

/** Rows for CSV from records without lists: their names, then their values. */
function toRows<T extends Readonly<Record<string, CsvCell | null>>>(
  records: readonly T[],
  header: readonly (keyof T & string)[],
): CsvRows {
  return { header, rows: records.map((record) => header.map((name) => record[name] ?? undefined)) };
}

/** Links as a table. */
export const linksRows = (links: readonly LinkSummary[]): CsvRows =>
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

/** Contacts as a table. */
export const contactsRows = (contacts: readonly ContactSummary[]): CsvRows =>
  toRows(contacts.map(contactRecord), ['handle', 'mentions', 'replies', 'reposts', 'first', 'last', 'optedOut']);

/** Search volumes as a table, which `keywords import` reads back. */
export const keywordsRows = (figures: readonly KeywordFigure[]): CsvRows =>
  toRows(figures.map(keywordRecord), ['term', 'language', 'figure', 'measure', 'source', 'reportedAt']);

const COUNTERS: readonly Metric[] = [
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
];

/** Posts as a table; several links stand in one cell, separated by a blank. */
export const postsRows = (posts: readonly PostSummary[]): CsvRows => ({
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
