/** The counters of a post that every part of the program knows by name; the rest travel in `more`. */
export const METRICS = [
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
export type Metric = (typeof METRICS)[number];

/** Counters of a post. A missing one was not told by the source, which is not zero. */
export type Counters = Readonly<Partial<Record<Metric, number>>> & {
  readonly more?: Readonly<Record<string, number>>;
};
