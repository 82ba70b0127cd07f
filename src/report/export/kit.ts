// A kit as texts to hand out: Markdown, plain mail, a table.
import { csvLines, type CsvStyle } from '#base/csv.js';
import { LOCALES, type Locale } from '#base/locale.js';
import { slotText } from '#locale/format.js';
import { outreachSentences } from '#locale/outreach.js';
import type { KitDocument, KitPost } from '../documents/outreach.js';

/** The language of the words around a person's post: theirs where the program speaks it. */
export const localeOf = ({ language, textLanguage }: KitPost, usual: Locale): Locale => {
  const wanted = language ?? textLanguage;
  return LOCALES.find((known) => known === wanted) ?? usual;
};

/** How a person is called: by their name, else by their handle. */
export const nameOf = ({ name, handle }: Pick<KitPost, 'name' | 'handle'>): string =>
  name === '' ? `@${handle}` : name;

/** What a person is called in a heading: `Name (@handle)`. */
export const fullNameOf = ({ name, handle }: Pick<KitPost, 'name' | 'handle'>): string =>
  name === '' ? `@${handle}` : `${name} (@${handle})`;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Text in which Markdown reads no markup. */
const plain = (text: string): string => oneLine(text).replace(/[\\`*_[\]<>#|]/g, '\\$&');

/** A fenced block that no text can close. */
const fenced = (text: string): string => {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((ticks) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
};

/** A kit as Markdown, a chapter for each person. */
export function kitMarkdown({ link, zone, posts }: KitDocument, locale: Locale): string {
  const { page: words } = outreachSentences(locale);
  const chapters = posts.map((post) => {
    const own = outreachSentences(localeOf(post, locale)).page;
    return [
      `## ${plain(fullNameOf(post))}`,
      fenced(post.text),
      own.characters(post.weighted),
      own.moment(slotText({ localTime: post.localTime, zone }, localeOf(post, locale))),
      ...post.media.map(({ file }) => `${own.image}: ${plain(file)}. ${own.imageFirst}`),
      `[${own.post}](${post.intent})`,
    ].join('\n\n');
  });
  return `${[`# ${plain(words.titleAll(link))}`, words.introAll, ...chapters].join('\n\n')}\n`;
}

/** A kit as mails in plain text, one below the other, each in the language of its reader. */
export function kitMail({ link, zone, posts }: KitDocument, locale: Locale): string {
  const mails = posts.map((post) => {
    const own = localeOf(post, locale);
    const { mail, page } = outreachSentences(own);
    return [
      `${mail.to}: ${oneLine(fullNameOf(post))}`,
      mail.subject(link),
      '',
      page.hello(oneLine(nameOf(post))),
      '',
      page.intro,
      '',
      ...post.text.split('\n').map((line) => `    ${line}`),
      '',
      mail.open,
      post.intent,
      '',
      ...post.media.map(({ file }) => mail.image(oneLine(file))),
      page.moment(slotText({ localTime: post.localTime, zone }, own)),
      '',
      mail.thanks,
      ...(post.tag === null ? [] : [page.counted(post.tag)]),
      page.stop,
    ].join('\n');
  });
  return `${mails.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
}

/** The columns of a kit as a table. */
const KIT_COLUMNS = [
  'handle',
  'name',
  'language',
  'moment',
  'zone',
  'text',
  'characters',
  'intent',
  'image',
  'tag',
] as const;

/** A kit as CSV. */
export const kitCsv = ({ zone, posts }: KitDocument, style?: CsvStyle): string =>
  [
    ...csvLines(
      KIT_COLUMNS,
      posts.map((post) => [
        post.handle,
        post.name,
        post.language ?? post.textLanguage ?? '',
        post.localTime,
        zone,
        post.text,
        post.weighted,
        post.intent,
        post.media.map(({ file }) => file).join(' '),
        post.tag ?? '',
      ]),
      style,
    ),
  ].join('');
