/**
 * Something wrong that its user can put right: a code, and the data that a sentence about it needs. Rooms below `cli`
 * know no language; `cli` turns a problem into a sentence of the run's language.
 */
export class Problem<Code extends string = string> extends Error {
  override readonly name: string = 'Problem';
  readonly problem: Code;
  readonly data: object;
  constructor(problem: Code, data: object, options?: ErrorOptions) {
    super(`${problem} ${JSON.stringify(data)}`, options);
    this.problem = problem;
    this.data = data;
  }
}
