/** Data as text for a pipe or a file. */
export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
