// French words and sentences that add nothing: frames, calls, thanks to everybody, adverbs.
import { dropped, LAST_SIGNS, phrase } from '../phrase.js';
import type { Operation } from '../wording.js';
import { LEANS, NEVER } from './standing.js';
import { stress as STRESS } from './stress.js';

/** Purposes and reasons that any sender could give, up to the comma behind them. */
const FRAMES = [
  String.raw`(?:Afin de |Pour )(?:pouvoir )?(?:toujours )?(?:mieux )?vous (?:accueillir|servir|satisfaire|informer|accompagner|recevoir|offrir (?:le|un) meilleur service)(?: (?:dans les meilleures conditions|au mieux|encore mieux|encore|dans de (?:bonnes|meilleures) conditions|dans (?:cette|ces|vos|votre|ce|toutes vos) (?:transition|démarches?|projets?|changements?|étapes?|recherches?|quotidien|évolutions?|aventure)))*`,
  String.raw`(?:Afin d[’']|Pour |Dans le but d[’'])améliorer (?:encore )?(?:la qualité de )?(?:nos services|notre service|votre (?:confort|accueil|expérience))`,
  String.raw`(?:Suite à|Face à|Devant|Au vu de|Pour répondre à) (?:(?:de (?:très )?nombreuses|plusieurs) demandes|vos (?:nombreuses )?demandes|(?:une|la|votre) (?:forte )?demande(?: générale)?|vos (?:attentes|besoins)|l[’']engouement(?: général)?)`,
  String.raw`Après (?:des|plusieurs|de longs|de longues|quelques) (?:mois|semaines|années) (?:de |d[’'])(?:travail|préparation|attente|labeur|réflexion|efforts?)(?: (?:acharnée?s?|intenses?|collectifs?))?`,
  String.raw`Que vous soyez (?:(?:de |un |une )?(?:simples? )?)(?:débutante?s?|novices?|amateurs?|amatrices?|curieux|curieuse|petits?|jeunes?|grands?)(?:\(e\)s?|·es?)?(?: [\p{L}’'()·-]+)? (?:ou|et) [^.,:;!?]{3,40}`,
  String.raw`(?:Toujours )?[àÀ] (?:votre|l[’'])\s?écoute(?: de vos besoins)?`,
  String.raw`Soucieux de votre (?:bien-être|confort|satisfaction)`,
  String.raw`Parce que (?:votre|vos|la) (?:santé|sécurité|avis|bien-être) (?:est|sont|compte|comptent)[^,.:;!?]{0,40}`,
  String.raw`Parce que (?:(?:votre|vos|notre|nos|la|le|les|chaque) |l[’'])[^,.:;!?\d]{3,50} (?:n[’']atten(?:d|dent) (?:pas|plus)|n[’'](?:a|ont) pas de prix|passe(?:nt)? avant tout|mérite(?:nt)? (?:le meilleur|ce qu[’']il y a de mieux)|compte(?:nt)?(?: (?:pour nous|avant tout|plus que tout))?|est (?:notre priorité|une priorité|précieu(?:x|se)|sacrée?))`,
  String.raw`Parce que (?:vous (?:le|la) (?:valez|méritez)(?: bien)?|vous méritez (?:le meilleur|mieux)|rien n[’']est trop beau [^,.:;!?]{3,40})`,
  String.raw`Toujours plus proches? de vous|Dans (?:un souci|une démarche|une logique|une volonté) (?:constante? )?(?:de transparence|d[’']amélioration(?: continue| constante)?(?: d(?:e nos|e notre|e la qualité de nos|es) [^,.:;!?]{3,25})?|de qualité|de clarté|de proximité)`,
];

const NEWS = String.raw`(?:(?:Très )?(?:bonne|grande|excellente|super|belle) nouvelle|(?:Grosse|Grande|Belle) annonce|(?:On|Nous|Je) (?:peut|pouvons|peux) enfin (?:vous )?(?:le dire|l[’']annoncer|le révéler|vous l[’']annoncer)|Scoop|Info|Surprise|Avis aux amateurs|Avis à la population|Roulements? de tambour|(?:Nous avons|On a|J[’']ai) une (?:très )?(?:bonne|grande|excellente|super|belle) nouvelle(?: (?:à vous annoncer|pour vous))?)`;
/** Of the reader: what a command may be followed by in vain. */
const AT_ONCE = String.raw`(?:sans (?:plus )?(?:attendre|tarder)|dès (?:maintenant|à présent)|d[’']ores et déjà|vite|tout de suite)`;
const KEEN = String.raw`(?:très |hyper )?(?:motivé|passionné|impliqué|investi|souriant|dynamique|enthousiaste)(?:\(e\)|·e|e)?(?:s|\(s\)|·s)?`;
const WORK = /recrut|recherch|cherch|embauch|emploi|poste|rejoi/i;

const AROUND = String.raw`(?: (?:autour de vous|massivement|largement|sans modération|en masse|à vos (?:amis|proches|contacts|réseaux)|à tous|un maximum|au maximum|SVP|svp|s[’']il vous plaît|merci))*`;
const HOME = String.raw`(?: (?:professionnel(?:le)?s?|stimulante?s?|motivante?s?|passionnante?s?|dynamiques?|bienveillante?s?|jeunes?|passionnée?s?|motivée?s?|soudée?s?|ambitieu(?:x|se)s?|innovante?s?|conviviale?s?|humaine?s?|unique|sympa(?:thique)?s?|à taille humaine|en pleine (?:croissance|expansion)|de passionnés|qui vous ressemble|à impact|(?:et|,)))*`;

/** Sentences that tell nobody anything, wherever they stand. */
const EMPTY = [
  String.raw`Chaque (?:geste|don|euro|minute|voix|action) compte`,
  NEWS,
  String.raw`(?:Alors,? )?n[’'](?:attendez|hésitez) (?:plus|pas)(?: une seconde| une minute| davantage)?`,
  String.raw`N[’']hésitez (?:surtout )?pas (?:si (?:vous avez|besoin|quelqu[’']un)(?: [^.!?]{3,40})?|en cas de (?:question|besoin|doute)s?|à revenir vers (?:nous|moi)(?: [^.!?]{3,40})?)`,
  String.raw`N[’']hésitez (?:surtout )?pas à (?:partager|relayer|diffuser|commenter|liker|faire tourner|en parler(?: autour de vous)?|vous abonner|nous (?:contacter|solliciter|écrire|appeler|suivre|rejoindre|poser vos questions|faire (?:part de )?vos retours|donner votre avis)|(?:l[ea]s? |l[’'])(?:consulter|découvrir|lire|regarder|partager|relayer|diffuser|visiter|parcourir|commander|réserver|télécharger|essayer|écouter|acheter|voir|suivre|tester)|(?:liker|partager|commenter|RT)(?:,| et) (?:liker|partager|commenter|RT|rt|à partager|à commenter))${AROUND}(?: (?:si (?:ça|cela) vous a plu|cette (?:info|information|annonce)|si besoin|pour (?:toute question|en savoir plus|plus d[’'](?:infos?|informations?))))?`,
  String.raw`N[’']hésitez (?:surtout |donc )?(?:pas|plus) à (?:postuler|candidater|vous inscrire|réserver|venir|passer(?: nous voir)?|participer|y jeter un (?:œil|oeil)|(?:nous )?contacter|vous lancer|en profiter|découvrir tout ça|essayer)(?: (?:vite|rapidement|nombreux|dès maintenant|sans tarder))?`,
  String.raw`Merci (?:d[’']avance )?(?:pour|de) (?:(?:le|vos|votre) (?:partages?|RT|relais|soutien)|partager|relayer|diffuser|faire tourner|RT|votre aide)${AROUND}`,
  String.raw`(?:Merci de |[ÀA] |Pensez à )?(?:partager|partagez|relayer|relayez|diffuser|diffusez|faire tourner|faites tourner|faites passer|likez|RT|retweetez|commentez|abonnez-vous|suivez-nous)(?:(?:,| et) (?:partager|partagez|relayer|relayez|diffuser|diffusez|faites tourner|likez|RT|retweetez|commentez|abonnez-vous|activez la cloche|suivez-nous))*${AROUND}`,
  String.raw`(?:Venez|Venir|Soyez|On vous (?:y )?attend|Nous vous (?:y )?attendons|Nous vous espérons|On vous espère) (?:très |tous )?(?:nombreux|nombreuses|en nombre)(?: et (?:nombreuses|nombreux))?`,
  String.raw`(?:On|Nous|Je) vous (?:dit|disons|dis|explique|expliquons|raconte|racontons|présente|présentons) tout(?: (?:ici|par ici|dans (?:notre|le|mon|un|cet) (?:dernier |nouvel )?(?:article|billet|vidéo|épisode|post)(?: de blog)?|sur (?:notre|le) (?:blog|site)))?(?:,? à (?:lire|voir|écouter|découvrir|retrouver)(?: (?:de toute urgence|d[’']urgence|absolument|sans (?:plus )?attendre|sans modération|vite|ici|dès maintenant))?)?`,
  String.raw`N[’']oubliez pas (?:de |d[’'])(?:vous abonner|liker|partager|activer la cloche|nous suivre|me suivre|commenter|RT|vous inscrire à la newsletter)(?:(?:,| et)(?: de| d[’'])? (?:liker|partager|activer la cloche|commenter|vous abonner))*${AROUND}`,
  String.raw`[ÀA] (?:très )?(?:vite|bientôt|tout de suite|tout à l[’']heure|plus|tantôt)(?: [^.!?]{3,25})?`,
  String.raw`(?:Et vous,? )?(?:vous,? )?(?:qu[’']en (?:pensez-vous|dites-vous)|vous en pensez quoi|ça vous (?:dit|tente|parle)|qui est partant|qui vient|on vous y voit|tenté(?:e|s|\(e\)s|·e·s)?|prêt(?:e|s|\(e\)s|·e·s)?)`,
  String.raw`(?:Un (?:grand|immense|énorme|gros) merci|Mille mercis|Merci)(?: encore| beaucoup)? (?:à (?:vous toutes et tous|vous tous|toutes et (?:à )?tous|tous(?: et (?:à )?toutes)?|chacun))(?: (?:pour|de) (?:votre|vos) [^.!?]{3,40})?`,
  String.raw`(?:Nous avons|On a) hâte(?: de vous (?:y )?(?:retrouver|voir|accueillir|rencontrer))?|On (?:a )?hâte`,
  String.raw`(?:Ne|Surtout ne|Vous ne voulez pas) (?:manquez|ratez|loupez) (?:surtout |vraiment )?pas (?:ça|cela|cette occasion|l[’']occasion|cet événement|cette opportunité|ce rendez-vous)`,
  String.raw`(?:Profitez[- ]en|Foncez|Courez-y|Dépêchez-vous|Faites vite|Faites-vous plaisir|Laissez-vous tenter|Vous allez adorer|On adore|Un régal|[ÀA] ne (?:pas )?(?:manquer|rater|louper)(?: sous aucun prétexte)?|Immanquable|Incontournable|Qu[’']on se le dise|Avis aux amateurs)(?: vite)?`,
  String.raw`Rejoi(?:gnez|ns) (?:une|notre|l[’']|vite (?:une|notre) )\s?(?:super |belle |jeune |petite )?équipe${HOME}`,
  String.raw`Il n[’']y en (?:aura|a) pas pour tout le monde|(?:Premiers? arrivés?,? premiers? servis?)|Les places (?:sont limitées|partent vite)(?:,? (?:dépêchez-vous|réservez vite|faites vite))?`,
  String.raw`(?:Ce sera|Ça va être|Ça promet d[’']être) (?:un (?:très |super )?(?:beau|grand|bon) moment|génial|top|super|magique|inoubliable)`,
];
const ANSWERED = String.raw`(?:Ne cherchez (?:plus|pas plus loin)|(?:Alors,? )?(?:cette|notre) (?:offre|annonce) est (?:faite )?pour (?:vous|toi)|On a ce qu[’']il vous faut|Nous avons ce qu[’']il vous faut|Alors,? (?:lisez|écoutez) (?:bien )?(?:ceci|cela|ça))`;
const GREETING = String.raw`(?:Coucou|Hello|Salut|Bonjour|Bonsoir|Hey)(?: [^.!?,]{2,25})?`;
/** What every ad for a place asks whether one wishes. */
const WISHED = String.raw`(?:(?:grand |bon )?(?:évasion|nature|dépaysement|déconnexion|détente|fraîcheur|verdure|calme|soleil|découvertes?|aventures?|sensations?|grand air|bol d[’']air|air(?: pur)?|liberté|sérénité|douceur|repos|ressourcement|gourmandises?|convivialité|authenticité|voyages?|vacances|tranquillité|émotions?|magie|lecture|fantaisie|nouveautés?|(?:se|te|me) (?:ressourcer|détendre|dépayser|relaxer|changer les idées|vider la tête|poser)|souffler|vous poser|déconnecter|vous évader|vous ressourcer|vous détendre|prendre l[’']air|changer d[’']air))`;
/** Sentences that only open a text. */
const OPENERS = [
  String.raw`(?:(?:Wow|Waouh|Ouah|Oh là là),? )?quel(?:le)? (?:(?:belle|beau|bel|incroyable|formidable|folle|sacrée?|super|magnifique|grande?|immense) )*(?:aventure|fierté|bonheur|joie|plaisir|honneur|journée|soirée|semaine|émotion|ambiance|saison|week-end|match|succès)`,
  String.raw`(?:Tu aimes|Vous aimez|Tu as envie|Vous avez envie|Envie) d?[’']?(?:e )?(?:le contact (?:client|humain)|le travail (?:en équipe|d[’']équipe)|travailler en équipe|relever (?:de nouveaux )?défis|les défis|apprendre|bouger|t[’']investir|vous investir)(?:(?:,| et) [^.!?\d]{3,50})?`,
  String.raw`Vous (?:êtes|étiez|avez été) (?:de plus en plus |toujours plus |très )?nombreux à (?:nous |le |la |l[’']|les |en )?(?:demander|attendre|réclamer|demandez)`,
  String.raw`(?:(?:Bonjour|Bonsoir|Hello|Salut|Coucou)(?: [^.,:;!?]{2,25})?[,!.]? )?(?:j[’']espère|nous espérons|on espère) que (?:vous (?:allez|passez|avez passé|vous portez)|tout va|vous êtes en) (?:bien|une? [^.!?,]{3,30}|de [^.!?,]{3,30}|pleine forme)(?: [^.!?,]{1,20})?`,
  String.raw`(?:Envie|Besoin|Soif|Rêve) d(?:e |[’'])(?:(?:vous|te) mettre au vert|évasion|soleil|nature|dépaysement|grand air|air pur|vacances|changer d[’']air|sensations(?: fortes)?|détente|fraîcheur|s[’']évader|découvertes?|voyager?|verdure|calme|${WISHED})(?:(?:,| et|, et) (?:d(?:e |[’']))?(?:${WISHED}|[\p{L} ]{3,20}))*`,
  String.raw`(?:Tout )?nouveau(?:té)?(?: chez nous)?`,
  String.raw`Nous vous souhaitons la bienvenue [^.!?]{0,50}`,
  String.raw`(?:Le )?saviez[- ]vous`,
  String.raw`(?:Vous l[’']attendiez(?: tous)?|Vous l[’']avez (?:demandé|réclamé|attendue?)|Il est (?:enfin )?(?:là|arrivé)|Elle est (?:enfin )?(?:là|arrivée)|Le jour J est arrivé|Le grand jour est arrivé|L[’']attente est (?:enfin )?terminée|C[’']est (?:enfin )?(?:officiel|parti|confirmé|le grand jour)|Nous y voilà|On y est)`,
  String.raw`(?:Je suis |Nous sommes |On est )?(?:très |trop |super |si |tellement |vraiment )?(?:heureuse?s?|heureux|contente?s?|ravie?s?|fier|fière|fiers|fières) (?:de |d[’'])(?:pouvoir )?(?:enfin )?(?:vous )?(?:partager|annoncer|présenter|montrer) (?:ça|cela|cette nouvelle|la nouvelle|ceci)(?: avec vous)?`,
  String.raw`(?:Save the date|[ÀA] vos agendas|Notez la date|Retenez la date|Bloquez la date|[ÀA] noter dans vos agendas)`,
  String.raw`(?:Vous (?:êtes|seriez) (?:à la recherche|en quête) d(?:e |[’'])|Vous (?:recherchez|cherchez|souhaitez|voulez|rêvez) (?:de |d[’'])?(?:(?:rejoindre|intégrer|relever|vivre|donner) )?|(?:Envie|Besoin) d(?:e |[’'])(?:(?:rejoindre|intégrer|relever|vivre) )?|Prêt(?:e|\(e\)|·e|s)? à (?:rejoindre|intégrer|relever|vivre) |En quête d(?:e |[’'])|Et si vous (?:rejoigniez|changiez de) )(?:une? |l[’']|notre )?(?:nouve(?:au|l|lle)s? |super |belle |vrai |jeune |véritable )?(?:challenges?|défis?|opportunités?|aventure|poste|job|emploi|équipe|entreprise|expérience|sens à (?:votre|ta) carrière|travail|carrière)${HOME} ?`,
  String.raw`(?:Vous êtes|Tu es) (?:une personne )?${KEEN}(?:(?:,| et) ${KEEN})*(?:,? et (?:vous |tu )?(?:aimez|avez|aimes|as) [^.!?\d]{3,50})?`,
  ANSWERED,
];
const IS_NEW =
  /désormais|maintenant|nouve|nouvel|disponible|en vente|en boutique|(?:vient|viennent) d[e’']|arrive|rejoint|voici|lan[cç]|découvrez/i;

/** What French texts can do without. */
export const fillers: readonly Operation[] = [
  ...STRESS,
  // "Nous avons à cœur de vous servir au mieux, c’est pourquoi nos horaires évoluent" → "Nos horaires évoluent".
  phrase(
    'filler',
    String.raw`^(?:Nous avons (?:toujours )?à cœur|Notre (?:objectif|ambition|priorité|volonté|souhait) est|Nous souhaitons|Nous voulons) (?:de |d[’'])?(?:toujours )?(?:mieux )?(?:vous |nos )[^.,:;!?]{3,70}(?:, |\. )c[’']est pourquoi,? (?=(?:nos|nous|notre|l[ea]s? |l[’']))`,
    '',
  ),
  // "Dans le cadre du développement de notre activité nous cherchons" → "Nous cherchons".
  phrase(
    'filler',
    String.raw`^Dans le cadre d(?:e l[ae] |e l[’']|u )(?:développement|croissance|renforcement|expansion|essor) de (?:notre|nos|mon|mes) (?:activités?|équipes?|entreprise|société|agence|réseau|effectifs?),? (?=(?:nous|notre|nos|l[ea]|les|je|on)\s)`,
    '',
  ),
  ...FRAMES.map((frame) =>
    phrase('filler', String.raw`^${frame}, (?=\p{L})`, '', {
      unless: () => /^[^,]*, (?:ils?|elles?)\s/i,
      dropsNegation: true,
    }),
  ),
  phrase('filler', String.raw`^${NEWS}(?: ?:|(?<=(?:nouvelle|annonce|y est)),) (?=[\p{L}\d«])`, ''),
  phrase(
    'filler',
    String.raw`^Plongez (?:au cœur de |au cœur du |dans |avec nous dans )(?<what>(?:notre|nos|le|la|les|l[’']|un|une|cet|cette|ce) ?)(?<kind>guide|article|dossier|livre|billet|enquête|étude|rapport|reportage)?`,
    ({ what = '', kind = '' }, { text }) =>
      /^Plongez au cœur du/i.test(text) ? undefined : `${kind === '' ? 'Découvrez' : 'Lisez'} ${what}${kind}`,
  ),
  phrase(
    'filler',
    String.raw`(?<=\best )plus que jamais (?=(?:essentiel|important|nécessaire|utile|urgent|indispensable)(?![\p{L}]))`,
    '',
    {
      dropsNegation: true,
    },
  ),
  // "Alors n’hésitez plus et postulez" → "Postulez".
  phrase(
    'filler',
    String.raw`^(?:Alors,? |Donc,? )?(?:n[’'](?:hésitez|attendez) (?:plus|pas)(?: une seconde| une minute)?(?: et|,| :|;) |(?:alors|donc),? )(?=\p{L}+ez(?:[\s-]|$))`,
    '',
    { dropsNegation: true },
  ),
  phrase(
    'filler',
    String.raw`,? (?:et |alors |donc )?n[’'](?:hésitez|attendez) (?:pas|plus)(?: à (?:partager|relayer|liker|RT|rt|commenter|en parler|diffuser|nous contacter|venir nous voir|réserver|vous inscrire)(?:(?:,| et) (?:à )?(?:partager|relayer|liker|RT|rt|commenter|diffuser))*(?: autour de vous| si (?:ça|cela) vous a plu| en nombre)*)?(?=[ ]?[.!:]*$)`,
    '',
    { dropsNegation: true },
  ),
  phrase(
    'filler',
    String.raw`,? (?:j[’']espère|nous espérons|on espère) que (?:ça|cela) vous (?:plaira|plaît|aidera|sera utile)(?=,| ?[.!]|$)`,
    '',
  ),
  phrase(
    'filler',
    String.raw`,? (?:et )?(?:venez (?:très )?nombreux(?: et nombreuses)?|bonne (?:journée|lecture|soirée|semaine)(?: à (?:tous|toutes))?|bon week-end(?: à (?:tous|toutes))?|(?:alors |et )?restez connectés|(?:alors )?à vos agendas|merci (?:d[’']avance|par avance))(?=[ ]?[.!]*$)`,
    '',
  ),
  phrase(
    'filler',
    String.raw`,? (?:afin de|pour) (?:mieux |toujours mieux )?vous (?:accompagner|aider|guider|conseiller|épauler|soutenir|simplifier la vie|faciliter la vie)(?: (?:au mieux|pas à pas|au quotidien))*(?: dans (?:(?:toutes )?vos|votre|tous vos) (?:démarches|projets?|choix|quotidien|parcours|recherches?|réflexions?))?(?= ?[.!:]*$)`,
    '',
    {
      only: () =>
        /\b(?:guide|outil|fiche|simulateur|dossier|article|mode d[’']emploi|livret|kit|calculateur|formulaire|service|page)\b/i,
    },
  ),
  // "Vous avez été nombreux à nous poser la question : oui, la version 3 …" → "La version 3 …".
  phrase(
    'filler',
    String.raw`^Vous (?:êtes|avez été) (?:très |de plus en plus |toujours plus )?nombreux à (?:nous |me |le |l[’'])*(?:poser (?:la|cette) question|demander|interroger à ce sujet) ?: (?:oui,? )?(?=\p{L})`,
    '',
  ),
  phrase(
    'courtesy',
    String.raw`,? (?:et )?(?:nous (?:vous prions de (?:bien vouloir )?nous excuser|nous (?:en )?excusons)|veuillez nous (?:en )?excuser|merci (?:de|pour) votre compréhension)(?: (?:pour|de) (?:la gêne|ce désagrément|ces désagréments|ce contretemps)(?: occasionnée?s?)?)?(?= ?[!.]*$)`,
    '',
    { unless: () => /^[^\p{L}]*(?:nous|veuillez|merci)[^,]*$/iu },
  ),
  // "…, merci de votre compréhension et à bientôt pour de nouvelles aventures 🥐" → "… 🥐".
  phrase(
    'courtesy',
    String.raw`(?<=\p{L}|\d),? (?:et )?(?:merci (?:de|pour) votre compréhension(?: et à (?:très )?(?:bientôt|vite)(?: pour [^.,:;!?]{3,45}?)?)?|(?:et )?à (?:très )?(?:bientôt|vite) pour de nouvelles? (?:aventures?|rencontres?|découvertes?|créations?)(?: \p{L}+)?)(?=${LAST_SIGNS})`,
    '',
    { unless: () => /^[^\p{L}]*(?:merci|à bientôt)/iu },
  ),
  // "Soyez nombreux à venir encourager" → "Venez encourager".
  phrase(
    'filler',
    String.raw`^(?:Soyez|Venez) (?:très |tous )?(?:nombreux|nombreuses)(?: et (?:nombreuses|nombreux))? à venir (?=\p{L}+(?:er|ir|re|oir)(?![\p{L}]))`,
    'Venez ',
  ),
  // "Devis gratuit, n’attendez plus et contactez-nous" → "Devis gratuit, contactez-nous".
  phrase(
    'filler',
    String.raw`(?<=, )(?:alors |donc )?n[’'](?:attendez|hésitez) (?:plus|pas)(?: une seconde| une minute)?(?: et|,) (?=\p{L}+ez(?:[\s!.-]|$))`,
    '',
    { dropsNegation: true },
  ),
  phrase(
    'filler',
    String.raw`(?<=\b(?:notre|nos|une|l[’']) ?(?:belle |super )?équipes?) (?:jeune et )?(?:dynamiques?|conviviales?|motivées?|soudées?|passionnées?)(?:(?:, | et )(?:dynamiques?|conviviales?|motivées?|soudées?|passionnées?|bienveillantes?))*(?= (?:à|de|du|dans|en|pour|au) |[ ]?[.!,]|$)`,
    '',
    { only: () => WORK },
  ),
  dropped('filler', [...EMPTY, ANSWERED].join('|'), LEANS, { dropsNegation: true, where: 'behind' }),
  dropped('filler', String.raw`${NEWS}`, LEANS, { where: 'first' }),
  dropped('filler', GREETING, NEVER, { where: 'first' }),
  // "Nouveau !" is news unless the text says it again.
  {
    id: 'filler',
    apply: (sentence, forms) =>
      IS_NEW.test(sentence.next) || !/^(?:tout )?nouveau(?!t)/i.test(sentence.text)
        ? opener.apply(sentence, forms)
        : undefined,
  },
  phrase(
    'filler',
    String.raw`^(?<come>Venez) (?:très )?nombreux(?: et nombreuses)?(?= [àaà]| au| aux| pour| le | ce | d[eé])`,
    '$<come>',
  ),
  phrase(
    'filler',
    String.raw`^(?<verb>\p{L}+ez(?:-(?:vous|nous|l[ea]s?))?)(?:, ${AT_ONCE},| ${AT_ONCE}(?= \p{L})(?! (?:il|elle|ils|elles|on|c[’']|ça|nous|(?:l[ea]s? |l[’']|nos |il )?\p{L}+ (?:sont|est|part|partent|restent?|se |s[’']|va|vont))(?!\p{L}))|(?<!Cliquez|cliquez) ${AT_ONCE}(?= ?[,:!.]))`,
    '$<verb>',
    {
      unless: () => /^(?:Venez|Passez) vite|^Agissez/i,
    },
  ),
  phrase('filler', String.raw`\b(?<come>[Vv]enez) vite (?=\p{L}+(?:er|ir|re) )`, '$<come> '),
  phrase(
    'filler',
    String.raw`(?<=(?:notre|nos|votre|vos|mon|mes|ma|son|ses|sa|le|la|les|un|une|du|au|cette|ce|leur) )tou(?:t|te|tes|s) (?=(?:nouve|dernier|dernière|premier|première))`,
    '',
  ),
  phrase('filler', String.raw`(?<verb>(?:recherch|recrut|cherch)\p{L}*) (?:activement|actuellement)`, '$<verb>'),
  phrase(
    'filler',
    String.raw`(?<verb>\b(?:est|sont|sommes|procède|procédons|propose|proposons|travaille|travaillons|organise|organisons)) actuellement(?= )`,
    '$<verb>',
  ),
  phrase(
    'filler',
    String.raw`^(?:Actuellement|En ce moment|À l[’']heure actuelle), (?=(?:l[ea]s? |l[’']|notre |nos |nous |une? )[^.!?]{20})`,
    '',
  ),
  phrase('filler', String.raw`(?<=\p{L} |, )actuellement (?=(?:en cours|fermé|ouvert|en travaux|disponible))`, ''),
  phrase('filler', String.raw` (?:pas moins de|pas moins d[’']une?(?= \p{L}+aine )) (?=\d)`, ' ', {
    dropsNegation: true,
  }),
  phrase('filler', String.raw`\bdirectement (?=(?:en ligne|sur (?:notre|le) site|depuis|par téléphone))`, ''),
  phrase('filler', String.raw`\bsans avoir (?:besoin|l[’']obligation|la nécessité) (?<of>de |d[’'])`, 'sans '),
  phrase('filler', String.raw` (?:et ce|, et ce),? (?=(?:gratuitement|dès|jusqu|toute|sans|quel))`, ' '),
  phrase(
    'filler',
    String.raw`(?<![\s’'](?:êtes|es|est|sont|sommes|soyez|suis|être|de|plus|moins|aussi|très|si|et|ou)) ${KEEN}(?:(?:, | et | & )${KEEN})*(?= (?:pour|au|aux|à|en|chez|qui)\s| ?(?:[,.!:]|\((?!e))|$)`,
    '',
    { only: () => WORK },
  ),
  phrase(
    'filler',
    String.raw`\bpour (?:rejoindre|compléter|renforcer|intégrer) (?:notre|nos|l[’'])\s?(?:super |belle |jeune |petite |sympathique )?équipes? (?:au sein (?<of>de la |du |de l[’']|des )|dans (?<in>la |le |l[’']|les ))`,
    ({ of = '', in: inside = '' }) => `pour ${inside === '' ? (ARTICLE[of.toLowerCase()] ?? of.slice(3)) : inside}`,
  ),
  phrase(
    'filler',
    String.raw`(?<!^)(?<of>\b(?:de |à ))?l[’']ensemble (?<link>des |de (?=(?:nos|vos|ses|leurs|mes|ces|cette|notre|votre|la)\s))`,
    ({ of = '', link = '' }, { text }, __, at) => {
      const plain = of.trim().toLowerCase();
      // As a subject it goes with a verb in the singular.
      if (
        of === '' &&
        (/(?:que|comme|quand|si|où) $/u.test(text.slice(0, at)) ||
          !/(?:\p{L}(?:er|ir|re|ez|ons|ent|e|é|a)|avec|pour|dans|sur|par|entre) $/u.test(text.slice(0, at)))
      )
        return undefined;
      if (link.startsWith('des')) return plain === 'de' ? 'des ' : plain === 'à' ? 'aux ' : 'les ';
      return of;
    },
  ),
  // "De nombreuses nouveautés et corrections, dont un mode hors ligne" → "Un mode hors ligne".
  phrase(
    'filler',
    String.raw`^(?:De (?:très )?nombreuses|Plein de|Beaucoup de|Plusieurs|Une foule de|Un tas de) (?:belles |petites |nouvelles )?(?:nouveautés|améliorations|corrections|fonctionnalités|évolutions)(?: et (?:d[’']|de |des )?(?:belles |petites |nouvelles )?(?:nouveautés|améliorations|corrections|fonctionnalités|évolutions))?,? (?:dont|avec notamment|notamment|parmi lesquelles) (?=(?:une? |le |la |les |l[’']|des |du |\d)[^.!?]{12,})`,
    '',
  ),
];

const opener: Operation = dropped('filler', OPENERS.join('|'), LEANS, { where: 'first' });
const ARTICLE: Readonly<Record<string, string>> = { 'de la ': 'la ', 'du ': 'le ', 'des ': 'les ' };
