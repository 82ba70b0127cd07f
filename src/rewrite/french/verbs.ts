// French verbs: what may be done, who does it, relatives that can be a participle, and what there is.
import { lazy } from '#base/lazy.js';
import { capital, type Operation } from '../wording.js';
import { latin } from '../latin.js';

const ABLE: Readonly<Record<string, string>> = {
  est: 'peut',
  sont: 'peuvent',
  sera: 'pourra',
  seront: 'pourront',
  'nous sommes': 'nous pouvons',
  'vous êtes': 'vous pouvez',
};
const ABLE_TO = lazy(() => /(?<![\p{L}’'])(nous sommes|vous êtes|est|sont|sera|seront) en mesure d(?:e |[’'])/giu);
/** "nous sommes en mesure de" → "nous pouvons". */
const able: Operation = {
  id: 'verb',
  apply({ text }) {
    const changes = [...text.matchAll(ABLE_TO())].flatMap((match) => {
      const put = ABLE[(match[1] ?? '').toLowerCase()];
      if (put === undefined) return [];
      const isCapital = /^\p{Lu}/u.test(match[0]);
      return [{ start: match.index, end: match.index + match[0].length, text: `${isCapital ? capital(put) : put} ` }];
    });
    return changes.length === 0 ? undefined : { changes };
  },
};

const DECIDED = lazy(
  () =>
    /(?<=^|, )il a été (?<verb>décidé|voté|convenu|proposé|jugé|confirmé|rappelé|estimé|constaté) par (?<who>(?<one>le |la |l[’']|notre |votre |mon |ma )?(?<many>les |nos |vos )?[^.,:;!?]{3,40}?) (?=que |qu[’']|(?:de |d[’'])(?:ne (?:pas|plus) |se |s[’']|l[ea]s? |l[’']|y |en )?\p{L}+(?:er|ir|re|oir)(?![\p{L}]))/iu,
);
/** "il a été décidé par les adhérents de" → "les adhérents ont décidé de". */
const doer: Operation = {
  id: 'active',
  apply({ text }) {
    const match = DECIDED().exec(text);
    const { verb = '', who = '', one, many } = match?.groups ?? {};
    if (match === null || (one === undefined && many === undefined)) return undefined;
    const put = `${who} ${many === undefined ? 'a' : 'ont'} ${verb} `;
    return {
      changes: [
        { start: match.index, end: match.index + match[0].length, text: match.index === 0 ? capital(put) : put },
      ],
    };
  },
};

const PARTICIPLE = String.raw`(?:\p{L}{2,}ée?s?|faite?s?|(?:re)?construite?s?|(?:dé)?couverte?s?|ouverte?s?|offerte?s?|écrite?s?|produite?s?|réunie?s?|fournie?s?|garantie?s?|conçue?s?|reçue?s?|vendue?s?|rendue?s?|tenue?s?|mise?s?|prise?s?|traduite?s?|peinte?s?|choisie?s?)`;
const RELATIVE = lazy(() =>
  latin(
    String.raw`(?<before>\p{L}[\p{L}’'-]{3,}|\d+),?\u0020(?<gone>(?:qui|laquelle|lequel|lesquels|lesquelles) (?:est|sont|a été|ont été|était|étaient|fut|furent|sera|seront) )(?:\p{L}+ment )?(?<participle>${PARTICIPLE})(?=[\s,.])`,
    'gi',
  ),
);
const NO_NOUN =
  /^(?:celle|celles|celui|ceux|tout|tous|toutes|rien|quelqu’un|quelque|chose|elle|elles|nous|vous|chacun|chacune|personne|même|seule?|seuls|(?:sa)?voir|connaître|vérifier|demander|déterminer|décider|choisir|dire)$/i;
/** With "être" these are no passives: "qui est passé". */
const ACTIVE =
  /^(?:allée?s?|née?s?|venue?s?|restée?s?|arrivée?s?|passée?s?|devenue?s?|partie?s?|montée?s?|entrée?s?|rentrée?s?|tombée?s?|retournée?s?|décédée?s?|demeurée?s?|été|désolée?s?)$/i;

/** "le retable qui a été effectué par" → "le retable effectué par". */
const participle: Operation = {
  id: 'participle',
  apply({ text }) {
    // To make the expression takes 350 ms: its letters in any case.
    if (!/ (?:qui|l[ae]quelle?s?|lesquel(?:le)?s) (?:est|sont|a|ont|étai|fu|ser)/i.test(text)) return undefined;
    if (/\b(?:c[’']est|ce sont|c[’']était|y a)\b/i.test(text)) return undefined;
    const changes = [...text.matchAll(RELATIVE())].flatMap((match) => {
      const { before = '', gone = '', participle: form = '' } = match.groups ?? {};
      if (NO_NOUN.test(before.replace(/^.*[’']/, '')) || ACTIVE.test(form)) return [];
      const clause = /^[^.,:;!?]*/.exec(text.slice(match.index + match[0].length))?.[0] ?? '';
      // A verb that goes on with the relative needs its "qui".
      if (
        / (?:et|ou|mais) (?:\p{L}+ )?(?:a|ont|est|sont|sera|seront|peut|peuvent|ne|se|s[’']|qui|\p{L}+(?:ent|era|eront))\b/u.test(
          clause,
        )
      )
        return [];
      const start = text.indexOf(gone, match.index + before.length);
      // Without a comma, what will be tells which one, and "dans lequel" is no subject.
      if (/^l|^qui ser/i.test(gone) && text.charAt(start - 2) !== ',') return [];
      return [{ start, end: start + gone.length, text: '' }];
    });
    return changes.length === 0 ? undefined : { changes };
  },
};

const THERE_ARE = lazy(
  () =>
    /^Il (?:existe|y a) (?:encore |aujourd[’']hui |actuellement )?(?<what>(?:plusieurs|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+|de (?:très )?(?:nombreux|nombreuses)|beaucoup (?:de|d[’'])|(?:encore )?trop (?:de|d[’'])|bien des|des \p{L}{5,}s) ?[^.,:;!?]{3,50}?) qui (?=\p{L})/iu,
);
/** "Il existe plusieurs aides qui permettent de" → "Plusieurs aides permettent de". */
const existential: Operation = {
  id: 'existential',
  apply({ text }) {
    const match = THERE_ARE().exec(text);
    const what = match?.groups?.['what'];
    if (match === null || what === undefined || / ans$| jours$| mois$/.test(what)) return undefined;
    return { changes: [{ start: 0, end: match[0].length, text: `${capital(what)} ` }] };
  },
};

/** Operations on French verbs. */
export const verbs: readonly Operation[] = [able, doer, participle, existential];
