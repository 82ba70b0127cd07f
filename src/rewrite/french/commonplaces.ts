// French commonplaces in front of what there is to say, and guests who are received to speak.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { capital, withMedium, type Medium, type Operation } from '../wording.js';

const IMPOSES = lazy(() =>
  latin(
    String.raw`^(?<article>L[ea]s? |L[’'])(?<what>[^.,:;!?\d]{4,40}?) (?:s[’']impose(?:nt)?(?: (?:désormais|aujourd[’']hui|de plus en plus))? comme|(?:est|sont)(?: (?:devenue?s?|plus que jamais|aujourd[’']hui|désormais))*) (?:plus que jamais )?(?:une?|l[ea]s?|l[’']|des) ?(?:véritables? )?(?:leviers?|enjeux?|atouts?|facteurs?|incontournables?|piliers?|clés?|outils?|priorités?)(?: (?:incontournables?|majeurs?|stratégiques?|essentiels?|clés?|cruciaux|crucial|décisifs?|centra(?:l|ux)|prioritaires?|de (?:croissance|performance|compétitivité|création de valeur)))[^.:;!?\d]{0,40}[.!]$`,
  ),
);
/** "L’agilité s’impose comme un levier incontournable. Mon retour après 22 missions" → "Agilité : mon retour après 22 missions". */
const imposes: Operation = {
  id: 'front-load',
  apply({ text, next, nextAt, isFirst }) {
    const what = isFirst ? IMPOSES().exec(text)?.groups?.['what'] : undefined;
    if (what === undefined || next.length < 30 || !/^(?:Mon|Ma|Mes|Notre|Nos|Nous|J[’']ai|On|\d+) ?/.test(next))
      return undefined;
    // Two colons in a row would part nothing.
    if (/ : ./.test(next)) return undefined;
    return {
      changes: [{ start: 0, end: nextAt + 1, text: `${capital(what)}\u00a0: ${next.charAt(0).toLowerCase()}` }],
    };
  },
};

/** Behind it, what was done says with figures what came of it: "La donnée est un enjeu majeur. J’ai mesuré 9 équipes : 3 h …". */
const imposed: Operation = {
  id: 'filler',
  apply({ text, next, nextAt, isFirst }) {
    if (!isFirst || next.length < 60 || !/^J[’']ai /.test(next) || !/\d[^:]* : [^:]*\d/.test(next)) return undefined;
    return IMPOSES().test(text) ? { changes: [{ start: 0, end: nextAt, text: '' }], dropsNegation: true } : undefined;
  },
};

const MEDIA: readonly Medium[] = [
  { label: 'Podcast\u00a0: ', known: /[ée]pisode|podcast|à écouter|écoutez/i },
  { label: 'En vidéo\u00a0: ', known: /vid[ée]o|à voir|film/i },
];
const mediumOf = (opening: string): Medium | undefined => MEDIA.find(({ known }) => known.test(opening));

const EPISODE = String.raw`Dans (?:ce|cet|cette|notre|mon|le|la)(?: tout)?(?: nouvel| nouveau| nouvelle| dernier| dernière| premier| première)?\s(?:épisode|podcast|émission|vidéo|numéro)(?: (?:du|de) (?:notre )?podcast)?,? `;
const SPOKEN_OF = lazy(() => latin(String.raw`^${EPISODE}(?=(?:on|nous) (?:parle|parlons|discute|discutons) )`));
/** "Dans ce nouvel épisode, on parle du sommeil avec Maud" → "On parle du sommeil avec Maud". */
const spokenOf: Operation = {
  id: 'content-label',
  apply(sentence) {
    const match = SPOKEN_OF().exec(sentence.text);
    const rest = sentence.text.slice(match?.[0].length ?? 0);
    if (match === null || rest.length < 30 || / (?:comment|pourquoi|façon|manière) /.test(rest.slice(0, 40)))
      return undefined;
    const medium = mediumOf(match[0]);
    const change = withMedium(sentence, match[0].length, '', medium);
    // Behind its label it goes on small already.
    return { changes: [change] };
  },
};

const RECEIVED = lazy(() =>
  latin(
    String.raw`^(?:${EPISODE}|(?:Cette semaine|Aujourd[’']hui|Ce mois-ci),? )(?:nous|on|je|j[’'])\s?(?:(?:avons|a|ai) (?:eu (?:la chance|le plaisir|l[’']honneur|la joie) de )?(?:reçu|rencontré|discuté avec|échangé avec|recevoir|rencontrer|discuter avec|échanger avec|accueillir)|recevons|reçoit|reçois|accueillons|accueille|rencontrons|rencontre|discutons avec|discute avec|échangeons avec|échange avec) (?<who>(?!(?:nos|des|les|deux|trois|plusieurs) )[^.:;!?]{3,70}?)(?:,? pour (?:parler|discuter|échanger|nous parler|évoquer avec (?:nous|elle|lui))|,(?= de (?:son|sa|ses|leur|leurs) )) (?<of>du |de |des |d[’']|sur )`,
  ),
);
/** "Dans ce nouvel épisode, nous recevons Léa pour parler du vent" → "Podcast : Léa parle du vent". */
const received: Operation = {
  id: 'content-label',
  apply(sentence) {
    const match = RECEIVED().exec(sentence.text);
    const { who = '', of = '' } = match?.groups ?? {};
    // Two speak in another form, and "discuter sur" is said of nobody.
    if (match === null || / et /.test(who) || of.startsWith('sur')) return undefined;
    const comma = who.includes(',') ? ',' : '';
    return {
      changes: [withMedium(sentence, match[0].length, `${who}${comma} parle ${of}`, mediumOf(match[0]))],
    };
  },
};

/** Commonplaces and frames of talk that go. */
export const commonplaces: readonly Operation[] = [
  imposes,
  imposed,
  spokenOf,
  received,
  phrase(
    'boast',
    String.raw`^(?:C[’']est )?(?:une? |l[ea] )(?:épisode|article|vidéo|émission|podcast|reportage|film|livre) (?:à ne (?:surtout )?pas (?:manquer|rater|louper)|incontournable|passionnante?)(?: sous aucun prétexte)?, (?=(?:dispo|disponible|à (?:écouter|lire|voir|retrouver)|en ligne)(?![\p{L}]))`,
    '',
    { dropsNegation: true },
  ),
  // "Dans un contexte économique incertain, la banque prête" → "La banque prête".
  phrase(
    'filler',
    String.raw`^Dans (?:un|le|ce) contexte (?:(?:actuel|économique|social|sanitaire|international|politique|géopolitique|budgétaire|toujours|très|particulièrement|de plus en plus|et) )*(?:incertain|difficile|tendu|contraint|compliqué|mouvant|inédit|particulier|actuel|en (?:pleine |constante |perpétuelle )?(?:mutation|évolution|transformation)),? (?=(?:l[ea]s? |l[’']|notre |nos |nous |on )[\p{L}\d])`,
    '',
  ),
];
