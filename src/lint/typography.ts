import type { Span } from '#tweet/bounds.js';
import { codeSpans } from '#tweet/quotations.js';
import { forLanguage } from '#words/by-language.js';
import { englishSlips, frenchSlips, plainSlips, type Slip } from '#words/typography.js';
import { applyEdits } from './edits.js';
import type { Subject } from './subject.js';

/** A slip of typography; `put` is what its span reads like once it is set right. */
export interface TypographySlip extends Slip {
  readonly put: string;
}

const SETTERS = { fr: frenchSlips, en: englishSlips };

/** No letter, no blank and no sign that any language sets. */
const HIDDEN = '\ufffc';

/** The slips of typography in a draft, in the order of its text. */
export function typographySlips({ text, language, entities, quotations }: Subject): TypographySlip[] {
  const leaveOut: Span[] = [...entities.map(({ span }) => span), ...codeSpans(text)];
  // What is left alone is hidden: signs in a link are not worth a search.
  const plain = leaveOut.reduce(
    (rest, { start, end }) => rest.slice(0, start) + HIDDEN.repeat(end - start) + rest.slice(end),
    text,
  );
  const slips = (forLanguage(SETTERS, language) ?? plainSlips)(plain, leaveOut, quotations);
  return slips.map((slip) => {
    const { start, end } = slip.span;
    const inside = slip.edits
      .filter(({ span }) => start <= span.start && span.end <= end)
      .map(({ span, text: put }) => ({ span: { start: span.start - start, end: span.end - start }, text: put }));
    return { ...slip, put: applyEdits(text.slice(start, end), inside).trim() };
  });
}
