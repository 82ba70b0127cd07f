// What a full screen and its client say to each other, so that either can be another in tests.
import type { Drawn } from '#compose/screen.js';
import type { Input } from '#compose/state.js';

/** Why the screen has to be left: somebody stops the program, or the terminal is no longer there. */
export type EndCause = 'stopped' | 'gone';

/** What a full screen calls. */
export interface ScreenClient {
  input(input: Input): void;
  draw(columns: number, rows: number): Drawn;
  ended(cause: EndCause): void;
  fault(error: unknown): void;
}

/** A terminal that was taken for a full screen. */
export interface FullScreen {
  redraw(): void;
  /** Gives the terminal back as it was; `isGone`: there is none any more. */
  close(isGone: boolean): Promise<void>;
}
