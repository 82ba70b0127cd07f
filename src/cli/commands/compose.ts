import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
import type { Slots } from '#compose/panels.js';
import { composeSentences } from '#locale/compose.js';
import type { LocalizedCommand, Registration } from '../command.js';
import { readAnything } from '../editor/edited-draft.js';
import { runSession } from '../editor/session.js';
import { writeNotice } from '../notice.js';
import { draftLoaders, openSource, type OpenDraft } from '../open-draft.js';
import { configOption, databaseFile, databaseOption, newCommand } from '../options/common.js';
import { factsOption, languageOption, noFactsOption, ruleOption, thesaurusOption } from '../options/judging.js';
import type { Shell } from '../shell.js';
import { reportDraftError, UserError, type ExitCode } from '../user-error.js';

const define = (program: LocalizedCommand, locale: Locale) => {
  const sentences = composeSentences(locale);
  return newCommand(program, 'compose', sentences.help)
    .argument('[file]', sentences.file)
    .addOption(languageOption(locale))
    .addOption(ruleOption(locale))
    .addOption(configOption(locale))
    .addOption(thesaurusOption(locale))
    .addOption(factsOption(locale))
    .addOption(noFactsOption(locale))
    .addOption(databaseOption(locale));
};

type ComposeFlags = ReturnType<ReturnType<typeof define>['opts']>;

/** `compose`: a draft is written with its score beside it. */
export const registerCompose: Registration = (program, { shell, locale, finish }) => {
  define(program, locale).action(async (file, flags) => finish(await compose(shell, file, flags, locale)));
};

/** Opens a draft, or a new one, on the whole screen. */
async function compose(shell: Shell, file: string | undefined, flags: ComposeFlags, locale: Locale): Promise<ExitCode> {
  const name = file ?? unusedName(shell);
  const path = resolve(shell.cwd, name);
  let history: Awaited<ReturnType<typeof draftLoaders>>['history'];
  try {
    requireScreen(shell, name);
    // Before the history: a file that cannot be read is the first thing to put right.
    const source = existsSync(path) ? await readAnything(shell, path) : '';
    const loaders = await draftLoaders(shell, flags);
    ({ history } = loaders);
    const reopen = (text: string): Promise<OpenDraft> =>
      openSource(shell, { file: name, source: text }, flags, loaders);
    const { exitCode, lines } = await runSession({
      shell,
      name,
      path,
      opened: await reopen(source),
      reopen,
      slotsOf: (draft) => slotsOf(shell, draft, flags),
      spare: dirname(databaseFile(shell, flags.db)),
      color: flags.color,
    });
    for (const line of lines) writeNotice(shell, line);
    return exitCode;
  } catch (error) {
    return await reportDraftError(shell, { error, name, locale });
  } finally {
    history?.close();
  }
}

/** Names tried for a new draft. */
const MAX_NAMES = 1000;

/** The first of `draft.md`, `draft-2.md` … that is not there. */
function unusedName({ cwd }: Shell): string {
  const names = Array.from({ length: MAX_NAMES }, (_, index) => (index === 0 ? 'draft.md' : `draft-${index + 1}.md`));
  return names.find((name) => !existsSync(resolve(cwd, name))) ?? 'draft.md';
}

/** @throws UserError where no full screen can be shown. */
function requireScreen({ stdin, stdout, env }: Shell, name: string): void {
  if (name === '-') throw new UserError((locale) => composeSentences(locale).errors.standardInput);
  if (!stdin.isTTY || !stdout.isTTY) throw new UserError((locale) => composeSentences(locale).errors.notATerminal);
  if (env['TERM'] === 'dumb') throw new UserError((locale) => composeSentences(locale).errors.dumbTerminal);
}

/** The slots that `schedule --dry-run` would give, or why there are none. */
async function slotsOf(shell: Shell, draft: OpenDraft, { db }: ComposeFlags): Promise<Slots> {
  // Loaded here only: what plans is as large as what judges.
  const { planDraft } = await import('../plan-draft.js');
  const { problemText } = await import('#report/terminal/plan-notes.js');
  try {
    const { data } = await planDraft(shell, draft, {
      ...(db !== undefined && { db }),
      dryRun: true,
      seed: 1,
      mode: 'remind',
      skipDay: { weekdays: [], dates: [] },
      ifMissed: { within: 7_200_000 },
    });
    return {
      localTimes: data.items.flatMap(({ localTime }) => (localTime === null ? [] : [localTime])),
      zone: data.zone,
      remarks: data.problems.map((problem) => problemText(problem, draft.locale)),
    };
  } catch (error) {
    if (error instanceof UserError) return { why: error.toLine(draft.locale) };
    throw error;
  }
}
