// Wording that says nothing and takes many forms: greetings, announcements, pointers to the link. What has one form stands
// in the lexicons. Read by the program only for texts with a word of it (scripts/lazy-packages.mjs).
import { forLanguage } from './by-language.js';
import { findTriggered, triggered, type Triggered } from './triggered.js';
import type { WordingKind } from './wording.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The start of a text behind signs, and of a sentence. */
const [TEXT_START, SENTENCE_START] = [
  '(?<=^[^A-Za-zÀ-ÿŒœ\\d]{0,4})',
  '(?<=(?:^|[.!?…\\n]\\s?)[^A-Za-zÀ-ÿŒœ\\d.!?]{0,3})',
];
/** What stands right before the link, or ends the text. */
const AT_LINK = '(?=\\s?[:.👇⬇️]{0,3}\\s*(?:https?:|$))';

/** Kinds of content and of notices that stand in brackets before a text; a subject there says something: "[Grève]". */
const BRACKETED =
  '\\[\\s?(?:(?:nouve(?:l|lle|au)|new|latest|notre|our|à lire|le|la|les|the)\\s){0,2}(?:article|billet|blog(?:\\spost)?|post|podcast|épisode|episode|vidéo|video|tuto(?:riel)?|tutorial|replay|communiqué|cp|press\\srelease|release|sortie|nouveautés?|new|news|actus?|actualités?|infos?|annonce|announcement|rapport|report|étude|study|dossier|portrait|interview|entretien|reportage|newsletter|infolettre|thread|fil|en\\simages|retour\\sen\\simages|photos?|zoom|focus|rappel|reminder|teaser|exclu(?:sif|sivité)?|exclusive|lecture|à\\s(?:lire|voir|écouter|découvrir)|guide|webinaire|webinar|infographie|infographic|case\\sstudy|événement|évènement|event)(?:\\s(?:de|du|sur|on|of|the|le|notre|our)(?:\\s(?:le|the|notre|our))?\\s(?:blog|presse|jour|semaine|mois|day|week|month|site)|\\s(?:presse|blog|vidéo|video))?\\s?\\]';

const FRENCH_FEELING =
  '(?:(?:très|si|tellement|super|trop|particulièrement|vraiment|extrêmement)\\s)?(?:heureu(?:x|se|ses)|ravie?s?|fi(?:er|ers|ère|ères)|contente?s?|enchantée?s?|honorée?s?)';
const FRENCH_TEXT =
  '(?:article|billet|tuto(?:riel)?|thread|fil|vidéo|post|épisode|podcast)(?:\\sde\\sblog|\\ssur\\s(?:le|mon|notre)\\sblog)?';

const FRENCH: readonly (readonly [WordingKind, readonly Triggered[]])[] = [
  [
    'courtesy',
    [
      triggered(
        'hello|coucou|salut|bonjour|bonsoir|hey',
        `${TEXT_START}(?:hello|coucou|salut|bonjour|bonsoir|hey)(?:(?:\\s(?:à (?:tous et à toutes|toutes et à tous|tous|toutes)|a tous|tout le monde|les (?:amis|amies|gens|copains)|la (?:twittosphère|team|communauté|compagnie)|twitter))|(?=\\s?[!,]))`,
      ),
      triggered(
        'chers |chères |madame, |mesdames, ',
        `${TEXT_START}(?:ch(?:ers|ères) (?:amis|amies|tous|toutes|abonnés|clients|lecteurs|voisins|habitants)(?=[ ,])(?:,? ch(?:ers|ères) [a-zà-ÿœ]+)?(?=,)|madame, monsieur|mesdames, messieurs)`,
      ),
      triggered(
        'rt si|liker|likez|partagez et|abonnez-vous et',
        "(?:n[’']hésitez pas à )?(?:liker|likez)(?:,? (?:et|à)? ?(?:rt|partage[rz]|retweete[rz]|commente[rz]))*(?: si (?:ça|cela) vous (?:a plu|plaît))?|rt si (?:ça|cela) vous (?:a plu|plaît)",
      ),
    ],
  ],
  [
    'leadIn',
    [
      triggered('saviez', "(?:le\\s)?saviez[- ]vous(?:\\sque(?=\\s)|(?=\\squ[’']))"),
      triggered(
        'juste |petit mot|petit message|voulais vous|voulions vous|tenais à vous|tenions à vous',
        `(?:juste\\s)?(?:(?:un\\s)?(?:petit\\s)?(?:mot|message|rappel)\\s)?pour\\svous\\s(?:dire|informer|prévenir|rappeler|signaler)(?:\\sque(?=\\s)|(?=\\squ[’']))|(?:je|nous|on)\\s(?:voulais|voulions|voulait|tenais\\sà|tenions\\sà|tenait\\sà)\\svous\\s(?:dire|informer|prévenir|annoncer|signaler)(?:\\sque(?=\\s)|(?=\\squ[’']))`,
      ),
      triggered(
        'faire savoir|regret de vous|vous informe qu',
        "(?:nous\\s|je\\s|on\\s)?(?:tenons\\sà\\s|tient\\sà\\s|tiens\\sà\\s)vous\\sfaire\\ssavoir(?:\\sque(?=\\s)|(?=\\squ[’']))|(?:nous\\ssommes|je\\ssuis|on\\sest)\\sau\\sregret\\sde\\svous\\s(?:informer|annoncer)(?:\\sque(?=\\s))?|je\\svous\\sinforme(?:\\sque(?=\\s)|(?=\\squ[’']))",
      ),
    ],
  ],
  [
    'boast',
    [
      triggered(
        'heureu|ravi|fier|fière|content|enchanté|honoré',
        `(?:(?:nous sommes|on est|je suis)\\s)?${FRENCH_FEELING}\\s(?:de\\s(?:pouvoir\\s)?(?:enfin\\s)?(?:vous\\s)?(?:annoncer|présenter|dévoiler|partager|convier|proposer|informer|faire\\s(?:découvrir|part)|confirmer|inviter)|d[’']annoncer)(?:\\s(?:avec\\svous|que(?=\\s)))?`,
      ),
      triggered(
        'plaisir de|joie de|honneur de',
        "(?:avons|avions|aurons|aura|auront|a|ont|ai)\\s(?:eu\\s)?(?:le\\s(?:grand\\s|très\\sgrand\\s)?|l[’'](?:immense\\s)?|la\\s(?:grande\\s)?|une\\simmense\\s)(?:plaisir|joie|honneur)\\sde\\s(?:vous\\s)?(?:annoncer|présenter|proposer|convier|inviter|recevoir|accueillir|informer|faire\\s(?:découvrir|part))",
      ),
      triggered('grande nouvelle', `${SENTENCE_START}(?:une\\s|très\\s)?grande\\snouvelle(?=\\s?[!:])`),
    ],
  ],
  [
    'contentLabel',
    [
      triggered('[', `${TEXT_START}${BRACKETED}`),
      triggered(
        'article|billet|tuto|thread|vidéo|post|épisode|podcast',
        `(?:j[’']ai|nous avons|on a|(?:je viens|nous venons|on vient) d(?:e\\s|[’']))\\s?(?:(?:enfin|aussi|récemment|également)\\s)?(?:écri(?:t|re)|publi(?:é|er)|rédig(?:é|er)|tourn(?:é|er)|enregistr(?:é|er)|post(?:é|er)|fait|faire)\\s(?:une?|mon|ma|notre)\\s(?:(?:nouve(?:l|lle|au)|petite?|courte?|longue?)\\s){0,2}${FRENCH_TEXT}(?:\\s(?:pour\\s(?:vous\\s)?expliquer|(?:dans\\slequel|où)\\s(?:j[’']|je\\s|nous\\s|on\\s)(?:vous\\s)?expliqu(?:e|ons)))?`,
      ),
      triggered(
        'voici un|petit tuto|petit thread|petite vidéo',
        `(?:voici\\sune?\\s)(?:petite?\\s)?(?:nouve(?:l|lle|au)\\s)?${FRENCH_TEXT}(?:\\sque\\sj[’']ai\\sfaite?)?(?:\\spour\\s(?:vous\\s)?(?:expliquer|montrer|apprendre)(?:\\scomment)?)?|${SENTENCE_START}petite?\\s${FRENCH_TEXT}(?=\\s(?:sur|pour|où|qui))`,
      ),
      triggered(
        'enfin',
        `(?:notre|mon|ma|le)\\s(?:nouve(?:l|lle|au)\\s)?(?:article|étude|livre|rapport|épisode|numéro|papier)\\sest\\senfin\\s(?:sorti|paru|publié|en\\sligne|disponible)e?`,
      ),
      triggered('nouvel épisode', `${SENTENCE_START}nouvel\\sépisode(?:\\sdu\\spodcast)?(?=\\s?!)`),
    ],
  ],
  [
    'emptyPointer',
    [
      triggered(
        'lien|adresse suivante',
        `(?:en\\s)?(?:cliquant|cliquez)\\s(?:sur\\s)?(?:ce|le)\\slien(?:\\s(?:suivant|ci-dessous|ci-après))?|en\\ssuivant\\s(?:ce|le)\\slien(?:\\s(?:suivant|ci-dessous))?|(?:via|par|sur|par le biais de)\\s(?:ce|le)\\slien(?:\\s(?:suivant|ci-dessous))?${AT_LINK}|à\\sl[’']adresse\\ssuivante|${SENTENCE_START}(?:le\\s)?lien${AT_LINK}`,
      ),
      triggered(
        'lire l|lire la|voir',
        `${SENTENCE_START}(?:voir|lire\\s(?:l[’']article|la\\ssuite|le\\sbillet)(?:\\scomplet)?)${AT_LINK}`,
      ),
      triggered(
        'vous pouvez',
        `vous\\spouvez\\s(?:(?:dès\\smaintenant|désormais|aussi|également|déjà)\\s)?(?:lire|consulter|retrouver|découvrir|voir|télécharger|réécouter|écouter|regarder|vous\\sinscrire|réserver)(?:(?![.!?:\\n]).){0,45}?\\sici${AT_LINK}`,
      ),
      triggered(
        ' ici| site|en ligne|blog',
        `(?:est|sont)\\s(?:aussi\\s|désormais\\s)?(?:disponibles?|consultables?|téléchargeables?|à\\s(?:lire|voir|retrouver|découvrir|consulter))\\s(?:ici|sur\\s(?:le|notre)\\s(?:site|blog)(?:\\sinternet|\\sweb)?|en\\sligne)${AT_LINK}|sur\\s(?:le|notre|mon)\\s(?:site|blog)(?:\\sinternet|\\sweb)?${AT_LINK}`,
      ),
    ],
  ],
];

const ENGLISH_FEELING = '(?:excited|thrilled|delighted|pleased|proud|happy|honou?red|humbled)';
const ENGLISH_TEXT = '(?:(?:blog\\s)?post|article|thread|video|tutorial|write-up|podcast|episode)';

const ENGLISH: readonly (readonly [WordingKind, readonly Triggered[]])[] = [
  [
    'courtesy',
    [
      triggered(
        'hi|hey|hello|good morning|good afternoon|good evening',
        `${TEXT_START}(?:hi|hey|hello|good\\s(?:morning|afternoon|evening))(?:\\s(?:everyone|everybody|folks|guys|friends|all|there)(?=\\s?[,!.]|\\sjust\\s|\\sa\\s|\\sit|\\swe\\s)|(?=\\s?[,!]\\s(?!world)))`,
      ),
      triggered(
        'hope you',
        "(?:(?:i|we)\\s)?hope\\s(?:you(?:[’']re|\\sare)?|your)\\s(?:all\\s)?(?:(?:having|had)\\sa\\s(?:\\w+\\s)?(?:day|week|weekend|summer|holiday|time|break|start)|(?:keeping\\s)?well(?=\\s?[.,!])|enjoy(?:\\sit)?(?=\\s?[.,!]))",
      ),
      triggered(
        'subscribe|give us a|like and',
        "(?:make\\ssure\\s(?:to|you)\\s)?(?:check\\sit\\sout\\sand\\s)?(?:give\\sus\\sa\\s)?like,?\\s(?:and\\s)?share(?:,?\\s(?:and\\s)?subscribe)?(?=\\s?[.,!]|\\s*https?:|$)|don[’']t\\sforget\\sto\\s(?:like|subscribe)(?:\\s(?:and|or)\\s\\w+)?",
      ),
    ],
  ],
  [
    'leadIn',
    [
      triggered('did you know', 'did\\syou\\sknow\\sthat(?=\\s)'),
      triggered(
        'reminder|quick note|heads-up|heads up|quick word',
        `${SENTENCE_START}(?:just\\s)?(?:a\\s)?(?:(?:quick|friendly|gentle|little|short|final)\\s)?(?:reminder|note|heads-up|heads\\sup|word)(?:\\s(?:to|for)\\s(?:all\\s|our\\s|the\\s)?(?!let|say|remind|tell)[a-z]+)?(?:\\sto\\s(?:let\\syou\\s(?:all\\s)?know|say|remind\\syou|tell\\syou))?\\sthat(?=\\s)`,
      ),
      triggered(
        'wanted to|want to let',
        '(?:i|we)\\s(?:just\\s)?want(?:ed)?\\sto\\s(?:let\\syou\\s(?:all\\s)?know|tell\\syou)(?:\\sthat)?(?=\\s)',
      ),
      triggered(
        'advised that|informed that|aware that|reminded that|notified that|advised of',
        `(?:${SENTENCE_START}[a-z][^.!?:\\n]{2,40}\\sare|please\\sbe)\\s(?:hereby\\s|kindly\\s)?(?:advised|informed|reminded|notified|aware)\\sthat(?=\\s)`,
      ),
      triggered('it is important to', 'it\\sis\\simportant\\sto\\s(?:remember|note|know)\\sthat(?=\\s)'),
      triggered(
        'it has been ',
        // "revealed by documents seen by the Courier that" is an attribution: who cuts it loses the source.
        'it\\shas\\sbeen\\s(?:(?:revealed|reported|confirmed|found)(?:\\sby\\s(?:us|our\\s\\w+))?|(?:announced|decided)(?:\\sby\\s(?:(?!\\bthat\\b)[^.,!?:\\n]){3,30})?)\\sthat(?=\\s)',
      ),
    ],
  ],
  [
    'boast',
    [
      triggered(
        'excited|thrilled|delighted|pleased|proud|happy|honored|honoured|humbled',
        `(?:(?:we|i)(?:[’'](?:re|m)|\\sare|\\sam)\\s)?(?:(?:so|super|really|extremely|very|absolutely|beyond|incredibly)\\s)?${ENGLISH_FEELING}(?:\\sand\\s${ENGLISH_FEELING})?\\sto\\s(?:be\\s(?:able\\sto\\s)?)?(?:finally\\s)?(?:shar(?:e|ing)|announc(?:e|ing)|present(?:ing)?|introduc(?:e|ing)|confirm|reveal|unveil)(?:\\sthat(?=\\s))?`,
      ),
      triggered(
        'pride that|pleasure that|pleasure of',
        'it\\sis\\swith\\s(?:great\\s|much\\s|immense\\s)?(?:pride|pleasure|joy)\\sthat\\s(?:i|we)(?:\\scan)?(?:\\s(?:announce|share|tell\\syou)(?:\\sthat)?)?|(?:we|i)\\s(?:had|have)\\sthe\\s(?:absolute\\s|great\\s)?pleasure\\sof\\s(?:being\\sjoined\\sby|welcoming|hosting|having)',
      ),
      triggered('so proud', `${SENTENCE_START}so\\sproud(?=\\s?[!.])`),
    ],
  ],
  [
    'contentLabel',
    [
      triggered('[', `${TEXT_START}${BRACKETED}`),
      triggered(
        'post|article|thread|video|tutorial|write-up|podcast|episode',
        `(?:so\\s)?(?:i|we)(?:[’']ve|\\shave)?(?:\\s(?:just|finally|recently|also)){0,2}\\s(?:got\\saround\\sto\\s)?(?:written|wrote|writing|published|publishing|posted|recorded|made|making)\\s(?:up\\s)?(?:an?|my|our)\\s(?:(?:new|short|little|quick|long)\\s){0,2}${ENGLISH_TEXT}(?:\\s(?:about|on|explaining|describing)(?:\\show(?=\\s))?)?`,
      ),
      triggered('alert', `${SENTENCE_START}(?:new\\s)?(?:episode|post|blog|video)\\salert(?=\\s?[!:])`),
      triggered(
        'new episode|new video|new post|new article',
        `${SENTENCE_START}new\\s(?:episode|video|blog\\spost|post|article)(?=\\s?!)`,
      ),
      triggered(
        'has just been published|has been published|is finally|is here|is out',
        `${SENTENCE_START}(?:my|our)\\s(?:new|latest)\\s\\w+\\s(?:has\\s(?:just\\s|finally\\s)?been\\spublished|is\\s(?:finally\\s)?(?:here|out))(?=\\s?!)`,
      ),
    ],
  ],
  [
    'emptyPointer',
    [
      triggered(
        ' here|clicking',
        `(?:you\\scan|you[’']ll|to)\\s(?:now\\s|also\\s)?(?:be\\sable\\sto\\s)?(?:read|see|find|view|watch|book|sign\\sup|apply|register|buy|get|download|listen)(?:(?![.!?:\\n]).){0,45}?\\s(?:here|by\\sclicking\\s(?:here|(?:on\\s)?(?:the|this)\\slink))${AT_LINK}|by\\sclicking\\s(?:here|(?:on\\s)?(?:the|this)\\s(?:link|button))(?:\\sbelow)?|${SENTENCE_START}(?:(?:the\\s|my\\s)?blog\\spost|link|(?:the\\s)?link)\\shere${AT_LINK}`,
      ),
      triggered(
        'can be found|can be accessed',
        `(?:(?:more|further)\\s(?:information|info|details)|updates|details|it)\\scan\\sbe\\s(?:found|accessed)\\s(?:here|at|online|on\\sour\\s(?:web)?site|by\\sclicking\\shere)${AT_LINK}`,
      ),
      triggered(
        'link',
        `(?:via|at|using|on|through)\\sthe\\s(?:link\\sbelow|following\\slink|below\\slink)|${SENTENCE_START}link(?:\\sbelow)?${AT_LINK}|read\\sour\\sfull\\s(?:story|report|article)(?:\\sby\\sclicking\\s(?:on\\s)?the\\slink)?`,
      ),
      triggered(
        'please visit|to read the full',
        `(?:for\\s(?:more|further)\\s(?:information|info|details),?\\s)?please\\svisit${AT_LINK}|to\\sread\\sthe\\sfull\\s(?:story|study|report|article),?\\s(?:please\\s)?(?:visit|click|see)`,
      ),
    ],
  ],
];

const PATTERNS: Readonly<Record<string, readonly (readonly [WordingKind, readonly Triggered[]])[]>> = {
  fr: FRENCH,
  en: ENGLISH,
};

/** Where a text of that language greets, announces or points, by kind; none for a language that is not read. */
export const openingWords = (
  text: string,
  language: string | undefined,
): { readonly kind: WordingKind; readonly span: Stretch }[] =>
  (forLanguage(PATTERNS, language) ?? []).flatMap(([kind, list]) =>
    findTriggered(text, list).map((span) => ({ kind, span })),
  );
