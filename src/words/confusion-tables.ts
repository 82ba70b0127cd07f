// Words that exist and stand in the place of others, by language: data for the confusions.

/**
 * Letters without which a pattern is not tried (rows of them with `|` between; a blank stands for the start or the end of a word), the pattern, and what
 * takes the place of its find: `$1` and so on are groups. The case of the first letter is kept.
 */
export type Pair = readonly [when: string, pattern: string, meant: string];

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
  [' sa ', 'sa (va|marche|fait|commence|suffit|dépend|devient|y est)', 'ça $1'],
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
  [' au cas ou', 'au cas ou', 'au cas où'],
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

/** The confusions of English. */
export const englishConfusions = (): readonly Pair[] => [
  [' alot', 'alot', 'a lot'],
  [' theres', 'theres', 'there’s'],
  [' wheres', 'wheres (?=my|the|our|your)', 'where’s '],
  [
    's was ',
    '(?<!(?:of|in|with|for|to|from|by|at|than|the|about|after|and) )(\\d[\\d,]*(?: [a-z]{3,})? (?!(?:minutes|hours|days|weeks|months|years|seconds|dollars|pounds|euros|cents|miles|metres|meters|kilos|grams|degrees|points|news|series|species) )[a-z]{2,}[a-rt-z]s) was (?=(?:[a-z]+ly )?[a-z]{2,}(?:ed|en|wn|lt) )',
    '$1 were ',
  ],
  [
    ' your ',
    '(hope|glad|think|see) your (having|going|doing|enjoying|looking|coming|getting|feeling|planning|thinking|using|missing)(?! of)',
    '$1 you’re $2',
  ],
  [' their ', 'their (is|are|was|were|will|has|have)', 'there $1'],
  [
    ' there ',
    'there (own|website|team|customers|house|work|children|kids|dog|cat|green|red|blue|new|first|best|next|whole|favou?rite)(?= [A-Za-zÀ-ÿŒœ])',
    'their $1',
  ],
  [' they', 'they’re (own|website|team|customers|work|children)', 'their $1'],
  [
    ' your ',
    'your (welcome|right|wrong|invited|going|not|stronger|better|worse|smarter|faster|safer|older|younger|bigger|smaller|richer|happier|braver|kinder)(?= than|[.,!?]| to | a )',
    'you’re $1',
  ],
  [
    ' your ',
    'your (stronger|better|worse|smarter|faster|safer|older|younger|bigger|smaller|richer|happier|braver|kinder) (than|if|when|with)',
    'you’re $1 $2',
  ],
  [' your ', 'your (invited|going to|not alone)', 'you’re $1'],
  [
    ' you',
    'you’re (own|team|website|customers|data|code|house|garden|knife|car|bike|phone|book|dog|cat|child|children|kids|next|first|favou?rite|home|job|work|business|company|account|password|email|life|money|time|mind|skin|health)(?= [A-Za-zÀ-ÿŒœ])',
    'your $1',
  ],
  [
    ' its ',
    'its (a|an|the|been|not|going|never|always|just|also|called|like|why|what|how|where|easy|hard|free|simple|clear|possible|important|about|too|so|very|good|great)(?= [A-Za-zÀ-ÿŒœ])',
    'it’s $1',
  ],
  [
    ' it',
    'it’s (own|members|users|website|customers|name|author|authors|roots|price|height|place)(?![A-Za-zÀ-ÿŒœ]|’)',
    'its $1',
  ],
  ['of', '(could|should|would|must|might) of', '$1 have'],
  [
    'then ',
    '(better|worse|more|less|rather|faster|slower|bigger|smaller|higher|lower|older|newer|cheaper|stronger|longer|shorter|easier|harder) then (?!on|we|i|you|they|he|she|it|please|click|just|get|visit|head|go|join|call|come|contact|let)',
    '$1 than ',
  ],
  [
    'loose ',
    '(to|not|will|won’t|don’t|never|you|they|we|can|could|may|might|would) loose (?=(?:your|the|it|their|its|my|our|a|an|weight|time|money|track|sight|heart|one|more|all|grip|that|this|nothing|everything)(?![A-Za-zÀ-ÿŒœ]))',
    '$1 lose ',
  ],
  [
    ' to ',
    '(?<!(?:one|up|due|down|from [A-Za-z]+) )to (much|many|late|early|expensive|often)(?= (?:for|to)| ?[.,!?:;])',
    'too $1',
  ],
  ['affect', '(the|an|no|any|little|big|huge|side|whose) (affect)(s?) (of|on)', '$1 effect$3 $4'],
  [
    ' effect ',
    '(will|may|might|can|could|would|does|not|to) effect (?=(?:your|the|our|their|how|you|us|everyone|prices|sleep|people)(?![A-Za-zÀ-ÿŒœ]))',
    '$1 affect ',
  ],
  [' lead to', '(has|have|had|was|were|been) lead (to|by)', '$1 led $2'],
  [
    'advise',
    '(some|our|good|great|best|free|my|his|her|their|expert|legal|more|any|the|of) advise(?= (?:on|for|from|about|is|to)|[.,:;!?]|$)',
    '$1 advice',
  ],
  [' to advice', 'to advice', 'to advise'],
  ['principal', 'in principal(?! (?:residence|city|component))', 'in principle'],
  [
    ' everyday',
    '(open|opens|daily|every|closed|available|posted|happens|eat|walk|run|use|read|write|works?) everyday(?= (?:from|at|until|in|except|for|of|to)|[.,:;!?]|$)',
    '$1 every day',
  ],
  [
    ' passed',
    '(walk|walks|walked|drive|drives|half|quarter|go|goes|went|run|ran|just|straight|look|looks) passed (the|our|your|my|a|six|seven|eight|nine|ten|two|three|four|five|one|noon)',
    '$1 past $2',
  ],
  [' quiet a ', 'quiet a (few|lot|bit|while)', 'quite a $1'],
  [' bare with', 'bare with (us|me)', 'bear with $1'],
  ['sneak peak', 'sneak peak', 'sneak peek'],
  ['free reign', 'free reign', 'free rein'],
  [' mute point', 'mute point', 'moot point'],
  [' per say', 'per say', 'per se'],
  [' case and point', 'case and point', 'case in point'],
  [' one in the same', 'one in the same', 'one and the same'],
  [' deep seeded', 'deep[- ]seeded', 'deep-seated'],
  ['baited breath', 'baited breath', 'bated breath'],
  [' stationary', 'stationary (shop|store|set|supplies|cupboard|drawer|brand|lovers?)', 'stationery $1'],
  [' accept for', '(?<=[a-z] )accept for (?=the|a|our|one|two|sundays?|mondays?)', 'except for '],
  [' brake', '(coffee|lunch|tea|summer|winter|spring|short) brake(s?)', '$1 break$2'],
  [' roll model', 'roll model', 'role model'],
  [' weather', 'weather (you|we|they|it’s|he|she|to|your|this|a)(?! (?:forecast|report))', 'whether $1'],
  [
    ' weather',
    '(ask|asks|asked|know|see|decide|wonder|sure|matter|about) weather (?!forecast|report|app|data|map|station)',
    '$1 whether ',
  ],
  [' went', '(have|has|had|should’ve|could’ve|would’ve|have not|haven’t) went', '$1 gone'],
  [
    ' loose ',
    '([A-Za-z]+s|people) loose (?=(?:there|their|its|weight|time|money|track|sight|heart|water|heat|hope|interest|color|colour|trust|data)(?![A-Za-zÀ-ÿŒœ]))',
    '$1 lose ',
  ],
  [' who', 'who’s (book|idea|fault|turn|job|house|name|work)', 'whose $1'],
  [' effect ', 'effect (change|your|the|our) (?=[A-Za-zÀ-ÿŒœ]+ly)', 'affect $1 '],
  [' for all intensive purposes', 'for all intensive purposes', 'for all intents and purposes'],
  [' weather or not', 'weather or not', 'whether or not'],
  [' peak your interest', 'peak your interest', 'pique your interest'],
  ["n’t of |n't of ", '(could|should|would|must|might)(n’t) of', '$1$2 have'],
  [
    'then ',
    '(is|are|was|were|be|been|get|gets|got|run|runs|cost|costs|much|far|even|lot|times) (better|worse|more|less|faster|slower|bigger|smaller|higher|lower|older|newer|younger|cheaper|stronger|weaker|longer|shorter|easier|harder|safer|quieter|louder|warmer|colder|lighter|heavier|earlier|later|closer|further|fewer|greater|richer|simpler|nearer) then (?=(?:it|you|we|they|he|she|i)(?![A-Za-zÀ-ÿŒœ]))',
    '$1 $2 than ',
  ],
  ['r then ', '(other|no later|no more|no less|no fewer|different|sooner) then ', '$1 than '],
  [
    ' than ',
    '(and|first,?) than (?=(?:we|you|add|click|choose|open|press|bake|mix|stir)(?![A-Za-zÀ-ÿŒœ]))',
    '$1 then ',
  ],
  [' than', '(back|since|until) than(?= ?[.,!?]|$)', '$1 then'],
  [
    ' loose ',
    '(will|would|could|can|can’t|cannot|may|might|must|don’t|doesn’t|didn’t|won’t|couldn’t|wouldn’t|shouldn’t|should) loose (?!ends|change|fitting|tooth|teeth|leaf)',
    '$1 lose ',
  ],
  [' loosing', 'loosing (?!arrows?|an arrow)', 'losing '],
  [' lose', '(too|on the|hang|break|let) lose(?= ?[.,!?]| (?:ends|change|teeth|tooth)|$)', '$1 loose'],
  [
    ' effects ',
    '(it|this|that|which|weather|sleep|stress|noise) effects (?=(?:you|us|everyone|your|our|how|people)(?![A-Za-zÀ-ÿŒœ]))',
    '$1 affects ',
  ],
  [' effected by', '(is|are|was|were|been|being|badly|most|those|people|residents) effected by', '$1 affected by'],
  [
    ' there ',
    '(in|on|with|for|of|from|by|to|at|lost|and|about|all) there (own|website|site|team|customers?|clients?|house|homes?|work|children|kids|parents?|jobs?|lives|life|time|money|names?|books?|code|data|phones?|cars?|bikes?|gardens?|doors?|stories|story|way)',
    '$1 their $2',
  ],
  [' there ', 'there (going to|coming back)', 'they’re $1'],
  [' their ', 'their (going to|not (?=going|sure|alone)|here(?= ?[.,!?]|$))', 'they’re $1'],
  [
    ' its ',
    '(?<=^|[.!?:…] )its (time|official|here|back|live|out|ready|open|that time|finally|happening|snowing|raining)',
    'it’s $1',
  ],
  [" it’s | it's ", '(in|of|with|on|from|by|at|into|under|inside|across|around|within) it’s (?=[a-z])', '$1 its '],
  [
    " you’re | you're ",
    '(in|of|with|on|from|by|at|into|under|inside|across|around|within|for) you’re (?=[a-z])',
    '$1 your ',
  ],
  [
    ' your ',
    '(if|when|because|that|while|until|whether) your (?=(?:not|a|an|in|looking|planning|thinking|ready|interested|unsure|ever|still|already|going to|on the|at the) )',
    '$1 you’re ',
  ],
  [
    ' to ',
    '(way|far|never|it’s|all|much) to (late|early|big|small|expensive|hot|cold|hard|easy|long|short|heavy|loud|many|much|often|soon|old|young|good)(?= ?[.,!?:;]| (?:to|for|and|in))',
    '$1 too $2',
  ],
  [
    ' too ',
    '(how|want|wants|going|ready|able|trying|ways|according|thanks|due) too (?!much|many|little|few|far|late|long|big|small|often|fast|slow|hard|soon|early|deep|well)',
    '$1 to ',
  ],
  [' whose ', '(?<=^|[.!?:…] )whose (going|coming|ready|been|in|up for)', 'who’s $1'],
  [
    ' advice ',
    '(will|can|would|please|we|they|experts|cannot) advice (?=(?:you|against|on|that|to|people|residents|pupils|readers)(?![A-Za-zÀ-ÿŒœ]))',
    '$1 advise ',
  ],
  [
    ' lead by',
    '(walk|tour|workshop|study|project|talk|team|session|ride|course|visit|group) lead by (?!example)',
    '$1 led by ',
  ],
  [
    ' breath',
    '(can|can’t|to|cannot|could|you) breath(?= ?[.,!?]| (?:easier|easy|again|better|clean|in|out|through)|$)',
    '$1 breathe',
  ],
  ['breathe', '(a|deep|your|every) breathe(?= ?[.,!?]|$| of)', '$1 breath'],
  [' principle ', 'principle (investigator|reason|engineer|developer|dancer|cast)', 'principal $1'],
  [' sight', '(building|construction|camping|heritage|web) sight(s?)', '$1 site$2'],
  [' piece of mind', 'piece of mind', 'peace of mind'],
  [
    ' peace of ',
    '(a|another|one) peace of (cake|advice|work|paper|art|code|history|music|land|furniture)',
    '$1 piece of $2',
  ],
  [' quite ', '(a) quite (place|room|space|corner|evening|walk|week|street|area|hour|floor)', '$1 quiet $2'],
  [' quiet ', 'quiet (good|nice|right|clear|easy|often|simple|sure|big|small)', 'quite $1'],
  [
    ' where ',
    '(we|they|you|people|tickets|places) where (?=(?:not|never|able|asked|born|made|given|built|all|so|very|sold|using|there)(?![A-Za-zÀ-ÿŒœ]))',
    '$1 were ',
  ],
  [' were ', '(?<=^|[.!?:…] )were (to (?:find|buy|go|park|donate|start|eat)|do|does|can)(?= )', 'where $1'],
  [' hear', '(right|over|stay|live|up) hear(?= ?[.,:!?]|$)', '$1 here'],
  [' here ', '(love|like|want|glad|happy|pleased|nice|great|good) to here', '$1 to hear'],
  [' aloud', '(dogs?|children|pets|bikes|photography|cameras)( are| is)?( not)? aloud', '$1$2$3 allowed'],
];
