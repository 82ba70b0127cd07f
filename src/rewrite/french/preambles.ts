// French talk in front of what there is to say.
import { lazy } from '#base/lazy.js';
import { emptyOpening } from '../empty-opening.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { saidAgain } from '../said-again.js';
import { capital, dropOpening, LEAST_REST, type Operation } from '../wording.js';
import { LEANS } from './standing.js';

const TIES = lazy(
  () =>
    new Set(
      "a à ai allait allons au aujourd'hui aussi aux avais avait avec avez avoir avons bien c ce cela ces cet cette chez d dans de des donc du déjà elle en encore enfin est et ont étaient était été être fait faut fallait hui il j je l la le les leur m ma mais me mes mon même ne nos notre nous on ou où par peu peut pour qu quand que quel quelle qui quoi s sa se ses si sommes son sont suis sur t te tellement tous tout toute toutes très voulais voulait voulions trop tu un une va vais vos votre vous vraiment y ça jour jours journée semaine semaines mois année années soirée soir matin midi".split(
        ' ',
      ),
    ),
);
const TALK = lazy(
  () =>
    new Set(
      'alors allez bon bref voilà voici ok okay hop tiens nouvelle nouvelles news annonce annonces info infos question questions sujet sujets chose choses truc trucs mot mots histoire anecdote réflexion petit petite grand grande gros grosse long longue longues sacré sacrée folle drôle parler parle parlons parlais dire dis dit disais disait raconter raconte partager annoncer expliquer pose posé posez poser demande demandé demandez reparler souvent longtemps pensée pensées conseil astuce constat coup gueule confidence aveu rappel confession confesse avoue polémique débat événement officiel confirmé rêviez rêvait rêvais rêvions bonheur joie fierté plaisir'.split(
        ' ',
      ),
    ),
);
/** A sentence that goes on with the one before it. */
const GOES_ON = lazy(
  () =>
    new RegExp(String.raw`${LEANS().source}|^(?:et|mais|car|donc|parce|non|là|eux|celui|moi|nous aussi)[\s,’']`, 'iu'),
);
const empty: Operation = emptyOpening({
  ties: TIES,
  talk: TALK,
  plain: (word) => word.split("'").filter((part) => part !== ''),
  // "Toute la semaine", "dans la journée": when it is.
  tellsWhen: lazy(
    () =>
      /(?:^|\s)(?:tou(?:s|te|tes|t) l[ea]s?|chaque|ce|cette|ces|dans|pour|en|dès|par|pendant|depuis|sur|au|avant|après|aujourd) ?(?:[\p{L}’']+ ){0,2}(?:jours?|journées?|semaines?|mois|années?|soirées?|soirs?|matins?|midi|hui)(?![\p{L}])/iu,
  ),
  leans: GOES_ON,
  cried: /^(?:(?:et )?(?:voilà,? )?ça y est|c[’']est (?:enfin )?là)/i,
});

const CALLS = lazy(
  () =>
    new Set(
      'attention alerte dernier derniers dernière dernières ultime ultimes enfin pour dans avec sont est les des une nous vous notre nos cette plus que quelques grand grande beau belle super voici encore c’est allez vite tous toutes'.split(
        ' ',
      ),
    ),
);
const again: Operation = saidAgain({
  calls: CALLS,
  isLast: /derni|ultime|plus que|quelques/i,
  left: /reste|derni|plus que|bientôt complet|quelques/i,
  leans: LEANS,
  impersonal: /^il (?:n[e’'] ?)?(?:vous |nous )?(?:reste|y a|manque)/i,
});

const SMALL = String.raw`(?:(?:Bon|Alors|Ok|Bref|Allez|Voilà|Alors voilà),? )`;
/** What an author says of what comes, before "mais". */
const EXCUSES = String.raw`(?:(?:je (?:sais|me doute|sens)(?: bien)? que )?(?:ça|cela|ce que je vais dire) (?:va|risque d[e’']|peut|pourrait) ?(?:peut-être |sûrement |sans doute |encore )?(?:faire (?:débat|polémique|jaser|grincer des dents|hurler)|(?:vous )?(?:déplaire|surprendre|diviser|choquer)|(?:paraître|sembler|être) (?:un peu |très )?(?:polémique|controversé|bizarre|bête|idiot|évident|naïf))(?: (?:à certains|certains|plus d[’']un))?|c[’']est (?:peut-être |sûrement |sans doute |un peu )+(?:polémique|controversé|bizarre|bête|idiot|évident|naïf)|je vais (?:peut-être |sûrement |encore )?me faire (?:des ennemis|taper sur les doigts|incendier|lyncher)|je (?:ne )?(?:parle|poste|tweete) (?:pas souvent|rarement) de ça|au risque de (?:me répéter|choquer|surprendre|déplaire|passer pour [^,.:;!?]{3,25}))`;

const ABOUT = lazy(() =>
  latin(
    String.raw`^${SMALL}*(?:je (?:pense|crois) qu[’'])?(?:il (?:faut|faudrait) (?:vraiment |absolument )?(?:qu[’']on|que (?:nous|l[’']on)) parle|(?:on doit|nous devons) (?:vraiment )?parler|il est temps (?:de parler|qu[’']on parle)|parlons(?: un peu)?|on va parler|on peut parler|un mot) (?<of>de la |de l[’']|du |des |d[’']|de )(?!ce |ça|cela|l[’']importance|la façon|la manière|tout)(?<what>[^.,:;!?]{3,28}?) ?[.!?]$`,
  ),
);
/** "Il faut qu’on parle du tri. J’ai pesé mes poubelles" → "Tri : j’ai pesé mes poubelles". */
const spokenOf: Operation = {
  id: 'content-label',
  apply({ text, next, nextAt, isFirst }) {
    const what = isFirst ? ABOUT().exec(text)?.groups?.['what'] : undefined;
    if (what === undefined || !/^(?:J[’']|Je |On |Nous |Mon |Ma |Mes |Nos |Notre |En |Depuis |Pendant )/.test(next))
      return undefined;
    if (next.length < 40 || / : ./.test(next)) return undefined;
    return {
      changes: [{ start: 0, end: nextAt + 1, text: `${capital(what)}\u00a0: ${next.charAt(0).toLowerCase()}` }],
    };
  },
};

const PAPER = String.raw`(?:article|papier|étude|rapport|enquête|préprint|livre blanc|mémoire|thèse|note|travaux|travail)`;
const OUR_PAPER = lazy(() =>
  latin(
    String.raw`^(?:[^.:;!?«»\d]{0,70}(?:partager|présenter|annoncer|dévoiler|montrer)(?: avec vous)? |(?:Découvrez|Lisez|Voici) )?(?<paper>(?:notre|mon|nos|mes) (?:tout |toute )?(?:nouvel|nouveau|nouvelle|nouveaux|dernier|dernière|derniers|premier|première)? ?${PAPER}(?: (?:dans|sur|avec) [^.:;!?]{2,40}?)?)(?<more>, (?:fruit|résultat|aboutissement|issue?|écrit|cosigné|coécrit|mené) [^.:;!?]{3,110}?)?(?: (?:est|vient d[’']être|sont) (?:enfin )?(?:parue?s?|sortie?s?|publiée?s?|en ligne))? ?[.!]+$`,
  ),
);
const SHOWS: Readonly<Record<string, string>> = {
  montre: 'montre',
  démontre: 'démontre',
  prouve: 'prouve',
  révèle: 'révèle',
};
const IN_IT = lazy(() =>
  latin(
    String.raw`^(?:On|Nous|J[’']) ?y (?<verb>montre|démontre|prouve|révèle|montrons|démontrons|prouvons|révélons) (?<that>qu(?:e |[’']))`,
  ),
);
/** "Fière de vous partager notre dernier papier ! On y montre que les haies …" → "Notre dernier papier montre que les haies …". */
const shownThere: Operation = {
  id: 'content-label',
  apply({ text, next, nextAt, isFirst }) {
    const first = isFirst ? OUR_PAPER().exec(text) : null;
    const { paper, more = '' } = first?.groups ?? {};
    const match = paper === undefined ? null : IN_IT().exec(next);
    const { verb = '', that = '' } = match?.groups ?? {};
    if (paper === undefined || match === null) return undefined;
    const one = SHOWS[verb.toLowerCase().replace('ons', 'e').replace('révéle', 'révèle')] ?? verb;
    const shows = /^(?:nos|mes)/i.test(paper) ? `${one}nt` : one;
    const at = text.indexOf(paper);
    const end = at + paper.length + more.length;
    return {
      changes: [
        { start: 0, end: at + 1, text: capital(paper.charAt(0)) },
        { start: end, end: nextAt + match[0].length, text: `${more === '' ? '' : ','} ${shows} ${that}` },
      ],
    };
  },
};

const FOUND = lazy(() =>
  latin(
    String.raw`^(?:Et )?(?:(?:nous (?:avons|y avons)|on a|j[’']ai|j[’']y ai) (?:alors |ainsi |enfin |aussi )?(?:découvert|constaté|remarqué|trouvé|appris|pu constater)|(?:le )?(?:constat|résultat|bilan|verdict) (?:est clair|est sans appel)) ?(?<that>que |qu[’'])(?=(?:plus d[e’'] ?|près d[e’'] ?|environ )?\d)`,
  ),
);
/** Behind what was done to find it: "Nous avons découvert que 1,3 million d’euros" → "1,3 million d’euros". */
const found: Operation = {
  id: 'lead-in',
  apply(sentence) {
    const length = sentence.isFirst ? undefined : FOUND().exec(sentence.text)?.[0].length;
    const rest = sentence.text.slice(length);
    return length === undefined || rest.length < LEAST_REST || /rai(?:en)?t(?![\p{L}])/u.test(rest)
      ? undefined
      : { changes: [dropOpening(sentence, length)] };
  },
};

const MUST_KNOW = lazy(() =>
  latin(
    String.raw`^(?<who>(?:Les|Tous les|Toutes les) [^.,:;!?]{4,70}?) (?:doivent|devront|sont invitée?s à|ont intérêt à) (?:également |aussi )?(?:savoir|noter|retenir) (?:que |qu[’'])(?<when>(?:à partir|à compter) du [^.,:;!?]{3,25}?|dès (?:le|la) [^.,:;!?]{3,25}?|depuis le [^.,:;!?]{3,25}?)?,? ?(?:ils|elles) (?=(?:devront|pourront|doivent|peuvent|ont|auront|seront|sont|ne)(?![\p{L}]))`,
  ),
);
/** "Les employeurs doivent savoir qu’à partir du 6 avril ils devront" → "À partir du 6 avril, les employeurs devront". */
const mustKnow: Operation = {
  id: 'lead-in',
  apply({ text }) {
    const match = MUST_KNOW().exec(text);
    const { who = '', when } = match?.groups ?? {};
    if (match === null) return undefined;
    const put = when === undefined ? who : `${capital(when)}, ${who.charAt(0).toLowerCase()}${who.slice(1)}`;
    return { changes: [{ start: 0, end: match[0].length, text: `${put} ` }] };
  },
};

/** Talk that goes. */
export const preambles: readonly Operation[] = [
  // "ÇA Y EST !" is said, not shouted: two letters and one are no run of capitals.
  phrase('plain-words', String.raw`^Ça y est(?=[ ,!])`, (_, { text }) =>
    text.startsWith('ÇA') ? 'Ça y est' : undefined,
  ),
  shownThere,
  empty,
  again,
  spokenOf,
  found,
  mustKnow,
  phrase(
    'lead-in',
    String.raw`^${SMALL}*${EXCUSES},? mais,? (?:je (?:pense|crois|trouve) (?:que |qu[’'])(?=(?:il faut |on |nous )))?(?=\p{L})`,
    '',
    { dropsNegation: true },
  ),
  phrase(
    'lead-in',
    String.raw`^(?:(?:On|Vous êtes beaucoup à|Vous êtes nombreux à|Beaucoup) (?:me|nous) (?:pose|posent|poser|demande|demandent|demander)|Vous (?:me|nous) (?:posez|demandez))(?: (?:souvent|régulièrement|sans cesse|tous les jours|très souvent|beaucoup|toujours))*(?: (?:cette|la) question)?(?:,? (?:alors|donc|et|du coup))?,? ?(?:(?:voici|voilà) (?:donc |enfin )?(?:la|ma|notre) réponse)? ?: (?:(?:oui|non),? )?(?=\p{L})`,
    '',
  ),
  // "Bon ça y est j’ai publié" → "J’ai publié".
  phrase(
    'lead-in',
    String.raw`^${SMALL}*(?:Bon|Alors|Allez|Voilà|Hop|Et),? (?:ça y est|c[’']est (?:fait|bon|parti)),? (?=(?:je |j[’']|on |nous |l[ea]s? |l[’']|notre |nos |mon |ma |mes )\p{L})`,
    '',
  ),
  phrase('lead-in', String.raw`^Ça y est,? (?=(?:je |j[’']|on |nous )(?:\p{L}))`, ''),
  phrase(
    'lead-in',
    String.raw`^Alors voilà,? (?=(?:je |j[’']|on |nous |l[ea]s? |l[’']|notre |nos |mon |ma |mes |comme )\p{L})`,
    '',
  ),
  phrase(
    'lead-in',
    String.raw`^(?:${SMALL})?Comme (?:vous (?:le |l[’'])?(?:savez|aurez compris|avez vu|avez remarqué|savez tous|savez déjà)|certains le savent|beaucoup le savent|on le sait)(?:(?: (?:peut[- ]être|sans doute|sûrement|certainement|déjà|tous))+,? (?=(?:je |j[’']|on |nous |l[ea]s? |l[’']|notre |nos |mon |ma |mes )\p{L})| (?=(?:je |j[’']|on |nous )\p{L}))`,
    '',
  ),
  // "J’ai publié mon article de blog sur comment j’ai …" → "Comment j’ai …".
  phrase(
    'content-label',
    String.raw`^(?:J[’']ai|Nous avons|On a|Je viens d[e’'] ?|Nous venons d[e’'] ?|On vient d[e’'] ?)\s?(?:enfin |tout juste )?(?:publié|écrit|sorti|rédigé|mis en ligne|publier|écrire|sortir|mettre en ligne) (?:mon|notre|un|le) (?:petit |nouvel |nouveau |premier |dernier )?(?:article|billet|post|retour d[’']expérience|thread|fil)(?: de blog| sur (?:mon|le|notre) blog)? (?:sur|pour expliquer|qui explique|à propos d[e’'] ?) ?(?<how>comment|pourquoi) (?=\p{L}[^?]{20,}$)`,
    ({ how = '' }) => `${how.toLowerCase()} `,
  ),
];
