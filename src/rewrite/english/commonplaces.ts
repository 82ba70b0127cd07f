// English commonplaces in front of what there is to say, and guests who are met to talk.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { capital, withMedium, type Medium, type Operation } from '../wording.js';

const AGE = String.raw`(?:world|age|landscape|economy|market|climate|society|environment|era|times|day and age|workplace|marketplace)`;
const IN_AGE = String.raw`(?:In (?:today[’']s|this|our|an?) (?:(?:business|fast-paced|fast-moving|digital|modern|busy|ever-changing|ever-evolving|increasingly|complex|connected|rapidly|changing|evolving|competitive|global|data-driven|hybrid|new|current|economic) )*${AGE}|In the (?:digital age|age of [\p{L}-]{2,20}(?: [\p{L}-]+)?)|Now more than ever|More than ever),? `;
const ALL_SAY = String.raw`(?:is|are) (?:(?:more|now|absolutely|increasingly|truly) )?(?:key|essential|crucial|vital|critical|important|imperative|paramount|a must|everything)(?: (?:than ever|to|for|if)| to)?|(?:has|have) never been (?:more|so) (?:important|essential|relevant|crucial|vital)|(?:is|are) no longer (?:optional|a luxury|a nice-to-have|enough)|can(?:not|[’']t) be (?:overstated|underestimated)|(?:is|are) (?:a )?(?:mission-critical|business-critical|non-negotiable|a game[- ]changer|the name of the game|the new normal|king|where it[’']s at|at the heart of [^.:;!?\d]{3,40})`;
const COMMONPLACE = lazy(() =>
  latin(String.raw`^${IN_AGE}(?<what>[^.:;!?\d]{3,60}?) (?:${ALL_SAY})[^.:;!?\d]{0,70}[.!]$`),
);
/** "In today’s fast-paced world, insights are key to growth. We surveyed 312 firms" → "We surveyed 312 firms". */
const commonplace: Operation = {
  id: 'filler',
  apply({ text, next, nextAt, isFirst }) {
    const isSaid = /^(?:We|Our|I|My|The|A|An|This (?:week|month|year)|Only|Over|More than|\d)[\s\d]/.test(next);
    const what = isFirst && isSaid && next.length >= 50 ? COMMONPLACE().exec(text)?.groups?.['what'] : undefined;
    if (what === undefined) return undefined;
    // A noun is the subject of what follows; of what one does, the next sentence says more.
    const isSubject = !/ing /.test(what) && what.length <= 30 && !/: |\?/.test(next) && /^(?:We|Our|My) /.test(next);
    return {
      changes: [
        isSubject
          ? { start: 0, end: nextAt + 1, text: `${capital(what)}: ${next.charAt(0).toLowerCase()}` }
          : { start: 0, end: nextAt, text: '' },
      ],
      dropsNegation: true,
    };
  },
};

const OF_AGE = lazy(() =>
  latin(
    String.raw`^In (?:today[’']s|an (?:ever|increasingly)[- ]|a rapidly[- ]) ?(?:[a-z-]+ ){0,3}${AGE}, [^.:;!?\d@#“”"«()]{10,100}[.!]$`,
  ),
);
/** "In today’s business environment, leaders leverage synergies. Our survey of 310 managers" → "Our survey of 310 managers". */
const ofAge: Operation = {
  id: 'filler',
  apply({ text, next, nextAt, isFirst }) {
    // What follows is found by its author, and needs no subject from the commonplace: "Our tool lets bakers send 50".
    const isSaid =
      /^(?:(?:We|I) |(?:Our|My) (?:survey|study|research|report|analysis|data) )/.test(next) && /\d/.test(next);
    return isFirst && next.length >= 38 && isSaid && OF_AGE().test(text) && !COMMONPLACE().test(text)
      ? { changes: [{ start: 0, end: nextAt, text: '' }], dropsNegation: true }
      : undefined;
  },
};

const MEDIA: readonly Medium[] = [
  { label: 'On the podcast: ', known: /episode|podcast/i },
  { label: 'Watch: ', known: /video|\bfilm/i },
];
const MET = lazy(() =>
  latin(
    String.raw`^(?:In (?:this|our|my|the)(?: week[’']s| month[’']s| latest| new| newest)? (?:episode|podcast|show|video)(?: of the podcast)?|(?:On )?(?:this week|this month|today)(?:[’']s (?:episode|show|podcast))?(?: on (?:the|our) (?:podcast|show))?),? (?:we|I)(?:[’']re| are)? (?:joined by|joined on the show by|sit down with|sitting down with|sat down with|talk (?:to|with)|talked (?:to|with)|speak (?:to|with)|chat (?:to|with)|meet|welcome|interview|catch up with) (?<who>[^.:;!?]{3,70}?),? (?:to (?:discuss|talk about|chat about|hear about|speak about|talk through)|about|and talk about|(?:who|as (?:he|she|they)) (?:talks?|speaks?|chats?|tells?)(?: (?:to|with))?(?: us)? (?:all )?about|to talk to us about) (?:the (?:subject|topic|question) of )?(?=[\p{L}\d])`,
  ),
);
/** "In this episode, we sit down with Dale to discuss burnout" → "On the podcast: Dale on burnout". */
const met: Operation = {
  id: 'content-label',
  apply(sentence) {
    const match = MET().exec(sentence.text);
    const who = match?.groups?.['who'] ?? '';
    if (match === null || /^(?:you|them|him|her|us|each other)$/i.test(who)) return undefined;
    const medium = MEDIA.find(({ known }) => known.test(match[0]));
    const comma = who.includes(',') ? ',' : '';
    const change = withMedium(sentence, match[0].length, `${who}${comma} on `, medium);
    return { changes: [change] };
  },
};

const FOR_ALL = lazy(() =>
  latin(
    String.raw`^There(?:[’']s| is| really is) (?:(?:always|really|truly) )?(?:something|plenty|lots|so much) (?:for (?:everyone|all ages|all the family|the whole family|every taste|kids and grown-ups)|going on|happening|to (?:do|see|enjoy|explore))(?: to (?:enjoy|do|see|explore))? (?<at>(?:at|in) (?:the )?(?<where>\p{L}[^.,:;!?]{2,60}?))[ ]?[.!]+$`,
  ),
);
/** What goes on small behind the place. */
const SMALL =
  /^(?:From|Between|You can|You[’']ll|Enjoy|We|There|Our|The|A|An|On|Come|Join|Try|Meet|Explore|Take|Book|Visit)(?=[ ’'])/;
/** "There’s something for everyone at Kelder this half term! You can …" → "Kelder this half term: you can …". */
const forAll: Operation = {
  id: 'filler',
  apply({ text, next, nextAt, isFirst }) {
    const where = isFirst ? FOR_ALL().exec(text)?.groups?.['where'] : undefined;
    if (where === undefined || next.length < 40 || !SMALL.test(next) || /: ./.test(next)) return undefined;
    return {
      changes: [{ start: 0, end: nextAt + 1, text: `${capital(where)}: ${next.charAt(0).toLowerCase()}` }],
    };
  },
};

/** What English texts may open with and say nothing. */
export const commonplaces: readonly Operation[] = [
  commonplace,
  ofAge,
  met,
  forAll,
  // "Amazing opportunity for a Site Manager to join" → "Wanted: a Site Manager to join".
  phrase(
    'filler',
    String.raw`^(?:(?:An? )?(?:amazing|fantastic|great|exciting|incredible|excellent|brilliant|superb|unique|rare|wonderful|fabulous) )+opportunity for (?=an? [^.,:;!?]{3,40} to (?:join|work|lead|manage|help|run) )`,
    'Wanted: ',
  ),
  phrase(
    'filler',
    String.raw`(?<=\bjoin (?:an?|our|the) )(?<words>(?:(?:dynamic|fast-paced|passionate|friendly|vibrant|forward-thinking|innovative|exciting|ambitious)(?:, | and |,? ))+)(?=(?:fast-growing |growing |small |leading |independent |local )?(?:team|contractor|company|business|firm|agency|practice|studio|organi[sz]ation|charity|start-?up)\b)`,
    (_, { text }, __, at) => {
      const next =
        /^(?:(?:dynamic|fast-paced|passionate|friendly|vibrant|forward-thinking|innovative|exciting|ambitious)(?:, | and |,? ))+(?<first>\p{L})/u.exec(
          text.slice(at),
        )?.groups?.['first'];
      // The article in front would have to change.
      const needsN = /[aeiou]/i.test(next ?? '');
      const article = / (an?) $/i.exec(text.slice(0, at))?.[1]?.toLowerCase();
      return article !== undefined && (article === 'an') !== needsN ? undefined : '';
    },
  ),
];
