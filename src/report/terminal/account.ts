// The account at X as text: what may be spent, and who is signed in.
import type { Locale } from '#base/locale.js';
import { accountSentences } from '#locale/account.js';
import { date, money, slotText } from '#locale/format.js';
import type { WhoAmI } from '../documents/account.js';
import type { BudgetDocument } from '../documents/x-schemas.js';

import { createPalette, reportColumns, type TerminalStyle } from './style.js';
import { table } from './table.js';
import { wrap } from './width.js';

/** The budget as text. */
export function budgetReport(
  { day, month, spent }: BudgetDocument,
  view: TerminalStyle & { readonly locale: Locale; readonly isQuiet?: boolean },
): string {
  const { locale } = view;
  const words = accountSentences(locale).budget;
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
      { title: words.dollars, cells: rows.map(([name]) => name), flexible: 10 },
      { title: words.today, cells: rows.map(([, today]) => money(today, locale)), align: right },
      { title: words.thisMonth, cells: rows.map(([, , sum]) => money(sum, locale)), align: right },
    ],
    { ...view, columns },
  );
  if (view.isQuiet === true) return cells;
  const isForbidden = day.cap === 0 || month.cap === 0;
  const remark = isForbidden ? words.blocked : day.left === 0 || month.left === 0 ? words.usedUp : undefined;
  const remarks = [
    ...(remark === undefined ? [] : [remark]),
    `${words.utc(date(day.begins, locale))} ${words.change}`,
    words.readPrices,
  ];
  return `${cells}\n${remarks.flatMap((text) => wrap(text, columns).map((line) => palette.dim(line))).join('\n')}\n`;
}

/** The answer of `whoami` for a terminal: the account, then a line for each thing to know. `now` is ms UTC. */
export function whoamiText(me: WhoAmI, { locale, now }: { readonly locale: Locale; readonly now: number }): string {
  const words = accountSentences(locale).whoami;
  const { account, expiresAt } = me;
  const id = account === undefined ? words.unknown : words.id(account.id);
  const name = account?.handle === undefined ? id : `@${account.handle} (${id})`;
  const lines = [
    words[me.kind](me.app),
    ...(expiresAt === undefined
      ? []
      : [
          `${(expiresAt > now ? words.expires : words.expired)(formatMinute(expiresAt, locale))}, ${me.isRenewed ? words.renewed : words.notRenewed}`,
        ]),
    ...(me.scopes === undefined ? [] : [words.scopes(me.scopes.join(', '))]),
    me.hasBearer ? words.bearer : words.noBearer,
    words.place(accountSentences(locale).place(me.place)),
    ...(me.price === undefined ? [] : [words.queried(me.price)]),
  ];
  return `${name}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

const formatMinute = (at: number, locale: Locale): string =>
  slotText({ localTime: new Date(at).toISOString().slice(0, 16), zone: 'UTC' }, locale);
