// French words at the end of a sentence, in front of the link, that only say that there is one.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { LAST_SIGNS } from '../phrase.js';
import { endings } from './endings.js';
import { capital, type Operation } from '../wording.js';
import { ON_SITE, SIGNS } from './where.js';

/** Least letters in front of words that go. */
const LEAST_KEPT = 12;
const PUT = '\u00a0:';
/** An operation that puts a colon in place of words that lead to the link. */
const toColon = (pattern: () => RegExp, unless: RegExp): Operation => ({
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const match = leadsToLink ? pattern().exec(text) : null;
    if (match === null || match.index < LEAST_KEPT || unless.test(text.slice(0, match.index))) return undefined;
    return { changes: [{ start: match.index, end: text.length, text: PUT }] };
  },
});

const ON_OUR_SITE = lazy(() =>
  latin(
    String.raw`(?<=[\p{L}\d)»%€]),? (?:(?:directement|dès maintenant|en ligne) )?sur (?:notre|mon|le|leur) (?:site(?: (?:internet|web|officiel))?|blog)${SIGNS}`,
  ),
);
/** Behind these the place is what is said. */
const NEEDS_PLACE =
  /(?:^|[\s’'-])(?:rendez-vous|rdv|(?:retrouv|trouv|rend|connect|all|ven|pass|fil|fonc|cour|inscriv|consult|cliqu)\S*|est|sont|était|sera|seront|reste|restent|être|et|ou|que|uniquement|seulement|exclusivement|là|nous|vous|aussi|également|\S+(?:er|ez|ire|ir|dre|vre|ttre))$/i;
/** "Le résumé du match sur notre site internet" → "Le résumé du match :". */
const onOurSite = toColon(ON_OUR_SITE, NEEDS_PLACE);

const OUT_HERE = lazy(() =>
  latin(
    String.raw`(?<=(?:est|sont) (?:(?:désormais|maintenant|enfin|déjà) )?(?:en ligne|disponibles?|dispo|publiée?s?|consultables?|téléchargeables?|accessibles?|expliquée?s?|racontée?s?|détaillée?s?|listée?s?|résumée?s?)) (?!en ligne|là-)${ON_SITE}(?: ${ON_SITE})?${SIGNS}`,
  ),
);
/** "Si vous l’avez ratée, elle est en ligne ici :" → "…, elle est en ligne :". */
const outHere = toColon(OUT_HERE, /(?!)/);

const HERE = lazy(() => latin(String.raw`,? (?:juste |par )?(?:ici|là)${SIGNS}`));
const TELLS = lazy(() =>
  latin(
    String.raw`(?:^|[\s’'])(?:transcri[st]|raconte|racontons|explique|expliquons|détaille|détaillons|montre|montrons|liste|listons|publie|publions|recense|recensons|résume|résumons|partage|partageons|décri[st]|présente|présentons|compile|rassemble|rassemblons|poste|dévoile|dévoilons|réponds|répond)(?: [^.:;!?]{2,90})?(?<!(?:^|[\s’'])(?:d|jusqu|est|sont|et|ou|voici|par))$`,
  ),
);
/** "Je les transcris une par une ici" → "Je les transcris une par une :". */
const toldHere: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const match = leadsToLink ? HERE().exec(text) : null;
    if (match === null || match.index < LEAST_KEPT || !TELLS().test(text.slice(0, match.index))) return undefined;
    return { changes: [{ start: match.index, end: text.length, text: PUT }] };
  },
};

const IN_PICTURES = lazy(() =>
  latin(
    String.raw`^(?:On|Nous|Je) vous (?:raconte|racontons|montre|montrons|fais vivre|fait vivre) (?:tout(?: ça| cela)?|ça|cela) en (?<kind>images|photos|vidéo)(?: ${ON_SITE})*${LAST_SIGNS}`,
  ),
);
/** "On vous raconte tout ça en images sur le blog" → "En images :". */
const inPictures: Operation = {
  id: 'empty-pointer',
  apply({ text, isFirst, leadsToLink }) {
    const kind = isFirst || !leadsToLink ? undefined : IN_PICTURES().exec(text)?.groups?.['kind'];
    return kind === undefined ? undefined : { changes: [{ start: 0, end: text.length, text: `En ${kind}${PUT}` }] };
  },
};

const SHOWN = lazy(() =>
  latin(
    String.raw`^(?:Découvrez|Retrouvez|Consultez|Lisez|Regardez|Voici|(?:Venez )?découvrir)(?: (?:vite|dès maintenant|sans attendre|également|aussi))* (?:l[’']intégralité (?<of>de |d[eu]s? )|(?:toute? |tous |toutes )?(?<own>nos |notre |mes |mon |ma |les |le |la |l[’']|son |sa |ses ))(?<what>[^.,:;!?]{6,90}?)(?: (?:en (?:vous rendant|cliquant|suivant)[^.:;!?]{0,30}|${ON_SITE}))*[ \u00a0\u202f]*(?<sign>(?:[:👉⬇👇➡⤵]|\ufe0f)+)$`,
  ),
);
/** A clause, or a place: "Retrouvez les exposants sous la halle". */
const NO_THING =
  /(?:^|[\s’'])(?:qui|que|dont|où|est|sont|a|ont|samedi|dimanche|vendredi|demain|ce soir|stand)(?=[\s’']|$)|\d ?h(?:\d|\s|$)/i;
const OF: Readonly<Record<string, string>> = { 'de ': '', 'du ': 'le ', 'des ': 'les ' };
/** "Découvrez nos 5 réflexes à adopter 👉" → "Nos 5 réflexes à adopter :". */
const shown: Operation = {
  id: 'empty-pointer',
  apply({ text, isFirst, leadsToLink }) {
    const match = isFirst || !leadsToLink ? null : SHOWN().exec(text);
    const { of, own = '', what = '' } = match?.groups ?? {};
    if (match === null || NO_THING.test(what)) return undefined;
    const front = of === undefined ? own : (OF[of.toLowerCase()] ?? '');
    return { changes: [{ start: 0, end: text.length, text: `${capital(`${front}${what}`)}${PUT}` }] };
  },
};

/** Pointers that go. */
export const pointers: readonly Operation[] = [inPictures, shown, outHere, toldHere, onOurSite].map(
  ({ id, apply }) => ({
    id,
    // Endings that are cut otherwise are cut once.
    apply: (sentence, forms) => {
      const rewording = apply(sentence, forms);
      return rewording !== undefined && endings.some((known) => known.apply(sentence, forms) !== undefined)
        ? undefined
        : rewording;
    },
  }),
);
