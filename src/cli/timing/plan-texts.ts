import { lint } from '#lint/engine.js';
import type { PastPost } from '#lint/facts.js';
import { rewriteSentences } from '#locale/rewrite.js';
import { HOOKS, planVariants, type VariantPlan } from '#rewrite/variants.js';
import { findNearDuplicate } from '#queue/guard.js';
import type { PlanText } from '#report/documents/plan.js';
import type { KnownText } from '#report/plan-remarks.js';
import type { Draft, Media } from '#draft/draft.js';
import type { OpenDraft } from '../open-draft.js';

/** A text for a planned post, with the media that go with it. Files are as the draft names them. */
export interface ChosenText extends PlanText {
  readonly media: readonly Media[];
}

/** Texts for a plan, and what cannot be used. */
export interface ChosenTexts extends Pick<VariantPlan, 'missing' | 'write'> {
  readonly texts: readonly ChosenText[];
  /** Own variants that cannot be used, and why; and the text that the draft's own is too like. */
  readonly refused: readonly { readonly text: string; readonly reason: string | KnownText }[];
  readonly draftIsLike: KnownText | undefined;
}

const findSimilar = (text: string, known: readonly KnownText[]): KnownText | undefined =>
  findNearDuplicate(
    text,
    known.map((other) => ({ ...other, at: 0 })),
  ) as KnownText | undefined;

/**
 * Texts for planned posts: the draft's own while nothing reads like it, then variants. No two are alike, nor like the
 * link's past posts or anything known.
 * @param past the link's posts. @param known texts that were posted lately or are planned, of any link.
 */
export function chooseTexts(
  { file, options }: OpenDraft,
  {
    past,
    known,
    count,
  }: { readonly past: readonly PastPost[]; readonly known: readonly KnownText[]; readonly count: number },
): ChosenTexts {
  const { draft } = file;
  const draftIsLike = count > 0 ? findSimilar(draft.text, known) : undefined;
  const first: PlanText[] =
    count > 0 && draftIsLike === undefined
      ? [{ text: draft.text, origin: 'draft', score: lint(draft, options).score }]
      : [];
  const wanted = count - first.length;
  const own = (draft.campaign?.variants ?? []).map((variant) => ({ variant, like: findSimilar(variant.text, known) }));
  const fresh: Draft = {
    ...draft,
    campaign: {
      ...draft.campaign,
      variants: own.filter(({ like }) => like === undefined).map(({ variant }) => variant),
    },
  };
  const judging = {
    ...options,
    facts: { ...options.facts, ...(past.length > 0 && { pastPosts: past }) },
  };
  const plan = (n: number): VariantPlan => planVariants(own.length > 0 ? fresh : draft, n, judging);
  const isKept = ({ text }: { readonly text: string }): boolean => findSimilar(text, known) === undefined;
  const offered = plan(wanted);
  const dropped = offered.variants.filter((variant) => !isKept(variant)).length;
  // Those that are like something planned give way to the next ones.
  const { variants, refused } = dropped === 0 ? offered : plan(wanted + dropped);
  const used = variants.filter(isKept).slice(0, wanted);
  const texts = [...first, ...used.map(({ text, origin, score }) => ({ text, origin, score }))];
  const missing = Math.max(0, wanted - used.length);
  return {
    texts: texts.map((text) => ({ ...text, media: chooseMedia(text, draft) })),
    missing,
    write: HOOKS.slice(0, missing),
    refused: [
      ...own.flatMap(({ variant, like }) => (like === undefined ? [] : [{ text: variant.text, reason: like }])),
      ...refused.map(({ text, reason }) => ({
        text,
        reason: rewriteSentences(options.locale ?? 'en').refusal(reason),
      })),
    ],
    draftIsLike,
  };
}

/** An own variant's media where it has some, else the draft's. A variant's text may have got the link. */
function chooseMedia({ text, origin }: PlanText, { media = [], campaign }: Draft): readonly Media[] {
  if (origin !== 'own') return media;
  const variant = campaign?.variants?.find(
    (candidate) => text === candidate.text || text.startsWith(`${candidate.text} `),
  );
  return variant?.media ?? media;
}
