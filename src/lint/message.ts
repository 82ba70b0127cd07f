import type { Locale } from '#base/locale.js';
import { count, date, dateWithWeekday, decimal, pluralForm } from '#locale/format.js';

/** The name in a slot: `days` of `days`, of `days|day|days`, of `until@day` and of `until@weekday`. */
type SlotName<Slot extends string> = Slot extends `${infer Name}|${string}`
  ? Name
  : Slot extends `${infer Name}@${'day' | 'weekday'}`
    ? Name
    : Slot;

/** The names between braces: `Slots<'{count} of {max}'>` is `'count' | 'max'`. */
type Slots<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}`
  ? SlotName<Slot> | Slots<Rest>
  : never;

/** What fills the slots of a sentence: no slot missing, none too many. */
export type SlotData<Text extends string> = Readonly<
  // An empty record type would take any keys at all.
  [Slots<Text>] extends [never] ? Record<string, never> : Record<Slots<Text>, string | number>
>;

/** What fills the slots of any sentence, once the compiler has checked it. */
export type MessageData = Readonly<Record<string, string | number>>;

const SLOT = /\{(\w+)((?:\|[^|{}]*)*|@(?:week)?day)\}/g;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The slot names of a sentence, in their order. */
export const slotNames = (text: string): string[] => [...text.matchAll(SLOT)].map(([, name]) => name ?? '');

/**
 * A sentence with its slots filled: `{max}` by a number or a text; `{days|day|days}` by a number with its noun, singular
 * then plural; `{count|no tags|tag|tags}` likewise, with a text of its own for 0; `{until@day}` by a day (`2026-03-02`)
 * as the language writes it, `{until@weekday}` with its weekday.
 * @throws Error when a slot has no value: the compiler lets that happen in a translation only, and a test reads those.
 */
export function fill(text: string, data: MessageData, locale: Locale = 'en'): string {
  if (!text.includes('{')) return text;
  return text.replace(SLOT, (_, name: string, form: string) => {
    const value = data[name];
    if (value === undefined) throw new Error(`the message "${text}" has no value for {${name}}`);
    if (form.startsWith('@')) {
      const write = form === '@day' ? date : dateWithWeekday;
      return DAY.test(String(value)) ? write(String(value), locale) : String(value);
    }
    const written = typeof value === 'number' ? formatNumber(value, locale) : value;
    if (form === '') return written;
    const nouns = form.split('|').slice(1);
    const [one = '', other = ''] = nouns.slice(-2);
    if (nouns.length === 3 && value === 0) return nouns[0] ?? '';
    return `${written} ${pluralForm(Number(value), one, other, locale)}`;
  });
}

function formatNumber(value: number, locale: Locale): string {
  if (Number.isInteger(value)) return count(value, locale);
  return decimal(value, locale, Math.min(2, String(value).split('.')[1]?.length ?? 0));
}
