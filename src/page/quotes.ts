import { lazy } from '#base/lazy.js';
import type { Block } from './article.js';
import { readText, type PageElement } from './element.js';
import type { PageQuote } from './page.js';
import { splitSentences } from './sentences.js';

/** The name of a person: two words or three with capitals, or one beside an age. */
const NAME = String.raw`\p{Lu}[\p{L}’'-]+(?: (?:de |du |van |von |d’)?\p{Lu}[\p{L}’'-]+){1,2}`;
const HAS_NAME = lazy(() => new RegExp(NAME, 'u'));
const AGED = lazy(() => /^\p{Lu}\p{L}+, \d{1,3} (?:ans|years)/u);
const SAYS =
  'dit|déclare|résume|conclut|annonce|explique|raconte|précise|ajoute|estime|assure|souligne|reconnaît|confie|affirme|said|says|explained|explains|added|adds|writes|wrote|recalls|told us';
const SPOKEN = lazy(
  () =>
    new RegExp(
      String.raw`(?:«[ \u00a0]?([^«»]{15,200}?)[ \u00a0]?»|“([^“”]{15,200})”|"([^"]{15,200})"),? ?(?:${SAYS}) ([^.!?]{3,120})`,
      'gu',
    ),
);
const INTRODUCED = lazy(() => new RegExp(String.raw`(${NAME}(?:, [^,:]{3,60})?),? [^:.!?]{0,60}:$`, 'u'));
const IDENTIFIED = lazy(
  () => new RegExp(String.raw`^(?:That is|This is|C’est|So says|Ainsi parle) (${NAME}(?:, [^,.]{3,60})?)`, 'u'),
);
const WHOLE = lazy(() => /^(?:«[ \u00a0]?([^«»]{15,200}?)[ \u00a0]?»|“([^“”]{15,200})”|"([^"]{15,200})")$/u);

const MAX_QUOTE = 240;
const MAX_SPEAKER = 80;
/** How far from a quotation the name of its speaker is looked for. */
const NEAR = 200;

const bare = (text: string): string =>
  text
    .replace(/^[«“"\s\u00a0]+|[»”"\s\u00a0]+$/gu, '')
    .replace(/[,;]$/u, '')
    .trim();

/** Who is named, without the dash before it and what is said of them behind it; undefined where it names nobody. */
function toSpeaker(text: string): string | undefined {
  const speaker = text
    .slice(0, NEAR)
    .replace(/^[—–\s-]+/u, '')
    .replace(/,? (?:who|qui|whose|dont) .*$/u, '')
    .replace(/[.,;:\s]+$/u, '');
  const isNamed = HAS_NAME().test(speaker) || AGED().test(speaker) || /^(?:an?|une?) /i.test(speaker);
  return isNamed && speaker.length <= MAX_SPEAKER ? speaker : undefined;
}

const make = (text: string, speaker: string | undefined): PageQuote[] => {
  const words = bare(text);
  if (words.length < 12 || words.length > MAX_QUOTE) return [];
  return [{ text: words, ...(speaker !== undefined && { speaker }) }];
};

/** The quotations of an article: set apart, or spoken within its sentences. Texts are verbatim. */
export function findQuotes(blocks: readonly Block[]): readonly PageQuote[] {
  const quotes = blocks.flatMap((block, index): PageQuote[] => {
    if (block.kind === 'quote')
      return readBlockQuote(block.element, textAt(blocks, index - 1), textAt(blocks, index + 1));
    if (block.kind !== 'text') return [];
    const whole = WHOLE().exec(block.text);
    // Alone in its paragraph, the name in the next one.
    if (whole !== null) return make(block.text, toSpeaker(shortText(textAt(blocks, index + 1))));
    const spoken = [...block.text.matchAll(SPOKEN())].flatMap(([, one, two, three, by = '']) =>
      make(one ?? two ?? three ?? '', toSpeaker(by)),
    );
    return [...spoken, ...readInlineQuotes(block.element, block.text)];
  });
  return quotes.filter(({ text }, index) => quotes.findIndex((other) => other.text === text) === index);
}

const textAt = (blocks: readonly Block[], index: number): string => {
  const block = blocks[index];
  return block?.kind === 'text' ? block.text : '';
};

/** A text that can name who speaks: no sentence. */
const shortText = (text: string): string => (text.length <= MAX_SPEAKER && !/[.!?]$/u.test(text) ? text : '');

function readBlockQuote(element: PageElement, before: string, after: string): PageQuote[] {
  const credit = element.querySelector('cite,footer,figcaption') ?? captionBeside(element);
  const paragraphs = [...element.querySelectorAll('p')].filter((each) => credit === null || !isInside(each, credit));
  const last = paragraphs.at(-1);
  const lastText = last === undefined ? '' : readText(last);
  const isCredit = credit === null && paragraphs.length > 1 && (/^[—–]/u.test(lastText) || shortText(lastText) !== '');
  const creditText = credit === null ? (isCredit ? lastText : '') : readText(credit);
  const whole = readText(element);
  const text = creditText !== '' && whole.endsWith(creditText) ? whole.slice(0, -creditText.length) : whole;
  const speaker =
    toSpeaker(creditText) ??
    toSpeaker(INTRODUCED().exec(before.slice(-NEAR))?.[1] ?? '') ??
    toSpeaker(IDENTIFIED().exec(after.slice(0, NEAR))?.[1] ?? '');
  return make(text, speaker);
}

const isInside = (element: PageElement, outer: PageElement): boolean => {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    if (parent === outer) return true;
  }
  return false;
};

/** The caption of the figure that a quotation stands in. */
function captionBeside(element: PageElement): PageElement | null {
  const { parentElement } = element;
  return parentElement?.localName === 'figure' ? parentElement.querySelector('figcaption') : null;
}

/** What stands in `<q>`, with the name that leads to it: "Roger Exemple, mon meunier, dit : …". */
function readInlineQuotes(element: PageElement, text: string): PageQuote[] {
  return [...element.querySelectorAll('q')].flatMap((inline) => {
    const words = readText(inline);
    const lead = splitSentences(text.slice(0, text.indexOf(words))).at(-1) ?? '';
    return make(
      words,
      toSpeaker(new RegExp(NAME, 'u').exec(lead.replace(/^\p{Lu}\p{Ll}+ (?=\p{Ll})/u, ''))?.[0] ?? ''),
    );
  });
}

/** Whether a sentence quotes somebody's words: as a sentence of the page it would lose who says them. */
export const isSpoken = (sentence: string): boolean =>
  /^[«“"]/u.test(sentence) || new RegExp(SPOKEN().source, 'u').test(sentence);
