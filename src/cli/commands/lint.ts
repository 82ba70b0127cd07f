import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { rules } from '../../../rules/index.js';
import { loadLexicon } from '../../../rules/lexicon/load.js';
import { unknownRules, type LintConfig } from '../../lint/config.js';
import { lint } from '../../lint/engine.js';
import type { LintReport } from '../../lint/finding.js';
import { fixDraft } from '../../lint/fix.js';
import { locate, type JudgedDraft } from '../../lint/locate.js';
import type { UiLanguage } from '../../lint/message.js';
import { termsOf } from '../../lint/score.js';
import type { Level, RuleSetting } from '../../lint/setting.js';
import { asJson, countFindings, lintDocument, type FailedDraft } from '../../report/json.js';
import { DraftError } from '../../tweet/draft-error.js';
import { hasFrontMatter, readDraft, writeSource, type DraftFile } from '../../tweet/draft-file.js';
import { findEntities } from '../../tweet/entities.js';
import { voteLanguage, wordsOnly, type LanguageCode } from '../../tweet/language.js';
import { wantsColor } from '../color.js';
import { configLoader, type LoadedConfig } from '../config-file.js';
import { EXIT, explain, Failure, type ExitCode } from '../failure.js';
import { gatherFacts, withSynonyms } from '../facts.js';
import { columnsOf, type Shell } from '../shell.js';
import { readSource, STDIN_NAME } from '../sources.js';
import { thesaurusLoader } from '../thesaurus-file.js';
import { uiLanguage } from '../ui.js';

/** How `lint` was called. */
export interface LintFlags {
  readonly format: 'text' | 'json' | 'sarif' | 'github';
  readonly minScore?: number;
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly lang?: string;
  readonly rule: Readonly<Record<string, Level>>;
  readonly ui?: UiLanguage;
  readonly config?: string;
  readonly thesaurus?: string;
  readonly color?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
}

/** A judged file, with what `--fix` changed of it. */
interface Outcome {
  readonly judged: JudgedDraft;
  readonly minScore: number | undefined;
  /** The language of its remarks, and so of the report around them. */
  readonly ui: UiLanguage;
  readonly fix?: { readonly before: string; readonly after: string; readonly applied: readonly string[] };
}

/** What is read once for all files of a call. */
interface Loaders {
  readonly configFor: (folder: string) => Promise<LoadedConfig>;
  readonly thesaurusFor: ReturnType<typeof thesaurusLoader>;
}

/** Judges drafts, reports on standard output, and answers the exit code: the worst of all files. */
export async function lintCommand(shell: Shell, files: readonly string[], flags: LintFlags): Promise<ExitCode> {
  const named = files.length === 0 ? ['-'] : files;
  const configFor = configLoader(shell, rules, flags.config);
  const thesaurusFor = thesaurusLoader(shell.cwd, flags.thesaurus);
  const outcomes: Outcome[] = [];
  const failures: FailedDraft[] = [];
  for (const file of named) {
    const name = file === '-' ? STDIN_NAME : file;
    try {
      outcomes.push(await judgeFile(shell, file, name, flags, { configFor, thesaurusFor }));
    } catch (error) {
      const lines = explain(error);
      if (lines === undefined) throw error;
      for (const message of lines) {
        shell.stderr.write(`tweetspan: ${name}: ${message}\n`);
        failures.push({ file: name, message });
      }
    }
  }
  await report(shell, outcomes, failures, flags);
  if (failures.length > 0) return EXIT.usage;
  return outcomes.some(fails) ? EXIT.findings : EXIT.done;
}

/** A draft fails by a finding of severity error, or by its score. */
function fails({ judged, minScore }: Outcome): boolean {
  if (judged.findings.some(({ severity }) => severity === 'error')) return true;
  return minScore !== undefined && (judged.report.score ?? 0) < minScore;
}

async function judgeFile(
  shell: Shell,
  file: string,
  name: string,
  flags: LintFlags,
  { configFor, thesaurusFor }: Loaders,
): Promise<Outcome> {
  if (file === '-' && flags.fix) throw new Failure('--fix writes a file back; use --fix-dry-run with standard input');
  const folder = file === '-' ? shell.cwd : dirname(resolve(shell.cwd, file));
  const source = await readSource(shell, file);
  const loaded = await configFor(folder);
  const config = withFlags(loaded.config, flags);
  if (flags.verbose) shell.stderr.write(`tweetspan: ${name}: configuration ${loaded.path ?? 'none'}\n`);
  const parseFrontMatter = hasFrontMatter(source)
    ? (await import('../../tweet/front-matter.js')).parseFrontMatter
    : () => ({});
  const reread = (text: string): DraftFile => readDraft(text, parseFrontMatter, maxCharacters(config));
  const draftFile = reread(source);
  const unknown = unknownRules(draftFile.draft.disabled ?? [], rules);
  if (unknown.length > 0) throw new DraftError(unknown.map((message) => ({ line: directiveLine(draftFile), message })));
  const language = await languageOf(draftFile, config);
  const lexicon = await loadLexicon(language);
  const gathered = await gatherFacts(draftFile.draft, folder, shell.now());
  const facts = withSynonyms(gathered, draftFile.draft, lexicon, thesaurusFor);
  const ui = uiLanguage(shell, flags.ui ?? config.ui);
  const judge = ({ draft }: DraftFile): LintReport =>
    lint(draft, {
      rules,
      lexicons: lexicon === undefined ? [] : [lexicon],
      config: { ...config, ...(language !== undefined && { lang: language }) },
      facts,
      ui,
    });
  const minScore = config.minScore;
  if (!flags.fix && !flags.fixDryRun) return { judged: locate(name, draftFile, judge(draftFile)), minScore, ui };
  const fixed = fixDraft(draftFile, { judge, reread });
  const after = writeSource(fixed.file, fixed.file.source);
  if (flags.fix && fixed.applied.length > 0) await replaceFile(resolve(shell.cwd, file), after);
  return {
    judged: locate(name, fixed.file, fixed.report),
    minScore,
    ui,
    fix: { before: draftFile.source, after: fixed.file.source, applied: fixed.applied },
  };
}

/** Flags win over the configuration; a level from the command line keeps the rule's weight and options. */
function withFlags(config: LintConfig, { lang, minScore, rule }: LintFlags): LintConfig {
  const settings: Record<string, RuleSetting> = { ...config.rules };
  for (const [id, level] of Object.entries(rule)) {
    const before = settings[id];
    settings[id] = typeof before === 'object' ? { ...before, level } : level;
  }
  return {
    ...config,
    ...(lang !== undefined && { lang }),
    ...(minScore !== undefined && { minScore }),
    rules: settings,
  };
}

const maxCharacters = ({ limit }: LintConfig): number => Math.max(5000, 2 * (limit ?? 0));

const directiveLine = ({ source }: DraftFile): number =>
  source.slice(0, Math.max(0, source.indexOf('tweetspan-disable'))).split('\n').length;

/** The language of a draft; the model behind it is loaded only where nobody says it and the words do not decide. */
async function languageOf({ draft }: DraftFile, { lang }: LintConfig): Promise<LanguageCode | undefined> {
  if (lang !== undefined || draft.lang !== undefined) return lang ?? draft.lang;
  const words = wordsOnly(draft.text, findEntities(draft.text));
  return voteLanguage(words) ?? (await import('../../tweet/language-model.js')).languageByModel(words);
}

/** Writes a file whole or not at all: a new one beside it takes its place and its mode. */
async function replaceFile(path: string, text: string): Promise<void> {
  // Loaded here only: it costs 4 ms, and most runs write nothing.
  const { randomUUID } = await import('node:crypto');
  const beside = `${path}.${randomUUID()}.tmp`;
  try {
    const { mode } = statSync(path);
    writeFileSync(beside, text);
    chmodSync(beside, mode);
    renameSync(beside, path);
  } catch (cause) {
    rmSync(beside, { force: true });
    throw new Failure(`it cannot be written (${(cause as NodeJS.ErrnoException).code}); nothing was changed`, {
      cause,
    });
  }
}

async function report(
  shell: Shell,
  outcomes: readonly Outcome[],
  failures: readonly FailedDraft[],
  flags: LintFlags,
): Promise<void> {
  const drafts = outcomes.map(({ judged }) => judged);
  if (flags.format === 'json') {
    const document = lintDocument(drafts, failures);
    const withFixes = document.drafts.map((draft, index) => ({ ...draft, ...fixOf(outcomes[index]) }));
    shell.stdout.write(asJson({ ...document, drafts: withFixes }));
  } else if (flags.format === 'sarif') {
    const { sarifLog } = await import('../../report/sarif.js');
    shell.stdout.write(asJson(sarifLog(drafts, rules, TWEETSPAN_VERSION)));
  } else if (flags.format === 'github') {
    const { githubAnnotations } = await import('../../report/github.js');
    shell.stdout.write(githubAnnotations(drafts));
  } else {
    await reportText(shell, outcomes, flags);
  }
}

const fixOf = (outcome: Outcome | undefined) =>
  outcome?.fix === undefined ? {} : { fix: { applied: outcome.fix.applied, source: outcome.fix.after } };

async function reportText(shell: Shell, outcomes: readonly Outcome[], flags: LintFlags): Promise<void> {
  const { lintReport, lintSummary } = await import('../../report/terminal/lint.js');
  const color = wantsColor(shell, flags.color);
  const view = { color, columns: columnsOf(shell), quiet: flags.quiet ?? false, termsOf };
  const parts: string[] = [];
  for (const { judged, fix, ui } of outcomes) {
    if (fix !== undefined && fix.applied.length > 0) {
      const { unifiedDiff } = await import('../../report/diff.js');
      parts.push(unifiedDiff(judged.file, fix.before, fix.after, color));
    }
    parts.push(lintReport(judged, { ...view, ui }));
  }
  const drafts = outcomes.map(({ judged }) => judged);
  const [first] = outcomes;
  if (first !== undefined && drafts.length > 1) parts.push(lintSummary(drafts, countFindings(drafts), first.ui));
  shell.stdout.write(parts.join('\n'));
}
