// Reminders of posts to make by hand: lines in the terminal, a notice on the desktop, the text in the clipboard.
import { basename } from 'node:path';
import type { Locale } from '#base/locale.js';
import { systemSentences } from '#locale/system.js';
import { slotText } from '#locale/format.js';
import type { Item, ItemMedia } from '#queue/item.js';
import type { Notify } from '#queue/ports.js';
import { visible } from '#report/terminal/width.js';
import { intentLink, isWholeInIntent } from '#x/api/intent.js';
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

/** A notice on a desktop. The title is ours; the rest may hold anything. */
export interface Notice {
  readonly title: string;
  readonly text: string;
  readonly link: string;
}

/** Characters of a text that are shown: a notice has room for few lines. @source own choice */
const MAX_TEXT_LENGTH = 300;
/** Characters of a URL that are shown: a longer one is not read, and one argument holds 128 KiB on Linux. @source own choice */
const MAX_LINK_LENGTH = 4096;

/** AppleScript that takes its words as arguments: a text in the script itself could end the string and go on as code. */
const APPLE_SCRIPT = [
  'on run argv',
  'display notification (item 2 of argv) with title (item 1 of argv)',
  'end run',
].flatMap((line) => ['-e', line]);

function noticeBody({ text, link }: Notice): string {
  const characters = [...visible(text)];
  const shown = characters.length <= MAX_TEXT_LENGTH ? characters : [...characters.slice(0, MAX_TEXT_LENGTH - 1), '…'];
  return [shown.join(''), ...(link.length <= MAX_LINK_LENGTH ? [link] : [])].join('\n\n');
}

/** The body of a notice is markup (Desktop Notifications Specification, Markup). */
const asMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Shows a notice on the desktop, where there is one; false where it was not shown. On Windows it does nothing.
 * Waits `timeoutMs` at most.
 */
export async function showNotice(notice: Notice, { platform, env, run }: Desktop, timeoutMs: number): Promise<boolean> {
  const body = noticeBody(notice);
  if (platform === 'darwin') {
    // The title first: what begins with a hyphen there would be read as an option.
    const { code } = await run('osascript', [...APPLE_SCRIPT, notice.title, body], { timeoutMs });
    return code === 0;
  }
  // Without a session, as in a cron job, notify-send would start a message bus of its own.
  const hasSession = env['DBUS_SESSION_BUS_ADDRESS'] || env['DISPLAY'] || env['WAYLAND_DISPLAY'];
  if (platform === 'win32' || !hasSession) return false;
  const args = ['--app-name=tweetspan', '--urgency=critical', '--', notice.title, asMarkup(body)];
  const { code } = await run('notify-send', args, { timeoutMs });
  return code === 0;
}

/** What a desktop tool takes of the world. */
export type Desktop = Pick<Shell, 'platform' | 'env' | 'run'>;

interface Tool {
  readonly command: string;
  readonly args: readonly string[];
  readonly stdin: string;
}

/**
 * Sets the clipboard to what standard input holds in Base64: a Windows console reads anything but ASCII in the code page
 * of its country.
 */
const FROM_BASE64 =
  'Set-Clipboard -Value ([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String([Console]::In.ReadToEnd())))';

// oxlint-disable-next-line no-control-regex -- ASCII begins with control characters
const ASCII = /^[\u0000-\u007f]*$/;

const windowsTool = (text: string): Tool =>
  ASCII.test(text)
    ? { command: 'clip.exe', args: [], stdin: text }
    : {
        command: 'powershell.exe',
        args: ['-NoProfile', '-NonInteractive', '-Command', FROM_BASE64],
        stdin: Buffer.from(text, 'utf8').toString('base64'),
      };

/** Whether this Linux is one inside of Windows (WSL), whose programs it can run. */
const isInWindows = ({ env }: Pick<Desktop, 'env'>): boolean =>
  Boolean(env['WSL_DISTRO_NAME']) || Boolean(env['WSL_INTEROP']);

/** The tools that may set a clipboard here, the likeliest first. All take the text by standard input, none as argument. */
function toolsFor(text: string, { platform, env }: Pick<Desktop, 'platform' | 'env'>): readonly Tool[] {
  if (platform === 'win32') return [windowsTool(text)];
  // Without a language in the environment, as services have it, pbcopy takes its input for Mac OS Roman.
  if (platform === 'darwin') return [{ command: 'env', args: ['LC_CTYPE=UTF-8', 'pbcopy'], stdin: text }];
  return [
    ...(isInWindows({ env }) ? [windowsTool(text)] : []),
    // Left to guess, wl-copy takes a text that begins with `<` for a page.
    ...(env['WAYLAND_DISPLAY'] ? [{ command: 'wl-copy', args: ['--type', 'text/plain'], stdin: text }] : []),
    ...(env['DISPLAY']
      ? [
          { command: 'xclip', args: ['-selection', 'clipboard'], stdin: text },
          { command: 'xsel', args: ['--clipboard', '--input'], stdin: text },
        ]
      : []),
  ];
}

/** Puts a text into the clipboard; false where there is none. Waits `timeoutMs` for each tool at most. */
export async function copyText(text: string, desktop: Desktop, timeoutMs: number): Promise<boolean> {
  for (const { command, args, stdin } of toolsFor(text, desktop)) {
    const { code } = await desktop.run(command, args, { stdin, timeoutMs });
    if (code === 0) return true;
  }
  return false;
}
