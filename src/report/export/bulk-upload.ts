// Planned posts as tables for the bulk upload of other schedulers.
import type { CsvCell } from '#base/csv.js';

/** A post for another scheduler. */
export interface BulkPost {
  readonly id: number;
  readonly text: string;
  /** What the clock of its zone shows, `2026-03-04T18:00`. */
  readonly localTime: string;
  readonly zone: string;
  /** Addresses of its media on the web. */
  readonly mediaUrls: readonly string[];
  readonly alt: readonly string[];
}

/** The shapes of table: Buffer's own, and a plain one. */
export type BulkFormat = 'buffer' | 'csv';

interface BulkTable {
  readonly header: readonly string[];
  readonly row: (post: BulkPost) => readonly CsvCell[];
}

/** Date and time of the clock: `2026-03-04 18:00`. */
const clockTime = (localTime: string): string => localTime.slice(0, 16).replace('T', ' ');

/**
 * Each table with its columns. Buffer: support.buffer.com/article/926-how-to-upload-posts-in-bulk-to-buffer (names in
 * this spelling, times as YYYY-MM-DD HH:mm of the channel's own time zone, one image by its address).
 */
export const BULK_TABLES: Readonly<Record<BulkFormat, BulkTable>> = {
  buffer: {
    header: ['Text', 'Image URL', 'Tags', 'Posting Time'],
    row: ({ text, mediaUrls, localTime }) => [text, mediaUrls[0], '', clockTime(localTime)],
  },
  csv: {
    header: ['item', 'date', 'time', 'zone', 'text', 'media', 'alt'],
    row: ({ id, localTime, zone, text, mediaUrls, alt }) => [
      id,
      localTime.slice(0, 10),
      localTime.slice(11, 16),
      zone,
      text,
      mediaUrls.join(' '),
      alt.join(' | '),
    ],
  },
};
