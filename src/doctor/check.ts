import type { Locale } from '#base/locale.js';

/** How it is with one thing, from well to not working. A `note` needs nothing done. */
export const HEALTH_STATUSES = ['ok', 'note', 'warning', 'problem'] as const;
export type HealthStatus = (typeof HEALTH_STATUSES)[number];

/** What is looked at, in the order of the report. */
export const HEALTH_IDS = [
  'node',
  'native',
  'database',
  'disk',
  'account',
  'credentials',
  'scopes',
  'same-account',
  'online',
  'clock',
  'zone',
  'zone-rules',
  'budget',
  'queue',
  'pause',
  'waiting',
  'daemon',
  'daemon-version',
  'service',
  'notice',
  'clipboard',
] as const;
export type HealthId = (typeof HEALTH_IDS)[number];

/** A sentence in each language, without what the other needs to be understood. */
export type LocalizedText = Readonly<Record<Locale, string>>;

/** One thing that was looked at. */
export interface HealthCheck {
  readonly id: HealthId;
  readonly status: HealthStatus;
  readonly text: LocalizedText;
  /** What to do about it. */
  readonly remedy?: LocalizedText;
}

/** A sentence made for each language. */
export const inBoth = (sentence: (locale: Locale) => string): LocalizedText => ({
  en: sentence('en'),
  fr: sentence('fr'),
});

/** A check with its sentences. */
export const check = (
  id: HealthId,
  status: HealthStatus,
  text: LocalizedText,
  remedy?: LocalizedText,
): HealthCheck => ({
  id,
  status,
  text,
  ...(remedy !== undefined && { remedy }),
});

/** `2026-03-02 11:58 UTC`. */
export const formatMinute = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** The numbers of items, the first few of them: `4, 7, 9 …`. */
export function numbers(ids: readonly number[]): string {
  const MAX = 5;
  return `${ids.slice(0, MAX).join(', ')}${ids.length > MAX ? ' …' : ''}`;
}
