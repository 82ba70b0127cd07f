// The plan, what only a person can do, and what it costs.
import type { Locale } from '#base/locale.js';
import { count, date, dayOrMonth, money, moment, time, weekdayName } from '#locale/format.js';
import { accountSentences } from '#locale/account.js';
import { outreachSentences } from '#locale/outreach.js';
import { queueSentences } from '#locale/queue.js';
import { reportSentences } from '#locale/report.js';
import type { ReportDocument } from '../documents/report.js';
import { adviceOn, reasonText } from '../reason-text.js';
import { escape, folded, htmlTable, paragraph } from './page.js';
import { cellMark, draw, figure, textMark } from './picture.js';

const DAY = 86_400_000;
/** Weeks of the calendar at most. */
const MAX_WEEKS = 6;
/** Times that a day of the calendar has room for. */
const SHOWN_TIMES = 2;

type ItemRecord = ReportDocument['queue']['items'][number];

/** Items that wait for a person. */
export const needsPerson = ({ state, review }: Pick<ItemRecord, 'state' | 'review'>): boolean =>
  state === 'planned' ? review : state !== 'claimed' && state !== 'sending';

const toReason = (reason: NonNullable<ReportDocument['queue']['stopped']>, locale: Locale): string =>
  reasonText({ code: reason.code, ...(reason.detail !== null && { detail: reason.detail }) }, locale);

/** The part of a report on the plan: what waits for a person, a calendar, and its items as a table. */
export function planBody({ queue, localTime }: ReportDocument, locale: Locale): string[] {
  const words = reportSentences(locale).plan;
  const { items, stopped, more } = queue;
  const waiting = items.filter(needsPerson);
  const planned = items
    .filter((item) => item.state === 'planned' || item.state === 'claimed')
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt));
  return [
    ...(stopped === null ? [] : [paragraph(words.stopped(toReason(stopped, locale)), 'warn')]),
    ...(planned.length === 0 ? [paragraph(words.none)] : calendar(planned, localTime.slice(0, 10), locale)),
    ...(planned.length === 0 ? [] : [folded(words.table, plannedTable(planned, locale))]),
    ...(waiting.length === 0 ? [] : [`<h3>${escape(words.attention)}</h3>`, waitingTable(waiting, locale)]),
    ...(more ? [paragraph(words.shown(items.length), 'soft')] : []),
  ];
}

function plannedTable(items: readonly ItemRecord[], locale: Locale): string {
  const { columns, free } = reportSentences(locale).plan;
  const { modeWords } = queueSentences(locale).item;
  return htmlTable(
    '',
    [
      { head: columns.when },
      { head: columns.text },
      { head: columns.how, kept: true },
      { head: columns.cost, number: true },
    ],
    items.map((item) => [
      moment(item.localTime, locale),
      item.text,
      modeWords[item.mode],
      item.price === 0 ? free : money(item.price, locale),
    ]),
  );
}

function waitingTable(items: readonly ItemRecord[], locale: Locale): string {
  const { columns } = reportSentences(locale).plan;
  const { states } = queueSentences(locale);
  return htmlTable(
    '',
    [{ head: columns.when }, { head: columns.text }, { head: columns.state, kept: true }, { head: columns.why }],
    items.map((item) => [
      moment(item.localTime, locale),
      item.text,
      states[item.state],
      [
        ...(item.reason === null ? [] : [toReason({ ...item.reason, since: '', until: null }, locale)]),
        ...[adviceOn(item, locale)].flatMap((advice) => advice ?? []),
      ].join(' – '),
    ]),
  );
}

const toDay = (day: string): number => Date.parse(`${day}T00:00Z`);
const fromDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Weeks from Monday on, with the times of each day; on the clocks of the items. */
function calendar(items: readonly ItemRecord[], today: string, locale: Locale): string[] {
  const words = reportSentences(locale).plan;
  const first = items[0]?.localTime.slice(0, 10) ?? today;
  const last = items.at(-1)?.localTime.slice(0, 10) ?? today;
  // A plan that is months away begins with its own week.
  const from = first < today || toDay(first) - toDay(today) < 21 * DAY ? today : first;
  const monday = toDay(from) - ((new Date(toDay(from)).getUTCDay() + 6) % 7) * DAY;
  const weeks = Math.min(MAX_WEEKS, Math.max(1, Math.floor((toDay(last) - monday) / (7 * DAY)) + 1));
  const times = new Map<string, ItemRecord[]>();
  for (const item of items) {
    const day = item.localTime.slice(0, 10);
    times.set(day, [...(times.get(day) ?? []), item]);
  }
  const days = Array.from({ length: 7 * weeks }, (_, index) => {
    const day = fromDay(monday + index * DAY);
    const due = times.get(day) ?? [];
    return {
      day,
      weekday: weekdayName(index % 7, locale),
      week: String(Math.floor(index / 7)),
      name: String(Number(day.slice(8))),
      fill: due.length === 0 ? 'var(--step2)' : 'var(--step3)',
      times: [
        ...due.slice(0, SHOWN_TIMES).map((item) => time(item.localTime.slice(11, 16), locale)),
        ...(due.length > SHOWN_TIMES ? [words.more(due.length - SHOWN_TIMES)] : []),
      ].join('  '),
      posts: due.length,
    };
  });
  const end = days.at(-1)?.day ?? today;
  const later = items.filter((item) => item.localTime.slice(0, 10) > end).length;
  const place = { x: 'weekday', y: 'week' } as const;
  const chart = draw({
    id: 'calendar',
    title: words.calendar,
    description: words.description(items.length, times.size, first, last),
    plot: {
      width: 900,
      height: 40 + 56 * weeks,
      marginTop: 30,
      marginLeft: 70,
      marginRight: 4,
      marginBottom: 4,
      padding: 0,
      style: { fontSize: '12px', overflow: 'visible' },
      x: { domain: days.slice(0, 7).map(({ weekday }) => weekday), axis: 'top', tickSize: 0, label: null },
      y: {
        domain: Array.from({ length: weeks }, (_, week) => String(week)),
        tickSize: 0,
        label: null,
        tickFormat: (week: string) => words.weekOf(fromDay(monday + Number(week) * 7 * DAY)),
      },
      color: { type: 'identity' },
      marks: [
        cellMark(days, { ...place, fill: 'fill', inset: 1 }),
        cellMark(
          days.filter(({ day }) => day === today),
          { ...place, fill: 'none', stroke: 'var(--ink)', strokeWidth: 2, inset: 2 },
        ),
        textMark(days, { ...place, text: 'name', fill: 'var(--soft)', fontSize: 11, dx: -44, dy: -15 }),
        textMark(
          days.filter(({ posts }) => posts > 0),
          { ...place, text: 'times', fill: 'var(--ink)', fontWeight: 700, dy: 6 },
        ),
      ],
    },
  });
  const box = (fill: string, stroke: string, width: number): string =>
    `<rect x="1" y="1" width="14" height="14" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`;
  return [
    figure(chart, [
      [box('var(--step3)', 'var(--line)', 1), words.filled],
      [box('none', 'var(--ink)', 2), words.today],
    ]),
    ...(later === 0 ? [] : [paragraph(words.later(later, end), 'soft')]),
  ];
}

/** The part of a report on what only a person can do. */
export function peopleBody({ queue, now }: ReportDocument, locale: Locale): string[] {
  const words = reportSentences(locale).people;
  const { steps } = outreachSentences(locale);
  const { people = [] } = queue;
  if (people.length === 0) return [paragraph(words.none)];
  const { columns, overdue } = words;
  return [
    htmlTable(
      '',
      [{ head: columns.what }, { head: columns.when }, { head: columns.link }, { head: columns.how }],
      people.map(({ step, localTime, dueAt, link, draft }) => [
        steps.kinds[step],
        `${dueAt < now ? `${overdue} ` : ''}${moment(localTime, locale)}`,
        link,
        steps.how[step](draft),
      ]),
    ),
  ];
}

/** The part of a report on cost: what was paid, the caps, and what is planned. */
export function costBody({ budget, costToCome }: ReportDocument, locale: Locale): string[] {
  const words = reportSentences(locale).cost;
  const own = accountSentences(locale).budget;
  const { day, month, spent } = budget;
  const rows = [
    ...spent.map(({ kind, ...sums }) => [own.kinds[kind], sums.day, sums.month] as const),
    [own.spent, day.spent, month.spent] as const,
    [own.cap, day.cap, month.cap] as const,
    [own.left, day.left, month.left] as const,
  ];
  const { columns, toComeColumns } = words;
  return [
    htmlTable(
      '',
      [{ head: columns.kind }, { head: columns.today, number: true }, { head: columns.month, number: true }],
      rows.map(([name, today, sum]) => [name, money(today, locale), money(sum, locale)]),
    ),
    paragraph(own.utc(date(day.begins, locale)), 'soft'),
    `<h3>${escape(words.toCome)}</h3>`,
    ...(costToCome.posts === 0
      ? [paragraph(words.none)]
      : [
          htmlTable(
            '',
            [
              { head: toComeColumns.month },
              { head: toComeColumns.posts, number: true },
              { head: toComeColumns.total, number: true },
            ],
            [...costToCome.months, { ...costToCome, begins: '' }].map(({ begins, posts, total }) => [
              begins === '' ? words.total : dayOrMonth(begins, locale),
              count(posts, locale),
              money(total, locale),
            ]),
          ),
        ]),
  ];
}
