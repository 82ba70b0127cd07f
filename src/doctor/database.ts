// The file of the history, its disk, and whose posts it holds.
import { advise, check, toInstant, type DatabaseProblem, type HealthCheck, type Remedy } from './check.js';
import type { DatabaseFacts, DiskFacts, HistoryFacts } from './facts.js';

/** Below this a day of posts and their log may not fit, bytes. @source own choice */
const MIN_FREE = 100_000_000;

/** Whether the history can be used, and the disk that it is on. */
export function databaseChecks({ file, state, disk }: DatabaseFacts): readonly HealthCheck[] {
  return [stateCheck(file, state), ...(disk === undefined ? [] : diskChecks(file, disk))];
}

function stateCheck(file: string, state: DatabaseFacts['state']): HealthCheck {
  if (state.kind === 'none') return check('database', 'note', 'no-history', { file }, advise('create-history'));
  if (state.kind === 'fault') return faultCheck(file, state);
  const { version, bytes, damage } = state;
  if (damage !== undefined) {
    return check('database', 'problem', 'damaged', { file, detail: damage }, advise('restore'));
  }
  if (!state.isWritable) return check('database', 'problem', 'read-only', { file }, advise('allow-writing'));
  const code = state.isChecked ? 'history-sound' : 'history-unchecked';
  return check('database', 'ok', code, { file, bytes, version });
}

/** What helps against each problem of opening. */
const REMEDIES: Readonly<Record<DatabaseProblem, Remedy>> = {
  'no-native-part': advise('install-engine-first'),
  newer: advise('update-program'),
  older: advise('updated-on-use'),
  'not-ours': advise('other-file'),
  locked: advise('wait-for-lock'),
  'read-only': advise('allow-writing'),
  full: advise('free-space'),
  corrupt: advise('restore'),
  unreachable: advise('check-folder'),
};

const isKnown = (problem: string | undefined): problem is DatabaseProblem =>
  problem !== undefined && Object.hasOwn(REMEDIES, problem);

function faultCheck(
  file: string,
  { problem, detail, version }: Extract<DatabaseFacts['state'], { kind: 'fault' }>,
): HealthCheck {
  if (!isKnown(problem)) return check('database', 'problem', 'unreadable', { file, detail }, advise('restore'));
  const data = { file, ...(version !== undefined && { version }) };
  // An earlier version is brought up to date by the next command that writes.
  return check('database', problem === 'older' ? 'note' : 'problem', problem, data, REMEDIES[problem]);
}

function diskChecks(file: string, { freeBytes, network }: DiskFacts): readonly HealthCheck[] {
  const found: HealthCheck[] = [];
  if (network !== undefined) {
    found.push(check('disk', 'warning', 'network-disk', { file, system: network }, advise('use-local-disk')));
  }
  if (freeBytes < MIN_FREE) {
    found.push(check('disk', 'warning', 'little-space', { file, freeBytes }, advise('free-space')));
  }
  return found;
}

/** Whose history it is, and how recent. */
export function accountCheck({ account, posts, newest }: HistoryFacts, now: number): HealthCheck {
  if (posts === 0) return check('account', 'note', 'no-posts', {}, advise('fill-history'));
  return check('account', 'ok', 'history-of', {
    handles: account?.handles ?? [],
    ...(account?.id !== undefined && { id: account.id }),
    posts,
    ...(newest !== undefined && { newest: { at: toInstant(newest), age: Math.max(0, now - newest) } }),
  });
}
