/** What recheck says of the expressions of the program, see expressions.mjs. */
interface ExpressionTable {
  readonly linear: readonly string[];
  readonly unknown: readonly string[];
  readonly others: Readonly<Record<string, string>>;
}

export declare function findExpressions(): ReadonlyMap<string, string>;
export declare function shortHash(expression: string): string;
export declare function readTable(): ExpressionTable;
export declare function growthOf(expression: string): Promise<string>;
