import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { rules } from '#rules/index.js';
import { loadRules } from '#rules/locales/load-rules.js';
import { lintSentences } from '#locale/lint.js';
import { loadLexicon } from '#rules/lexicon/load.js';
import { unknownRules } from '#lint/config.js';
import type { LintConfig } from '#lint/config-schema.js';
import type { LintOptions } from '#lint/engine.js';
import type { Proofreader } from '#lint/subject.js';
import type { Locale } from '#base/locale.js';
import type { RuleLevel, RuleSetting } from '#lint/options.js';
import { DraftError } from '#draft/draft-error.js';
import { hasFrontMatter, readDraft, type DraftFile } from '#draft/draft-file.js';
import { findEntities } from '#tweet/entities.js';
import { voteLanguage, wordsOnly, type LanguageCode } from '#tweet/language.js';
import type { Thesaurus } from '#words/thesaurus.js';
import { configLoader, type LoadedConfig } from './config-file.js';
import { gatherFacts } from './facts.js';
import type { HistoryFacts } from './history-facts.js';
import type { Shell } from './shell.js';
import { readSource, STDIN_NAME } from './files.js';
import { databaseFile } from './options/common.js';
import { resolveLocale } from './options/locale.js';
import { writeNotice } from './notice.js';

/** What every command that reads a draft takes on its command line. */
export interface DraftFlags {
  readonly lang?: string | undefined;
  readonly rule: Readonly<Record<string, RuleLevel>>;
  readonly locale?: Locale;
  readonly config?: string | undefined;
  readonly thesaurus?: string | undefined;
  readonly verbose?: boolean | undefined;
  /** Whether the history is used; undefined: when there is one. */
  readonly facts?: boolean | undefined;
  /** File of the history. */
  readonly db?: string | undefined;
}

/** What is read once for all drafts of a call. */
export interface DraftLoaders {
  readonly configFor: (folder: string) => Promise<LoadedConfig>;
  /** What the thesaurus of a language says of words; it is used where there are figures of searches, so with a history. */
  readonly thesaurusFor: (language: string | undefined) => Thesaurus | undefined;
  /** Reads for slips; loaded with its word lists at the first draft in a language that has one. */
  readonly proofreader: () => Promise<Proofreader>;
  /** What is known of the past; the caller closes it. */
  readonly history: HistoryFacts | undefined;
}

/**
 * The loaders for a call.
 * @throws UserError when the thesaurus or the history named on the command line cannot be used.
 */
export const draftLoaders = async (shell: Shell, flags: DraftFlags): Promise<DraftLoaders> => ({
  configFor: configLoader(shell, rules, flags.config),
  thesaurusFor: await openedThesaurus(shell, flags),
  proofreader: once(async () => (await import('./word-lists.js')).shippedProofreader()),
  history: await openedHistory(shell, flags),
});

/** Whether the user wants the history used, or one is there; without one, nothing of it is loaded (4 ms). */
const usesHistory = (shell: Shell, { facts, db }: DraftFlags): boolean =>
  facts === true || (facts === undefined && (db !== undefined || existsSync(databaseFile(shell, db))));

async function openedHistory(shell: Shell, flags: DraftFlags): Promise<HistoryFacts | undefined> {
  if (!usesHistory(shell, flags)) return undefined;
  const { historyFacts } = await import('./history-facts.js');
  return historyFacts(shell, { ...flags, locale: resolveLocale(shell, flags.locale) });
}

async function openedThesaurus(shell: Shell, flags: DraftFlags): Promise<DraftLoaders['thesaurusFor']> {
  // One that is named is opened at once: a wrong name is reported whether or not a draft needs it.
  if (flags.thesaurus === undefined && !usesHistory(shell, flags)) return () => undefined;
  return (await import('./thesaurus-file.js')).thesaurusLoader(shell.cwd, flags.thesaurus);
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}

/** A function of a text that keeps its last answer: while a draft is edited, its front matter stays the same. */
function lastKept<Value>(read: (text: string) => Value): (text: string) => Value {
  let last: { readonly text: string; readonly value: Value } | undefined;
  return (text) => (last?.text === text ? last : (last = { text, value: read(text) })).value;
}

/** A draft that was read, with all that it is judged with. */
export interface OpenDraft {
  /** As the user named it; `<stdin>` for standard input. */
  readonly name: string;
  /** Where it stands; undefined for standard input. */
  readonly path: string | undefined;
  readonly file: DraftFile;
  readonly config: LintConfig;
  /** Whether the user chose that configuration. */
  readonly isOwnConfig: boolean;
  /** The language of its findings, and so of the report around them. */
  readonly locale: Locale;
  readonly options: LintOptions;
  /** Reads a changed source as this file was read. */
  readonly reread: (source: string) => DraftFile;
}

/** How a draft is called in reports and messages. */
export const draftName = (file: string): string => (file === '-' ? STDIN_NAME : file);

/**
 * Reads a draft file, or standard input for `-`, with its configuration, its language and what the rules are to know.
 * @throws UserError, DraftError, ConfigError or TextTooLongError, each with what its user can do.
 */
export const openDraft = async (
  shell: Shell,
  file: string,
  flags: DraftFlags,
  loaders: DraftLoaders,
): Promise<OpenDraft> => openSource(shell, { file, source: await readSource(shell, file) }, flags, loaders);

/**
 * `openDraft` of a text that was read already, or that is still being written.
 * @throws DraftError, ConfigError or TextTooLongError, each with what its user can do.
 */
export async function openSource(
  shell: Shell,
  { file, source }: { readonly file: string; readonly source: string },
  flags: DraftFlags,
  { configFor, thesaurusFor, proofreader, history }: DraftLoaders,
): Promise<OpenDraft> {
  const name = draftName(file);
  const path = file === '-' ? undefined : resolve(shell.cwd, file);
  const folder = path === undefined ? shell.cwd : dirname(path);
  const loaded = await configFor(folder);
  const config = withFlags(loaded.config, flags);
  const locale = resolveLocale(shell, flags.locale ?? config.locale);
  const sentences = lintSentences(locale);
  if (flags.verbose) writeNotice(shell, sentences.configuration(name, loaded.path));
  const parseFrontMatter = hasFrontMatter(source)
    ? lastKept((await import('#draft/front-matter.js')).parseFrontMatter)
    : () => ({});
  const reread = (text: string): DraftFile => readDraft(text, parseFrontMatter, maxCharacters(config));
  const draftFile = reread(source);
  const { disabled = [], disabledOnLines = [] } = draftFile.draft;
  const unknown = unknownRules([...disabled, ...disabledOnLines.map(({ rule }) => rule)], rules);
  if (unknown.length > 0) {
    throw new DraftError(unknown.map((fault) => ({ line: directiveLine(draftFile), code: 'value', fault })));
  }
  const language = await resolveLanguage(draftFile, config);
  const lexicon = await loadLexicon(language);
  const present = await gatherFacts(draftFile.draft, folder, shell.now(), sentences.unreadMedia);
  const context = {
    language,
    lexicon,
    links: config.links,
    maxCharacters: maxCharacters(config),
    people: (present.ambassadors ?? []).map(({ handle }) => handle),
    names: sentences.sources,
  };
  const past = await history?.read(draftFile.draft, context);
  const synonyms =
    past?.demand === undefined || lexicon === undefined
      ? undefined
      : (await import('./synonyms.js')).synonymsOf(draftFile.draft, past.demand, lexicon, thesaurusFor);
  // The thesaurus is used where there are figures; then those of its words are looked up too.
  const again = synonyms === undefined ? undefined : await history?.read(draftFile.draft, { ...context, synonyms });
  const options: LintOptions = {
    rules: await loadRules(locale),
    lexicons: lexicon === undefined ? [] : [lexicon],
    config: { ...config, ...(language !== undefined && { lang: language }) },
    facts: {
      ...present,
      ...past,
      ...(synonyms && { synonyms }),
      ...again,
      ...(config.words && { words: config.words }),
    },
    locale,
    proofreader: lexicon === undefined ? undefined : await proofreader(),
  };
  return { name, path, file: draftFile, config, isOwnConfig: loaded.isOwn, locale, options, reread };
}

/** Flags win over the configuration; a level from the command line keeps the rule's weight and options. */
function withFlags(config: LintConfig, { lang, rule }: DraftFlags): LintConfig {
  const settings: Record<string, RuleSetting> = { ...config.rules };
  for (const [id, level] of Object.entries(rule)) {
    const before = settings[id];
    settings[id] = typeof before === 'object' ? { ...before, level } : level;
  }
  return { ...config, ...(lang !== undefined && { lang }), rules: settings };
}

const maxCharacters = ({ limit }: LintConfig): number => Math.max(5000, 2 * (limit ?? 0));

const directiveLine = ({ source }: DraftFile): number =>
  source.slice(0, Math.max(0, source.indexOf('tweetspan-disable'))).split('\n').length;

/** The language of a draft; the model behind it is loaded only where nobody says it and the words do not decide. */
async function resolveLanguage({ draft }: DraftFile, { lang }: LintConfig): Promise<LanguageCode | undefined> {
  if (lang !== undefined || draft.lang !== undefined) return lang ?? draft.lang;
  const words = wordsOnly(draft.text, findEntities(draft.text));
  return voteLanguage(words) ?? (await import('#tweet/language-model.js')).languageByModel(words);
}
