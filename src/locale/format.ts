// How figures, spans and instants read in the reports on time.

/** The languages of the reports. */
export type Ui = 'en' | 'fr';

/** Ties a figure to its unit: no line ends between them. */
const NBSP = '\u00a0';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const WEEKDAYS = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  fr: ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'],
} as const;

/** `Mon` or `lun` of Monday 0 … Sunday 6. */
export const weekdayName = (weekday: number, ui: Ui): string => WEEKDAYS[ui][weekday] ?? '';

/** `1,234` or `1 234`. */
export const count = (value: number, ui: Ui): string =>
  String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ui === 'fr' ? '\u202f' : ',');

/** Expected reactions, rounded: more digits would be made up. */
export const amount = (value: number, ui: Ui): string => count(Math.max(0, value), ui);

/** `+12 %`, `−3 %`, `0 %`. */
export function percent(value: number): string {
  const whole = Math.round(value);
  return `${whole < 0 ? '−' : whole > 0 ? '+' : ''}${Math.abs(whole)}${NBSP}%`;
}

/** `+0.12` or `−0,12`. */
export const correlation = (value: number, ui: Ui): string => {
  const digits = Math.abs(value).toFixed(2);
  const sign = Number(digits) === 0 ? '' : value < 0 ? '−' : '+';
  return sign + (ui === 'fr' ? digits.replace('.', ',') : digits);
};

/** `0.002` or `0,002`. */
export const probability = (value: number, ui: Ui): string =>
  ui === 'fr' ? value.toFixed(3).replace('.', ',') : value.toFixed(3);

/** `52 min`, `13 h`, `3 days`. */
export function span(ms: number, ui: Ui): string {
  if (ms < 60_000) return ui === 'fr' ? `moins d’1${NBSP}min` : `under 1${NBSP}min`;
  if (ms < 1.5 * HOUR) return `${Math.round(ms / 60_000)}${NBSP}min`;
  if (ms < 10 * HOUR) {
    const hours = Math.round(ms / (HOUR / 2)) / 2;
    return `${ui === 'fr' ? String(hours).replace('.', ',') : hours}${NBSP}h`;
  }
  if (ms < 2 * DAY) return `${Math.round(ms / HOUR)}${NBSP}h`;
  return `${Math.round(ms / DAY)}${NBSP}${ui === 'fr' ? 'jours' : 'days'}`;
}

/** `Thu 2026-03-05 20:00` of what the clock shows, `2026-03-05T20:00`. */
export const moment = (localTime: string, ui: Ui): string => {
  // Read as if it were UTC: only the calendar matters.
  const weekday = (new Date(`${localTime.slice(0, 10)}T00:00Z`).getUTCDay() + 6) % 7;
  return `${weekdayName(weekday, ui)} ${localTime.replace('T', ' ')}`;
};

/** `Thu 2026-03-05 20:00 Europe/Paris` of what the clock of a zone shows. */
export const slotText = ({ localTime, zone }: { readonly localTime: string; readonly zone: string }, ui: Ui): string =>
  `${moment(localTime, ui)} ${zone}`;

/** `3 posts`, `1 post`: French has one form for 0 and 1. */
export const plural = (value: number, one: string, many: string, ui: Ui): string =>
  `${count(value, ui)} ${(ui === 'fr' ? value < 2 : value === 1) ? one : many}`;

/** `a; b and c` is hard to read aloud: `a, b, c`. */
export const listed = (parts: readonly string[]): string => parts.join(', ');

/** A colon as each language sets it. */
export const colon = (ui: Ui): string => (ui === 'fr' ? ' : ' : ': ');

/** What is counted, in words. */
export const METRIC_WORDS = {
  en: { reactions: 'reactions (likes + reposts)', impressions: 'impressions', clicks: 'link clicks' },
  fr: { reactions: 'réactions (j’aime + reposts)', impressions: 'impressions', clicks: 'clics sur le lien' },
} as const;

/** Said wherever the typical curve or the typical life is shown. */
export const TYPICAL = {
  en: 'typical, not yours (public accounts, 2010-2021)',
  fr: 'typique, pas à vous (comptes publics, 2010-2021)',
} as const;
