import { visible } from '#report/terminal/width.js';
import type { Desktop } from './clipboard.js';

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
