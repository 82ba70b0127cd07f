/** Why a file, or a row of one, is not imported. For a program to act on; the message is for people. */
export type RefusalReason =
  | 'missing'
  | 'unknown-format'
  | 'other-code'
  | 'damaged'
  | 'too-large'
  | 'unsafe-path'
  | 'web-page'
  | 'encoding'
  | 'daily-totals'
  | 'overview'
  | 'video'
  | 'followers'
  | 'unknown-columns'
  | 'several-accounts'
  | 'private'
  | 'incomplete-pair'
  | 'newer-export'
  | 'no-posts';

/** A file that cannot be imported, with the mend in one line. Nothing of the file is kept. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
