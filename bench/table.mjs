/**
 * Prints figures, as a table or, with `--json`, as one document.
 * @param rows name, value and target of each; what a figure should be, or what it is made of.
 * @param head what the document says beside them.
 */
export function printRows(rows, head) {
  if (process.argv.includes('--json')) {
    const figures = rows.map(([name, value, target]) => ({ name, value, target }));
    process.stdout.write(`${JSON.stringify({ ...head, figures }, null, 2)}\n`);
    return;
  }
  const width = Math.max(...rows.map(([name]) => name.length));
  for (const [name, value, target] of rows) {
    process.stdout.write(`${name.padEnd(width)} ${String(value).padStart(9)}  ${target}`.trimEnd() + '\n');
  }
}
