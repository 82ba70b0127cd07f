import { InvalidArgumentError, Option } from 'commander';
import { isDay, readCount, readDuration, readSeed, readZone } from '../options/arguments.js';
import { formatOption, withDatabase } from '../options/common.js';
import type { Registration } from '../command.js';
import { UserError } from '../user-error.js';
import type { MissedPolicy } from '#queue/item.js';
import type { Shell } from '../shell.js';
import type { ScheduleFlags } from '../options/timing.js';

const DAY_NAMES = [
  ['mon', 'lun'],
  ['tue', 'mar'],
  ['wed', 'mer'],
  ['thu', 'jeu'],
  ['fri', 'ven'],
  ['sat', 'sam'],
  ['sun', 'dim'],
] as const;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}(?:[T ]([01]\d|2[0-3]):[0-5]\d)?$/;
const WINDOW = /^([01]?\d|2[0-3]):[0-5]\d\s*[-–]\s*(?:([01]?\d|2[0-3]):[0-5]\d|24:00)$/;

function readLocalTime(value: string): string {
  if (LOCAL_TIME.test(value) && isDay(value)) return value;
  throw new InvalidArgumentError('It must be a day such as 2026-03-02, or a time such as 2026-03-02T09:00.');
}

function readWindowText(value: string): string {
  if (WINDOW.test(value)) return value;
  throw new InvalidArgumentError('It must be a stretch of the day such as 08:00-20:00.');
}

function readNever(value: string, before: ScheduleFlags['never']): ScheduleFlags['never'] {
  const weekday = DAY_NAMES.findIndex((names) => names.some((name) => value.toLowerCase().startsWith(name)));
  if (weekday >= 0) return { ...before, weekdays: [...before.weekdays, weekday] };
  if (DATE.test(value) && isDay(value)) return { ...before, dates: [...before.dates, value] };
  throw new InvalidArgumentError('It must be a weekday such as sun, or a day such as 2026-12-25.');
}

function readMissed(value: string): MissedPolicy {
  if (value === 'skip' || value === 'next-slot') return value;
  try {
    return { within: readDuration(value) };
  } catch {
    throw new InvalidArgumentError('It must be skip, next-slot, or a duration such as 2h.');
  }
}

/** @throws Failure for a call that would have to ask and cannot, before anything is done. */
function requireConfirmable(shell: Shell, { dryRun, yes, format, json, mode, ics }: ScheduleFlags): void {
  if (ics !== undefined && mode === 'api') {
    throw new UserError('--ics is for posts that you make by hand; with --mode api they would be posted twice');
  }
  if (dryRun || yes) return;
  if (!shell.stdin.isTTY) {
    throw new UserError('nobody can be asked here: add --yes to queue the plan, or --dry-run to see it only');
  }
  if (json || format === 'json') {
    throw new UserError('JSON asks no questions: add --yes to queue the plan, or --dry-run to see it only');
  }
}

/** Adds `schedule` to the program. */
export const registerSchedule: Registration = (program, { shell, finish }) => {
  withDatabase(program.command('schedule'))
    .summary('plan when a draft goes out, and again, and with which text')
    .description(
      'Plans when the link of a draft goes out, with which text each time, why then, and at what cost; and queues it.',
    )
    .argument('<draft>', 'draft file, or - for standard input')
    .option('--dry-run', 'show the plan and queue nothing')
    .option('-y, --yes', 'queue the plan without asking')
    .addOption(
      new Option('--reposts <n>', 'reposts after the first post (default: the draft’s, else 3)').argParser(
        readCount(1, 20),
      ),
    )
    .addOption(
      new Option(
        '--gap <duration>',
        'least time between two posts of the link (default: the draft’s, else 1d)',
      ).argParser(readDuration),
    )
    .addOption(
      new Option('--from <day>', 'first day, or time (default: the draft’s, else now)').argParser(readLocalTime),
    )
    .addOption(
      new Option(
        '--until <day>',
        'last day, or time before which all goes out (default: the draft’s, else as needed)',
      ).argParser(readLocalTime),
    )
    .addOption(
      new Option(
        '--window <hours>',
        'time of day, such as 08:00-20:00 (default: the draft’s, else the hours you use)',
      ).argParser(readWindowText),
    )
    .addOption(
      new Option('--never <day>', 'a weekday or a day on which nothing goes out; may be repeated')
        .argParser<ScheduleFlags['never']>(readNever)
        .default({ weekdays: [], dates: [] }, 'none'),
    )
    .addOption(
      new Option('--zone <zone>', 'IANA zone of your readers (default: the draft’s, else this machine’s)').argParser(
        readZone,
      ),
    )
    .addOption(
      new Option('--mode <mode>', 'posted by the program, or by hand from a reminder')
        .choices(['api', 'remind'])
        .default('remind'),
    )
    .addOption(
      new Option(
        '--missed <policy>',
        'what becomes of a post whose slot passed while nothing ran: skip, next-slot, or so late at most',
      )
        .argParser(readMissed)
        .default({ within: 7_200_000 } satisfies MissedPolicy, '2h'),
    )
    .option('--review', 'each post waits for tweetspan queue approve')
    .option('--ics <file>', 'write the posts into a calendar as well, to be reminded there (mode remind)')
    .option('--explore', 'try hours out by chance instead of taking the best')
    .addOption(formatOption(['text', 'json']))
    .option('--json', 'the same as --format json')
    .addOption(new Option('--seed <n>', 'seed of the random draws').argParser(readSeed).default(1))
    .option('--config <file>', 'configuration file (default: tweetspan.config.json or .yaml, upward from the draft)')
    .action(async (draft: string, flags: ScheduleFlags) => {
      requireConfirmable(shell, flags);
      const { scheduleCommand } = await import('../timing/schedule.js');
      finish(await scheduleCommand(shell, draft, flags));
    });
};
