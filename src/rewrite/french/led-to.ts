// French sentences that lead to the link by what is behind it, of which only that is kept.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { capital, dropOpening, dropSentence, type Operation } from '../wording.js';
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

const TO_SEE = lazy(() =>
  latin(
    String.raw`,? que vous (?:pouvez|pourrez) (?:consulter|retrouver|lire|voir|télécharger|découvrir|écouter|parcourir|visionner|regarder)(?: (?:gratuitement|librement))?(?: ${ON_SITE})+${SIGNS}`,
  ),
);
/** "… et une carte que vous pouvez consulter en ligne ici" → "… et une carte :". */
const toSee: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const match = leadsToLink ? TO_SEE().exec(text) : null;
    return match === null || match.index < LEAST_SHOWN
      ? undefined
      : { changes: [{ start: match.index, end: text.length, text: '\u00a0:' }] };
  },
};
const LAST_HERE = lazy(() =>
  latin(
    String.raw`(?<=[\p{L}\d»)%€])(?<!(?:^|[\s’'])(?:ou|et|est|sont|soit|par|jusqu|d|voici|venez|passe|passez))(?:,? (?:et )?(?:disponibles?|dispo|consultables?|téléchargeables?|accessibles?|visibles?|en vente|en ligne)(?: (?:gratuitement|librement|dès maintenant))?(?: (?:juste |directement )?(?:ici(?: même)?|par ici|là|ci-dessous|en cliquant ici))|(?<!rendez-vous|Rendez-vous),? (?:juste|par) ici|(?<!rendez-vous|Rendez-vous),? ici même|,? et c[’']est (?:juste |par )?(?:ici|là))${SIGNS}`,
  ),
);
/** A thing or a person is said to be there, so that its sentence would lose its end. */
const OF_VERB = lazy(() =>
  latin(
    String.raw`(?:^|[\s’'])(?:reste|restent|sera|seront|était|étaient|désormais|maintenant|bientôt|aussi|également|enfin|toujours|déjà|que vous (?:pouvez|pourrez) \p{L}+)$`,
  ),
);
/** What is done has its way: "La démarche se fait en ligne ici" → "… se fait en ligne :". */
const DONE_ONLINE = lazy(() =>
  latin(
    String.raw`(?:^|[\s’'])(?:(?:se )?(?:fait|font|feront|fera|passe|passent|déroule|déroulent)|effectuent?|faire)$`,
  ),
);
const ONLINE = ' en ligne';
/** "… à revoir en vidéo juste ici" → "… à revoir en vidéo :". */
const lastHere: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const match = leadsToLink ? LAST_HERE().exec(text) : null;
    if (match === null || match.index < LEAST_SHOWN || OF_VERB().test(text.slice(0, match.index))) return undefined;
    const isWay = match[0].startsWith(ONLINE) && DONE_ONLINE().test(text.slice(0, match.index));
    const start = match.index + (isWay ? ONLINE.length : 0);
    return { changes: [{ start, end: text.length, text: '\u00a0:' }] };
  },
};

const SHOWN_BELOW = lazy(() =>
  latin(
    String.raw`^(?:Retrouvez|Découvrez|Voici|Vous trouverez|Trouvez) (?:juste )?(?:ci[- ]dessous|ci[- ]après|en dessous|plus bas) (?=(?:l[ea]s? |l[’']|nos |notre |mes |mon |\d)[^.!?]{8,90} ?:$)`,
  ),
);
/** "Retrouvez ci-dessous les signes qui doivent alerter :" → "Les signes qui doivent alerter :". */
const shownBelow: Operation = {
  id: 'empty-pointer',
  apply(sentence) {
    const match = sentence.leadsToLink ? SHOWN_BELOW().exec(sentence.text) : null;
    return match === null ? undefined : { changes: [dropOpening(sentence, match[0].length)] };
  },
};

const BIO_OR_HERE = lazy(() =>
  latin(
    String.raw`^(?:Le )?lien (?:en|dans la|dans ma|dans notre) bio(?: (?:ou|et) (?:juste )?(?:ici|là|ci-dessous|en commentaires?))+${SIGNS}`,
  ),
);
/** "Lien en bio ou ici" before the link goes. */
const bioOrHere: Operation = {
  id: 'empty-pointer',
  apply(sentence) {
    return sentence.isFirst || !sentence.leadsToLink || !BIO_OR_HERE().test(sentence.text)
      ? undefined
      : { changes: [dropSentence(sentence, 1)] };
  },
};

/** What only leads to the link. */
export const ledTo: readonly Operation[] = [
  seenHere,
  shownHere,
  allAbout,
  linkTo,
  shownBelow,
  bioOrHere,
  toSee,
  lastHere,
];
