import type { SuggestedLink } from '#campaign/suggest.js';
import type { Locale } from '#base/locale.js';
import { outreachSentences } from '#locale/outreach.js';
import { planSentences } from '#locale/plan.js';
import { timingSentences } from '#locale/timing.js';
import { asJson } from '#report/documents/json.js';
import type { SuggestDocument } from '#report/documents/suggest.js';
import { planReport } from '#report/terminal/plan.js';
import type { TimingView } from '#report/terminal/hours.js';
import { stepLines } from '#report/terminal/outreach.js';
import { suggestReport } from '#report/terminal/suggest.js';
import { formatLocalTime, parseLocalTime } from '#timing/clock/zone.js';
import { enqueue } from '../enqueue.js';
import type { Registration } from '../command.js';
import { withHistory } from '../history-database.js';
import { learnFrom } from '../learned.js';
import { draftLoaders, draftName, openDraft, type OpenDraft } from '../open-draft.js';
import { databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { resolveZone, seedReader, wholeNumberReader, zoneOption } from '../options/times.js';
import { describeSuggestion, findSuggestions } from '../suggestions.js';
import { linkOfDraft, planDraft, type PlanFlags } from '../plan-draft.js';
import { terminalWidth, wantsColor, type Shell } from '../shell.js';
import { confirm } from '../terminal/prompt.js';
import { EXIT, reportDraftError, UserError, type ExitCode } from '../user-error.js';
import { writeNotice } from '../notice.js';

const MINUTE = 60_000;

/** `suggest`: which links to post again this week, when and with which text. */
export const registerSuggest: Registration = (program, { shell, locale, finish }) => {
  const sentences = timingSentences(locale);
  const { options, suggest } = sentences;
  const plan = planSentences(locale).options;
  newCommand(program, 'suggest', suggest.help)
    .argument('[drafts...]', suggest.drafts)
    .addOption(
      option('-n, --limit <n>', suggest.limit)
        .argParser(wholeNumberReader(locale, 1, 100))
        .default(5),
    )
    .option('--plan', suggest.plan)
    .option('-y, --yes', plan.yes)
    .addOption(
      option('--mode <mode>', plan.mode)
        .choices(['api', 'remind'])
        .default('remind' as const),
    )
    .addOption(zoneOption(locale, options.zone))
    .addOption(databaseOption(locale))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .addOption(option('--seed <n>', options.seed).argParser(seedReader(locale)).default(1))
    .action(async (drafts, flags) => finish(await suggestAndPlan(shell, locale, drafts, flags)));
};

interface SuggestFlags extends Pick<PlanFlags, 'mode' | 'seed'> {
  readonly limit: number;
  readonly plan?: true;
  readonly yes?: true;
  readonly zone?: string;
  readonly db?: string;
  readonly format: 'text' | 'json';
  readonly json?: true;
  readonly color?: boolean;
  readonly quiet?: true;
  readonly verbose?: true;
}

async function suggestAndPlan(
  shell: Shell,
  locale: Locale,
  files: readonly string[],
  flags: SuggestFlags,
): Promise<ExitCode> {
  const { errors } = planSentences(locale);
  const asData = flags.json === true || flags.format === 'json';
  if (flags.plan && !flags.yes) {
    if (!shell.stdin.isTTY) throw new UserError(errors.notATerminal);
    if (asData) throw new UserError(errors.jsonAsksNothing);
  }
  const zone = resolveZone(shell, flags.zone);
  const { db, limit, seed } = flags;
  const found = await withHistory(shell, { db, readonly: true }, async (open) => {
    const learned = learnFrom(open, shell.now());
    const suggestions = await findSuggestions(open, learned, { now: shell.now(), zone, limit, seed });
    await learned.keep(shell, db);
    return suggestions;
  });
  const loaders = await draftLoaders(shell, { ...flags, rule: {} });
  let file = '';
  try {
    const drafts = new Map<string, OpenDraft>();
    for (file of files) {
      const draft = await openDraft(shell, file, { ...flags, rule: {} }, loaders);
      const link = linkOfDraft(draft);
      if (link !== undefined) drafts.set(link, draft);
    }
    const links: SuggestDocument['links'][number][] = [];
    for (const [index, link] of found.links.entries()) {
      const draft = drafts.get(link.name.identity);
      file = draft?.name ?? file;
      const planned = draft && (await planDraft(shell, draft, planFlags(flags, zone, link))).data.items[0]?.text;
      links.push(
        describeSuggestion(link, index, {
          zone,
          ready: draft && planned ? { ...planned, draft: draft.name } : undefined,
        }),
      );
    }
    const document = { ...found.document, links, queued: null };
    const view = {
      color: wantsColor(shell, flags.color),
      columns: terminalWidth(shell),
      locale,
      quiet: flags.quiet,
      verbose: flags.verbose,
    };
    if (!asData) await shell.writeAll([suggestReport(document, view), ...openSteps(document, view)]);
    const ready = found.links.flatMap((link, index) => {
      const draft = drafts.get(link.name.identity);
      return draft === undefined || links[index]?.text === null ? [] : [{ link, draft }];
    });
    const queued = flags.plan ? await queueSuggestions(shell, locale, ready, zone, flags) : undefined;
    if (asData) await shell.writeAll([asJson({ ...document, queued: queued?.ids ?? null } satisfies SuggestDocument)]);
    return queued?.exitCode ?? EXIT.done;
  } catch (error) {
    return await reportDraftError(shell, { error, name: draftName(file), locale });
  } finally {
    loaders.history?.close();
  }
}

/** Steps that are still a person's to take, below the suggestions. */
function openSteps({ people = [] }: Pick<SuggestDocument, 'people'>, { locale, quiet }: TimingView): readonly string[] {
  if (people.length === 0 || quiet === true) return [];
  const words = outreachSentences(locale).steps;
  return [`\n${[words.open(people.length), ...stepLines(people, locale)].join('\n')}\n`];
}

/** One post of a link in its suggested slot, planned as `schedule` plans any. */
function planFlags({ db, mode, seed }: SuggestFlags, zone: string, { slot }: SuggestedLink): PlanFlags {
  return {
    ...(db !== undefined && { db }),
    mode,
    seed,
    zone,
    reposts: 1,
    from: slot.localTime,
    until: formatLocalTime(parseLocalTime(slot.localTime) + MINUTE),
    skipDay: { weekdays: [], dates: [] },
    ifMissed: { within: 7_200_000 },
  };
}

/** Queues the suggestions that have a text, one after the other: each plan sees the one before. */
async function queueSuggestions(
  shell: Shell,
  locale: Locale,
  ready: readonly { readonly link: SuggestedLink; readonly draft: OpenDraft }[],
  zone: string,
  flags: SuggestFlags,
): Promise<{ readonly ids: readonly number[]; readonly exitCode: ExitCode }> {
  const sentences = planSentences(locale);
  if (ready.length === 0) throw new UserError(timingSentences(locale).suggest.nothingReady);
  const answer = flags.yes ? 'yes' : await confirm(shell, sentences.askQueue(ready.length));
  if (answer !== 'yes') {
    writeNotice(shell, sentences.notQueued);
    return { ids: [], exitCode: answer === 'interrupted' ? EXIT.interrupted : EXIT.done };
  }
  const ids: number[] = [];
  let exitCode: ExitCode = EXIT.done;
  for (const { link, draft } of ready) {
    const { data, items, open } = await planDraft(shell, draft, planFlags(flags, zone, link));
    if (data.problems.length > 0) {
      exitCode = EXIT.findings;
      const view = { color: wantsColor(shell, flags.color), columns: terminalWidth(shell), locale, isDry: false };
      shell.stderr.write(planReport({ schema: 'tweetspan/plan@1', ...data, queued: null }, view));
      continue;
    }
    const queued = await enqueue(shell, { ...(flags.db !== undefined && { db: flags.db }), locale }, items, open);
    ids.push(...queued.map(({ id }) => id));
  }
  if (ids.length > 0 && flags.json !== true && flags.format !== 'json') {
    shell.stdout.write(`\n${sentences.queued(ids, flags.mode)}\n`);
  }
  return { ids, exitCode };
}
