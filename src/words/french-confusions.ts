// Words of French that exist and stand in the place of others: data for the confusions.
import type { Pair } from './english-confusions.js';

/** The confusions of French. */
export const frenchConfusions = (): readonly Pair[] => [
  // à and a
  [
    ' a ',
    'a (tout le monde|partir d[eu]|partir des|propos d[eu]|travers (?:le|la|les|un)|cause d[eu]|peu près|nouveau|bientôt|côté d[eu]|coté d[eu]|l’occasion|la fois|vélo|pied|domicile|volonté|condition d[eu]|destination d[eu]|savoir)',
    'à $1',
  ],
  [
    'à été|à eu|à fait|à pris|à dit|à mis|à vu|à reçu|à obtenu|à ouvert|à lancé|à publié|à voté|à décidé|à choisi|à créé',
    '(il|elle|on|qui|nous|vous|y|ils|elles|ville|mairie|équipe) à (été|eu|fait|pris|dit|mis|vu|reçu|obtenu|ouvert|lancé|publié|voté|décidé|choisi|créé)',
    '$1 a $2',
  ],
  [' à été', 'à été', 'a été'],
  // é, er
  ['était', '(a|ont|avait|aura) était', '$1 été'],
  // An apostrophe that is missing where the rest is no word
  [
    'jai ',
    'jai(?! alai)(?= (?:pu|eu|été|fait|vu|mis|dit|pris|écrit|enfin|aussi|toujours|jamais|besoin|hâte|envie|le|la|les|un|une|des|mon|ma|mes|deux|trois|[A-Za-zÀ-ÿŒœ]{2,}(?:é|i|u|is|ert)e?s?)(?![A-Za-zÀ-ÿŒœ]))',
    'j’ai',
  ],
  [' cest ', 'cest', 'c’est'],
  ['cetait|cétait', 'c[eé]tait', 'c’était'],
  [' quil', 'quil(s?)', 'qu’il$1'],
  [' quon ', 'quon', 'qu’on'],
  [' quun', 'quun(e?)', 'qu’un$1'],
  [' nest ', 'nest (pas|plus|que|jamais|rien)', 'n’est $1'],
  [' sest ', 'sest', 's’est'],
  ['aujourdhui', 'aujourdhui', 'aujourd’hui'],
  [' daccord', 'daccord', 'd’accord'],
  [' dabord', 'dabord', 'd’abord'],
  ['jusquau|jusquà', 'jusqu(aux?|à)', 'jusqu’$1'],
  ['lorsqu|puisqu', '(lorsqu|puisqu)(ils?|elles?|on)', '$1’$2'],
  ['quelquun', 'quelquun', 'quelqu’un'],
  // c'est, s'est, ces, ses
  [
    'est ',
    `(on|il|elle|qui|qu’il|qu’elle) c’est ([A-Za-zÀ-ÿŒœ]+(?:é|ée|i|ie|u|ue|is|ise|it|ite))(?![A-Za-zÀ-ÿŒœ])`,
    '$1 s’est $2',
  ],
  [
    'est ',
    '(équipe|club|classe|chorale|troupe|délégation|association|école|mairie|commune) c’est (rendue?|réunie?|retrouvée?|déplacée?|mobilisée?|engagée?)',
    '$1 s’est $2',
  ],
  [
    ' ces ',
    'ces (la|le|une?|pas|mon|ma|notre|votre|moi|toi|nous|vous|ici|parti|toujours|déjà|bientôt|gratuit|ouvert|fini|fait)',
    'c’est $1',
  ],
  ['ses ', `(?<=(?:^|[.!?…] ))ses (la|le|une?|pas|parti|ici)`, 'c’est $1'],
  ['ce ', `(ils|elles) ce (sont|font|retrouvent|réunissent|déroulent|trouvent)`, '$1 se $2'],
  ['ce ', `(il|elle|on) ce (trouve|déroule|passe|tient|réunit|retrouve|déplace|visite)`, '$1 se $2'],
  [' noel', 'noel', 'Noël'],
  // quel que
  [' quelque soit', 'quelque soit', 'quel que soit'],
  [' quelque soient', 'quelque soient', 'quels que soient'],
  [' quel que soit la', 'quel que soit la', 'quelle que soit la'],
  [' quelle que soit le', 'quelle que soit le', 'quel que soit le'],
  // ça, sa
  [' sa ', 'sa (va|marche|fait|commence|suffit|dépend|devient|y est|prend|évite|permet|coûte|vous|nous)', 'ça $1'],
  [
    ' ca ',
    'ca (va|marche|fait|commence|suffit|dépend|devient|arrive|y est|se passe|ne|n|peut|vous|change|vient)',
    'ça $1',
  ],
  // others
  [' quand ', 'quand (à (?:la|l|eux|elles|lui|nous|vous|moi)|au|aux) (?!moment|début|fond|lieu)', 'quant $1 '],
  ['importe', 'peut? importe', 'peu importe'],
  [' peux importe', 'peux importe', 'peu importe'],
  [' mieux vaux', 'mieux vaux', 'mieux vaut'],
  [' la plus ', 'la plus ?part', 'la plupart'],
  ['et oui', '(?<=(?:^|[.!?…] ?))et oui(?= ?[,!])', 'eh oui'],
  [' français sur', '(\\d+|une?|deux|trois) français sur (?=\\d|deux|trois|quatre|cinq|dix)', '$1 Français sur '],
  ['ores et déjà', 'd?ores et déjà', 'déjà'],
  [
    ' vous ',
    '(?<=(?:^|[.!?…:] ?|le |ne |\\n))(savez|saviez|voulez|pouvez|connaissez|avez|êtes|cherchez|souhaitez|aimez|pensez) vous(?= [^.!?\\n]{0,120}\\?)',
    '$1-vous',
  ],
  [' plus tôt que de', 'plus tôt que de', 'plutôt que de'],
  [' prêt de', 'prêt des? (\\d|chez|la|l’)', 'près de $1'],
  [' en faite', 'en faite(?= ?[,.:])', 'en fait'],
  [' voir même', 'voir même', 'voire'],
  ['avantage', `d’avantage(?= ?[.,:;!?]|$)`, 'davantage'],
  [' tout à faits', 'tout à faits', 'tout à fait'],
  ['avantage', '(d|l)’avantages? à (?=[A-Za-zÀ-ÿŒœ]+er)', '$1’avantage à '],
  ['leurs ', '(nous|vous) leurs ([A-Za-zÀ-ÿŒœ]+ons|[A-Za-zÀ-ÿŒœ]+ez)', '$1 leur $2'],
  // où, ou
  [
    ' ou ',
    '(jour|moment|endroit|lieu|époque|année|ville|village|pays|quartier|maison|rue|là) ou (on|il|elle|nous|vous|ils|elles|je)',
    '$1 où $2',
  ],
  [' ou', '(d’|par |jusqu’)ou(?= (?:vient|viennent|passe|passent|commencer|partir|vont|va))', '$1où'],
  // son, sont
  [
    ' son ',
    '(ils|elles|qui|ce) son (?=[A-Za-zÀ-ÿŒœ]+(?:és|ées|is|ies|us|ues|erts|ertes|ibles|uits|uites)(?![A-Za-zÀ-ÿŒœ]))',
    '$1 sont ',
  ],
  // s'y, n'y
  [' si ', '(comment|pour|de|à) si (prendre|rendre|inscrire|retrouver|préparer|mettre|retrouver|perdre)', '$1 s’y $2'],
  [
    ' ni ',
    '(il|on|elle|je|vous|nous) ni (a|avait|aura|comprends?|pense|croit|va|vois?|voit|connaît|peut|arrive)',
    '$1 n’y $2',
  ],
  // sûr, dû, mûr
  [
    ' bien sur',
    'bien sur(?! (?:le|la|les|un|une|ce|cet|cette|son|sa|ses|votre|vos|notre|nos|mon|ma|mes|leurs?|des|du|X|Twitter|place|tout))',
    'bien sûr',
  ],
  [
    ' a du ',
    '(a|ont|avons|avez) du (?=(?:fermer|quitter|partir|renoncer|annuler|reporter|attendre|arrêter|changer|faire|prendre|être|avoir|rendre|payer|apprendre|choisir|trouver|réduire|vendre|cesser|refaire|déplacer|évacuer)(?![A-Za-zÀ-ÿŒœ]))',
    '$1 dû ',
  ],
  // censé, près, cours, fois, voix, compte, pause, tâche
  [
    ' sensé',
    '(est|sont|était|étaient|êtes|suis|sommes) sensé(e?s?)(?= (?:[A-Za-zÀ-ÿŒœ]+(?:er|ir|re|oir)|ne|n’|y|le|la|les|se|s’)(?![A-Za-zÀ-ÿŒœ]))',
    '$1 censé$2',
  ],
  [' près à', 'près à (?=[A-Za-zÀ-ÿŒœ]+(?:er|ir|re|oir)(?![A-Za-zÀ-ÿŒœ]))', 'prêts à '],
  [' cour', '(au|en) cour(?= (?:de|du|d’|des)(?![A-Za-zÀ-ÿŒœ]))', '$1 cours'],
  [
    ' cour d',
    'cour (?=(?:de|d’) ?(?:danse|langue|français|anglais|breton|natation|cuisine|musique|piano|guitare|dessin|yoga|théâtre|informatique|couture|soutien)(?![A-Za-zÀ-ÿŒœ]))',
    'cours ',
  ],
  [
    ' foi',
    '(une|deux|trois|quatre|plusieurs|chaque|première|dernière|cette|des|quelques) (foi|foie|foies)(?= (?:par|de|que|pour|où|à|encore)|[.,:;!?]|$)',
    '$1 fois',
  ],
  [' voie', '(vive|haute|pleine|de la) voie haute', '$1 voix haute'],
  [' voie', '(à|de) (haute|vive) voie', '$1 $2 voix'],
  [' conte', '(en|tenir|prendre en|rendre|rends|rend|rendez) conte(?= (?:de|du|d’|des|que|qu’))', '$1 compte'],
  [' conte tenu', 'conte tenu', 'compte tenu'],
  [' pose', '(une|la) pose (café|déjeuner|pipi|goûter|midi|cigarette|estivale)', '$1 pause $2'],
  [
    ' tache',
    '(à la|une lourde|cette lourde|vos|nos|leurs|les) tache(s?)(?= (?:quotidiennes?|ménagères?|administratives?|répétitives?))',
    '$1 tâche$2',
  ],
  [
    ' cession',
    '(une|la|chaque|prochaine|cette|par) cession(?= (?:de|d’) ?(?:formation|information|rattrapage|travail|yoga|jeux?|recrutement|questions))',
    '$1 session',
  ],
  [' quelque fois', 'quelque fois', 'quelquefois'],
  [' soi disant', 'soi disant', 'soi-disant'],
  [' au jour d’aujourd’hui', 'au jour d’aujourd’hui', 'aujourd’hui'],
  ['plutôt', 'plutôt que (prévu|d’habitude|les autres années)', 'plus tôt que $1'],
  [' bon marcher', 'bon marcher', 'bon marché'],
  [' parmis', 'parmis', 'parmi'],
  [' hormi ', 'hormi', 'hormis'],
  [' malgrés', 'malgrés', 'malgré'],
  ['inclue', '([A-Za-zÀ-ÿŒœ]{2,}) inclue(s?)(?= ?[.,:;!?)]|$)', '$1 incluse$2'],
  // on, ont
  [
    ' on ',
    '([A-Za-zÀ-ÿŒœ]+[sx]|qui) on ((?!thé|été dernier|côté|marché|santé|pied)[A-Za-zÀ-ÿŒœ]+é|eu|pris|mis|vu|vécu|reçu|obtenu|pu|dû|connu|perdu|rendu|choisi|réussi|subi|grandi|ouvert|offert|appris|compris|permis|repris|tenu|voulu|vendu|répondu|attendu)',
    '$1 ont $2',
  ],
  [' ont ', '(?<=^|[.!?:] |si |quand |puisqu’|lorsqu’)ont (peut|va|vous|nous|est|doit|se|dit|ne|n’|a)', 'on $1'],
  // et, est
  [
    ' et ',
    '(qui|cela|ça|il) et (très|trop|toujours|déjà|ouvert|fermé|gratuit|disponible|possible|prévu|prêt)',
    '$1 est $2',
  ],
  [
    ' et ',
    '(entrée|accès|exposition|inscription|réservation|bibliothèque|médiathèque|mairie|piscine|musée|parking|salle|atelier|visite|boutique|concert|spectacle) et (gratuite?|libre|obligatoire|ouverte?|fermée?|disponible|complète?|possible|prévue?)(?= ?[.,:;!?]| (?:à|le|du|de|jusqu’|en|pour|sur|dès|ce|au|aux|tous|chaque)(?![A-Za-zÀ-ÿŒœ]))',
    '$1 est $2',
  ],
  // son, sont
  [
    ' son ',
    'son (disponibles|gratuits|gratuites|prêts|prêtes|nombreux|nombreuses|ouverts|ouvertes|fermées|fermés|invités|attendus|attendues|prévus|prévues|obligatoires)',
    'sont $1',
  ],
  [' sont ', '(dans|avec|par|sous|sur|chez|vers|sans) sont ', '$1 son '],
  // c'est, s'est, ces
  [
    "c’est |c'est ",
    'c’est ((?!nous|vous|eux|tous|toutes|les|des|mes|ses|nos|vos|pas|plus|moins|alors|toujours|jamais)[A-Za-zÀ-ÿŒœ]{3,}s) (sont|ont|seront)',
    'ces $1 $2',
  ],
  [
    "s’est |s'est ",
    '(?<=^|[.!?:…] )s’est (un|une|le|la|les|pas|gratuit|parti|possible|ici|aussi|bientôt|très|trop)',
    'c’est $1',
  ],
  // à, a
  ["jusqu’a|jusqu'a", 'jusqu’a(?= )', 'jusqu’à'],
  [' a ', '(\\d ?h(?: ?\\d\\d)?) a (\\d+)', '$1 à $2'],
  [
    ' a ',
    'a (lire|relire|voir|revoir|remplir|gagner|découvrir|partager|retrouver|télécharger|savoir|suivre|vendre|louer|écouter|visiter|réserver|retenir|venir|consulter|compléter|rendre|envoyer|retourner|noter|prendre|emporter|déposer|signer|éviter|vérifier|donner|prévoir|essayer|cuisiner|planter|pourvoir|faire)',
    'à $1',
  ],
  [
    ' a ',
    '(grâce|face|quant|rapport|mise|(?<!la |sa |ma |une )suite|due?s?|bienvenue|merci|destinée?s?|consacrée?s?|adaptée?s?) a (la|l’|un|une|votre|notre|nos|vos|leur|leurs|ce|cet|cette|ces|jour|disposition|tous|toutes)',
    '$1 à $2',
  ],
  [' a ', '(peu) a (peu)|(pas) a (pas)|(tout) a (fait|coup|l’heure)|(face) a (face)', '$1$3$5$7 à $2$4$6$8'],
  [
    ' a ',
    '(né[es]{0,2}|située?s?|installée?s?|rendez-vous|habite|habitez|habitent|arrivée?s?|venez|domicilié|\\d ?%|€|jours|ans|heures|euros|personnes) a (?!pour |lieu |besoin |déjà |toujours |aussi |bien |[a-zà-ÿœ]+(?:ée?s?|u|it|ert|is)(?![a-zà-ÿœ]))(?=[A-ZÀ-Þ][a-zà-ÿœ]{2,})',
    '$1 à ',
  ],
  // où, ou
  [
    ' ou que',
    '(?<!que [^.!?]{0,120})ou que (vous (?:soyez|habitiez|alliez|viviez)|tu (?:sois|habites|ailles|vives)|nous soyons)',
    'où que $1',
  ],
  [' a t', 'a (temps (?:plein|partiel|complet))', 'à $1'],
  [' a ', 'a (bord d[eu]|mi-temps|ciel ouvert|prix (?:libre|réduit|coûtant)|présent(?= ?[,.!]))', 'à $1'],
  [
    ' a ',
    '(ouverte?s?|accessibles?|réservée?s?|interdite?s?|offerte?s?|dédiée?s?|invitée?s?) a (tous|toutes|la|l’|un|une|nos|vos|notre|votre)',
    '$1 à $2',
  ],
  // An hour has nothing behind it; "le stage a 20 h de cours" has what the hours are of.
  [
    ' a ',
    '(?<!(?:il|elle|on|qui|y|tu|en|ça|cela|personne) )a (\\d{1,2} ?h(?: ?\\d\\d)?)(?! ?(?:de|d’|par|pour|en moyenne|chaque|supplémentaires?|hebdo)|\\d)',
    'à $1',
  ],
  // A noun that opens a sentence without its article is no subject.
  [
    ' a ',
    '(?<=(?:^|[.!?:…] ?))(inscriptions?|rendez-vous|réservations?|renseignements?|infos|billets?|départs?|accueil|dépôts?|retraits?|visites?|ventes?|ateliers?|spectacles?|concerts?|séances?) a (la|l’|votre|notre|nos|vos|partir)',
    '$1 à $2',
  ],
  [' au cas ou', 'au cas ou', 'au cas où'],
  [
    ' ou ',
    '(sais|sait|savez|savons|savent|ignore|ignorent|demande|demandez)((?: pas| encore| plus| bien| toujours){0,2}) ou (?=(?:le|la|les|on|il|elle|vous|nous|se|aller|trouver|un|une|des) |l’)',
    '$1$2 où ',
  ],
  [' mesure ou', 'dans la mesure ou', 'dans la mesure où'],
  [' partout ou', 'partout ou (vous|on|il|elle|nous|ils|elles|je|tu)', 'partout où $1'],
  [
    ' ou ',
    '(?<=^|[.!?:…] )ou (?=(?:trouver|se garer|donner|dormir|manger|acheter|voir|réserver|aller|jeter|déposer|recycler|apporter|sortir|courir|nager|planter|installer|faire|habiter|étudier|signaler|en est|peut-on|sont|va|vont) ?[^.!?]*\\?)',
    'où ',
  ],
  [' où ', '(oui) où (non)|(vrai) où (faux)|où (bien)', '$1$3 ou $2$4$5'],
  // peu, peut
  [' peut', '(un|si|très|trop) peut(?= (?:de|d’|plus|moins|partout|trop)|[.,:;!?]|$)', '$1 peu'],
  [' peut d', 'peut (de|d’)(?= ?(?:temps|gens|monde|moyens|place|bruit|sucre|sel|sommeil|argent))', 'peu $1'],
  [' peu ', '(on|il|elle|qui|cela|ça) peu (être|se|vous|nous|faire|aller|venir|avoir|aussi)', '$1 peut $2'],
  ['e peut ', '(je) peut', '$1 peux'],
  ['tu peut', '(tu) peut', '$1 peux'],
  // quelque, quel que
  ['quelques soi', 'quelques soi(?:en)?t', 'quels que soient'],
  [' quel que soient', 'quel que soient', 'quels que soient'],
  [
    ' quelque ',
    'quelque (jours|semaines|heures|minutes|idées|conseils|places|exemples|mots|photos|pistes|questions|années|personnes|astuces|livres|euros|pas|gestes)',
    'quelques $1',
  ],
  // leur, leurs
  [
    ' leurs ',
    '(pour|il|elle|on|qui|nous|vous|je|tu|ne|ça|cela) leurs (permet|donne|offre|propose|faut|rend|apporte|demande|envoie|dit|a|ont|avons|avez|sera|reste)',
    '$1 leur $2',
  ],
  [
    ' leur ',
    'leur (enfants|parents|droits|projets|clients|besoins|idées|livres|photos|salariés|élèves|amis|voisins|données|démarches|factures|travaux|souvenirs|habitudes|revenus|compétences|histoires|patients|produits|recettes|usagers|membres|adhérents)',
    'leurs $1',
  ],
  // vôtre, nôtre
  ['votre', '(le|la|du|au) votre(?= ?[.,:;!?]| (?:et|ou|aussi|à|en|avec)(?![A-Za-zÀ-ÿŒœ])|$)', '$1 vôtre'],
  ['notre', '(le|la|du|au) notre(?= ?[.,:;!?]| (?:et|ou|aussi|à|en|avec)(?![A-Za-zÀ-ÿŒœ])|$)', '$1 nôtre'],
  // près, mais, quand, hors, si
  [
    'prés de',
    '(?<!(?:les|des|aux|nos|ces|vos|ses|vieux|grands|leurs|verts|deux) )prés (de|d’)(?= ?(?:chez|vous|nous|moi|\\d|mille|cent|deux|trois|dix|un|une|la moitié|la gare|la mairie|école|l’école))',
    'près $1',
  ],
  [', mai ', '(?<=, )mai (il|elle|on|nous|vous|c’est|pas|aussi|surtout|encore)', 'mais $1'],
  [' quant ', 'quant (vous|on|il|elle|nous|je|tu|les|le|la)', 'quand $1'],
  [' or ', 'or (saison|service|zone|taxes|norme|sujet|vacances)', 'hors $1'],
  [' si ', 'si (joint|jointe|joints|dessous|dessus|contre|après)(?= ?[.,:;!?)]|$)', 'ci-$1'],
  [' en court', 'en court(?= (?:de|d’|du))', 'en cours'],
  [' voix ', '(la|une|les|des) voix (vertes?|cyclables?|ferrées?)', '$1 voie $2'],
  [' air de', '(une|l’|d’|des) airs? de (jeux?|repos|pique-nique|covoiturage)', '$1 aire de $2'],
  [' au saint d', 'au saint (?=(?:de|d’|du)(?![A-Za-zÀ-ÿŒœ]))', 'au sein '],
  [
    ' ballade',
    '(une|la|en|petite|belle|grande|notre|cette) ballade(?= (?:à|en|dans|au|autour|familiale|nature|le long|urbaine|de \\d))',
    '$1 balade',
  ],
  [' tant ', 'de tant en tant|en même tant', 'de temps en temps'],
  [
    ' ce ',
    'ce (rendre|retrouver|inscrire|garer|loger|nourrir|protéger|soigner|baigner|connecter|rencontrer|réunir)',
    'se $1',
  ],
  [
    ' se ',
    'se (mois|matin|soir|week-end|weekend|samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi|roman|musée|festival|spectacle|concert|numéro|quartier|dossier|texte|site)',
    'ce $1',
  ],
  [' sa ', 'sa (se (?:passe|voit|mange|joue|fête|prépare)|vous (?:dit|tente|intéresse|plaît)|y est)', 'ça $1'],
  [' sa', '(comme|fait|aimez|c’est) sa(?= ?[.,:;!?]|$)', '$1 ça'],
  [' la bas', 'la[ -]bas(?= ?[.,:;!?]|$)', 'là-bas'],
];
