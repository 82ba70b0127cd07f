import type { ObservedAt } from '../ports.js';

const DAY = 86_400_000;
/** `account_analytics_content_2026-01-01_2026-01-31.csv` */
const ISO_RANGE = /(\d{4}-\d{2}-\d{2})_(\d{4}-\d{2}-\d{2})/;
/** `tweet_activity_metrics_name_20160201_20160301_fr.csv` */
const PLAIN_RANGE = /(?:^|_)(\d{4})(\d{2})(\d{2})_(\d{4})(\d{2})(\d{2})(?:_|\.|$)/;
/** `2016-02.csv`, as people rename the monthly ones. */
const MONTH = /(?:^|[^\d])(\d{4})-(\d{2})(?![\d-])/;

const endOfDay = (start: number): number => start + DAY - 1000;

/**
 * What the name of an analytics file tells of when it was downloaded. The new export names the days that it covers, of
 * which the last is most often the day of the download. The old one was taken later, nobody knows how much: a lower
 * bound. Undefined when the name tells nothing.
 */
export function observationDate(name: string, source: 'analytics' | 'analytics-old'): ObservedAt | undefined {
  const end = lastDayCovered(name);
  if (end === undefined || Number.isNaN(end)) return undefined;
  return { certainty: source === 'analytics' ? 'day' : 'after', instant: endOfDay(end) };
}

function lastDayCovered(name: string): number | undefined {
  const iso = ISO_RANGE.exec(name);
  if (iso) return Date.parse(iso[2] ?? '');
  const plain = PLAIN_RANGE.exec(name);
  if (plain) return Date.parse(plain.slice(4, 7).join('-'));
  const month = MONTH.exec(name);
  // Day 0 of the next month is the last one of this.
  return month ? Date.UTC(Number(month[1]), Number(month[2]), 0) : undefined;
}
