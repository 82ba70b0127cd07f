/** Hours of the wall clock in which posts may go out, in minutes since midnight: from `from` up to before `to`. */
export interface WallWindow {
  readonly from: number;
  /** At or before `from`: the window goes on past midnight. */
  readonly to: number;
}

const WINDOW = /^(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})$/;

/** The window of `08:00-20:00`. `24:00` is midnight at the end of a day. Throws a RangeError when it is none. */
export function readWindow(text: string): WallWindow {
  const numbers = (WINDOW.exec(text.trim()) ?? []).slice(1).map(Number);
  const [h1 = NaN, m1 = NaN, h2 = NaN, m2 = NaN] = numbers;
  const from = 60 * h1 + m1;
  const to = 60 * h2 + m2;
  if (!(h1 < 24 && m1 < 60 && m2 < 60 && to <= 1440)) {
    throw new RangeError(
      `Window "${text}": give the first and the last time of day, such as 08:00-20:00 or 20:00-02:00.`,
    );
  }
  return { from, to };
}

/** Whether a minute of the day, 0..1439, lies in a window. From equal to to is the whole day. */
export const isInWindow = ({ from, to }: WallWindow, minute: number): boolean =>
  from < to ? minute >= from && minute < to : minute >= from || minute < to;

/** The first minute of an hour of day that lies in a window; undefined when none does. */
export function firstMinuteInHour(window: WallWindow, hour: number): number | undefined {
  const start = 60 * hour;
  if (isInWindow(window, start)) return 0;
  return window.from > start && window.from < start + 60 && isInWindow(window, window.from)
    ? window.from - start
    : undefined;
}
