import type { Database } from '../driver/port.js';
import type {
  HistoryContents,
  ImportRecord,
  KeptPost,
  PostContact,
  PostKind,
  PostLink,
  Precision,
} from '#history/ports.js';
import { readAccount } from './account.js';
import { METRIC_COLUMNS, type ObservationRow, toObservation } from './observations.js';
import { allKeywords } from './keywords.js';
import { listOptOuts } from './contacts.js';
import { readRank } from './rank.js';

interface ImportRow {
  readonly digest: string;
  readonly format: string;
  readonly name: string;
  readonly generated_at: number | null;
  readonly complete: number;
  readonly rows: number;
  readonly imported_at: number;
}

/** Imports so far, oldest first. */
export const listImports = (database: Database): ImportRecord[] =>
  database
    .prepare<[], ImportRow>('SELECT * FROM imports ORDER BY imported_at, name, digest, format')
    .all()
    .map(({ generated_at: generatedAt, imported_at: importedAt, complete, ...rest }) =>
      Object.assign({ ...rest, complete: complete === 1, importedAt }, generatedAt === null ? {} : { generatedAt }),
    );

interface PostRow {
  readonly id: string;
  readonly at: number | null;
  readonly precision: Precision;
  readonly time_rank: number;
  readonly kind: PostKind;
  readonly quote: number;
  readonly language: string;
  readonly media: number;
  readonly first: string;
  readonly facts_rank: number;
  readonly text: string;
  readonly text_rank: number;
  readonly links_rank: number;
}

const BLOCK = 500;
const POSTS_AFTER = `
SELECT id, at, precision, time_rank, kind, quote, language, media, CAST(first_version AS TEXT) AS first, facts_rank,
  text, text_rank, links_rank FROM posts WHERE key > CAST(? AS INTEGER) ORDER BY key LIMIT ${BLOCK}`;
const LINKS = 'SELECT short, target FROM post_links WHERE post = CAST(? AS INTEGER) ORDER BY position';
const CONTACTS = `
SELECT c.handle, pc.how FROM post_contacts pc JOIN contacts c ON c.key = pc.contact
WHERE pc.post = CAST(? AS INTEGER) ORDER BY c.handle, pc.how`;
const OBSERVATIONS = `
SELECT instant, certainty, source, ${METRIC_COLUMNS.join(', ')}, more FROM observations
WHERE post = CAST(? AS INTEGER) ORDER BY instant, certainty, source, fingerprint`;

/**
 * All posts in the order of ids. They are read in blocks, each in a statement of its own: an open cursor would forbid
 * every other use of the connection while the caller writes.
 */
function* readPosts(database: Database): Generator<KeptPost> {
  const posts = database.prepare<[string], PostRow>(POSTS_AFTER);
  const links = database.prepare<[string], { short: string | null; target: string | null }>(LINKS);
  const contacts = database.prepare<[string], PostContact>(CONTACTS);
  const observations = database.prepare<[string], ObservationRow>(OBSERVATIONS);
  let last = '-1';
  for (;;) {
    const rows = posts.all(last);
    for (const row of rows) {
      const text = readRank(row.text_rank);
      yield {
        id: row.id,
        at: row.at ?? undefined,
        precision: row.precision,
        kind: row.kind,
        quote: row.quote === 1,
        language: row.language,
        media: row.media,
        ...(row.first === '0' ? {} : { firstVersion: row.first }),
        text: row.text,
        cut: text.complete === 0,
        provenance: readRank(row.facts_rank).provenance,
        partProvenance: {
          text: text.provenance,
          links: readRank(row.links_rank).provenance,
          time: readRank(row.time_rank).provenance,
        },
        links: links.all(row.id).map(asLink),
        contacts: contacts.all(row.id),
        observations: observations.all(row.id).map(toObservation),
      };
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < BLOCK) return;
    last = end.id;
  }
}

const asLink = ({ short, target }: { short: string | null; target: string | null }): PostLink => {
  if (target === null) return { short: short ?? '' };
  return short === null ? { target } : { short, target };
};

/** All that a history holds besides what follows from it. */
export const readContents = (database: Database): HistoryContents => ({
  account: readAccount(database),
  imports: listImports(database),
  absences: database
    .prepare<[], { id: string; instant: number }>(
      'SELECT CAST(post AS TEXT) AS id, instant FROM absences ORDER BY post, instant',
    )
    .all(),
  keywords: allKeywords(database),
  optOuts: listOptOuts(database),
  posts: readPosts(database),
});
