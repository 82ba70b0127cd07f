const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
// What has no place in a document, and what turns the reading order round: tweets are hostile input.
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** A text without characters that have no place in a document. */
export const clean = (text: string): string => text.replace(UNWANTED, '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd');

/** A text for an element or a quoted attribute of HTML. */
export const escape = (text: string): string => clean(text).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

/** Nothing from elsewhere, and no script: a page that is mailed around must stay what it was. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** Colors by what they mean, for light and dark; the five steps from far below to far above stay apart in gray. */
const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --ink: #1d1f23; --soft: #5b616b; --line: #c9ced6;
  --step0: #8fbbdc; --step1: #cfe1f0; --step2: #f1f2f4; --step3: #fbd9b4; --step4: #f5a65b;
  --curve: #b4530a; --band: #f8d2ab; --mark: #1d5d9b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #16181c; --ink: #eceef1; --soft: #a5acb8; --line: #444a54;
    --step0: #2f6da3; --step1: #28455f; --step2: #2c3036; --step3: #6a4a22; --step4: #b06a16;
    --curve: #ffb066; --band: #5a3d1c; --mark: #8cc2f2;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 62rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p { margin: .25rem 0; }
.soft { color: var(--soft); font-size: .9rem; overflow-wrap: anywhere; }
.verdict { font-weight: 600; margin-top: 1rem; }
.wide { overflow-x: auto; }
.wide > svg { display: block; min-width: 640px; width: 100%; height: auto; overflow: visible; }
svg text { font-family: system-ui, sans-serif; }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.1rem; list-style: none; padding: 0; margin: .5rem 0; font-size: .9rem; }
.legend svg { width: 1.1em; height: 1.1em; vertical-align: -.15em; margin-right: .35em; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); padding-bottom: .25rem; }
th, td { border: 1px solid var(--line); padding: .2rem .5rem; text-align: left; vertical-align: top; }
td.k { white-space: nowrap; }
td.n, th.n { text-align: right; white-space: nowrap; }
details { margin: 1.5rem 0; }
summary { cursor: pointer; }
@page { size: A4; margin: 14mm; }
@media print {
  :root { color-scheme: light; --ground: #ffffff; --ink: #000000; --soft: #444444; --line: #999999;
    --step0: #8fbbdc; --step1: #cfe1f0; --step2: #f1f2f4; --step3: #fbd9b4; --step4: #f5a65b;
    --curve: #b4530a; --band: #f8d2ab; --mark: #1d5d9b; }
  body { padding: 0; max-width: none; font-size: 10pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .soft, .legend { font-size: 9pt; }
  .wide { overflow: visible; }
  .wide > svg { min-width: 0; }
  figure, tr, .legend { break-inside: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; display: block; }
  summary { list-style: none; }
  table { font-size: 8pt; }
}`;

/** What a page holds; `body` is HTML already. */
export interface Page {
  readonly lang: string;
  readonly title: string;
  readonly body: readonly string[];
  /** Rules of style that this page has besides. */
  readonly style?: string;
  /** What made it, for programs. */
  readonly generator?: string;
}

/** One self-contained page. */
export const page = ({ lang, title, body, style = '', generator }: Page): string => `<!doctype html>
<html lang="${escape(lang)}">
<head>
<meta charset="utf-8">
${generator === undefined ? '' : `<meta name="generator" content="${escape(generator)}">\n`}<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escape(title)}</title>
<style>${STYLE}${style}
</style>
</head>
<body>
<main>
${body.join('\n')}
</main>
</body>
</html>
`;

/** What is wider than a phone scrolls in a box of its own, by the keyboard too. */
export const wide = (inner: string): string => `<div class="wide" tabindex="0">${inner}</div>`;

/** A column of a table. */
export interface PageColumn {
  readonly head: string;
  readonly number?: boolean;
  /** Never broken into lines. */
  readonly kept?: boolean;
}

/** A table of texts. The first column names the rows. */
export function htmlTable(
  caption: string,
  columns: readonly PageColumn[],
  rows: readonly (readonly string[])[],
): string {
  const kind = ({ number, kept }: PageColumn): string => (number ? ' class="n"' : kept ? ' class="k"' : '');
  const head = columns.map((column) => `<th scope="col"${kind(column)}>${escape(column.head)}</th>`).join('');
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => {
        const column = columns[index] ?? { head: '' };
        return index === 0 ? `<th scope="row">${escape(cell)}</th>` : `<td${kind(column)}>${escape(cell)}</td>`;
      })
      .join('');
  const body = rows.map((row) => `<tr>${line(row)}</tr>`).join('\n');
  const title = caption === '' ? '' : `<caption>${escape(caption)}</caption>`;
  return wide(`<table>${title}
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody></table>`);
}

/** A paragraph. */
export const paragraph = (text: string, name = ''): string =>
  `<p${name === '' ? '' : ` class="${escape(name)}"`}>${escape(text)}</p>`;

/** What can be unfolded on the screen; it is shown whole in print. */
export const folded = (summary: string, inner: string): string =>
  `<details><summary>${escape(summary)}</summary>\n${inner}\n</details>`;
