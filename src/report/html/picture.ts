import {
  areaY,
  barX,
  barY,
  cell,
  dot,
  lineY,
  type Markish,
  plot as drawPlot,
  type PlotOptions,
  ruleX,
  ruleY,
  text,
} from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { clean, escape, wide } from './page.js';

const SVG = 'http://www.w3.org/2000/svg';

/** A picture with what it says, for those who do not see it. */
export interface Chart {
  /** Unique in its page; names of title, description and patterns begin with it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly plot: Omit<PlotOptions, 'document'>;
  /** Id of a hatch to define, for fills of `url(#id)`. */
  readonly hatch?: string;
}

/** Draws a picture without a browser: SVG as text, with title, description and a role. */
export function draw({ id, title, description, plot, hatch }: Chart): string {
  const { document } = parseHTML('<!doctype html><html><body></body></html>');
  const svg = drawPlot({ ...plot, document: document as never }) as unknown as SvgElement;
  const create = (name: string, attributes: Readonly<Record<string, string>>, inner?: string): SvgElement => {
    const element = document.createElementNS(SVG, name) as unknown as SvgElement;
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    if (inner !== undefined) element.textContent = clean(inner);
    return element;
  };
  // Names of groups are forbidden where nothing says what they are, and a picture is read as one.
  for (const group of svg.querySelectorAll('[aria-label], [aria-description]')) {
    group.removeAttribute('aria-label');
    group.removeAttribute('aria-description');
  }
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-labelledby', `${id}-title ${id}-desc`);
  const first = [
    create('title', { id: `${id}-title` }, title),
    create('desc', { id: `${id}-desc` }, description),
    ...(hatch === undefined ? [] : [createHatch(hatch, create)]),
  ];
  svg.prepend(...first);
  return svg.outerHTML;
}

/** What is used of an element: the types of a browser are not ours. */
interface SvgElement {
  textContent: string;
  readonly outerHTML: string;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<SvgElement>;
  append(...children: readonly SvgElement[]): void;
  prepend(...children: readonly SvgElement[]): void;
}

/** Thin slanted lines: transparency would read as dark on a dark ground. */
function createHatch(
  id: string,
  create: (name: string, attributes: Readonly<Record<string, string>>) => SvgElement,
): SvgElement {
  const definitions = create('defs', {});
  const pattern = create('pattern', {
    id,
    width: '5',
    height: '5',
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  pattern.append(create('line', { x1: '0', y1: '0', x2: '0', y2: '5', stroke: 'var(--soft)', 'stroke-width': '1' }));
  definitions.append(pattern);
  return definitions;
}

/** Signs of the legends. */
export const SWATCHES = {
  band: '<rect y="3" width="16" height="10" fill="var(--band)"/><path d="M0 8H16" stroke="var(--curve)" stroke-width="2.5"/>',
  post: '<path d="M8 0V16" stroke="var(--mark)" stroke-width="1.5" stroke-dasharray="4 3"/>',
  half: '<path d="M0 8H16" stroke="var(--curve)" stroke-width="2.5"/><circle cx="8" cy="8" r="4" fill="var(--curve)"/>',
  ninety: '<path d="M0 8H16" stroke="var(--mark)" stroke-width="2.5"/><circle cx="8" cy="8" r="4" fill="var(--mark)"/>',
  bar: '<rect y="3" width="16" height="10" fill="var(--band)" stroke="var(--curve)"/>',
  interval: '<path d="M0 8H16" stroke="var(--curve)" stroke-width="2.5"/>',
  dashed: '<path d="M0 8H16" stroke="var(--soft)" stroke-width="2.5" stroke-dasharray="5 4"/>',
} as const;

/** A picture over its legend. */
export function figure(chart: string, entries: readonly (readonly [swatch: string, text: string])[]): string {
  const items = entries.map(
    ([swatch, label]) => `<li><svg viewBox="0 0 16 16" aria-hidden="true">${swatch}</svg>${escape(label)}</li>`,
  );
  return `<figure style="margin:0">${wide(chart)}<ul class="legend">${items.join('')}</ul></figure>`;
}

// By name: a namespace would keep every mark in the bundle.
export { areaY, barX, barY, cell as cellMark, dot, lineY, ruleX, ruleY, text as textMark };
export type { Markish };
