// Faults that are left for the author.
import { lazy } from '#base/lazy.js';
import type { Finding, LintReport } from '#lint/finding.js';
import type { Span } from '#tweet/bounds.js';
import { isOwedApology } from './apologies.js';
import { forLanguage } from '#words/by-language.js';

/** Warnings with which a better text may still be posted. */
const MINOR: ReadonlySet<string> = new Set(
  'none tooFew sameMeaning noSubject elidedTag unreadable noKeyword missingKeyword ephemeralVariant thin fewWords repetition repeated stale buriedInterest'.split(
    ' ',
  ),
);
/** Remarks on style and time that many good posts carry, and facts that `lint` names: the wording is right all the same. */
const CARRIED: ReadonlySet<string> = new Set(
  'passive nominalization frame lateNews longSentence ephemeral relativeDate pastDate expires season weekdayMismatch noLink mixedGender saidTwice'.split(
    ' ',
  ),
);
const DELAYS: ReadonlySet<string> = new Set(['frame', 'lateNews', 'longSentence']);
const TEXT_RULES: ReadonlySet<string> = new Set(['quality', 'concision', 'keywords', 'hashtags', 'mentions']);

/** Long ways to say a thing that many good texts take. */
const USUAL =
  /^(?:mettre en place|au sein d|dans le cadre d|à l[’']occasion d|(?:ce )?qui permet|vous permet|permettant|grâce au|en partenariat|au cours d|lors d|ainsi que|as well as|take part|along with|provided that|in partnership)/i;

/** "Our apples is", "The penguins molts in": what no rule finds, and no editor would post. */
const DISAGREES = {
  en: lazy(
    () =>
      /(?:^|[.!?:;,] |\b(?:but|and|so|because) )(?:[Oo]ur|[Tt]he|[Tt]hese|[Tt]hose|[Mm]y|[Tt]heir|[Aa]ll) (?:[a-z]+ing )?(?!news|series|species|means|chess)[a-z]{3,}(?<!s|u|i|c)s (?:is|was|has|does|[a-z]{3,}(?<!s|u|i|ou)s (?:in|at|on|to|from|for|every|all|only)) |(?:^|[.!?:;,] )[Tt]he (?!people|police|children|women|men|staff|team|crew|family|others|rest|public|poor|young|old|elderly|dead)[a-z]{3,}(?<!s|public|people) (?:leave|open|close|start|run|come|go|sell|meet|arrive|depart) (?:at|in|on|to|from|every|by) |\b[a-z]{3,}(?<!s|u|i)s who [a-z]{3,}(?<!s|u|i|wa)s /,
  ),
  fr: lazy(
    () =>
      /(?<![\p{L}’'-])au [aeiouéèêâîôû]\p{L}|(?:^|[.!?] )(?:Les|Nos|Des|Ces) \p{L}+s (?!(?:[^.,;:!?]* )?(?:qu[ei]|qu’\p{L}+|dont|où) )(?:[^.,;:!?’]* )?(?:est|a été|sera) |(?:\d|[Ll]es|[Dd]es|[Nn]os|[Cc]es) (?!mars )\p{L}+s (?:nouvelle|gratuite?|ouverte?|fermée?|disponible|prochaine?|dernière)(?![\p{L}])/u,
  ),
};

/** What stays where words were corrected: a text that got new tags alone is no good one with these. */
const OF_REPAIRED: ReadonlySet<string> = new Set([
  ...CARRIED,
  // How to write of women and men is the author's to choose.
  'genderBrackets',
  'vague',
  'severalLinks',
  'invalid',
  'foreign',
  'fileLink',
]);
/**
 * What may stay once where something worse was put right: the text is the better for it, and the author is shown what is
 * left. Two of them are a text that is not finished.
 */
const ONCE: ReadonlySet<string> = new Set(['courtesy', 'contentLabel']);
/** An empty word as well, where others went. */
const OF_REWORDED: ReadonlySet<string> = new Set([...OF_REPAIRED, 'padding']);
/** Long ways as well, which stay where the author's opening does. */
const OF_OPENING: ReadonlySet<string> = new Set([...OF_REWORDED, 'wordy']);
/** What was done to a text, by which is known what may be left in it: tags alone, corrections, new words, all but its opening. */
export type Rewording = 'none' | 'repaired' | 'whole' | 'behindOpening';
/** What one hears or sees, in front of what it says: put there by the rewriter. */
const MEDIUM = /^(?:Podcast|En vidéo|Vidéo|Tutoriel|Webinaire|Reportage|Watch|Video|On the podcast|Tutorial|Webinar)\b/;
const SAYS_MORE = lazy(
  () =>
    /^(?: (?:in|with|on|for|dans|avec) @?[\p{L}\d_ ]{2,40})?[ \u00a0]?(?:: \p{L}| (?:has been|was|is|est|a été) (?:published|out|up|paru|publiée?|sortie?)(?: (?:today|now|this week|aujourd[’']hui|ce jour))? (?:in|with|by|dans|chez) )/u,
);
const FELT = /émotion|regret|tristesse|heavy heart|sadness|sad to/i;
/** Pride in others, at the end of what they did. */
const PROUD_OF = /^ of (?:them|her|him|you|everyone|the (?:team|crew|girls|boys|kids))/i;
const LEFT: Readonly<Record<Rewording, ReadonlySet<string>>> = {
  none: CARRIED,
  repaired: OF_REPAIRED,
  whole: OF_REWORDED,
  behindOpening: OF_OPENING,
};

/** What keeps a text from being proposed: a finding of a rule, a verb that does not agree, or a layout of the author's. */
export type LeftFault =
  | { readonly code: 'finding'; readonly finding: Pick<Finding, 'rule' | 'messageId' | 'message' | 'data'> }
  | { readonly code: 'agreement' | 'layout' };

/** A list on its lines. */
const LIST = /^[*+-] /m;
const plain = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

/** Least letters that say something beside a cliché. */
const LEAST_BESIDE = 40;
/** Where the opening of a text ends, which is read first. */
const OPENING = 25;
/** Whether a fault may stay alone: a label or a greeting that opens a text keeps the news waiting. */
const staysOnce = ({ messageId, span }: Finding): boolean => ONCE.has(messageId) && (span?.start ?? 0) > OPENING;
/** Whether a text says something beside a stretch, which does not open it with a question. */
function isBeside(text: string, span: Span | null): boolean {
  const { start, end } = span ?? { start: 0, end: 0 };
  if (/^[^.!?\n]*\?/.test(text) && end <= text.indexOf('?')) return false;
  return `${text.slice(0, start)}${text.slice(end)}`.replace(/https?:\S+|#\S+/g, '').trim().length >= LEAST_BESIDE;
}

/** What is left in a text for its author, and whether it may be posted with that. */
export interface LeftFaults {
  readonly faults: readonly LeftFault[];
  readonly isUnfit: boolean;
}
const unfit = (faults: readonly LeftFault[]): LeftFaults => ({ faults, isUnfit: faults.length > 0 });

/**
 * The faults that are left with which nobody would post a text, whatever else was made better of what was written, or the
 * one with which it may be proposed.
 */
export function faultsLeft(text: string, written: string, report: LintReport, rewording: Rewording): LeftFaults {
  // A list, or a heading, is laid out by its author; one that was put on its lines here was none before.
  if (/^#{1,3} /m.test(`${text}\n${written}`) || (LIST.test(text) && LIST.test(written)))
    return unfit([{ code: 'layout' }]);
  if (forLanguage(DISAGREES, report.language ?? undefined)?.().test(text) === true)
    return unfit([{ code: 'agreement' }]);
  // Of remarks that delay the news one is carried by many posts, two by none that got tags alone.
  const delays = report.findings.filter(({ messageId }) => DELAYS.has(messageId));
  if (rewording === 'none' && delays.length > 1) return unfit(delays.map((finding) => ({ code: 'finding', finding })));
  // One cliché is the author's taste; more are a text that says little.
  const cliches = report.findings.filter(({ messageId }) => messageId === 'cliche').length;
  const left = report.findings.filter(
    ({ rule, messageId, severity, data, span }) =>
      // "Merci à tous les donateurs" thanks somebody, and "café" is as good as "cafe".
      !(messageId === 'courtesy' && /^ (?:les|nos|ceux|celles|who|the|our) /i.test(text.slice(span?.end))) &&
      !(
        messageId === 'courtesy' &&
        / who /.test(text.slice(span?.start, span?.end)) &&
        /^ [a-z]/.test(text.slice(span?.end))
      ) &&
      !(messageId === 'spelling' && plain(String(data['text'] ?? '')) === String(data['meant'] ?? '').toLowerCase()) &&
      !(messageId === 'contentLabel' && MEDIUM.test(text.slice(span?.start))) &&
      // "Our new paper: rats prefer old wheels" says what is in it.
      !(messageId === 'contentLabel' && rewording === 'whole' && SAYS_MORE().test(text.slice(span?.end))) &&
      // "EXCLUSIVE:" is how newsrooms write.
      !(messageId === 'shouting' && span?.start === 0 && /^[ \u00a0]?:/.test(text.slice(span.end))) &&
      // "Report:" behind a text, in front of its link, says what the link is.
      !(messageId === 'contentLabel' && (span?.start ?? 0) > 0 && /^\s*https?:/.test(text.slice(span?.end))) &&
      // "Ça y est !" is how people speak.
      !(messageId === 'leadIn' && /^ça y est/i.test(text.slice(span?.start))) &&
      !(messageId === 'courtesy' && isOwedApology(text.slice(span?.start, span?.end), text)) &&
      // Grief and regret are felt.
      !(messageId === 'boast' && FELT.test(text.slice(span?.start, span?.end))) &&
      !(messageId === 'boast' && PROUD_OF.test(text.slice(span?.end))) &&
      !(messageId === 'wordy' && USUAL.test(String(data['phrase'] ?? ''))) &&
      !(messageId === 'cliche' && cliches === 1 && rewording !== 'behindOpening' && isBeside(text, span)) &&
      // Whom to name, and how many, is the author's to say.
      !(rule === 'mentions' && messageId === 'tooMany') &&
      severity !== 'info' &&
      TEXT_RULES.has(rule) &&
      !MINOR.has(messageId) &&
      !LEFT[rewording].has(messageId),
  );
  const [only] = left;
  const isOnce = only !== undefined && left.length === 1 && rewording !== 'none' && staysOnce(only);
  const faults = left.map((finding): LeftFault => ({ code: 'finding', finding }));
  return isOnce ? { faults, isUnfit: false } : unfit(faults);
}
