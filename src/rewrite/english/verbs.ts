// English verbs: nouns that hide one, relatives that can be a participle, the reader addressed, and the order of a study.
import { lazy } from '#base/lazy.js';
import { capital, type Change, type Operation } from '../wording.js';
import { latin } from '../latin.js';

/** Verbs by the nouns that hide them, all regular. */
const HIDDEN: Readonly<Record<string, string>> = {
  analysis: 'analyze',
  assessment: 'assess',
  automation: 'automate',
  calculation: 'calculate',
  comparison: 'compare',
  conversion: 'convert',
  creation: 'create',
  description: 'describe',
  estimate: 'estimate',
  estimation: 'estimate',
  evaluation: 'evaluate',
  examination: 'examine',
  explanation: 'explain',
  inspection: 'inspect',
  installation: 'install',
  investigation: 'investigate',
  measurement: 'measure',
  migration: 'migrate',
  reconciliation: 'reconcile',
  registration: 'register',
  renovation: 'renovate',
  restoration: 'restore',
  review: 'review',
  summary: 'summarize',
  survey: 'survey',
  translation: 'translate',
  validation: 'validate',
  verification: 'verify',
};
const ENDINGS: Readonly<Record<string, string>> = { base: '', s: 's', ed: 'ed', ing: 'ing' };
const SUPPORTS: Readonly<Record<string, keyof typeof ENDINGS>> = {
  'carry out': 'base',
  'carries out': 's',
  'carried out': 'ed',
  'carrying out': 'ing',
  perform: 'base',
  performs: 's',
  performed: 'ed',
  performing: 'ing',
  conduct: 'base',
  conducts: 's',
  conducted: 'ed',
  conducting: 'ing',
  'make a': 'base',
  'makes a': 's',
  'made a': 'ed',
  'making a': 'ing',
  provide: 'base',
  provides: 's',
  providing: 'ing',
  'provide for': 'base',
  'provides for': 's',
  'providing for': 'ing',
};
const SUPPORTED = lazy(() =>
  latin(
    String.raw`\b(?<support>${Object.keys(SUPPORTS).join('|')}) (?:an? |the )?(?<noun>${Object.keys(HIDDEN).join('|')}) of (?=[\p{L}\d])`,
    'gi',
  ),
);

function conjugate(verb: string, ending: string): string {
  if (ending === '') return verb;
  const stem = verb.replace(ending === 's' ? /y$/ : /e$|y$/, (letter) =>
    letter === 'y' ? (ending === 'ing' ? 'y' : 'i') : '',
  );
  const joined = ending === 's' && /(?:s|i)$/.test(stem) ? 'es' : ending;
  return `${stem}${joined}`;
}

/** "carry out reconciliation of bank statements" → "reconcile bank statements". */
const hiddenVerb: Operation = {
  id: 'verb',
  apply({ text }) {
    const changes = [...text.matchAll(SUPPORTED())].flatMap((match): Change[] => {
      const { support = '', noun = '' } = match.groups ?? {};
      const verb = HIDDEN[noun.toLowerCase()];
      const ending = ENDINGS[SUPPORTS[support.toLowerCase()] ?? 'base'];
      // A passive in front ("was carried out"), or an adjective behind, is another construction.
      if (
        verb === undefined ||
        ending === undefined ||
        /\b(?:was|were|been|be|is|are) $/.test(text.slice(0, match.index))
      )
        return [];
      const put = conjugate(verb, ending);
      const isCapital = /^\p{Lu}/u.test(support);
      return [{ start: match.index, end: match.index + match[0].length, text: `${isCapital ? capital(put) : put} ` }];
    });
    return changes.length === 0 ? undefined : { changes };
  },
};

const POSSIBLE = lazy(() => /\b(?<make>makes?|made) it possible for (?<who>[^.,:;!?]{2,40}?) to (?=\p{L})/giu);
const LETS: Readonly<Record<string, string>> = { make: 'let', makes: 'lets', made: 'let' };
const SHORTER = lazy((): readonly (readonly [RegExp, string])[] => [
  [/\bin order to be able to (?=\p{L})/giu, 'to '],
  [/(?<!\bof )\bthe reasons? why (?=\p{L})/giu, 'why '],
]);
/** "makes it possible for bakers to send" → "lets bakers send". */
const lets: Operation = {
  id: 'verb',
  apply({ text }) {
    const changes: Change[] = [];
    for (const match of text.matchAll(POSSIBLE())) {
      const { make = '', who = '' } = match.groups ?? {};
      changes.push({
        start: match.index,
        end: match.index + match[0].length,
        text: `${LETS[make.toLowerCase()] ?? ''} ${who} `,
      });
    }
    for (const [long, short] of SHORTER()) {
      for (const match of text.matchAll(long)) {
        // "The reason why it failed is …" opens with its subject.
        if (match.index === 0 && short.startsWith('why')) continue;
        const put = /^\p{Lu}/u.test(match[0]) ? capital(short) : short;
        changes.push({ start: match.index, end: match.index + match[0].length, text: put });
      }
    }
    return changes.length === 0 ? undefined : { changes: changes.sort((a, b) => a.start - b.start) };
  },
};

const RELATIVE = lazy(
  () =>
    /(?<before>\p{L}[\p{L}’'-]{2,}|\d+),? (?<gone>(?:which|that|(?<!(?:display|show|see|tell|know|check|list|find|say|decide|choose|matter)s? )who) (?:is|are|was|were|has been|have been|had been) )(?<participle>\p{L}{2,}ed|found|made|written|built|taken|given|held|sent|drawn|led|known|kept|run|bought|sold)(?= (?:out |up )?(?:by|in|at|on|from|with|during|under) )/giu,
);
const NO_NOUN =
  /^(?:one|ones|those|all|everything|something|anything|nothing|only|it|and|or|but|everyone|someone|anyone)$/i;
/** "the coin of 1344, which was found by a child" → "the coin of 1344, found by a child". */
const participle: Operation = {
  id: 'participle',
  apply({ text }) {
    if (/\b(?:it is|it was|it’s|there (?:is|are|was|were))\b/i.test(text)) return undefined;
    const changes = [...text.matchAll(RELATIVE())].flatMap((match): Change[] => {
      const { before = '', gone = '' } = match.groups ?? {};
      const clause = /^[^.,:;!?]*/.exec(text.slice(match.index + match[0].length))?.[0] ?? '';
      if (
        NO_NOUN.test(before) ||
        / (?:and|or|but) (?:\w+ly )?(?:is|are|was|were|has|have|can|will|now|then|who|that|which)\b/.test(clause)
      )
        return [];
      const start = text.indexOf(gone, match.index + before.length);
      return [{ start, end: start + gone.length, text: '' }];
    });
    return changes.length === 0 ? undefined : { changes };
  },
};

const THERE_ARE =
  /^There (?:are|is) (?<what>(?:two|three|four|five|six|seven|eight|nine|ten|several|many|a lot of|lots of|a number of|\d+) [^.,:;!?]{3,40}?) (?:that|who|which) (?=(?:are|do not|cannot|never|have|can|will|do|don[’']t|need|help|make|let|show|still|never|always|work|worked|matter|mattered|changed|saved|surprised|helped|made|want|needs|could|would|should|deserve|took|live|use|give|keep|cost|come|came|went|took|failed|stood|tell|told|lead|led)\b)/iu;
/** "There are five habits that help" → "Five habits help". */
const existential: Operation = {
  id: 'existential',
  apply({ text }) {
    const match = THERE_ARE.exec(text);
    const what = match?.groups?.['what'];
    if (match === null || what === undefined) return undefined;
    // A second one beside it would have lost its verb: "and 2 that did not".
    const second = / and (?:two|three|four|five|six|\d+) (that|which|who) /.exec(text);
    const at = (second?.index ?? 0) + (second?.[0].length ?? 0);
    const rest = second === null ? [] : [{ start: at - (second[1] ?? '').length - 1, end: at, text: '' }];
    return { changes: [{ start: 0, end: match[0].length, text: `${capital(what)} ` }, ...rest] };
  },
};

const DECIDED =
  /^It (?:has been|was) (?<verb>decided|agreed|ruled|confirmed|estimated|found) by (?<who>(?:the|our) [^.,:;!?]{3,40}?) (?=(?:that|to) )/iu;
/** "It has been decided by the board that" → "The board has decided that". */
const doer: Operation = {
  id: 'active',
  apply({ text }) {
    const match = DECIDED.exec(text);
    const { verb = '', who = '' } = match?.groups ?? {};
    if (match === null) return undefined;
    const has = /[^s]s$/.test(who) ? 'have' : 'has';
    return { changes: [{ start: 0, end: match[0].length, text: `${capital(who)} ${has} ${verb} ` }] };
  },
};

const STUDY =
  /^(?<who>(?:An?|Our|This) (?:new |recent )?(?:study|survey|report|paper|analysis)(?: (?:that was |which was )?(?:published|conducted|carried out|made|led|written|commissioned|released)(?: (?:today|yesterday|this (?:week|month|morning)|(?:over|in|for|during) [^.,:;!?]{2,25}?))? by (?:[^.,:;!?]|[.,](?=\d)){2,130}?| (?:by|of|from) (?:[^.,:;!?]|[.,](?=\d)){2,60}?)?) (?:shows|finds|found|reveals|showed|suggests|has shown|has found|indicates|has revealed|have revealed|has indicated|has suggested|have shown|have found|concludes|has concluded|reports|estimates) that (?<found>[^:;!?]+?)\.?$/iu;
const LONGEST_FINDING = 30;
/** Letters of a source that keeps the finding waiting. */
const LONG_SOURCE = 70;
/** "A study by X shows that Y" → "Y, according to a study by X". */
const attribution: Operation = {
  id: 'attribution',
  apply({ text }) {
    const match = STUDY.exec(text);
    const { who = '', found = '' } = match?.groups ?? {};
    if (match === null) return undefined;
    // A finding without a figure comes first where its source is long.
    if (who.length < LONG_SOURCE && !/\d|\bhalf\b|\bthird\b|\bquarter\b|in (?:two|three|four|five|ten)\b/.test(found))
      return undefined;
    if (
      /^(?:it|they|this|these)\b|\bof (?:them|these|those)\b/i.test(found) ||
      // "our team of 2,000 claims" reads as a team of claims.
      / by [^,]* of \d/.test(who) ||
      found.split(/\s+/).length > LONGEST_FINDING ||
      /\.\s/.test(found)
    )
      return undefined;
    const from = text.length - found.length - (text.endsWith('.') ? 1 : 0);
    const end = from + found.length;
    return {
      changes: [
        { start: 0, end: from + 1, text: capital(found.charAt(0)) },
        { start: end, end, text: `, according to ${who.charAt(0).toLowerCase()}${who.slice(1)}` },
      ],
    };
  },
};

const CONTEXT =
  /^(?<frame>(?:As part of|To (?:mark|celebrate)|On the occasion of|In partnership with|With the support of) [^.,:;!?“”()]{3,60}), (?<main>[^.,:;!?“”()]{20,160}?)(?<sign>[.!]?)$/u;
/** "As part of Heritage Week, the station opens" → "The station opens … as part of Heritage Week". */
const context: Operation = {
  id: 'frame-last',
  apply({ text }) {
    const { frame = '', main = '' } = CONTEXT.exec(text)?.groups ?? {};
    if (main === '' || main.split(' ').length > 22 || /\b(?:its|their|his|her|this|these)\b/.test(frame))
      return undefined;
    if (/^(?:it|they|he|she)\b/i.test(main)) return undefined;
    const from = frame.length + 2;
    const end = from + main.length;
    return {
      changes: [
        { start: 0, end: from + 1, text: capital(main.charAt(0)) },
        { start: end, end, text: ` ${frame.charAt(0).toLowerCase()}${frame.slice(1)}` },
      ],
    };
  },
};

const BY_LAB = lazy(() =>
  latin(
    String.raw`^An? (?:new |recent |large )?(?:study|survey|review|analysis|trial|experiment) (?:has been|was) (?:conducted|carried out|done|led|undertaken|published|run) by (?<who>(?:our|the|researchers|scientists) ?[^.,:;!?]{2,50}?|\p{L}+ University),? (?:in which|which|that|where) (?:it was |it has been |has |have )?(?:found|shown|showed|revealed|discovered|concluded) that `,
  ),
);
/** "A study was conducted by our lab in which it was found that" → "Our lab found that". */
const foundBy: Operation = {
  id: 'active',
  apply({ text }) {
    const match = BY_LAB().exec(text);
    const who = match?.groups?.['who'];
    return match === null || who === undefined
      ? undefined
      : { changes: [{ start: 0, end: match[0].length, text: `${capital(who)} found that ` }] };
  },
};

const STARTS = lazy(() =>
  latin(
    String.raw`^(?:The )?(?:implementation|introduction|roll-?out|application) of (?<what>(?:the|our|this|a|an) [^.,:;!?]{3,60}?) (?<will>will (?:commence|start|begin|be effective)|starts|begins|takes effect)(?= )`,
  ),
);
/** "The implementation of the new scheme will start on" → "The new scheme will start on". */
const starts: Operation = {
  id: 'verb',
  apply({ text }) {
    const match = STARTS().exec(text);
    const { what = '', will = '' } = match?.groups ?? {};
    if (match === null) return undefined;
    const verb = will.startsWith('will') ? 'will start' : 'starts';
    return { changes: [{ start: 0, end: match[0].length, text: `${capital(what)} ${verb}` }] };
  },
};

/** Operations on English verbs, and on the order of a sentence about a study. */
export const verbs: readonly Operation[] = [
  hiddenVerb,
  lets,
  starts,
  doer,
  foundBy,
  participle,
  existential,
  attribution,
  context,
];
