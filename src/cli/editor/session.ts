// `compose` at work: what the screen shows is judged at each key; what needs files, the history or a search is done here.
import { existsSync } from 'node:fs';
import { judgeText, type Judgement } from '#compose/judgement.js';
import type { Slots } from '#compose/panels.js';
import { drawScreen, textColumns } from '#compose/screen.js';
import {
  isUnsaved,
  openState,
  press,
  withChoices,
  withNotice,
  withText,
  type ComposeState,
  type Effect,
} from '#compose/state.js';
import { cleanText } from '#compose/text-field.js';
import { frontMatterOf, normalizeSource, writeSource } from '#draft/draft-file.js';
import { DraftError } from '#draft/draft-error.js';
import { composeSentences } from '#locale/compose.js';
import { createPalette } from '#report/terminal/style.js';
import { describeProblem } from '../describe-problem.js';
import { backUp, putFile, replaceFile } from '../files.js';
import type { OpenDraft } from '../open-draft.js';
import { isAsciiOnly, toAscii } from '../output.js';
import type { Shell } from '../shell.js';
import { wantsColor } from '../shell.js';
import { EXIT, UserError, type ExitCode } from '../user-error.js';
import { bodyOf, endOf, readAnything } from './edited-draft.js';
import type { EndCause, FullScreen, ScreenClient } from './port.js';
import { findFixes, findRewrites } from './proposals.js';
import { dropUnsaved, findUnsaved, keepUnsaved } from './recovery.js';

/** What a session is opened with. */
export interface SessionSetting {
  readonly shell: Shell;
  /** The draft as it is called and where it is, whether or not it exists. */
  readonly name: string;
  readonly path: string;
  /** The draft as it is opened, and as it is opened again with another text. */
  readonly opened: OpenDraft;
  readonly reopen: (source: string) => Promise<OpenDraft>;
  readonly slotsOf: (draft: OpenDraft) => Promise<Slots>;
  /** A folder for unsaved text where that of the draft cannot be written. */
  readonly spare: string;
  readonly color: boolean | undefined;
  /** Runs work after a pause, ms, and answers how to call it off. */
  readonly later?: (work: () => void, ms: number) => () => void;
}

/** How a session ended, and what is to be said of it once the terminal is back. */
export interface SessionEnd {
  readonly exitCode: ExitCode;
  readonly lines: readonly string[];
}

/** A pause in the typing, ms, after which what takes longer than a key is worked out anew. @source own choice */
const PAUSE = 400;

const afterPause = (work: () => void, ms: number): (() => void) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/** Lets the user write until they leave. The terminal is as it was when this answers or throws. */
export async function runSession(setting: SessionSetting): Promise<SessionEnd> {
  const { shell, name, path, spare, later = afterPause } = setting;
  let draft = setting.opened;
  const sentences = composeSentences(draft.locale);
  const palette = createPalette(wantsColor(shell, setting.color));
  const isAscii = isAsciiOnly(shell.env);
  let head = frontMatterOf(draft.file.source);
  let tail = endOf(draft.file.source.slice(head.length));
  let columns = 80;
  let state = recovered(
    openState(bodyOf(draft.file.source, head), existsSync(path) ? bodyOf(draft.file.source, head) : undefined),
  );
  let judgement = judge();
  let slots: Slots | undefined;
  let slotsFor: string | undefined;
  let callOff: (() => void) | undefined;
  let isOver = false;
  let screen: FullScreen | undefined;
  let end: (result: SessionEnd & { readonly isGone: boolean }) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  const over = new Promise<SessionEnd & { readonly isGone: boolean }>((done, failed) => {
    end = done;
    fail = failed;
  });

  function judge(): Judgement {
    return judgeText(state.field.text, { head, reread: draft.reread, options: draft.options });
  }

  /** The text with that of last time, where some was kept. */
  function recovered(fresh: ComposeState): ComposeState {
    const kept = findUnsaved(path, spare);
    if (kept === undefined) return fresh;
    const source = normalizeSource(kept);
    const text = cleanText(bodyOf(source, frontMatterOf(source)));
    if (text === fresh.field.text) {
      dropUnsaved(path, spare);
      return fresh;
    }
    return withNotice(withText(fresh, text), sentences.notices.recovered());
  }

  const source = (): string => {
    const { text } = state.field;
    return text.trim() === '' && head === '' ? '' : `${head}${text.trimEnd()}${text.trim() === '' ? '' : tail}`;
  };

  /** Takes a new state, judges its text where that is another one, and shows it. */
  function show(next: ComposeState): void {
    const isOther = next.field.text !== state.field.text;
    state = next;
    if (isOther) {
      judgement = judge();
      plan();
    }
    screen?.redraw();
  }

  /** Has what takes longer worked out once nothing is typed. */
  function plan(): void {
    callOff?.();
    callOff = later(() => void refresh().catch((error: unknown) => fail(error)), PAUSE);
  }

  /** Language, media, people and the history, for the text as it now is; then the slots of its link. */
  async function refresh(): Promise<void> {
    const text = state.field.text;
    let opened: OpenDraft;
    try {
      opened = await setting.reopen(head + text);
    } catch (error) {
      // As long as the text is no draft, what is known of it stays; the screen says why it is none.
      if (describeProblem(error, draft.locale) === undefined && !(error instanceof UserError)) throw error;
      return;
    }
    // What was typed in the meantime has its own turn.
    if (isOver || text !== state.field.text) return;
    draft = { ...opened, file: { ...opened.file, raw: draft.file.raw } };
    judgement = judge();
    screen?.redraw();
    const link = 'link' in judgement ? judgement.link : undefined;
    const key = `${link ?? ''}\n${head}`;
    if (slotsFor === key) return;
    slots = link === undefined ? { why: sentences.slots.none } : await setting.slotsOf(draft);
    slotsFor = key;
    if (!isOver) screen?.redraw();
  }

  async function perform(effect: Effect): Promise<void> {
    switch (effect) {
      case 'save':
      case 'overwrite':
        await save(effect === 'overwrite');
        return;
      case 'save-and-leave':
        if (await save(false)) leave();
        return;
      case 'reload':
        return reload();
      case 'fix':
        return show(findFixes(state, judgement, { head, draft, sentences }));
      case 'rewrite':
        return show(await findRewrites(state, judgement, { head, draft, sentences }));
      case 'interrupt':
        return stop('stopped');
      case 'leave':
        return leave();
    }
  }

  function leave(): void {
    dropUnsaved(path, spare);
    isOver = true;
    end({ exitCode: EXIT.done, lines: [], isGone: false });
  }

  /** Writes the draft, unless somebody else did in the meantime and the user has not seen that; answers whether it did. */
  async function save(isDecided: boolean): Promise<boolean> {
    const text = source();
    if (text === '') {
      show(withNotice(state, sentences.notices.nothingToSave()));
      return false;
    }
    try {
      const present = existsSync(path) ? await readAnything(shell, path) : undefined;
      const isOurs = present === (state.saved === undefined ? undefined : draft.file.raw);
      if (!isOurs && present !== undefined && !isDecided) {
        const { choices } = sentences;
        show(
          withChoices(
            state,
            choices.changed(name),
            [
              { label: choices.overwrite, detail: '', take: { effect: 'overwrite' } },
              { label: choices.reload, detail: '', take: { effect: 'reload' } },
            ],
            '',
          ),
        );
        return false;
      }
      const backup = isOurs || present === undefined ? undefined : backUp(path);
      const written = state.saved === undefined ? text : writeSource(draft.file, text);
      if (present === undefined) await putFile(path, written, 0o644);
      else await replaceFile(path, written);
      draft = { ...draft, file: { ...draft.file, source: normalizeSource(written), raw: written } };
      dropUnsaved(path, spare);
      const { saved, savedWithBackup } = sentences.notices;
      const said = backup === undefined ? saved(name) : savedWithBackup(`${name}${backup.slice(path.length)}`);
      show(withNotice({ ...state, saved: state.field.text }, said));
      return true;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      show(withNotice(state, sentences.notices.notWritten(error.toLine(draft.locale)), true));
      return false;
    }
  }

  /** Takes the file as somebody else has written it; the text that was here comes back by undoing. */
  async function reload(): Promise<void> {
    try {
      const raw = await readAnything(shell, path);
      const opened = await setting.reopen(raw);
      draft = opened;
      head = frontMatterOf(opened.file.source);
      tail = endOf(opened.file.source.slice(head.length));
      const text = bodyOf(opened.file.source, head);
      show(withNotice({ ...withText(state, text), saved: text }, sentences.notices.loaded(name)));
      // The front matter may be another one, too.
      judgement = judge();
      screen?.redraw();
    } catch (error) {
      const lines =
        describeProblem(error, draft.locale) ?? (error instanceof UserError ? [error.toLine(draft.locale)] : undefined);
      if (lines === undefined) throw error;
      show(withNotice(state, lines[0] ?? '', true));
    }
  }

  /** Ends at once, and keeps what is not saved. */
  function stop(cause: EndCause): void {
    if (isOver) return;
    isOver = true;
    end({ exitCode: EXIT.interrupted, lines: keep(), isGone: cause === 'gone' });
  }

  function keep(): readonly string[] {
    if (!isUnsaved(state)) return [];
    try {
      const file = keepUnsaved(path, spare, source());
      const shown = file === `${path}.unsaved` ? `${name}.unsaved` : file;
      return [sentences.kept(shown, `tweetspan compose ${/\s/.test(name) ? `"${name}"` : name}`)];
    } catch (error) {
      return [sentences.notKept((error as NodeJS.ErrnoException).code ?? String(error))];
    }
  }

  const problems = (): readonly string[] =>
    'problems' in judgement ? (describeProblem(new DraftError(judgement.problems), draft.locale) ?? []) : [];

  const client: ScreenClient = {
    input(input) {
      if (isOver) return;
      const { state: next, effect } = press(state, input, { columns: textColumns({ columns }), sentences, judgement });
      show(next);
      if (effect !== undefined) perform(effect).catch((error: unknown) => fail(error));
    },
    draw(width, rows) {
      columns = width;
      const view = { columns: width, rows, palette, locale: draft.locale, sentences };
      const drawn = drawScreen(state, { name, judgement, problems: problems(), slots }, view);
      if (!isAscii) return drawn;
      // The text itself stays as it is: there the cursor counts its columns.
      const lines = drawn.lines.map((line, row) => (row >= drawn.top && row < drawn.bottom ? line : toAscii(line)));
      return { ...drawn, lines };
    },
    ended: stop,
    fault: (error) => fail(error),
  };
  screen = await shell.openScreen(client);
  plan();
  let isGone = false;
  try {
    const result = await over;
    ({ isGone } = result);
    return { exitCode: result.exitCode, lines: result.lines };
  } catch (error) {
    // A fault of ours must not cost the text.
    isOver = true;
    keep();
    throw error;
  } finally {
    callOff?.();
    await screen.close(isGone);
  }
}
