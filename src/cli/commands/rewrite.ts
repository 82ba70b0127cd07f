import { lint } from '#lint/engine.js';
import { locate } from '#lint/locate.js';
import { rankWithForeign } from '#rewrite/model-candidates.js';
import { searchRewrites, type RewriteSearch } from '#rewrite/rewrite.js';
import { planVariants } from '#rewrite/variants.js';
import { whyNone } from '#rewrite/no-rewrite-reason.js';
import { termsOf } from '#lint/score.js';
import { asJson } from '#report/documents/json.js';
import { rewriteDocument, variantsDocument, type RefusedTexts } from '#report/documents/rewrite.js';
import { rewriteReport, type RewrittenDraft } from '#report/terminal/rewrite.js';
import { hookTitle, variantsReport } from '#report/terminal/variants.js';
import { wantsColor } from '../terminal/color.js';
import { EXIT, explain, exitCodeOf, Failure, type ExitCode } from '../user-error.js';
import { draftLoaders, nameOf, openDraft, type DraftFlags, type OpenDraft } from '../open-draft.js';
import { columnsOf, type Shell } from '../shell.js';

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
    const lines = explain(error);
    if (lines === undefined) throw error;
    for (const line of lines) shell.stderr.write(`tweetspan: ${nameOf(file)}: ${line}\n`);
    return exitCodeOf(error);
  } finally {
    loaders.history?.close();
  }
}

/** Who chooses must see what there is, and be there to answer. */
function refuseBlindChoice({ stdin, stdout, stderr }: Shell, file: string, { format }: RewriteFlags): void {
  if (file === '-') throw new Failure('--interactive writes a file back; name one instead of standard input');
  if (format === 'json') throw new Failure('--interactive shows its choices as text; leave out --format json');
  if (stdin.isTTY && stdout.isTTY && stderr.isTTY) return;
  throw new Failure(
    '--interactive asks at a terminal, and this is none; leave it out, or take --format json in scripts',
  );
}

async function suggest(shell: Shell, draft: OpenDraft, flags: RewriteFlags): Promise<ExitCode> {
  const { name, file, options, ui } = draft;
  const n = flags.n ?? DEFAULT_COUNT;
  // Before the search: a model that is not configured is to be told at once.
  const settings = flags.model
    ? (await import('../model.js')).modelSettings(draft.config, shell.env, draft.isOwnConfig)
    : undefined;
  const search = searchRewrites(file.draft, { ...options, n });
  const asked = settings && (await (await import('../ask-model.js')).textsOfModel(shell, draft, search, n, settings));
  const ranked = rankWithForeign(file.draft, search, asked ?? [], { ...options, n });
  const { rewrites } = ranked;
  const found: RewrittenDraft = {
    judged: locate(name, file, search.before),
    rewrites,
    why: rewrites.length === 0 ? whyNone(file.draft, search, options) : undefined,
    tried: search.tried + (asked?.length ?? 0),
    refused: [...listed('rules', search.refused), ...listed('model', ranked.refused)],
  };
  if (flags.format === 'json') {
    shell.stdout.write(asJson(rewriteDocument(name, search.before, found)));
  } else {
    const { quiet = false, verbose = false } = flags;
    const view = { color: wantsColor(shell, flags.color), columns: columnsOf(shell), ui, quiet, verbose, termsOf };
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

function vary(shell: Shell, { name, file, options, ui }: OpenDraft, asked: number, flags: RewriteFlags): ExitCode {
  const before = lint(file.draft, options);
  const plan = planVariants(file.draft, asked, options);
  if (flags.format === 'json') {
    shell.stdout.write(asJson(variantsDocument(name, before, asked, plan, (hook) => hookTitle(hook, ui))));
  } else {
    const view = { color: wantsColor(shell, flags.color), columns: columnsOf(shell), ui, quiet: flags.quiet ?? false };
    shell.stdout.write(variantsReport(locate(name, file, before), asked, plan, view));
  }
  return plan.variants.length === 0 && failing(before) ? EXIT.findings : EXIT.done;
}
