// A real terminal for tests: the built program under a pseudo-terminal, what it writes on the screen of an emulator.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type { IPty } from '@lydell/node-pty';
import { Terminal } from '@xterm/headless';
import { Unicode11Addon } from '@xterm/addon-unicode11';

/** Sizes of the golden screens: a small window, the usual one, a wide one. */
export const SIZES = [
  [60, 20],
  [80, 24],
  [120, 40],
] as const;

const require = createRequire(import.meta.url);

/** The module that opens pseudo-terminals, or why there is none here. */
export function findPty(): { readonly spawn: typeof import('@lydell/node-pty').spawn } | { readonly why: string } {
  try {
    const { spawn } = require('@lydell/node-pty') as typeof import('@lydell/node-pty');
    spawn(process.execPath, ['-e', '0'], { cols: 80, rows: 24 }).kill();
    return { spawn };
  } catch (error) {
    return { why: `no pseudo-terminal can be had here: ${String(error).split('\n')[0]}` };
  }
}

/** How a program is started in a terminal. */
export interface TerminalCall {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly rows?: number;
}

/** A program that runs in a terminal. */
export interface RunningTerminal {
  /** Keys, as a terminal sends them. */
  type(keys: string): void;
  /** The lines of the screen as they are now, without the blanks behind them. */
  screen(): string[];
  /** Waits until the screen holds a text. Rejects with the screen when it never does. */
  shows(text: string | RegExp | ((screen: readonly string[]) => boolean)): Promise<string[]>;
  /** Waits until the program has ended. */
  ended(): Promise<number>;
  /** Whether the terminal is as a shell wants it: no alternate screen, a cursor, no modes of ours. */
  isRestored(): boolean;
  /** Closes the terminal, as its window does: the program gets SIGHUP. */
  close(): void;
  kill(signal: string): void;
  resize(columns: number, rows: number): void;
  /** All that the program wrote, escapes and all. */
  written(): string;
}

const PROGRAM = new URL('../../bin/tweetspan.js', import.meta.url).pathname;
const CLOCK = new URL('clock.cjs', import.meta.url).pathname;
/** How long a screen may take on a busy machine, ms. */
const PATIENCE = 15_000;

/** Starts the built program in a terminal of its own. */
export function openTerminal({ argv, cwd, env = {}, columns = 80, rows = 24 }: TerminalCall): RunningTerminal {
  const found = findPty();
  if ('why' in found) throw new Error(found.why);
  const { PATH = '' } = process.env;
  const pty: IPty = found.spawn(process.execPath, ['--require', CLOCK, PROGRAM, ...argv], {
    name: env['TERM'] ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd,
    env: { PATH, HOME: '/nonexistent', LANG: 'C.UTF-8', TZ: 'Europe/Paris', ...env },
  });
  const emulator = new Terminal({ cols: columns, rows, allowProposedApi: true });
  emulator.loadAddon(new Unicode11Addon());
  let written = '';
  let exit: number | undefined;
  pty.onData((data) => {
    written += data;
    emulator.write(data);
  });
  // What the emulator is asked, it answers, as terminals do.
  emulator.onData((data) => {
    if (exit === undefined) pty.write(data);
  });
  pty.onExit(({ exitCode, signal }) => {
    exit = signal === undefined || signal === 0 ? exitCode : 128 + signal;
  });
  const screen = (): string[] => {
    const { active } = emulator.buffer;
    return Array.from(
      { length: emulator.rows },
      (_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
    );
  };
  const until = async <Value>(look: () => Value | undefined, what: string): Promise<Value> => {
    const start = Date.now();
    for (;;) {
      await new Promise<void>((done) => emulator.write('', done));
      const value = look();
      if (value !== undefined) return value;
      if (Date.now() - start > PATIENCE) throw new Error(`${what} never came:\n${screen().join('\n')}`);
      await pause(10);
    }
  };
  return {
    type: (keys) => pty.write(keys),
    screen,
    shows: (text) =>
      until(() => {
        const lines = screen();
        const whole = lines.join('\n');
        // A frame of the full screen is looked at once it is whole.
        if (written.lastIndexOf('\u001b[?2026h') > written.lastIndexOf('\u001b[?2026l')) return undefined;
        const isThere =
          typeof text === 'string' ? whole.includes(text) : text instanceof RegExp ? text.test(whole) : text(lines);
        return isThere ? lines : undefined;
      }, String(text)),
    ended: () => until(() => exit, 'the end'),
    isRestored: () => {
      const { modes, buffer } = emulator;
      const isCursorShown = written.lastIndexOf('\u001b[?25h') >= written.lastIndexOf('\u001b[?25l');
      return buffer.active.type === 'normal' && !modes.bracketedPasteMode && modes.wraparoundMode && isCursorShown;
    },
    close: () => pty.kill('SIGHUP'),
    kill: (signal) => pty.kill(signal),
    resize: (width, height) => {
      emulator.resize(width, height);
      pty.resize(width, height);
    },
    written: () => written,
  };
}

/** Whether screens are to be written anew rather than compared. */
const isUpdate = process.env['UPDATE_SCREENS'] === '1';

/**
 * The golden screen of a name, `fixtures/screens/<name>.txt`, to compare a screen with; `UPDATE_SCREENS=1` makes it that
 * screen. One that is not there fails.
 */
export function goldenScreen(name: string, screen: readonly string[]): string {
  const file = `fixtures/screens/${name}.txt`;
  if (isUpdate) writeFileSync(file, asFile(screen));
  return existsSync(file) ? readFileSync(file, 'utf8') : `no ${file}: UPDATE_SCREENS=1 writes it`;
}

/** A screen as it stands in its file: without the blanks and empty lines at its end. */
export const asFile = (screen: readonly string[]): string => `${screen.join('\n').trimEnd()}\n`;
