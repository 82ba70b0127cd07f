// Words of French of which one is wrong beside the other: "la fête ce tiendra", "quel belle victoire", "on se retrouvent".
import { lazy } from '#base/lazy.js';
import type { Confusion } from './confusions.js';
import type { Pair } from './english-confusions.js';
import { wordSet } from '#base/word-set.js';
import { WORD_CLASS, type WordList } from './word-list.js';

const SENTENCE = '(?<=^|[.!?…:] |[\\u0300-\\uffff] )';
const OPENS = '(?<=^|[.!?…:,] |et |car |mais )';
const HER =
  'entrée|séance|visite|inscription|participation|réunion|conférence|exposition|expo|salle|piscine|boutique|mairie|médiathèque|bibliothèque|route|rue|soirée|journée|formation|buvette|billetterie|librairie|boulangerie|crèche|école|plage|patinoire';
const HIM =
  'musée|marché|concert|spectacle|atelier|repas|stage|tournoi|match|parc|magasin|bureau|secrétariat|stationnement|parking|zoo|bal|café|pont|jardin|restaurant|festival|vide-grenier|guichet|gymnase|stade|cinéma|théâtre';
const VOWEL_HIM =
  'atelier|album|article|ouvrage|épisode|espace|outil|abonnement|appel|arrivage|itinéraire|élève|habitant|hôtel|horaire|ordinateur|agenda|arrêt|accueil|appartement|événement|évènement|étal|écran|ami|adhérent|entraîneur|orgue|orchestre|éditeur|endroit|objet|arbre|animal|été|automne|hiver|exemple|exercice|échange|immeuble|hommage';
const VOWEL_HER =
  'association|initiative|école|église|équipe|exposition|expo|émission|enquête|étude|étape|aventure|année|action|annonce|offre|occasion|œuvre|opération|image|idée|histoire|heure|édition|entreprise|activité|application|adresse';

/** The rows: see `Pair`. */
export const frenchPairs = lazy((): readonly Pair[] => [
  ['si ', `${SENTENCE}si (vous|tu|on|elle|j’|nous|elles) ?aur(ais|ait|iez|ions|aient)`, 'si $1 av$2'],
  [
    ' ce ',
    '(?<=[a-zà-ÿ]{3,} )(?<!(?:que|qui|est|sur|par|car|puis|plus|dont|chez|vers|fait|été|moins|ici|tout|avec|dans|pour|sans|mais|quand|comme|donc|selon|contre|après|avant|depuis|aussi|parce) )ce (tiendr(?:a|ont)|tient|tiennent|dérouler?(?:a|ont|nt)?|passer(?:a|ont)|terminer?(?:a|ont|nt)?|trouver?(?:a|ont|nt)?|situe(?:nt)?|réunir(?:a|ont)|réunissent|poursui(?:t|vra|vent)|retrouver?(?:a|ont|nt)|feront|préparent)(?= )',
    'se $1',
  ],
  [' ce sont ', '(?<=[a-zà-ÿ]{3,}[sx] )ce sont (?=[a-zà-ÿ]{3,}ée?s )', 'se sont '],
  [
    'ca ',
    `${SENTENCE}ca (?=(?:va|sera|fait|vous|nous|peut|commence|ne|se|marche|arrive|donne|serait|suffit|bouge|roule|continue|parle|reste|dépend|vient|existe|change) )`,
    'ça ',
  ],
  [
    'est |sera ',
    `${OPENS}((?:la |notre |votre |cette |l’)(?:${HER}) (?:est|sera)) (gratuit|payant)(?= |[.,!:;]|$)`,
    '$1 $2e',
  ],
  [
    'est |sera ',
    `${OPENS}((?:le |notre |votre |ce |l’)(?:${HIM}) (?:est|sera)) (gratuit|payant)e(?= |[.,!:;]|$)`,
    '$1 $2',
  ],
  ['nouvel ', '(une|la|cette) nouvel(?= [a-zà-ÿ])', '$1 nouvelle'],
  ['nouveau ', `(nouv)eau (?=(?:${VOWEL_HIM})(?![a-zà-ÿœ-]))`, '$1el '],
  ['ce ', `ce (?=(?:${VOWEL_HIM})(?![a-zà-ÿœ-]))`, 'cet '],
  ['ce |cet ', `cet? (?=(?:${VOWEL_HER})(?![a-zà-ÿœ-]))`, 'cette '],
  [
    'conseil',
    '(je (?:vous |te |leur |lui )?)conseil(?= (?:de|d’|le|la|les|ce|cette|un|une|vivement|à))',
    '$1conseille',
  ],
  ['accueil', '((?:je|on|il|elle|qui) (?:vous |nous |les |t’)?)accueil(?= [a-zà-ÿ])', '$1accueille'],
  [
    'travail',
    '(?<!(?:ce|celui|tout|rien) )(je|on|il|elle|qui) travail(?= (?:à|au|aux|en|sur|dans|avec|pour|depuis|chez|le))',
    '$1 travaille',
  ],
  [
    'avantage',
    '(?<!(?:pas|plus|peu|tant|beaucoup|sans|aucun|type|sorte|trop|jamais|autant|moins) )d’avantage (?=(?:de|d’|sur|en|que|encore) ?)',
    'davantage ',
  ],
  ['autant pour', `${SENTENCE}autant pour (moi|nous)(?= ?[,.!:])`, 'au temps pour $1'],
  [' lieux', '(a|aura|auront|ont|avait|avoir|eu|aurait) lieux', '$1 lieu'],
  [
    'quel ',
    `quel (belle|bonne|grande|jolie|joie|chance|victoire|soirée|journée|équipe|histoire|surprise|ambiance|fierté|aventure|semaine|année|réussite|émotion)`,
    'quelle $1',
  ],
  ['quelle ', 'quelle (match|plaisir|bonheur|succès|honneur|spectacle|week-end|talent|beau|bel|bon|grand)', 'quel $1'],
  ['grace ', 'grace (à|au|aux|a)(?= )', 'grâce $1'],
  ['pleins d', '(y a|avec|j’ai|on a|avons|attendent|fait|encore) pleins (de|d’)', '$1 plein $2'],
  ['en terme d', 'en terme (de|d’)', 'en termes $1'],
  ['à jours', '(mis|mise|mises|mettre|met|mettez|mettons) à jours', '$1 à jour'],
  ['tous à fait', 'tous à fait', 'tout à fait'],
  ['toute à l', 'toute à l’heure', 'tout à l’heure'],
  ["d’ors et|d'ors et", 'd’ors et déj[àa]', 'd’ores et déjà'],
  ['peut près', '[àa] peut près', 'à peu près'],
  ['excuses', 'je m’excuses', 'je m’excuse'],
  ['joins', 'ci-joins(?= (?:le|la|les|un|une|mon|notre))', 'ci-joint'],
  [
    'bonne ',
    'bonne (anniversaire|appétit|courage|week-end|retour|dimanche|samedi|vendredi|lundi|été|voyage|match|concert|noël)',
    'bon $1',
  ],
  [
    'bon ',
    'bon (fête|journée|soirée|année|rentrée|nuit|lecture|écoute|visite|semaine|chance|nouvelle|idée|continuation|route)(?= |[!.,]|$)',
    'bonne $1',
  ],
  ['vacance', 'bonnes vacance', 'bonnes vacances'],
  ['joyeuse ', 'joyeuse (anniversaire|noël)', 'joyeux $1'],
  [' prochains', '(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) prochains', '$1 prochain'],
  ['nombreuse ', 'de nombreuse (?=[a-zà-ÿœ]+s(?![a-zà-ÿ]))', 'de nombreuses '],
  ['tarif réduits', 'tarif réduits', 'tarif réduit'],
  ['les moin ', 'les moin de', 'les moins de'],
  ['on à ', '(?<!(?:l’|que l’) ?)on à (besoin|hâte|toujours|tous|décidé|pu|eu|fait|reçu|envie|enfin|aussi)', 'on a $1'],
  ['y as ', '(n’y) as(?= )', '$1 a'],
  [' peux ', '(il|elle|on|ça|qui|cela) peux', '$1 peut'],
  [
    ' dis',
    '((?:[mtlj]’)?(?:ai|as|a|avons|avez|ont)) dis(?= (?:que|qu|à|de|non|oui|un|la|le)(?![a-zà-ÿ])| ?[.,!:])',
    '$1 dit',
  ],
  [
    'tous le ',
    'tous le (village|quartier|pays|département|week-end|mois|temps|personnel|public|stade|matériel|stock|magasin|reste|groupe|bourg|canton)',
    'tout le $1',
  ],
  [
    ' peu ',
    '(on|il|elle|qui|ça|cela|salle) peu (?=(?:[a-zà-ÿ]{2,}(?:er|ir|oir|dre|tre)|être|faire)(?![a-zà-ÿ]))',
    '$1 peut ',
  ],
  ['peuve', '(ils|elles|qui) peuve', '$1 peuvent'],
  ['mini bus', 'mini bus', 'minibus'],
  ['sous vêtements', 'sous vêtements', 'sous-vêtements'],
  [
    'y à ',
    '(?<!d’)y à (?=(?:du|de|des|une?|le|la|les|plus|moins|beaucoup|encore|toujours|eu|peu|\\d{1,3})(?![a-zà-ÿ\\d]))',
    'y a ',
  ],
  [
    'dés ',
    `${SENTENCE}dés (?=(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|maintenant|demain|aujourd’hui|que|la rentrée|l’ouverture|le \\d|\\d)(?![a-zà-ÿ]))`,
    'dès ',
  ],
  ['à ou ', `${SENTENCE}là ou (?=(?:le|la|les|il|elle|on|nous|vous|tout|l’|j’))`, 'là où '],
  ["d’ou |d'ou ", 'd’ou (?=(?:vient|viennent|l’|le|la|les|vous|que|il|elle|venez|sort|part)(?![a-zà-ÿ])|l’)', 'd’où '],
  ['nous sommes ', 'nous nous sommes (?!(?:premi|derni|enti|fi|lég)er)([a-zà-ÿ]{3,})er', 'nous nous sommes $1és'],
  ['se sont ', 'ils se sont (?!(?:premi|derni|enti|fi|lég)er)([a-zà-ÿ]{3,})er', 'ils se sont $1és'],
  [
    'photo |vidéo |info |photo,|photo.',
    '(les|des|vos|nos|mes) (photo|vidéo|info)(?= (?:de|du|des|sont|prises|ici|sur|en)(?![a-zà-ÿ])| ?[.,!])',
    '$1 $2s',
  ],
  ['plusieurs personne', 'plusieurs personne', 'plusieurs personnes'],
  ['on à ', '(?<!l’ ?)on à ([a-zà-ÿ]{3,}é)', 'on a $1'],
  [
    'vouloir |venir |aller ',
    '(bien vouloir|pouvoir) (?!chez|assez|nez|riz)([a-zà-ÿ]{3,})ez(?= (?:le|la|les|un|une|des|vos|votre|ce|cette|à|en|sur|dès|avec|nous)(?![a-zà-ÿ]))',
    '$1 $2er',
  ],
  ['oublié pas|hésité pas', `${SENTENCE}n’(oubli|hésit)é pas`, 'n’$1ez pas'],
  [
    'er nous',
    `${SENTENCE}(retrouv|contact)er nous(?= (?:au|aux|à|par|sur|sous|pour|dès|vite|ce|le|la|samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi)(?![a-zà-ÿ])| ?[,.!:]|$)`,
    '$1ez-nous',
  ],
  ['sa ser', `${SENTENCE}sa (sera|serait)`, 'ça $1'],
]);

const ON = lazy(
  () =>
    /(?<![A-Za-zÀ-ÿŒœ-])(on (?:(?:se|vous|nous|y|en|ne|le|la|les) |[sndl][’'])?)([a-zà-ÿœ]{3,}e)nt(?![A-Za-zÀ-ÿŒœ’'-])/gi,
);
/** What ends so in the singular. */
const SINGULAR = wordSet('sent ment consent ressent dément pressent repent');

/** "on se retrouvent": a verb of many behind "on". */
const behindOn = (text: string, list: WordList): Confusion[] =>
  [...text.matchAll(ON())].flatMap(({ index, 0: written, 1: on = '', 2: verb = '' }) => {
    const many = list.lookUp(`${verb}nt`) ?? 0;
    const isVerb = (many & WORD_CLASS.verb) !== 0 && (many & (WORD_CLASS.noun | WORD_CLASS.adjective)) === 0;
    const isOne = ((list.lookUp(verb) ?? 0) & WORD_CLASS.verb) !== 0;
    if (!isVerb || !isOne || verb.endsWith('ie') || SINGULAR.has(`${verb}nt`)) return [];
    return [{ span: { start: index, end: index + written.length }, meant: on + verb }];
  });

/** Verbs of many behind "on". */
export const verbsBehindOn = (text: string, list: WordList): Confusion[] =>
  /(?<![a-zà-ÿ])on /i.test(text) && /ent(?![a-zà-ÿ])/.test(text) ? behindOn(text, list) : [];
