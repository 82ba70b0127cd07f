import type { BudgetDocument } from '../documents/budget.js';
import { dollars } from '#locale/dollars.js';
import type { Locale } from '#base/locale.js';
import type { TerminalStyle } from './style.js';
import { createPalette, reportColumns } from './style.js';
import { table } from './table.js';
import { wrap } from './width.js';

const WORDS = {
  en: {
    of: 'US dollars',
    today: 'today',
    month: 'this month',
    spent: 'spent',
    cap: 'cap',
    left: 'left',
    kinds: { post: 'posts', repost: 'reposts', media: 'media', read: 'posts read', count: 'counts', user: 'people' },
    days: (day: string) => `Today is ${day} and months begin in UTC, as X counts them.`,
    nothing: 'Nothing is left: what costs something waits.',
    forbidden: 'A cap of $0 forbids whatever costs something; posting by hand costs nothing.',
    change: 'tweetspan budget --day 2 --month 20 changes the caps.',
  },
  fr: {
    of: 'dollars US',
    today: 'aujourd’hui',
    month: 'ce mois-ci',
    spent: 'dépensé',
    cap: 'plafond',
    left: 'reste',
    kinds: {
      post: 'posts',
      repost: 'republications',
      media: 'médias',
      read: 'posts lus',
      count: 'comptages',
      user: 'personnes',
    },
    days: (day: string) => `Nous sommes le ${day} et les mois commencent en UTC, comme X les compte.`,
    nothing: 'Il ne reste rien : ce qui coûte attend.',
    forbidden: 'Un plafond de $0 interdit tout ce qui coûte ; poster à la main ne coûte rien.',
    change: 'tweetspan budget --day 2 --month 20 change les plafonds.',
  },
} as const;

/** The budget as text. */
export function budgetReport(
  { day, month, spent }: BudgetDocument,
  view: TerminalStyle & { readonly locale: Locale },
): string {
  const words = WORDS[view.locale];
  const palette = createPalette(view.color);
  const columns = reportColumns(view);
  const rows = [
    ...spent.map(({ kind, ...sums }) => [words.kinds[kind], sums.day, sums.month] as const),
    [words.spent, day.spent, month.spent] as const,
    [words.cap, day.cap, month.cap] as const,
    [words.left, day.left, month.left] as const,
  ];
  const right = 'right' as const;
  const cells = table(
    [
      { title: words.of, cells: rows.map(([name]) => name), flexible: 10 },
      { title: words.today, cells: rows.map(([, today]) => dollars(today)), align: right },
      { title: words.month, cells: rows.map(([, , sum]) => dollars(sum)), align: right },
    ],
    { ...view, columns },
  );
  const isForbidden = day.cap === 0 || month.cap === 0;
  const remark = isForbidden ? words.forbidden : day.left === 0 || month.left === 0 ? words.nothing : undefined;
  const remarks = [...(remark === undefined ? [] : [remark]), `${words.days(day.begins)} ${words.change}`];
  return `${cells}\n${remarks.flatMap((text) => wrap(text, columns).map((line) => palette.dim(line))).join('\n')}\n`;
}
