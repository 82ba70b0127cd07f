// A draft that is being written, as it is judged at each key.
import { DraftError, type DraftProblem } from '#draft/draft-error.js';
import { sourceOffset, type DraftFile } from '#draft/draft-file.js';
import { lintSubject, prepareDraft, type LintOptions } from '#lint/engine.js';
import type { Finding, LintReport, Severity } from '#lint/finding.js';
import { TextTooLongError } from '#tweet/bounds.js';
import { scanEntities } from '#tweet/entities.js';
import { POST_LIMIT, weigh } from '#tweet/weight.js';

/** A finding with its place in the text that is edited; null where it has none there. */
export interface PlacedFinding {
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  readonly place: { readonly start: number; readonly end: number } | null;
  /** The finding as the rules gave it; what it suggests is worked out when it is read. */
  readonly finding: Finding;
}

/** What the rules say of a text, or why it cannot be judged: nothing is written yet, or it is no draft as it stands. */
export type Judgement =
  | { readonly isEmpty: true }
  | {
      readonly file: DraftFile;
      readonly report: LintReport;
      readonly findings: readonly PlacedFinding[];
      /** The link that the post is made for, whose card it shows; undefined without one. */
      readonly link: string | undefined;
      /** Where the text goes over its limit; undefined where it does not. */
      readonly over: number | undefined;
      /** Where a timeline cuts the text off, behind “Show more”; undefined where it shows all. */
      readonly fold: number | undefined;
    }
  | { readonly problems: readonly DraftProblem[] }
  | { readonly tooLong: true };

/** How a draft's file is read and judged. */
export interface JudgeSteps {
  /** What stands before the text in its file: the front matter. */
  readonly head: string;
  readonly reread: (source: string) => DraftFile;
  readonly options: LintOptions;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** Judges the text of a draft; findings by severity, those of one severity in the order of the text. */
export function judgeText(text: string, { head, reread, options }: JudgeSteps): Judgement {
  if (text.trim() === '') return { isEmpty: true };
  try {
    const file = reread(head + text);
    const subject = prepareDraft(file.draft, options);
    const report = lintSubject(subject, options);
    const findings = report.findings
      .map((finding): PlacedFinding => {
        const { severity, rule, message } = finding;
        return { severity, rule, message, place: placeOf(finding, file, head.length), finding };
      })
      .toSorted((one, other) => RANK[one.severity] - RANK[other.severity]);
    const { weighted, limit } = report.length;
    const placeIn = (offset: number | undefined): number | undefined => {
      const place = offset === undefined ? undefined : sourceOffset(file, offset);
      return place === undefined ? undefined : place - head.length;
    };
    const over = weighted > limit ? placeIn(offsetOfWeight(report.text, limit)) : undefined;
    const fold =
      limit > POST_LIMIT && weighted > POST_LIMIT ? placeIn(offsetOfWeight(report.text, POST_LIMIT)) : undefined;
    return { file, report, findings, link: subject.link, over, fold };
  } catch (error) {
    if (error instanceof DraftError) return { problems: error.problems };
    if (error instanceof TextTooLongError) return { tooLong: true };
    throw error;
  }
}

function placeOf({ span }: Finding, file: DraftFile, before: number): PlacedFinding['place'] {
  if (span === null) return null;
  const start = sourceOffset(file, span.start);
  const last = span.end > span.start ? sourceOffset(file, span.end - 1) : start;
  if (start === undefined || last === undefined || start < before) return null;
  return { start: start - before, end: last - before + (span.end > span.start ? 1 : 0) };
}

/** The offset up to which a text weighs no more than so much; what is one to X is not cut. */
function offsetOfWeight(text: string, most: number): number {
  const { entities } = scanEntities(text);
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const begin = text.slice(0, middle);
    if (weigh(begin, scanEntities(begin)).weighted <= most) low = middle;
    else high = middle - 1;
  }
  const cut = entities.find(({ span }) => span.start < low && low < span.end);
  return cut?.span.start ?? low;
}
