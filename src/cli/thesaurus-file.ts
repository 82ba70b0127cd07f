import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { grammarOf } from '#words/grammar.js';
import { MYTHES_HEAD, mythesEncoding, readMythes, readWordnet, type Thesaurus } from '#words/thesaurus.js';
import { fileError } from './files.js';
import { UserError } from './user-error.js';

/** The largest thesaurus that is read: the English ones have 20 MB. */
const MAX_BYTES = 64 * 1024 * 1024;
/** `th_fr_FR_v2.dat`, `thes_fr.dat`: the two letters are the language. */
const NAME = /^th(?:es)?_([a-z]{2})(?:[-_.].*)?\.dat$/i;

/** Where systems and LibreOffice keep the thesauri of a language. `*` stands for one folder of any name that fits. */
const thesaurusFolders = (language: string): readonly string[] => [
  '/usr/share/mythes',
  '/usr/share/myspell/dicts',
  ...[
    '/usr/lib/libreoffice/share',
    '/usr/lib64/libreoffice/share',
    '/snap/libreoffice/current/lib/libreoffice/share',
    '/var/lib/flatpak/app/org.libreoffice.LibreOffice/current/active/files/libreoffice/share',
    '/opt/libreoffice*/share',
    '/Applications/LibreOffice.app/Contents/Resources',
    'C:/Program Files/LibreOffice/share',
  ].map((home) => `${home}/extensions/dict-${language}`),
];

/**
 * Opens thesauri, each once: the file named on the command line for the language in its name, or for every draft when its
 * name has none; for French what is installed; for English our own.
 * @param folders where to look for installed ones, by language.
 * @throws UserError when the named file cannot be used; installed ones that cannot be are passed over.
 */
export function thesaurusLoader(
  cwd: string,
  named: string | undefined,
  folders: (language: string) => readonly string[] = thesaurusFolders,
): (language: string | undefined) => Thesaurus | undefined {
  // At once: a wrong name is reported whether or not a draft needs the file.
  const own = named === undefined ? undefined : openThesaurus(resolve(cwd, named), named);
  const ownLanguage = named === undefined ? undefined : NAME.exec(basename(named))?.[1]?.toLowerCase();
  const opened = new Map<string, Thesaurus | undefined>();
  return (language) => {
    if (own !== undefined && (ownLanguage === undefined || ownLanguage === language)) return own;
    if (language === undefined) return undefined;
    if (!opened.has(language)) {
      const shipped = grammarOf(language)?.shippedThesaurus;
      opened.set(language, shipped === undefined ? installed(folders(language), language) : openShipped(shipped));
    }
    return opened.get(language);
  };
}

const openShipped = (file: string): Thesaurus =>
  readWordnet(readFileSync(join(TWEETSPAN_DIST, 'lexicon', file), 'latin1'));

/** The first thesaurus of a language that can be read. */
function installed(folders: readonly string[], language: string): Thesaurus | undefined {
  for (const folder of folders.flatMap(existing)) {
    const names = namesIn(folder).filter((name) => NAME.exec(name)?.[1]?.toLowerCase() === language);
    for (const name of names.sort()) {
      try {
        return openThesaurus(join(folder, name), name);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
      }
    }
  }
  return undefined;
}

/** The folders that a path with one `*` stands for. */
function existing(path: string): string[] {
  const [before = '', after] = path.split('*');
  if (after === undefined) return [path];
  const at = before.lastIndexOf('/') + 1;
  const home = before.slice(0, at);
  return namesIn(home)
    .filter((name) => name.startsWith(before.slice(at)))
    .map((name) => `${home}${name}${after}`);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // A folder that is not there, or not for us, holds nothing for us.
    return [];
  }
}

/**
 * Reads a MyThes file in the encoding that it names.
 * @param named as the user called it.
 * @throws UserError that says why it is no thesaurus: missing, a folder, too large, another format or encoding.
 */
function openThesaurus(path: string, named: string): Thesaurus {
  const head = readHead(path, named);
  const encoding = mythesEncoding(head);
  if (encoding === undefined) {
    throw fileError('notMythes', [named]);
  }
  const decoder = createDecoder(encoding, named);
  try {
    return readMythes(decoder.decode(readFileSync(path)), basename(named));
  } catch (cause) {
    throw unreadable(named, cause);
  }
}

function createDecoder(encoding: string, named: string) {
  try {
    return new TextDecoder(encoding);
  } catch (cause) {
    throw fileError('encoding', [named, encoding], { cause });
  }
}

function unreadable(named: string, cause: unknown): UserError {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return fileError('noThesaurus', [named], { cause });
  if (code === 'EACCES' || code === 'EPERM') return fileError('noPermissionFor', [named], { cause });
  return fileError('badThesaurus', [named, code ?? message], { cause });
}

/** The first bytes of a file, each as one character. */
function readHead(path: string, named: string): string {
  let handle: number | undefined;
  try {
    // Before it is opened: opening a named pipe waits for somebody to write into it.
    const info = statSync(path);
    if (!info.isFile()) throw fileError('notThesaurusFile', [named]);
    if (info.size > MAX_BYTES) throw fileError('largeThesaurus', [named]);
    handle = openSync(path, 'r');
    const bytes = Buffer.alloc(MYTHES_HEAD);
    return bytes.toString('latin1', 0, readSync(handle, bytes, 0, bytes.length, 0));
  } catch (cause) {
    throw cause instanceof UserError ? cause : unreadable(named, cause);
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}
