// The draft file that a page gives: link, title, keywords, image, a text to start from, and what the page says.
import { stringify } from 'yaml';
import type { Draft } from '#draft/draft.js';
import { lint } from '#lint/engine.js';
import type { LintOptions } from '#lint/engine.js';
import { pageSentences } from '#locale/page.js';
import { loadLexicon } from '#rules/lexicon/load.js';
import { loadRules } from '#rules/locales/load-rules.js';
import type { PageReading } from '#page/page.js';
import { searchRewrites } from '#rewrite/rewrite.js';
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

/**
 * The best text to start from that the page itself has: its title, its description, or a sentence with a figure, each
 * reworded where that scores higher; the title alone where none can be judged.
 */
export function chooseOpening({ page, link, lang, keywords }: PageReading, options: LintOptions): string {
  const { title, description, sentences = [], figures = [] } = page;
  const withFigure = sentences.filter((sentence) => figures.some((figure) => sentence.includes(figure)));
  const openings = [title, description, ...withFigure.slice(0, 2), ...sentences.slice(0, 1)].filter(
    (text): text is string => text !== undefined && text.length <= LONGEST_OPENING,
  );
  const candidates = [...new Set(openings)].map((opening): { text: string; score: number } => {
    const draft: Draft = {
      text: link === undefined ? opening : `${opening} ${link}`,
      ...(title !== undefined && { title }),
      ...(keywords !== undefined && { keywords }),
      ...(lang !== undefined && isLanguageCode(lang) && { lang }),
    };
    const report = lint(draft, options);
    if (report.findings.some(({ severity }) => severity === 'error')) return { text: opening, score: -1 };
    const [best] = searchRewrites(draft, { ...options, n: 1 }).rewrites;
    return best === undefined
      ? { text: draft.text, score: report.textScore ?? 0 }
      : { text: best.text, score: best.score };
  });
  const best = candidates.toSorted((one, other) => other.score - one.score)[0];
  const fallback = [title ?? description?.slice(0, LONGEST_OPENING) ?? '', link ?? ''].join(' ').trim();
  return best === undefined || best.score < 0 ? fallback : best.text;
}

/** By which the openings of a page are judged: its own language’s words, where they are known. */
export async function judgingOptions({ lang }: PageReading, locale: Locale): Promise<LintOptions> {
  const known = lang !== undefined && isLanguageCode(lang) ? lang : undefined;
  const lexicon = await loadLexicon(known);
  return { rules: await loadRules(locale), lexicons: lexicon === undefined ? [] : [lexicon] };
}
