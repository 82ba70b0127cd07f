// Words that exist and stand in the place of others, by language: data for the confusions.

/**
 * Letters without which a pattern is not tried (rows of them with `|` between; a blank stands for the start or the end of a word), the pattern, and what
 * takes the place of its find: `$1` and so on are groups. The case of the first letter is kept.
 */
export type Pair = readonly [when: string, pattern: string, meant: string];

/** The confusions of French. */
export const FRENCH_CONFUSIONS: readonly Pair[] = [
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
    ' ces ',
    'ces (la|le|une?|pas|mon|ma|notre|votre|moi|toi|nous|vous|ici|parti|toujours|déjà|bientôt|gratuit|ouvert|fini|fait)',
    'c’est $1',
  ],
  ['ses ', `(?<=(?:^|[.!?…] ))ses (la|le|une?|pas|parti|ici)`, 'c’est $1'],
  ['ce ', `(ils|elles) ce (sont|font|retrouvent|réunissent|déroulent|trouvent)`, '$1 se $2'],
  ['ce ', `(il|elle|on) ce (trouve|déroule|passe|tient|réunit|retrouve|déplace|visite)`, '$1 se $2'],
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
  [' plus tôt que de', 'plus tôt que de', 'plutôt que de'],
  [' prêt de', 'prêt des? (\\d|chez|la|l’)', 'près de $1'],
  [' en faite', 'en faite(?= ?[,.:])', 'en fait'],
  [' au temps pour moi', 'au temps pour moi', 'autant pour moi'],
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
];

/** The confusions of English. */
export const ENGLISH_CONFUSIONS: readonly Pair[] = [
  [' alot', 'alot', 'a lot'],
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
    'its (a|an|the|been|not|going|time|never|always|only|just|also|called|like|why|what|how|where|easy|hard|free|simple|clear|possible|important|about|too|so|very|good|great)(?= [A-Za-zÀ-ÿŒœ])',
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
    '(better|worse|more|less|rather|faster|slower|bigger|smaller|higher|lower|older|newer|cheaper|stronger|longer|shorter|easier|harder) then (?!on|we|i|you|they|he|she|it)',
    '$1 than ',
  ],
  [
    'loose ',
    '(to|not|will|won’t|don’t|never|you|they|we|can|could|may|might|would) loose (?=your|the|it|their|its|my|our|a|an|weight|time|money|track|sight|heart|one|more|all|grip|that|this|nothing|everything)',
    '$1 lose ',
  ],
  [' to ', 'to (much|many|late|early|expensive|often)(?= (?:for|to)| ?[.,!?:;])', 'too $1'],
  ['affect', '(the|an|no|any|little|big|huge|side|whose) (affect)(s?) (of|on)', '$1 effect$3 $4'],
  [
    ' effect ',
    '(will|may|might|can|could|would|does|not|to) effect (?=your|the|our|their|how|you|us|everyone|prices|sleep|people)',
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
    '([A-Za-z]+s|people) loose (?=there|their|its|weight|time|money|track|sight|heart|water|heat|hope|interest|color|colour|trust|data)',
    '$1 lose ',
  ],
  [' who', 'who’s (book|idea|fault|turn|job|house|name|work)', 'whose $1'],
  [' effect ', 'effect (change|your|the|our) (?=[A-Za-zÀ-ÿŒœ]+ly)', 'affect $1 '],
  [' for all intensive purposes', 'for all intensive purposes', 'for all intents and purposes'],
  [' weather or not', 'weather or not', 'whether or not'],
  [' peak your interest', 'peak your interest', 'pique your interest'],
];
