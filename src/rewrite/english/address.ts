// English sentences that say what the reader could do: they address the reader instead.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { capital, type Operation } from '../wording.js';

const VERBS =
  'ask|speak|automate|clean|review|insulate|update|water|access|apply|attend|call|choose|claim|collect|complete|confirm|contact|donate|email|enjoy|enter|follow|hear|hire|invite|keep|leave|look|nominate|order|park|plan|pop|pre-order|prepare|protect|recycle|remember|report|respond|search|shop|sow|stay|switch|turn|upload|view|volunteer|wear|add|copy|drop|fill|get|give|help|lend|post|print|return|reuse|take|tell|use|adopt|apply|ask|book|borrow|bring|browse|build|buy|check|choose|come|compare|cook|deploy|discover|donate|download|draw|explore|export|grow|import|install|join|learn|listen|make|meet|order|paint|pick|plant|play|read|register|rent|request|reserve|run|see|send|share|sign|sponsor|start|stream|submit|subscribe|support|taste|test|track|try|visit|volunteer|vote|walk|watch|write';
const COULD = lazy(() =>
  latin(
    String.raw`(?<=^(?:[^.:!?]{3,60}: )?)(?<how>(?:Please )?feel free to|(?:Please )?(?:don[’']t|do not|don[’']t you) hesitate to|(?:All|The only thing) you (?:have|need) to do is(?: to)?|(?:Please )?(?:Be|make) sure (?:to|that you|you)|(?:Please )?(?:take|spare) (?:the time|a moment|a minute|a few minutes|some time) to|Don[’']t forget to|(?:Please )?remember to|You (?:just |only |simply )?(?:need|have) to|We (?:would )?(?:recommend|advise|suggest)(?: that)? you(?: to)?|(?:We would|We[’']d) (?:love|like) (?:you to|for you to)|(?:We|I) (?:urge|ask|encourage) you (?:all )?to|It is (?:very |really |so )?(?:important|essential|vital|crucial|advisable) (?:that you|for you to|to(?= (?:automate|protect|check|keep|plan|book|prepare|clean|test|compare|choose|back up|update|review|insulate|water|register|report|recycle)\s(?:your|the|all)\b))|You can(?<now> now)?(?: also| already)?|It is (?<now2>now )?(?:also )?possible (?<now3>now )?(?:for you )?to|You are (?:cordially |warmly )?(?:invited|welcome) to|(?:We invite|We[’']d like to invite|We would like to invite|We encourage) you to|You (?:now )?have the (?:possibility|opportunity|option|chance) to) (?:come and |come along and |go and |go ahead and |take (?:the time|a moment|a minute|a few minutes|some time) to )?(?<verb>${VERBS}|check out|sign up|find out)(?=[\s.,!])`,
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
    if (
      match === null ||
      verb === undefined ||
      text.endsWith('?') ||
      /\b(?:but|unless|only if|though|although)\b/.test(text)
    )
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
      ...(/^don[’']t forget/i.test(how) && ({ dropsNegation: true } as const)),
    });
    const since = now ?? now2 ?? now3;
    const isPossible = /^(?:you can|it is (?:now |also )*possible|you (?:now )?have the)/i.test(how);
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
  'pre-ordered': 'Pre-order',
  reserved: 'Reserve',
  borrowed: 'Borrow',
  rented: 'Rent',
  watched: 'Watch',
  bought: 'Buy',
  purchased: 'Buy',
  hired: 'Hire',
  visited: 'Visit',
  submitted: 'Submit',
  sent: 'Send',
  checked: 'Check',
  collected: 'Collect',
  returned: 'Return',
  donated: 'Donate',
  viewed: 'View',
  completed: 'Complete',
  signed: 'Sign',
  requested: 'Request',
  reported: 'Report',
  browsed: 'Browse',
  read: 'Read',
  'listened to': 'Listen to',
  'dropped off': 'Drop off',
  'picked up': 'Pick up',
  'handed in': 'Hand in',
  'filled in': 'Fill in',
  obtained: 'Get',
  brought: 'Bring',
  emailed: 'Email',
  explored: 'Explore',
  tried: 'Try',
  renewed: 'Renew',
  uploaded: 'Upload',
  nominated: 'Nominate',
};
/** Nouns without a plural that a reader checks, sends or gets. */
const MASS =
  'eligibility|availability|feedback|evidence|clothing|food|bedding|furniture|equipment|admission|entry|access';
const CAN_BE = lazy(() =>
  latin(
    String.raw`^(?<article>The |Our |Your |All |)(?<noun>(?!(?:It|This|They|These|Those|That|Which|What|Who|There|Most|Some|Many|Few|Half|Several|Only|The (?:following|bytes?|values?|results?|data|options?))\s)\p{L}(?!.*\b(?:that|which|who)\b)(?![^.,:;!?]*\b(?:are|is|was|were|have|has|will|sell|sells|cost|costs)\b[^.,:;!?]*\b(?:can|may|must|should|need)\b)[^.,:;!?]{2,40}?s(?: (?:for|to|of|on) [^.,:;!?]{3,40}?)?|${MASS}|(?<=^(?:The |Our |Your ))(?:application|form|entry|ticket|guide|report|brochure|programme|program|album|map|survey|petition|app|catalogue|book|booklet|video|recording|film|podcast)(?: (?:form|for|to|of|on) ?[^.,:;!?]{0,40}?)?) (?:(?:are|is) (?:very |most |always )?welcomed? and )?(?:can|may|must|should|need to|needs to) (?:also |now |still |all )?be (?<participle>${Object.keys(COMMANDS).join('|')})(?! by (?!email|e-mail|phone|mail|post|text|\d|the \d|(?:next |this )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|midnight|noon|clicking|visiting|calling|emailing)))(?=[\s.,!:]|$)(?<rest>[^.!?]*)`,
  ),
);
const LENT =
  /^(?:books|items|kits?|forms?|bottles|trays|keys|cards|DVDs|library|costumes|parcels|orders|goods|products|tools|games|toys|equipment|questionnaires)\b/i;
const YOURS = /^(?:Submit|Send|Email|Post|Upload|Renew|Hand in|Return)$/;
const HANDED = /^(?:Submit|Send|Email|Upload|Nominate|Hand in)$/;
const OF_READERS =
  /^(?:views|comments|ideas|suggestions|applications|entries|photos|pictures|questions|responses|nominations|stories|recipes|feedback|forms|proposals|abstracts|CVs|designs|poems|drawings|memories)\b/i;
/** "Tickets can be booked online" → "Book tickets online". */
const passive: Operation = {
  id: 'imperative',
  apply({ text }) {
    const match = CAN_BE().exec(text);
    const { article = '', noun = '', participle: form = '', rest = '' } = match?.groups ?? {};
    const put = COMMANDS[form.toLowerCase()];
    if (
      match === null ||
      put === undefined ||
      / (?:by (?:our|the|a|an|your|their|us|them|users?|people|\p{L}+s\b)(?! \d)|and |but |or \p{L}+ed\b|only )/u.test(
        rest,
      )
    )
      return undefined;
    if (put === 'Return' && !LENT.test(noun)) return undefined;
    // What a reader hands over is the reader's, and by a day, not until it.
    const isYours = YOURS.test(put) && article === '' && OF_READERS.test(noun);
    const by = HANDED.test(put) ? rest.search(/(?<=^ )until (?=\S)/) : -1;
    const until = match[0].length - rest.length + by;
    const one =
      isYours && HANDED.test(put) && /^applications(?= |$)/i.test(noun)
        ? noun.replace(/^applications/i, 'application')
        : noun;
    const small = isYours
      ? `your ${one.charAt(0).toLowerCase()}${one.slice(1)}`
      : article === ''
        ? noun.charAt(0).toLowerCase() + noun.slice(1)
        : `${article.toLowerCase()}${noun}`;
    return {
      changes: [
        { start: 0, end: match[0].length - rest.length, text: `${put} ${small}` },
        ...(by < 0 ? [] : [{ start: until, end: until + 'until'.length, text: 'by' }]),
      ],
    };
  },
};

const IT_CAN_BE = lazy(() =>
  latin(
    String.raw`^(?<what>It|They) can (?:also |now )?be (?<participle>downloaded|ordered|pre-ordered|booked|reserved|watched|borrowed|read|viewed|visited|bought|purchased|rented|hired|listened to)(?= (?:for free|free of charge|online|here|from|on|at|in|by|via|through|until|as)\b|[ ]?[.!:]|$)(?! by (?:our|the|a|an|all|any)\b)`,
  ),
);
/** "It can be downloaded for free" → "Download it for free". */
const itCanBe: Operation = {
  id: 'imperative',
  apply({ text, isFirst }) {
    const match = isFirst ? null : IT_CAN_BE().exec(text);
    const { what = '', participle: form = '' } = match?.groups ?? {};
    const put = COMMANDS[form.toLowerCase()];
    if (match === null || put === undefined || /\b(?:and|but|or)\b/.test(text)) return undefined;
    const them = what.toLowerCase() === 'it' ? 'it' : 'them';
    return { changes: [{ start: 0, end: match[0].length, text: `${put} ${them}` }] };
  },
};

const GRATEFUL = lazy(() =>
  latin(
    String.raw`^(?:(?:We|I)(?:[’']d| would)? (?:really |very much |greatly |so )?appreciate it if you (?:could|would|can)|It would be (?:great|wonderful|really helpful|helpful|amazing|lovely) if you (?:could|would)|(?:We|I)(?:[’']d| would) be (?:very |so |really |most )?grateful if you (?:could|would)|(?:Could|Can|Would) you please|Please (?:could|can|would) you) (?:please |kindly )?(?<verb>\p{L}+)(?= )`,
  ),
);
/** "We would really appreciate it if you could vote" → "Please vote". */
const grateful: Operation = {
  id: 'imperative',
  apply({ text }) {
    const match = GRATEFUL().exec(text);
    const verb = match?.groups?.['verb'] ?? '';
    if (match === null || NOT_ASKED.test(verb)) return undefined;
    const asks = text.endsWith('?') ? [{ start: text.length - 1, end: text.length, text: '.' }] : [];
    return { changes: [{ start: 0, end: match[0].length, text: `Please ${verb.toLowerCase()}` }, ...asks] };
  },
};

const ASKED = lazy(() =>
  latin(
    String.raw`^(?:(?:All |Our )?(?:visitors|residents|customers|passengers|users|patients|parents|members|motorists|drivers|readers|guests|people|students|staff|everyone|anyone (?:interested|attending)|those (?:attending|interested)|members of the public|the public|volunteers|applicants) (?:is|are)|You are|We (?:would )?(?:kindly |politely )?(?:ask|request)(?: that)?(?: (?:all |our )?(?:visitors|residents|customers|passengers|users|patients|parents|members|drivers|guests|people|everyone|you))?) ?(?:kindly |politely |respectfully |strongly |also )*(?:requested|asked|advised|encouraged|urged|invited|reminded|recommended|welcome)? ?to (?<verb>\p{L}+) (?=[\p{L}\d])(?<rest>[^.!?]*)`,
  ),
);
/** What is no request. */
const NOT_ASKED = /^(?:be|have|know|not|see|feel|find|think|hear|announce|inform|let|thank|tell|say|share|hold)$/i;
/** "Visitors are kindly requested to use the side door" → "Please use the side door". */
const request: Operation = {
  id: 'imperative',
  apply({ text }) {
    const match = ASKED().exec(text);
    const { verb = '', rest = '' } = match?.groups ?? {};
    if (match === null || NOT_ASKED.test(verb) || /\b(?:their|they|them|his|her|its)\b| (?:and|or) to /.test(rest))
      return undefined;
    if (
      !/(?:requested|asked|advised|encouraged|urged|invited|reminded|recommended|welcome|ask|request)\b/i.test(match[0])
    )
      return undefined;
    const isOffer = /(?:invited|welcome|encouraged)/i.test(match[0]);
    const put = isOffer ? capital(verb) : `Please ${verb.toLowerCase()}`;
    return { changes: [{ start: 0, end: match[0].length - rest.length, text: `${put} ` }] };
  },
};

/** Verbs of what is on the page. */
const ON_PAGE =
  'read|see|view|download|book|reserve|register|apply|order|buy|listen to|listen|watch|sign up|sign|join|donate|vote|enter|subscribe|explore|browse|check|learn|find|get|discover|take part|complete|submit|support|volunteer|try|compare|renew|report|respond|have your say|meet|share|calculate|access|request|claim|pre-order|nominate|give|help';
const PURPOSE = lazy(() =>
  latin(
    String.raw`^(?:To|In order to|If you(?: would|[’']d)? (?:want|like|wish) to) (?<verb>${ON_PAGE})(?![\p{L}-])(?<what>(?! more\b)[^.,:;!?]{0,70}?),? (?:then |please |simply |just |kindly |you can )*(?:visit|click|go to|head to|see|follow|use|tap|check|head over to)(?: (?:on|over|our|the|this|following|website|site|web ?page|page|blog|link|below|here|to|at))*[ ]*(?:[.:!👉⬇👇➡⤵]|\ufe0f)*$`,
  ),
);
const DETAILS_AND = lazy(() =>
  latin(
    String.raw`^For (?:more|full|further|all) (?:details|information|info) (?:and|or) to (?<verb>apply|book|register|enter|sign up|donate|vote|order)(?<what>),? (?:please |simply |just )*(?:visit|click|go to|head to|see|follow|use)(?: (?:on|our|the|this|website|site|page|link|below|here|to|at))*[ ]*[.:!]*$`,
  ),
);
/** "To read the full study please visit:" → "Read the full study:". */
const purpose: Operation = {
  id: 'imperative',
  apply({ text, leadsToLink, isLast }) {
    const match = leadsToLink || !isLast ? (DETAILS_AND().exec(text) ?? PURPOSE().exec(text)) : null;
    const { verb = '', what = '' } = match?.groups ?? {};
    return match === null || (what === '' && /^(?:see|find|get|give|help|take|have|learn|check)$/i.test(verb))
      ? undefined
      : { changes: [{ start: 0, end: text.length, text: `${capital(verb)}${what}${leadsToLink ? ':' : '.'}` }] };
  },
};

const CLICK_TO = lazy(() =>
  latin(
    String.raw`^(?:Please |Just |Simply )?(?:Click|Tap|Go|Head|Visit|Follow|Use)(?: (?:here|below|on|over|to|our|the|this|website|site|page|link|following)){1,5} to (?=(?:${ON_PAGE})(?![\p{L}-])(?! more) [\p{L}\d])`,
  ),
);
/** "Click here to book" → "Book". */
const clickTo: Operation = {
  id: 'imperative',
  apply({ text, leadsToLink }) {
    const match = leadsToLink ? CLICK_TO().exec(text) : null;
    // "… and here to read": a second "here" would stand alone.
    if (match === null || / (?:and|or) (?:click )?here\b/i.test(text.slice(match[0].length))) return undefined;
    const end = match[0].length;
    return { changes: [{ start: 0, end: end + 1, text: text.charAt(end).toUpperCase() }] };
  },
};

/** Operations that address the reader in English. */
export const address: readonly Operation[] = [possibility, passive, itCanBe, grateful, request, purpose, clickTo];
