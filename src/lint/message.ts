/** One sentence in every language of the program, with the same `{slots}` in each. */
export type Localized<Text extends string = string> = { readonly en: Text } & Readonly<Record<'fr', string>>;

/** The names between braces: `Slots<'{count} of {max}'>` is `'count' | 'max'`. */
export type Slots<Text extends string> = Text extends `${string}{${infer Slot}}${infer Rest}`
  ? Slot | Slots<Rest>
  : never;

/** What fills the slots of a sentence: no slot missing, none too many. */
export type SlotData<Text extends string> = Readonly<
  // An empty record type would take any keys at all.
  [Slots<Text>] extends [never] ? Record<string, never> : Record<Slots<Text>, string | number>
>;

/** What fills the slots of any sentence, once the compiler has checked it. */
export type MessageData = Readonly<Record<string, string | number>>;

const SLOT = /\{(\w+)\}/g;

/** The slot names of a sentence, in their order. */
export const slotNames = (text: string): string[] => [...text.matchAll(SLOT)].map(([, name]) => name ?? '');

/**
 * A sentence with its slots filled. Numbers are written plainly.
 * @throws Error when a slot has no value: the compiler lets that happen in the French text only, and a test reads it.
 */
export function fill(text: string, data: MessageData): string {
  return text.replace(SLOT, (_, name: string) => {
    const value = data[name];
    if (value === undefined) throw new Error(`the message "${text}" has no value for {${name}}`);
    return String(value);
  });
}
