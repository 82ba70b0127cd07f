// English notices that say what a public is asked to do: they ask the reader.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import type { Change, Operation } from '../wording.js';

const PUBLICS = String.raw`(?:visitors|residents|local residents|homeowners|householders|households|tenants|landlords|neighbours|customers|shoppers|passengers|travellers|travelers|commuters|rail users|bus users|users|patients|parents|parents and carers|pupils|students|members|motorists|drivers|road users|cyclists|pedestrians|walkers|hikers|swimmers|bathers|boaters|anglers|campers|dog owners|dog walkers|pet owners|horse riders|farmers|businesses|employers|employees|taxpayers|voters|readers|guests|spectators|ticket holders|runners|competitors|players|fans|supporters|volunteers|donors|applicants|candidates|delegates|exhibitors|consumers|subscribers|account holders|staff|people|everyone|the public|members of the public)`;
const HERE = String.raw`(?: (?:in the (?:area|vicinity|affected area|village|town)|nearby|living nearby))?`;
const ASKED = lazy(() =>
  latin(
    String.raw`(?<=^|^Please [^.;:!?]{5,90},? and |; )(?:All |Our |Local )?${PUBLICS}${HERE} (?:are|is) (?:(?:also|again|still|now|therefore|being|kindly|politely|respectfully|strongly) )*(?<how>asked|advised|urged|requested|reminded|encouraged)(?: again)?(?<not> not)? to (?<verb>\p{L}+)(?= )(?<rest>[^.:;!?]*)`,
  ),
);
/** What is no request. */
const NOT_ASKED = /^(?:be|have|know|not|see|feel|find|think|hear|let|thank|say|hold|become|believe)$/i;
const AND_TO = lazy(() => / (?:and|or) (?:not )?to (?=\p{Ll})/gu);
const OF_OTHERS = /\b(?:their|they|them|his|her|its|themselves|theirs)\b/;
/** The readers once more: "to check before they travel". */
const WHEN_THEY = lazy(
  () => / (?:before|when|if|while|until|unless|where|whenever) they(?= (?!are|were|have|do)\p{L})/gu,
);
/** A second public that is asked as well. */
const GOES_ON = lazy(() => / and (?:\p{L}+ ){1,3}(?:is|are) /u);

/** "Residents are asked to keep their windows closed and not to travel" → "Please keep your windows closed and do not travel". */
const asked: Operation = {
  id: 'notice',
  isForAlerts: true,
  apply({ text }) {
    const match = ASKED().exec(text);
    const { not, verb = '', rest: all = '' } = match?.groups ?? {};
    if (match === null || NOT_ASKED.test(verb) || text.endsWith('?')) return undefined;
    const second = GOES_ON().exec(all);
    const rest = second === null ? all : all.slice(0, second.index);
    const they = [...rest.matchAll(WHEN_THEY())];
    // What is the readers’ stands right behind the verb.
    const theirs = /^ (?:all (?:of )?)?their (?=\p{L})/u.exec(rest);
    if (OF_OTHERS.test(rest.slice(theirs?.[0].length ?? 0).replace(WHEN_THEY(), ''))) return undefined;
    const opens = match.index === 0;
    const please = `${opens ? 'Please ' : ''}${not === undefined ? '' : 'do not '}${verb.toLowerCase()}`;
    const end = match.index + match[0].length - all.length;
    const changes: Change[] = [{ start: match.index, end, text: please }];
    if (theirs !== null)
      changes.push({ start: end + theirs[0].length - 'their '.length, end: end + theirs[0].length, text: 'your ' });
    for (const and of rest.matchAll(AND_TO())) {
      const put = and[0].replace('not to', 'do not').replace(/to $/, '');
      changes.push({ start: end + and.index, end: end + and.index + and[0].length, text: put });
    }
    for (const when of they) {
      const start = end + when.index + when[0].length - 'they'.length;
      changes.push({ start, end: start + 'they'.length, text: 'you' });
    }
    return { changes: changes.sort((a, b) => a.start - b.start) };
  },
};

const OF_PLACE = lazy(
  () =>
    /^(?:All |Our )?(?:[Rr]esidents|[Rr]oad users|[Mm]otorists|[Dd]rivers|[Bb]usinesses|[Hh]ouseholds|[Pp]arents|[Tt]enants|[Pp]assengers|[Cc]ommuters|[Tt]ravellers|[Vv]isitors|[Cc]ustomers|[Ww]alkers|[Cc]yclists) (?:of|in|on|at|along|around|near) (?<place>(?:the )?\p{Lu}[\p{L}’'-]+(?: (?:[\p{Lu}\d][\p{L}\d’'-]*|of|and|line))*) (?:are|should be) (?:kindly |hereby )?(?:advised|informed|notified|reminded|warned|aware) that (?=(?:the|your|there|water|power|gas|electricity|no|parking|trains|buses) )/u,
);
/** "Residents of Elm Street are advised that the water will be off" → "Elm Street: the water will be off". */
const informed: Operation = {
  id: 'lead-in',
  isForAlerts: true,
  apply({ text }) {
    const match = OF_PLACE().exec(text);
    const place = match?.groups?.['place'];
    if (match === null || place === undefined || OF_OTHERS.test(text.slice(match[0].length))) return undefined;
    return { changes: [{ start: 0, end: match[0].length, text: `${place.replace(/^the /, 'The ')}: ` }] };
  },
};

/** What is asked in English notices. */
export const notices: readonly Operation[] = [asked, informed];
