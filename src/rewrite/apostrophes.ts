// One form of apostrophe in a text that a rewrite made: what it wrote itself, what the author wrote, and what is quoted.
import { lazy } from '#base/lazy.js';
import type { Subject } from '#lint/subject.js';
import { codeSpans } from '#tweet/quotations.js';
import { apostropheBeside } from '#words/typography.js';

const INSIDE = lazy(() => /(?<=[A-Za-zÀ-ÿŒœ\d])['’](?=[A-Za-zÀ-ÿŒœ\d])/g);
/** Behind a plural that has something: "14 days’ notice". */
const BEHIND = /(?<=[a-z]s)’(?= [a-z])/g;

/**
 * A text with one form of apostrophe: the curved one, but where the author of an English draft wrote none. Its form is the
 * setter’s, not the speaker’s, so that a quotation takes it as well; links, tags and code do not.
 * @param before the draft’s own text.
 */
export function evenApostrophes({ text, language, entities }: Subject, before: string): string {
  if (!text.includes("'") || !text.includes('’')) return text;
  const put = apostropheBeside(before, language);
  const hidden = [...entities.map(({ span }) => span), ...codeSpans(text)];
  const isFree = (at: number): boolean => !hidden.some(({ start, end }) => start <= at && at < end);
  const set = (sign: string, at: number): string => (isFree(at) ? put : sign);
  const even = text.replace(INSIDE(), set);
  return put === "'" && !text.includes('‘') ? even.replace(BEHIND, set) : even;
}
