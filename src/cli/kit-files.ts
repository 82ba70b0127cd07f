// Where a kit is written: a folder with all its forms, or one file.
import { readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import type { CsvStyle } from '#base/csv.js';
import type { Locale } from '#base/locale.js';
import { outreachSentences } from '#locale/outreach.js';
import type { KitDocument } from '#report/documents/outreach.js';
import { kitCsv, kitMail, kitMarkdown } from '#report/export/kit.js';
import { kitPage, type KitImage } from '#report/html/kit.js';
import { identifyMedia } from '#tweet/media-file.js';
import { putFile, readNamedFile } from './files.js';
import type { OpenDraft } from './open-draft.js';
import type { Shell } from './shell.js';
import { UserError } from './user-error.js';

/** The largest image that X takes. */
const MAX_IMAGE = 5 * 1024 * 1024;
/** A kit names people: it is its user's own. */
const MODE = 0o600;

const TYPES = { png: 'image/png', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' } as const;

/** The images of drafts, by their names in them; what cannot be read or is too large for a page is left out. */
function readImages(shell: Shell, drafts: readonly OpenDraft[]): ReadonlyMap<string, KitImage> {
  const images = new Map<string, KitImage>();
  for (const { file, path } of drafts) {
    const folder = path === undefined ? shell.cwd : dirname(path);
    for (const { file: name } of file.draft.media ?? []) {
      const read = readNamedFile(resolve(folder, name), MAX_IMAGE, folder);
      if ('unread' in read || read.size > MAX_IMAGE) continue;
      const bytes = readFileSync(resolve(folder, name));
      const media = identifyMedia(bytes, true);
      if (media === undefined || 'damaged' in media || media.type === 'mp4') continue;
      images.set(name, { file: name, type: TYPES[media.type], base64: bytes.toString('base64') });
    }
  }
  return images;
}

type Form = (
  document: KitDocument,
  locale: Locale,
  images: ReadonlyMap<string, KitImage>,
  csv: CsvStyle | undefined,
) => string;

const FORMS: Readonly<Record<string, Form>> = {
  '.html': (document, locale, images) => kitPage(document, { locale, images }),
  '.md': kitMarkdown,
  '.txt': kitMail,
  '.csv': (document, _locale, _images, csv) => kitCsv(document, csv),
};

/** The form that the name of a file asks for; undefined for a folder. @throws UserError for another ending. */
export function kitForm(shell: Shell, out: string, locale: Locale): Form | undefined {
  if (statSync(resolve(shell.cwd, out), { throwIfNoEntry: false })?.isDirectory() === true) return undefined;
  const ending = extname(out).toLowerCase();
  const form = FORMS[ending];
  if (form === undefined && ending !== '') throw new UserError(outreachSentences(locale).kit.errors.badOut(out));
  return form;
}

/**
 * Writes a kit, each file whole or not at all, and answers their names. A folder gets `kit.html`, `kit.md`, `kit.txt`
 * and `kit.csv`, and in `people` a page for each person alone.
 */
export async function writeKit(
  shell: Shell,
  out: string,
  {
    document,
    drafts,
    locale,
    csv,
  }: {
    readonly document: KitDocument;
    readonly drafts: readonly OpenDraft[];
    readonly locale: Locale;
    readonly csv?: CsvStyle;
  },
): Promise<readonly string[]> {
  const form = kitForm(shell, out, locale);
  const images = readImages(shell, drafts);
  const files: readonly (readonly [string, string])[] =
    form !== undefined
      ? [[out, form(document, locale, images, csv)]]
      : [
          ...Object.entries(FORMS).map(
            ([ending, write]) => [join(out, `kit${ending}`), write(document, locale, images, csv)] as const,
          ),
          ...document.posts.map(
            (post) =>
              [
                join(out, 'people', `${post.handle.toLowerCase()}.html`),
                kitPage({ ...document, posts: [post] }, { locale, images }),
              ] as const,
          ),
        ];
  for (const [name, text] of files) await putFile(resolve(shell.cwd, name), text, MODE);
  return files.map(([name]) => name);
}
