// English senders that are glad to do what they do: they do it.
import { lazy } from '#base/lazy.js';
import { capital, dropOpening, type Operation } from '../wording.js';
import { ingForm, thirdForm } from './conjugation.js';
import { IS_GLAD, GLAD, SENDER } from './senders.js';
import { latin } from '../latin.js';

const SAYING =
  /^(?:announce|share|tell|report|say|let|inform|see|hear|be|have|know|confirm|reveal|note|discover|find|learn)$/;
/** A thing, not a clause and not the word of it. */
const ANNOUNCED = lazy(() =>
  latin(String.raw`^(?:the|an?|its|their|our|two|three|four|five|\d+) (?!(?:\p{L}+ )?(?:news|fact|idea)\b)\p{L}`),
);
const GLAD_TO = lazy(() =>
  latin(
    String.raw`^(?<who>We[’']re|We are|I[’']m|I am|${SENDER}(?:is|are)) ${GLAD} to (?:be able to )?(?:finally |officially )?(?:(?<being>be) )?(?<verb>\p{L}+) (?=\p{L}|\d|@|“)`,
  ),
);
/** "The museum is proud to present 90 maps" → "The museum presents 90 maps". */
const does: Operation = {
  id: 'boast',
  apply({ text }) {
    const match = GLAD_TO().exec(text);
    const { who = '', verb = '', being } = match?.groups ?? {};
    if (match === null) return undefined;
    const base = verb.toLowerCase();
    const isSelf = /^(?:we|i)\b/i.test(who);
    if (isSelf) {
      const root = ingForm.baseOf(base);
      const isDoing = being !== undefined && /[a-z]{3}ing$/.test(base);
      const doing = isDoing ? base : (ingForm.of(base) ?? ingForm.of(root ?? ''));
      if (doing === undefined || SAYING.test(base) || SAYING.test(root ?? '')) return undefined;
      return { changes: [{ start: 0, end: match[0].length, text: `${who} ${doing} ` }] };
    }
    // What a named sender announces is a thing: "The society announces the winners".
    const isAnnounced = base === 'announce' && ANNOUNCED().test(text.slice(match[0].length));
    // "to be hosting" and the like are of another form.
    if (/ be \p{L}+ $/u.test(match[0]) || (SAYING.test(base) && !isAnnounced && base !== 'reveal' && base !== 'share'))
      return undefined;
    const form = /\bare$/.test(who) ? base : thirdForm(base);
    if (form === undefined) return undefined;
    return {
      changes: [{ start: 0, end: match[0].length, text: `${capital(who.replace(/ (?:is|are)$/, ''))} ${form} ` }],
    };
  },
};

const HERE_IS = lazy(() =>
  latin(
    String.raw`^(?:(?:${IS_GLAD}|(?:We|I) can (?:finally|now|at last|officially) )(?:share|announce|present|introduce|unveil|reveal|show you|bring you)|It is with (?:great |immense )?(?:pleasure|pride|joy) that (?:we|I) (?:share|present|introduce|unveil)) (?:with you )?(?<what>(?:(?:an?|the|our|my|some) |(?=\p{L}{3,}s (?:of|from|about) ))[^.,:;!?]{3,60})`,
  ),
);
/** Least letters of a noun that stands as a text. */
const HEADLINE = 40;
/** "We are excited to share our first yearbook of coastal birds." → "Our first yearbook of coastal birds." */
const hereIs: Operation = {
  id: 'boast',
  apply({ text }) {
    const match = HERE_IS().exec(text);
    const { what = '' } = match?.groups ?? {};
    if (match === null || !/^(?:We|I|It|Proud|Happy|Excited|Thrilled|Delighted|Pleased|So|Super|Very)\b/.test(text))
      return undefined;
    const from = match[0].length - what.length;
    // What follows says something of it: that is for others.
    if (/^(?::|, (?:which|who|that) (?!(?:is|are|was|were|ha(?:s|ve) been)\b))/.test(text.slice(match[0].length)))
      return undefined;
    // A headline says enough to stand alone.
    return text.length - from < HEADLINE ? undefined : { changes: [dropOpening({ text }, from)] };
  },
};

const GLAD_TO_HAVE = lazy(() =>
  latin(
    String.raw`^(?<who>I|We)(?:[’']m|[’']re| am| are) ${GLAD} to have (?=(?:been )?\p{L}+(?:ed|en|on|ght|de|un|ne|lt) )`,
  ),
);
/** "I am proud to have been awarded the medal" → "I have been awarded the medal". */
const done: Operation = {
  id: 'boast',
  apply({ text }) {
    const match = GLAD_TO_HAVE().exec(text);
    return match === null
      ? undefined
      : { changes: [{ start: 0, end: match[0].length, text: `${match.groups?.['who'] ?? 'We'} have ` }] };
  },
};

const PROUD_OF = lazy(() =>
  latin(
    String.raw`^(?:(?:We|I)(?:[’']m|[’']re| am| are) )?(?:(?:super|so|very|really|incredibly|immensely|extremely|absolutely|all|just|beyond) )*proud of (?<who>(?:our|my|the) [^.,:;!?]{3,60}?),? who (?=(?:has|have|was|were|won|came|took|raised|ran|will) )`,
  ),
);
/** "So proud of our apprentice Lily who has just been named …" → "Our apprentice Lily has just been named …". */
const proudOf: Operation = {
  id: 'boast',
  apply({ text }) {
    const match = PROUD_OF().exec(text);
    return match === null
      ? undefined
      : { changes: [{ start: 0, end: match[0].length, text: `${capital(match.groups?.['who'] ?? '')} ` }] };
  },
};

const HONOR = lazy(() =>
  latin(
    String.raw`^It(?: is|[’']s|[’']ll be| will be)(?: such| truly| really)? an? (?:great |huge |real |absolute |true )?(?:honou?r|privilege|pleasure|joy|delight) to (?:be able to )?(?<verb>\p{L}+) (?=\p{L}|\d|@|“)`,
  ),
);
/** "It is an honor to welcome Sam" → "We are welcoming Sam". */
const honored: Operation = {
  id: 'boast',
  apply({ text }) {
    const match = HONOR().exec(text);
    const verb = (match?.groups?.['verb'] ?? '').toLowerCase();
    const doing = SAYING.test(verb) ? undefined : ingForm.of(verb);
    return match === null || doing === undefined
      ? undefined
      : { changes: [{ start: 0, end: match[0].length, text: `We are ${doing} ` }] };
  },
};

/** Gladness goes, what is done stays. */
export const gladness: readonly Operation[] = [done, proudOf, honored, does, hereIs];
