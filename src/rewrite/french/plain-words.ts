// French phrases that a shorter one says as well, where nothing around them stands against it.
import { phrase } from '../phrase.js';
import type { Operation } from '../wording.js';
import { imperativeOf, weForm } from './conjugation.js';

/** An infinitive, with what may stand in front of it. */
const INFINITIVE = String.raw`(?=(?:ne pas |l[’']|la |les |le |nous |vous |y |en |mieux |lui |leur )?\p{L}+(?:er|ir|re|oir)(?![\p{L}]))`;
const OF = String.raw`(?:de |d[’'])`;
/** Two purposes in one sentence would trip over each other. */
const NO_SECOND = /\bpour\b/i;

const SEARCHES: Readonly<Record<string, string>> = {
  est: 'cherche',
  sont: 'cherchent',
  sommes: 'cherchons',
  suis: 'cherche',
};

/** "de" and its noun as an object: "de bénévoles" → "des bénévoles"; undefined where the article is not known. */
function asObject(of: string, noun: string): string | undefined {
  if (/^une?$/i.test(noun)) return '';
  if (
    /^(?:nos|vos|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|plusieurs|notre|votre|son|sa|ses|\d.*)$/i.test(
      noun,
    )
  )
    return '';
  // Before an adjective "de" stays: "cherche de nouveaux bénévoles".
  if (
    of === 'de ' &&
    /^(?:nouve(?:aux|lles)|petit[es]+|grand[es]+|bon(?:s|nes)|jeunes|beaux|belles|autres|vieux|vieilles|anciens|anciennes|nombreu(?:x|ses)|futurs|futures)$/.test(
      noun,
    )
  )
    return 'de ';
  return of === 'de ' && /[sx]$/.test(noun) ? 'des ' : undefined;
}

/** "Afin de vous permettre de comparer 18 offres, nous avons mis en place un outil" → "Comparez 18 offres avec notre outil". */
const madeForYou: Operation = phrase(
  'purpose-last',
  String.raw`^(?:Afin de|Pour|Dans le but de|En vue de) vous permettre (?:de |d[’'])(?<verb>\p{L}+(?:er|ir|re)) (?<what>[^,.:;!?]{3,80}), (?:nous avons|j[’']ai|nous vous avons) (?:mis en place|créé|réalisé|conçu|rédigé|préparé|publié|mis au point|développé|lancé|mis à (?:votre )?disposition) une? (?<made>[^.,:;!?]{3,60})(?=[.:!]?$|[ \u00a0]:$)`,
  ({ verb = '', what = '', made = '' }, _, forms) => {
    const put = imperativeOf(verb.toLowerCase(), forms);
    return put === undefined || /\b(?:pour|qui|son|sa|ses|leurs?)\b/.test(`${what} ${made}`)
      ? undefined
      : `${put} ${what} avec notre ${made}`;
  },
);

/** Shorter phrases of the same meaning. */
export const plainWords: readonly Operation[] = [
  madeForYou,
  phrase(
    'plain-words',
    String.raw`(?:en vue|dans le but|dans l[’']objectif|avec pour (?:objectif|but)|dans l[’']optique|à l[’']effet|aux fins) ${OF}${INFINITIVE}`,
    'pour ',
    { unless: () => NO_SECOND },
  ),
  phrase(
    'plain-words',
    String.raw`\b(?<has>a|ont) pour (?:objectif|but|vocation|ambition|mission|objet|finalité) (?:${OF})vous permettre (?<of>${OF})${INFINITIVE}`,
    ({ has = '', of = '' }) => `vous ${has === 'a' ? 'permet' : 'permettent'} ${of}`,
  ),
  phrase(
    'plain-words',
    String.raw`\b(?<has>a|ont) pour (?:objectif|but|vocation|ambition|finalité) ${OF}${INFINITIVE}(?!ne pas|vous permettre)`,
    ({ has = '' }) => `${has === 'a' ? 'vise' : 'visent'} à `,
  ),
  phrase('plain-words', String.raw`\bà compter (?<of>du |de la |de l[’']|d[’']|de |des )`, 'à partir $<of>'),
  phrase(
    'plain-words',
    String.raw`\bau sein (?:de (?<whose>notre|nos|votre|vos|cette|ce|ces|son|sa|ses|leur|leurs) )`,
    'dans $<whose> ',
  ),
  phrase(
    'plain-words',
    String.raw`\b(?:s[’']élèvent|s[’']élève|se montent|se monte) à (?=(?:près de |plus de |environ )?\d)`,
    (_, { text }) => (/s[’']élèvent|se montent/.test(text) ? 'atteignent ' : 'atteint '),
    { unless: () => /s[’']élèv.*s[’']élèv/ },
  ),
  phrase('plain-words', String.raw`\bde quelle (?:manière|façon) `, 'comment '),
  phrase(
    'plain-words',
    String.raw`\b(?<is>est|sont|sommes|suis) (?:actuellement |toujours )?à la recherche (?<of>${OF})(?<noun>[\p{L}\d]+)`,
    ({ is = '', of = '', noun = '' }) => {
      const article = asObject(of.toLowerCase(), noun);
      const verb = SEARCHES[is.toLowerCase()];
      return article === undefined || verb === undefined ? undefined : `${verb} ${article}${noun}`;
    },
  ),
  phrase(
    'plain-words',
    String.raw`(?<who>^|, )nous avons (?:donc |pris la décision de |fait le choix de |choisi de |décidé de |le projet de )(?:procéder à la mise en place (?<of>de |d[’'])|(?<verb>\p{L}+(?:er|ir|re))(?= (?:l|d|u|n|v|c|s|\d|tou|plus|en )))`,
    ({ who = '', verb, of = '' }, _, forms) => {
      if (of !== '') return undefined;
      const form = verb === undefined || verb === '' ? undefined : weForm(verb.toLowerCase(), forms);
      return form === undefined ? undefined : `${who}nous ${form}`;
    },
    { only: () => /décidé de|décision de|choix de|choisi de/ },
  ),
  phrase(
    'plain-words',
    String.raw`(?<who>^|, )(?:nous |je )?(?:tenons|tenions|tiens|tenais|souhaitons|souhaitions|voulons|voulions|souhaite|voudrais) (?:également |aussi )?(?:à )?remercier (?:très )?(?:chaleureusement |vivement |sincèrement |tout particulièrement )?(?<whom>les |le |nos |notre |la |l[’']|(?=@)|(?=\p{Lu}))`,
    ({ who = '', whom = '' }, { text }) => {
      // Two that are thanked would each need their "à".
      if (
        /remercier[^.:;!?]*? et (?:les|le|la|l[’']|nos|notre|tou(?:s|tes)) /.test(text.split(/ qui | pour /)[0] ?? '')
      )
        return undefined;
      const to: Readonly<Record<string, string>> = { 'les ': 'aux ', 'le ': 'au ' };
      return `${who}merci ${to[whom.toLowerCase()] ?? `à ${whom}`}`;
    },
  ),
];
