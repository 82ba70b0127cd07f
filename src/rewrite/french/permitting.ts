// French nouns that hide what a closed road or a team makes possible.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import type { Change, Operation } from '../wording.js';
import { determinerOf, INFINITIVES, NOUN } from './hidden-verbs.js';

const PERMITTING = lazy(() =>
  latin(String.raw`(?<![\p{L}])(?:pour|afin de|en vue de) permettre (?<nouns>(?:la |le |l[’'])(?:${NOUN}) [^.,:;!?]+)`),
);
const PERMITTED = lazy(() =>
  latin(
    String.raw`(?<![\p{L}])(?:la |le |l[’'])(?<noun>${NOUN}) (?<link>de la |du |de l[’']|des |d[’']une |d[’']un |de (?=(?:vos|votre|nos|notre|deux|trois|quatre|\d)(?![\p{L}]))|de |d[’'])(?<object>[\p{L}\d’'-]+)`,
    'gi',
  ),
);
/** What is done so that others can work: of a program, "to permit the import" is not to import. */
const FOR_WORKS =
  /ferm|coup(?:é|ur)|interromp|interdi|dévi|suspend|suspens|indisponible|neutralis|bloqu|mobilis|collect|cagnotte|financ|travaux|chantier|lance(?:nt|ns|) |lançons/i;
/** "Fermé pour permettre la réfection de la chaussée" → "Fermé pour refaire la chaussée". */
const permitting: Operation = {
  id: 'verb',
  apply({ text }) {
    const match = PERMITTING().exec(text);
    const nouns = match?.groups?.['nouns'] ?? '';
    if (match === null || !FOR_WORKS.test(text)) return undefined;
    const from = match.index + match[0].length - nouns.length;
    const found = [...nouns.matchAll(PERMITTED())];
    const [first] = found;
    if (first?.index !== 0) return undefined;
    // What is permitted beside it must be bent as well: "la réfection de la chaussée et le passage des bus".
    const beside = [...nouns.matchAll(/ (?:et|ou|ainsi que) (?:la |le |l[’']|les |aux? |à )/giu)].map(
      ({ 0: and, index }) => index + and.length - (/(?:l[ea]s? |l[’'])$/i.exec(and)?.[0].length ?? 0),
    );
    const known = new Set(found.map(({ index }) => index));
    if (beside.some((at) => !known.has(at))) return undefined;
    const changes: Change[] = [];
    for (const { 0: whole, index, groups = {} } of found) {
      const { noun = '', link = '', object = '' } = groups;
      const verb = INFINITIVES[noun.toLowerCase()];
      const determiner = determinerOf('', link, object);
      if (verb === undefined || determiner === undefined) return undefined;
      if (index > 0 && !beside.includes(index)) return undefined;
      const end = from + index + whole.length - object.length;
      const lead = /^\p{Lu}/u.test(match[0]) ? 'Pour' : 'pour';
      changes.push(
        index === 0
          ? { start: match.index, end, text: `${lead} ${verb} ${determiner}` }
          : { start: from + index, end, text: `${verb} ${determiner}` },
      );
    }
    return { changes };
  },
};

/** What is permitted. */
export const permittings: readonly Operation[] = [permitting];
