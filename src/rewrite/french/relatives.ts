// French relatives right behind their noun that need no verb, and passives and nouns that hide who does what.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { capital, type Operation } from '../wording.js';
import { CLAUSE, GLAD, SENDER } from './senders.js';

/** What makes another sense without its verb. */
const NEEDS_VERB = String.raw`(?!(?:une?|l[ea]s?|de|du|des|ce|cette|cet|que|qui|celui|celle|ceux|mon|ma|mes|notre|nos|votre|vos|leurs?|son|sa|ses|aussi|là|née?s?|morte?s?|pas|donc|par|pour|si|comme|quand|où|en train|tout|toute|allée?s?|loin)[\s’']|[ldmnsjtc]['’]|qu[’'])(?=\p{L})`;
const BE = String.raw`(?:est|sont)`;
const SUBJECT = String.raw`(?:Not?re|Nos|L[ea]s?|L[’']|Mon|Ma|Mes|Cette|Cet?|Ces|Un|Une)\s?[^.,:;!?«»]{3,60}`;
const RELATIVE = lazy(() =>
  latin(
    String.raw`^(?:[^.:;!?«»]{1,120}? (?:dont|car|mais|où) )?${SUBJECT}, (?<which>qui ${BE} )${NEEDS_VERB}(?<rest>[^.,:;!?«»]{3,110}), (?!et )`,
  ),
);
const AND_WHICH = lazy(() => latin(String.raw` et qui ${BE} ${NEEDS_VERB}`, 'gi'));

/** "Notre savon, qui est fait à la main et qui est sans parfum, est là" → "Notre savon, fait à la main et sans parfum, est là". */
const relative: Operation = {
  id: 'plain-words',
  apply({ text }) {
    const match = RELATIVE().exec(text);
    const { which = '', rest = '' } = match?.groups ?? {};
    if (match === null) return undefined;
    const ands = [...rest.matchAll(AND_WHICH())];
    // A second relative with a verb of its own would stand beside a participle.
    if (
      rest.split(/\bqu(?:i|e|[’'])/).length - 1 > ands.length ||
      / et (?:a|ont|sera|seront|peut|peuvent|va|vont) /.test(rest)
    )
      return undefined;
    const from = match[0].length - rest.length - 2;
    return {
      changes: [
        { start: from - which.length, end: from, text: '' },
        ...ands.map(({ 0: and, index }) => ({ start: from + index, end: from + index + and.length, text: ' et ' })),
      ],
    };
  },
};

/** "La boucle, longue de 11 km, et qui est accessible dès 7 ans, passe" → "La boucle, longue de 11 km et accessible dès 7 ans, passe". */
const andWhich: Operation = phrase(
  'plain-words',
  String.raw`(?<=^${SUBJECT}, (?!qui |que |dont |où )[^.,:;!?«»]{3,60}),? et qui ${BE} ${NEEDS_VERB}(?=[^.,:;!?«»]{3,60}, )`,
  ' et ',
);

const MANY = lazy(
  () => /^(?:\d[\d.,]*(?: %)? (?:de |des |d[’'])?|les |nos |tous (?:les|nos) |toutes (?:les|nos) )\p{L}/iu,
);
const ONE = lazy(() => /^(?:l[ea] |l[’']|notre |mon |ma )(?!majorité|plupart|ensemble|moitié|totalité)\p{L}/iu);
const DONE: Readonly<Record<string, readonly [one: string, many: string]>> = {
  décision: ['a décidé', 'ont décidé'],
  proposition: ['a proposé', 'ont proposé'],
  promesse: ['a promis', 'ont promis'],
};
/** "Une décision a été prise par 87 % de nos membres de faire grève" → "87 % de nos membres ont décidé de faire grève". */
const decided: Operation = phrase(
  'plain-words',
  String.raw`^(?:Une|La) (?<what>${Object.keys(DONE).join('|')}) a été (?:prise|faite) par (?<who>[^.,:;!?]{3,80}?) (?=(?:de |d[’'])(?:ne (?:pas |plus )|se |s[’']|l[ea]s? |l[’'])?\p{L}+(?:er|ir|re)(?![\p{L}]))`,
  ({ what = '', who = '' }) => {
    const [one = '', many = ''] = DONE[what.toLowerCase()] ?? [];
    const verb = MANY().test(who) ? many : ONE().test(who) ? one : '';
    return verb === '' ? undefined : `${capital(who)} ${verb} `;
  },
);

const OPENED = String.raw`(?:candidatures|inscriptions|réservations|adhésions|pré-?inscriptions)`;
/** "Ouverture des candidatures pour le master du 2 mars au 15 avril" → "Candidatures ouvertes pour le master …". */
const opened: Operation = phrase(
  'announcement',
  String.raw`^(?:Ré)?ouverture des (?<what>${OPENED}) (?=(?:pour |à |au |aux |du |en )?[^.,:;!?]{0,90}?\bdu \d{1,2}(?:er)?(?: \p{L}+)?(?: \d{4})? au \d)`,
  ({ what = '' }) => `${capital(what)} ouvertes `,
);

const APPEARS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  parution: ['paraît', 'paraissent'],
  sortie: ['sort', 'sortent'],
  ouverture: ['ouvre', 'ouvrent'],
  réouverture: ['rouvre', 'rouvrent'],
  fermeture: ['ferme', 'ferment'],
};
const ARTICLE: Readonly<Record<string, string>> = { 'de la ': 'La ', 'du ': 'Le ', 'des ': 'Les ' };
const INFORMED = lazy(() =>
  latin(
    String.raw`^(?:(?:Nous|Je|On) (?:avons le plaisir de |sommes (?:très )?(?:heureux|ravis|fiers) de )?(?:vous )?(?:informons|informe|informer|annonçons|annonce|annoncer|faire part)|C[’']est avec [^.,:;!?]{3,40} que (?:nous|je) vous (?:informons|informe|annonçons|annonce)) (?:de )?(?:la |l[’'])(?<noun>${Object.keys(APPEARS).join('|')}),? (?<when>(?:le |ce |dès le )[^.,:;!?«»]{0,12}?\d{1,2}(?:er)?(?: \p{L}+)?(?: (?:prochain|\d{4}))?),? (?<of>de la |du |de l[’']|des |de (?=«|"|“|notre |nos ))(?<what>[^.!?]{3,170})(?<sign>[.!]?)$`,
  ),
);
/** "Nous vous informons de la parution le 4 mars de « Rivières », un atlas" → "« Rivières », un atlas, paraît le 4 mars". */
const appears: Operation = {
  id: 'announcement',
  apply({ text }) {
    const match = INFORMED().exec(text);
    const { noun = '', when = '', of = '', what = '', sign = '' } = match?.groups ?? {};
    const [one = '', many = ''] = APPEARS[noun.toLowerCase()] ?? [];
    if (match === null || one === '') return undefined;
    const isTitle = /^[«“"]/.test(what);
    // Only what is said of a title may stand behind it.
    if (
      /[,:;]/.test(
        isTitle ? what.replace(/^«[^»]*»|^[“"][^”"]*[”"]/u, '').replace(/^, (?:une?|l[ea]|le nouveau) /u, ' ') : what,
      )
    )
      return undefined;
    if (!isTitle && / (?:qui|que|dont|où) /.test(what)) return undefined;
    const article = /^de l[’']/i.test(of) ? 'L’' : (ARTICLE[of.toLowerCase()] ?? '');
    const isMany = /^des /i.test(of) || /^nos /i.test(what);
    const from = match[0].length - what.length - sign.length;
    const end = match[0].length - sign.length;
    const own = article === '' && !isTitle ? capital(what.charAt(0)) : '';
    const comma = what.includes(', ') ? ',' : '';
    return {
      changes: [
        { start: 0, end: from + own.length, text: `${article}${own}` },
        { start: end, end, text: `${comma} ${isMany ? many : one} ${when}` },
      ],
    };
  },
};

const FUNDS = String.raw`(?:pouvoir )?(?:enfin )?(?:vous )?(?:annoncer|partager|présenter)(?: enfin)? (?:notre|sa|une|la) (?:\p{L}+ )?levée de fonds(?: \p{L}+)? (?:de |d[’']un montant de )(?=\d)`;
const RAISED = lazy(() =>
  latin(
    String.raw`^(?:(?:Nous (?:sommes|avons) (?:donc |aussi )?)?${GLAD} (?:de |d[’'])|(?<who>${SENDER}) (?:est|a) (?:donc |aussi )?${GLAD} (?:de |d[’']))${FUNDS}`,
  ),
);
/** "Nous sommes fiers d’annoncer notre levée de fonds de 2 M€" → "Nous levons 2 M€". */
const raised: Operation = {
  id: 'announcement',
  apply({ text }) {
    const match = RAISED().exec(text);
    const who = match?.groups?.['who'];
    if (match === null || CLAUSE.test(who ?? '') || who?.trim() === '') return undefined;
    return {
      changes: [{ start: 0, end: match[0].length, text: who === undefined ? 'Nous levons ' : `${capital(who)} lève ` }],
    };
  },
};

const PAPER = String.raw`(?:rapport|étude|enquête|sondage|analyse|chiffres|données|résultats|bilan|baromètre)`;
/** Relatives, passives and nouns in fewer words. */
export const relatives: readonly Operation[] = [
  relative,
  andWhich,
  decided,
  opened,
  appears,
  raised,
  // "L’an dernier, ce sont 38 tonnes qui ont été collectées" → "L’an dernier, 38 tonnes ont été collectées".
  phrase(
    'plain-words',
    String.raw`(?<=^|, )(?:ce sont|c[’']est) (?<what>(?:près de |plus de |environ )?\d[\d ]*\s(?!%)\p{L}[^.,:;!?]{2,60}?) qui (?=(?:ont|avaient|auront|sont|seront|étaient) )`,
    ({ what = '' }) => `${what} `,
    { unless: () => / (?:pas|plus|non|seulement) (?:\d|l[ea]s? )/ },
  ),
  // "un roman qui raconte une fratrie et qui a reçu un prix" → "… et a reçu un prix".
  phrase(
    'plain-words',
    String.raw`(?<=(?<!(?:,|\b(?:avec|pour|à|de|chez|par|sur|sans|contre)) )\bqui (?:a|ont|est|sont|sera|seront|va|vont|peut|peuvent|\p{L}{3,}(?:e|ent|it|t)) (?:(?!(?:^|[\s’'])(?:qu[ie]|qu’|dont|où|et|ou|ni)[\s’'])[^.,:;!?]){3,80}) et qui (?=(?:a|ont|est|sont|sera|seront|va|vont|peut|peuvent|\p{L}{3,}(?:e|ent|it|t)) )`,
    ' et ',
    { unless: () => /(?:celui|celle|ceux|celles|ce) qui|\bn[e’'][^.]* et qui/i },
  ),
  // "un roman intitulé « T » et qui raconte" → "un roman, « T », qui raconte".
  {
    id: 'plain-words',
    apply({ text }) {
      const match = / intitulée?s? (?<title>«[^»]{2,60}»),? et (?=qui \p{L})/u.exec(text);
      const title = match?.groups?.['title'];
      if (match === null || title === undefined) return undefined;
      const at = match.index + match[0].indexOf(title);
      return {
        changes: [
          { start: match.index, end: at, text: ', ' },
          { start: at + title.length, end: match.index + match[0].length, text: ', ' },
        ],
      };
    },
  },
  // "Le guide, qui peut être téléchargé gratuitement, dit" → "Le guide, à télécharger gratuitement, dit".
  phrase(
    'plain-words',
    String.raw`(?<=\p{L}|»), qui (?:peut|peuvent) (?:désormais |aussi |également )?être (?<done>téléchargé|consulté|emprunté|réservé|commandé|visionné|écouté)e?s? (?=(?:gratuitement|en ligne|librement|sur place|sans inscription)(?: (?:en ligne|gratuitement))?[.,])`,
    ({ done = '' }) => `, à ${done.toLowerCase().replace(/é$/, 'er')} `,
  ),
  // "un projet qui vise à étudier le bruit" → "un projet pour étudier le bruit".
  phrase(
    'plain-words',
    String.raw`(?<=(?:^|[\s’'])(?:un|une|du|le|la|ce|cette|notre|son) (?:\p{L}+ )?(?:projet|étude|programme|dispositif|initiative|campagne|essai|plan|chantier)(?: de recherche| européen| pilote)?) qui (?:vise|a pour (?:but|objectif)|ambitionne|cherche|a vocation) (?:à|d[e’']) ?(?=\p{L}+(?:er|ir|re) )`,
    ' pour ',
  ),
  // "notre cuvée a été récompensée par une médaille" → "notre cuvée a reçu une médaille".
  phrase(
    'plain-words',
    String.raw`(?<=\p{L}|\d) (?<have>a|ont) (?:été|une nouvelle fois été) récompensée?s? (?:par|d[’']) ?(?=une? (?:médaille|prix|trophée|label|étoile|mention|oscar|diplôme)|le (?:prix|trophée|label|premier prix)|la (?:médaille|mention)|deux|trois)`,
    ' $<have> reçu ',
  ),
  // "La version 4 vient d’être publiée par l’équipe." → "… vient d’être publiée."
  phrase(
    'filler',
    String.raw`(?<=(?:publié|mis|lancé|créé|réalisé|préparé|concocté|développé|imaginé|conçu|rédigé|sorti)(?:e|s|es)?(?: (?:en ligne|en place|à jour|au point))?) par (?:nos équipes|notre équipe|toute l[’']équipe|l[’']équipe|nos soins|nos services)(?= ?(?:[.,!:]|$))`,
    '',
    { unless: () => /par (?:nos|notre|l[’']|toute l[’'])[^.,]* (?:et|mais|pas)\b|pas [^.,]*par/i },
  ),
  // "Au menu de cette nouvelle version : " → "Au menu : ".
  phrase(
    'filler',
    String.raw`^(?<at>Au (?:menu|programme|sommaire)) (?:d[eu] ?(?:cette|ce|cet|notre|la|le|l[’'])? ?(?:nouvelle?|nouveau|dernière?|tout dernier|prochaine?)? ?(?:mouture|version|édition|épisode|numéro|saison|mise à jour|soirée|journée|release|cru|millésime)),?(?= ?: )`,
    '$<at>',
  ),
  phrase(
    'filler',
    String.raw`^(?<at>Au (?:menu|programme)),? (?:il y a )?(?:plein|tout un tas|tas|beaucoup|énormément) de (?:choses|trucs|belles choses|bonnes choses)(?: (?:sympas?|géniales?|cool))?,? (?:dont|comme|notamment|parmi lesquel(?:le)?s) (?=\p{L}|\d)`,
    '$<at>\u00a0: ',
    { unless: () => / : / },
  ),
  // "Notre rapport met en évidence le fait que" → "Notre rapport montre que".
  phrase(
    'plain-words',
    String.raw`(?<=${PAPER}(?: [^.,:;!?]{2,40})? )(?:met en (?:évidence|lumière)|souligne|illustre|démontre|révèle|témoigne du) (?:le )?fait qu(?<e>e |[’'])(?![^.!?]*\b(?:soit|soient|ait|aient|puisse)\b)`,
    ({ e = '' }) => `montre qu${e}`,
  ),
  phrase(
    'plain-words',
    String.raw`(?<=\p{L}|\d|%), ce qui (?:représente|constitue|correspond à|équivaut à) (?=une? (?:\p{L}+ )?(?:hausse|baisse|augmentation|diminution|recul|progression|gain|économie) (?:de |d[’']))`,
    ', soit ',
  ),
];
