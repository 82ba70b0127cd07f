// English openings that name what was written or thought: what it says comes first.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { capital, dropOpening, type Operation } from '../wording.js';
import { IS_GLAD } from './senders.js';

const PAPER = String.raw`(?<paper>(?:our|my) (?:(?:brand[- ]new|new|newest|latest|first|recent|long-awaited|very first) )*(?:paper|study|preprint|article|report|research|chapter|survey|whitepaper|white paper)(?: (?:in|with|on|for|about) [^.,:;!?]{2,90}?)?)`;
const SHARED = lazy(() =>
  latin(
    String.raw`^(?:${IS_GLAD}(?:share|announce|present|introduce)(?: with you(?: all)?)? ${PAPER}|${PAPER.replace('<paper>', '<paper2>')} (?:is|[’']s) (?:(?:now|finally|just|officially) )?(?:out|live|up|online|published|here)(?: now| today)?)[.!]+$`,
  ),
);
const IN_IT = lazy(() =>
  latin(
    String.raw`^(?:(?:In (?:it|this (?:paper|study|work|article|report)|the (?:paper|study|report))|Here),? )?(?=we (?:show|find|found|showed|conducted|surveyed|studied|looked|tested|analy[sz]ed|compared|measured|followed|interviewed|asked|investigated|examined|report|demonstrate|review(?:ed)?|present|argue|track(?:ed)?) )`,
  ),
);
const EXPLAINS = lazy(() =>
  latin(
    String.raw`^(?:In (?:it|this (?:article|post|piece)),? )?(?:I|we) (?:explain|show|describe|look at|talk about|tell you|share) (?=(?:how|why|what) )`,
  ),
);
const SAYS_THAT = lazy(() => latin(String.raw`^we (?:show|find|found|demonstrate|report|showed) that (?=[\p{L}\d])`));
/** "Excited to share our paper in X! In it, we tested 40 bowls." → "We tested 40 bowls. Our paper in X:". */
const shared: Operation = {
  id: 'front-load',
  apply({ text, next, nextAt, behind, nextLeadsToLink, isFirst }) {
    const match = isFirst && nextLeadsToLink && behind === next.length ? SHARED().exec(text) : null;
    const led = (EXPLAINS().exec(next) ?? IN_IT().exec(next))?.[0].length;
    const { paper, paper2 = '' } = match?.groups ?? {};
    if (match === null || led === undefined || next.length < 40 || next.endsWith('?')) return undefined;
    const from = led + (SAYS_THAT().exec(next.slice(led))?.[0].length ?? 0);
    // A mention stays where it is: "Our paper in @examplejournal: we tested".
    if ((paper ?? paper2).includes('@')) {
      const start = text.indexOf(paper ?? paper2);
      return {
        changes: [
          { start: 0, end: start + 1, text: capital((paper ?? paper2).charAt(0)) },
          {
            start: start + (paper ?? paper2).length,
            end: nextAt + led + 1,
            text: `: ${next.charAt(led).toLowerCase()}`,
          },
        ],
      };
    }
    const signs = /[ ]*[.!:]*$/.exec(next)?.index ?? next.length;
    return {
      changes: [
        { start: 0, end: nextAt + from + 1, text: capital(next.charAt(from)) },
        { start: nextAt + signs, end: nextAt + next.length, text: `. ${capital(paper ?? paper2)}:` },
      ],
    };
  },
};

const OUT = lazy(() =>
  latin(
    String.raw`^(?<paper>(?:Our|My) (?:(?:brand[- ]new|new|newest|latest|first|free|annual|long-awaited|very first) )*(?:\p{L}+ )?(?:paper|study|preprint|article|report|survey|white ?paper|guide|handbook|book|review|toolkit|factsheet|investigation|documentary|podcast|film)) (?:is|[’']s) (?:(?:now|finally|just|officially|here and) )?(?:out|live|up|online|published|here|available|ready)(?: now| today| at last)?[.!]+$`,
  ),
);
const IT_SAYS = lazy(() =>
  latin(
    String.raw`^It (?=(?:also )?(?:looks|shows|finds|found|covers|explains|explores|reveals|describes|compares|examines|asks|tells|lists|sets out|reports|follows|traces|answers|maps|tracks|gathers|walks|argues|suggests|warns|includes|contains) )`,
  ),
);
/** "Our new report is finally out! It finds that 1 in 3 closed" → "Our new report finds that 1 in 3 closed". */
const outNow: Operation = {
  id: 'content-label',
  apply({ text, next, nextAt, isFirst }) {
    const paper = isFirst ? OUT().exec(text)?.groups?.['paper'] : undefined;
    const led = paper === undefined ? undefined : IT_SAYS().exec(next)?.[0].length;
    return paper === undefined || led === undefined
      ? undefined
      : { changes: [{ start: paper.length, end: nextAt + led, text: ' ' }] };
  },
};

const THOUGHT = lazy(() =>
  latin(
    String.raw`^(?:So,? )?(?:I|we)(?:[’']ve| have) (?:been )?(?:thinking|thought|wondering|talking|learning) (?:a lot |quite a bit |a bit )?(?:lately |recently )?about [^.:;!?]{3,50}?(?: (?:lately|recently))?,? (?:and|so) (?:I |we )?(?:finally |eventually |just )?(?:got around to|sat down to|decided to|got round to) (?:writ(?:ing|e) up|writ(?:ing|e) (?:a (?:short |quick |little )?(?:post|article|thread) )?about|shar(?:ing|e)|explain(?:ing)?) (?=(?:how|why|what) )`,
  ),
);
/** "So I’ve been thinking about caching and finally got around to writing up how we cut it" → "How we cut it". */
const thought: Operation = {
  id: 'content-label',
  apply(sentence) {
    const match = THOUGHT().exec(sentence.text);
    // What the clause speaks of by a pronoun went with the opening.
    if (match === null || sentence.text.length - match[0].length < 40) return undefined;
    return { changes: [dropOpening(sentence, match[0].length)] };
  },
};

/** Kinds of text that a page holds without saying: a video or a podcast is worth naming. */
const TEXT = String.raw`(?:(?:latest|new|newest|most recent|brand[- ]new|recent) )*(?:blog post|blog|post|article|guide|piece|report|briefing|factsheet|explainer|feature|newsletter|column)`;
/** What the text does besides would have lost its subject: "and offers three tips". */
const GOES_ON = lazy(
  () =>
    /\b(?:and|but|then|before|while) (?:also )?(?:offer|explain|show|give|look|suggest|share|set|ask|include|find|argue|tell|describe|explore|provide|list|highlight|offering|explaining|showing|giving|looking|suggesting|sharing)s?\b/i,
);

/** What was written goes behind what it says. */
export const papers: readonly Operation[] = [
  shared,
  outNow,
  thought,
  // "Our latest blog post looks at why charities struggle" → "Why charities struggle".
  phrase(
    'content-label',
    String.raw`^(?:Our|My|The|This (?:week|month)[’']s|Today[’']s) ${TEXT} (?:looks at|takes a (?:close )?look at|explores|examines|explains|covers|discusses|asks|describes|investigates|sets out|unpacks|breaks down|digs into|shows(?: you)?|tells you|walks you through|is (?:all )?about) (?=(?:why|how|what) [\p{L}\d])`,
    '',
    { unless: GOES_ON },
  ),
  // "In our latest blog, Priya explains how" → "Priya explains how".
  phrase(
    'content-label',
    String.raw`^In (?:our|my|the|this (?:week|month)[’']s|today[’']s) ${TEXT},? (?=\p{L}+(?: \p{L}+)? (?:explains|shows|describes|looks|tells|shares|explores|argues|sets|asks|answers|reflects) )`,
    '',
  ),
  // "I wrote about the fact that our index weighs 6 GB" → "Our index weighs 6 GB".
  phrase(
    'content-label',
    String.raw`^(?:I|We)(?:[’']ve| have)?(?: just| finally)? (?:wrote|written|published|posted) (?:an? (?:(?:new|short|little|quick|blog) )*(?:post|article|piece|thread) )?(?:about|on) the fact that (?=(?!(?:it|they|this|these|those|he|she)\b)[\p{L}\d])`,
    '',
  ),
];
