import type { AccountSign, ObservedAt } from '../ports.js';
import type { Collector } from '../collector.js';

/** Formats by their names in reports and in the record of imports. */
export type Format =
  | 'archive'
  | 'archive-part'
  | 'grailbird'
  | 'grailbird-csv'
  | 'analytics'
  | 'analytics-old'
  | 'api'
  | 'table'
  | 'history'
  | 'matomo'
  | 'plausible'
  | 'ga4'
  | 'visits';

/** Something about a file that its user should know though it was imported. */
export type Remark =
  | { readonly id: 'observed-unknown' }
  | { readonly id: 'observed-bounded'; readonly from: number }
  | { readonly id: 'observed-on'; readonly day: number }
  | { readonly id: 'count-mismatch'; readonly part: string; readonly declaredCount: number; readonly read: number }
  | { readonly id: 'part-missing'; readonly part: string }
  /** A list of posts in the archive's folder that its own list does not name. */
  | { readonly id: 'part-unlisted'; readonly part: string }
  | { readonly id: 'partial-archive' }
  | { readonly id: 'no-manifest' }
  | { readonly id: 'columns-by-order' }
  | { readonly id: 'no-header' }
  | { readonly id: 'counters-unreadable'; readonly cells: number }
  | { readonly id: 'columns-unknown'; readonly columns: readonly string[] }
  | { readonly id: 'no-posts' };

/** What a reader tells of a file after it was read. */
export interface ReadResult {
  readonly format: Format;
  readonly account: AccountSign;
  readonly generatedAt?: number;
  readonly complete: boolean;
  readonly remarks: readonly Remark[];
}

/** What a reader gets besides its file. */
export interface ReadContext {
  readonly collector: Collector;
  /** When counters were read, for files that do not say: it goes before what their name suggests. */
  readonly observedAt?: number;
  /** The present instant, ms UTC. */
  readonly now: number;
  /** The site of web statistics that name pages by their paths, such as `blog.example`. */
  readonly site?: string;
  /** The instant of a time of the site's clock, both in ms; UTC when left out. */
  readonly toInstant?: (localTime: number) => number;
}

/** When the counters of a file were read: as its user says, else as it tells itself, else unknown. */
export const resolveObservedAt = (context: ReadContext, fromFile: ObservedAt | undefined): ObservedAt =>
  context.observedAt === undefined
    ? (fromFile ?? { certainty: 'unknown' })
    : { certainty: 'exact', instant: context.observedAt };
