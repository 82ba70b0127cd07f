import { isMap, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { ValueFault } from './draft-error.js';

/** Where a value stands: the keys and indexes that lead to it. */
export type YamlPath = readonly (string | number)[];

/** One fault of a text that should be YAML; the line counts from 1. */
interface YamlFault {
  readonly line: number;
  readonly fault: ValueFault;
}

/** A value read from YAML, and the line of each of its parts, from 1. */
export type YamlResult =
  | { readonly value: unknown; readonly findLine: (path: YamlPath) => number }
  | { readonly faults: readonly YamlFault[] };

/**
 * Reads YAML as plain data: the core schema, so that dates and ids stay text; no tag runs code, no alias is followed,
 * no key stands twice.
 */
export function readYaml(text: string): YamlResult {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
    // The library compares each key with all before it: they are looked for below.
    uniqueKeys: false,
  });
  const errors = [...document.errors.map(({ pos, code }) => ({ at: pos[0], code })), ...findDoubleKeys(document)];
  if (errors.length > 0) {
    const faults = errors.map(({ at, code }): YamlFault => ({
      line: lines.linePos(at).line,
      fault: { code: 'yaml', reason: code },
    }));
    return { faults };
  }
  const findLine = (path: YamlPath): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const parent: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
      const key = path[length - 1];
      const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === String(key)) : undefined;
      const node: unknown = pair?.key ?? document.getIn(path.slice(0, length), true);
      const range = (node as { range?: [number, number, number] } | undefined)?.range;
      if (range !== undefined) return lines.linePos(range[0]).line;
    }
    return 1;
  };
  try {
    return { value: document.toJS({ maxAliasCount: 0 }), findLine };
  } catch {
    return { faults: [{ line: 1, fault: { code: 'alias' } }] };
  }
}

/** The keys that stand twice in one map. */
function findDoubleKeys(document: Document): { at: number; code: string }[] {
  const found: { at: number; code: string }[] = [];
  visit(document, {
    Map(_, map) {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) found.push({ at: key.range?.[0] ?? 0, code: 'DUPLICATE_KEY' });
        seen.add(key.value);
      }
    },
  });
  return found;
}
