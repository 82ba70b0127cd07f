// How the values of options are to be written, in English.
import { count } from '#locale/format.js';

export const en = {
  duration: 'use a duration such as 90m, 36h, 2d or 1w',
  dayOrTime: 'use a date such as 2026-12-31, or a time such as 2026-12-31T09:00',
  window: 'use a time range such as 08:00-20:00',
  skippedDays: 'use weekdays, dates or ranges of them, such as sat,sun or 2026-12-24..2027-01-02',
  missed: 'use skip, next-slot or a duration such as 2h',
  zone: 'use an IANA time zone such as Europe/Paris or UTC',
  wholeNumber: (least: number, most: number): string =>
    `use a whole number from ${count(least, 'en')} to ${count(most, 'en')}`,
};

/** The shape of the section in any language. */
export type ValuesSentences = typeof en;
