// A list of words as a graph in which equal endings are kept once, so that it is small and needs no unpacking.

/** Classes are letters of their own, from here on. */
const FIRST_CLASS = 0x200;

/**
 * The bytes of the graph that `src/words/word-list.ts` reads: the letters, then an edge in each four bytes. Behind the
 * letters of a word stands a letter for its classes.
 * @param forms words with their classes, a number up to 127.
 */
export function buildGraph(forms) {
  const entries = [...forms].map(([form, bits]) => form + String.fromCharCode(FIRST_CLASS + bits)).sort();
  const letters = [...new Set(entries.join(''))].sort();
  if (letters.length > 127) throw new Error(`${letters.length} letters do not fit into seven bits`);
  const codes = new Map(letters.map((letter, index) => [letter, index]));
  const nodes = [];
  const known = new Map();
  const newNode = () => ({ edges: [] });
  const root = newNode();
  let path = [{ node: root, letter: '' }];
  const settle = (depth) => {
    while (path.length > depth) {
      const { node, letter } = path.pop();
      const key = node.edges.map(([code, id]) => `${code}:${id}`).join(',');
      let id = known.get(key);
      if (id === undefined) {
        id = nodes.push(node.edges) - 1;
        known.set(key, id);
      }
      if (path.length > 0) path.at(-1).node.edges.push([codes.get(letter), id]);
      else return id;
    }
    return -1;
  };
  let before = '';
  for (const entry of entries) {
    let common = 0;
    while (common < before.length && before[common] === entry[common]) common += 1;
    settle(common + 1);
    for (const letter of entry.slice(common)) path.push({ node: newNode(), letter });
    before = entry;
  }
  const rootId = settle(0);
  const starts = [];
  let count = 1;
  for (const [id, edges] of nodes.entries()) {
    starts[id] = edges.length === 0 ? 0 : count;
    count += edges.length;
  }
  const head = new TextEncoder().encode(`${letters.join('')}\n`);
  const padding = (4 - (head.length % 4)) % 4;
  const bytes = new Uint8Array(head.length + padding + 4 * (count + 1));
  bytes.set(head);
  const view = new DataView(bytes.buffer, head.length + padding);
  view.setUint32(0, starts[rootId], true);
  for (const [id, edges] of nodes.entries()) {
    edges.forEach(([code, target], index) => {
      const isLast = index === edges.length - 1 ? 0x80 : 0;
      view.setUint32(4 * (starts[id] + index), starts[target] * 256 + (isLast | code), true);
    });
  }
  return bytes;
}
