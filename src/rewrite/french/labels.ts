// French openings that name the kind of content or call on everybody: what the content says comes first instead.
import { lazy } from '#base/lazy.js';
import { phrase } from '../phrase.js';
import { capital, dropFirst, dropOpening, LEAST_REST, withMedium, type Medium, type Operation } from '../wording.js';
import { STANDS_ALONE } from './standing.js';
import { latin } from '../latin.js';

const MEDIA: readonly Medium[] = [
  { label: 'En vidéo\u00a0: ', known: /vid[ée]o|à voir|film/i },
  { label: 'Podcast\u00a0: ', known: /[ée]pisode|podcast|à écouter|écoutez/i },
  { label: 'Tutoriel\u00a0: ', known: /tuto/i },
  { label: 'Webinaire\u00a0: ', known: /webinaire/i },
  { label: 'Reportage\u00a0: ', known: /reportage/i },
];
const mediumOf = (label: string): Medium | undefined => MEDIA.find(({ known }) => known.test(label));
const TOLD_IN = String.raw`^Dans (?:ce|cet|cette|notre|mon|ma|un|une)(?: tout)?(?: nouvel| nouveau| nouvelle| dernier| dernière)?\s(?<medium>article|billet|épisode|vidéo|podcast|tutoriel|tuto|webinaire|reportage|numéro|interview|entretien|portrait)(?: de (?:blog|podcast)| du podcast)?,? `;
const TELLS = String.raw`(?:je|nous|on|j[’'])\s?(?:vous )?(?:explique|expliquons|montre|montrons|raconte|racontons|parle|parlons|aborde|abordons|détaille|détaillons|décris|décrivons|reviens sur|revenons sur) (?:de )?`;
const HOW = String.raw`(?<how>de quelle (?:façon|manière) |la (?:façon|manière) dont |la (?:façon|manière) d(?:e |[’'])|comment |pourquoi |ce qu(?:e |i |[’']))`;
const HOW_TOLD = lazy(() => latin(String.raw`${TOLD_IN}${TELLS}${HOW}`));
const HOW_SAID = lazy(() =>
  latin(String.raw`^(?:Nous|On|J[’'])\s?y (?:parlons|parle|expliquons|explique|racontons|raconte) (?:de )?${HOW}`),
);
// "Dans cet épisode du podcast, on parle": what belongs to the label goes with it, or nothing does.
const SOMEONE_TELLS = lazy(() =>
  latin(
    String.raw`${TOLD_IN}(?!(?:je|on|j|vous|il|elle|ils|elles|retrouvez|d[eu]s?|d|sur|avec|pour|en|à|consacrée?|dédiée?|spéciale?)[\s’'])(?=\p{L})`,
  ),
);
const KIND = String.raw`(?:article|billet|post|vidéo|épisode|tuto|tutoriel|fil|thread|podcast|reportage|dossier|webinaire)`;
const NEWEST = String.raw`(?:nouvel|nouveau|nouvelle|dernier|dernière|tout nouvel|tout nouveau|tout dernier|toute nouvelle|toute dernière|petit|petite|court|courte|premier|première)`;
const ON_BLOG = String.raw`(?: (?:de|du|sur|dans) (?:le |la |notre |mon )?(?:blog|podcast|chaîne(?: YouTube)?|site(?: internet| web)?)| en ligne)`;
const LABEL_AND_COLON = lazy(() =>
  latin(
    String.raw`^(?:(?:(?:Nous sommes|Je suis|Notre équipe|L[’']équipe|Nous|J[’']ai|Je)\s?(?:[^.:!?]{0,30}(?:de|d[’'])\s?)?(?:vous )?(?:proposer|présenter|partager|partage|propose|proposons|présente|présentons) )?(?:(?:Découvrez|Retrouvez|Lisez|Regardez|Écoutez|Venez (?:lire|voir|écouter|découvrir)|[ÀA] (?:lire|voir|écouter|découvrir))(?: (?:vite|ici|dès maintenant|sans (?:plus )?attendre|sur (?:le|notre|mon) blog))* )?(?:(?:Un|Une|Le|La|Notre|Mon|Ma|Mes|Nos|Voici (?:un|une|le|la|notre|mon|ma)) )?(?:(?:${NEWEST} )?${KIND}|${NEWEST}|Nouveauté)(?:${ON_BLOG})*(?: (?:à (?:lire|voir|écouter|découvrir)|est (?:en ligne|disponible)))?|[ÀA] (?:lire|voir|écouter|découvrir)(?: sur (?:le|notre) blog| sans modération| absolument)?|Sur (?:le|notre|mon) blog|Actu(?:alité)?s?|Info|L[’'](?:actu|info|article|image) du jour|La (?:vidéo|photo|brève) du jour|Brève|En bref|Portrait|Décryptage|Communiqué(?: de presse)?|Article du jour|(?:Nouvelle )?publication|Nouvelle page|Focus|Zoom|[ÀA] la une|Article(?:${ON_BLOG})? à lire) ?: `,
  ),
);
const HOW_SHOWN = lazy(() =>
  latin(
    String.raw`^(?:(?:(?:Nous|Je) vous (?:proposons|propose|invitons|invite) (?:de |à )|Cliquez ici pour |Venez )?(?:découvrir|découvrez|retrouvez|retrouver|lire|lisez|apprendre|apprenez|regardez|savoir)(?: vite| ici| sans plus attendre| dès maintenant)?(?: (?:dans|avec|en) (?:(?:cet|cette|ce|notre|mon|ma|un|une|le|la) )?(?:${NEWEST} )?(?<medium>${KIND})(?:${ON_BLOG})?)?|(?:Voici |Un |Découvrez |Lisez |Retrouvez |Regardez )(?:un |une |notre |mon |ma )?(?:${NEWEST} )?(?<medium2>${KIND})(?:${ON_BLOG})? (?:pour (?:vous )?(?:expliquer|montrer|apprendre|raconter|comprendre|savoir)|qui (?:vous )?(?:explique|montre|raconte)|sur)|Vous êtes (?:très |de plus en plus )?nombreux à (?:nous |me )?demander|(?:Vous êtes-vous (?:déjà )?demandé|Vous vous demandez(?: peut-être)?)|(?:Je viens|Nous venons|On vient) de (?:publier|mettre en ligne|écrire|sortir|rédiger) une? (?:${NEWEST} )?${KIND}(?:${ON_BLOG})? (?:dans lequel|dans laquelle|où) (?:je|nous|on|j[’'])\s?(?:vous )?(?:explique|expliquons|montre|montrons|raconte|racontons|détaille|détaillons)|(?:J[’']ai|Nous avons|On a) (?:écrit|publié|rédigé|mis en ligne|tourné|enregistré) une? (?:${NEWEST} |petit |petite )?${KIND}(?:${ON_BLOG})? (?:pour (?:vous )?(?:expliquer|montrer|raconter)|(?:dans lequel|dans laquelle|où) (?:je|nous|on|j[’'])\s?(?:vous )?(?:explique|expliquons|montre|montrons|raconte|racontons|détaille|détaillons)|sur)|(?:(?:Nous |Je |J[’'])?\s?(?:suis |sommes |est |ai )?(?:très |trop |super )?(?:ravie?s?|heureux|heureuse|contente?s?|fiers?|fière) de )?(?:vous )?(?:partager|présenter|proposer)(?: avec vous)? (?:mon|notre|le) (?:${NEWEST} )?(?<medium3>${KIND})(?:${ON_BLOG})? (?:dans lequel|dans laquelle|où) (?:je|nous|on|j[’'])\s?(?:vous )?(?:explique|expliquons|montre|montrons|raconte|racontons|détaille|détaillons|reviens sur|revenons sur)|(?:On|Nous|Je) vous (?:explique|expliquons|montre|montrons|raconte|racontons)|(?:On|Nous|Je) (?:y )?(?:parle|parlons|explique|expliquons|raconte|racontons) (?:de )?) (?<how>de quelle (?:façon|manière) |la (?:façon|manière) dont |les raisons pour lesquelles |comment |pourquoi )(?=[^?]*[^?]$)`,
  ),
);

const openingOfHow = (how: string): string => {
  const plain = how.toLowerCase();
  if (plain.startsWith('les raisons')) return 'pourquoi ';
  return /^(?:la|de quelle) (?:façon|manière)/.test(plain) ? 'comment ' : plain.replace("'", '’');
};

/** "Dans cette vidéo, je vous explique comment …" → "En vidéo : comment …"; "Nouveau sur le blog : X" → "X". */
const contentLabel: Operation = {
  id: 'content-label',
  apply(sentence) {
    const { text } = sentence;
    // Behind what it explains, "on vous explique pourquoi" has its place.
    const shown = !sentence.isFirst && /^(?:on|nous|je) vous /i.test(text) ? null : HOW_SHOWN().exec(text);
    const how = HOW_TOLD().exec(text) ?? HOW_SAID().exec(text) ?? shown;
    if (how !== null && text.length - how[0].length >= LEAST_REST) {
      const { how: word = '', medium, medium2, medium3 } = how.groups ?? {};
      return {
        changes: [
          withMedium(sentence, how[0].length, openingOfHow(word), mediumOf(medium ?? medium2 ?? medium3 ?? '')),
        ],
      };
    }
    const label = LABEL_AND_COLON().exec(text) ?? (how === null ? SOMEONE_TELLS().exec(text) : null);
    if (label === null || text.length - label[0].length < LEAST_REST) return undefined;
    return { changes: [withMedium(sentence, label[0].length, '', mediumOf(label[0]))] };
  },
};

const GUEST = lazy(() =>
  latin(
    String.raw`^(?:(?:Cette semaine|Ce mois-ci|Aujourd[’']hui|Ce matin|Pour (?:cet|ce|notre|le) (?:\p{L}+ )?(?:épisode|numéro)|Dans ce nouvel opus|[ÀA] notre micro|Au micro)(?: (?:dans|sur|au micro de|de) (?:le|la|notre|ce|cette|l[’']) ?(?:podcast|émission|matinale|chaîne|antenne))?|Dans (?:ce|cet|cette|notre|mon|le)(?: tout)?(?: nouvel| nouveau| nouvelle| dernier| dernière)? (?:épisode|podcast|émission|vidéo)),? (?:nous|je|on) (?:(?:avons|ai|avions|a) (?:eu )?le (?:grand |immense )?(?:plaisir|honneur|bonheur) d(?:e |[’'])(?:recevoir|accueillir|rencontrer|discuter avec|échanger avec)|recevons|reçois|reçoit|accueillons|accueille|rencontrons|rencontre|discutons avec|discute avec|échangeons avec|échange avec|donnons la parole à|donne la parole à) (?<who>[^.:;!?]{3,70}?),? qui (?:nous |vous )?(?!l[’']on|sera|est reçu)(?=\p{L})`,
  ),
);
/** Verbs by which a guest speaks: what is done with the guest goes without saying. */
const SPEAKS =
  /^(?:explique|raconte|parle|dit|montre|revient|témoigne|partage|répond|décrit|détaille|défend|livre|présente|évoque|retrace|confie|dévoile|donne|aborde)/i;
/** "Dans ce nouvel épisode, nous recevons Léa, qui parle du vent" → "Podcast : Léa parle du vent". */
const guest: Operation = {
  id: 'content-label',
  apply(sentence) {
    const match = GUEST().exec(sentence.text);
    const who = match?.groups?.['who'];
    if (match === null || who === undefined || !SPEAKS.test(sentence.text.slice(match[0].length))) return undefined;
    const comma = who.includes(',') ? ',' : '';
    return { changes: [withMedium(sentence, match[0].length, `${who}${comma} `, mediumOf(match[0]))] };
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
    const article = (ARTICLE[to.toLowerCase()] ?? 'l’').toLowerCase();
    const front = `${ARTICLE[to.toLowerCase()] ?? 'L’'}${subject}`;
    if (colon.includes(':')) {
      const own = `${whose}${kind} sur ${article}${subject}${colon}`;
      return { changes: [{ start: 0, end: match[0].length, text: capital(own) }] };
    }
    return {
      changes: [{ start: 0, end: match[0].length, text: `${capital(front)} : ${whose.toLowerCase()}${kind}${colon}` }],
    };
  },
};

const ITEM = String.raw`(?:article|billet|post|vidéo|épisode|podcast|tuto|tutoriel|dossier|reportage|portrait|entretien|interview|numéro|newsletter|infolettre|guide|fiche|étude|enquête|chronique|émission|replay|webinaire|webinar|recette|test)`;
const OUT = String.raw`(?:enfin |désormais |maintenant |tout juste |officiellement )*(?:en ligne|disponible|sortie?|parue?|publiée?|arrivée?|là|à retrouver|à lire|à écouter|à voir|dispo)`;
const PLACE = String.raw`(?: (?:sur|dans|de|du) (?:le |la |l[’']|notre |mon |votre |toutes vos |toutes les )?(?:blog|site(?: internet| web)?|podcast|chaîne(?: YouTube)?|magazine|plateformes?(?: d[’']écoute| de podcast)?|applis?|appli de podcast)(?: d[^.!:]{1,40})?)`;
const LABEL_ALONE = lazy(() =>
  latin(
    String.raw`^(?:(?:Ça y est,? |Et hop,? |Hop,? |Voilà,? |Enfin,? )?(?:(?:Le |La |L[’']|Un |Une |Notre |Mon |Ma |Votre )?(?:tout |toute )?(?:petit |petite |grand |grande )?(?:${NEWEST} )?${ITEM}(?: (?:n° ?)?\d+| du (?:jour|mois)| de la semaine| de blog| de \p{L}+)?${PLACE}?(?: (?:est|sont) ${OUT}| (?:en ligne|disponible|dispo|publié|publiée))?${PLACE}?(?: (?:aujourd[’']hui|ce matin|ce soir|ce jour|cette semaine))?)|(?:J[’']ai|Nous avons|On a|Je viens d[’']|Nous venons de |On vient de )\s?(?:publié|écrit|mis en ligne|sorti|rédigé|publier|écrire|mettre en ligne|sortir) (?:un |une )(?:${NEWEST} |petit |petite )?${ITEM}${PLACE}?|(?:Du n|N)ouveau sur (?:le|notre|mon) (?:blog|site)|[ÀA] (?:lire|voir|écouter|découvrir|retrouver)(?: dès maintenant)? (?:sur|dans) (?:le|notre|mon) (?:blog|site)|Nouvelle page sur (?:le|notre) site|(?:Il|Elle)? ?vient de paraître sur (?:le|notre|mon) blog|${NEWEST} ${ITEM}) ?[.!]+$`,
  ),
);
/** "ENQUÊTE." alone names the kind of what follows. */
const SAYS_NEW =
  /nouve|derni|premi|à (?:lire|voir|écouter|découvrir|retrouver)|vient|\b(?:est|sont|ai|avons|viens|venons|vient|dispo|disponible|parue?|sortie?)\b|publié|en ligne|écrit/i;
const MEDIUM_ALONE: readonly (readonly [RegExp, string])[] = [
  [/épisode|podcast|émission/i, 'Podcast\u00a0: '],
  [/vidéo|replay/i, 'En vidéo\u00a0: '],
];
/** A word that goes on small behind a colon. */
const COMMON = lazy(() =>
  latin(
    String.raw`^(?:l[ea]s?|une?|des|nos|notre|mon|ma|mes|cette|cet|ces|nous|on|je|comment|pourquoi|quand|que|qui|où|dans|avec|pour|sur|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)(?![\p{L}’'])`,
  ),
);
/** "Nouvel article sur le blog ! …": a sentence that only says that there is one goes; what one hears or sees is kept. */
const labelSentence: Operation = {
  id: 'content-label',
  apply(sentence) {
    const { text, next, nextAt, tags } = sentence;
    if (!sentence.isFirst || !LABEL_ALONE().test(text) || !SAYS_NEW.test(text) || next.length < 40) return undefined;
    if (/^(?:ils?|elles?|ce(?:la|t|tte)?|ça|en|vous y|bonne|merci)[\s’']/i.test(next) && !GUEST().test(next))
      return undefined;
    const medium = MEDIUM_ALONE.find(([known]) => known.test(text));
    const isSaid = medium === undefined || medium[0].test(next) || tags.some((tag) => medium[0].test(tag));
    const who = GUEST().exec(next);
    if (who !== null && medium !== undefined) {
      const name = who.groups?.['who'] ?? '';
      const end = text.length + 1 + who[0].length;
      return SPEAKS.test(next.slice(who[0].length))
        ? { changes: [{ start: 0, end, text: `${medium[1]}${name}${name.includes(',') ? ',' : ''} ` }] }
        : undefined;
    }
    if (isSaid) return { changes: [dropFirst(sentence)] };
    const first = next.charAt(0);
    return {
      changes: [
        { start: 0, end: nextAt + 1, text: `${medium[1]}${COMMON().test(next) ? first.toLowerCase() : first}` },
      ],
    };
  },
};

const ITS_ABOUT = lazy(() =>
  latin(
    String.raw`^Il s[’']agit (?:d[’']|de )(?<one>(?:une?|l[ea]|l[’']) ?[^.,:;!?]{3,40}?) (?:qui a été|qui avait été|qui fut) (?<done>\p{L}+ée?|conduite?|faite?) (?<rest>[^.,:;!?]{3,70}?) et qui (?=montre|révèle|conclut|explique|prouve|établit|indique|confirme|démontre)`,
  ),
);
/** "Notre article est sorti ! Il s’agit d’une étude qui a été menée à Lyon et qui montre que" → "Une étude menée à Lyon montre que". */
const itsAbout: Operation = {
  id: 'content-label',
  apply({ text, next, isFirst }) {
    const match = isFirst && LABEL_ALONE().test(text) ? ITS_ABOUT().exec(next) : null;
    const { one = '', done = '', rest = '' } = match?.groups ?? {};
    return match === null
      ? undefined
      : { changes: [{ start: 0, end: text.length + 1 + match[0].length, text: `${capital(one)} ${done} ${rest} ` }] };
  },
};

const CALL = lazy(
  () =>
    /^(?:Une? (?:belle |beau |vraie? )?[\p{L}-]+(?: (?:passionnante?|inédite?|captivante?|étonnante?|incroyable|instructive?|magnifique|superbe|inspirante?|nouvelle?|nouveau))? à (?:voir|lire|écouter|découvrir|ne pas manquer)|[ÀA] (?:ne pas manquer|voir|lire|écouter|découvrir)(?: absolument)?|Ne manquez (?:pas|surtout pas) (?<thing>[^.!?:,]{3,40})|Attention) ?[.!]+$/iu,
);
/** What is said of all that may be missed. */
const OF_ANYTHING =
  /^(?:cela|cette|notre|votre|leur|nos|vous|rendez|événement|évènement|occasion|soirée|journée|moment|suite|grande?|belle|beau|nouve|procha|derni|premi|opportunité|date|programme)/;
/** "Une pièce à voir. …": a call that fits any text goes where the next sentence says what there is. */
const call: Operation = {
  id: 'content-label',
  apply(sentence) {
    const { text, next, isFirst } = sentence;
    const match = isFirst ? CALL().exec(text) : null;
    if (match === null || next.length < 40 || !STANDS_ALONE.test(next)) return undefined;
    // "Ne manquez pas notre tombola ! 1er lot : un vélo": of what there is a lot has to be said.
    const named = (match.groups?.['thing'] ?? '').match(/\p{L}{4,}/gu) ?? [];
    const isSaid = (word: string): boolean => OF_ANYTHING.test(word) || next.toLowerCase().includes(word.slice(0, 6));
    if (!named.every((word) => isSaid(word.toLowerCase()))) return undefined;
    return { changes: [dropFirst(sentence)], dropsNegation: true };
  },
};

/** "Découvrez dans cet article les cinq erreurs" → "Les cinq erreurs". */
const listed: Operation = phrase(
  'content-label',
  String.raw`^(?:(?:Nous|Je|On) vous (?:proposons|propose|invitons|invite) (?:de |à )|Venez )?(?:découvrir|découvrez|retrouvez|retrouver|lire|lisez|apprendre) (?:(?:ici|vite|sans plus attendre) )?(?:dans|sur) (?:cet|cette|ce|notre|mon|ma|nos|le|la) (?:${NEWEST} )?(?:${KIND}|blog)(?:${ON_BLOG})? (?=(?:l[ea]s|nos|mes|\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) )`,
  '',
);

/** "Nous vous expliquons dans cet article comment" → "Nous vous expliquons comment". */
const explained: Operation = phrase(
  'content-label',
  String.raw`(?<=^(?:Nous|On|Je) vous (?:expliquons|explique|montrons|montre|racontons|raconte|détaillons|détaille)(?: tout)?) (?:dans|sur) (?:cet|cette|ce|notre|mon|ma) (?:${NEWEST} )?(?:${KIND}|blog)(?:${ON_BLOG})?(?= (?:comment|pourquoi|ce que|ce qui|quels?|quelles?|quand|où|combien) )`,
  '',
);

const BACK_ON = lazy(() =>
  latin(
    String.raw`^(?:(?:Petit )?retour|Zoom|Focus) sur (?:l[ea]s? |l[’']|notre |nos |mon |ma |mes )[^.!?,:;]{3,40} ?[.!]$`,
  ),
);
const ON_HOW = lazy(() =>
  latin(
    String.raw`^(?:On|Nous|Je) (?:vous )?(?:y )?(?:parle|parlons|explique|expliquons|raconte|racontons|montre|montrons) (?:de )?(?<how>comment|pourquoi) (?=[^?]{20,}$)`,
  ),
);
/** "Retour sur notre migration ! On parle de comment on a …" → "Comment on a …". */
const backOn: Operation = {
  id: 'content-label',
  apply({ text, next, isFirst }) {
    const match = isFirst && BACK_ON().test(text) ? ON_HOW().exec(next) : null;
    return match === null
      ? undefined
      : {
          changes: [
            { start: 0, end: text.length + 1 + match[0].length, text: `${capital(match.groups?.['how'] ?? '')} ` },
          ],
        };
  },
};

const BACK = lazy(() =>
  latin(
    String.raw`^(?:(?:Petit |Beau |Joli )?retour(?: en (?:images?|photos?))?) sur (?<whose>la |le |l[’']|les |notre |nos )(?<what>[^.!?,:;«»]{6,45}?) ?[.!]$`,
  ),
);
/** "Retour sur la journée portes ouvertes ! Vous étiez 800" → "Journée portes ouvertes : vous étiez 800". */
const backTo: Operation = {
  id: 'content-label',
  apply({ text, next, isFirst }) {
    const { whose = '', what = '' } = (isFirst ? BACK().exec(text) : null)?.groups ?? {};
    const small = /^(?:Vous|Nous|On|Plus de|Près de|Une?|Des|Les?|La|Deux|Trois|Quatre) /.test(next);
    if (what === '' || next.length < 30 || ON_HOW().test(next) || !(small || /^\d/.test(next))) return undefined;
    const front = capital(/^(?:notre|nos)/i.test(whose) ? `${whose}${what}` : what);
    return {
      changes: [
        {
          start: 0,
          end: text.length + 2,
          text: `${front}\u00a0: ${small ? next.charAt(0).toLowerCase() : next.charAt(0)}`,
        },
      ],
    };
  },
};

const WONDERED = lazy(
  () =>
    /^(?:Vous êtes-vous (?:déjà )?demandé|Vous vous (?:êtes déjà demandé|demandez)|Envie de savoir|Curieux de savoir|Vous voulez savoir) (?=(?<how>comment|pourquoi) [^?]{10,}[ \u00a0\u202f]?\?$)/iu,
);
const EXPLAINED = lazy(
  () =>
    /^(?:Not?re|Nos|L[ea]|L[’']|Les|Une?|Nous|On|\p{Lu}\p{Ll}+(?:, [^.]{3,40},)?) ?[^.!?]*\b(?:expliqu|racont|montr|répond|dévoil|dit tout|décrit)/u,
);
/** "Vous êtes-vous déjà demandé comment vole un drone ? Notre ingénieur explique" → "Comment vole un drone : notre ingénieur explique". */
const wondered: Operation = {
  id: 'statement',
  apply({ text, next }) {
    const match = WONDERED().exec(text);
    if (match === null || !EXPLAINED().test(next)) return undefined;
    const sign = /[ \u00a0\u202f]?\?$/.exec(text)?.index ?? text.length;
    const first = next.charAt(0);
    const isName = !/^(?:Not?re|Nos|Les?|La|L[’']|Une?|Nous|On)(?![\p{L}])/u.test(next);
    return {
      changes: [
        dropOpening({ text }, match[0].length),
        { start: sign, end: text.length + 2, text: `\u00a0: ${isName ? first : first.toLowerCase()}` },
      ],
    };
  },
};

/** Labels of content, and calls, the most certain first. */
export const labels: readonly Operation[] = [
  itsAbout,
  labelSentence,
  call,
  guest,
  contentLabel,
  listed,
  explained,
  backOn,
  backTo,
  wondered,
  aboutFirst,
];
