// Words that exist and stand in the place of others, and words written twice.
import { lazy } from '#base/lazy.js';
import { forLanguage } from './by-language.js';
import type { WordList } from './word-list.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What was written and what was surely meant. */
export interface Confusion {
  readonly span: Stretch;
  readonly meant: string;
}

/**
 * Letters without which a pattern is not tried (rows of them with `|` between; a blank stands for the start or the end of a word), the pattern, and what
 * takes the place of its find: `$1` and so on are groups. The case of the first letter is kept.
 */
type Pair = readonly [when: string, pattern: string, meant: string];

const APOSTROPHE = "[’']";
const FRENCH: readonly Pair[] = [
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
  ['inclue', '([A-Za-zÀ-ÿŒœ]{2,}) inclue(s?)(?= ?[.,:;!?)]|$)', '$1 incluse$2'],
];

const ENGLISH: readonly Pair[] = [
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
  [' who', 'who’s (book|idea|fault|turn|job|house|name|work)', 'whose $1'],
  [' effect ', 'effect (change|your|the|our) (?=[A-Za-zÀ-ÿŒœ]+ly)', 'affect $1 '],
  [' for all intensive purposes', 'for all intensive purposes', 'for all intents and purposes'],
  [' weather or not', 'weather or not', 'whether or not'],
  [' peak your interest', 'peak your interest', 'pique your interest'],
];

interface Entry {
  readonly when: readonly string[];
  readonly pattern: () => RegExp;
  readonly meant: string;
}

const TABLES: Readonly<Record<string, () => readonly Entry[]>> = {
  fr: lazy(() => build(FRENCH)),
  en: lazy(() => build(ENGLISH)),
};

const build = (pairs: readonly Pair[]) =>
  pairs.map(([when, source, meant]) => {
    const pattern = lazy(() => {
      // Blanks of any kind, and either apostrophe.
      const flexible = source.replaceAll('’', APOSTROPHE).replaceAll(' ', '[ \\u00a0\\u202f]');
      return new RegExp(`(?<![A-Za-zÀ-ÿŒœ\\d-]|[A-Za-zÀ-ÿŒœ][’'])(?:${flexible})(?![A-Za-zÀ-ÿŒœ-])`, 'gi');
    });
    return { when: when.split('|'), pattern, meant };
  });

const withCase = (written: string, meant: string): string =>
  /^[A-ZÀ-ÞŒ]/.test(written) ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant;

/** Participles where an infinitive is wanted: "il faut taillé". */
const BEHIND_MODALS = {
  fr: lazy(
    () =>
      /(?<![A-Za-zÀ-ÿŒœ-])(faut|peut|peuvent|peux|pouvez|pouvons|doit|doivent|dois|devez|devons|veut|veulent|veux|voulez|va|vont|vais|vas|allez|allons|fallait|faudra|pourra|pourrez|pourront|devra|devrez|devront) ([A-Za-zÀ-ÿŒœ]{2,}é)(?![A-Za-zÀ-ÿŒœ])/gi,
  ),
};

/**
 * The confusions in a text of a language, in its order.
 * @param list its words, by which a participle is known behind a verb that wants an infinitive.
 */
export function confusions(text: string, language: string | undefined, list: WordList): Confusion[] {
  const plain = ` ${text.toLowerCase().replace(/[\u00a0\u202f]/g, ' ')} `;
  const table = forLanguage(TABLES, language)?.() ?? [];
  const tried = table.filter(({ when }) => when.some((letters) => plain.includes(letters)));
  const found: Confusion[] = tried.flatMap(({ pattern, meant }) =>
    [...text.matchAll(pattern())].flatMap((match) => {
      const [written, ...groups] = match;
      // "A l’occasion" at the start lacks an accent: that is typography.
      if (written.startsWith('A ')) return [];
      const put = meant.replace(/\$(\d)/g, (_, at: string) => String(groups[Number(at) - 1] ?? ''));
      return [{ span: { start: match.index, end: match.index + written.length }, meant: withCase(written, put) }];
    }),
  );
  const participles = forLanguage(BEHIND_MODALS, language);
  if (participles !== undefined && /[a-z]é(?![A-Za-zÀ-ÿ])/.test(text)) {
    for (const match of text.matchAll(participles())) {
      const [written, modal = '', participle = ''] = match;
      const infinitive = `${participle.slice(0, -1)}er`.toLowerCase();
      if (list.lookUp(infinitive) === undefined) continue;
      const span = { start: match.index, end: match.index + written.length };
      found.push({ span, meant: `${modal} ${infinitive}` });
    }
  }
  // A small L in the place of a capital i: "lA".
  for (const { index, 0: written } of text.matchAll(/(?<![A-Za-zÀ-ÿŒœ\d])l[A-Z]{1,3}(?![A-Za-zÀ-ÿŒœ\d])/g)) {
    found.push({ span: { start: index, end: index + written.length }, meant: `I${written.slice(1)}` });
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Words that are rightly written twice in a row. */
const TWICE = new Set(
  'nous vous très trop plus non oui bla bien tout si vite peu petit had that very really so no yes bye ha hi ho knock go long many far new never again more win night faire on off cha pin tam bam tic tac miam coucou chut allez'.split(
    ' ',
  ),
);
const DOUBLE = lazy(
  () =>
    /(?<![A-Za-zÀ-ÿŒœ\d@#&'’/.-])([A-Za-zÀ-ÿŒœ][A-Za-zÀ-ÿŒœ]*)([ \u00a0\u202f]+)\1(?![A-Za-zÀ-ÿŒœ\d'’/-]|\.[A-Za-zÀ-ÿŒœ])/gi,
);

/** Words written twice by a slip, each with one of the two. */
export function doubledWords(text: string): Confusion[] {
  return [...text.matchAll(DOUBLE())].flatMap((match) => {
    const [written, word = ''] = match;
    const second = written.slice(-word.length);
    // A capital inside a sentence makes a name: "Duran Duran".
    const isName = second !== second.toLowerCase();
    if (isName || word.length < 2 || TWICE.has(word.toLowerCase())) return [];
    return [{ span: { start: match.index, end: match.index + written.length }, meant: word }];
  });
}
