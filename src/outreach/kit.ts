// A kit: one ready post for each person who agreed to send one, all different.
import type { Draft } from '#draft/draft.js';
import type { LintOptions } from '#lint/engine.js';
import { planVariants, HOOKS, type Hook, type VariantPlan } from '#rewrite/variants.js';
import { findEntities } from '#tweet/entities.js';
import { voteLanguage, wordsOnly } from '#tweet/language.js';
import { measureTweet } from '#tweet/parse.js';
import { POST_LIMIT } from '#tweet/weight.js';
import { assignTexts, keepUnlike, type KitText, type UnlikeText } from './assign.js';
import { chooseRecipients, type PersonHistory, type RecipientRules, type Spared } from './recipients.js';
import type { TeamMember } from './team.js';

/** A draft that gives texts to a kit. */
interface KitDraft {
  readonly draft: Draft;
  /** As its user named it. */
  readonly name: string;
  readonly language: string | undefined;
  readonly judging: LintOptions;
  /** Own variants that the account itself is going to post. */
  readonly reserved: number;
}

/** What a kit is made of. */
export interface KitInput {
  readonly drafts: readonly KitDraft[];
  readonly people: readonly TeamMember[];
  readonly histories: ReadonlyMap<string, PersonHistory>;
  /** Texts of the link that are posted, queued or given already, and texts of the account of late. */
  readonly known: readonly string[];
  readonly rules: RecipientRules;
  /** Whether a handle (lower case) wants to be left alone. */
  readonly isOptedOut: (handle: string) => boolean;
}

/** Why a text is given to nobody. */
type TextFault =
  | { readonly code: 'refused'; readonly reason: VariantPlan['refused'][number]['reason'] }
  | { readonly code: 'alike' }
  | { readonly code: 'too-long'; readonly weighted: number }
  | { readonly code: 'names-opted-out'; readonly handle: string };

/** A text that is given to nobody, and the person it was written for, where it was for one. */
interface RefusedText {
  readonly text: string;
  readonly draft: string;
  readonly fault: TextFault;
  readonly handle?: string;
}

/** Who gets which text. */
export interface Kit {
  readonly given: readonly { readonly person: TeamMember; readonly text: UnlikeText; readonly weighted: number }[];
  readonly spared: readonly Spared<TeamMember>[];
  /** People for whom there is no text. */
  readonly unserved: readonly TeamMember[];
  readonly refused: readonly RefusedText[];
  /** What to write so that more people can be served, by name of a hook. */
  readonly write: readonly Hook[];
}

const languageOf = (text: string, draft: KitDraft): string | undefined =>
  voteLanguage(wordsOnly(text, findEntities(text))) ?? draft.language;

/** Those who were never given a post first, then those whose last one is longest ago. */
const byRest = (people: readonly TeamMember[], histories: KitInput['histories']): readonly TeamMember[] => {
  const last = ({ handle }: TeamMember): number => histories.get(handle.toLowerCase())?.lastKit ?? -Infinity;
  return people.toSorted((a, b) => (last(a) < last(b) ? -1 : last(a) > last(b) ? 1 : 0));
};

/** What keeps a text from being given to anybody, besides what the linter says of it. */
function findFault(text: string, isOptedOut: KitInput['isOptedOut']): TextFault | undefined {
  const { weightedLength: weighted } = measureTweet(text);
  // People post from accounts of their own, whatever the author's may hold.
  if (weighted > POST_LIMIT) return { code: 'too-long', weighted };
  const called = findEntities(text).find(
    ({ type, value }) => type === 'mention' && isOptedOut(value.toLowerCase()),
  )?.value;
  return called === undefined ? undefined : { code: 'names-opted-out', handle: called };
}

/** Judges texts as variants of a draft; those that can be given, and those that cannot, with the reason. */
function judgeTexts(
  kitDraft: KitDraft,
  {
    texts,
    count,
    known,
  }: { readonly texts: Draft['campaign']; readonly count: number; readonly known: readonly string[] },
): { readonly usable: readonly KitText[]; readonly refused: readonly RefusedText[] } {
  const { draft, name, judging } = kitDraft;
  const pastPosts = [...(judging.facts?.pastPosts ?? []), ...known.map((text) => ({ text, at: 0 }))];
  const plan = planVariants({ ...draft, campaign: texts ?? {} }, count, {
    ...judging,
    facts: { ...judging.facts, pastPosts },
  });
  return {
    usable: plan.variants.map(({ text, score, origin }) => ({
      text,
      score,
      // For those who post it, a sentence of the page is as little the author's own as a rewritten one.
      origin: origin === 'own' ? origin : 'made',
      language: languageOf(text, kitDraft),
      draft: name,
    })),
    refused: plan.refused.map(({ text, reason }) => ({ text, draft: name, fault: { code: 'refused', reason } })),
  };
}

/** The texts that were written for single people, by handle in lower case. */
function personalTexts({ draft }: KitDraft, people: readonly TeamMember[]): ReadonlyMap<string, string> {
  const { ambassadors } = draft.campaign ?? {};
  const wanted = new Set(people.map(({ handle }) => handle.toLowerCase()));
  return new Map(
    typeof ambassadors === 'string'
      ? []
      : (ambassadors ?? []).flatMap(({ handle, text }) =>
          text === undefined || !wanted.has(handle.toLowerCase()) ? [] : [[handle.toLowerCase(), text] as const],
        ),
  );
}

/**
 * Gives each person of a team who agreed, has not opted out and was left in peace for long enough one text: their own, a
 * variant of the author's, or what the drafts' words make. Every text is linted, fits X's limit, keeps the link, and is
 * unlike all others, the drafts and what was posted, planned or given of the link before.
 */
export function planKit({ drafts, people, histories, known, rules, isOptedOut }: KitInput): Kit {
  const { chosen, spared } = chooseRecipients(people, histories, rules);
  const waiting = byRest(chosen, histories);
  const refused: RefusedText[] = [];
  const taken = [...known, ...drafts.map(({ draft }) => draft.text)];
  const personal = new Map<string, UnlikeText>();
  const accept = (texts: readonly KitText[], handle?: string): readonly UnlikeText[] => {
    const fit = texts.filter(({ text, draft }) => {
      const fault = findFault(text, isOptedOut);
      if (fault !== undefined) refused.push({ text, draft, fault, ...(handle !== undefined && { handle }) });
      return fault === undefined;
    });
    const { kept, alike } = keepUnlike(fit, taken);
    for (const { text, draft } of alike) {
      refused.push({ text, draft, fault: { code: 'alike' }, ...(handle !== undefined && { handle }) });
    }
    return kept;
  };
  for (const draft of drafts) {
    for (const [handle, written] of personalTexts(draft, waiting)) {
      if (personal.has(handle)) continue;
      const judged = judgeTexts(draft, { texts: { variants: [{ text: written }] }, count: 1, known: taken });
      refused.push(...judged.refused.map((one) => ({ ...one, handle })));
      const [text] = accept(judged.usable.filter(({ origin }) => origin === 'own').slice(0, 1), handle);
      if (text === undefined) continue;
      personal.set(handle, { ...text, origin: 'personal' });
      taken.push(text.text);
    }
  }
  const pool: UnlikeText[] = [];
  for (const draft of drafts) {
    const variants = draft.draft.campaign?.variants ?? [];
    const own = variants.slice(draft.reserved);
    // What the account itself is going to post is nobody else's.
    taken.push(...variants.slice(0, draft.reserved).map(({ text }) => text));
    const judged = judgeTexts(draft, { texts: { variants: own }, count: waiting.length, known: taken });
    refused.push(...judged.refused);
    const kept = accept(judged.usable);
    pool.push(...kept);
    taken.push(...kept.map(({ text }) => text));
  }
  const { given, unserved } = assignTexts(waiting, pool, personal);
  return {
    given: given.map(({ person, text }) => ({ person, text, weighted: measureTweet(text.text).weightedLength })),
    spared,
    unserved,
    refused,
    write: HOOKS.slice(0, unserved.length),
  };
}
