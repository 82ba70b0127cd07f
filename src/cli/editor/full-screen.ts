// The door to the terminal library: raw keys by their names, a screen that is drawn anew where it changed, and the
// terminal as it was before, however the program ends.
import { parseKey, decodePrintableKey, isKeyRelease } from '@earendil-works/pi-tui/dist/keys.js';
import { ProcessTerminal } from '@earendil-works/pi-tui/dist/terminal.js';
import { CURSOR_MARKER, type Component } from '@earendil-works/pi-tui/dist/tui.js';
import { TuiAltScreen } from '@earendil-works/pi-tui/dist/tui-alt-screen.js';
import { sliceByColumn } from '@earendil-works/pi-tui/dist/utils.js';
import type { Input } from '#compose/state.js';
import type { FullScreen, ScreenClient } from './port.js';

// oxlint-disable-next-line no-control-regex -- how a terminal marks what was pasted
const PASTE = /^\u001b\[200~([\s\S]*)\u001b\[201~$/;

/** What the terminal sent, as a key or as text; undefined for what is neither. */
function readInput(data: string): Input | undefined {
  const pasted = PASTE.exec(data)?.[1];
  if (pasted !== undefined) return { text: pasted };
  // oxlint-disable-next-line no-control-regex -- control characters are keys, not text
  if (/^[^\u0000-\u001f\u007f]+$/.test(data)) return { text: data };
  const printed = decodePrintableKey(data);
  if (printed !== undefined) return { text: printed };
  // What else begins with an escape is an answer of the terminal, or a key that nobody knows.
  const key = parseKey(data);
  return key === undefined ? undefined : { key };
}

/** Takes the terminal for a full screen. What the client throws goes to its `fault`, with the terminal still taken. */
export function openFullScreen(process: NodeJS.Process, client: ScreenClient): FullScreen {
  // The library would ask the terminal for a protocol of its own, which we have no use for.
  process.env['PI_PROGRAM_STATUS'] ??= '0';
  const terminal = new ProcessTerminal();
  const tui = new TuiAltScreen(terminal, true, undefined, { mouse: false });
  const guarded = <Value>(work: () => Value, otherwise: Value): Value => {
    try {
      return work();
    } catch (error) {
      client.fault(error);
      return otherwise;
    }
  };
  const screen: Component & { capturesViewportInput: boolean } = {
    capturesViewportInput: true,
    invalidate: () => undefined,
    render: (columns) =>
      guarded(() => {
        const { lines, cursor } = client.draw(columns, terminal.rows);
        return lines.map((line, row) =>
          cursor?.row !== row
            ? line
            : sliceByColumn(line, 0, cursor.column) +
              CURSOR_MARKER +
              sliceByColumn(line, cursor.column, Math.max(0, columns - cursor.column)),
        );
      }, []),
    handleInput: (data) => {
      if (isKeyRelease(data)) return;
      const input = readInput(data);
      if (input !== undefined) guarded(() => client.input(input), undefined);
    },
  };
  tui.setLayoutRoot(screen);
  tui.setFocus(screen);
  const onHangup = (): void => client.ended('gone');
  const onTerminate = (): void => client.ended('stopped');
  const signals = [
    ['SIGHUP', onHangup],
    ['SIGTERM', onTerminate],
    ['SIGINT', onTerminate],
    // Whatever ends the process without a word.
    ['exit', onHangup],
  ] as const;
  for (const [name, handler] of signals) process.on(name, handler);
  process.stdin.on('end', onHangup).on('error', onHangup);
  tui.start();
  let isOpen = true;
  return {
    redraw: () => {
      if (isOpen) tui.renderNow();
    },
    async close(isGone) {
      if (!isOpen) return;
      isOpen = false;
      for (const [name, handler] of signals) process.off(name, handler);
      process.stdin.off('end', onHangup);
      if (isGone) {
        // Each try to write to it would fail: nothing is left that could be put back.
        process.stdin.destroy();
        return;
      }
      process.stdin.off('error', onHangup);
      // Releases of keys that are still on their way, which the shell would take for text.
      if (terminal.kittyProtocolActive) await terminal.drainInput();
      tui.stop({ preserveScreen: true });
    },
  };
}
