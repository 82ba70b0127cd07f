// A question mark behind a sentence that asks nothing: "Découvrez comment la ville chauffe ses écoles ?".
import { lazy } from '#base/lazy.js';
import { forLanguage } from './by-language.js';
import type { Confusion } from './confusions.js';

/** What says to the reader that something is explained, at the start of a sentence, and what opens the indirect question. */
const SAID = {
  fr: lazy(
    () =>
      /(?<=^[^A-Za-zÀ-ÿŒœ\d]{0,4}|[.!?…\n]\s{0,2})(?:découvre[zr]?|apprene[zr]|comprene[zr]|apprendre|comprendre|voici|voilà|(?:je|on|nous) (?:vous |t[’'])?(?:explique|expliquons|raconte|racontons|montre|montrons|dit|dis|disons|dévoile|dévoilons)|je me demande|on se demande|retrouvez) (?:comment|pourquoi|où|quand|combien|quels?|quelles?|ce qu[ie’'])[^.!?…\n]{5,200}?([A-Za-zÀ-ÿŒœ\d%€)]+)([ \u00a0\u202f]?\?)(?!\?)/gi,
  ),
  en: lazy(
    () =>
      /(?<=^[^A-Za-z\d]{0,4}|[.!?…\n]\s{0,2})(?:find out|discover|learn|see|here[’']s|here is|this is|(?:we|i) (?:explain|show you|show|tell you|wonder|explore|look at)|read) (?:how|why|where|when|what|which) (?!(?:is|are|was|were|do|does|did|can|could|should|will|would) (?:i|you|we|they|it|he|she|the|your|our)\b)[^.!?…\n]{5,200}?([A-Za-z\d%€£$)]+)(\?)(?!\?)/gi,
  ),
};
/** A turned verb or a second question shows that something is asked all the same. */
const ASKS =
  /-(?:vous|tu|nous|je|on|t-on|ils?|elles?|t-il|t-elle|ce)(?![A-Za-zÀ-ÿŒœ])|est-ce|(?:, |: | or | ou )(?:is|are|do|does|did|can|could|should|will|would|have|has|why|how|what|vraiment|ou non|right|no)\b/i;
/** "Comment j’ai réussi … ? Je vous explique": a title, and what it leads to. */
const TITLE = lazy(
  () =>
    /(?<=^[^A-Za-zÀ-ÿŒœ\d]{0,4}|[.!?…\n\]]\s{0,2})comment (?:j[’']ai|j[’']|je|nous|on) [^.!?…\n-]{5,160}?([A-Za-zÀ-ÿŒœ\d%€)]+)([ \u00a0\u202f]?\?)[ \u00a0]((?:Je|On|Nous)(?= (?:vous |te |t[’'])(?:explique|expliquons|raconte|racontons|dis|dit|disons|montre|montrons)))/gi,
);

/** Titles whose question mark should lead on, as a colon does. */
function titles(text: string): Confusion[] {
  if (!/comment (?:j|nous|on)/i.test(text)) return [];
  return [...text.matchAll(TITLE())].map((match) => {
    const [written, last = '', mark = '', next = ''] = match;
    const end = match.index + written.length;
    const start = end - next.length - 1 - mark.length - last.length;
    return { span: { start, end }, meant: `${last}\u00a0: ${next.toLowerCase()}` };
  });
}

const said = (text: string, pattern: RegExp): Confusion[] =>
  [...text.matchAll(pattern)].flatMap((match): Confusion[] => {
    const [written, last = '', mark = ''] = match;
    if (ASKS.test(written)) return [];
    const end = match.index + written.length;
    return [{ span: { start: end - mark.length - last.length, end }, meant: `${last}.` }];
  });

const FINDERS = {
  fr: (text: string): Confusion[] => [...said(text, SAID.fr()), ...titles(text)],
  en: (text: string): Confusion[] => said(text, SAID.en()),
};

/** Question marks behind sentences that ask nothing, each with the word before it; none in a language that is not read. */
export const indirectQuestions = (text: string, language: string | undefined): Confusion[] =>
  forLanguage(FINDERS, language)?.(text) ?? [];
