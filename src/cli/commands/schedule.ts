import { existsSync } from 'node:fs';
import type { Locale } from '#base/locale.js';
import { LONGEST_GAP } from '#campaign/period.js';
import { REQUESTABLE } from '#timing/hours/usable-posts.js';
import { cliSentences } from '#locale/cli.js';
import { experimentSentences } from '#locale/experiment.js';
import { planSentences } from '#locale/plan.js';
import type { Item, ItemMode, MissedPolicy } from '#queue/item.js';
import { asJson } from '#report/documents/json.js';
import type { PlanDocument } from '#report/documents/plan.js';
import { planReport, type PlanView } from '#report/terminal/plan.js';
import { usualMode } from '../sign-in.js';
import type { LocalizedCommand, Registration } from '../command.js';
import type { Account } from '#x/auth/credentials.js';
import { storedAccount } from '../sign-in.js';
import { databaseFile, databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { draftLoaders, draftName, openDraft, type OpenDraft } from '../open-draft.js';
import { resolveLocale } from '../options/locale.js';
import {
  durationReader,
  localMomentReader,
  missedPolicyReader,
  seedReader,
  skippedDaysReader,
  wholeNumberReader,
  windowReader,
  zoneOption,
  type SkippedDays,
} from '../options/times.js';
import { terminalWidth, type Shell, wantsColor } from '../shell.js';
import { planDraft } from '../plan-draft.js';
import type { ShownPlan } from '../plan-drafts.js';
import { confirm } from '../terminal/prompt.js';
import { EXIT, reportDraftError, UserError, type ExitCode } from '../user-error.js';
import { writeNotice, writeSentences } from '../notice.js';

const NO_DAYS: SkippedDays = { weekdays: [], dates: [] };
const TWO_HOURS: MissedPolicy = { within: 7_200_000 };

/** `schedule`: plans when the link of a draft goes out, with which text, and queues the posts. */
export const registerSchedule: Registration = (program, { shell, locale, finish }) => {
  commandLine(program, locale).action(async (files, flags) => finish(await schedule(shell, files, flags)));
};

/** The options of `schedule`. */
function commandLine(program: LocalizedCommand, locale: Locale) {
  const { help, options } = planSentences(locale);
  return newCommand(program, 'schedule', help)
    .argument('<drafts...>', options.drafts)
    .option('--dry-run', options.dryRun)
    .option('-y, --yes', options.yes)
    .addOption(option('--reposts <n>', options.reposts).argParser(wholeNumberReader(locale, 0, 20)))
    .addOption(option('--gap <duration>', options.gap).argParser(durationReader(locale, LONGEST_GAP)))
    .addOption(option('--from <day>', options.from).argParser(localMomentReader(locale)))
    .addOption(option('--until <day>', options.until).argParser(localMomentReader(locale)))
    .addOption(option('--window <hours>', options.window).argParser(windowReader(locale)))
    .addOption(
      option('--skip-day <days>', options.skipDay).argParser(skippedDaysReader(locale)).default(NO_DAYS, options.none),
    )
    .addOption(zoneOption(locale, options.zone))
    .addOption(option('--mode <mode>', options.mode).choices(['api', 'remind'] as const))
    .addOption(
      option('--if-missed <policy>', options.ifMissed).argParser(missedPolicyReader(locale)).default(TWO_HOURS, '2h'),
    )
    .option('--force', options.force)
    .option('--review', options.review)
    .option('--replace', options.replace)
    .option('--ics <file>', options.ics)
    .addOption(option('--experiment', experimentSentences(locale).options.schedule).conflicts('reposts'))
    .addOption(option('--metric <metric>', options.metric).choices(REQUESTABLE))
    .addOption(databaseOption(locale))
    .option('--config <file>', cliSentences(locale).options.config)
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .addOption(option('--seed <n>', options.seed).argParser(seedReader(locale)).default(1));
}

type ScheduleFlags = ReturnType<ReturnType<typeof commandLine>['opts']>;
type PlanFlags = ScheduleFlags & { readonly mode: ItemMode };

const isJson = ({ json, format }: ScheduleFlags): boolean => json === true || format === 'json';

/**
 * Plans a draft or several, shows the plan, and queues it unless it is a dry run or the user says no. 1 when it cannot go
 * out as it is: too few hours, too few texts, something that X would refuse. Then nothing is queued.
 */
async function schedule(shell: Shell, files: readonly string[], flags: ScheduleFlags): Promise<ExitCode> {
  // A history that is to be made by queuing has nothing to say yet.
  const isNew = flags.dryRun !== true && !existsSync(databaseFile(shell, flags.db));
  const draftFlags = { ...flags, rule: {}, ...(isNew && { facts: false }) };
  const loaders = await draftLoaders(shell, draftFlags);
  let [file = ''] = files;
  try {
    const drafts: OpenDraft[] = [];
    for (file of files) drafts.push(await openDraft(shell, file, draftFlags, loaders));
    const [draft] = drafts;
    if (draft === undefined) return EXIT.usage;
    requireConfirmable(shell, draft, flags);
    // A calendar is for posts made by hand.
    const mode = flags.mode ?? (flags.ics === undefined ? await usualMode(shell) : 'remind');
    const planFlags = { ...flags, mode };
    if (drafts.length === 1) {
      return await showAndQueue(shell, draft.locale, planFlags, asOne(await planDraft(shell, draft, planFlags)));
    }
    const { planDrafts } = await import('../plan-drafts.js');
    return await showAndQueue(
      shell,
      draft.locale,
      planFlags,
      await planDrafts(shell, drafts, planFlags, (name) => (file = name)),
    );
  } catch (error) {
    return await reportDraftError(shell, { error, name: draftName(file), locale: resolveLocale(shell, flags.locale) });
  } finally {
    loaders.history?.close();
  }
}

function asOne({ data, items, steps, open, replaced }: Awaited<ReturnType<typeof planDraft>>): ShownPlan {
  const toDocument = (queued: readonly number[] | null): PlanDocument => ({
    schema: 'tweetspan/plan@1',
    ...data,
    queued,
  });
  const report = (view: PlanView): string => planReport(toDocument(null), view);
  return { items, steps, open, isWhole: data.problems.length === 0, drafts: 1, replaced, report, toDocument };
}

/** @throws UserError for a call that would have to ask and cannot, before anything is planned. */
function requireConfirmable(shell: Shell, { locale }: OpenDraft, flags: ScheduleFlags): void {
  const { dryRun, yes, mode, ics } = flags;
  const { errors } = planSentences(locale);
  if (ics !== undefined && mode === 'api') throw new UserError(errors.icsByApi);
  if (dryRun || yes) return;
  if (!shell.stdin.isTTY) throw new UserError(errors.notATerminal);
  if (isJson(flags)) throw new UserError(errors.jsonAsksNothing);
}

/** The account that posts by the API will go out by, as far as it is known; without a sign-in that is said at once. */
async function accountToPostAs(shell: Shell, locale: Locale): Promise<Account | undefined> {
  const account = await storedAccount(shell);
  if (account === undefined) writeNotice(shell, planSentences(locale).notSignedIn);
  return account === 'unknown' ? undefined : account;
}

/** The steps that only a person can take, below the plan; loaded where there are some. */
async function shownSteps(steps: ShownPlan['steps'], view: PlanView): Promise<readonly string[]> {
  if (steps.length === 0 || view.quiet === true) return [];
  const { plannedSteps } = await import('../person-steps.js');
  return [`\n${plannedSteps(steps, view.locale)}\n`];
}

/** The same as data. */
async function stepsAsData(steps: ShownPlan['steps']): Promise<Pick<PlanDocument, 'people'>> {
  return steps.length === 0 ? {} : { people: (await import('../person-steps.js')).stepRecords(steps) };
}

/** Shows a plan, and queues it where it is to be. */
async function showAndQueue(
  shell: Shell,
  locale: Locale,
  flags: PlanFlags,
  { items, steps, open, isWhole, drafts, replaced, report, toDocument }: ShownPlan,
): Promise<ExitCode> {
  const { dryRun: isDry = false, yes, color, quiet, db, ics, mode } = flags;
  const sentences = planSentences(locale);
  const asData = isJson(flags);
  const view = {
    color: wantsColor(shell, color),
    columns: terminalWidth(shell),
    locale,
    isDry,
    quiet,
    verbose: flags.verbose,
  };
  if (!asData) await shell.writeAll([report(view), ...(await shownSteps(steps, view))]);
  if (!asData && replaced.length > 0) writeSentences(shell, `\n${sentences.replaces(replaced, drafts)}`);
  let queued: readonly Item[] | undefined;
  if (!isDry && isWhole && items.length > 0) {
    const account = mode === 'api' ? await accountToPostAs(shell, locale) : undefined;
    const { enqueue } = await import('../enqueue.js');
    const { requireEngine } = await import('../history-database.js');
    // Here, so that a yes is not refused afterwards.
    await requireEngine(shell, databaseFile(shell, db));
    const answer = yes ? 'yes' : await confirm(shell, sentences.askQueue(items.length));
    if (answer !== 'yes') {
      writeNotice(shell, sentences.notQueued);
      return answer === 'interrupted' ? EXIT.interrupted : EXIT.done;
    }
    queued = await enqueue(shell, { ...(db !== undefined && { db }), locale, account }, items, open, replaced, steps);
  }
  const ids = queued?.map(({ id }) => id);
  if (asData) await shell.writeAll([asJson({ ...toDocument(ids ?? null), ...(await stepsAsData(steps)) })]);
  else if (ids !== undefined) writeSentences(shell, `\n${sentences.queued(ids, mode)}`);
  else if (!isDry && !isWhole) writeSentences(shell, `\n${sentences.notQueuedProblems}`);
  if (ics !== undefined && isWhole) {
    const { writeCalendar } = await import('../calendar-file.js');
    writeCalendar(shell, ics, queued ?? items, { now: shell.now(), locale, isQueued: ids !== undefined, steps });
    writeNotice(shell, sentences.calendarWritten(ics));
  }
  return isWhole ? EXIT.done : EXIT.findings;
}
