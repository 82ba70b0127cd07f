import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { HoursPrior } from '#timing/hours/prior.js';

/** One account of the hours data. */
export interface Author {
  readonly name: string;
  readonly zone: string;
  readonly fold: number;
  /** Ascending. */
  readonly posts: readonly { readonly at: number; readonly value: number }[];
}

/** One cascade: events in seconds after the post. */
export interface Cascade {
  readonly fold: number;
  /** When the post was published, unix seconds; of cascades only the time of day counts. */
  readonly start: number;
  readonly times: readonly number[];
  /** Followers of the author, then of each reposter; absent for replies. */
  readonly followers?: readonly number[];
}

/** All files of the benchmark. */
export interface BenchData {
  readonly authors: readonly Author[];
  readonly priors: readonly HoursPrior[];
  readonly reposts: readonly Cascade[];
  readonly replies: readonly Cascade[];
  readonly smallAccount: readonly Cascade[];
  readonly seismic: { readonly times: readonly number[]; readonly followers: readonly number[] };
}

/** Reads the benchmark's files; undefined when the folder is not there. */
export function readBenchData(folder: string): BenchData | undefined {
  const bench = existsSync(join(folder, 'bench')) ? join(folder, 'bench') : folder;
  if (!existsSync(join(bench, 'hours_dev.csv.gz'))) return undefined;
  const text = (name: string): string => {
    const bytes = readFileSync(join(bench, name));
    return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  };
  const json = <T>(name: string): T => JSON.parse(text(name)) as T;

  const folds = json<Record<string, number>>('hours_folds_dev.json');
  const byAuthor = new Map<string, { zone: string; posts: { at: number; value: number }[] }>();
  for (const line of text('hours_dev.csv.gz').trim().split('\n').slice(1)) {
    const [name = '', zone = '', ts = '', likes = '', reposts = ''] = line.trim().split(',');
    const author = byAuthor.get(name) ?? { zone, posts: [] };
    author.posts.push({ at: 1000 * Number(ts), value: Number(likes) + Number(reposts) });
    byAuthor.set(name, author);
  }
  const priorFile = json<{ folds: Record<string, HoursPrior> }>('hours_priors_dev.json');
  type Row = { fold?: number; start?: number; t: number[]; f?: number[] };
  const cascades = (name: string): Cascade[] =>
    json<Row[]>(name).map(({ fold = 0, start = 0, t, f }) =>
      f === undefined ? { fold, start, times: t } : { fold, start, times: t, followers: f },
    );
  const seismic = text('seismic_tweet.csv')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',').map(Number));
  return {
    authors: [...byAuthor].map(([name, { zone, posts }]) => ({ name, zone, fold: folds[name] ?? 0, posts })),
    priors: Array.from({ length: 10 }, (_, fold) => priorFile.folds[fold]).filter((prior) => prior !== undefined),
    reposts: cascades('cascades_tideh_dev.json.gz'),
    replies: cascades('cascades_replies_dev.json.gz'),
    smallAccount: cascades('posts_small_account_dev.json.gz'),
    seismic: { times: seismic.map(([time = 0]) => time), followers: seismic.map(([, count = 0]) => count) },
  };
}
