import { editInSource, type DraftFile } from '#draft/draft-file.js';
import { applyEdits, compatible } from './edits.js';
import type { Edit, LintReport } from './finding.js';

/** How a file is read and judged again after an edit. */
export interface FixSteps {
  readonly judge: (file: DraftFile) => LintReport;
  readonly reread: (source: string) => DraftFile;
}

/** A file after its safe fixes. `applied` holds their ids (`hashtags/join`) in the order in which they were made. */
export interface FixedDraft {
  readonly file: DraftFile;
  readonly report: LintReport;
  readonly applied: readonly string[];
}

/** One fix may make another possible (a dropped tag leaves two blanks), but not forever. */
const MAX_ROUNDS = 10;

const countErrors = ({ findings }: LintReport): number =>
  findings.filter(({ severity }) => severity === 'error').length;

/** Whether a report is at least as good as another: no lower score, no more errors, no longer a text over the limit. */
const isNoWorse = (after: LintReport, before: LintReport): boolean =>
  (after.textScore ?? 0) >= (before.textScore ?? 0) &&
  (after.score ?? 0) >= (before.score ?? 0) &&
  countErrors(after) <= countErrors(before);

interface SafeFix {
  readonly id: string;
  /** In the source. */
  readonly edits: readonly Edit[];
}

function findSafeFixes(file: DraftFile, report: LintReport): SafeFix[] {
  const ofFindings = report.findings.map(({ suggestions }) => suggestions.find(({ safe }) => safe));
  return [...ofFindings, ...report.asides].flatMap((first) => {
    const edits = first?.edits.map((edit) => editInSource(file, edit));
    if (first === undefined || edits === undefined || edits.some((edit) => edit === undefined)) return [];
    return [{ id: first.id, edits: edits.filter((edit) => edit !== undefined) }];
  });
}

/**
 * Applies the safe suggestions of a report until none is left. Every result is judged again, and what would lower the
 * score or add an error is not done: a fixed draft is never worse, and fixing it again changes nothing.
 */
export function fixDraft(file: DraftFile, steps: FixSteps): FixedDraft {
  let current: FixedDraft = { file, report: steps.judge(file), applied: [] };
  const attempt = (fixes: readonly SafeFix[]): FixedDraft | undefined => {
    const source = applyEdits(
      current.file.source,
      fixes.flatMap(({ edits }) => edits),
    );
    if (source === current.file.source) return undefined;
    const next = steps.reread(source);
    const report = steps.judge(next);
    if (!isNoWorse(report, current.report)) return undefined;
    const applied = [...current.applied, ...fixes.map(({ id }) => id)];
    return { file: { ...next, raw: file.raw }, report, applied };
  };
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const fixes = findSafeFixes(current.file, current.report);
    // All that fit together at once, and one by one only where together they would do harm.
    const next = attempt(fitting(fixes)) ?? firstResult(fixes, (fix) => attempt([fix]));
    if (next === undefined) break;
    current = next;
  }
  return current;
}

function fitting(fixes: readonly SafeFix[]): SafeFix[] {
  const together = new Set(compatible(fixes.map(({ edits }) => edits)));
  return fixes.filter(({ edits }) => together.has(edits));
}

function firstResult<Item, Result>(
  items: readonly Item[],
  tried: (item: Item) => Result | undefined,
): Result | undefined {
  for (const item of items) {
    const result = tried(item);
    if (result !== undefined) return result;
  }
  return undefined;
}
