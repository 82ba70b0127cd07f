/** Data as text for a pipe or a file. */
export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);

/**
 * A document whose long list comes item by item, as \`asJson\` would write it.
 * @param head what stands before the list, with its schema; \`tail\` what follows it, known when the list has ended.
 */
export function* listJson(head: object, name: string, items: Iterable<object>, tail: () => object): Generator<string> {
  const entries = (part: object): string[] =>
    Object.entries(part).map(
      ([key, value]) => `  ${JSON.stringify(key)}: ${indent(JSON.stringify(value, null, 2), '  ')}`,
    );
  yield `{\n${entries(head).join(',\n')},\n  ${JSON.stringify(name)}: [`;
  let isFirst = true;
  for (const item of items) {
    yield `${isFirst ? '' : ','}\n    ${indent(JSON.stringify(item, null, 2), '    ')}`;
    isFirst = false;
  }
  yield `${isFirst ? '' : '\n  '}]${entries(tail())
    .map((entry) => `,\n${entry}`)
    .join('')}\n}\n`;
}
