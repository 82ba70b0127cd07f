// What each key does. Names are those of the terminal library: `ctrl+s`, `shift+enter`. Only keys that every terminal
// sends, over ssh and without its newer protocols too.
import type { Place } from './text-field.js';

/** What a key calls for beside changing the text. */
export type Command =
  | 'save'
  | 'leave'
  | 'interrupt'
  | 'fix'
  | 'rewrite'
  | 'next-finding'
  | 'previous-finding'
  | 'next-view'
  | 'help'
  | 'undo'
  | 'redo'
  | 'close';

/** Keys that move the cursor. */
export const MOVES: Readonly<Record<string, Place>> = {
  left: 'left',
  right: 'right',
  up: 'up',
  down: 'down',
  pageUp: 'page-up',
  pageDown: 'page-down',
  home: 'line-start',
  end: 'line-end',
  'ctrl+a': 'line-start',
  'ctrl+e': 'line-end',
  'ctrl+left': 'word-left',
  'alt+left': 'word-left',
  'alt+b': 'word-left',
  'ctrl+right': 'word-right',
  'alt+right': 'word-right',
  'ctrl+home': 'start',
  'ctrl+end': 'end',
};

/** Keys that take text away, with the place up to which they do. */
export const ERASES: Readonly<Record<string, Place>> = {
  backspace: 'left',
  'shift+backspace': 'left',
  delete: 'right',
  'ctrl+d': 'right',
  'ctrl+w': 'word-left',
  'ctrl+backspace': 'word-left',
  'alt+backspace': 'word-left',
  'alt+d': 'word-right',
  'ctrl+delete': 'word-right',
  'ctrl+u': 'line-start',
  'ctrl+k': 'line-end',
};

/** Keys that start a new line. */
export const NEW_LINES: ReadonlySet<string> = new Set(['enter', 'shift+enter', 'alt+enter', 'ctrl+j']);

/** All other keys that do something. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  'ctrl+s': 'save',
  'ctrl+q': 'leave',
  'ctrl+c': 'interrupt',
  'ctrl+f': 'fix',
  'ctrl+r': 'rewrite',
  'ctrl+n': 'next-finding',
  'ctrl+p': 'previous-finding',
  tab: 'next-view',
  f1: 'help',
  'ctrl+g': 'help',
  'ctrl+z': 'undo',
  'ctrl+y': 'redo',
  escape: 'close',
};
