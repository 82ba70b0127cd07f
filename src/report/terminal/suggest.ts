import type { Locale } from '#base/locale.js';
import { planSentences } from '#locale/plan.js';
import { timingSentences } from '#locale/timing.js';
import type { SuggestDocument } from '../documents/suggest.js';
import { accountText, expectedCount } from '../timing-text.js';
import type { TimingView } from './hours.js';
import { createPalette, type Palette } from './style.js';
import { fitStart, oneLine, padStart, textLines, visible, wrap } from './width.js';

const WIDEST = 100;
const WEEK = 7 * 86_400_000;

type SuggestedLink = SuggestDocument['links'][number];

/** The links worth reposting: what, when, how much and with which text; then why the others are not. */
export function suggestReport(document: SuggestDocument, view: TimingView): string {
  const { locale, quiet = false } = view;
  const { suggest } = timingSentences(locale);
  const palette = createPalette(view.color);
  const columns = Math.max(40, Math.min(view.columns, WIDEST));
  const { account, zone, rhythm, usual, links, left } = document;
  const dim = (text: string): string[] => wrap(text, columns).map((line) => palette.dim(line));
  const hasLinks = links.length > 0 || left.length > 0;
  const textOf = (cause: (typeof left)[number]['cause']): string =>
    cause === 'list full' && links.length === 0 ? suggest.noRoom : suggest.causes[cause];
  const sections = [
    quiet
      ? []
      : [
          palette.bold(visible(suggest.title(accountText(account)))),
          ...(hasLinks ? dim(suggest.summary(rhythm.reposts, usual, zone)) : []),
        ],
    links.length === 0 ? wrap(hasLinks ? suggest.none : suggest.noLinks, columns) : [],
    ...links.map((link) => linkLines(link, columns, palette, locale)),
    quiet || links.every(({ text }) => text !== null) ? [] : dim(suggest.needsText),
    quiet || !hasLinks || !isBehind(document) ? [] : dim(suggest.until(document.newestPost ?? '')),
    quiet || !hasLinks || view.verbose !== true
      ? []
      : dim(
          [suggest.rhythm(rhythm.postsPerWeek), ...(links.length > 0 ? [suggest.order, suggest.times] : [])].join(' '),
        ),
    quiet || left.length === 0
      ? []
      : [
          links.length === 0 ? suggest.all : suggest.others,
          ...left.flatMap(({ cause, links: many, examples }) => [
            ...wrap(suggest.other(many, textOf(cause)), columns - 2).map((line) => `  ${line}`),
            ...(view.verbose === true
              ? examples.map((example) => palette.dim(`    ${fitStart(oneLine(example), columns - 4)}`))
              : []),
          ]),
        ],
  ];
  return `${sections
    .filter((section) => section.length > 0)
    .map((section) => section.join('\n'))
    .join('\n\n')}\n`;
}

/** Whether the history seems to end before now: a week without a post with a link. */
const isBehind = ({ newestPost, localTime }: SuggestDocument): boolean =>
  newestPost !== null && Date.parse(`${localTime}Z`) - Date.parse(`${newestPost}Z`) > WEEK;

/** The first two lines of a text: most posts fit in whole. */
function beginning(text: string, columns: number): string[] {
  const [first = '', ...others] = wrap(oneLine(text), columns);
  return others.length === 0 ? [first] : [first, fitStart(others.join(' '), columns)];
}

function linkLines(link: SuggestedLink, columns: number, palette: Palette, locale: Locale): string[] {
  const { suggest } = timingSentences(locale);
  const { number, label, byText, lastText, gain, text, lasting, kind } = link;
  const head = `${padStart(String(number), 2)}  `;
  const margin = ' '.repeat(head.length);
  const below = (sentence: string): string[] => wrap(sentence, columns - margin.length).map((line) => margin + line);
  const idea = link.idea === null ? undefined : planSentences(locale).hooks[link.idea];
  return [
    ...beginning(label, columns - head.length).map(
      (line, index) => `${index === 0 ? head : margin}${palette.bold(line)}`,
    ),
    ...below(
      `${suggest.slot(link.localTime)}${suggest.colon}${suggest.gain(gain.mean, [expectedCount(gain.low, locale), expectedCount(gain.high, locale)], gain.times)}`,
    ),
    ...below(
      [
        suggest.why(link.posts, link.reactions, link.last),
        lasting === null || kind === null ? suggest.unclear : suggest.lasting(suggest.kinds[kind], lasting),
      ].join(' · '),
    ).map((line) => palette.dim(line)),
    ...(byText ? [] : beginning(lastText, columns - margin.length).map((line) => margin + palette.dim(line))),
    ...(text === null
      ? below(suggest.write(idea))
      : [
          ...below(suggest.texts[text.origin](text.draft)),
          ...textLines(text.text, columns - margin.length).map((line) => margin + line),
        ]),
  ];
}
