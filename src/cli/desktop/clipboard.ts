import type { Shell } from '../shell.js';

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
