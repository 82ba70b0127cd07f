// A page or feed that a command is to read: from a file without a network, from an address by fetching that one page.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pageSentences } from '#locale/page.js';
import { decodePage, detectNoPage } from '#page/decode.js';
import type { PageReading } from '#page/page.js';
import { readPage } from '#page/read-page.js';
import { FetchError, fetchPage, type FetchSettings } from '#web/fetch-page.js';
import { fetchThrough } from '#web/fetch.js';
import { fileError, readNamedFile } from './files.js';
import { requireProxy } from './proxy.js';
import type { Shell } from './shell.js';
import { EXIT, UserError } from './user-error.js';

/** The largest saved page that is read, MiB. @source own choice */
const MAX_MIB = 16;
const HTML = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1';
const FEED = 'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.1';

/** An error whose sentence and code have one name. */
const fault = (code: 'folder' | 'loginForm' | 'noFile' | 'noWords' | 'notRegular' | 'notUrl'): UserError =>
  new UserError((locale) => pageSentences(locale)[code], { code });

/** Whether a word names an address rather than a file. */
const isAddress = (word: string): boolean => /^https?:\/\//i.test(word);

/** Limits of what is fetched, those of `fetchPage` where they are left out. */
type Limits = Pick<FetchSettings, 'timeout'>;

/** Faults that may pass by themselves. */
const PASSING: ReadonlySet<string> = new Set(['timeout', 'no-host', 'refused', 'connection', 'proxy']);

/** The text behind an address or a file name, and its address where it has one. @throws UserError, one line for its user */
export async function readSite(
  shell: Shell,
  source: string,
  kind: 'page' | 'feed',
  limits: Limits = {},
): Promise<{ readonly text: string; readonly url: string | undefined }> {
  const { bytes, url, contentType } = isAddress(source)
    ? await load(shell, source, kind, limits)
    : readSaved(shell, source);
  const noPage = detectNoPage(bytes);
  if (noPage !== undefined) throw new UserError((locale) => pageSentences(locale).kind(noPage), { code: 'kind' });
  const text = decodePage(bytes, contentType);
  if (text.trim() === '') throw fault('noWords');
  return { text, url };
}

/** Reads a page. @throws UserError for what is none, a form to sign in included */
export async function openPage(shell: Shell, source: string, limits: Limits = {}): Promise<PageReading> {
  const { text, url } = await readSite(shell, source, 'page', limits);
  const reading = readPage(text, { url });
  if (reading.isLogin) throw fault('loginForm');
  const { title, sentences, description } = reading.page;
  if (title === undefined && sentences === undefined && description === undefined) {
    throw fault('noWords');
  }
  return reading;
}

interface Loaded {
  readonly bytes: Uint8Array;
  readonly url: string | undefined;
  readonly contentType: string | undefined;
}

async function load({ env }: Shell, source: string, kind: 'page' | 'feed', limits: Limits): Promise<Loaded> {
  if (!URL.canParse(source)) throw fault('notUrl');
  try {
    return await fetchPage(source, {
      ...limits,
      accept: kind === 'page' ? HTML : FEED,
      fetchBy: async (url) => {
        const proxy = requireProxy(url, env);
        return proxy === undefined ? undefined : fetchThrough(proxy);
      },
    });
  } catch (cause) {
    if (!(cause instanceof FetchError)) throw cause;
    const { fault: code, detail } = cause;
    const exitCode = PASSING.has(code) ? EXIT.tryLater : EXIT.usage;
    throw new UserError((locale) => pageSentences(locale).fetchFault(code, detail), { cause, exitCode, code });
  }
}

function readSaved({ cwd }: Shell, source: string): Loaded {
  const path = resolve(cwd, source);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true) throw fault('folder');
  const read = readNamedFile(path, MAX_MIB * 1024 * 1024);
  if ('unread' in read) {
    const { unread } = read;
    if (unread === 'missing') throw fault('noFile');
    if (typeof unread === 'string') throw fault('notRegular');
    throw fileError('unreadable', [unread.code]);
  }
  if (read.size > MAX_MIB * 1024 * 1024) throw new UserError((locale) => pageSentences(locale).largeFile(MAX_MIB));
  return { bytes: read.bytes, url: undefined, contentType: undefined };
}
