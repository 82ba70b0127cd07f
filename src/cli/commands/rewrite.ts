import { rmSync } from 'node:fs';
import type { Locale } from '#base/locale.js';
import type { Draft, Variant } from '#draft/draft.js';
import { writeSource } from '#draft/draft-file.js';
import type { Addition } from '#draft/write-front-matter.js';
import { lint } from '#lint/engine.js';
import { locate } from '#lint/locate.js';
import { rewriteSentences } from '#locale/rewrite.js';
import { rewriteDocument, variantsDocument } from '#report/documents/drafts.js';
import { asJson } from '#report/documents/json.js';
import { editList } from '#report/terminal/changes.js';
import { rewriteReport, type RewrittenDraft, variantsReport } from '#report/terminal/rewrite.js';
import { placeRewrite } from '#rewrite/edits.js';
import { rankWithModelTexts } from '#rewrite/model-candidates.js';
import { searchRewrites, type RewriteSearch, type Rewrite } from '#rewrite/rewrite.js';
import { noRewriteReason } from '#rewrite/no-rewrite.js';
import { planVariants, type VariantText } from '#rewrite/variants.js';
import type { LocalizedCommand, Registration } from '../command.js';
import { modelSettings, requestTexts } from '../model.js';
import { draftLoaders, draftName, openDraft, type OpenDraft } from '../open-draft.js';
import { configOption, databaseOption, formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import {
  factsOption,
  languageOption,
  MAX_REQUESTED,
  noFactsOption,
  readTextCount,
  ruleOption,
  thesaurusOption,
} from '../options/judging.js';
import { terminalWidth, type Shell, wantsColor } from '../shell.js';
import { readSource, backUp, replaceFile } from '../files.js';
import { EXIT, reportDraftError, UserError, type ExitCode } from '../user-error.js';

const DEFAULT_COUNT = 3;

const define = (program: LocalizedCommand, locale: Locale) => {
  const sentences = rewriteSentences(locale);
  return newCommand(program, 'rewrite', sentences.help)
    .argument('<file>', sentences.file)
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .addOption(option('-n <count>', sentences.count(MAX_REQUESTED)).argParser(readTextCount(locale)))
    .addOption(
      option('--variants <count>', sentences.variants).argParser(readTextCount(locale)).conflicts(['n', 'model']),
    )
    .addOption(option('--write', sentences.write).conflicts('interactive'))
    .option('--interactive', sentences.interactive)
    .option('--model', sentences.model)
    .addOption(option('--page <page>', sentences.page))
    .addOption(languageOption(locale))
    .addOption(ruleOption(locale))
    .addOption(configOption(locale))
    .addOption(thesaurusOption(locale))
    .addOption(factsOption(locale))
    .addOption(noFactsOption(locale))
    .addOption(databaseOption(locale));
};

type RewriteFlags = ReturnType<ReturnType<typeof define>['opts']>;

/** `rewrite`: better texts for a draft, or texts for its reposts. */
export const registerRewrite: Registration = (program, { shell, locale, finish }) => {
  define(program, locale).action(async (file, flags) => finish(await rewriteFile(shell, file, flags, locale)));
};

/** Fails when there are no texts and the draft has errors. */
async function rewriteFile(shell: Shell, file: string, flags: RewriteFlags, locale: Locale): Promise<ExitCode> {
  if (flags.interactive && file === '-') {
    throw new UserError((language) => rewriteSentences(language).interactiveNeedsFile);
  }
  if (flags.write && ((flags.variants === undefined && flags.page === undefined) || file === '-')) {
    throw new UserError((language) => rewriteSentences(language).nothingToWrite);
  }
  const loaders = await draftLoaders(shell, flags);
  try {
    // Before a missing terminal: a file that cannot be read is the first thing to put right.
    const draft = await withPage(shell, await openDraft(shell, file, flags, loaders), flags.page);
    if (flags.interactive) refuseBlindChoice(shell, flags);
    return await (flags.variants === undefined
      ? suggest(shell, draft, flags)
      : vary(shell, draft, flags.variants, flags));
  } catch (error) {
    return await reportDraftError(shell, { error, name: draftName(file), locale });
  } finally {
    loaders.history?.close();
  }
}

/** A draft with what its page says, read for this run; the author's own keys win. Without a page named, as it is. */
async function withPage(shell: Shell, opened: OpenDraft, source: string | undefined): Promise<OpenDraft> {
  if (source === undefined) return opened;
  // Loaded here only: few runs read a page.
  const { openPage } = await import('../page.js');
  const { page } = await openPage(shell, source).catch((cause: unknown) => {
    if (!(cause instanceof UserError)) throw cause;
    throw new UserError((locale) => `${source}: ${cause.toLine(locale)}`, { cause, exitCode: cause.exitCode });
  });
  const { draft } = opened.file;
  const title = draft.title ?? page.title;
  return { ...opened, file: { ...opened.file, draft: { ...draft, ...(title !== undefined && { title }), page } } };
}

/** A choice needs a report to choose from and a terminal to answer at. */
function refuseBlindChoice({ stdin, stdout, stderr }: Shell, { format }: RewriteFlags): void {
  if (format === 'json') throw new UserError((locale) => rewriteSentences(locale).interactiveIsText);
  if (stdin.isTTY && stdout.isTTY && stderr.isTTY) return;
  throw new UserError((locale) => rewriteSentences(locale).interactiveNeedsTerminal);
}

async function suggest(shell: Shell, draft: OpenDraft, flags: RewriteFlags): Promise<ExitCode> {
  const { name, file, options, locale } = draft;
  const n = flags.n ?? DEFAULT_COUNT;
  // Before the search: a model that is not configured is reported at once.
  const settings = flags.model ? modelSettings(draft.config, shell.env, draft.isOwnConfig) : undefined;
  const search = searchRewrites(file.draft, { ...options, n });
  const modelTexts = settings === undefined ? [] : await requestTexts(shell, draft, search, n, settings);
  const ranked = rankWithModelTexts(file.draft, search, modelTexts, { ...options, n });
  const { rewrites } = ranked;
  const found: RewrittenDraft = {
    judged: locate(name, file, search.before),
    rewrites,
    why: rewrites.length === 0 ? noRewriteReason(file.draft, search, options) : undefined,
    left: rewrites.length === 0 ? search.leftToAuthor : [],
    unfinished: rewrites.length === 0 ? search.unfinished : undefined,
    tried: search.tried + modelTexts.length,
    refused: [
      ...search.refused.map((refused) => ({ ...refused, origin: 'rules' as const })),
      ...ranked.refused.map((refused) => ({ ...refused, origin: 'model' as const })),
    ],
  };
  if (flags.format === 'json') {
    shell.stdout.write(asJson(rewriteDocument(name, search.before, found)));
  } else {
    const { quiet = false, verbose = false } = flags;
    const color = wantsColor(shell, flags.color);
    const view = { color, columns: terminalWidth(shell), locale, quiet, verbose };
    shell.stdout.write(rewriteReport(found, view));
  }
  if (flags.write) await addToFile(shell, draft, pageToWrite(draft, flags));
  if (rewrites.length === 0) return hasErrors(search.before) ? EXIT.findings : EXIT.done;
  return flags.interactive ? pickRewrite(shell, draft, rewrites) : EXIT.done;
}

const hasErrors = ({ findings }: RewriteSearch['before']): boolean =>
  findings.some(({ severity }) => severity === 'error');

async function vary(shell: Shell, draft: OpenDraft, requested: number, flags: RewriteFlags): Promise<ExitCode> {
  const { name, file, options, locale } = draft;
  const before = lint(file.draft, options);
  const plan = planVariants(file.draft, requested, options);
  if (flags.format === 'json') {
    shell.stdout.write(asJson(variantsDocument(name, before, requested, plan)));
  } else {
    const color = wantsColor(shell, flags.color);
    const view = { color, columns: terminalWidth(shell), locale, quiet: flags.quiet ?? false };
    shell.stdout.write(variantsReport(locate(name, file, before), requested, plan, view));
  }
  const made = plan.variants.filter(({ origin, text }) => origin !== 'own' && !isWritten(text, file.draft));
  const addition = { variants: made.map(toOwn), ...pageToWrite(draft, flags) };
  if (flags.write && (made.length > 0 || addition.page !== undefined)) await addToFile(shell, draft, addition);
  else if (made.length > 0 && flags.interactive) return pickVariants(shell, draft, made, plan.variants.length);
  return plan.variants.length === 0 && hasErrors(before) ? EXIT.findings : EXIT.done;
}

/** What was read for this run, as it stands in a file that keeps it. */
const pageToWrite = ({ file }: OpenDraft, { page }: RewriteFlags): Addition =>
  page === undefined ? {} : { page: file.draft.page };

/** A variant as it stands in a file. */
const toOwn = ({ text, origin }: VariantText): Variant => ({ text, ...(origin !== 'own' && { origin }) });

/** Whether a variant stands in the file already, with its link or without. */
const isWritten = (text: string, { campaign }: Draft): boolean =>
  (campaign?.variants ?? []).some((variant) => text === variant.text || text.startsWith(`${variant.text} `));

/** Lets the user choose the variants that go into the front matter: numbers, or all of them. */
async function pickVariants(
  shell: Shell,
  draft: OpenDraft,
  made: readonly VariantText[],
  shown: number,
): Promise<ExitCode> {
  const { pick } = rewriteSentences(draft.locale);
  // The report above numbers texts of the file as well: those to choose from then have other numbers.
  if (made.length < shown) {
    for (const [index, { text }] of made.entries()) shell.stderr.write(`${index + 1}  ${text}\n`);
  }
  for (;;) {
    const reply = await shell.question(pick.variants(made.length, draft.name));
    if ('end' in reply) {
      shell.stderr.write(`\n${pick.untouched(draft.name)}\n`);
      return reply.end === 'interrupted' ? EXIT.interrupted : EXIT.done;
    }
    const answer = reply.line.trim().toLowerCase();
    if (answer === 'q') {
      shell.stderr.write(`${pick.untouched(draft.name)}\n`);
      return EXIT.done;
    }
    const numbers = answer === 'a' ? made.map((_, index) => index + 1) : answer.split(/[\s,]+/).map(Number);
    const chosen = made.filter((_, index) => numbers.includes(index + 1));
    if (chosen.length > 0 && chosen.length === new Set(numbers).size) {
      await addToFile(shell, draft, { variants: chosen.map(toOwn) });
      return EXIT.done;
    }
    shell.stderr.write(`${pick.unknownVariant}\n`);
  }
}

/** Adds to the front matter of a draft's file, and says so. */
async function addToFile(shell: Shell, draft: OpenDraft, addition: Addition): Promise<void> {
  const { writeFrontMatter } = await import('#draft/write-front-matter.js');
  const source = writeFrontMatter(draft.file.source, addition);
  if (source === undefined) throw new UserError(rewriteSentences(draft.locale).pick.noPlaceForVariants);
  shell.stderr.write(`${await replaceSource(shell, draft, source)}\n`);
}

/**
 * Lets the user choose the rewrite that goes into the file, and writes it there, with a backup beside it. Without a
 * choice, at the end of the input and after Ctrl-C the file is unchanged.
 */
export async function pickRewrite(shell: Shell, draft: OpenDraft, rewrites: readonly Rewrite[]): Promise<ExitCode> {
  const { pick } = rewriteSentences(draft.locale);
  for (;;) {
    const reply = await shell.question(pick.question(rewrites.length, draft.name));
    if ('end' in reply) {
      // The cursor still stands behind the question.
      shell.stderr.write(`\n${pick.untouched(draft.name)}\n`);
      return reply.end === 'interrupted' ? EXIT.interrupted : EXIT.done;
    }
    const answer = reply.line.trim().toLowerCase();
    const chosen = /^\d+$/.test(answer) ? rewrites[Number(answer) - 1] : undefined;
    if (chosen !== undefined) {
      shell.stderr.write(`${await write(shell, draft, chosen)}\n`);
      return EXIT.done;
    }
    if (answer === 'q') {
      shell.stderr.write(`${pick.untouched(draft.name)}\n`);
      return EXIT.done;
    }
    shell.stderr.write(answer === 'e' ? editList(draft.file.draft.text, rewrites, draft.locale) : `${pick.unknown}\n`);
  }
}

/** Writes a rewrite to its file; returns what was done, in words. */
async function write(shell: Shell, draft: OpenDraft, rewrite: Rewrite): Promise<string> {
  const { file, locale, reread } = draft;
  const { pick } = rewriteSentences(locale);
  const placed = placeRewrite(file, rewrite, reread);
  if (placed === undefined) throw new UserError(pick.noPlace);
  const done = await replaceSource(shell, draft, placed.source);
  return placed.linkWrittenOut ? `${done}\n${pick.linkWrittenOut}` : done;
}

/** Writes a draft's file anew with a backup beside it; returns what was done, in words. */
async function replaceSource(shell: Shell, { file, path, name, locale }: OpenDraft, source: string): Promise<string> {
  const { pick } = rewriteSentences(locale);
  if (path === undefined) throw new Error('standard input was to be written back');
  // An editor may have saved it in the meantime.
  if ((await readSource(shell, path)) !== file.raw) throw new UserError(pick.changed);
  const backup = backUp(path);
  try {
    await replaceFile(path, writeSource(file, source));
  } catch (error) {
    // The file is as it was: a backup beside it would say otherwise.
    rmSync(backup, { force: true });
    throw error;
  }
  return pick.written(name, `${name}${backup.slice(path.length)}`);
}
