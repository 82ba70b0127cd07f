// Reminders of posts to make by hand: lines in the terminal, a notice on the desktop, the text in the clipboard.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Locale } from '#base/locale.js';
import { outreachSentences } from '#locale/outreach.js';
import { systemSentences } from '#locale/system.js';
import { slotText } from '#locale/format.js';
import type { Item } from '#queue/item.js';
import type { Channel, Notify, NotifyStep } from '#queue/ports.js';
import { asJson } from '#report/documents/json.js';
import { itemRecord, type FormatLocalTime } from '#report/documents/queue.js';
import type { ReminderDocument, StepReminderDocument } from '#report/documents/queue-schema.js';
import { mediaText } from '#report/media-text.js';
import { visible } from '#report/terminal/width.js';
import { intentLink, isWholeInIntent } from '#x/api/intent.js';
import { stepCommand, stepRecord } from '../person-steps.js';
import { firstLine } from '../service/manager.js';
import type { Shell } from '../shell.js';

/** How long each tool of the desktop may take, ms: a tick waits for it. @source own choice */
const TIMEOUT = 5000;
/** How long the user's own command may take, ms: mail and web hooks wait for other machines. @source own choice */
const COMMAND_TIMEOUT = 30_000;

const BELL = '\u0007';

/** The reminder in a terminal or a log. */
function reminderText(item: Item, link: string, locale: Locale): string {
  const sentences = systemSentences(locale).reminder;
  const lines = [
    sentences.due(item.id, slotText({ localTime: item.requestedTime, zone: item.zone }, locale)),
    '',
    ...item.text.split(/\r\n?|\n/).map((line) => `    ${line}`),
    '',
    sentences.open(link),
    ...(isWholeInIntent(item) ? [] : item.media.map((media) => sentences.media(mediaText(media, locale)))),
    sentences.after(item.id),
  ];
  return `${lines.map((line) => visible(line).trimEnd()).join('\n')}\n`;
}

function noticeText({ text, media }: Item, locale: Locale): string {
  if (media.length === 0) return text;
  const files = media.map(({ file }) => basename(file)).join(', ');
  return `${text}\n\n${systemSentences(locale).reminder.media(files)}`;
}

/** How reminders are given besides the terminal and the desktop. */
export interface Reminding {
  readonly locale: Locale;
  /** The user's own command line, which gets each reminder as JSON. */
  readonly command?: string;
  readonly formatLocalTime: FormatLocalTime;
}

/**
 * Reminds the user to publish a post by hand: with lines on standard error, on a desktop with a notice and the text in
 * the clipboard, and by the user's own command. Lines count only where a terminal shows them: nobody may read the log of
 * a service or the mail of cron. One that reached nobody before is tried again without its lines.
 */
export function notifyBy(shell: Desktop & Pick<Shell, 'stderr'>, reminding: Reminding): Notify {
  const { locale } = reminding;
  const sentences = systemSentences(locale).reminder;
  return async (item) => {
    const { stderr } = shell;
    const isAgain = item.reason?.code === 'not-reached';
    const write = (text: string): boolean => {
      try {
        if (!isAgain || stderr.isTTY) stderr.write(text);
        return stderr.isTTY;
      } catch {
        // Standard error itself could not be written: there is no other place to report it.
        return false;
      }
    };
    const link = intentLink(item.text);
    // Before the tools: whatever becomes of them, the lines are there.
    const isShown = write(`${stderr.isTTY ? BELL : ''}${reminderText(item, link, locale)}`);
    const notice = { title: sentences.title, text: noticeText(item, locale), link };
    const [copied, noticed, ran] = await Promise.allSettled([
      copyText(item.text, shell, TIMEOUT),
      showNotice(notice, shell, TIMEOUT),
      runCommand(
        { schema: 'tweetspan/reminder@1', item: itemRecord(item, reminding.formatLocalTime), intent: link },
        shell,
        reminding,
      ),
    ]);
    if (copied.status === 'fulfilled' && copied.value) write(`${sentences.copied}\n`);
    const failure = ran.status === 'fulfilled' ? ran.value.failure : String(ran.reason);
    if (failure !== undefined) write(`tweetspan: ${failure}\n`);
    return toChannels(isShown, noticed, ran);
  };
}

/** The channels that took a reminder. */
const toChannels = (
  isShown: boolean,
  noticed: PromiseSettledResult<boolean>,
  ran: PromiseSettledResult<{ readonly isDelivered: boolean }>,
): Channel[] => [
  ...(isShown ? (['terminal'] satisfies Channel[]) : []),
  ...(noticed.status === 'fulfilled' && noticed.value ? (['desktop'] satisfies Channel[]) : []),
  ...(ran.status === 'fulfilled' && ran.value.isDelivered ? (['command'] satisfies Channel[]) : []),
];

/** Reminds a person of a step that is theirs to take: in the terminal, on the desktop, by their own command. */
export function notifyStepBy(shell: Desktop & Pick<Shell, 'stderr'>, reminding: Reminding): NotifyStep {
  return async (step) => {
    const { stderr } = shell;
    const { steps: words } = outreachSentences(reminding.locale);
    const record = stepRecord(step);
    const command = stepCommand(step, reminding.locale);
    const title = words.due(record.id, words.kinds[step.kind], step.link);
    const lines = [title, `    ${words.run(command)}`, `    ${words.after(record.id)}`];
    let isShown = false;
    try {
      // A log that nobody reads gets no line each minute: there the other channels count.
      if (stderr.isTTY) stderr.write(`${BELL}${lines.map((line) => visible(line)).join('\n')}\n`);
      isShown = stderr.isTTY;
    } catch {
      // Standard error itself could not be written: there is no other place to report it.
    }
    const notice = { title: 'tweetspan', text: `${title}\n${words.run(command)}`, link: '' };
    const [noticed, ran] = await Promise.allSettled([
      showNotice(notice, shell, TIMEOUT),
      runCommand({ schema: 'tweetspan/step-reminder@1', step: record, command }, shell, reminding),
    ]);
    return toChannels(isShown, noticed, ran);
  };
}

/** Runs the user's own command with the reminder on its standard input. The line is theirs: a shell reads it. */
async function runCommand(
  document: ReminderDocument | StepReminderDocument,
  { platform, run }: Desktop,
  { command, locale }: Reminding,
): Promise<{ readonly isDelivered: boolean; readonly failure?: string }> {
  if (command === undefined) return { isDelivered: false };
  const [shell, args] = platform === 'win32' ? ['cmd.exe', ['/d', '/s', '/c', command]] : ['sh', ['-c', command]];
  const result = await run(shell, args, { stdin: asJson(document), timeoutMs: COMMAND_TIMEOUT });
  if (result.code === 0) return { isDelivered: true };
  const { commandFailed } = systemSentences(locale).reminder;
  return { isDelivered: false, failure: commandFailed(result.code, firstLine(result.stderr)) };
}

/** A notice on a desktop. The title is ours; the rest may hold anything. */
interface Notice {
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
  return [shown.join(''), ...(link !== '' && link.length <= MAX_LINK_LENGTH ? [link] : [])].join('\n\n');
}

/** The body of a notice is markup (Desktop Notifications Specification, Markup). */
const asMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/**
 * Shows a notice on the desktop, where there is one; false where it was not shown. On Windows it does nothing.
 * Waits `timeoutMs` at most.
 */
async function showNotice(notice: Notice, { platform, env, uid, run }: Desktop, timeoutMs: number): Promise<boolean> {
  const body = noticeBody(notice);
  if (platform === 'darwin') {
    // The title first: what begins with a hyphen there would be read as an option.
    const { code } = await run('osascript', [...APPLE_SCRIPT, notice.title, body], { timeoutMs });
    return code === 0;
  }
  if (platform === 'win32') return false;
  const args = ['--app-name=tweetspan', '--urgency=critical', '--', notice.title, asMarkup(body)];
  const hasSession = env['DBUS_SESSION_BUS_ADDRESS'] || env['DISPLAY'] || env['WAYLAND_DISPLAY'];
  if (hasSession) return (await run('notify-send', args, { timeoutMs })).code === 0;
  // In a cron job or over SSH the environment names no session, but the user may have one; without a bus notify-send
  // would start one of its own.
  const bus = userBus({ uid });
  if (bus === undefined) return false;
  const { code } = await run('env', [`DBUS_SESSION_BUS_ADDRESS=${bus}`, 'notify-send', ...args], { timeoutMs });
  return code === 0;
}

/** The address of the message bus of a user's session (systemd keeps it there); undefined where there is none. */
export function userBus({ uid }: Pick<Desktop, 'uid'>): string | undefined {
  const socket = `/run/user/${uid ?? ''}/bus`;
  return uid !== undefined && existsSync(socket) ? `unix:path=${socket}` : undefined;
}

/** What a desktop tool takes of the world. */
export type Desktop = Pick<Shell, 'platform' | 'env' | 'uid' | 'run'>;

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
