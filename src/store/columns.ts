import { METRICS, type Metric } from '../tweet/counters.js';

/** The column of a counter: `linkClicks` is kept as `link_clicks`. */
export const columnOf = (metric: Metric): string => metric.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The columns of all counters, in the order of METRICS. */
export const METRIC_COLUMNS: readonly string[] = METRICS.map(columnOf);
