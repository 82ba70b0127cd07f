import type { Span } from '#tweet/bounds.js';
import { codeSpans } from '#tweet/quotations.js';
import { forLanguage } from '#words/by-language.js';
import { frenchSlips } from '#words/french-typography.js';
import { englishSlips, plainSlips, type Slip } from '#words/typography.js';
import { applyEdits, compatible } from './edits.js';
import type { Edit } from './finding.js';
import type { Subject } from './subject.js';

/** A slip of typography; `put` is what its span reads like once it is set right. */
export interface TypographySlip extends Slip {
  readonly put: string;
}

const SETTERS = { fr: frenchSlips, en: englishSlips };

/** No letter, no blank and no sign that any language sets. */
const HIDDEN = '\ufffc';

/**
 * The slips of typography in a draft, in the order of its text.
 * @param accents edits of letters that lack theirs: those inside a slip are made with it ("Ecrivez nous").
 */
export function typographySlips(
  { text, language, entities, quotations }: Subject,
  accents: readonly Edit[] = [],
): TypographySlip[] {
  const leaveOut: Span[] = [...entities.map(({ span }) => span), ...codeSpans(text)];
  // What is left alone is hidden: signs in a link are not worth a search.
  const plain = leaveOut.reduce(
    (rest, { start, end }) => rest.slice(0, start) + HIDDEN.repeat(end - start) + rest.slice(end),
    text,
  );
  const slips = (forLanguage(SETTERS, language) ?? plainSlips)(plain, leaveOut, quotations);
  return slips.map((found) => {
    const { start, end } = found.span;
    const isInside = ({ span }: Edit): boolean => start <= span.start && span.end <= end;
    const own = found.kind === 'other' && found.edits.length > 0 ? accents.filter(isInside) : [];
    const groups = [...found.edits, ...own].map((edit) => [edit]);
    const together = compatible(groups)
      .flat()
      .sort((a, b) => a.span.start - b.span.start);
    const slip = own.length === 0 ? found : { ...found, edits: together };
    const inside = slip.edits
      .filter(isInside)
      .map(({ span, text: put }) => ({ span: { start: span.start - start, end: span.end - start }, text: put }));
    return { ...slip, put: applyEdits(text.slice(start, end), inside).trim() };
  });
}
