import { lazy } from '#base/lazy.js';
// Faults that are left for the author.
import type { LintReport } from '#lint/finding.js';
import { forLanguage } from '#words/by-language.js';

/** Warnings with which a better text may still be posted. */
const MINOR: ReadonlySet<string> = new Set(
  'none tooFew sameMeaning noSubject elidedTag unreadable noKeyword missingKeyword ephemeralVariant thin fewWords repetition repeated stale buriedInterest'.split(
    ' ',
  ),
);
/** Faults of style and time: what was reworded may keep one, but tags alone do not make such a text a good one. */
const OF_STYLE: ReadonlySet<string> = new Set(
  'passive nominalization frame lateNews longSentence vague ephemeral relativeDate pastDate expires season padding'.split(
    ' ',
  ),
);
const TEXT_RULES: ReadonlySet<string> = new Set(['quality', 'concision', 'keywords', 'hashtags', 'mentions']);

/** Long ways to say a thing that many good texts take. */
const USUAL =
  /^(?:mettre en place|au sein d|dans le cadre d|à l[’']occasion d|(?:ce )?qui permet|vous permet|permettant|grâce au|en partenariat|au cours d|lors d|ainsi que|as well as|take part|along with|provided that|in partnership)/i;

/** "Our apples is", "The penguins molts in": what no rule finds, and no editor would post. */
const DISAGREES = {
  en: lazy(
    () =>
      /(?:^|[.!?:;,] |\b(?:but|and|so|because) )(?:[Oo]ur|[Tt]he|[Tt]hese|[Tt]hose|[Mm]y|[Tt]heir|[Aa]ll) (?:[a-z]+ing )?(?!news|series|species|means|chess)[a-z]{3,}(?<!s|u|i|c)s (?:is|was|has|does|[a-z]{3,}(?<!s|u|i|ou)s (?:in|at|on|to|from|for|every|all|only)) |\b[a-z]{3,}(?<!s|u|i)s who [a-z]{3,}(?<!s|u|i|wa)s /,
  ),
  fr: lazy(
    () =>
      /(?<![\p{L}’'-])au [aeiouéèêâîôû]\p{L}|(?:^|[.!?] )(?:Les|Nos|Des|Ces) \p{L}+s (?!(?:[^.,;:!?]* )?(?:qu[ei]|qu’\p{L}+|dont|où) )(?:[^.,;:!?’]* )?(?:est|a été|sera) |(?:\d|[Ll]es|[Dd]es|[Nn]os|[Cc]es) \p{L}+s (?:nouvelle|gratuite?|ouverte?|fermée?|disponible|prochaine?|dernière)(?![\p{L}])/u,
  ),
};

/** Long ways and empty words, which stay where the author's opening does. */
const OF_OPENING: ReadonlySet<string> = new Set(['wordy', 'padding', ...OF_STYLE]);
const NONE: ReadonlySet<string> = new Set();
/** What was done to a text, by which is known what may be left in it: nothing but tags, its wording, all but its opening. */
export type Rewording = 'none' | 'whole' | 'behindOpening';
/** Faults of fact: the wording is right all the same, and `lint` names them. */
const OF_FACT: ReadonlySet<string> = new Set(['weekdayMismatch', 'invalid']);
/** What one hears or sees, in front of what it says: put there by the rewriter. */
const MEDIUM = /^(?:Podcast|En vidéo|Vidéo|Tutoriel|Webinaire|Reportage|Watch|Video|On the podcast|Tutorial|Webinar)\b/;
const LEFT: Readonly<Record<Rewording, ReadonlySet<string>>> = {
  none: NONE,
  whole: new Set([...OF_STYLE, ...OF_FACT]),
  behindOpening: new Set([...OF_OPENING, ...OF_FACT]),
};

const plain = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Whether a fault is left with which nobody would post a text, whatever else was made better of what was written. */
export function isUnfinished(text: string, written: string, report: LintReport, rewording: Rewording): boolean {
  // A list, or a heading, is laid out by its author.
  if (/^(?:[*+-]|#{1,3}) /m.test(text) || /^#{1,3} /m.test(written)) return true;
  if (forLanguage(DISAGREES, report.language ?? undefined)?.().test(text) === true) return true;
  // One cliché is the author's taste; more are a text that says little.
  const cliches = report.findings.filter(({ messageId }) => messageId === 'cliche').length;
  const keepsCliche = rewording === 'whole' && cliches === 1;
  return report.findings.some(
    ({ rule, messageId, severity, data, span }) =>
      // "Merci à tous les donateurs" thanks somebody, and "café" is as good as "cafe".
      !(messageId === 'courtesy' && /^ (?:les|nos|ceux|celles|who|the|our) /i.test(text.slice(span?.end))) &&
      !(messageId === 'spelling' && plain(String(data['text'] ?? '')) === String(data['meant'] ?? '').toLowerCase()) &&
      !(messageId === 'contentLabel' && MEDIUM.test(text.slice(span?.start))) &&
      !(messageId === 'wordy' && USUAL.test(String(data['phrase'] ?? ''))) &&
      !(messageId === 'cliche' && keepsCliche) &&
      severity !== 'info' &&
      TEXT_RULES.has(rule) &&
      !MINOR.has(messageId) &&
      !LEFT[rewording].has(messageId),
  );
}
