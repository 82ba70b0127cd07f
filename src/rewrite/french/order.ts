import { lazy } from '#base/lazy.js';
// The order of French sentences: what is found before who found it, the news before its frame.
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { capital, type Operation } from '../wording.js';

/** Longest main clause that may be read before its frame, in words. */
const LONGEST_CLAUSE = 22;
const wordsIn = (text: string): number => text.split(/\s+/).length;
/** A first letter in lower case; names, figures and acronyms do not stand behind "selon" or "que" in these patterns. */
const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const STUDY =
  /^(?<who>(?:Une|Notre|La|Cette) (?:nouvelle |récente |dernière )?(?:étude|enquête|analyse|thèse)(?: (?:publiée|réalisée|menée|conduite|commandée)(?: (?:pendant|durant|sur|en|depuis) [^.,:;!?]{2,30}?)?)?(?: d(?:e |u |[’'])[^.,:;!?]{2,70}?| par [^.,:;!?]{2,130}?)?|Un (?:nouveau |récent )?(?:rapport|sondage|baromètre)(?: (?:publié|réalisé|mené))?(?: d(?:e |u |[’'])[^.,:;!?]{2,70}?| par [^.,:;!?]{2,90}?)?) (?:montre|révèle|indique|démontre|établit|conclut) (?:que |qu(?=[’']))(?<found>[^.:;!?]+)\.?$/iu;
/** Letters of a source that keeps the finding waiting. */
const LONG_SOURCE = 70;
/** "Une étude de X montre que Y" → "Y, selon une étude de X". */
const attribution: Operation = {
  id: 'attribution',
  apply({ text }) {
    const match = STUDY.exec(text);
    const { who = '', found = '' } = match?.groups ?? {};
    const said = found.replace(/^[’']/, '');
    if (match === null) return undefined;
    // A finding without a figure comes first where its source is long.
    if (who.length < LONG_SOURCE && !/\d|moitié|tiers|quart|sur (?:deux|trois|quatre|cinq|six|dix)/.test(said))
      return undefined;
    if (
      /^(?:ils?|elles?|ce|cela)\s|d[’']entre (?:eux|elles)|\b(?:ceux|celles)-ci\b/i.test(said) ||
      wordsIn(said) > LONGEST_CLAUSE + 10
    )
      return undefined;
    const from = text.length - found.length - (text.endsWith('.') ? 1 : 0) + (found.length - said.length);
    const end = from + said.length;
    return {
      changes: [
        { start: 0, end: from + 1, text: said.charAt(0).toUpperCase() },
        { start: end, end, text: `, selon ${small(who)}` },
      ],
    };
  },
};

const PUBLISHED = lazy(() =>
  latin(
    String.raw`^(?<who>(?:La |Le |L[’']|Les )[^.,:;!?]{3,50}?) (?:a|ont|vient de|viennent de) (?:publié|publier) (?<doc>un (?:rapport|sondage|baromètre|avis)|une (?:étude|enquête|analyse|note)) (?:dans (?:lequel|laquelle) (?:il est (?:indiqué|écrit|précisé|expliqué|rappelé)|on (?:lit|apprend|peut lire))|qui (?:indique|montre|révèle|établit|conclut)|indiquant|montrant|révélant) (?:que |qu(?=[’']))(?<found>[^.:;!?]+)\.?$`,
  ),
);
const OF: readonly (readonly [RegExp, string])[] = [
  [/^le /i, 'du '],
  [/^les /i, 'des '],
  [/^la /i, 'de la '],
  [/^l[’']/i, 'de l’'],
];
/** "La région a publié un rapport qui indique que 3 communes …" → "3 communes …, selon un rapport de la région". */
const published: Operation = {
  id: 'attribution',
  apply({ text }) {
    const { who = '', doc = '', found = '' } = PUBLISHED().exec(text)?.groups ?? {};
    const said = found.replace(/^[’']/, '');
    const of = OF.find(([article]) => article.test(who));
    if (of === undefined || !/\d|moitié|tiers|quart/.test(said) || wordsIn(said) > LONGEST_CLAUSE + 10)
      return undefined;
    if (/^(?:ils?|elles?|ce|cela)\s|d[’']entre (?:eux|elles)/i.test(said)) return undefined;
    const end = text.length - (text.endsWith('.') ? 1 : 0);
    const start = end - said.length;
    return {
      changes: [
        { start: 0, end: start + 1, text: said.charAt(0).toUpperCase() },
        { start: end, end, text: `, selon ${doc} ${who.replace(of[0], of[1])}` },
      ],
    };
  },
};

const CONTEXT =
  /^(?<frame>(?:[ÀA] l[’']occasion (?:de |d[’']|du |des )|Dans le cadre (?:de |d[’']|du |des ))[^.,:;!?«»()]{3,70}), (?<main>[^.:;!?«»()]{20,180}?)(?<sign>[.!]?)$/u;
const EVENT = /^(?:Dans le cadre|[ÀA] l[’']occasion) (?<of>de la |du |de l[’']|des |de |d[’'])(?<what>.+)$/iu;
const OCCASION = lazy(
  () =>
    /^(?:(?:deuxième|troisième|prochaine?|\d+(?:e|ᵉ|ème)) )?(?:semaine|journée|journées|mois|fête|fêtes|festival|quinzaine|nuit|année|anniversaire|saison|salon|forum|printemps|carnaval|centenaire|rentrée|marché|foire|biennale|concours|ses \d+ ans|\d+ ans|noël|pâques|halloween)(?![\p{L}])/iu,
);
const ARTICLE: Readonly<Record<string, string>> = { 'de la ': 'la ', 'du ': 'le ', 'des ': 'les ', 'de ': '' };

/** "À l’occasion de la fête" as "pour la fête"; undefined for what is no event, of which "pour" would say another thing. */
function eventFrame(frame: string): string | undefined {
  const { of = '', what = '' } = EVENT.exec(frame)?.groups ?? {};
  if (!OCCASION().test(what)) return /^[ÀA] l/i.test(frame) ? frame : undefined;
  const plain = of.toLowerCase();
  return `Pour ${ARTICLE[plain] ?? (plain.startsWith('de l') ? of.slice(-2) : '')}${what}`;
}

/** "Dans le cadre de la Semaine bleue, …" → "Pour la Semaine bleue, …", where the frame cannot go to the end. */
const shortFrame: Operation = {
  id: 'frame-last',
  apply({ text }) {
    const frame = /^(?:[ÀA] l[’']occasion|Dans le cadre) [^.,:;!?«»()]{3,70}(?=, )/iu.exec(text)?.[0];
    const put = frame === undefined ? undefined : eventFrame(frame);
    if (frame === undefined || put === undefined || put === frame) return undefined;
    return { changes: [{ start: 0, end: frame.length, text: put }] };
  },
};

/** "À l’occasion de la fête du livre, la médiathèque prête 12 liseuses" → the frame at the end. */
const context: Operation = {
  id: 'frame-last',
  apply({ text }) {
    const { frame: written = '', main = '' } = CONTEXT.exec(text)?.groups ?? {};
    // A second purpose would be taken for the frame's.
    if (/\b(?:pour|afin)\b/i.test(main)) return undefined;
    const frame = eventFrame(written);
    if (frame === undefined) return undefined;
    if (main === '' || wordsIn(main) > LONGEST_CLAUSE || main.includes(',')) return undefined;
    if (/\b(?:son|sa|ses|leurs?|ce|cette|ces)\b/i.test(frame) || /^(?:ils?|elles?)\s/i.test(main)) return undefined;
    const from = written.length + 2;
    const end = from + main.length;
    return {
      changes: [
        { start: 0, end: from + 1, text: capital(main.charAt(0)) },
        // Behind a relative it would be taken for a part of it.
        { start: end, end, text: `${/ (?:dont|qui|que|où) /.test(main) ? ',' : ''} ${small(frame)}` },
      ],
    };
  },
};

/** Operations on the order of French sentences. */
export const order: readonly Operation[] = [
  attribution,
  published,
  context,
  shortFrame,
  // "… le réalisateur à l’occasion de la projection de son film" → "… pour la projection de son film".
  phrase(
    'plain-words',
    String.raw`(?<=\p{L}{2}) à l[’']occasion (?<of>de la |du |de l[’']|des )(?=(?:projection|sortie|lancement|inauguration|ouverture|parution|fête|fêtes|journées?|semaine|nuit|festival|salon|foire|carnaval|marché|concours|anniversaire|centenaire|rentrée|assemblée)(?![\p{L}]))`,
    ({ of = '' }) => ` pour ${ARTICLE[of.toLowerCase()] ?? of.slice(3)}`,
    { unless: () => /(?<![\p{L}])pour(?![\p{L}])/iu },
  ),
];
