/** What JSON leaves as it is although a terminal or a reader may obey it: C1 controls, reversed reading order. */
const RAW = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Data as text for a pipe or a file. */
export const asJson = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)}\n`.replace(
    RAW,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
