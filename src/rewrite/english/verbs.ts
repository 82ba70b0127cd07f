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
  /^There (?:are|is) (?<what>(?:two|three|four|five|six|seven|eight|nine|ten|several|many|a lot of|lots of|a number of|\d+) [^.,:;!?]{3,40}?) (?:that|who|which) (?=(?:are|do not|cannot|never|have|can|will|do|don[’']t|need|help|make|let|show|still|never|always)\b)/iu;
/** "There are five habits that help" → "Five habits help". */
const existential: Operation = {
  id: 'existential',
  apply({ text }) {
    const match = THERE_ARE.exec(text);
    const what = match?.groups?.['what'];
    return match === null || what === undefined
      ? undefined
      : { changes: [{ start: 0, end: match[0].length, text: `${capital(what)} ` }] };
  },
};

const DECIDED =
  /^It (?:has been|was) (?<verb>decided|agreed) by (?<who>(?:the|our) [^.,:;!?]{3,40}?) (?=(?:that|to) )/iu;
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

const VERBS =
  'add|copy|drop|fill|get|give|help|lend|post|print|return|reuse|take|tell|use|adopt|apply|ask|book|borrow|bring|browse|build|buy|check|choose|come|compare|cook|deploy|discover|donate|download|draw|explore|export|grow|import|install|join|learn|listen|make|meet|order|paint|pick|plant|play|read|register|rent|request|reserve|run|see|send|share|sign|sponsor|start|stream|submit|subscribe|support|taste|test|track|try|visit|volunteer|vote|walk|watch|write';
const COULD = lazy(() =>
  latin(
    String.raw`(?<=^(?:[^.:!?]{3,60}: )?)(?<how>(?:Please )?feel free to|(?:Please )?(?:don[’']t|do not) hesitate to|You can(?<now> now)?(?: also| already)?|It is (?<now2>now )?(?:also )?possible (?<now3>now )?(?:for you )?to|You are (?:cordially |warmly )?(?:invited|welcome) to|(?:We invite|We[’']d like to invite|We would like to invite|We encourage) you to|You (?:now )?have the (?:possibility|opportunity|option|chance) to) (?:come and |come along and )?(?<verb>${VERBS}|check out|sign up|find out)(?=[\s.,!])`,
  ),
);
/** What one is free to do with what is another's: as a command it would be an order. */
const ALLOWED = /^(?:reuse|copy|print|adapt|share|fill|drop|add|post|use)$/i;
/** "Feel free to bring yours" → "Bring yours". */
const possibility: Operation = {
  id: 'imperative',
  apply({ text }) {
    const match = COULD().exec(text);
    const { verb, how = '', now, now2, now3 } = match?.groups ?? {};
    if (match === null || verb === undefined || text.endsWith('?') || /\b(?:but|unless|only if)\b/.test(text))
      return undefined;
    const end = match.index + match[0].length;
    const clause = /^[^.:;!?]*/.exec(text.slice(end))?.[0] ?? '';
    // "or to" behind it would have lost its "to".
    const others = [...clause.matchAll(/(?<= (?:or|and) )to (?=\p{Ll})/gu)].map((other) => ({
      start: end + other.index,
      end: end + other.index + other[0].length,
      text: '',
    }));
    const put = (words: string) => ({
      changes: [{ start: match.index, end, text: match.index === 0 ? capital(words) : words }, ...others],
    });
    const since = now ?? now2 ?? now3;
    const isPossible = /^(?:you|it)\b/i.test(how) && !/invited|welcome/i.test(how);
    // What is new, allowed, or one thing or another stays a possibility.
    if (
      since !== undefined ||
      (isPossible && /\bor\b/.test(clause)) ||
      (ALLOWED.test(verb) && (isPossible || /free/i.test(how)))
    ) {
      if (/^you can/i.test(how)) return undefined;
      return put(`you can ${since === undefined ? '' : `${since.trim()} `}${verb}`);
    }
    return put(verb);
  },
};

const COMMANDS: Readonly<Record<string, string>> = {
  booked: 'Book',
  downloaded: 'Download',
  ordered: 'Order',
  reserved: 'Reserve',
  borrowed: 'Borrow',
  rented: 'Rent',
  watched: 'Watch',
  bought: 'Buy',
  purchased: 'Buy',
  hired: 'Hire',
  visited: 'Visit',
};
const CAN_BE = lazy(() =>
  latin(
    String.raw`^(?<article>The |Our |)(?<noun>\p{L}(?!.*\b(?:that|which|who)\b)[^.,:;!?]{2,40}?s(?: (?:for|to|of) [^.,:;!?]{3,40}?)?) can (?:also )?be (?<participle>${Object.keys(COMMANDS).join('|')})(?! by (?!email|e-mail|phone|mail|post|text))(?=[\s.,!])(?<rest>[^.!?]*)`,
  ),
);
/** "Tickets can be booked online" → "Book tickets online". */
const passive: Operation = {
  id: 'imperative',
  apply({ text }) {
    const match = CAN_BE().exec(text);
    const { article = '', noun = '', participle: form = '', rest = '' } = match?.groups ?? {};
    const put = COMMANDS[form.toLowerCase()];
    if (match === null || put === undefined || / (?:by (?!email|e-mail|phone|mail|post|text)|and |but )/.test(rest))
      return undefined;
    const small = article === '' ? noun.charAt(0).toLowerCase() + noun.slice(1) : `${article.toLowerCase()}${noun}`;
    return { changes: [{ start: 0, end: match[0].length - rest.length, text: `${put} ${small}` }] };
  },
};

const STUDY =
  /^(?<who>(?:An?|Our|This) (?:new |recent )?(?:study|survey|report|paper|analysis)(?: (?:that was |which was )?(?:published|conducted|carried out|made|led|written|commissioned) by (?:[^.,:;!?]|[.,](?=\d)){2,70}?| (?:by|of|from) (?:[^.,:;!?]|[.,](?=\d)){2,60}?)?) (?:shows|finds|found|reveals|showed|suggests|has shown|has found|indicates) that (?<found>[^:;!?]+?)\.?$/iu;
const LONGEST_FINDING = 30;
/** "A study by X shows that Y" → "Y, according to a study by X". */
const attribution: Operation = {
  id: 'attribution',
  apply({ text }) {
    const match = STUDY.exec(text);
    const { who = '', found = '' } = match?.groups ?? {};
    if (match === null || !/\d|\bhalf\b|\bthird\b|\bquarter\b|in (?:two|three|four|five|ten)\b/.test(found))
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

/** Operations on English verbs, and on the order of a sentence about a study. */
export const verbs: readonly Operation[] = [
  hiddenVerb,
  lets,
  doer,
  participle,
  existential,
  possibility,
  passive,
  attribution,
  context,
];
