import { lazy } from '#base/lazy.js';
import type { RewriteGrammar } from './en.js';

const NEGATIONS = new Set([
  'ne',
  "n'",
  'pas',
  'jamais',
  'aucun',
  'aucune',
  'rien',
  'sans',
  'ni',
  'non',
  'personne',
  'guère',
]);

/** Pronouns before an infinitive, as they stand behind its imperative: "nous contacter" is "contactez-nous". */
const CLITICS: Readonly<Record<string, string>> = {
  nous: '-nous',
  vous: '-vous',
  se: '-vous',
  "s'": '-vous',
  me: '-moi',
  "m'": '-moi',
  le: '-le',
  la: '-la',
  les: '-les',
  lui: '-lui',
  leur: '-leur',
  y: '-y',
  en: '-en',
};
const CLITIC_AND_VERB = lazy(() => /^\s*(?:(nous|vous|se|me|le|la|les|lui|leur|y|en)\s+|(s'|m'))?([\p{L}-]+)/u);
/** A second verb that hangs on the same phrase: "à lire et à partager". */
const SECOND_VERB = lazy(
  () =>
    /^(?:[^.!?…\n]*?\s)?(?:et|ou|puis)\s+(?:à\s+|de\s+|d')?(?:(?:nous|vous|se|me|le|la|les|y|en)\s+|[sml]')?([\p{L}-]+)/u,
);
/** Said to one person, whom the imperatives of the table do not address. */
const FAMILIAR = /^n'hésite pas/;
const AND = /(?:^|\s)(?:et|puis|ou)\s+$/i;

/** French. */
export const fr: RewriteGrammar = {
  isNegation: (word) => NEGATIONS.has(word),
  leaning:
    'aussi|ainsi|donc|ensuite|puis|ils?|elles?|cel(?:a|ui|le|les)|ceux|ça|ce(?:tte|t|s)?|y|son|sa|ses|leurs?|lui|(?<=-)(?:les?|la|en)',
  announces: /(?:annoncer|informer|apprendre|dire|savoir)$/,
  that: /^\s*(?:que\s+|qu['’])/i,
  claims: /(?:que|qu')$/,
  hedges: /avis|selon moi|pense|crois|trouve|peut dire|opinion/,
  leadsToVerb: () => false,
  joinsCommand: (before, phrase) => phrase.startsWith("n'hésite") && AND.test(before),
  asImperative(phrase, rest, verbs) {
    if (!/\s(?:à|de|d')$/.test(phrase) || FAMILIAR.test(phrase)) return undefined;
    const match = CLITIC_AND_VERB().exec(rest.replaceAll('’', "'"));
    const infinitive = match?.[3]?.toLowerCase() ?? '';
    const imperative = Object.hasOwn(verbs, infinitive) ? verbs[infinitive] : undefined;
    if (match === null || imperative === undefined) return undefined;
    const second = SECOND_VERB().exec(rest.slice(match[0].length).replaceAll('’', "'"))?.[1]?.toLowerCase() ?? '';
    if (Object.hasOwn(verbs, second)) return undefined;
    const pronoun = match[1] ?? match[2];
    return { taken: match[0].length, put: imperative + (pronoun === undefined ? '' : (CLITICS[pronoun] ?? '')) };
  },
};
