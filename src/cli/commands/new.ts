import { existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Locale } from '#base/locale.js';
import { pageSentences } from '#locale/page.js';
import { FeedError, readFeed, type FeedEntry } from '#page/feed.js';
import type { PageReading } from '#page/page.js';
import { asJson } from '#report/documents/json.js';
import type { NewDocument } from '#report/documents/new.js';
import type { Registration } from '../command.js';
import { chooseOpening, judgingOptions, writeDraft } from '../draft-from-page.js';
import { openFeedMemory } from '../feed-memory.js';
import { putFile } from '../files.js';
import { writeNotice } from '../notice.js';
import { formatChoice, jsonOption, newCommand, option } from '../options/common.js';
import { openPage, readSite } from '../page.js';
import type { Shell } from '../shell.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';

interface NewFlags {
  readonly feed?: string | undefined;
  readonly pages: boolean;
  readonly output?: string | undefined;
  readonly format: 'text' | 'json';
  readonly quiet?: true | undefined;
}

/** `new`: a draft from a page, or one from each new entry of a feed. A file that is there is never overwritten. */
export const registerNew: Registration = (program, { shell, locale, finish }) => {
  const sentences = pageSentences(locale);
  newCommand(program, 'new', sentences.help)
    .argument('[page]', sentences.page)
    .addOption(option('--feed <feed>', sentences.feed))
    .addOption(option('--no-pages', sentences.noPages))
    .addOption(option('-o, --output <path>', sentences.output))
    .addOption(formatChoice(locale, ['text', 'json']))
    .addOption(jsonOption(locale))
    .action(async (page, flags) => finish(await writeDrafts(shell, locale, page, flags)));
};

async function writeDrafts(shell: Shell, locale: Locale, page: string | undefined, flags: NewFlags): Promise<ExitCode> {
  const { feed } = flags;
  if (page !== undefined && feed !== undefined) throw new UserError(pageSentences(locale).onlyOne);
  if (feed !== undefined) return draftFeed(shell, locale, feed, flags);
  if (page === undefined || page === '') throw new UserError(pageSentences(locale).needsPage);
  const sentences = pageSentences(locale);
  // Before the page is read: a name that is taken is reported at once.
  if (flags.output !== undefined) refuseExisting(resolve(shell.cwd, flags.output), flags.output, locale);
  const reading = await openOr(page, () => openPage(shell, page), locale);
  const name = flags.output ?? `${toFileName(reading, page)}.md`;
  const path = resolve(shell.cwd, name);
  refuseExisting(path, name, locale);
  if (reading.link === undefined) writeNotice(shell, sentences.noLink);
  await putDraft(path, reading, locale);
  report(shell, locale, { drafts: [toEntry(shell, path, reading)], known: 0, failed: [] }, flags);
  return EXIT.done;
}

/** What could not be read is named in front of why. */
async function openOr<Value>(name: string, open: () => Promise<Value>, locale: Locale): Promise<Value> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError((language) => `${name}: ${error.toLine(language ?? locale)}`, {
      cause: error,
      code: error.code,
      exitCode: error.exitCode,
    });
  }
}

function refuseExisting(path: string, name: string, locale: Locale): void {
  if (existsSync(path)) throw new UserError(pageSentences(locale).exists(name));
}

async function putDraft(path: string, reading: PageReading, locale: Locale): Promise<void> {
  const text = chooseOpening(reading, await judgingOptions(reading, locale));
  mkdirSync(dirname(path), { recursive: true });
  await putFile(path, writeDraft(reading, text, locale), 0o644);
}

/** Longest name of a file without its ending. @source own choice */
const LONGEST_NAME = 60;

/** A name for the draft: the title's words, else those of the page's own name. */
function toFileName({ page, link }: PageReading, source: string): string {
  const path = link !== undefined ? new URL(link).pathname : source;
  const words = page.title ?? basename(path).replace(/\.\w+$/, '');
  const slug = words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, LONGEST_NAME)
    .replace(/^-+|-+$/g, '');
  return slug === '' ? 'draft' : slug;
}

const toEntry = (
  shell: Shell,
  path: string,
  { link, page, robots = [] }: PageReading,
): NewDocument['drafts'][number] => ({
  file: relative(shell.cwd, path) || path,
  link: link ?? null,
  title: page.title ?? null,
  robots: [...robots],
});

type Outcome = Omit<NewDocument, 'schema'>;

function report(shell: Shell, locale: Locale, outcome: Outcome, { format, quiet }: NewFlags, isFeed = false): void {
  const sentences = pageSentences(locale);
  for (const { file, robots } of outcome.drafts) {
    if (robots.length > 0) writeNotice(shell, `${file}: ${sentences.robots(robots.join(', '))}`);
  }
  if (format === 'json') {
    shell.stdout.write(asJson({ schema: 'tweetspan/new@1', ...outcome } satisfies NewDocument));
    return;
  }
  for (const { file } of outcome.drafts) shell.stdout.write(`${quiet ? file : sentences.written(file)}\n`);
  if (isFeed && !quiet) shell.stdout.write(`${sentences.feedDone(outcome.drafts.length, outcome.known)}\n`);
}

async function draftFeed(shell: Shell, locale: Locale, feed: string, flags: NewFlags): Promise<ExitCode> {
  const folder = resolve(shell.cwd, flags.output ?? '.');
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UserError(pageSentences(locale).notFolder(flags.output ?? '.'));
  const entries = await openOr(feed, () => openFeed(shell, feed), locale);
  const memory = openFeedMemory(folder);
  const outcome: { drafts: NewDocument['drafts']; known: number; failed: NewDocument['failed'] } = {
    drafts: [],
    known: 0,
    failed: [],
  };
  for (const entry of entries) {
    if (memory.has(feed, entry.id)) {
      outcome.known += 1;
      continue;
    }
    try {
      const reading = flags.pages ? withEntry(await openPage(shell, entry.link), entry) : fromEntry(entry);
      const path = freePath(folder, toFileName(reading, entry.link));
      await putDraft(path, reading, locale);
      await memory.add(feed, entry.id);
      outcome.drafts.push(toEntry(shell, path, reading));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      writeNotice(shell, `${entry.link}: ${error.toLine(locale)}`);
      outcome.failed.push({ link: entry.link, code: error.code });
    }
  }
  report(shell, locale, outcome, flags, true);
  return outcome.failed.length > 0 ? EXIT.findings : EXIT.done;
}

async function openFeed(shell: Shell, feed: string): Promise<readonly FeedEntry[]> {
  const { text, url } = await readSite(shell, feed, 'feed');
  try {
    return readFeed(text, { url });
  } catch (cause) {
    if (!(cause instanceof FeedError)) throw cause;
    throw new UserError((locale) => pageSentences(locale).noFeed, { cause, code: 'noFeed' });
  }
}

/** What a feed says of an entry, where its page is not to be read. */
const fromEntry = ({ link, title, summary, published, keywords }: FeedEntry): PageReading => ({
  page: {
    ...(title !== undefined && { title }),
    ...(summary !== undefined && summary.length <= 600 && { description: summary }),
    ...(published !== undefined && { published }),
  },
  link,
  ...(keywords !== undefined && { keywords }),
  isLogin: false,
});

/** What a page says, with what only its feed says. */
function withEntry(reading: PageReading, entry: FeedEntry): PageReading {
  const { page, keywords = [], ...rest } = fromEntry(entry);
  const { link = rest.link } = reading;
  return {
    ...(keywords.length > 0 && { keywords }),
    ...reading,
    ...(link !== undefined && { link }),
    page: { ...page, ...reading.page },
  };
}

/** A path in a folder that nothing is at yet: `name.md`, `name-2.md` … */
function freePath(folder: string, name: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}${number === 1 ? '' : `-${number}`}.md`);
    if (!existsSync(path)) return path;
  }
}
