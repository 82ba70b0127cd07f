// Titles that count what their page lists: "sept erreurs", "five checks".
import { forLanguage } from '#words/by-language.js';

const COUNTED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fr: {
    conseils: 'conseil',
    erreurs: 'erreur',
    astuces: 'astuce',
    étapes: 'étape',
    raisons: 'raison',
    idées: 'idée',
    règles: 'règle',
    gestes: 'geste',
    points: 'point',
    questions: 'question',
    pistes: 'piste',
    clés: 'clé',
    réflexes: 'réflexe',
  },
  en: {
    tips: 'tip',
    mistakes: 'mistake',
    steps: 'step',
    reasons: 'reason',
    ideas: 'idea',
    rules: 'rule',
    ways: 'way',
    lessons: 'lesson',
    checks: 'check',
    habits: 'habit',
    myths: 'myth',
    points: 'point',
  },
};
const NUMBERS: Readonly<Record<string, string>> = {
  fr: 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze',
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
};

/** What a title counts, and how many: "sept erreurs"; undefined where it counts nothing that a list may hold. */
export function countIn(
  title: string,
  language: string | undefined,
): { noun: string; count: number; of: string } | undefined {
  const nouns = forLanguage(COUNTED, language);
  const numbers = forLanguage(NUMBERS, language)?.split(' ') ?? [];
  if (nouns === undefined) return undefined;
  const [before, of = '', plural = ''] =
    new RegExp(String.raw`(?<![\p{L}\d])([\p{L}\d]+) ((?:\p{L}+ )?)(${Object.keys(nouns).join('|')})(?!\p{L})`, 'iu')
      .exec(title)
      ?.slice(1) ?? [];
  const count =
    before === undefined ? -1 : /^\d+$/.test(before) ? Number(before) : numbers.indexOf(before.toLowerCase());
  const noun = nouns[plural.toLowerCase()];
  return count < 2 || noun === undefined ? undefined : { noun, count, of };
}
