import { basename } from 'node:path';
import type { Locale } from '#base/locale.js';
import type { Item, ItemMedia } from '#queue/item.js';
import type { Notify } from '#queue/ports.js';
import { visible } from '#report/terminal/width.js';
import { colon, moment } from '#locale/format.js';
import { intentLink, isWholeInIntent } from '#x/api/intent.js';
import { copyText, type Desktop } from './clipboard.js';
import { showNotice } from './notice.js';
import type { Shell } from '../shell.js';

const WORDS = {
  en: {
    title: 'tweetspan: time to post',
    due: (id: number, slot: string) => `Item ${id} is to be posted by hand now (${slot}):`,
    open: 'Open',
    media: 'Add by hand',
    alt: 'description',
    tag: 'tag',
    after: (id: number) => `Then: tweetspan record <address of the post> --item ${id}`,
    copied: 'The text is in the clipboard.',
  },
  fr: {
    title: 'tweetspan : c’est l’heure de poster',
    due: (id: number, slot: string) => `L’élément ${id} est à poster à la main maintenant (${slot}) :`,
    open: 'Ouvrir',
    media: 'À joindre à la main',
    alt: 'description',
    tag: 'identifier',
    after: (id: number) => `Ensuite : tweetspan record <adresse du post> --item ${id}`,
    copied: 'Le texte est dans le presse-papiers.',
  },
} as const;

/** How long each tool of the desktop may take, ms: a tick waits for it. Ours. */
const TIMEOUT = 5000;

const BELL = '\u0007';

function mediaLine({ file, alt, tag = [] }: ItemMedia, locale: Locale): string {
  const words = WORDS[locale];
  const more = [
    ...(alt === undefined ? [] : [`${words.alt}${colon(locale)}${alt}`]),
    ...(tag.length === 0 ? [] : [`${words.tag}${colon(locale)}${tag.map((handle) => `@${handle}`).join(', ')}`]),
  ];
  return `${file}${more.length === 0 ? '' : ` (${more.join('; ')})`}`;
}

/** What a reminder says in a terminal or a log. */
function reminderText(item: Item, link: string, locale: Locale): string {
  const words = WORDS[locale];
  const lines = [
    words.due(item.id, `${moment(item.requestedTime, locale)} ${item.zone}`),
    '',
    ...item.text.split(/\r\n?|\n/).map((line) => `    ${line}`),
    '',
    `${words.open}${colon(locale)}${link}`,
    ...(isWholeInIntent(item)
      ? []
      : item.media.map((media) => `${words.media}${colon(locale)}${mediaLine(media, locale)}`)),
    words.after(item.id),
  ];
  return `${lines.map((line) => visible(line).trimEnd()).join('\n')}\n`;
}

function noticeText({ text, media }: Item, locale: Locale): string {
  if (media.length === 0) return text;
  return `${text}\n\n${WORDS[locale].media}${colon(locale)}${media.map(({ file }) => basename(file)).join(', ')}`;
}

/**
 * Reminds whoever sits there that a post is to be made by hand: always with lines on standard error, with a notice and
 * the text in the clipboard where there is a desktop. A tool that is missing or hangs is no fault: the lines are there.
 */
export function notifyBy(shell: Desktop & Pick<Shell, 'stderr'>, locale: Locale): Notify {
  return async (item) => {
    try {
      const { stderr } = shell;
      const link = intentLink(item.text);
      // Before the tools: whatever becomes of them, the reminder was given.
      stderr.write(`${stderr.isTTY ? BELL : ''}${reminderText(item, link, locale)}`);
      const notice = { title: WORDS[locale].title, text: noticeText(item, locale), link };
      const [copied] = await Promise.allSettled([
        copyText(item.text, shell, TIMEOUT),
        showNotice(notice, shell, TIMEOUT),
      ]);
      if (copied.status === 'fulfilled' && copied.value) stderr.write(`${WORDS[locale].copied}\n`);
    } catch {
      // Nobody is left to tell: it was standard error that could not be written.
    }
  };
}
