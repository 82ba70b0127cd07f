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

type Paint = (text: string) => string;

const plain: Paint = (text) => text;

/** How parts of a report are marked; without color every one of them leaves the text as it is. */
export interface Palette {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly underline: Paint;
  readonly removed: Paint;
  readonly added: Paint;
  readonly severity: (severity: Severity, text: string) => string;
  /** Green, yellow or red for a share of 0..1. */
  readonly share: (share: number, text: string) => string;
}

const PLAIN: Palette = {
  bold: plain,
  dim: plain,
  underline: plain,
  removed: plain,
  added: plain,
  severity: (_, text) => text,
  share: (_, text) => text,
};

/** The marks of a report. Without color chalk is not asked: it takes 10 ms to load, with what it needs of Node. */
export function createPalette(color: boolean): Palette {
  if (!color) return PLAIN;
  const chalk = new Chalk({ level: 1 });
  const bySeverity: Record<Severity, Paint> = { error: chalk.red, warning: chalk.yellow, info: chalk.cyan };
  return {
    bold: chalk.bold,
    dim: chalk.dim,
    underline: chalk.underline,
    removed: chalk.red.strikethrough,
    added: chalk.green,
    severity: (severity, text) => bySeverity[severity](text),
    share: (share, text) => (share >= 0.8 ? chalk.green : share >= 0.5 ? chalk.yellow : chalk.red)(text),
  };
}

const CELLS = 10;

/** A share of 0..1 as ten cells: full ones, then empty ones. */
export function bar(share: number): string {
  const full = Math.round(share * CELLS);
  return '█'.repeat(full) + '░'.repeat(CELLS - full);
}
