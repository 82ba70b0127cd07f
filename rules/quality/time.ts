// What a text says of time that will not be true for long, or is not true at all. A part of rule 1.
import { replace } from '#lint/edits.js';
import type { Reporter } from '#lint/rule.js';
import type { Subject } from '#lint/subject.js';
import { timeFaults } from '#lint/time-faults.js';

/** The messages of rule 1 on time. */
export const TIME_MESSAGES = {
  ephemeral: {
    severity: 'warning',
    penalty: 3,
    text: '“{text}” will be out of date when this is reposted; use wording that lasts',
  },
  relativeDate: {
    severity: 'warning',
    penalty: 3,
    text: '“{text}” will no longer be right when this is reposted; give the date or leave it out',
  },
  pastDay: { severity: 'info', text: '“{text}” counts from the day of the post; give the date if you repost it' },
  yearless: { severity: 'info', text: '“{text}” has no year; a repost in another one needs it' },
  ephemeralRepost: {
    severity: 'error',
    penalty: 3,
    text: '“{text}” will no longer be true when the link is reposted; use wording that lasts',
  },
  pastDate: {
    severity: 'warning',
    penalty: 2,
    text: '{text} is in the past; say why the page is still worth reading',
  },
  pastDateRepost: {
    severity: 'error',
    penalty: 2,
    text: '{text} is in the past and reposts are planned; say why the page is still worth reading',
  },
  passingDate: {
    severity: 'warning',
    penalty: 3,
    countsFor: 'repeats',
    text: '{text} will have passed before the campaign ends on {until@day}; end it earlier or drop the date',
  },
  impossibleDate: { severity: 'warning', penalty: 3, text: '“{text}” does not exist; check the date' },
  weekdayMismatch: { severity: 'warning', penalty: 3, text: '“{text}” does not fit: that day is {date@weekday}' },
  rangeReversed: { severity: 'warning', penalty: 3, text: '“{text}” ends before it begins; check both dates' },
} as const;

/** Their fixes. */
export const TIME_FIXES = {
  lasting: { safe: false, text: 'write “{lasting}”' },
  dated: { safe: false, text: 'write “{dated}”' },
} as const;

type Report = Reporter<typeof TIME_MESSAGES, typeof TIME_FIXES, Record<never, never>>;

/**
 * Reports what passes.
 * @param willRepost whether reposts are planned, which turns what passes into an error.
 */
export function judgeTime(subject: Subject, willRepost: boolean, report: Pick<Report, 'find' | 'suggest'>): void {
  const { lexicon } = subject;
  if (lexicon === undefined) return;
  for (const fault of timeFaults(subject, lexicon, willRepost)) {
    const { text, span } = fault;
    if (fault.id === 'ephemeral' || fault.id === 'relativeDate' || fault.id === 'pastDay' || fault.id === 'yearless') {
      const { lasting, dated } = fault;
      const suggestions =
        dated !== undefined
          ? [report.suggest('dated', { dated }, [replace(span, dated)])]
          : lasting !== undefined
            ? [report.suggest('lasting', { lasting }, [replace(span, lasting)])]
            : [];
      report.find(
        willRepost && fault.id !== 'yearless' ? 'ephemeralRepost' : fault.id,
        { text },
        { span, suggestions },
      );
    } else if (fault.id === 'passingDate') report.find('passingDate', { text, until: fault.until }, { span });
    else if (fault.id === 'weekdayMismatch') report.find('weekdayMismatch', { text, date: fault.date }, { span });
    else if (fault.id === 'pastDate') report.find(willRepost ? 'pastDateRepost' : 'pastDate', { text }, { span });
    else report.find(fault.id, { text }, { span });
  }
}
