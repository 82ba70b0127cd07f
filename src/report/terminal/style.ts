import { Chalk } from 'chalk';
import type { Severity } from '#lint/finding.js';

/** How a terminal report is drawn. */
export interface TerminalStyle {
  readonly color: boolean;
  /** Columns to fill at most. */
  readonly columns: number;
}

/** Lines longer than this are hard to read, however wide the window. */
const WIDEST = 100;
/** Columns under which a report would be broken at every word. */
const NARROWEST = 34;

/** The columns that a report on a draft fills, whatever the window. */
export const reportColumns = ({ columns }: TerminalStyle): number => Math.max(NARROWEST, Math.min(columns, WIDEST));

/** The colours of a report; without colour every one of them leaves the text as it is. */
export function createPalette(color: boolean) {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const bySeverity: Record<Severity, (text: string) => string> = {
    error: chalk.red,
    warning: chalk.yellow,
    info: chalk.cyan,
  };
  return {
    bold: chalk.bold,
    dim: chalk.dim,
    underline: chalk.underline,
    removed: chalk.red.strikethrough,
    added: chalk.green,
    severity: (severity: Severity, text: string) => bySeverity[severity](text),
    /** Green, yellow or red for a share of 0..1. */
    share: (share: number, text: string) =>
      (share >= 0.8 ? chalk.green : share >= 0.5 ? chalk.yellow : chalk.red)(text),
  };
}

export type Palette = ReturnType<typeof createPalette>;

const CELLS = 10;

/** A share of 0..1 as ten cells: full ones, then empty ones. */
export function bar(share: number): string {
  const full = Math.round(share * CELLS);
  return '█'.repeat(full) + '░'.repeat(CELLS - full);
}
