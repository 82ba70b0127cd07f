// French sentences that only say that there is a link, and formulas of courtesy.
import { lazy } from '#base/lazy.js';
import { isOwedApology } from '../apologies.js';
import { LAST_SIGNS } from '../phrase.js';
import { capital, dropSentence, ledSign, type Operation } from '../wording.js';
import { latin } from '../latin.js';
import { ledTo } from './led-to.js';
import { OF_USE, ON_SITE, SIGNS, THINGS } from './where.js';

const GO = String.raw`(?:(?:veuillez |merci de |n[’']hésitez pas à |vous pouvez )?(?:cliquez|cliquer|rendez-vous|c[’']est|suivez|suivre|visitez|visiter|consultez|consulter|ça se passe|direction)(?: (?:${ON_SITE}|le lien(?: ci-dessous| suivant)?|ce lien|notre site(?: internet| web)?))*)`;

/** Sentences that say no more than that there is a link. */
const POINTERS = [
  String.raw`(?:Plus |Davantage )d(?:e |[’'])${THINGS}${OF_USE}(?: à ce sujet| sur ce sujet)?(?:,| sont)?(?: (?:à retrouver|à lire|à venir|disponibles|par ici))?(?: ${ON_SITE})*`,
  String.raw`(?:Toutes les|Tous les|Les|Vos)? ?${THINGS}${OF_USE}(?: (?:sont )?(?:disponibles|à retrouver|à lire|en ligne|à consulter))?(?: ${ON_SITE})+`,
  String.raw`(?:Toutes les|Tous les|Les) ${THINGS}${OF_USE}(?: (?:sont )?(?:disponibles|à retrouver|en ligne))?`,
  String.raw`Pour (?:en (?:savoir|découvrir|apprendre) (?:plus|davantage)|(?:plus |davantage )d(?:e |[’'])${THINGS}${OF_USE}|tout savoir|toute (?:information|question|précision)(?: complémentaire)?|lire (?:la suite|l[’']article)|voir (?:la suite|l[’']article)|(?:y |en )accéder)(?:,? ${GO})?`,
  String.raw`(?:En|Vous voulez en|Envie d[’']en|Vous souhaitez en|Je veux en) (?:savoir|découvrir|apprendre) (?:plus|davantage)(?: ?\?)?(?:,? ${GO})?(?: ${ON_SITE})*`,
  String.raw`(?:Cliquez|Cliquer|Clic)(?: (?:${ON_SITE}|sur (?:le|ce) lien(?: ci-dessous| suivant)?))?(?: pour (?:en savoir plus|lire la suite|y accéder|tout savoir|plus d[’'](?:infos?|informations)|découvrir|voir|lire))?`,
  String.raw`(?:(?:Le |Voici le |Je vous mets le |On vous met le |Retrouvez le )?lien(?: (?:(?:juste )?en dessous|ci-dessous|ci-après|en bio|ici|en commentaires?|de l[’']article|vers l[’']article))?|Lien direct|L[’']adresse|Le lien de la page)`,
  String.raw`(?:Rendez-vous|RDV|Rdv|Direction|Filez|Foncez|Allez(?: vite)?|Courez|Retrouvez[- ]nous|Retrouvez tout|Venez voir|Venez lire) (?:vite |donc )?${ON_SITE}`,
  String.raw`Retrouvez[- ](?:le|la|les|tout|toutes les ${THINGS}) ?(?:${ON_SITE})`,
  String.raw`(?:Tout (?:ça|cela)|Le tout),? (?:c[’']est )?(?:${ON_SITE})`,
  String.raw`(?:C[’']est|Ça se passe|Tout est|Tout se passe|Et c[’']est) (?:${ON_SITE})`,
  String.raw`[ÀA] (?:lire|découvrir|retrouver|voir|écouter|consulter|regarder|relire) (?:d[’']urgence |sans modération |absolument |également |aussi )?${ON_SITE}`,
  String.raw`[ÀA] (?:lire|voir|écouter|découvrir|relire|partager) (?:sans modération|absolument|d[’']urgence|et à partager(?: sans modération)?)`,
  String.raw`(?:La )?suite(?: de l[’']article| est)? ${ON_SITE}|Lire la suite(?: ${ON_SITE})?|(?:Lire|Voir) (?:l[’']article|le billet|le post)(?: complet| en entier)?|(?:Lire|Voir)(?: ici)?|(?:Lire|Voir|Consulter|Découvrir) (?:l[’']article|le billet|la page|le site)(?: (?:complet|en entier))? ${ON_SITE}`,
  String.raw`(?:Disponibles?|Dispo|Accessibles?|Consultables?|Téléchargeables?)(?: (?:gratuitement|librement|dès maintenant))?(?: ${ON_SITE})+`,
  String.raw`Tout (?:est|savoir|comprendre)(?: (?:expliqué|détaillé|indiqué|dit|précisé|y est))?(?: (?:dans (?:le|notre|cet|l[’']) ?(?:article|billet|lien)|${ON_SITE}))+|Retrouvez[- ](?:y )?(?:toutes les|tous les) ${THINGS}${OF_USE}`,
  String.raw`(?:Juste |C[’']est )?(?:par )ici|Lien dans (?:la bio|les commentaires|le fil|le premier commentaire)|${THINGS} en (?:lien|bio|commentaires?)`,
  String.raw`(?:On|Nous) (?:fait|faisons) le point(?: ${ON_SITE})*`,
  String.raw`(?:L[’'])?(?:Article|Billet|Post|Thread|Fil|Communiqué|Texte) (?:complet|entier|intégral)(?: est)?(?: (?:à (?:lire|retrouver|découvrir|consulter)|disponible|en ligne|accessible))?(?: ${ON_SITE})*`,
  String.raw`(?:Voir|Suivez|Suivre|Consultez|Consulter) (?:le|ce|notre) (?:lien|site(?: internet| web)?)(?: ci-dessous| suivant)?`,
  String.raw`(?:On|Nous|Je) vous (?:dit|disons|dis|explique|expliquons) (?:tout|tout cela|ça) ${ON_SITE}|(?:L[’']article|Le billet|La vidéo|Le post|L[’']épisode) (?:est )?(?:${ON_SITE})`,
  String.raw`(?:C[’']|Il |Elle |Le tout )(?:est|sont) (?:à (?:lire|retrouver|découvrir|voir|consulter|écouter|télécharger)|disponible|en ligne|accessible|consultable)(?: (?:gratuitement|librement))?(?: ${ON_SITE})+`,
];
const POINTER = lazy(() =>
  latin(String.raw`^(?:${POINTERS.join('|')})(?: (?:sur|à|via|au))?[ \u00a0\u202f]*(?:[.!:…👉⬇👇➡⤵]|\ufe0f)*$`),
);

/** "Plus d’infos ici :" as a sentence of its own before a link says nothing that the link does not. */
const pointer: Operation = {
  id: 'empty-pointer',
  apply(sentence) {
    // In small letters it goes on with a sentence.
    if (sentence.isFirst || /^\p{Ll}/u.test(sentence.text) || !POINTER().test(sentence.text)) return undefined;
    if (!sentence.leadsToLink && !sentence.isLast) return undefined;
    return { changes: [dropSentence(sentence, 1)] };
  },
};

/** Things that a page holds. */
const HELD = String.raw`(?:programme|résumés?|réactions|plans?|classement|extraits?|images|récit|inscriptions?|réservations?|résultats?|compte[- ]rendu|photos?|horaires|tarifs|carte|plan|listes?|détails?|modalités|conditions|recettes?|replay|billetterie|vidéos?|articles?|dossiers?|guide|bulletin|formulaires?|offres?|annonces?|fiches?|règlement|étude|rapport|podcast|épisode|calendrier|tutoriels?|album|communiqué|entretien|interview|reportage|analyse|enquête|témoignages?|appel|candidatures?|conseils|démarches|dates|questions|réponses|règles|statuts|chiffres|données|menu|catalogue)`;
const THERE = lazy(() =>
  latin(
    String.raw`^(?<thing>(?:Les?|La|L[’']|Notre|Nos|Mon|Mes|Tous les|Toutes les)\s?[^.,:;!?]{3,60}?) (?:est|sont) (?:(?:désormais |maintenant |enfin )?(?:à (?:lire|retrouver|découvrir|consulter|voir|écouter|télécharger|regarder|revoir|effectuer|faire|remplir|compléter)|disponibles?|en ligne|accessibles?|consultables?|téléchargeables?)(?: dès (?:maintenant|à présent))?(?:(?: ${ON_SITE})+|(?=[ \u00a0\u202f]*[:👉]))|${ON_SITE})${SIGNS}`,
  ),
);
/** The same without a verb: "Toutes les modalités sur notre site". */
const LISTED = lazy(() =>
  latin(
    String.raw`^(?<thing>(?:(?:Les?|La|L[’']|Notre|Nos|Mon|Mes|Tous les|Toutes les|Tout le|Toute la|Nouveaux|Nouvelles)\s?)?${HELD}(?: et (?:les )?${HELD})?(?:\s(?!(?:juste|tout|directement) )(?!(?:[^.]* )?(?:est|sont|a|ont|sera|seront)\s)[^.,:;!?]{2,60}?)?),? (?!là|en ligne|par là)${ON_SITE}${SIGNS}`,
  ),
);
const FOUND = lazy(() =>
  latin(
    String.raw`^(?:Vous (?:(?:y )?(?:trouverez|retrouverez)|pouvez (?:y )?(?:trouver|retrouver|voir(?=[^.:!?]* ${ON_SITE}${SIGNS}))|pouvez les voir)|Veuillez trouver|Trouvez)(?: (?:aussi|également))?(?: ${ON_SITE}| ci-joint)* (?<what>(?:l[ea]s?|nos|notre|mon|mes|tous les|toutes les|l[’']|une?|son|sa|ses) ?[^.,:;!?]{3,80}?)(?: ${ON_SITE})*${SIGNS}`,
  ),
);
/** "Vous trouverez le formulaire en suivant ce lien :" → "Le formulaire :". */
const listedThere: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const what = leadsToLink ? FOUND().exec(text)?.groups?.['what'] : undefined;
    return what === undefined || /\s(?:qui|que|dont|si)\s/.test(what)
      ? undefined
      : { changes: [{ start: 0, end: text.length, text: `${capital(what)}\u00a0:` }] };
  },
};

const BY_CLICKING = lazy(() =>
  latin(
    String.raw`(?<=\p{L}{2}) en (?:cliquant (?:ici|là|ci-dessous|sur (?:le|ce) lien(?: ci-dessous| suivant| ci-après)?)|suivant (?:le|ce) lien(?: ci-dessous| suivant)?)[ \u00a0\u202f]*(?:[.:!👉👇➡⬇⤵]|\ufe0f)*$`,
  ),
);
/** "Vous pouvez voter en cliquant ici :" → "Vous pouvez voter :". */
const byClicking: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const match = leadsToLink && !HERE().test(text) && !FOUND().test(text) ? BY_CLICKING().exec(text) : null;
    return match === null ? undefined : { changes: [{ start: match.index, end: text.length, text: '\u00a0:' }] };
  },
};

const BEFORE_COLON = lazy(() =>
  latin(
    String.raw`(?<=^(?:Les?|La|L[’']|Notre|Nos|Mon|Mes|Tous les|Toutes les) ?[^.,:;!?]{8,60}) (?:est|sont) (?:enfin |désormais |maintenant |déjà )?(?:disponibles?|en ligne|à retrouver|à lire|à découvrir|accessibles?|consultables?|téléchargeables?)(?: ${ON_SITE})+(?= ?: (?!https?:)[\p{L}\d«])`,
  ),
);
/** "Notre calendrier est disponible sur notre site : 12 dates" → "Notre calendrier : 12 dates". */
const beforeColon: Operation = {
  id: 'empty-pointer',
  apply({ text }) {
    const match = BEFORE_COLON().exec(text);
    return match === null
      ? undefined
      : { changes: [{ start: match.index, end: match.index + match[0].length, text: '' }] };
  },
};

/** "Découvrez sur notre site nos 5 conseils" → "Découvrez nos 5 conseils". */
const INSIDE = lazy(() =>
  latin(
    String.raw`(?<=^(?:Découvrez|Retrouvez|Lisez|Consultez|Téléchargez|Regardez|Écoutez|Voyez|Trouvez|Réservez|Parcourez|Visionnez))(?: (?:vite|également))? (?!là|en ligne)${ON_SITE}(?= (?:l[ea]s?|nos|notre|mon|mes|tous|toutes|l[’']|une?|la|\d))`,
  ),
);
const inside: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink, isLast }) {
    const match = leadsToLink || isLast ? INSIDE().exec(text) : null;
    return match === null
      ? undefined
      : { changes: [{ start: match.index, end: match.index + match[0].length, text: '' }] };
  },
};

/** What a document holds: a number of things, and no verb of its own before what they are for. */
const HOLDS = lazy(
  () =>
    /^(?:Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Onze|Douze|Quinze|Vingt|Trente|Cent|\d+)\s\p{L}+s (?:pour|sur|de|d[’']|à|en) /u,
);

/** "L’étude complète est à lire ici :" → "L’étude complète :". */
const thing: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink, isFirst, next }) {
    const found = (THERE().exec(text) ?? LISTED().exec(text))?.groups?.['thing'];
    // "Le guide est à lire ici. Vingt fiches pour …": what it holds follows.
    if (found !== undefined && !leadsToLink && isFirst && HOLDS().test(next))
      return {
        changes: [{ start: found.length, end: text.length + 2, text: `\u00a0: ${next.charAt(0).toLowerCase()}` }],
      };
    if (
      found === undefined ||
      !leadsToLink ||
      (isFirst && found.length < 16) ||
      /\squi\s|gratuit|^(?:La|Le|Les) (?:premi|deuxi|second|suite|deux|autre)/i.test(found)
    )
      return undefined;
    return { changes: [{ start: found.length, end: text.length, text: '\u00a0:' }] };
  },
};

const ALL = String.raw`(?: (?:à|a) (?:toutes et (?:à )?tous|tous(?: et (?:à )?toutes)?|toutes|vous(?: tous| toutes)?|tout le monde))?`;
/** Formulas that any text could end with. */
const FORMULAS = [
  String.raw`(?:(?:Nous|On|Je) vous (?:remercions|remercie)|Merci)(?: d[’']avance| par avance| beaucoup| encore| infiniment)?(?: (?:à|a) (?:tous|toutes|vous|toutes et (?:à )?tous))?(?: (?:de|pour) (?:votre|vos) (?:compréhension|patience|attention|coopération|confiance|vigilance|indulgence|bienveillance|collaboration|lecture|fidélité|intérêt|aide précieuse|retours?|visite|participation|venue|présence|soutien|dons|écoute))?(?: et (?:de )?votre (?:compréhension|patience|attention|confiance|fidélité))?`,
  String.raw`(?:Nous vous prions|Merci) de (?:bien vouloir )?(?:nous excuser|accepter nos excuses|excuser)(?: (?:pour |de )?(?:la gêne|ce désagrément|ces désagréments|le désagrément|les désagréments|cette gêne|ce contretemps)(?: occasionnée?s?| éventuelle?s?| causée?s?)?)?`,
  String.raw`(?:Veuillez|Merci de) (?:bien vouloir )?nous (?:en )?excuser|Nous nous en excusons|Nous (?:vous )?présentons (?:toutes )?nos excuses|Toutes nos excuses|Nos excuses|Avec nos excuses`,
  String.raw`(?:Veuillez nous excuser|Nous nous excusons(?: par avance| d[’']avance)?|Nous (?:vous )?présentons (?:toutes )?nos excuses|Nous sommes désolés|Pardon|Toutes nos excuses|Nos excuses|Avec toutes nos excuses|Désolée?s?|Sincèrement désolés) (?:pour|de) (?:la gêne|ce désagrément|ces désagréments|cette gêne|ce contretemps|l[’']attente|le dérangement)(?: occasionnée?s?| éventuelle?s?| causée?s?)?(?:,? et (?:nous )?vous remercions (?:par avance |d[’']avance )?(?:de|pour) votre (?:compréhension|patience|confiance|fidélité|indulgence))?`,
  String.raw`(?:Nous vous souhaitons une? |On vous souhaite une? |Je vous souhaite une? |Passez une? )?(?:très )?(?:bon(?:ne)?s?|belles?|bel|excellente?|agréable|doux|douce) (?:lecture|écoute|visite|découverte|dégustation|journée|soirée|semaine|week-end|weekend|dimanche|samedi|lundi|après-midi|visionnage|appétit|continuation|fin de (?:journée|semaine)|début de semaine|vacances|route|reprise|nuit|moment|rentrée|année|fin d[’']année|fêtes?|séance|saison|promenade|balade|rando|randonnée|chance|pêche|récolte|cuisine|vente|fin de (?:saison|mois))s?${ALL}`,
  String.raw`(?:Très )?(?:bon(?:ne)?|belle|bel|excellente?) [\p{L}-]+ (?:à|a) (?:toutes et (?:à )?tous|tous(?: et (?:à )?toutes)?|toutes|vous tous|tout le monde)`,
  String.raw`Cordialement|Bien à vous|Bien cordialement|Sincèrement|Amicalement|Salutations|[ÀA] votre service|[ÀA] votre santé|Bises?|Des bisous`,
  String.raw`N[’']hésitez pas à (?:nous|me) (?:contacter|écrire|appeler|solliciter|joindre|poser (?:toutes )?vos questions|faire part de (?:toutes )?vos (?:questions|remarques))(?: (?:pour|si|en cas) [^.!?]{3,50})?`,
  String.raw`(?:Nos équipes|Notre équipe|Nous|L[’']équipe) (?:reste|restent|restons|est|sont|sommes|se tient|se tiennent|nous tenons)(?: bien (?:sûr|entendu))? à votre (?:entière )?(?:disposition|écoute)(?: (?:pour|en cas) [^.!?]{3,50})?`,
  String.raw`(?:Au plaisir|Dans l[’']attente|Dans l[’']espoir|Impatients|Nous avons hâte|On a hâte|J[’']ai hâte|Hâte) (?:de |d[’'])(?:vous (?:y )?(?:voir|accueillir|lire|rencontrer|retrouver|recevoir|entendre|croiser)|votre (?:venue|retour|réponse|visite)|échanger avec vous)(?: (?:nombreux|bientôt|très bientôt|prochainement|là-bas|tous|sur place))*`,
  String.raw`(?:En espérant|Espérant|Comptant sur|En comptant sur|Nous espérons|On espère|J[’']espère) (?:vous (?:y )?(?:voir|retrouver|accueillir|croiser|rencontrer)|votre (?:venue|présence|participation)|que vous serez)(?: (?:nombreux|nombreuses|très|toujours|tous|toutes|là|bientôt|prochainement|et))*`,
  String.raw`(?:Un (?:grand|immense|énorme) merci|Merci)(?: encore)? (?:à (?:tous|toutes et (?:à )?tous|vous tous|tout le monde) )?pour (?:ce|cette|ces|tous ces) (?:(?:beaux?|belles?|bons?|super|grands?|jolis?|merveilleux|magnifiques?|très) )*(?:moments?|journée|soirée|édition|échanges?|rencontre)(?: (?:de (?:partage|convivialité|joie|bonheur)|passés? ensemble|conviviaux|et|,))*`,
  String.raw`En vous remerciant(?: (?:par avance|d[’']avance))?(?: (?:de|pour) (?:votre|vos) [\p{L}]+)?`,
  String.raw`(?:Nous|On) (?:comptons|compte) sur (?:vous|votre présence|votre participation|votre soutien)(?: tous)?`,
  String.raw`(?:Prenez soin de vous(?: et de vos proches)?|Portez-vous bien|Restez prudents|Soyez prudents|Bon courage|Force et courage)${ALL}`,
  String.raw`(?:Restez (?:connectés|à l[’']écoute|branchés)|Affaire à suivre|[ÀA] suivre|Stay tuned|La suite au prochain épisode|On se tient au courant|On en reparle(?: bientôt)?|Plus d[’']infos? (?:très )?(?:bientôt|prochainement))`,
  String.raw`(?:J[’']espère|Nous espérons|On espère) que (?:ça|cela|cet article|ce (?:billet|post|fil|thread)|cette (?:vidéo|lecture)) vous (?:plaira|plaît|plait|aidera|aura plu|sera utile)(?: autant qu[’']à (?:moi|nous))?`,
  String.raw`(?:Dites|dites)[- ](?:moi|nous)(?: en commentaires?)? ce que vous en (?:pensez|avez pensé)(?: en commentaires?)?|(?:Vos|Tous vos) (?:avis|retours|commentaires) (?:sont|seront) les bienvenus|Donnez(?:-nous|-moi) votre avis`,
];
const COURTESY = lazy(() => latin(String.raw`^(?:${FORMULAS.join('|')})${LAST_SIGNS}`));
/** Formulas that may mean something where they stand alone. */
const TOO_SHORT = /^Merci(?: beaucoup)?[ \u00a0\u202f]*[.!]*$/i;

/** "Merci de votre compréhension." goes. */
const courtesy: Operation = {
  id: 'courtesy',
  apply(sentence) {
    if (
      !COURTESY().test(sentence.text) ||
      isOwedApology(sentence.text, sentence.whole) ||
      TOO_SHORT.test(sentence.text) ||
      sentence.isFirst
    )
      return undefined;
    return { changes: [dropSentence(sentence, 1)] };
  },
};

const ABOUT = lazy(() =>
  latin(
    String.raw`^(?:Toutes les|Tous les|Les|Retrouvez toutes les|Retrouvez les) ${THINGS}(?: (?:utiles|pratiques|nécessaires))? (?:sur|concernant) (?<what>(?:les |la |le |l[’']|nos |notre )[^.,:;!?]{10,80}?) (?:est|sont) (?:à (?:lire|retrouver|découvrir|consulter)|disponibles|en ligne|accessibles)(?: ${ON_SITE})*[ \u00a0\u202f]*[.!:]*$`,
  ),
);
/** "Toutes les infos sur les 9 arceaux sont à retrouver ici :" → "Les 9 arceaux :". */
const about: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const what = ABOUT().exec(text)?.groups?.['what'];
    return what === undefined || !leadsToLink
      ? undefined
      : { changes: [{ start: 0, end: text.length, text: `${capital(what)}\u00a0:` }] };
  },
};

const READ_IT = lazy(
  () =>
    /^C[’']est ce que (?:vous (?:saurez|découvrirez|apprendrez|verrez)|nous (?:verrons|vous expliquons|allons voir)|on vous explique|je vous explique) (?:en lisant|en regardant|en écoutant|dans|avec) (?<what>(?:notre|mon|cet|cette|ce|le|la) [^.,:;!?]{3,40})[.!]$/iu,
);
/** "C’est ce que vous saurez en lisant notre fiche." → "La réponse dans notre fiche." */
const answer: Operation = {
  id: 'empty-pointer',
  apply({ text, isFirst }) {
    const what = READ_IT().exec(text)?.groups?.['what'];
    return what === undefined || isFirst
      ? undefined
      : { changes: [{ start: 0, end: text.length - 1, text: `La réponse dans ${what}` }] };
  },
};

/** "Retrouvez les photos du carnaval ici 👉" → "Retrouvez les photos du carnaval :". */
const HERE = lazy(() =>
  latin(
    String.raw`(?<=^(?!Cliquez|Allez|Rendez|Filez|Foncez|Courez)\p{L}+ez(?:(?:-(?:vous|nous|l[ea]s?|moi))? [^.:;!?]{4,120}|-(?:vous|nous))|^(?:Postul|Candidat|Réserv|Vot|Particip|Adhér|Sign|Répond|Command|Cotis)ez)(?<! (?:ou|et|soit))(?<! en [\p{L}’-]+ant)(?:,? (?!là|en ligne)${ON_SITE}|,? ${ON_SITE} ${ON_SITE})[ \u00a0\u202f]*(?:[.:!👉👇➡⬇⤵]|\ufe0f)*$`,
  ),
);
const here: Operation = {
  id: 'empty-pointer',
  apply(sentence) {
    const { text, leadsToLink } = sentence;
    const match = HERE().exec(text);
    return match === null || !leadsToLink
      ? undefined
      : { changes: [{ start: match.index, end: text.length, text: ledSign(sentence, '\u00a0:') }] };
  },
};

/** What French texts may end with in vain. */
export const endings: readonly Operation[] = [
  courtesy,
  pointer,
  ...ledTo,
  about,
  answer,
  here,
  inside,
  byClicking,
  beforeColon,
  listedThere,
  thing,
];
