/** What JSON leaves as it is although a terminal or a reader may obey it: C1 controls, reversed reading order. */
const RAW = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

const stringify = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(
    RAW,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
/** Data as text for a pipe or a file. */
export const asJson = (value: unknown): string => `${stringify(value)}\n`;

const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

/**
 * A document whose long list comes item by item, as \`asJson\` would write it.
 * @param head what stands before the list, with its schema; \`tail\` what follows it, known when the list has ended.
 */
export function* listJson(head: object, name: string, items: Iterable<object>, tail: () => object): Generator<string> {
  const entries = (part: object): string[] =>
    Object.entries(part).map(([key, value]) => `  ${JSON.stringify(key)}: ${indent(stringify(value), '  ')}`);
  yield `{\n${entries(head).join(',\n')},\n  ${JSON.stringify(name)}: [`;
  let isFirst = true;
  for (const item of items) {
    yield `${isFirst ? '' : ','}\n    ${indent(stringify(item), '    ')}`;
    isFirst = false;
  }
  yield `${isFirst ? '' : '\n  '}]${entries(tail())
    .map((entry) => `,\n${entry}`)
    .join('')}\n}\n`;
}
