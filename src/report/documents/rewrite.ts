import type { Rewrite } from '#rewrite/rewrite.js';
import type { Hook, VariantPlan } from '#rewrite/variants.js';

/** Texts that were thrown away, by whose they were and why. */
export type RefusedTexts = readonly {
  readonly origin: Rewrite['origin'];
  readonly reason: string;
  readonly count: number;
}[];

/** A draft as it stands before anything is done to it. */
interface Before {
  readonly text: string;
  readonly score: number | null;
}

/** What `rewrite` found as data: `tweetspan/rewrite@1`, described by `rewrite.schema.json` in the package. */
export function rewriteDocument(
  file: string,
  { text, score }: Before,
  {
    rewrites,
    tried,
    refused,
  }: { readonly rewrites: readonly Rewrite[]; readonly tried: number; readonly refused: RefusedTexts },
) {
  return { schema: 'tweetspan/rewrite@1', file, before: { text, score }, rewrites, tried, refused };
}

/**
 * What `rewrite --variants` found as data: `tweetspan/variants@1`, described by `variants.schema.json` in the package.
 * @param formatTitle what a hook asks its author to write.
 */
export function variantsDocument(
  file: string,
  { text, score }: Before,
  requested: number,
  { variants, missing, write, refused }: VariantPlan,
  formatTitle: (hook: Hook) => string,
) {
  // Three decimals say all that a likeness of trigrams can tell.
  const rounded = variants.map((variant) => ({ ...variant, nearest: Math.round(variant.nearest * 1000) / 1000 }));
  const toWrite = write.map((hook) => ({ hook, title: formatTitle(hook) }));
  return {
    schema: 'tweetspan/variants@1',
    file,
    before: { text, score },
    asked: requested,
    variants: rounded,
    missing,
    write: toWrite,
    refused,
  };
}
