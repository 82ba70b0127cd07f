// The fixes and rewrites that can be taken in `compose`, as choices.
import type { Judgement } from '#compose/judgement.js';
import { withChoices, withNotice, type Choice, type ComposeState } from '#compose/state.js';
import { lastLineEnd } from '#compose/text-field.js';
import { editInSource } from '#draft/draft-file.js';
import { applyEdits } from '#lint/edits.js';
import { lint } from '#lint/engine.js';
import type { Suggestion } from '#lint/finding.js';
import { fixDraft } from '#lint/fix.js';
import type { ComposeSentences } from '#locale/compose/en.js';
import type { OpenDraft } from '../open-draft.js';

/** What proposals are made with. */
interface ProposalSetting {
  readonly head: string;
  readonly draft: OpenDraft;
  readonly sentences: ComposeSentences;
}

/** What fits into a list whose entries are taken by a digit. */
const MAX_CHOICES = 9;

/** The text of a source as it is edited. */
const bodyIn = (source: string, head: string): string =>
  source.slice(head.length, Math.max(head.length, lastLineEnd(source)));

/** Offers the safe fixes together, then each fix alone. */
export function findFixes(
  state: ComposeState,
  judgement: Judgement,
  { head, draft, sentences }: ProposalSetting,
): ComposeState {
  const { noFixes } = sentences.notices;
  if (!('file' in judgement)) return withNotice(state, noFixes());
  const { file, report } = judgement;
  const fixed = fixDraft(file, { judge: (each) => lint(each.draft, draft.options), reread: draft.reread });
  const textOf = (source: string): string => bodyIn(source, head);
  const all: Choice[] =
    fixed.applied.length === 0
      ? []
      : [
          {
            label: sentences.choices.allSafe(fixed.applied.length),
            detail: textOf(fixed.file.source),
            take: { text: textOf(fixed.file.source) },
          },
        ];
  const seen = new Set(all.map(({ detail }) => detail));
  for (const suggestion of report.findings.flatMap(({ suggestions }) => suggestions)) {
    const source = sourceWith(judgement.file, suggestion);
    const text = source === undefined ? undefined : textOf(source);
    if (text === undefined || seen.has(text)) continue;
    seen.add(text);
    all.push({ label: suggestion.title, detail: text, take: { text } });
  }
  return withChoices(state, sentences.choices.fixes, all.slice(0, MAX_CHOICES), noFixes());
}

function sourceWith(file: Parameters<typeof editInSource>[0], { edits }: Suggestion): string | undefined {
  const placed = edits.map((edit) => editInSource(file, edit));
  return placed.some((edit) => edit === undefined)
    ? undefined
    : applyEdits(
        file.source,
        placed.filter((edit) => edit !== undefined),
      );
}

/** Offers the rewrites that score higher, the best first. */
export async function findRewrites(
  state: ComposeState,
  judgement: Judgement,
  { head, draft, sentences }: ProposalSetting,
): Promise<ComposeState> {
  const { noRewrites } = sentences.notices;
  if (!('file' in judgement)) return withNotice(state, noRewrites());
  const { file } = judgement;
  const { searchRewrites } = await import('#rewrite/rewrite.js');
  const { placeRewrite } = await import('#rewrite/edits.js');
  const { rewrites } = searchRewrites(file.draft, { ...draft.options, n: 3 });
  const all = rewrites.flatMap((rewrite): Choice[] => {
    const placed = placeRewrite(file, rewrite, draft.reread);
    if (placed === undefined) return [];
    const text = bodyIn(placed.source, head);
    return [{ label: sentences.choices.gain(rewrite.score, rewrite.gain), detail: rewrite.text, take: { text } }];
  });
  return withChoices(state, sentences.choices.rewrites, all, noRewrites());
}
