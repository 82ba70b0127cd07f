// Posts made out of what a page says, by one strategy each. Words, names and figures are the page's or the draft's.
import { lazy } from '#base/lazy.js';
import type { Page } from '#page/page.js';
import type { Subject } from '#lint/subject.js';
import { forLanguage } from '#words/by-language.js';
import { namesPeople } from '#words/no-subject.js';
import { countIn } from './counted-title.js';
import { behindColon, statementOfQuestion } from './heading-statement.js';
import type { PageSubject } from './page-subject.js';
import { LONGEST, namesPrice, SHORTEST, standsAlone, wouldMeanName } from './standing-alone.js';

/** What a text for a repost is made of, the most telling first. */
export const STRATEGIES = [
  'figure',
  'description',
  'quotation',
  'sentence',
  'reader',
  'question',
  'title',
  'item',
  'picture',
] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** A text that a strategy made, without link and tags. */
export interface MadeText {
  readonly strategy: Strategy;
  readonly text: string;
}

/** Texts of one strategy in a campaign: sentences are many, and each says something else. @source own choice */
export const MOST_OF: Readonly<Partial<Record<Strategy, number>>> = { sentence: 4, item: 3 };

interface Source {
  readonly subject: Subject;
  readonly page: Page;
  readonly title: string | undefined;
  readonly about: PageSubject;
}

const LONGEST_QUOTE = 120;
const SHORTEST_TITLE = 25;
const SHORTEST_ALT = 30;
const COLON = { fr: '\u00a0: ', en: ': ' } as const;
const MARKS = { fr: ['«\u00a0', '\u00a0»'], en: ['“', '”'] } as const;
const colonIn = (language: string | undefined): string => forLanguage(COLON, language) ?? ': ';
const withoutStop = (text: string): string => text.replace(/[ \u00a0\u202f]*\.$/u, '');

const isVerbIn =
  ({ lexicon }: Subject) =>
  (word: string): boolean =>
    lexicon !== undefined &&
    (Object.values(lexicon.imperatives).includes(word) || Object.hasOwn(lexicon.imperatives, word));

const DEFINITE = lazy(() => /^(?:(?:the(?! average)|les?|la)\s|l[’'])([\p{L}-]+(?:\s\p{L}+)?)/iu);

/** Words led by the page's name where they do not name its subject; undefined where there is no name to lead them. */
function named(words: string, { subject, about }: Source): string | undefined {
  const { label } = about;
  // "Les experts …" may mean experts of whom the page spoke before.
  const isDefinite = DEFINITE().exec(words)?.[1];
  if (about.isNamedIn(words) && (isDefinite === undefined || about.isNamedIn(isDefinite))) return words;
  const rest = behindColon(words, subject.language, isVerbIn(subject));
  // Two colons in one sentence lead nowhere.
  if (label === undefined || rest === undefined || words.includes(':') || wouldMeanName(words)) return undefined;
  // "Free hours: Free hours start …"
  if (label.split(' ')[0]?.toLowerCase() === words.split(' ')[0]?.toLowerCase()) return undefined;
  return `${label}${colonIn(subject.language)}${rest}`;
}

/** Sentences of the page that say something alone. */
function sentencesOf(source: Source): string[] {
  const { page, subject } = source;
  return (page.sentences ?? []).filter(
    (sentence) =>
      sentence.length >= SHORTEST &&
      sentence.length <= LONGEST &&
      /[.!]$/.test(sentence) &&
      !namesPrice(sentence) &&
      standsAlone(sentence, subject),
  );
}

const made = (strategy: Strategy, texts: readonly (string | undefined)[]): MadeText[] =>
  texts.flatMap((text) => (text === undefined ? [] : [{ strategy, text }]));

const UNIT = lazy(
  () =>
    /\d+(?:[.,\u00a0\u202f ]\d+)*[\u00a0\u202f ]?(?:%|percent|°|km|m²|m\b|kg|tonnes?|litres?|heures?|hours?|minutes?|jours|days|mois|months|ans\b|years|fois|times|sur \d|in \d|out of \d|\p{L}{4,})/u,
);

/** Sentences with a figure that the page gives, those that name the subject themselves first. */
function figures(source: Source): MadeText[] {
  const given = source.page.figures ?? [];
  const holding = sentencesOf(source).filter(
    (sentence) => given.some((figure) => sentence.includes(figure)) || (given.length === 0 && UNIT().test(sentence)),
  );
  return made(
    'figure',
    holding.map((sentence) => named(sentence, source)),
  );
}

/** Whole quotations with the name of who says them. */
function quotations(source: Source): MadeText[] {
  const { page, subject, about } = source;
  const { language } = subject;
  return made(
    'quotation',
    (page.quotes ?? []).map(({ text, speaker }) => {
      const who = speaker?.replace(/^[-–—\s]+/u, '').trim();
      if (who === undefined || who === '' || /[@#]|https?:/.test(who + text) || who.length > 60) return undefined;
      if (text.length > LONGEST_QUOTE || text.length < 20 || /[«»“”"]/.test(text) || /(?:…|\.\.\.)$/.test(text))
        return undefined;
      if (/^(?:il|elle|ils|elles|ce|c[’']|ça|cela|mais|et|it|they|he|she|that|this|but|and)(?:\s|[’'])/iu.test(text))
        return undefined;
      const [open, close] = forLanguage(MARKS, language) ?? MARKS.en;
      const quoted = `${open}${text}${close}`;
      if (about.isNamedIn(text) || about.isNamedIn(who)) return `${who}${colonIn(language)}${quoted}`;
      return about.label === undefined ? undefined : `${about.label}${colonIn(language)}${quoted} (${who})`;
    }),
  );
}

/** Sentences that name what the author's keywords, or the title, are about. */
const sentences = (source: Source): MadeText[] =>
  made(
    'sentence',
    sentencesOf(source).map((sentence) => named(sentence, source)),
  );

/** The first sentence by which the page describes itself. */
function descriptionOf({ page, subject }: Source): string | undefined {
  const { description = '' } = page;
  const first = /^.+?[.!?](?=\s|$)/u.exec(description)?.[0] ?? description;
  const isKeywords = first.split(',').length > 4 && !/[.!]$/.test(first);
  if (first.length < SHORTEST || first.length > LONGEST + 30 || isKeywords || /(?:…|\.\.\.)/.test(description))
    return undefined;
  return standsAlone(first, subject) && !namesPrice(first) ? first : undefined;
}

const descriptions = (source: Source): MadeText[] => {
  const text = descriptionOf(source);
  return made('description', [text === undefined ? undefined : named(text, source)]);
};

const AUDIENCE: Readonly<Record<string, () => RegExp>> = {
  fr: lazy(() => /(?:^|\s)pour (?:les |tous les |toutes les )?(?<who>\p{L}{4,}s)(?=[\s,.:]|$)/iu),
  en: lazy(() => /(?:^|\s)for (?:all |the )?(?<who>\p{L}{4,}s)(?=[\s,.:]|$)/iu),
};

/** The reader addressed by what they are: "Artisans, créez …", where the page says whom it is for. */
function readers(source: Source): MadeText[] {
  const { subject, title = '', page } = source;
  const text = descriptionOf(source);
  const who = forLanguage(AUDIENCE, subject.language)?.().exec(`${title}. ${page.description ?? ''}`)?.groups?.['who'];
  const opening = /^\p{L}+/u.exec(text ?? '')?.[0].toLowerCase() ?? '';
  if (text === undefined || who === undefined || !namesPeople(who.toLowerCase())) return [];
  const isImperative = subject.lexicon !== undefined && Object.values(subject.lexicon.imperatives).includes(opening);
  if (!isImperative || text.toLowerCase().includes(who.toLowerCase())) return [];
  return made('reader', [
    named(
      `${who.charAt(0).toUpperCase()}${who.slice(1).toLowerCase()}, ${text.charAt(0).toLowerCase()}${text.slice(1)}`,
      source,
    ),
  ]);
}

/** Questions among the headings, as statements behind the page's name. */
function questions(source: Source): MadeText[] {
  const { page, subject, about } = source;
  return made(
    'question',
    (page.headings ?? []).map((heading) => {
      const said = statementOfQuestion(heading, subject.language);
      if (said === undefined || !standsAlone(said, subject)) return undefined;
      const text =
        about.label === undefined || about.isNamedIn(said)
          ? said.charAt(0).toUpperCase() + said.slice(1)
          : `${about.label}${colonIn(subject.language)}${said}`;
      return text.length >= SHORTEST && about.isNamedIn(text) ? text : undefined;
    }),
  );
}

/** The title of the page. */
function titles({ title, subject }: Source): MadeText[] {
  if (title === undefined || title.length < SHORTEST_TITLE) return [];
  return made(
    'title',
    [title.endsWith('?') ? undefined : withoutStop(title)].map((text) =>
      text === undefined || /[|…]|\.\.\./.test(text) || subject.text.includes(text) ? undefined : text,
    ),
  );
}

const OUT_OF: Readonly<Record<string, string>> = { fr: 'sur', en: 'of' };
/** Languages that put a noun before another one to tell its kind. */
const HAS_COMPOUNDS: Readonly<Record<string, boolean>> = { en: true };

/** Items of a list that the title counts, each with its number. */
function items(source: Source): MadeText[] {
  const { page, title = '', subject, about } = source;
  const { language } = subject;
  const all = page.items ?? [];
  const counted = countIn(title, language);
  const { label } = about;
  if (counted === undefined || counted.count !== all.length) return [];
  // "Five accessibility checks": each is an accessibility check.
  const kind =
    forLanguage(HAS_COMPOUNDS, language) === true && about.isNamedIn(counted.of)
      ? `${counted.of}${counted.noun}`
      : undefined;
  if (label === undefined && kind === undefined) return [];
  return made(
    'item',
    all.map((item, index) => {
      const words = withoutStop(item.replace(/^\d+[.)]\s+/u, ''));
      const rest = behindColon(words, language, isVerbIn(subject));
      if (
        rest === undefined ||
        words.length < 12 ||
        words.length > 120 ||
        /[:?]/.test(words) ||
        !standsAlone(words, subject)
      )
        return undefined;
      const place = `${index + 1} ${forLanguage(OUT_OF, language) ?? 'of'} ${counted.count}`;
      const lead = kind === undefined ? `${label}, ${counted.noun}` : kind.charAt(0).toUpperCase() + kind.slice(1);
      return `${lead} ${place}${colonIn(language)}${rest}`;
    }),
  );
}

const PICTURED: Readonly<Record<string, string>> = { fr: 'en image', en: 'in the picture' };

/** The draft's own picture put in words: a variant carries it. */
function pictures(source: Source): MadeText[] {
  const { subject, about } = source;
  const { language } = subject;
  const alt = withoutStop(subject.media[0]?.alt ?? '');
  const frame = forLanguage(PICTURED, language);
  const rest = behindColon(alt, language);
  if (frame === undefined || rest === undefined || alt.length < SHORTEST_ALT || alt.length > LONGEST) return [];
  if (/[:?]|\.\s/.test(alt) || !standsAlone(alt, subject)) return [];
  const lead = about.isNamedIn(alt) ? frame.charAt(0).toUpperCase() + frame.slice(1) : `${about.label}, ${frame}`;
  return about.isNamedIn(alt) || about.label !== undefined
    ? made('picture', [`${lead}${colonIn(language)}${rest}`])
    : [];
}

/** All texts that strategies make for a draft with a page, the most telling strategy first. */
export function textsOfPage(source: Source): MadeText[] {
  return [
    ...figures(source),
    ...quotations(source),
    ...sentences(source),
    ...readers(source),
    ...descriptions(source),
    ...questions(source),
    ...titles(source),
    ...items(source),
    ...pictures(source),
  ];
}
