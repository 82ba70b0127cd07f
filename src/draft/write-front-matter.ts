// What a command adds to the front matter of a draft: texts for reposts, and what its page says.
import { isMap, isSeq, parseDocument, type Document } from 'yaml';
import type { Page } from '#page/page.js';
import { hasFrontMatter } from './draft-file.js';
import type { Variant } from './draft.js';

const FRONT_MATTER = /^---[ \t]*\n((?:[^\n]*\n)*?)---[ \t]*(?:\n|$)/;

/** What is added. */
export interface Addition {
  /** Behind the variants that are there. */
  readonly variants?: readonly Variant[];
  /** In place of what the draft has of an earlier reading; the page's title becomes the draft's where it has none. */
  readonly page?: Page | undefined;
}

/**
 * A draft's source with more in its front matter, which is made where there is none; its comments stay. Undefined where
 * the front matter holds something else than variants in their place.
 * @param source the file's text, as `readDraft` gives it.
 */
export function writeFrontMatter(source: string, { variants = [], page }: Addition): string | undefined {
  const match = hasFrontMatter(source) ? FRONT_MATTER.exec(source) : undefined;
  if (match === null) return undefined;
  const document = parseDocument(match?.[1] ?? '', { schema: 'core', logLevel: 'silent' });
  const body = source.slice(match?.[0].length ?? 0);
  if (variants.length > 0 && !addVariants(document, variants)) return undefined;
  if (page !== undefined) {
    if (page.title !== undefined && !document.has('title')) document.set('title', page.title);
    document.set('page', document.createNode(page));
  }
  return `---\n${document.toString({ lineWidth: 0 }).trimEnd()}\n---\n${body}`;
}

function addVariants(document: Document, variants: readonly Variant[]): boolean {
  const campaign = document.get('campaign');
  if (campaign !== undefined && campaign !== null && !isMap(campaign)) return false;
  const known = document.getIn(['campaign', 'variants']);
  if (known !== undefined && known !== null && !isSeq(known)) return false;
  if (campaign === null) document.delete('campaign');
  for (const { text, origin } of variants) {
    const added = document.createNode({ text, ...(origin !== undefined && { origin }) });
    if (document.hasIn(['campaign', 'variants', 0])) document.addIn(['campaign', 'variants'], added);
    else document.setIn(['campaign', 'variants'], document.createNode([added]));
  }
  return true;
}
