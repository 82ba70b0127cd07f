// How figures, spans and instants read in the reports on time.

import type { Locale } from '#base/locale.js';

/** Ties a figure to its unit: no line ends between them. */
const NBSP = '\u00a0';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const WEEKDAYS = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  fr: ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'],
} as const;

/** `Mon` or `lun` of Monday 0 … Sunday 6. */
export const weekdayName = (weekday: number, locale: Locale): string => WEEKDAYS[locale][weekday] ?? '';

/** `1,234` or `1 234`. */
export const count = (value: number, locale: Locale): string =>
  String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, locale === 'fr' ? '\u202f' : ',');

/** Expected reactions, rounded: more digits would be made up. */
export const amount = (value: number, locale: Locale): string => count(Math.max(0, value), locale);

/** `+12 %`, `−3 %`, `0 %`. */
export function percent(value: number): string {
  const whole = Math.round(value);
  return `${whole < 0 ? '−' : whole > 0 ? '+' : ''}${Math.abs(whole)}${NBSP}%`;
}

/** `+0.12` or `−0,12`. */
export const correlation = (value: number, locale: Locale): string => {
  const digits = Math.abs(value).toFixed(2);
  const sign = Number(digits) === 0 ? '' : value < 0 ? '−' : '+';
  return sign + (locale === 'fr' ? digits.replace('.', ',') : digits);
};

/** `0.002` or `0,002`. */
export const probability = (value: number, locale: Locale): string =>
  locale === 'fr' ? value.toFixed(3).replace('.', ',') : value.toFixed(3);

/** `52 min`, `13 h`, `3 days`. */
export function span(ms: number, locale: Locale): string {
  if (ms < 60_000) return locale === 'fr' ? `moins d’1${NBSP}min` : `under 1${NBSP}min`;
  if (ms < 1.5 * HOUR) return `${Math.round(ms / 60_000)}${NBSP}min`;
  if (ms < 10 * HOUR) {
    const hours = Math.round(ms / (HOUR / 2)) / 2;
    return `${locale === 'fr' ? String(hours).replace('.', ',') : hours}${NBSP}h`;
  }
  if (ms < 2 * DAY) return `${Math.round(ms / HOUR)}${NBSP}h`;
  return `${Math.round(ms / DAY)}${NBSP}${locale === 'fr' ? 'jours' : 'days'}`;
}

/** `Thu 2026-03-05 20:00` of what the clock shows, `2026-03-05T20:00`. */
export const moment = (localTime: string, locale: Locale): string => {
  // Read as if it were UTC: only the calendar matters.
  const weekday = (new Date(`${localTime.slice(0, 10)}T00:00Z`).getUTCDay() + 6) % 7;
  return `${weekdayName(weekday, locale)} ${localTime.replace('T', ' ')}`;
};

/** `Thu 2026-03-05 20:00 Europe/Paris` of what the clock of a zone shows. */
export const slotText = (
  { localTime, zone }: { readonly localTime: string; readonly zone: string },
  locale: Locale,
): string => `${moment(localTime, locale)} ${zone}`;

/** `3 posts`, `1 post`: French has one form for 0 and 1. */
export const plural = (value: number, one: string, many: string, locale: Locale): string =>
  `${count(value, locale)} ${(locale === 'fr' ? value < 2 : value === 1) ? one : many}`;

/** `a; b and c` is hard to read aloud: `a, b, c`. */
export const listed = (parts: readonly string[]): string => parts.join(', ');

/** A colon as each language sets it. */
export const colon = (locale: Locale): string => (locale === 'fr' ? ' : ' : ': ');

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
