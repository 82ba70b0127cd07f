import type { Coverage, HistoryWriter, HoursMetric, MergeCounts, UsableCount } from './ports.js';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '#base/problem.js';
import { openFile, openFolder, type Container, type ReadableFile } from './formats/container.js';
import { openZip } from './formats/zip.js';
import type { Format, ReadContext, Remark } from './formats/reader.js';
import { isZip, readLoneFile, listUnits, type Unit } from './formats/detect-format.js';
import { refuseUnopened, Refusal } from './refusal.js';
import { createCollector, type Tally } from './collector.js';

/** What a history is good for, as `hours` and `decay` then find. Counts are of posts. */
export interface Capabilities {
  /** What best hours are learned from, with how many posts on how many days; `none` names what is missing. */
  readonly bestHours:
    | ({ readonly from: HoursMetric } & UsableCount)
    | { readonly from: 'none'; readonly missing: 'posts' | 'hours' | 'counters' | 'age' };
  /** Decay learns its pace from posts with reactions read in their first 7 days and after, if there are `minPosts`. */
  readonly decay: { readonly posts: number; readonly minPosts: number };
  readonly links: { readonly posts: number };
  /** Whether there are fewer posts or days than needed: too few for statistics of hours. */
  readonly tooLittle: boolean;
  readonly minPosts: number;
  readonly minDays: number;
}

/**
 * Below these, hours and the pace of decay are typical ones; above them the estimators give their own verdict.
 * @source the bars of the estimators of hours and decay
 */
const HOURS_BAR = { minPosts: 30, minDays: 10 };
const PACE_BAR = 20;

/** In order of preference on a tie, as the estimate of hours chooses. */
const METRICS = ['reactions', 'impressions', 'clicks'] as const satisfies readonly HoursMetric[];

/** What can be done with a history, from its coverage. The metric is that of most usable posts. */
export function assessCapabilities(coverage: Coverage): Capabilities {
  const { originals, withHour, withCounters, withImpressions, hoursFrom, withPace, withLink } = coverage;
  const from = METRICS.reduce((best, metric) => (hoursFrom[metric].posts > hoursFrom[best].posts ? metric : best));
  const { posts, days } = hoursFrom[from];
  const isCounted = withCounters + withImpressions > 0;
  const missing = originals === 0 ? 'posts' : withHour === 0 ? 'hours' : isCounted ? 'age' : 'counters';
  return {
    bestHours: posts === 0 ? { from: 'none', missing } : { from, posts, days },
    decay: { posts: withPace, minPosts: PACE_BAR },
    links: { posts: withLink },
    tooLittle: posts < HOURS_BAR.minPosts || days < HOURS_BAR.minDays,
    ...HOURS_BAR,
  };
}

/** What became of one file, archive or folder. */
export type FileReport =
  | {
      readonly status: 'imported';
      readonly file: string;
      readonly format: Format;
      readonly tally: Tally;
      readonly merged: MergeCounts;
      readonly remarks: readonly Remark[];
    }
  | {
      readonly status: 'refused';
      readonly file: string;
      /** The code of a Problem: a refusal's, or the store's. */
      readonly reason: string;
      /** What a sentence about it needs. */
      readonly data: object;
    };

/** What an import did, and what the history is now good for. */
export interface ImportReport {
  readonly files: readonly FileReport[];
  readonly coverage: Coverage;
  readonly capabilities: Capabilities;
  /** The store's problem that ended the import before its last file, such as `full`; the rest was not tried. */
  readonly stopped?: string;
}

/** How far the reading of a file is: rows so far. */
interface Progress {
  readonly file: string;
  readonly rows: number;
}

/** What an import leaves to its caller. */
export interface ImportOptions {
  /** The present instant, ms UTC. */
  readonly now: number;
  readonly onProgress?: (progress: Progress) => void;
  /** Called with what became of a file as soon as it is in the history. */
  readonly onFile?: (report: FileReport) => void;
  /** When counters were read, ms UTC, for files that do not say. */
  readonly observedAt?: number;
  /** Further handles of the account, without `@`: it was renamed. */
  readonly alsoKnownAs?: readonly string[];
  /** For web statistics: the site whose pages are named by their paths, and the instant of a time of its clock (ms). */
  readonly site?: string;
  readonly toInstant?: (localTime: number) => number;
  /** Ends the import before the next file; the one in work is given up. */
  readonly signal?: AbortSignal;
}

/** Problems of the store that no further file can escape. */
const ENDING = new Set(['locked', 'read-only', 'full', 'corrupt', 'unreachable', 'newer', 'no-native-part']);

const isEnding = (error: unknown): boolean => error instanceof Problem && ENDING.has(error.problem);

function asReport(error: unknown, file: string): FileReport {
  // Anything else is not the fault of the file: it goes up with its stack.
  if (!(error instanceof Problem)) throw error;
  return { status: 'refused', file, reason: error.problem, data: error.data };
}

async function importUnit(unit: Unit, history: HistoryWriter, options: ImportOptions): Promise<FileReport> {
  const session = history.openImport();
  try {
    const collector = createCollector(session, (rows) => {
      options.signal?.throwIfAborted();
      options.onProgress?.({ file: unit.name, rows });
    });
    const { observedAt, now } = options;
    const result = await unit.read({
      collector,
      now,
      ...(observedAt === undefined ? {} : { observedAt }),
      ...(options.site === undefined ? {} : { site: options.site }),
      ...(options.toInstant === undefined ? {} : { toInstant: options.toInstant }),
    });
    options.signal?.throwIfAborted();
    const tally = collector.tally();
    const { format, account, generatedAt, complete, remarks } = result;
    const merged = session.commit(
      // A history that is read back brings the records of the imports that it was made from.
      format === 'history'
        ? undefined
        : {
            digest: collector.digest(),
            format,
            name: unit.name,
            ...(generatedAt === undefined ? {} : { generatedAt }),
            complete,
            rows: tally.rows,
            importedAt: now,
          },
      { ...account, handles: [...account.handles, ...(options.alsoKnownAs ?? [])] },
    );
    const all: readonly Remark[] = tally.posts === 0 && tally.visits === 0 ? [...remarks, { id: 'no-posts' }] : remarks;
    return { status: 'imported', file: unit.name, format, tally, merged, remarks: all };
  } catch (error) {
    session.discard();
    throw error;
  }
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;

async function openPath(path: string): Promise<Container | ReadableFile> {
  const found = await stat(path).catch((error: unknown) => {
    throw refuseUnopened(path, error);
  });
  if (found.isDirectory()) return openFolder(path);
  const file = await openFile(path);
  return (await isZip(file)) ? openZip(path) : file;
}

async function importPath(path: string, history: HistoryWriter, options: ImportOptions): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  let opened: Container | ReadableFile | undefined;
  let current = path;
  try {
    const isZipFile = !(await isFolder(path));
    opened = await openPath(path);
    const file = opened;
    const { units, zips } =
      'files' in file
        ? await listUnits(file)
        : { units: [{ name: file.name, read: (context: ReadContext) => readLoneFile(file, context) }], zips: [] };
    for (const unit of units) {
      current = unit.name;
      try {
        const report = await importUnit(unit, history, options);
        reports.push(report);
        options.onFile?.(report);
      } catch (error) {
        reports.push(asReport(error, current));
        if (isEnding(error)) return reports;
      }
    }
    for (const zip of zips) {
      current = zip;
      // Of a zip in a folder the path is known; one inside a zip would have to be unpacked.
      if (isZipFile) reports.push(asReport(new Refusal('zip-in-zip', { name: zip }), zip));
      else reports.push(...(await importPath(join(path, zip), history, options)));
    }
  } catch (error) {
    reports.push(asReport(error, current));
  } finally {
    if (opened !== undefined && 'close' in opened) opened.close();
  }
  return reports;
}

/**
 * Imports files, zips and folders into a history, each in one step: a file that is refused leaves nothing behind and
 * keeps no other from being imported. Formats are detected from what is in a file, never from its name.
 * Importing the same again, in any order, changes nothing.
 * @throws the reason of `signal` when it was given up.
 */
export async function importPaths(
  paths: readonly string[],
  history: HistoryWriter,
  options: ImportOptions,
): Promise<ImportReport> {
  const files: FileReport[] = [];
  for (const path of paths) {
    options.signal?.throwIfAborted();
    files.push(...(await importPath(path, history, options)));
    const last = files.at(-1);
    if (last?.status === 'refused' && ENDING.has(last.reason)) {
      return buildReport(files, history, { ...options, stopped: last.reason });
    }
  }
  return buildReport(files, history, options);
}

function buildReport(
  files: readonly FileReport[],
  history: HistoryWriter,
  { now, stopped }: { readonly now: number; readonly stopped?: string },
): ImportReport {
  const coverage = history.coverage(now);
  return { files, coverage, capabilities: assessCapabilities(coverage), ...(stopped === undefined ? {} : { stopped }) };
}
