// What `compose` shows and how keys change it: no terminal, no file.
import type { ComposeSentences } from '#locale/compose/en.js';
import { COMMANDS, ERASES, MOVES, NEW_LINES } from './keys.js';
import type { Judgement } from './judgement.js';
import { eraseTo, insertText, moveTo, openField, redo, setText, undo, type TextField } from './text-field.js';

/** The panels below or beside the text. */
export const VIEWS = ['findings', 'card', 'slots'] as const;
export type View = (typeof VIEWS)[number] | 'help';

/** What a choice or a key calls for beyond the state: files, searches, the end. */
export type Effect = 'save' | 'save-and-leave' | 'leave' | 'interrupt' | 'overwrite' | 'reload' | 'fix' | 'rewrite';

/** One of a few things to choose from. */
export interface Choice {
  readonly label: string;
  /** What it is about, shown below it; empty for none. */
  readonly detail: string;
  /** A text that takes the place of the one that is edited, or what is to be done. */
  readonly take: { readonly text: string } | { readonly effect: Effect };
}

/** What is said in the last line until the next key. */
export interface Notice {
  readonly text: string;
  readonly isError: boolean;
}

/** All that is on the screen but for what the text is worth. */
export interface ComposeState {
  readonly field: TextField;
  /** The text as the file has it; undefined while there is no file. */
  readonly saved: string | undefined;
  readonly view: View;
  /** The finding that was jumped to last. */
  readonly finding: number | undefined;
  readonly choices: { readonly title: string; readonly all: readonly Choice[]; readonly selected: number } | undefined;
  readonly notice: Notice | undefined;
}

/** A key by its name, or text that was typed or pasted. */
export type Input = { readonly key: string } | { readonly text: string };

/** What keys need to know besides the state. */
export interface KeyContext {
  /** Columns of the text on the screen. */
  readonly columns: number;
  readonly sentences: ComposeSentences;
  readonly judgement: Judgement;
}

/** The state of a text that is opened. */
export const openState = (text: string, saved: string | undefined): ComposeState => ({
  field: openField(text),
  saved,
  view: 'findings',
  finding: undefined,
  choices: undefined,
  notice: undefined,
});

/** Whether there is something that the file does not have. */
export const isUnsaved = ({ field, saved }: ComposeState): boolean => field.text.trimEnd() !== (saved ?? '').trimEnd();

/** The state with something said in its last line. */
export const withNotice = (state: ComposeState, text: string, isError = false): ComposeState => ({
  ...state,
  notice: { text, isError },
});

/** The state with something to choose; with what is said where there is nothing. */
export const withChoices = (
  state: ComposeState,
  title: string,
  all: readonly Choice[],
  otherwise: string,
): ComposeState =>
  all.length === 0
    ? withNotice(state, otherwise)
    : { ...state, choices: { title, all, selected: 0 }, notice: undefined };

/** The state with another text, as a step that can be undone. */
export const withText = (state: ComposeState, text: string): ComposeState => ({
  ...state,
  field: setText(state.field, text, text.length),
  finding: undefined,
});

/** What a key, or text, makes of the state, and what is to be done besides. */
export function press(
  state: ComposeState,
  input: Input,
  context: KeyContext,
): { readonly state: ComposeState; readonly effect?: Effect | undefined } {
  if (state.choices !== undefined) return choose(state, state.choices, input);
  const quiet = state.notice === undefined ? state : { ...state, notice: undefined };
  const { field } = quiet;
  const { columns } = context;
  if ('text' in input) return { state: edited(quiet, insertText(field, input.text)) };
  const { key } = input;
  const move = own(MOVES, key);
  if (move !== undefined) return { state: { ...quiet, field: moveTo(field, move, columns) } };
  const erase = own(ERASES, key);
  if (erase !== undefined) return { state: edited(quiet, eraseTo(field, erase, columns)) };
  if (NEW_LINES.has(key)) return { state: edited(quiet, insertText(field, '\n')) };
  const command = own(COMMANDS, key);
  return command === undefined ? { state } : obey(quiet, command, context);
}

const own = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const edited = (state: ComposeState, field: TextField): ComposeState => ({ ...state, field, finding: undefined });

function obey(
  state: ComposeState,
  command: (typeof COMMANDS)[string],
  context: KeyContext,
): { readonly state: ComposeState; readonly effect?: Effect | undefined } {
  switch (command) {
    case 'undo':
      return { state: edited(state, undo(state.field)) };
    case 'redo':
      return { state: edited(state, redo(state.field)) };
    case 'help':
      return { state: { ...state, view: state.view === 'help' ? 'findings' : 'help' } };
    case 'close':
      return { state: { ...state, view: state.view === 'help' ? 'findings' : state.view } };
    case 'next-view': {
      const index = VIEWS.findIndex((view) => view === state.view);
      return { state: { ...state, view: VIEWS[(index + 1) % VIEWS.length] ?? 'findings' } };
    }
    case 'next-finding':
      return { state: jump(state, 1, context) };
    case 'previous-finding':
      return { state: jump(state, -1, context) };
    case 'leave':
      return isUnsaved(state) ? { state: askToSave(state, context.sentences) } : { state, effect: 'leave' };
    default:
      return { state, effect: command };
  }
}

/** Goes to the next finding, or the one before: the cursor to its place where it has one. */
function jump(state: ComposeState, by: 1 | -1, { judgement, sentences }: KeyContext): ComposeState {
  const findings = 'findings' in judgement ? judgement.findings : [];
  if (findings.length === 0) return withNotice(state, sentences.notices.noFindings());
  const from = state.finding ?? (by > 0 ? -1 : 0);
  const index = (from + by + findings.length) % findings.length;
  const place = findings[index]?.place;
  const field =
    place == null ? state.field : { ...state.field, cursor: place.start, column: undefined, isTyping: false };
  return { ...state, field, finding: index, view: 'findings' };
}

const askToSave = (state: ComposeState, { choices }: ComposeSentences): ComposeState =>
  withChoices(
    state,
    choices.leave,
    [
      { label: choices.saveAndLeave, detail: '', take: { effect: 'save-and-leave' } },
      { label: choices.discard, detail: '', take: { effect: 'leave' } },
    ],
    '',
  );

/** What a key does while there is something to choose. */
function choose(
  state: ComposeState,
  choices: NonNullable<ComposeState['choices']>,
  input: Input,
): { readonly state: ComposeState; readonly effect?: Effect | undefined } {
  const { all, selected } = choices;
  const select = (index: number) => ({ state: { ...state, choices: { ...choices, selected: index } } });
  const closed = { ...state, choices: undefined };
  const take = (choice: Choice | undefined) => {
    if (choice === undefined) return { state };
    if ('effect' in choice.take) return { state: closed, effect: choice.take.effect };
    return { state: withText(closed, choice.take.text) };
  };
  if ('text' in input) return /^[1-9]$/.test(input.text) ? take(all[Number(input.text) - 1]) : { state };
  switch (input.key) {
    case 'up':
      return select((selected + all.length - 1) % all.length);
    case 'down':
    case 'tab':
      return select((selected + 1) % all.length);
    case 'enter':
      return take(all[selected]);
    case 'escape':
    case 'ctrl+q':
    case 'ctrl+g':
      return { state: closed };
    case 'ctrl+c':
      return { state: closed, effect: 'interrupt' };
    default:
      return { state };
  }
}
