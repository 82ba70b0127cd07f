// French openings that name the kind of content or call on everybody: what the content says comes first instead.
import { lazy } from '#base/lazy.js';
import { addRemark, capital, dropOpening, type Change, type Operation, type Sentence } from '../wording.js';
import { LEAST_REST, STANDS_ALONE } from './standing.js';

const MEDIA: readonly (readonly [RegExp, string])[] = [
  [/vidéo|à voir/i, 'vidéo'],
  [/épisode|podcast|à écouter/i, 'podcast'],
  [/tuto/i, 'tutoriel'],
  [/webinaire/i, 'webinaire'],
  [/reportage/i, 'reportage'],
];
const mediumOf = (label: string): string | undefined => MEDIA.find(([words]) => words.test(label))?.[1];
const TOLD_IN = String.raw`^Dans (?:ce|cet|cette|notre|mon|ma|un|une)(?: tout)?(?: nouvel| nouveau| nouvelle| dernier| dernière)?\s(?<medium>article|billet|épisode|vidéo|podcast|tutoriel|tuto|webinaire|reportage|numéro)(?: de (?:blog|podcast)| du podcast)?,? `;
const TELLS = String.raw`(?:je|nous|on|j[’'])\s?(?:vous )?(?:explique|expliquons|montre|montrons|raconte|racontons|parle|parlons|aborde|abordons|détaille|détaillons|décris|décrivons|reviens sur|revenons sur) (?:de )?`;
const HOW = String.raw`(?<how>la (?:façon|manière) dont |la (?:façon|manière) d(?:e |[’'])|comment |pourquoi |ce qu(?:e |i |[’']))`;
const HOW_TOLD = lazy(() => new RegExp(String.raw`${TOLD_IN}${TELLS}${HOW}`, 'i'));
const HOW_SAID = lazy(
  () =>
    new RegExp(
      String.raw`^(?:Nous|On|J[’'])\s?y (?:parlons|parle|expliquons|explique|racontons|raconte) (?:de )?${HOW}`,
      'i',
    ),
);
const SOMEONE_TELLS = lazy(
  () =>
    new RegExp(
      String.raw`${TOLD_IN}(?!(?:je|nous|on|j[’']|vous|il|elle|ils|elles|découvrez|retrouvez)[\s’'])(?=\p{L})`,
      'iu',
    ),
);
const LABEL_AND_COLON =
  /^(?:(?:Nouveau|Nouvel article|Nouveau billet|Nouvelle vidéo|Nouvel épisode|Dernier article|Dernière vidéo|Article)(?: (?:sur|du|de|dans) (?:le |notre |mon )?(?:blog|podcast|chaîne)| en ligne)?|[ÀA] (?:lire|voir|écouter|découvrir)(?: sur (?:le|notre) blog)?|Sur le blog|Article à lire|Actu(?:alité)?s?) ?: /i;

const openingOfHow = (how: string): string => {
  const plain = how.toLowerCase();
  return /^la (?:façon|manière)/.test(plain) ? 'Comment ' : capital(plain.replace("'", '’'));
};

function withRemark(sentence: Sentence, change: Change, label: string): Change[] {
  const medium = mediumOf(label);
  const isSaid = medium !== undefined && sentence.text.slice(change.end).toLowerCase().includes(medium);
  return medium === undefined || isSaid ? [change] : [change, addRemark(sentence, medium)];
}

/** "Dans cette vidéo, je vous explique comment …" → "Comment … (vidéo)"; "Nouveau sur le blog : X" → "X". */
const contentLabel: Operation = {
  id: 'content-label',
  apply(sentence) {
    const { text } = sentence;
    const how = HOW_TOLD().exec(text) ?? HOW_SAID().exec(text);
    if (how !== null && text.length - how[0].length >= LEAST_REST) {
      const change = { start: 0, end: how[0].length, text: openingOfHow(how.groups?.['how'] ?? '') };
      return { changes: withRemark(sentence, change, how.groups?.['medium'] ?? '') };
    }
    const label = LABEL_AND_COLON.exec(text) ?? (how === null ? SOMEONE_TELLS().exec(text) : null);
    if (label === null || text.length - label[0].length < LEAST_REST) return undefined;
    return { changes: withRemark(sentence, dropOpening(sentence, label[0].length), label[0]) };
  },
};

const GUEST = lazy(
  () =>
    /^Dans (?:ce|cet|cette|notre|mon)(?: nouvel| nouveau| nouvelle| dernier| dernière)? (?:épisode|podcast|émission|vidéo),? (?:nous|je|on) (?:(?:avons|ai) le plaisir de recevoir|recevons|reçois|reçoit|accueillons|accueille|rencontrons|rencontre) (?<who>[^.:;!?]{3,70}?),? qui (?!l[’']on|sera|est reçu)(?=\p{L})/iu,
);
/** "Dans ce nouvel épisode, nous recevons Léa, qui parle du vent" → "Léa parle du vent (podcast)". */
const guest: Operation = {
  id: 'content-label',
  apply(sentence) {
    const match = GUEST().exec(sentence.text);
    const who = match?.groups?.['who'];
    if (match === null || who === undefined) return undefined;
    const comma = who.includes(',') ? ',' : '';
    const change = { start: 0, end: match[0].length, text: `${capital(who)}${comma} ` };
    return { changes: withRemark(sentence, change, match[0]) };
  },
};

const ABOUT = lazy(
  () =>
    /^(?:Retrouvez|Découvrez|Lisez|Voici|Écoutez|Regardez)(?: dès (?:maintenant|à présent)| ici| vite)? (?<whose>notre|mon)(?<kind>(?: grande?| nouvel(?:le)?| nouveau| dernier| dernière)? (?:dossier|format|enquête|reportage|article|série|podcast|guide|portrait|entretien|vidéo|exposition)(?: spéciale?| complet| complète)?) (?:consacrée?|dédiée?) (?<to>à la |à l[’']|au |aux |à (?=\p{Lu}))(?<subject>[^:.!?]{4,70}?)(?<colon>[ \u00a0]: |[.!]?$)/iu,
);
const ARTICLE: Readonly<Record<string, string>> = { 'à la ': 'La ', 'au ': 'Le ', 'aux ': 'Les ', 'à ': '' };

/** "Retrouvez notre enquête consacrée aux puits" → "Les puits : notre enquête". */
const aboutFirst: Operation = {
  id: 'front-load',
  apply(sentence) {
    const match = ABOUT().exec(sentence.text);
    const { whose = '', kind = '', to = '', subject = '', colon = '' } = match?.groups ?? {};
    if (match === null || sentence.text.length - match[0].length > 200) return undefined;
    const front = `${ARTICLE[to.toLowerCase()] ?? 'L’'}${subject}`;
    if (colon.includes(':')) {
      const remark = addRemark(sentence, kind.trim().replace(/^(?:nouvel(?:le)?|nouveau|dernier|dernière) /, ''));
      return { changes: [{ start: 0, end: match[0].length, text: `${capital(front)}${colon}` }, remark] };
    }
    return {
      changes: [{ start: 0, end: match[0].length, text: `${capital(front)} : ${whose.toLowerCase()}${kind}${colon}` }],
    };
  },
};

const LABEL_ALONE =
  /^(?:Nouvel article|Nouveau billet|(?:Mon|Notre|Un) (?:nouvel|dernier) article|(?:Mon|Notre|Un) (?:nouveau|dernier) billet)(?: est (?:en ligne|disponible))?(?: (?:sur|dans) (?:le|notre|mon) (?:blog|site)(?: d[^.!:]{1,40})?)? ?[.!]$/i;
/** "Nouvel article sur le blog ! …": a sentence that only says that there is one goes. */
const labelSentence: Operation = {
  id: 'content-label',
  apply(sentence) {
    const { text, next } = sentence;
    if (!sentence.isFirst || !LABEL_ALONE.test(text) || next.length < 40) return undefined;
    if (/^(?:ils?|elles?|ce(?:la|t|tte)?|ça|en|vous y|bonne|merci)[\s’']/i.test(next)) return undefined;
    return { changes: [{ start: 0, end: text.length + 1, text: '' }] };
  },
};

const CALL = lazy(
  () =>
    /^(?:Une? [\p{L}-]+ à (?:voir|lire|écouter|découvrir|ne pas manquer)|[ÀA] (?:ne pas manquer|voir|lire|écouter|découvrir)(?: absolument)?|Ne manquez (?:pas|surtout pas) [^.!?:,]{3,40}|Attention) ?[.!]$/iu,
);
/** "Une pièce à voir. …": a call that fits any text goes where the next sentence says what there is. */
const call: Operation = {
  id: 'content-label',
  apply({ text, next, isFirst }) {
    if (!isFirst || !CALL().test(text) || next.length < 40 || !STANDS_ALONE.test(next)) return undefined;
    return { changes: [{ start: 0, end: text.length + 1, text: '' }], dropsNegation: true };
  },
};

/** Labels of content, and calls, the most certain first. */
export const labels: readonly Operation[] = [labelSentence, call, guest, contentLabel, aboutFirst];
