import { lint } from '#lint/engine.js';
import { locate } from '#lint/locate.js';
import { rankWithModelTexts } from '#rewrite/model-candidates.js';
import { searchRewrites, type RewriteSearch } from '#rewrite/rewrite.js';
import { planVariants } from '#rewrite/variants.js';
import { noRewriteReason } from '#rewrite/no-rewrite-reason.js';
import { toScoreTerms } from '#lint/score.js';
import { asJson } from '#report/documents/json.js';
import { rewriteDocument, variantsDocument, type RefusedTexts } from '#report/documents/rewrite.js';
import { rewriteReport, type RewrittenDraft } from '#report/terminal/rewrite.js';
import { hookTitle, variantsReport } from '#report/terminal/variants.js';
import { wantsColor } from '../terminal/color.js';
import { EXIT, reportDraftError, UserError, type ExitCode } from '../user-error.js';
import { resolveLocale } from '../options/locale.js';
import { draftLoaders, draftName, openDraft, type DraftFlags, type OpenDraft } from '../open-draft.js';
import { terminalWidth, type Shell } from '../shell.js';
import { Option } from 'commander';
import { common } from '../options/common.js';
import type { Registration } from '../command.js';
import { judging, readCount, MAX_REQUESTED } from '../options/judging.js';

/** How `rewrite` was called. */
export interface RewriteFlags extends DraftFlags {
  readonly format: 'text' | 'json';
  readonly n?: number;
  readonly variants?: number;
  readonly interactive?: boolean;
  readonly model?: boolean;
  readonly color?: boolean;
  readonly quiet?: boolean;
}

const DEFAULT_COUNT = 3;

/** Suggests rewrites of a draft, or variants for its reposts. Fails when there are none and the draft has errors. */
export async function rewriteCommand(shell: Shell, file: string, flags: RewriteFlags): Promise<ExitCode> {
  if (flags.interactive) refuseBlindChoice(shell, file, flags);
  const loaders = await draftLoaders(shell, flags);
  try {
    const draft = await openDraft(shell, file, flags, loaders);
    return await (flags.variants === undefined
      ? suggest(shell, draft, flags)
      : vary(shell, draft, flags.variants, flags));
  } catch (error) {
    return await reportDraftError(shell, { error, name: draftName(file), locale: resolveLocale(shell, flags.locale) });
  } finally {
    loaders.history?.close();
  }
}

/** Who chooses must see what there is, and be there to answer. */
function refuseBlindChoice({ stdin, stdout, stderr }: Shell, file: string, { format }: RewriteFlags): void {
  if (file === '-') throw new UserError('--interactive writes a file back; name one instead of standard input');
  if (format === 'json') throw new UserError('--interactive shows its choices as text; leave out --format json');
  if (stdin.isTTY && stdout.isTTY && stderr.isTTY) return;
  throw new UserError(
    '--interactive asks at a terminal, and this is none; leave it out, or take --format json in scripts',
  );
}

async function suggest(shell: Shell, draft: OpenDraft, flags: RewriteFlags): Promise<ExitCode> {
  const { name, file, options, locale } = draft;
  const n = flags.n ?? DEFAULT_COUNT;
  // Before the search: a model that is not configured is to be told at once.
  const settings = flags.model
    ? (await import('../model.js')).modelSettings(draft.config, shell.env, draft.isOwnConfig)
    : undefined;
  const search = searchRewrites(file.draft, { ...options, n });
  const modelTexts =
    settings && (await (await import('../ask-model.js')).requestTexts(shell, draft, search, n, settings));
  const ranked = rankWithModelTexts(file.draft, search, modelTexts ?? [], { ...options, n });
  const { rewrites } = ranked;
  const found: RewrittenDraft = {
    judged: locate(name, file, search.before),
    rewrites,
    why: rewrites.length === 0 ? noRewriteReason(file.draft, search, options) : undefined,
    tried: search.tried + (modelTexts?.length ?? 0),
    refused: [...listed('rules', search.refused), ...listed('model', ranked.refused)],
  };
  if (flags.format === 'json') {
    shell.stdout.write(asJson(rewriteDocument(name, search.before, found)));
  } else {
    const { quiet = false, verbose = false } = flags;
    const view = {
      color: wantsColor(shell, flags.color),
      columns: terminalWidth(shell),
      locale,
      quiet,
      verbose,
      toScoreTerms,
    };
    shell.stdout.write(rewriteReport(found, view));
  }
  if (rewrites.length === 0) return failing(search.before) ? EXIT.findings : EXIT.done;
  if (!flags.interactive) return EXIT.done;
  const { pickRewrite } = await import('../terminal/pick-rewrite.js');
  return pickRewrite(shell, draft, rewrites);
}

const failing = ({ findings }: RewriteSearch['before']): boolean =>
  findings.some(({ severity }) => severity === 'error');

/** What was refused of one origin, the most frequent reason first. */
const listed = (origin: 'rules' | 'model', refused: ReadonlyMap<string, number>): RefusedTexts =>
  [...refused].map(([reason, count]) => ({ origin, reason, count })).sort((a, b) => b.count - a.count);

function vary(
  shell: Shell,
  { name, file, options, locale }: OpenDraft,
  requested: number,
  flags: RewriteFlags,
): ExitCode {
  const before = lint(file.draft, options);
  const plan = planVariants(file.draft, requested, options);
  if (flags.format === 'json') {
    shell.stdout.write(asJson(variantsDocument(name, before, requested, plan, (hook) => hookTitle(hook, locale))));
  } else {
    const view = {
      color: wantsColor(shell, flags.color),
      columns: terminalWidth(shell),
      locale,
      quiet: flags.quiet ?? false,
    };
    shell.stdout.write(variantsReport(locate(name, file, before), requested, plan, view));
  }
  return plan.variants.length === 0 && failing(before) ? EXIT.findings : EXIT.done;
}

export const registerRewrite: Registration = (program, { shell, finish }) => {
  const rewriteCommandLine = common(program.command('rewrite'))
    .summary('suggest better texts for a draft, or texts for its reposts')
    .description(
      'Suggests better texts for a draft, each judged anew and keeping every fact; or, with --variants, texts for reposts.',
    )
    .argument('<file>', 'draft file; - reads standard input')
    .addOption(new Option('--format <format>', 'form of the answer').choices(['text', 'json']).default('text'))
    .addOption(
      new Option('-n <count>', `how many rewrites at most (1..${MAX_REQUESTED}, default: 3)`).argParser(readCount),
    )
    .addOption(
      new Option('--variants <count>', 'texts for so many reposts of the link instead')
        .argParser(readCount)
        .conflicts(['n', 'interactive', 'model']),
    )
    .option('--interactive', 'choose one and write it into the file, with a backup beside it')
    .option('--model', 'ask the model of the configuration for more texts; what breaks a fact is dropped');
  judging(rewriteCommandLine)
    .option('-q, --quiet', 'only the texts and their scores')
    .option('-v, --verbose', 'tell which configuration is used, and what was tried and refused')
    .action(async (file: string, flags: RewriteFlags) => {
      finish(await rewriteCommand(shell, file, flags));
    });
};
