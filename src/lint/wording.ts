import { lazy } from '#base/lazy.js';
import type { Span } from '#tweet/bounds.js';
import { openingWords } from '#words/openings.js';
import { emptyWording, type WordingKind } from '#words/wording.js';
import { roundaboutWords, type Roundabout } from '#words/roundabout.js';
import { countTelling } from './measures.js';
import { spanOverlaps, type Subject, type Word } from './subject.js';

/** Words that say nothing, or take a long way to say it. */
export interface WordingFault {
  readonly kind: WordingKind | Roundabout;
  readonly span: Span;
}

/**
 * What stands in any wording that takes many forms: most texts have none of it, and need not look for more. Searched for
 * as it stands: one expression of all took 0.7 ms to make.
 */
const SIGNS =
  'hope you|subscribe|like and|give us a|liker|likez|rt si|saviez|vous dire|vous informe|vous prévenir|vous rappeler|vous signaler|vous faire|vous pouvez|regret de|did you know|reminder|heads|quick note|quick word|short note|short word|little note|little word|want to|wanted to|advised that|informed that|aware that|reminded that|notified that|it is important|it has been|it is with|it can be|enchanté|honor|honour|plaisir|joie|excited|thrilled|delighted|pleased|proud|happy|humbled|pleasure|grande nouvelle|article|billet|tuto|thread|vidéo|video|post|épisode|episode|podcast|write-up|enfin|alert|has been|has just been|is finally|is here|is out|lien|link|adresse suivante|lire l|voir| ici| here|clicking| site|en ligne|blog|can be found|can be accessed|please visit|the full'.split(
    '|',
  );
/** Words of joy; "travail" and "malheureusement" hold one. */
const JOY = ['ravi', 'content', 'heureu', 'fier', 'fièr'];
const OPENS_WITH_JOY = lazy(() => /(?<![a-zà-ÿ])(?:ravi|content|heureu|fi[eè]r)/);
const GREETINGS = 'hello|coucou|salut|bonjour|bonsoir|hey|hi|good|chers|chères|madame|mesdames'.split('|');
/** Signs, emoji and blanks before a greeting. */
const MAX_BEFORE_GREETING = 4;

/** Whether a text may hold wording that takes many forms. */
function mayOpen(text: string): boolean {
  const lower = text.toLowerCase();
  if (SIGNS.some((sign) => lower.includes(sign))) return true;
  if (JOY.some((word) => lower.includes(word)) && OPENS_WITH_JOY().test(lower)) return true;
  const start = lower.search(/[a-zà-ÿœ]/);
  // A label in brackets.
  if (start <= MAX_BEFORE_GREETING + 1 && lower.slice(0, start).includes('[')) return true;
  return start <= MAX_BEFORE_GREETING && GREETINGS.some((word) => lower.startsWith(word, start));
}

/** What says that something is closed; thanks for patience belong to it. */
const CLOSES =
  /(?<![A-Za-zÀ-ÿ])(?:ferm(?:ée?s?|etures?|ons|e|ent|era|eront)|closed|closures?|closes|closing|shut)(?![A-Za-zÀ-ÿ])/i;
const FOR_PATIENCE = /compréhension|patience|understanding/i;

/** Letters of a text before a label that then says what it is about. */
const SAID_BEFORE = 40;
/** What is left behind a label that stands last and points back at what was said. */
const POINTS_BACK =
  /^,? (?:(?:sur|de|à|about|on) )?(?:ce(?:t|tte|s|la|ci)?|ça|it|this|that|these|those|them)(?![A-Za-zÀ-ÿ’'])[^.!?:\n]{0,30}[^A-Za-zÀ-ÿŒœ\d]{0,12}(?:https?:|$)/;

/** Whether a label ends a text and points to its page: to begin with what it says, it would say it twice. */
const isLastPointer = (text: string, { kind, span }: Pick<WordingFault, 'kind' | 'span'>): boolean =>
  kind === 'contentLabel' && span.start >= SAID_BEFORE && POINTS_BACK.test(text.slice(span.end));

// Two rules look at the same subject.
const known = new WeakMap<Subject, readonly WordingFault[]>();

/** Empty and roundabout wording in a draft, in the order of its text; of two on the same words the first kind stays. */
export function wordingFaults(subject: Subject): readonly WordingFault[] {
  const found = known.get(subject);
  if (found !== undefined) return found;
  const { text, lexicon, language, protectedSpans } = subject;
  const faults: WordingFault[] = [];
  if (lexicon !== undefined) {
    const add = (fault: WordingFault, isSame: (other: WordingFault) => boolean): void => {
      const isProtected = protectedSpans.some((other) => spanOverlaps(other, fault.span));
      if (!isProtected && !faults.some((other) => isSame(other) && spanOverlaps(other.span, fault.span)))
        faults.push(fault);
    };
    const worked = mayOpen(text) ? openingWords(text, language).filter((fault) => !isLastPointer(text, fault)) : [];
    const listed = emptyWording(text, lexicon, protectedSpans).filter(
      ({ kind, span }) =>
        (kind !== 'courtesy' || !CLOSES.test(text) || !FOR_PATIENCE.test(text.slice(span.start, span.end))) &&
        !isLastPointer(text, { kind, span }),
    );
    // Of two readings of the same words the longer one says where they end.
    const length = ({ span }: WordingFault): number => span.end - span.start;
    for (const fault of [...listed, ...worked].sort((a, b) => length(b) - length(a))) add(fault, () => true);
    // A sentence may be passive and hold a noun for a verb as well: these are two faults.
    for (const fault of roundaboutWords(text, language)) {
      add(
        fault,
        (other) =>
          other.kind === fault.kind ||
          other.kind === 'boast' ||
          other.kind === 'emptyPointer' ||
          other.kind === 'leadIn' ||
          fault.kind === 'frame',
      );
    }
  }
  const ordered = faults.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  known.set(subject, ordered);
  return ordered;
}

/** What stays when a sentence is turned: these say something in a roundabout way. */
const SAYS_SOMETHING: ReadonlySet<string> = new Set(['passive', 'nominalization', 'frame']);

/**
 * How many words say something, outside links, tags and mentions and outside wording that could go: so a text gains
 * nothing by announcing itself.
 */
export function countSubstance(subject: Subject): number {
  const empty = wordingFaults(subject).filter(({ kind }) => !SAYS_SOMETHING.has(kind));
  const telling = countTelling(subject);
  if (empty.length === 0) return telling;
  const inEmpty = subject.words.filter(
    ({ kind, inTag, word, span }) =>
      kind !== 'stop' && !inTag && !word.endsWith("'") && empty.some((other) => spanOverlaps(other.span, span)),
  );
  return telling - inEmpty.length;
}

/** What announces instead of saying. */
const LABELS: ReadonlySet<string> = new Set(['leadIn', 'boast', 'contentLabel', 'emptyPointer']);
/** Words with a subject that are left of a text that says something. */
const LEAST_SUBJECTS = 3;

/** Words beside an announcement that say something, whatever they are. */
const LONG_REST = 14;
/** Words from which a sentence is more than a heading or a greeting. */
const WHOLE_SENTENCE = 6;

/** The words of each sentence, those of tags left out. */
function sentencesIn({ text, words }: Subject): Word[][] {
  const sentences: Word[][] = [];
  let end = -1;
  for (const word of words) {
    if (word.inTag) continue;
    const last = sentences.at(-1);
    if (last === undefined || /[.!?…:\n]|https?:/.test(text.slice(end, word.span.start))) sentences.push([word]);
    else last.push(word);
    end = word.span.end;
  }
  return sentences;
}

/** Whether nothing but an announcement is left: without its labels, boasts and pointers, a text hardly names a subject. */
export function saysNothing(subject: Subject): boolean {
  // What stands in brackets is beside the text, and announces none of it.
  const faults = wordingFaults(subject).filter(
    ({ kind, span }) =>
      (LABELS.has(kind) || kind === 'cliche' || kind === 'courtesy') && !subject.text.startsWith('[', span.start),
  );
  if (faults.length === 0) return false;
  const cliches = faults.filter(({ kind }) => kind === 'cliche').length;
  const least = faults.some(({ kind }) => LABELS.has(kind)) ? LEAST_SUBJECTS : cliches > 1 ? 2 : 1;
  // A whole sentence without any of these says something: "Your meter can be read online."
  if (
    sentencesIn(subject).some(
      (words) =>
        words.length >= WHOLE_SENTENCE &&
        !faults.some((fault) => words.some(({ span }) => spanOverlaps(fault.span, span))) &&
        words.some(({ kind }) => kind === 'subject'),
    )
  )
    return false;
  // So does what an announcement leads to: "j’ai écrit un article pour expliquer comment …".
  if (faults.some((fault) => leadsOn(subject, fault))) return false;
  const rest = subject.words.filter(
    ({ inTag, span }) => !inTag && !faults.some((other) => spanOverlaps(other.span, span)),
  );
  if (rest.length >= LONG_REST) return false;
  const telling = rest.filter(({ kind, text }) => kind === 'subject' || /\d/.test(text));
  return telling.length < least;
}

const LEADS_ON = /(?:comment|expliqu\w+|montrer|apprendre|que|how|about|explaining|describing|that)$/i;
/** Words behind an announcement from which it leads to something. */
const LEAST_LED_TO = 4;

/** Whether the sentence goes on behind an announcement with something that has a subject. */
function leadsOn({ text, words }: Subject, { span }: WordingFault): boolean {
  if (!LEADS_ON.test(text.slice(span.start, span.end))) return false;
  const end = text.slice(span.end).search(/[.!?\n]|https?:/);
  const behind = words.filter(
    (word) => !word.inTag && word.span.start >= span.end && (end < 0 || word.span.start < span.end + end),
  );
  return behind.length >= LEAST_LED_TO && behind.some(({ kind }) => kind === 'subject');
}
