// The JSON documents and CSV tables of the commands on the history.
import type { InferOutput } from 'valibot';
import type { Metric } from '#tweet/counters.js';
import type { ImportReport } from '#history/import.js';
import type { KeywordFileReport } from '#history/keywords.js';
import type { ContactSummary, KeywordFigure, LinkSummary, PostSummary } from '#history/query-ports.js';
import type { CsvCell } from '#base/csv.js';
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
  text,
  short,
  visits,
}: LinkSummary): LinksDocument['links'][number] => ({
  link: identity,
  byText,
  label: text ?? identity,
  short: short ?? null,
  posts,
  first: instant(firstAt),
  last: instant(lastAt),
  likes: totals.likes ?? null,
  reposts: totals.reposts ?? null,
  replies: totals.replies ?? null,
  impressions: totals.impressions ?? null,
  linkClicks: totals.linkClicks ?? null,
  visits: visits ?? null,
});

/** A list of the history as data, item by item: its document is its schema, the records under a name, and `more`. */
export interface ListForm<Item> {
  readonly schema: string;
  /** Where the document has its records. */
  readonly name: string;
  readonly record: (item: Item) => object;
  /** The columns of its table, and a row of it. */
  readonly header: readonly string[];
  readonly row: (item: Item) => readonly CsvCell[];
}

/** The form of a list whose records hold no lists: their values are the cells of a table. */
function plainForm<Item, Entry extends Readonly<Record<string, CsvCell | null>>>(
  about: Pick<ListForm<Item>, 'schema' | 'name'> & {
    readonly record: (item: Item) => Entry;
    readonly header: readonly (keyof Entry & string)[];
  },
): ListForm<Item> {
  const { record, header } = about;
  return {
    ...about,
    row: (item) => {
      const entry = record(item);
      return header.map((name) => entry[name] ?? undefined);
    },
  };
}

/** `tweetspan/links@1` */
export const linksForm: ListForm<LinkSummary> = /* @__PURE__ */ plainForm({
  schema: 'tweetspan/links@1' satisfies LinksDocument['schema'],
  name: 'links',
  record: linkRecord,
  header: [
    'link',
    'byText',
    'label',
    'short',
    'posts',
    'first',
    'last',
    'likes',
    'reposts',
    'replies',
    'impressions',
    'linkClicks',
    'visits',
  ],
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

const contactRecord = ({
  handle,
  mentions,
  replies,
  reposts,
  firstAt,
  lastAt,
  optedOut,
  lastAskAt,
  lastKitAt,
  agreed,
}: ContactSummary): ContactsDocument['contacts'][number] => ({
  handle,
  mentions,
  replies,
  reposts,
  first: instant(firstAt),
  last: instant(lastAt),
  optedOut: optedOut ?? false,
  asked: instant(lastAskAt),
  kit: instant(lastKitAt),
  agreed: agreed ?? null,
});

/** `tweetspan/contacts@1` */
export const contactsForm: ListForm<ContactSummary> = /* @__PURE__ */ plainForm({
  schema: 'tweetspan/contacts@1' satisfies ContactsDocument['schema'],
  name: 'contacts',
  record: contactRecord,
  header: ['handle', 'mentions', 'replies', 'reposts', 'first', 'last', 'optedOut', 'asked', 'kit', 'agreed'],
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

/** `tweetspan/keywords@1`. `keywords import` reads its table back. */
export const keywordsForm: ListForm<KeywordFigure> = /* @__PURE__ */ plainForm({
  schema: 'tweetspan/keywords@1' satisfies KeywordsDocument['schema'],
  name: 'keywords',
  record: keywordRecord,
  header: ['term', 'language', 'figure', 'measure', 'source', 'reportedAt'],
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

/** `tweetspan/posts@1`. In its table several links stand in one cell, separated by a blank. */
export const postsForm: ListForm<PostSummary> = {
  schema: 'tweetspan/posts@1' satisfies PostsDocument['schema'],
  name: 'posts',
  record: postRecord,
  header: ['id', 'at', 'precision', 'kind', 'quote', 'gone', 'language', 'media', 'text', 'links', ...COUNTERS],
  row: (post) => {
    const { id, at, precision, kind, quote, gone, language, media, text, links } = postRecord(post);
    const cells = [id, at ?? undefined, precision, kind, quote, gone, language, media, text, links.join(' ')];
    return [...cells, ...COUNTERS.map((name) => post.counters[name])];
  },
};
