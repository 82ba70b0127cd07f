import type { Span } from '#tweet/bounds.js';
import { codeSpans } from '#tweet/quotations.js';
import { frenchSlips, plainSlips, type Slip } from '#words/typography.js';
import { applyEdits } from './edits.js';
import type { Subject } from './subject.js';

/** A slip of typography; `put` is what its span reads like once it is set right. */
export interface TypographySlip extends Slip {
  readonly put: string;
}

/** The slips of typography in a draft, in the order of its text. */
export function typographySlips({ text, language, entities, quotations }: Subject): TypographySlip[] {
  const leaveOut: Span[] = [...entities.map(({ span }) => span), ...codeSpans(text)];
  const slips =
    language === 'fr'
      ? frenchSlips(text, leaveOut, quotations)
      : plainSlips(text, leaveOut, quotations, language === 'en');
  return slips.map((slip) => {
    const { start, end } = slip.span;
    const inside = slip.edits
      .filter(({ span }) => start <= span.start && span.end <= end)
      .map(({ span, text: put }) => ({ span: { start: span.start - start, end: span.end - start }, text: put }));
    return { ...slip, put: applyEdits(text.slice(start, end), inside).trim() };
  });
}
