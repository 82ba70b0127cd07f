import type { Shell } from '../shell.js';

/** A line on a terminal that shows how far a job is. Without a terminal it shows nothing. */
export interface ProgressLine {
  say(text: string): void;
  /** Takes the line away. It must be called before anything else is written. */
  stop(): void;
}

const SILENT: ProgressLine = { say: () => undefined, stop: () => undefined };

/** Opens a line of progress on standard error, where it is a terminal that shows it. */
export async function openProgress({ stderr, env }: Shell, color: boolean, text: string): Promise<ProgressLine> {
  const { stream, columns = 0 } = stderr;
  // Without columns ora never ends; in a pipe it leaves its signs behind.
  if (stream === undefined || !stderr.isTTY || columns <= 0 || env['TERM'] === 'dumb' || env['CI']) return SILENT;
  // Loaded here only: it takes as long as a start of the whole program.
  const { default: ora } = await import('ora');
  const spinner = ora({
    text,
    stream,
    color: color ? 'cyan' : false,
    isEnabled: true,
    // Standard input stays as it is, so that Ctrl-C is a signal; the cursor too, so that nothing has to be put back.
    discardStdin: false,
    hideCursor: false,
  }).start();
  return {
    say: (label) => {
      spinner.text = label.length < columns - 4 ? label : `${label.slice(0, Math.max(1, columns - 5))}…`;
    },
    stop: () => void spinner.stop(),
  };
}
