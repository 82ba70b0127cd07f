/** Languages that reports are written in. */
export type Locale = 'en' | 'fr';

/** A count with its thousands apart: 12,345 in English, 12 345 in French (with a narrow blank that breaks no line). */
export const grouped = (count: number, locale: Locale): string =>
  String(Math.round(count)).replace(/\B(?=(?:\d{3})+$)/g, locale === 'fr' ? '\u202f' : ',');

/** A day in UTC, 2026-01-31. */
export const formatDay = (instant: number): string => new Date(instant).toISOString().slice(0, 10);

/** A day and its minute in UTC, 2026-01-31 07:30. */
export const formatMinute = (instant: number): string => new Date(instant).toISOString().slice(0, 16).replace('T', ' ');

/** A share of 0..1 in whole percent; what is not all is never 100. */
export function percent(part: number, whole: number, locale: Locale): string {
  const share = whole === 0 ? 0 : part / whole;
  const rounded = share < 1 ? Math.min(99, Math.round(share * 100)) : 100;
  return `${rounded}${locale === 'fr' ? '\u202f' : ''}%`;
}

/** Words for one and for several: in French nought is one as well. */
export type Counted = readonly [one: string, several: string];
export const counted = (count: number, [one, several]: Counted, locale: Locale): string =>
  `${grouped(count, locale)} ${count === 1 || (locale === 'fr' && count === 0) ? one : several}`;
