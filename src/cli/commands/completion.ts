import { existsSync } from 'node:fs';
import { completionSentences } from '#locale/completion.js';
import { oneLine } from '#report/terminal/width.js';
import type { CommandContext, Registration } from '../command.js';
import { candidates, type Candidate, type CommandTree } from '../completion/candidates.js';
import { SCRIPTS, SHELLS } from '../completion/scripts.js';
import { databaseFile, newCommand, option } from '../options/common.js';
import { hasProfile } from '../profile-choice.js';
import type { Shell } from '../shell.js';
import { EXIT } from '../user-error.js';

/** Items that are offered at most: more than anybody chooses from. @source own choice */
const MAX_ITEMS = 200;
/** How the last word is given where an empty one would get lost. */
const CURRENT = '--current=';

/** `completion`: a script for a shell, which asks the same command what can stand where the cursor is. */
export const registerCompletion =
  (treeOf: (context: CommandContext) => CommandTree): Registration =>
  (program, context) => {
    const { shell, locale, finish } = context;
    const sentences = completionSentences(locale);
    const command = newCommand(program, 'completion', sentences.help)
      .addOption(option('--complete', '').hideHelp())
      .argument('<shell>', sentences.shell);
    // The words of the line, with whatever stands in them.
    program.commands.at(-1)?.allowExcessArguments();
    program.commands.at(-1)?.registeredArguments[0]?.choices(SHELLS);
    command.action(async (name, { complete }, { args }) => {
      const chosen = SHELLS.find((each) => each === name) ?? 'bash';
      if (complete !== true) {
        shell.stdout.write(SCRIPTS[chosen]);
        return finish(EXIT.done);
      }
      const typed = args
        .slice(1)
        .map((word) => (chosen === 'powershell' && word.startsWith(CURRENT) ? word.slice(CURRENT.length) : word));
      const { kind, found } = await candidates(typed, treeOf(context), shell, lookupsIn(shell, typed));
      const lines = found.filter(({ value }) => !/\p{Cc}/u.test(value)).map(toLine);
      shell.stdout.write(`${[kind, ...lines].join('\n')}\n`);
      finish(EXIT.done);
    });
  };

const toLine = ({ value, remark = '' }: Candidate): string => (remark === '' ? value : `${value}\t${oneLine(remark)}`);

/** What the line itself says of the profile and the history. Nothing that cannot be read is an error at a key press. */
function lookupsIn(shell: Shell, typed: readonly string[]) {
  const silent = async <Found>(work: () => Promise<readonly Found[]>): Promise<readonly Found[]> => {
    try {
      return await work();
    } catch {
      return [];
    }
  };
  return {
    profiles: () =>
      silent(async () => (await (await import('../profile.js')).readProfiles(shell)).profiles.map(({ name }) => name)),
    items: () =>
      silent(async () => {
        const line = { ...shell, argv: typed };
        const world =
          shell.profile === undefined && hasProfile(line)
            ? await (await import('../profile.js')).withProfile(line)
            : shell;
        const db = typed[typed.indexOf('--db') + 1];
        const flags = { db: typed.includes('--db') ? db : undefined };
        if (!existsSync(databaseFile(world, flags.db))) return [];
        const { withQueue } = await import('../queue/open.js');
        return withQueue(world, flags, 'read', async ({ store }) =>
          (await store.list({ states: ['planned', 'reminded', 'refused', 'unknown', 'missed'] }, MAX_ITEMS)).map(
            ({ id, text }) => ({ value: String(id), remark: [...text].slice(0, 60).join('') }),
          ),
        );
      }),
  };
}
