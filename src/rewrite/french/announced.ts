// French headlines that name an act by its noun: the thing that opens or comes out does so by a verb.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { capital, type Operation } from '../wording.js';

/** What a reader may hand in or book. */
const OFFERED = String.raw`(?<what>inscriptions|préinscriptions|candidatures|réservations|préventes|ventes|précommandes)`;
/** From what day on. */
const FROM = String.raw`(?:à compter du|à partir du|dès le|le|ce|demain|aujourd[’']hui)`;
const OF_WHAT = String.raw`(?: (?:pour|au|aux|à la|à l[’']) ?(?!tous|toutes)[^.,:;!?]{3,90}?)?`;

const OPENED = lazy(() =>
  latin(
    String.raw`^(?<opening>(?:Ouverture|Lancement) des )${OFFERED}(?<for>${OF_WHAT})(?<from> ${FROM}) (?<day>[^.,:;!?]{3,40}?)(?=[.!]?$)`,
  ),
);
/** "Ouverture des inscriptions au marathon à compter du 4 mai." → "Les inscriptions au marathon ouvrent le 4 mai." */
const opened: Operation = {
  id: 'announcement',
  apply({ text }) {
    const match = OPENED().exec(text);
    const { opening = '', from = '', day = '' } = match?.groups ?? {};
    // "le site", "jusqu’au": no day.
    if (match === null || !/^(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|jour|matin|soir|\d))/i.test(day))
      return undefined;
    const when = /^ (?:à|dès)/i.test(from) ? ' le' : from.toLowerCase();
    const at = match[0].length - day.length - 1;
    return {
      changes: [
        { start: 0, end: opening.length, text: 'Les ' },
        { start: at - from.length, end: at, text: ` ouvrent${when}` },
      ],
    };
  },
};

interface Act {
  readonly one: string;
  readonly many: string;
}
/** Acts whose thing does them. */
const ACTS: Readonly<Record<string, Act>> = {
  parution: { one: 'paraît', many: 'paraissent' },
  sortie: { one: 'sort', many: 'sortent' },
};
const NOW = String.raw`(?:ce jour|ce matin|ce soir|aujourd[’']hui|demain|cette semaine|ce mois-ci|ce (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: \d{1,2}(?: \p{L}+)?)?|le (?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?\d{1,2} \p{L}+)`;
const COMES_OUT = lazy(() =>
  latin(
    String.raw`^(?<act>${Object.keys(ACTS).join('|')}) (?<when>${NOW}) (?<of>du |de la |des )(?<noun>[^.,:;!?«»]{3,70}?)(?: intitulée?s?)?(?<title> «[^»]{2,60}»)?(?:,? (?:et )?(?<who>qui) (?<rest>(?!l[’']on)[^?!]{10,160}))?(?<sign>[.!]?)$`,
  ),
);
/** "Parution ce jour du roman de X intitulé « T » et qui raconte …" → "Le roman de X, « T », paraît ce jour. Il raconte …". */
const comesOut: Operation = {
  id: 'announcement',
  apply({ text }) {
    const match = COMES_OUT().exec(text);
    const { act = '', when = '', of = '', noun = '', title, who, rest = '', sign = '' } = match?.groups ?? {};
    const verbs = ACTS[act.toLowerCase()];
    if (match === null || verbs === undefined || / (?:qui|que|dont|et) /.test(noun)) return undefined;
    const isMany = of === 'des ';
    const article = isMany ? 'Les' : of === 'du ' ? 'Le' : 'La';
    const day = when.toLowerCase() === 'ce jour' ? 'aujourd’hui' : when.toLowerCase();
    const verb = isMany ? verbs.many : verbs.one;
    const opening = `${article} ${noun}`;
    const nounEnd = match[0].indexOf(noun, act.length + when.length + of.length) + noun.length;
    const titleAt = title === undefined ? nounEnd : text.indexOf(title, nounEnd);
    const titleEnd = titleAt + (title ?? '').length;
    // Of several things it is not known whether they are of men or women.
    if (who !== undefined && isMany) return undefined;
    const pronoun = of === 'du ' ? 'Il' : 'Elle';
    const out =
      who === undefined
        ? `${title === undefined ? '' : ','} ${verb} ${day}${sign}`
        : `${title === undefined ? '' : ','} ${verb} ${day}. ${pronoun} `;
    const end = who === undefined ? text.length : text.length - sign.length - rest.length;
    const changes =
      title === undefined
        ? [
            { start: 0, end: nounEnd, text: opening },
            { start: nounEnd, end, text: out },
          ]
        : [
            { start: 0, end: titleAt, text: `${opening},` },
            { start: titleEnd, end, text: out },
          ];
    return { changes };
  },
};

/** French acts in front of their thing. */
export const announced: readonly Operation[] = [
  opened,
  comesOut,
  // Without a day they are open: "Ouverture des inscriptions pour le tournoi" → "Inscriptions ouvertes pour le tournoi".
  phrase(
    'announcement',
    String.raw`^Ouverture des ${OFFERED}(?= (?:pour|au|aux|à la|à l[’'])| ?[!.:]|$)`,
    ({ what = '' }, { text }) =>
      OPENED().test(text) || /\d/.test(/ (?:du|le|dès|à partir|à compter) [^.]*$/i.exec(text)?.[0] ?? '')
        ? undefined
        : `${capital(what)} ouvertes`,
  ),
];
