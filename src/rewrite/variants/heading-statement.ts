// Questions among headings as statements: posts that ask drew fewer shares.
import { lazy } from '#base/lazy.js';
import { forLanguage } from '#words/by-language.js';

type Turn = readonly [RegExp, string];

const TURNS: Readonly<Record<string, () => readonly Turn[]>> = {
  fr: lazy(() => [
    [/^quels? (?:est|sont) (?=l(?:e |a |es )|l[’'])/iu, ''],
    [/^quelles? (?:est|sont) (?=l(?:e |a |es )|l[’'])/iu, ''],
    // A word of question before an infinitive, or before a verb whose subject is the word itself.
    [
      /^(comment|pourquoi|où|quand|à qui|avec quoi|par où) (?=(?:bien )?(?:l[’']|s[’']|se )?\p{L}+(?:er|ir|re|oir)\s)/iu,
      '$1 ',
    ],
    [/^(quel(?:le)?s? [\p{L}’'-]+(?: [\p{L}’'-]+)?) (?=\p{L}+(?:er|ir|re|oir)(?:\s|$))/iu, '$1 '],
    [
      /^(qui|comment|pourquoi|où|quand) (?=(?:peut|doit|paie|fait|fonctionne|marche|se passe|vont|va|sont|est) )/iu,
      '$1 ',
    ],
    [/^(combien de [\p{L}’'-]+) (?=faut-il )faut-il /iu, '$1 '],
  ]),
  en: lazy(() => [
    [/^how (?:do|can|should) (?:i|you|we) /iu, 'how to '],
    [/^when (?:do|can|should) (?:i|you|we) /iu, 'when to '],
    [/^where (?:do|can|should) (?:i|you|we) /iu, 'where to '],
    [/^what (?:do|can|should) (?:i|you|we) /iu, 'what to '],
    [
      /^(who|which \p{L}+s?|what) (?=(?:can|may|must|pays|needs|counts|gets|makes|causes|works|happens|changes|belongs|goes) )/iu,
      '$1 ',
    ],
    [/^(how|why|when|where|what) to /iu, '$1 to '],
  ]),
};
const INVERTED = lazy(
  () => /-(?:t-)?(?:il|elle|on|ils|elles|je|tu|nous|vous|ce)(?![\p{L}-])|est-ce|\s(?:il|elle|ils|elles|en|y)\s/iu,
);

/**
 * What a heading that asks is about, as words that may follow a colon ("quelle épaisseur choisir", "how to apply");
 * undefined where it cannot be turned without a verb's form being changed.
 */
export function statementOfQuestion(heading: string, language: string | undefined): string | undefined {
  const asked = /^(.*\S)[ \u00a0\u202f]*\?$/u.exec(heading)?.[1];
  const turns = forLanguage(TURNS, language);
  if (asked === undefined || turns === undefined || INVERTED().test(asked) || /[?!:]/.test(asked)) return undefined;
  for (const [pattern, put] of turns()) if (pattern.test(asked)) return lowerFirst(asked.replace(pattern, put));
  return undefined;
}

/** Languages in which a whole sentence behind a colon opens with a capital. */
const KEEPS_CAPITAL: Readonly<Record<string, boolean>> = { en: true };
const SMALL: Readonly<Record<string, () => RegExp>> = {
  fr: lazy(
    () =>
      /^(?:le|la|les|un|une|des|du|de|à|au|aux|en|dans|par|pour|avec|sans|sous|sur|chez|près|plus|moins|environ|chaque|tout|toute|tous|toutes|aucun|aucune|quelques|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|il|on|vous|votre|vos|nous|notre|nos|si|quand|lorsque|dès|depuis|avant|après|selon|entre|jusque|comment|pourquoi|où|qui|quel|quelle|quels|quelles|pendant|malgré|contre|vers|outre|hors|que|ne|pas|seul|seule|une)\s|^(?:l|d|jusqu|qu|lorsqu|n|s)[’']/iu,
  ),
  en: lazy(
    () =>
      /^(?:the|a|an|some|most|all|no|every|each|more|less|in|on|at|to|for|with|without|from|by|about|under|over|between|before|after|when|where|why|how|what|who|which|if|you|your|our|we|there|two|three|four|five|six|seven|eight|nine|ten|only|nearly|almost|one|half)\s/iu,
  ),
};

/**
 * Words as they go on behind a colon: the first letter small where it belongs to no name. Undefined where that is not
 * known and the language writes it small.
 * @param isVerb whether a word is a verb that may open a sentence.
 */
export function behindColon(
  text: string,
  language: string | undefined,
  isVerb: (word: string) => boolean = () => false,
): string | undefined {
  const keepsCapital = forLanguage(KEEPS_CAPITAL, language) === true;
  if (keepsCapital && /[.!]$/.test(text)) return text;
  const small = forLanguage(SMALL, language);
  if (/^[\d«“"]/u.test(text)) return text;
  const first = /^[\p{L}\p{M}’'-]+/u.exec(text)?.[0] ?? '';
  if (small?.().test(text) === true || isVerb(first.toLowerCase())) return lowerFirst(text);
  if (first === first.toLowerCase()) return text;
  return keepsCapital ? text : undefined;
}

const lowerFirst = (text: string): string => (/^I\b/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1));
