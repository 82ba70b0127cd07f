// What a cut leaves behind when it goes through the middle of a thought.
import { lazy } from '#base/lazy.js';
import { forLanguage } from '#words/by-language.js';
import { latin } from './latin.js';

/** Where a sentence begins: at the start of the text or its line, or behind a sign. */
const OPENS = String.raw`(?<=^|\n|[.!?…][)»”"]?\s{1,2})`;
/** What ends a sentence, or leads to the link. */
const CLOSES = String.raw`[ \u00a0\u202f]*(?:[.!?:;👉👇]|\ufe0f)*\s*(?=https?:|#\w|\n|$)`;

interface Kinds {
  /** The complement of a noun that is gone, before the clause that it stood in. */
  readonly complement: RegExp;
  /** A word that leads on, before the link or at the end of a sentence. */
  readonly leadsOn: RegExp;
  /** A clause that needs another one, as a sentence of its own. */
  readonly clause: RegExp;
  /** An opening with a pronoun: its noun stood before it. */
  readonly pronoun: RegExp;
  /** A sentence that answers a question. */
  readonly answer: RegExp;
  /** A noun with the clause that says what it is: a verb of its own must follow. */
  readonly noun: RegExp;
  /** A verb that is not the second of its clause. */
  readonly verb: RegExp;
}

const LANGUAGES = {
  fr: lazy((): Kinds => ({
    complement: latin(
      String.raw`${OPENS}(?:Du|De la|De l[’']|Des|D[’']une?|De (?:notre|nos|mon|ma|mes|cette|cet|ce|ces)) ?[\p{L}-]+(?: [\p{L}-]+)?, (?:on|nous|je|j[’']|vous|il|elle)[\s\p{L}]`,
      'gi',
    ),
    leadsOn: latin(
      String.raw`(?<![\p{L}’'-])(?:en [\p{L}’-]+ant|(?:en |et |de )?(?:sur|dans|via|par|pour|avec|chez|vers|depuis|de|du|des|à|au|aux|et|ou|que|qui|dont|si))${CLOSES}`,
      'gi',
    ),
    clause: latin(
      String.raw`${OPENS}(?:Pour (?:en |y |vous |nous |l[ea]s? |l[’'])?\p{L}+(?:er|ir|re)|Afin (?:de |d[’'])|Si (?:vous|tu|on|nous)|Si l[’']on|Parce qu|Lorsqu|Quand (?:vous|on|nous)|Qui (?!est|sont|a |ont|peut|veut|va|dit|sait|fait)|Dont|Afin qu|Pour qu)[^.,:;!?…\n]{0,90}[.!](?=\s|$)`,
      'gi',
    ),
    pronoun: latin(
      String.raw`^[^\p{L}\d«“]*(?:Elles?|Ils|Celui-ci|Celle-ci|Ceux-ci|Celles-ci|Ce dernier|Cette dernière|Ces derniers|Ces dernières|Il (?!faut|y a|est |était|reste|suffit|s[’']agit|existe|pleut|neige|fait|manque|n[’']y|ne (?:faut|reste|suffit|manque)|fallait|suffira|faudra|convient|arrive|se peut|paraît|semble|(?:[nv]ous|me|te) (?:reste|suffit|faut|manque|est|en (?:reste|faut|manque)))|Y |En (?:voici|voilà))\b`,
    ),
    answer: latin(
      String.raw`${OPENS}(?:Oui|Non|Si|Eh bien|Bien sûr|Évidemment|Maintenant oui|Plus maintenant|Pas tout à fait|Faux|Vrai)(?= ?[,.!:]| (?:c[’']est|et|mais))|${OPENS}C[’']est (?:désormais |maintenant |enfin )?(?:possible|chose faite|le cas) ?[.!]`,
      'gi',
    ),
    noun: latin(
      String.raw`${OPENS}(?:L[ea] |L[’'])(?:très )?(?:bonne |grande |triste |belle |excellente |mauvaise |heureuse )?(?:nouvelle|fait|idée|annonce|information) (?:que |qu[’']|selon laquelle |selon lequel )[^.!?…\n]*`,
      'gi',
    ),
    verb: latin(
      String.raw`(?<!(?:et|ou|qui|que|dont) |[\p{L}’'-])(?:est|sont|était|étaient|sera|seront|a|ont|avait|aura|auront|va|vont|fait|font|peut|peuvent|doit|doivent|rend|montre|prouve|explique|signifie|vient|suffit|réjouit|inquiète|surprend|reste|arrive|tombe|circule)(?![\p{L}’'-])`,
      'gi',
    ),
  })),
  en: lazy((): Kinds => ({
    complement: latin(
      String.raw`${OPENS}Of (?:the|our|my|this) [\p{L}-]+(?: [\p{L}-]+)?, (?:we|I|you|he|she|it|they)[\s’']`,
      'gi',
    ),
    leadsOn: latin(
      String.raw`(?<![\p{L}’'-])(?:by \p{L}+ing|(?:and |or |so )?(?:via|at|on|from|through|in|to|of|with|for|by|about|into|and|or|that|which|who|if))${CLOSES}`,
      'gi',
    ),
    clause: latin(
      String.raw`${OPENS}(?:If (?:you|we)|So that|Because|Whether you|In order to|Which|Who (?!is|are|was|were|has|had|can|will|does|did|would|should|knows|owns|pays|gets|wants|needs)|To (?:find|get|see|learn|read|celebrate|help|mark|make|apply|book|join))[^.,:;!?…\n]{0,90}[.!](?=\s|$)`,
      'gi',
    ),
    pronoun: latin(
      String.raw`^[^\p{L}\d“"]*(?:They|He|She|Them|Theirs|Those (?!who)|These(?! (?:\p{L}|\d))|It (?!is\b|was\b|takes|took|pays|looks|turns|rained|snowed|seems|all (?:began|started)|started|began|costs?|only takes|doesn[’']t (?:take|matter|have)|has (?:been|taken)|had (?:been|taken)|used to|may|might|can be)|Its )\b`,
    ),
    answer: latin(
      String.raw`${OPENS}(?:Well,|Yes[,.!]|No[,.!]|Yep|Nope|Of course[,.!]|Absolutely[,.!]|Not any ?more|Not quite|Wrong[.!]|True[.!]|False[.!])|${OPENS}(?:Well, )?(?:Now|now) you (?:can|do|know)[.!]|${OPENS}(?:We|You|I|It|They) (?:do|can|did|have|are|is|does)(?: now)?(?:[.!]|, (?:and|but) )`,
      'gi',
    ),
    noun: latin(
      String.raw`${OPENS}The (?:great |good |exciting |sad |bad |happy |wonderful |big |very )*(?:news|fact|idea|announcement|information) that [^.!?…\n]*`,
      'gi',
    ),
    verb: latin(
      String.raw`(?<!(?:and|or|which|who|that|to) |[\p{L}’'-])(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|means?|came|comes|makes?|made|shows?|proves?|surprised|shocked|spread|broke|reached|remains?)(?![\p{L}’'-])`,
      'gi',
    ),
  })),
};

const isBehindQuestion = (text: string, at: number): boolean => /\?[)»”"]?\s*$/.test(text.slice(0, at));

/**
 * How many places of a text are the rest of something that was cut: the complement of a noun that is gone, a word that
 * leads nowhere, half a sentence, an opening pronoun, an answer to no question, a
 * noun without its verb. A rewrite may not have more than its
 * draft; 0 for languages of which nothing is known.
 */
export function countStumps(text: string, language: string | undefined): number {
  const kinds = forLanguage(LANGUAGES, language)?.();
  if (kinds === undefined) return 0;
  const { complement, leadsOn, clause, pronoun, answer, noun, verb } = kinds;
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const answers = [...text.matchAll(answer)].filter(({ index }) => !isBehindQuestion(text, index)).length;
  const nouns = [...text.matchAll(noun)].filter(([sentence]) => (sentence.match(verb)?.length ?? 0) < 2).length;
  return count(complement) + count(leadsOn) + count(clause) + (pronoun.test(text) ? 1 : 0) + answers + nouns;
}
