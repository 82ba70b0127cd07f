import { METRICS, type Metric } from '#tweet/counters.js';

const COLUMNS = Object.fromEntries(
  METRICS.map((metric) => [metric, metric.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]),
) as Readonly<Record<Metric, string>>;

/** The column of a counter: `linkClicks` is kept as `link_clicks`. */
export const columnName = (metric: Metric): string => COLUMNS[metric];

/** The columns of all counters, in the order of METRICS. */
export const METRIC_COLUMNS: readonly string[] = METRICS.map(columnName);
