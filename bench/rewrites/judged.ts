// What the rewriter proposes for the judged drafts, and what its readers said of it.
import { existsSync, readFileSync } from 'node:fs';
import { readDraft } from '#draft/draft-file.js';
import type { Draft } from '#draft/draft.js';
import { parseFrontMatter } from '#draft/front-matter.js';
import type { LintReport } from '#lint/finding.js';
import { searchRewrites } from '#rewrite/rewrite.js';
import { rules } from '#rules/index.js';
import { lexicons } from '#rules/lexicon/index.js';
import { findEntities } from '#tweet/entities.js';
import { languageByModel } from '#tweet/language-model.js';
import { options } from '../lint/options.js';

const FOLDER = 'fixtures/judged';
const NOW = Date.UTC(2026, 10, 29, 12);

/** Parts that the rewriter was improved on, and parts that it was not. */
export const TUNING = ['lint/tuning', 'pairs/tuning', 'rewrite/tuning', 'rewrite/clumsy', 'rewrite/plain'] as const;
export const HELD_OUT = ['rewrite/held-out', 'rewrite/held-out-later'] as const;
/** The name of a part: its file under `fixtures/judged`, without its ending. */
export type Part = (typeof TUNING)[number] | (typeof HELD_OUT)[number];

/** What a reader said of the first proposal for a draft. */
export interface RewriteVerdict {
  readonly part: Part;
  readonly id: string;
  /** The text without the tags that the program put behind it: those are judged with `lint`. */
  readonly proposal: string;
  readonly verdict: 'accepted' | 'edit-needed' | 'rejected';
  readonly note?: string;
  readonly by: 'second reader' | 'developer';
}

/** A draft with the first text that is proposed for it. */
export interface FirstProposal {
  readonly part: Part;
  readonly id: string;
  readonly draft: Draft;
  readonly before: number;
  /** Undefined where nothing is proposed. */
  readonly proposal: string | undefined;
  readonly gain: number;
  /** Points of the text score that are left to gain without a picture and a mention. */
  readonly reach: number;
  /** Whether the draft says nothing, by `lint`: no honest text of it gains. */
  readonly saysNothing: boolean;
}

const readJson = (name: string): unknown => JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8'));

/** All verdicts. */
export const readVerdicts = (): readonly RewriteVerdict[] =>
  existsSync(`${FOLDER}/rewrite/verdicts.json`)
    ? (readJson('rewrite/verdicts') as { readonly verdicts: readonly RewriteVerdict[] }).verdicts
    : [];

/** The drafts of a part that have an obvious fault, by their ids: an editor would not leave them as they are. */
export const readNeeds = (part: Part): ReadonlySet<string> => {
  const { needs } = readJson('rewrite/verdicts') as {
    readonly needs: readonly { readonly part: string; readonly ids: readonly string[] }[];
  };
  return new Set(needs.find((each) => each.part === part)?.ids);
};

interface Source {
  readonly id: string;
  readonly text?: string;
  readonly draft?: string;
}

/** A text without the tags at its end that its draft does not have. */
function withoutNewTags(text: string, draft: string): string {
  const had = new Set(findEntities(draft).flatMap(({ type, value }) => (type === 'hashtag' ? [value] : [])));
  let kept = text;
  for (const { type, value, span } of findEntities(text).toReversed()) {
    if (span.end !== kept.length || type !== 'hashtag' || had.has(value)) break;
    kept = kept.slice(0, span.start).trimEnd();
  }
  return kept;
}

/** The first proposals for the drafts of a part; drafts that cannot be read are left out. */
export function firstProposals(part: Part): FirstProposal[] {
  const file = readJson(part) as { readonly drafts?: readonly Source[]; readonly pairs?: readonly Source[] };
  return [...(file.drafts ?? []), ...(file.pairs ?? [])].flatMap(({ id, text, draft: written }) => {
    const draft = parseOrNothing(text ?? written ?? '');
    if (draft === undefined) return [];
    const { before, rewrites } = searchRewrites(draft, {
      ...options,
      rules,
      lexicons,
      languageModel: languageByModel,
      facts: { now: NOW },
      n: 1,
    });
    const [first] = rewrites;
    const proposal = first === undefined ? undefined : withoutNewTags(first.text, draft.text);
    return [
      {
        part,
        id,
        draft,
        before: before.textScore ?? 0,
        proposal,
        gain: first?.gain ?? 0,
        reach: reachOf(before),
        saysNothing: before.findings.some(({ messageId }) => NOTHING.has(messageId)),
      },
    ];
  });
}

/** Findings of drafts that say nothing: no sentence, or none of what the page holds. */
const NOTHING: ReadonlySet<string> = new Set(['nothingSaid', 'bareLink', 'list', 'repeated']);
/** Rules whose points a text alone can earn. */
const BY_TEXT: ReadonlySet<string> = new Set(['quality', 'concision', 'keywords', 'hashtags']);
/** The other rules on the text. */
const BY_OTHERS: ReadonlySet<string> = new Set(['mentions', 'image']);

function reachOf({ terms, textScore }: LintReport): number {
  if (textScore === null) return 0;
  const onText = terms.filter(({ id }) => BY_TEXT.has(id) || BY_OTHERS.has(id));
  const possible = onText.reduce((sum, term) => sum + term.possible, 0);
  const others = onText
    .filter(({ id }) => BY_OTHERS.has(id))
    .reduce((sum, term) => sum + term.possible - term.points, 0);
  return 100 - textScore - (100 * others) / possible;
}

/** Some judged drafts are files with a fault in their front matter. */
function parseOrNothing(source: string): Draft | undefined {
  try {
    return readDraft(source, parseFrontMatter).draft;
  } catch {
    return undefined;
  }
}
