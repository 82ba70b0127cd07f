// A kit for a team of twelve in two languages, made by the program.
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KitDocument } from '#report/documents/outreach.js';
import { runInProcess, type Outcome } from '../cli/run.js';

/** The drafts, the table and the image. */
const PEOPLE = new URL('../../fixtures/people/', import.meta.url).pathname;

/** Runs the program beside the drafts, in Paris. */
export const runPeople = (argv: readonly string[], db: string, now?: number): Promise<Outcome> =>
  runInProcess({
    argv,
    cwd: PEOPLE,
    env: { TWEETSPAN_DB: db, TZ: 'Europe/Paris' },
    ...(now !== undefined && { now }),
  });

/** A kit in a new folder, with a new history. */
export async function makeKitOfTwelve(more: readonly string[] = []): Promise<{
  readonly folder: string;
  readonly db: string;
  readonly document: KitDocument;
  readonly exitCode: number | null;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'tweetspan-kit-'));
  const db = join(folder, 'history.db');
  const argv = [
    'kit',
    'guide.fr.md',
    'guide.en.md',
    '--for',
    'team.csv',
    '--out',
    join(folder, 'kit'),
    '--json',
    ...more,
  ];
  const { stdout, stderr, exitCode } = await runPeople(argv, db);
  if (stdout === '') throw new Error(stderr);
  return { folder: join(folder, 'kit'), db, document: JSON.parse(stdout) as KitDocument, exitCode };
}

/** A file of a kit. */
export const readKitFile = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');
