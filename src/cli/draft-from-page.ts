// The draft file that a page gives: link, title, keywords, image, a text to start from, and what the page says.
import { stringify } from 'yaml';
import type { Draft } from '#draft/draft.js';
import type { LintOptions } from '#lint/engine.js';
import { pageSentences } from '#locale/page.js';
import { loadLexicon } from '#rules/lexicon/load.js';
import { loadRules } from '#rules/locales/load-rules.js';
import type { Page, PageReading } from '#page/page.js';
import { searchRewrites } from '#rewrite/rewrite.js';
import { planVariants, type VariantText } from '#rewrite/variants.js';
import type { Strategy } from '#rewrite/variants/strategies.js';
import { isLanguageCode } from '#tweet/language.js';
import type { Locale } from '#base/locale.js';

const asYaml = (value: object): string => stringify(value, { lineWidth: 0, schema: 'core' });

/** The text of a draft file for a page. The campaign stands in it as a comment: who wants one takes the signs away. */
export function writeDraft(reading: PageReading, text: string, locale: Locale): string {
  const { page, link, lang, keywords } = reading;
  const { imageRemark, campaignRemark } = pageSentences(locale);
  const fields = {
    ...(link !== undefined && { link }),
    ...(page.title !== undefined && { title: page.title }),
    ...(keywords !== undefined && { keywords }),
    ...(lang !== undefined && isLanguageCode(lang) && { lang }),
    ...(page.published !== undefined && { published: page.published }),
  };
  const { image } = page;
  const media = image && { media: [{ file: nameOf(image.url), ...(image.alt !== undefined && { alt: image.alt }) }] };
  const campaign = { campaign: { reposts: 3, gap: '3d', window: '08:00-20:00' } };
  return [
    '---\n',
    Object.keys(fields).length > 0 ? asYaml(fields) : '',
    media === undefined ? '' : `# ${imageRemark}\n${asComment(asYaml(media))}`,
    `# ${campaignRemark}\n${asComment(asYaml(campaign))}`,
    asYaml({ page }),
    `---\n\n${text}\n`,
  ].join('');
}

const asComment = (yaml: string): string => yaml.replace(/^(?=.)/gm, '# ');

const nameOf = (url: string): string => /([^/?#]+)(?:[?#].*)?$/.exec(url)?.[1] ?? 'image.jpg';

/** A text that a draft can begin with: as short as a title, or a sentence. */
const LONGEST_OPENING = 220;
/** Openings that are weighed. @source own choice */
const MOST_OPENINGS = 8;
/** Points by which a text must be better to open a draft before one that says more of the page. @source own choice */
const MARGIN = 5;
/** The page's own summary says what the reader gets; then what is most telling. Others come behind, in their order. */
const OPENING_ORDER: readonly (Strategy | undefined)[] = ['description', 'reader', 'figure', 'quotation', 'sentence'];
/** A link for a page that does not say its own: a text is judged as it will be posted. */
const STAND_IN = 'https://example.org/';

const rank = ({ strategy }: VariantText): number => {
  const place = OPENING_ORDER.indexOf(strategy);
  return place < 0 ? OPENING_ORDER.length : place;
};

/**
 * The best text to start from: of the texts that the strategies for reposts make of the page, the one that says most of
 * those that score about the same, reworded where that scores higher. Where they make none, as in a language whose words
 * are not known, the page's title or its description.
 */
export function chooseOpening(reading: PageReading, options: LintOptions): string {
  const { page, link = STAND_IN } = reading;
  const draft = { ...toDraft(reading), text: link, link, page };
  const { variants } = planVariants(draft, MOST_OPENINGS, options);
  const least = Math.max(...variants.map(({ score }) => score)) - MARGIN;
  const [opening] = variants.filter(({ score }) => score >= least).toSorted((one, other) => rank(one) - rank(other));
  const text = opening?.text ?? `${ownWords(page)} ${link}`.trim();
  const [best] = searchRewrites({ ...toDraft(reading), text }, { ...options, n: 1 }).rewrites;
  const chosen = best?.text ?? text;
  return reading.link === undefined ? chosen.replace(` ${STAND_IN}`, '') : chosen;
}

const toDraft = ({ page: { title }, lang, keywords }: PageReading): Omit<Draft, 'text'> => ({
  ...(title !== undefined && { title }),
  ...(keywords !== undefined && { keywords }),
  ...(lang !== undefined && isLanguageCode(lang) && { lang }),
});

const ownWords = ({ title, description, sentences = [] }: Page): string =>
  (title ?? description ?? sentences[0] ?? '').slice(0, LONGEST_OPENING);

/** By which the openings of a page are judged: its own language’s words, where they are known. */
export async function judgingOptions({ lang }: PageReading, locale: Locale): Promise<LintOptions> {
  const known = lang !== undefined && isLanguageCode(lang) ? lang : undefined;
  const lexicon = await loadLexicon(known);
  return { rules: await loadRules(locale), lexicons: lexicon === undefined ? [] : [lexicon] };
}
