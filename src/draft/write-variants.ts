// Texts for reposts written into the front matter of a draft.
import { isMap, isSeq, parseDocument } from 'yaml';
import { hasFrontMatter } from './draft-file.js';
import type { Variant } from './draft.js';

const FRONT_MATTER = /^---[ \t]*\n((?:[^\n]*\n)*?)---[ \t]*(?:\n|$)/;

/**
 * A draft's source with more variants under `campaign:` of its front matter, which is made where there is none; its
 * comments stay. Undefined where the front matter holds something else in that place.
 * @param source the file's text, as `readDraft` gives it.
 */
export function writeVariants(source: string, variants: readonly Variant[]): string | undefined {
  const match = hasFrontMatter(source) ? FRONT_MATTER.exec(source) : undefined;
  if (match === null) return undefined;
  const document = parseDocument(match?.[1] ?? '', { schema: 'core', logLevel: 'silent' });
  const body = source.slice(match?.[0].length ?? 0);
  const campaign = document.get('campaign');
  if (campaign !== undefined && campaign !== null && !isMap(campaign)) return undefined;
  const known = document.getIn(['campaign', 'variants']);
  if (known !== undefined && known !== null && !isSeq(known)) return undefined;
  if (campaign === null) document.delete('campaign');
  for (const { text, origin } of variants) {
    const added = document.createNode({ text, ...(origin !== undefined && { origin }) });
    if (document.hasIn(['campaign', 'variants', 0])) document.addIn(['campaign', 'variants'], added);
    else document.setIn(['campaign', 'variants'], document.createNode([added]));
  }
  return `---\n${document.toString({ lineWidth: 0 }).trimEnd()}\n---\n${body}`;
}
