/** A stretch of a text in UTF-16 offsets: `start` is inside, `end` is not. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether two spans share at least one position. Empty spans never do. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether a span lies inside a text and has its ends in order. */
export const isWithin = (span: Span, text: string): boolean =>
  0 <= span.start && span.start <= span.end && span.end <= text.length;
