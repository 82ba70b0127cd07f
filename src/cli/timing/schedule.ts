import { existsSync } from 'node:fs';
import type { Item } from '#queue/item.js';
import { asJson } from '#report/documents/json.js';
import type { PlanDocument } from '#report/documents/plan.js';
import { QUEUE_MESSAGES } from '#report/queue-answers.js';
import { wantsColor } from '../terminal/color.js';
import { confirm } from '../terminal/confirm.js';
import { EXIT, reportDraftError, type ExitCode } from '../user-error.js';
import { resolveLocale } from '../options/locale.js';
import { databaseFile } from '../history-file.js';
import { draftLoaders, draftName, openDraft, type OpenDraft } from '../open-draft.js';
import { terminalWidth, type Shell } from '../shell.js';
import { enqueue, writeCalendar } from './enqueue.js';
import type { ScheduleFlags } from '../options/timing.js';
import { planDraft, type Planned } from './plan-draft.js';
import { planReport } from '#report/terminal/plan.js';

/**
 * Plans a draft, shows the plan, and queues it unless it is a dry run, or whoever is asked says no. 1 when it cannot go
 * out as it is: too few hours, too few texts, something that X would refuse. Then nothing is queued.
 */
export async function scheduleCommand(shell: Shell, file: string, flags: ScheduleFlags): Promise<ExitCode> {
  // A history that is to be made by queuing is asked for nothing.
  const isNew = flags.dryRun !== true && !existsSync(databaseFile(shell, flags.db));
  const draftFlags = { ...flags, rule: {}, ...(isNew && { facts: false }) };
  const loaders = await draftLoaders(shell, draftFlags);
  try {
    const draft = await openDraft(shell, file, draftFlags, loaders);
    return await decide(shell, draft, flags, await planDraft(shell, draft, flags));
  } catch (error) {
    return await reportDraftError(shell, { error, name: draftName(file), locale: resolveLocale(shell, flags.locale) });
  } finally {
    loaders.history?.close();
  }
}

/** Shows a plan, and queues it where it is to be. */
async function decide(
  shell: Shell,
  { locale }: OpenDraft,
  flags: ScheduleFlags,
  { document, items, open }: Planned,
): Promise<ExitCode> {
  const words = QUEUE_MESSAGES[locale];
  const isDry = flags.dryRun === true;
  const isJson = flags.json === true || flags.format === 'json';
  const isWhole = document.problems.length === 0;
  const view = { color: wantsColor(shell, flags.color), columns: terminalWidth(shell), locale, isDry };
  if (!isJson) await shell.writeAll([planReport(document, view)]);
  let queued: readonly Item[] | undefined;
  if (!isDry && isWhole) {
    const answer = flags.yes ? 'yes' : await confirm(shell, words.askQueue(items.length));
    if (answer !== 'yes') {
      shell.stderr.write(`tweetspan: ${words.notQueued}\n`);
      return answer === 'interrupted' ? EXIT.interrupted : EXIT.done;
    }
    queued = await enqueue(shell, { ...(flags.db !== undefined && { db: flags.db }), locale }, items, open);
  }
  const ids = queued?.map(({ id }) => id);
  if (isJson) await shell.writeAll([asJson({ ...document, queued: ids ?? null } satisfies PlanDocument)]);
  else if (ids !== undefined) shell.stdout.write(`\n${words.queued(ids, flags.mode)}\n`);
  else if (!isDry) shell.stdout.write(`\n${words.notQueuedProblems}\n`);
  if (flags.ics !== undefined && isWhole) {
    writeCalendar(shell, flags.ics, queued ?? items, { now: shell.now(), locale, isQueued: ids !== undefined });
    shell.stderr.write(`tweetspan: ${words.calendar(flags.ics)}\n`);
  }
  return isWhole ? EXIT.done : EXIT.findings;
}
