// French sentences that lead to the link by what is behind it, of which only that is kept.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { capital, dropOpening, type Operation } from '../wording.js';
import { ON_SITE, SIGNS, THINGS } from './where.js';

const SHOWN_HERE = lazy(() =>
  latin(
    String.raw`(?<=[\p{L}\d»)])(?<!(?:^|[\s’'])(?:est|sont|reste|restent|sera|seront|et|ou|tout|toutes?|tous|désormais|maintenant|enfin|déjà|aussi|également|autres?|choses?)),? à (?:découvrir|lire|retrouver|voir|écouter|consulter|regarder|télécharger)(?: (?:sans modération|absolument|d[’']urgence|vite|dès (?:maintenant|à présent)))?(?: (?!en ligne)${ON_SITE})+${SIGNS}`,
  ),
);
const SEEN_HERE = lazy(() =>
  latin(
    String.raw`(?<=[\s’'](?:disponibles?|à retrouver|à revoir|à voir|visibles?|accessibles?) en (?:replay|vidéo|ligne|podcast)) (?!en ligne)${ON_SITE}${SIGNS}`,
  ),
);
/** "La captation est disponible en replay ici 👉" → "La captation est disponible en replay :". */
const seenHere: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const match = leadsToLink ? SEEN_HERE().exec(text) : null;
    return match === null ? undefined : { changes: [{ start: match.index, end: text.length, text: '\u00a0:' }] };
  },
};

/** Least letters in front of a pointer that goes. */
const LEAST_SHOWN = 16;
/** "La médiathèque prête des ukulélés, à découvrir ici :" → "La médiathèque prête des ukulélés :". */
const shownHere: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const match = leadsToLink ? SHOWN_HERE().exec(text) : null;
    return match === null || match.index < LEAST_SHOWN
      ? undefined
      : { changes: [{ start: match.index, end: text.length, text: '\u00a0:' }] };
  },
};

const ALL_ABOUT = lazy(() =>
  latin(
    String.raw`^(?:Vous (?:trouverez|retrouverez)|Retrouvez|Découvrez|Consultez)(?: dès maintenant)?(?: ${ON_SITE})? (?:l[’']ensemble des |toutes les |les )${THINGS}(?: (?:utiles|pratiques|complètes))? (?:(?:relatives|liées) (?<to>à la |à l[’']|au |aux )|(?:sur|concernant) (?<on>la |le |l[’']|les ))(?<what>[^.,:;!?]{4,60}), qui (?!se |s[’']|ne |l[’'])(?=\p{L}+(?:ra|ront|t|e|ent) )`,
  ),
);
const OF_ALL: Readonly<Record<string, string>> = { 'à la ': 'La ', 'au ': 'Le ', 'aux ': 'Les ' };
/** "Vous trouverez ici les informations sur la collecte, qui débutera le 5 avril" → "La collecte débutera le 5 avril". */
const allAbout: Operation = {
  id: 'empty-pointer',
  apply({ text }) {
    const match = ALL_ABOUT().exec(text);
    const { to = '', on = '', what = '' } = match?.groups ?? {};
    if (match === null) return undefined;
    const article = on === '' ? (OF_ALL[to.toLowerCase()] ?? 'L’') : capital(on);
    return { changes: [{ start: 0, end: match[0].length, text: `${article}${what} ` }] };
  },
};

const LINK_TO = lazy(() =>
  latin(String.raw`^(?:Le )?lien vers (?=(?:l[ea]s? |l[’']|notre |nos |mon )[^.,:;!?]{4,40} ?:$)`),
);
/** "Lien vers l’étude :" → "L’étude :". */
const linkTo: Operation = {
  id: 'empty-pointer',
  apply(sentence) {
    const match = sentence.leadsToLink ? LINK_TO().exec(sentence.text) : null;
    return match === null ? undefined : { changes: [dropOpening(sentence, match[0].length)] };
  },
};

/** What only leads to the link. */
export const ledTo: readonly Operation[] = [seenHere, shownHere, allAbout, linkTo];
