// The machine and what is on it: Node, the database engine, the history with its disk, the clock, the zone, the desktop.
import { advise, check, type DatabaseProblem, type HealthCheck, type Remedy, toInstant } from './check.js';
import type {
  ClockFacts,
  DatabaseFacts,
  DesktopFacts,
  DiskFacts,
  HealthFacts,
  HistoryFacts,
  QueueFacts,
  ZoneFacts,
} from './facts.js';

/** Node and the engine of the database. */
export function programChecks({ version, node, native }: HealthFacts): readonly HealthCheck[] {
  const running = check('node', 'ok', 'node-runs', { version, node });
  const engine =
    'fault' in native
      ? check('native', 'problem', 'engine-missing', { why: native.fault }, advise('install-engine'))
      : check('native', 'ok', 'engine-works', { engine: native.engine });
  return [running, engine];
}

const MINUTE = 60_000;
/** X refuses keys whose time is off by some 5 minutes. @source own choice of the two bounds */
const OFF = 2 * MINUTE;
const FAR_OFF = 10 * MINUTE;

/** The clock of this machine against X's. `price` is what asking X costs, thousandths of a US dollar. */
export function clockCheck({ seen }: ClockFacts, now: number, price: number): HealthCheck {
  if (seen === undefined) {
    return check('clock', 'note', 'clock-not-compared', {}, { code: 'ask-online', data: { price } });
  }
  const off = Math.abs(seen.skew);
  if (off < OFF) return check('clock', 'ok', 'clock-right', {});
  // X ahead means that this machine is behind.
  const data = { ahead: -seen.skew, seenAgo: Math.max(0, now - seen.at) };
  return check('clock', off > FAR_OFF ? 'problem' : 'warning', 'clock-wrong', data, advise('set-clock'));
}

/** The zone in use, and whether its rules are those that slots were planned by. */
export function zoneChecks({ name, from, ignored, rules, plannedBy }: ZoneFacts): readonly HealthCheck[] {
  const zone =
    ignored === undefined
      ? check('zone', 'ok', 'zone-used', { zone: name, from, rules })
      : check('zone', 'warning', 'zone-ignored', { zone: name, received: ignored }, advise('set-zone'));
  if (plannedBy === undefined || rules === '' || plannedBy === rules) return [zone];
  return [zone, check('zone-rules', 'note', 'zone-rules-changed', { planned: plannedBy, present: rules })];
}

/** How reminders reach their user, and whether the last one did; the clipboard, without which they do. */
export const desktopChecks = (
  { notice, clipboard, hasCommand }: DesktopFacts,
  reminder: QueueFacts['reminder'],
  now: number,
): readonly HealthCheck[] => [
  ...(notice || !hasCommand
    ? [notice ? check('notice', 'ok', 'notices-shown', {}) : check('notice', 'note', 'notices-missing', {})]
    : []),
  ...(hasCommand ? [check('notice', 'ok', 'reminders-by-command', {})] : []),
  ...(reminder?.channels.length === 0
    ? [
        check(
          'notice',
          'problem',
          'reminder-unreached',
          { ago: Math.max(0, now - reminder.at) },
          advise('choose-channel'),
        ),
      ]
    : []),
  clipboard ? check('clipboard', 'ok', 'clipboard-works', {}) : check('clipboard', 'note', 'clipboard-missing', {}),
];

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

function diskChecks(file: string, { freeBytes, network, syncedBy }: DiskFacts): readonly HealthCheck[] {
  const found: HealthCheck[] = [];
  if (network !== undefined) {
    found.push(check('disk', 'warning', 'network-disk', { file, system: network }, advise('use-local-disk')));
  }
  if (syncedBy !== undefined) {
    const data = { file, service: syncedBy };
    found.push(check('disk', 'warning', 'synced-folder', data, advise('leave-synced-folder')));
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
