import type { Database, Statement } from '../driver/port.js';
import type {
  Observation,
  ObservedAt,
  PostContact,
  PostKind,
  Precision,
  SourcePost,
  Provenance,
} from '#history/ports.js';
import { METRICS } from '#tweet/counters.js';
import { searchForm } from '#tweet/search-text.js';
import { CERTAINTY, createRowInsert, METRIC_COLUMNS, hashFigures, hashText, toRank } from './rows.js';

/** Columns that the stage and `posts` have in common, the computed ones left out. */
export const FACT_COLUMNS = [
  'key',
  'at',
  'precision',
  'time_rank',
  'kind',
  'quote',
  'language',
  'media',
  'first_version',
  'facts_rank',
  'text',
  'text_rank',
  'links_hash',
  'links_rank',
] as const;

/** The first link and the first contact of a post stand in its row: most posts have no more. */
const FIRST_LINK = ['short', 'target', 'identity'] as const;
const FIRST_CONTACT = ['handle', 'how'] as const;

/** A link as it is staged: what a source tells, and the number of what it is counted as. */
export interface StagedLink {
  readonly short: string | null;
  readonly target: string | null;
  readonly identity: number | null;
}
/** A contact as it is staged, with the number of the handle. */
export interface StagedContact {
  readonly handle: number;
  readonly how: PostContact['how'];
}

/** All that goes into the row of a post. */
export interface PostRow {
  readonly post: SourcePost;
  readonly observation: Observation | undefined;
  readonly linksHash: number;
  readonly resolved: boolean;
  readonly link: StagedLink | undefined;
  readonly contact: StagedContact | undefined;
}

const PRECISIONS: readonly Precision[] = ['day', 'minute', 'second', 'ms'];
const HOWS: readonly PostContact['how'][] = ['mention', 'reply', 'repost'];
const KINDS: readonly PostKind[] = ['original', 'thread', 'reply', 'repost'];

// The version chain tells the time of the first version: better than the own id of a later one.
const timeRank = ({ provenance, partProvenance, at, precision, firstVersion }: SourcePost): number =>
  toRank(
    { source: (partProvenance?.time ?? provenance).source },
    at === undefined ? 0 : 1 + PRECISIONS.indexOf(precision) * 2 + (firstVersion === undefined ? 0 : 1),
  );
const placeholders = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
const asKey = 'CAST(? AS INTEGER)';

/** The cells of FACT_COLUMNS. */
const toFactCells = (post: SourcePost, linksHash: number, resolved: boolean): (string | number | null)[] => [
  post.id,
  post.at ?? null,
  post.precision,
  timeRank(post),
  post.kind,
  post.quote ? 1 : 0,
  post.language,
  post.media,
  post.firstVersion ?? '0',
  toRank(post.provenance, true),
  post.text,
  toRank(post.partProvenance?.text ?? post.provenance, !post.cut),
  linksHash,
  toRank(post.partProvenance?.links ?? post.provenance, resolved),
];

/** Places for FACT_COLUMNS and this many further columns. Ids are bound as text. */
const factPlaces = (more: number): string =>
  `${asKey}, ${placeholders(7)}, ${asKey}, ${placeholders(FACT_COLUMNS.length - 9 + more)}`;

/** Inserts a further statement about a post that is staged, by what it says; the same one again changes nothing. */
export function createRivalInsert(
  database: Database,
): (
  row: Pick<PostRow, 'post' | 'linksHash' | 'resolved'>,
  links: readonly StagedLink[],
  contacts: readonly StagedContact[],
) => void {
  const insert = database.prepare<(string | number | null)[]>(
    `INSERT INTO temp.stage_rivals (${FACT_COLUMNS.join(', ')}, links, contacts, digest) VALUES (${factPlaces(3)})
      ON CONFLICT DO NOTHING`,
  );
  return ({ post, linksHash, resolved }, links, contacts) => {
    const cells = [...toFactCells(post, linksHash, resolved), JSON.stringify(links), JSON.stringify(contacts)];
    insert.run(...cells, hashText(cells.join('\n')));
  };
}

/** Binds every column: for posts that have nothing in common. */
function createPlainInsert(database: Database): (row: PostRow) => { readonly changes: number } {
  const insert = createRowInsert(database, (columns) => {
    const more = [...FIRST_LINK, ...FIRST_CONTACT, 'search', ...columns];
    return `INSERT INTO temp.stage (${[...FACT_COLUMNS, ...more].join(', ')}) VALUES (${factPlaces(more.length)})
      ON CONFLICT DO NOTHING`;
  });
  return ({ post, observation, linksHash, resolved, link, contact }) =>
    insert(observation, [
      ...toFactCells(post, linksHash, resolved),
      link?.short ?? null,
      link?.target ?? null,
      link?.identity ?? null,
      contact?.handle ?? null,
      contact?.how ?? null,
      searchForm(post.text, link?.short ?? undefined),
    ]);
}

/** The statement for posts like this one: what they have in common stands in it, the rest is bound. */
function prepareLike(
  database: Database,
  { post, observation, resolved, link, contact }: PostRow,
  search: number,
): Statement {
  const text = (value: string): string => `'${value}'`;
  const same: Record<string, string | number> = {
    precision: text(post.precision),
    time_rank: timeRank(post),
    kind: text(post.kind),
    quote: post.quote ? 1 : 0,
    facts_rank: toRank(post.provenance, true),
    text_rank: toRank(post.provenance, !post.cut),
    links_rank: toRank(post.provenance, resolved),
    search,
    ...(post.firstVersion === undefined ? { first_version: 0 } : {}),
    ...(contact === undefined ? {} : { how: text(contact.how) }),
    ...(observation === undefined
      ? {}
      : {
          instant: observation.observed.certainty === 'unknown' ? 0 : observation.observed.instant,
          certainty: CERTAINTY[observation.observed.certainty],
          source: text(observation.source),
        }),
  };
  const bound = [
    'at',
    'language',
    'media',
    'text',
    'links_hash',
    ...(post.firstVersion === undefined ? [] : ['first_version']),
    ...(link === undefined ? [] : FIRST_LINK),
    ...(contact === undefined ? [] : ['handle']),
    ...(observation === undefined
      ? []
      : [
          'fingerprint',
          ...METRIC_COLUMNS.filter((_, index) => {
            const metric = METRICS[index];
            return metric !== undefined && observation.counters[metric] !== undefined;
          }),
        ]),
  ];
  const binds = bound.map((column) => (column === 'first_version' ? asKey : '?'));
  return database.prepare(
    `INSERT INTO temp.stage (${[...Object.keys(same), 'key', ...bound].join(', ')})
     VALUES (${[...Object.values(same), asKey, ...binds].join(', ')}) ON CONFLICT DO NOTHING`,
  );
}

/**
 * Inserts posts into the stage; `changes` is 0 for one that is already there. Most posts of a file differ in few
 * columns: a statement for each set of the others binds half as much, which is half of the time. Their number is that
 * of sets of kinds, precisions, counters and the like: some tens for an account.
 */
export function createPostInsert(database: Database): (row: PostRow) => { readonly changes: number } {
  const insertPlain = createPlainInsert(database);
  const statements = new Map<number, Statement>();
  let provenance: Provenance | undefined;
  let observed: ObservedAt | undefined;
  return (row) => {
    const { post, observation, link, contact } = row;
    if (post.provenance !== provenance) {
      // Another file, or a history that is read back, where each post has a teller of its own.
      provenance = post.provenance;
      observed = observation?.observed;
      statements.clear();
      return insertPlain(row);
    }
    observed ??= observation?.observed;
    const { counters } = observation ?? {};
    const isLike =
      post.partProvenance === undefined &&
      (observation === undefined ||
        (observation.observed === observed &&
          observation.source === provenance.source &&
          counters?.more === undefined));
    if (!isLike) return insertPlain(row);

    const cells: (string | number | null)[] = [post.id, post.at ?? null, post.language, post.media, post.text];
    cells.push(row.linksHash);
    const search = searchForm(post.text, link?.short ?? undefined);
    let alike = (search * KINDS.length + KINDS.indexOf(post.kind)) * 4 + PRECISIONS.indexOf(post.precision);
    const bit = (is: boolean): void => {
      alike = alike * 2 + (is ? 1 : 0);
    };
    bit(post.quote);
    bit(post.cut);
    bit(row.resolved);
    bit(post.at === undefined);
    bit(post.firstVersion !== undefined);
    if (post.firstVersion !== undefined) cells.push(post.firstVersion);
    bit(link !== undefined);
    if (link !== undefined) cells.push(link.short, link.target, link.identity);
    alike = alike * 4 + (contact === undefined ? 0 : HOWS.indexOf(contact.how) + 1);
    if (contact !== undefined) cells.push(contact.handle);
    bit(counters !== undefined);
    let figures = 0;
    if (counters !== undefined) {
      const fingerprintAt = cells.push(0) - 1;
      for (let index = 0; index < METRICS.length; index += 1) {
        const metric = METRICS[index];
        const figure = metric === undefined ? undefined : counters[metric];
        if (figure === undefined) continue;
        figures |= 1 << index;
        cells.push(figure);
      }
      cells[fingerprintAt] = hashFigures(figures, cells, fingerprintAt + 1, 0);
    }
    alike = alike * 2 ** METRICS.length + figures;
    let statement = statements.get(alike);
    if (statement === undefined) {
      statement = prepareLike(database, row, search);
      statements.set(alike, statement);
    }
    // One by one: the driver takes arguments faster than the cells of a list.
    return statement.run(...cells);
  };
}
