import type { DecayDetail, DecayDocument, DecayLink, DecayTimes } from '../documents/decay.js';
import { adviceText, amountText, gainText, knownCount, learnedText, timeTexts } from '../decay-texts.js';
import { amount, count, moment } from '#locale/format.js';
import type { Locale } from '#base/locale.js';
import { escape } from './escape.js';
import { figure, drawDecayTimes, SWATCHES } from './lives.js';
import { folded, htmlTable, page, paragraph } from './page.js';
import { areaY, draw, lineY, ruleX, ruleY, textMark } from './picture.js';

const WORDS = {
  en: {
    title: 'Decay',
    of: 'of',
    metric: 'reactions (likes + reposts)',
    none: 'No link with a post of known time is in the history.',
    curve: 'Reactions of all posts of the link',
    curveDescription: (total: string, posts: number) =>
      `A curve with its band: ${posts} posts, in all ${total} reactions by 7 days after the newest.`,
    band: 'band: 80 % of what is likely',
    posts: 'numbered lines: posts',
    now: 'now',
    lives: 'How long reactions take',
    table: 'The figures as a table',
    link: 'Link',
    post: 'Post',
    when: 'When',
    number: 'Posts',
    last: 'Last',
    soFar: 'So far',
    toCome: 'To come (80 %)',
    total: '7-day total (80 %)',
    halfHead: 'Half after (80 %)',
    ninetyHead: '90 % after (80 %)',
    advice: 'Advice',
    text: 'Text',
    shown: (shown: string, known: string) => `The newest ${shown} of ${known} links.`,
  },
  fr: {
    title: 'Déclin',
    of: 'de',
    metric: 'réactions (j’aime + reposts)',
    none: 'L’historique n’a aucun lien dont un post soit daté.',
    curve: 'Réactions de tous les posts du lien',
    curveDescription: (total: string, posts: number) =>
      `Une courbe et sa bande : ${posts} posts, en tout ${total} réactions 7 jours après le dernier.`,
    band: 'bande : 80 % du vraisemblable',
    posts: 'lignes numérotées : posts',
    now: 'maintenant',
    lives: 'Le temps que prennent les réactions',
    table: 'Les chiffres en tableau',
    link: 'Lien',
    post: 'Post',
    when: 'Quand',
    number: 'Posts',
    last: 'Dernier',
    soFar: 'À ce jour',
    toCome: 'À venir (80 %)',
    total: 'Total à 7 jours (80 %)',
    halfHead: 'Moitié après (80 %)',
    ninetyHead: '90 % après (80 %)',
    advice: 'Conseil',
    text: 'Texte',
    shown: (shown: string, known: string) => `Les ${shown} liens les plus récents de ${known}.`,
  },
} as const;

/** The page of `decay --html`: one link with its curve, or all links shown. */
export function decayPage(document: DecayDocument, locale: Locale): string {
  const words = WORDS[locale];
  const { account, links, zone, localTime, known, remarks } = document;
  const who = account.length === 0 ? '' : ` ${words.of} ${account.map((handle) => `@${handle}`).join(', ')}`;
  const [only] = links;
  const detail = only?.detail;
  const isOne = only !== undefined && detail !== undefined;
  const title = `${words.title}${who}${isOne ? `${locale === 'fr' ? ' : ' : ': '}${only.label}` : ''}`;
  return page({
    lang: locale,
    title,
    body: [
      `<h1>${escape(title)}</h1>`,
      paragraph(`${words.metric} · ${moment(localTime, locale)} ${zone}`, 'soft'),
      ...(links.length === 0 ? [] : [paragraph(learnedText(document.learnedFrom, locale), 'soft')]),
      ...(links.length === 0 ? [paragraph(words.none, 'verdict')] : []),
      ...(isOne ? oneLink(only, detail, document, locale) : links.length === 0 ? [] : allLinks(links, locale)),
      ...(links.length < known && !isOne
        ? [paragraph(words.shown(count(links.length, locale), count(known, locale)), 'soft')]
        : []),
      ...remarks.map((remark) => paragraph(remark, 'soft')),
    ],
  });
}

function oneLink(link: DecayLink, detail: DecayDetail, document: DecayDocument, locale: Locale): string[] {
  const words = WORDS[locale];
  const gain = gainText(link.advice, locale);
  const rows = detail.posts.map(({ localTime, times }, index) => ({
    name: `${index + 1}  ${localTime.slice(0, 10)}`,
    times,
  }));
  return [
    paragraph(adviceText(link.advice, locale), 'verdict'),
    ...(gain === undefined ? [] : [paragraph(gain)]),
    paragraph(
      `${knownCount(link.reactions, locale)} ${words.soFar.toLowerCase()} · ${words.toCome.toLowerCase()} ${amountText(link.remaining, locale)} · ${words.total.toLowerCase()} ${amountText(link.total, locale)}`,
    ),
    `<h2>${escape(words.curve)}</h2>`,
    curve(link, detail, document, locale),
    `<h2>${escape(words.lives)}</h2>`,
    drawDecayTimes(words.lives, rows, locale),
    folded(
      words.table,
      htmlTable(
        words.curve,
        [
          { head: words.post },
          { head: words.when, kept: true },
          { head: words.soFar, number: true },
          { head: words.total, number: true },
          { head: words.halfHead },
          { head: words.ninetyHead },
          { head: words.text },
        ],
        detail.posts.map((post, index) => [
          String(index + 1),
          moment(post.localTime, locale),
          knownCount(post.reactions, locale),
          amountText(post.total, locale, post.total.point),
          ...timeCells(post.times, locale),
          post.text,
        ]),
      ),
    ),
  ];
}

function timeCells(times: DecayTimes, locale: Locale): string[] {
  const { half, ninety, basis } = timeTexts(times, locale);
  return [half, ninety].map((text) => (basis === '' ? text : `${text}, ${basis}`));
}

function allLinks(links: readonly DecayLink[], locale: Locale): string[] {
  const words = WORDS[locale];
  const rows = links.map(({ label, times }, index) => ({ name: `${index + 1}  ${shortened(label, 34)}`, times }));
  return [
    `<h2>${escape(words.lives)}</h2>`,
    drawDecayTimes(words.lives, rows, locale),
    htmlTable(
      '',
      [
        { head: words.link },
        { head: words.number, number: true },
        { head: words.last, kept: true },
        { head: words.soFar, number: true },
        { head: words.toCome, number: true },
        { head: words.halfHead },
        { head: words.ninetyHead },
        { head: words.advice },
      ],
      links.map((link, index) => [
        `${index + 1}  ${link.label}`,
        count(link.posts, locale),
        link.last.slice(0, 10),
        knownCount(link.reactions, locale),
        amountText(link.remaining, locale),
        ...timeCells(link.times, locale),
        adviceText(link.advice, locale),
      ]),
    ),
  ];
}

const shortened = (text: string, most: number): string =>
  [...text].length <= most ? text : `${[...text].slice(0, most - 1).join('')}…`;

/** What the clock shows, on an axis that knows no zones. */
const onAxis = (localTime: string): Date => new Date(`${localTime}:00Z`);

const TWO_DAYS = 2 * 86_400_000;

function curve(
  link: DecayLink,
  { curve: points, posts }: DecayDetail,
  { localTime }: DecayDocument,
  locale: Locale,
): string {
  const words = WORDS[locale];
  const data = points.map(({ localTime: shown, mean, low, high }) => ({ when: onAxis(shown), mean, low, high }));
  const marks = posts.map((post, index) => ({ when: onAxis(post.localTime), name: String(index + 1) }));
  const [from, to] = [data[0]?.when ?? onAxis(localTime), data.at(-1)?.when ?? onAxis(localTime)];
  const isShort = to.getTime() - from.getTime() < 2 * TWO_DAYS;
  const present = onAxis(localTime);
  const isNowShown = present > from && present < to;
  const chart = draw({
    id: 'curve',
    title: words.curve,
    description: words.curveDescription(amountText(link.total, locale), posts.length),
    plot: {
      width: 900,
      height: 340,
      marginTop: 30,
      marginLeft: 50,
      marginRight: 20,
      style: { fontSize: '12px', overflow: 'visible' },
      x: {
        type: 'utc',
        label: null,
        ticks: 5,
        tickFormat: (when: Date) =>
          when
            .toISOString()
            .slice(...(isShort ? [5, 16] : [0, 10]))
            .replace('T', ' '),
      },
      y: { label: null, grid: true, nice: true, ticks: 5, tickFormat: (value: number) => amount(value, locale) },
      marks: [
        ruleY([0], { stroke: 'var(--soft)' }),
        ruleX(marks, { x: 'when', stroke: 'var(--mark)', strokeDasharray: '4 3' }),
        areaY(data, { x: 'when', y1: 'low', y2: 'high', fill: 'var(--band)' }),
        lineY(data, { x: 'when', y: 'mean', stroke: 'var(--curve)', strokeWidth: 2.5 }),
        textMark(marks, {
          x: 'when',
          text: 'name',
          frameAnchor: 'top',
          dy: -16,
          fill: 'var(--mark)',
          fontWeight: 700,
        }),
        ...(isNowShown
          ? [
              ruleX([present], { stroke: 'var(--ink)' }),
              textMark([present], {
                x: (when: Date) => when,
                text: () => words.now,
                frameAnchor: 'bottom',
                dx: -5,
                dy: -6,
                textAnchor: 'end',
                fill: 'var(--ink)',
                stroke: 'var(--ground)',
                strokeWidth: 4,
              }),
            ]
          : []),
      ],
    },
  });
  return figure(chart, [
    [SWATCHES.band, words.band],
    [SWATCHES.post, words.posts],
  ]);
}
