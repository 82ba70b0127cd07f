import type { DesktopFacts } from '#doctor/facts.js';
import type { Shell } from '../shell.js';

type Desktop = Pick<Shell, 'platform' | 'env' | 'run'>;

/** How long a tool may take to tell its version, ms. Ours. */
const TIMEOUT = 2000;

const isThere = async ({ run }: Desktop, tool: string): Promise<boolean> =>
  (await run(tool, ['--version'], { timeoutMs: TIMEOUT })).code !== null;

/** What reminders find on this desktop. macOS has its tools always; Windows shows no notice. */
export async function inspectDesktop(desktop: Desktop): Promise<DesktopFacts> {
  const { platform, env } = desktop;
  if (platform === 'darwin') return { notice: true, clipboard: true };
  if (platform === 'win32') return { notice: false, clipboard: true };
  const [hasWayland, hasX] = [Boolean(env['WAYLAND_DISPLAY']), Boolean(env['DISPLAY'])];
  const hasSession = hasWayland || hasX || Boolean(env['DBUS_SESSION_BUS_ADDRESS']);
  const isInWindows = Boolean(env['WSL_DISTRO_NAME']) || Boolean(env['WSL_INTEROP']);
  const clipboards = [...(hasWayland ? ['wl-copy'] : []), ...(hasX ? ['xclip', 'xsel'] : [])];
  const [notice, ...found] = await Promise.all([
    hasSession ? isThere(desktop, 'notify-send') : false,
    ...clipboards.map((tool) => isThere(desktop, tool)),
  ]);
  return { notice, clipboard: isInWindows || found.includes(true) };
}

/** A line of a crontab that does what is due, whatever it is started by. */
const ONCE = /^\s*[^#\s].*tweetspan.*\srun\s(?:.*\s)?--once\b/m;

/** Whether the user's crontab runs `tweetspan run --once`. */
export async function isInCrontab({ platform, run }: Desktop): Promise<boolean> {
  if (platform === 'win32') return false;
  const { code, stdout } = await run('crontab', ['-l'], { timeoutMs: TIMEOUT });
  return code === 0 && ONCE.test(stdout);
}
