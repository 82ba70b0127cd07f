import { readBenchData } from './data.js';
import { decayTargets } from './decay.js';
import { auditTargets } from './audit.js';
import { experimentTargets } from './experiment.js';
import { edgeTargets } from './edges.js';
import { falseAlarmTargets } from './false-alarms.js';
import { hoursTargets } from './hours.js';
import { livesTargets } from './lives.js';
import { speedTargets } from './speed.js';
import type { Target } from './target.js';

const format = (value: number): string =>
  Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 4 : 1);

function printTable(targets: readonly Target[]): void {
  for (const { id, what, value, se, bar, passed } of targets) {
    const figure = `${format(value)}${se === undefined ? '' : ` ± ${format(se)}`}`;
    const verdict = passed === undefined ? '' : passed ? 'pass' : 'FAIL';
    console.log(`${id.padEnd(6)}${what.padEnd(72)}${figure.padEnd(22)}${(bar ?? '').padEnd(18)}${verdict}`.trimEnd());
  }
}

/** Runs the protocol and prints every target; 1 when one failed. */
export function main(args: readonly string[], folder: string): number {
  const only = args[args.indexOf('--only') + 1];
  const wanted = (part: string): boolean => !args.includes('--only') || only === part;
  const data = readBenchData(folder);
  if (data === undefined) console.error(`No benchmark data in ${folder}: set TWEETSPAN_BENCH_DATA to measure H and D.`);
  const targets: Target[] = [];
  if (data !== undefined && wanted('hours')) targets.push(...hoursTargets(data.authors, data.priors));
  if (wanted('hours')) targets.push(...edgeTargets());
  if (data !== undefined && wanted('decay')) targets.push(...decayTargets(data));
  if (wanted('lives')) targets.push(...livesTargets());
  if (wanted('experiment')) targets.push(...experimentTargets());
  if (wanted('audit')) targets.push(...auditTargets());
  if (wanted('alarms')) targets.push(...falseAlarmTargets());
  if (wanted('speed')) targets.push(...speedTargets());
  if (args.includes('--json')) console.log(JSON.stringify({ schema: 'tweetspan/bench-timing@1', targets }, null, 2));
  else printTable(targets);
  return targets.some(({ passed }) => passed === false) ? 1 : 0;
}
