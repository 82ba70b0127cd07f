// What a proofreader marks: spelling, agreement, typography, inclusive writing, register. A part of rule 1.
import { genderFaults, mixedRegister } from '#lint/address.js';
import { replace } from '#lint/edits.js';
import type { Edit } from '#lint/finding.js';
import type { Reporter } from '#lint/rule.js';
import { spanOverlaps, type Subject } from '#lint/subject.js';
import { typographySlips } from '#lint/typography.js';
import type { Span } from '#tweet/bounds.js';

/** The messages of rule 1 on writing. */
export const WRITING_MESSAGES = {
  spelling: { severity: 'warning', penalty: 3, text: '“{text}” is not in the dictionary; did you mean “{meant}”?' },
  confusion: { severity: 'warning', penalty: 3, text: '“{text}”: you probably mean “{meant}”' },
  doubleWord: { severity: 'warning', penalty: 3, text: '“{text}” has a word twice' },
  agreement: { severity: 'warning', penalty: 3, text: '“{text}” does not agree; check number and gender' },
  typography: { severity: 'warning', text: '“{text}” should be set as “{put}”' },
  elidedTag: { severity: 'warning', text: '“{text}” elides before a tag; turn the sentence' },
  spaces: {
    severity: 'info',
    text: '{count|space|spaces} should not break, as in “{text}”',
  },
  narrowSpaces: {
    severity: 'info',
    text: '{count|narrow space counts|narrow spaces count} as two characters each, other no-break spaces as one',
  },
  apostrophes: {
    severity: 'info',
    text: '{count|straight apostrophe|straight apostrophes}, as in “{text}”',
  },
  mixedGender: { severity: 'warning', penalty: 1, text: '“{text}” mixes ways of inclusive writing; keep to one' },
  genderBrackets: { severity: 'warning', penalty: 1, text: '“{text}” stops the reader; write “{put}”, or both words' },
  mixedRegister: {
    severity: 'warning',
    penalty: 2,
    text: '“{text}”: the reader is “tu” here and “vous” there; keep to one',
  },
} as const;

/** Their fixes. */
export const WRITING_FIXES = {
  typeset: { safe: true, text: 'write “{put}”' },
  noBreak: { safe: true, harmless: true, text: 'use no-break spaces' },
  curly: { safe: true, harmless: true, text: 'use curved apostrophes' },
  correct: { safe: false, text: 'write “{meant}”' },
  correctSurely: { safe: true, text: 'write “{meant}”' },
  middot: { safe: false, text: 'write “{put}”' },
} as const;

type Report = Reporter<typeof WRITING_MESSAGES, typeof WRITING_FIXES, Record<never, never>>;

/** Words with one mark behind them: that three of them shout is said apart. */
const oneMark = (words: string): string => words.replace(/([!?])\1+/g, '$1');

/** Reports the slips of a draft. */
export function judgeWriting(subject: Subject, report: Pick<Report, 'find' | 'suggest'>): void {
  const { text, length } = subject;
  const wordsAt = ({ start, end }: Span): string => text.slice(start, end);
  const faults = subject.proofreader?.faultsIn(subject) ?? [];
  const accents = faults.flatMap(({ kind, span, meant = '' }) => (kind === 'accent' ? [replace(span, meant)] : []));
  const slips = typographySlips(subject, accents);
  const isSet = (span: Span): boolean =>
    slips.some(({ edits }) => edits.some((edit) => edit.span.start === span.start && edit.span.end === span.end));
  // "soeur" is in the dictionary as soon as it is set right.
  const hasLigature = (span: Span): boolean =>
    slips.some(({ edits }) => edits.some((edit) => /^œ$/i.test(edit.text) && spanOverlaps(edit.span, span)));
  for (const { kind, span, meant, isSure } of faults) {
    if (kind === 'accent') {
      if (isSet(span)) continue;
      const put = meant ?? '';
      const suggestions = [report.suggest('typeset', { put }, [replace(span, put)])];
      report.find('typography', { text: wordsAt(span), put }, { span, suggestions });
      continue;
    }
    if (kind === 'spelling' && hasLigature(span)) continue;
    // A find may hold the blank behind it.
    const shown = meant?.trim() ?? '';
    const fix = isSure === true ? 'correctSurely' : 'correct';
    const suggestions = meant === undefined ? [] : [report.suggest(fix, { meant: shown }, [replace(span, meant)])];
    const at = { span, suggestions };
    if (kind === 'agreement' || kind === 'doubleWord') report.find(kind, { text: wordsAt(span) }, at);
    else report.find(kind, { text: wordsAt(span).trim(), meant: shown }, at);
  }
  for (const { kind, span, edits: all, put } of slips) {
    const edits = apart(all);
    if (kind === 'other') {
      const suggestions = [report.suggest('typeset', { put: oneMark(put) }, edits)];
      if (edits.length === 0) report.find('elidedTag', { text: wordsAt(span) }, { span });
      else report.find('typography', { text: oneMark(wordsAt(span)), put: oneMark(put) }, { span, suggestions });
    } else {
      const suggestions = [report.suggest(kind === 'apostrophes' ? 'curly' : 'noBreak', {}, edits)];
      const at = { span, suggestions };
      const count = edits.length;
      // The narrow space is what French printers set: it is worth a word where its weight is one too many.
      if (kind === 'narrow') report.find('narrowSpaces', { count }, { ...at, aside: length.weighted <= length.limit });
      else {
        // An ordinary blank before a colon is what every keyboard writes: only an author who sets others wants to know.
        const aside = kind === 'spaces' && !/[\u00a0\u202f]/.test(text);
        report.find(kind, { text: wordsAt(span), count }, { ...at, aside });
      }
    }
  }
  for (const { kind, span, put } of genderFaults(subject)) {
    if (kind === 'mixed') report.find('mixedGender', { text: wordsAt(span) }, { span });
    else {
      const suggestions = [report.suggest('middot', { put }, [replace(span, put)])];
      report.find('genderBrackets', { text: wordsAt(span), put }, { span, suggestions });
    }
  }
  const register = mixedRegister(subject);
  if (register !== undefined)
    report.find('mixedRegister', { text: wordsAt(register.span) }, register.isWhole ? {} : { span: register.span });
}

/** Edits without those that begin before the one in front of them ends: two signs may want the same blank. */
function apart(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  for (const edit of edits) if (edit.span.start >= (kept.at(-1)?.span.end ?? 0)) kept.push(edit);
  return kept;
}
