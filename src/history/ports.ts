import type { OutreachContents } from './outreach.js';
import type { VisitCount } from './visits.js';
import type { Counters } from '#tweet/counters.js';

/** Where a statement about a post came from. The order is that of trust: see the store's ranks. */
export type Source =
  'api' | 'archive' | 'grailbird' | 'grailbird-csv' | 'analytics' | 'analytics-old' | 'table' | 'record';

/** What a post is to its account: `thread` answers the account itself, `repost` is another account's text. */
export type PostKind = 'original' | 'thread' | 'reply' | 'repost';

/** How exactly a post's instant is known; `day` means that its hour is unknown and `at` is midnight UTC. */
export type Precision = 'ms' | 'second' | 'minute' | 'day';

/**
 * When counters were read. `exact`: at `instant`; `day`: at `instant` at the latest, on its day; `after`: at `instant`
 * or later, as a file name tells; `unknown`: no more than that the file existed. Instants are ms UTC.
 */
export type ObservedAt =
  { readonly certainty: 'exact' | 'day' | 'after'; readonly instant: number } | { readonly certainty: 'unknown' };

/** The counters of one post at one instant, as one source reports them. */
export interface Observation {
  readonly source: Source;
  readonly observed: ObservedAt;
  readonly counters: Counters;
}

/** One URL in a post: X's short form, and where it leads as far as the source says. At least one is there. */
export interface PostLink {
  readonly short?: string;
  readonly target?: string;
}

/** One account that a post names, by handle without `@`, and how. */
export interface PostContact {
  readonly handle: string;
  readonly how: 'mention' | 'reply' | 'repost';
}

/** Who said something, and when; ms UTC. The later of two statements of the same source counts. */
export interface Provenance {
  readonly source: Source;
  readonly at?: number;
}

/** A post as one source tells it. */
export interface SourcePost {
  /** Digits only. */
  readonly id: string;
  readonly provenance: Provenance;
  /** Where parts of it come from, when not from `provenance`: only a history that is read back knows. */
  readonly partProvenance?: { readonly text: Provenance; readonly links: Provenance; readonly time: Provenance };
  /** ms UTC; undefined when the source tells no time and the id holds none. */
  readonly at: number | undefined;
  readonly precision: Precision;
  readonly kind: PostKind;
  readonly quote: boolean;
  /** X's own guess, such as `fr` or `und`; empty when unknown. */
  readonly language: string;
  /** Number of images and videos, as far as known. */
  readonly media: number;
  /** The id of the first version, when the post was edited. */
  readonly firstVersion?: string;
  /** Plain text: entities of HTML decoded, URLs as written. */
  readonly text: string;
  /** Whether the source cut the text. */
  readonly cut: boolean;
  readonly links: readonly PostLink[];
  readonly contacts: readonly PostContact[];
  readonly observations: readonly Observation[];
}

/** Who a source belongs to, as far as it tells. */
export interface AccountSign {
  readonly id?: string;
  /** Handles without `@`, in any case. More than one when an account was renamed and its owner says so. */
  readonly handles: readonly string[];
}

/** What an import leaves behind as a record of itself. */
export interface ImportRecord {
  /** SHA-256 of the bytes read, in hex. */
  readonly digest: string;
  readonly format: string;
  readonly name: string;
  /** When the export was made, ms UTC. */
  readonly generatedAt?: number;
  /** Whether it holds all posts that the account had at `generatedAt`: what is missing from it was deleted. */
  readonly complete: boolean;
  readonly rows: number;
  /** The present instant, ms UTC. */
  readonly importedAt: number;
}

/** What a committed import changed. */
export interface MergeCounts {
  readonly added: number;
  /** Posts known before that learnt something: a better text, time or link, or an observation. */
  readonly updated: number;
  readonly observations: number;
  /** Counts of web statistics that are new or higher than before. */
  readonly visits: number;
}

/** How much a term is wanted, as a source of figures tells it. */
export interface KeywordFigure {
  readonly term: string;
  /** ISO 639-1, or empty when the source does not tell. */
  readonly language: string;
  readonly figure: number;
  /** What the figure counts, such as `searches a month`. Figures of different measures are never compared. */
  readonly measure: string;
  /** Name of the source, such as `Google Search Console`. */
  readonly source: string;
  /** When it was reported, ms UTC. */
  readonly reportedAt: number;
}

/** A person who does not want to be mentioned or contacted: the handle in lower case without `@`, noted when (ms UTC). */
export interface OptOut {
  readonly handle: string;
  readonly notedAt: number;
  /** Nothing else of them is kept. */
  readonly forgotten?: true;
}

/** Text of a staged post, for finding the long post that belongs to it. */
export interface StagedText {
  readonly id: string;
  readonly text: string;
}

/**
 * One file on its way into the history. Nothing is visible before `commit`, which is one transaction, and
 * nothing remains after `discard`. Posts may come in any order, and more than once.
 */
export interface ImportSession {
  add(post: SourcePost): void;
  /** Staged posts created within an interval (ms UTC, both ends inside), by their ids' instants. */
  stagedBetween(from: number, to: number): readonly StagedText[];
  /** Gives a staged post its full text with the links and contacts of it. */
  completeText(id: string, text: string, links: readonly PostLink[], contacts: readonly PostContact[]): void;
  /** Notes that X says a post is gone, at an instant (ms UTC). */
  addAbsence(id: string, instant: number): void;
  /** Adds the record of an earlier import, of a history that is read back. */
  addRecord(record: ImportRecord): void;
  /** Adds a figure of demand, and a person who opted out, of a history that is read back. */
  addKeyword(figure: KeywordFigure): void;
  addOptOut(optOut: OptOut): void;
  /** Adds what is known of people who help, except of those who opted out. */
  addOutreach(contents: OutreachContents): void;
  /** Adds what web statistics counted. Of two counts of the same the higher one is kept: visits never go back. */
  addVisits(count: VisitCount): void;
  /**
   * Merges all that was added. Ends the session, also when it throws.
   * @throws when the account is another than the history's, or the database cannot be written.
   */
  commit(record: ImportRecord | undefined, account: AccountSign): MergeCounts;
  discard(): void;
}

/** A post as the history keeps it: where each part of it comes from, and all observations. */
export type KeptPost = SourcePost & { readonly partProvenance: NonNullable<SourcePost['partProvenance']> };

/** All that a history holds besides what follows from it. */
export interface HistoryContents {
  readonly account: AccountSign | undefined;
  readonly imports: readonly ImportRecord[];
  /** Posts that X said are gone, with the instant (ms UTC). */
  readonly absences: readonly { readonly id: string; readonly instant: number }[];
  /** All figures of demand, older ones too. */
  readonly keywords: readonly KeywordFigure[];
  readonly optOuts: readonly OptOut[];
  readonly helpers: OutreachContents;
  /** What web statistics counted; read as they are walked. */
  readonly visits: Iterable<VisitCount>;
  /** In the order of ids; read as it is walked. */
  readonly posts: Iterable<KeptPost>;
}

/** How much of the history can be used for what. Counts of posts, older versions of edited ones left out. */
export interface Coverage {
  readonly posts: number;
  readonly originals: number;
  readonly threads: number;
  readonly replies: number;
  readonly reposts: number;
  readonly superseded: number;
  readonly gone: number;
  /** First and last instant, ms UTC. */
  readonly first?: number;
  readonly last?: number;
  /** Of the originals: how many have a known hour, counters, impressions, a link, and two observations or more. */
  readonly withHour: number;
  readonly withCounters: number;
  readonly withImpressions: number;
  readonly withLink: number;
  readonly withTwoObservations: number;
  /** With reactions read in their first 7 days and after: what decay learns its pace from. */
  readonly withPace: number;
  /** Originals of a known hour that were at least 72 h old when counted, by what was counted. */
  readonly hoursFrom: Readonly<Record<HoursMetric, UsableCount>>;
}

/** What best hours may be estimated from. Reactions are likes and reposts. */
export type HoursMetric = 'reactions' | 'impressions' | 'clicks';
/** How many posts can be used, on how many days (UTC). */
export interface UsableCount {
  readonly posts: number;
  readonly days: number;
}

/** What the importers need of a history. */
export interface HistoryWriter {
  openImport(): ImportSession;
  /** @param now ms UTC: a post is complete at 72 h. */
  coverage(now: number): Coverage;
}
