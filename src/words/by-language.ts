/** What a table holds for a language, or undefined for one that it does not know. */
export const forLanguage = <Value>(
  table: Readonly<Record<string, Value>>,
  language: string | undefined,
): Value | undefined => (language !== undefined && Object.hasOwn(table, language) ? table[language] : undefined);
