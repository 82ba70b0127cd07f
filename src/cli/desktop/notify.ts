import { basename } from 'node:path';
import type { Locale } from '#base/locale.js';
import type { Item, ItemMedia } from '#queue/item.js';
import type { Notify } from '#queue/ports.js';
import { visible } from '#report/terminal/width.js';
import { systemSentences } from '#locale/system.js';
import { slotText } from '#locale/format.js';
import { intentLink, isWholeInIntent } from '#x/api/intent.js';
import { copyText, type Desktop } from './clipboard.js';
import { showNotice } from './notice.js';
import type { Shell } from '../shell.js';

/** How long each tool of the desktop may take, ms: a tick waits for it. @source own choice */
const TIMEOUT = 5000;

const BELL = '\u0007';

function mediaLine({ file, alt, tag = [] }: ItemMedia, locale: Locale): string {
  const sentences = systemSentences(locale).reminder;
  const more = [
    ...(alt === undefined ? [] : [sentences.alt(alt)]),
    ...(tag.length === 0 ? [] : [sentences.tag(tag.map((handle) => `@${handle}`).join(', '))]),
  ];
  return `${file}${more.length === 0 ? '' : ` (${more.join('; ')})`}`;
}

/** The reminder in a terminal or a log. */
function reminderText(item: Item, link: string, locale: Locale): string {
  const sentences = systemSentences(locale).reminder;
  const lines = [
    sentences.due(item.id, slotText({ localTime: item.requestedTime, zone: item.zone }, locale)),
    '',
    ...item.text.split(/\r\n?|\n/).map((line) => `    ${line}`),
    '',
    sentences.open(link),
    ...(isWholeInIntent(item) ? [] : item.media.map((media) => sentences.media(mediaLine(media, locale)))),
    sentences.after(item.id),
  ];
  return `${lines.map((line) => visible(line).trimEnd()).join('\n')}\n`;
}

function noticeText({ text, media }: Item, locale: Locale): string {
  if (media.length === 0) return text;
  const files = media.map(({ file }) => basename(file)).join(', ');
  return `${text}\n\n${systemSentences(locale).reminder.media(files)}`;
}

/**
 * Reminds the user to publish a post by hand: always with lines on standard error, and on a desktop with a notice and
 * the text in the clipboard. A tool that is missing or hangs is not an error: the lines are there.
 */
export function notifyBy(shell: Desktop & Pick<Shell, 'stderr'>, locale: Locale): Notify {
  return async (item) => {
    try {
      const { stderr } = shell;
      const link = intentLink(item.text);
      // Before the tools: whatever becomes of them, the reminder was given.
      stderr.write(`${stderr.isTTY ? BELL : ''}${reminderText(item, link, locale)}`);
      const notice = { title: systemSentences(locale).reminder.title, text: noticeText(item, locale), link };
      const [copied] = await Promise.allSettled([
        copyText(item.text, shell, TIMEOUT),
        showNotice(notice, shell, TIMEOUT),
      ]);
      if (copied.status === 'fulfilled' && copied.value) stderr.write(`${systemSentences(locale).reminder.copied}\n`);
    } catch {
      // Standard error itself could not be written: there is no other place to report it.
    }
  };
}
