// The machine: Node, the database engine, the clock, the zone, the desktop.
import { advise, check, type HealthCheck } from './check.js';
import type { ClockFacts, DesktopFacts, HealthFacts, ZoneFacts } from './facts.js';

/** Node and the engine of the database. */
export function programChecks({ version, node, native }: HealthFacts): readonly HealthCheck[] {
  const running = check('node', 'ok', 'node-runs', { version, node });
  const engine =
    'fault' in native
      ? check('native', 'problem', 'engine-missing', { why: native.fault }, advise('install-engine'))
      : check('native', 'ok', 'engine-works', { engine: native.engine });
  return [running, engine];
}

const MINUTE = 60_000;
/** X refuses keys whose time is off by some 5 minutes. @source own choice of the two bounds */
const OFF = 2 * MINUTE;
const FAR_OFF = 10 * MINUTE;

/** The clock of this machine against X's. `price` is what asking X costs, thousandths of a US dollar. */
export function clockCheck({ seen }: ClockFacts, now: number, price: number): HealthCheck {
  if (seen === undefined) {
    return check('clock', 'note', 'clock-not-compared', {}, { code: 'ask-online', data: { price } });
  }
  const off = Math.abs(seen.skew);
  if (off < OFF) return check('clock', 'ok', 'clock-right', {});
  // X ahead means that this machine is behind.
  const data = { ahead: -seen.skew, seenAgo: Math.max(0, now - seen.at) };
  return check('clock', off > FAR_OFF ? 'problem' : 'warning', 'clock-wrong', data, advise('set-clock'));
}

/** The zone in use, and whether its rules are those that slots were planned by. */
export function zoneChecks({ name, from, ignored, rules, plannedBy }: ZoneFacts): readonly HealthCheck[] {
  const zone =
    ignored === undefined
      ? check('zone', 'ok', 'zone-used', { zone: name, from, rules })
      : check('zone', 'warning', 'zone-ignored', { zone: name, received: ignored }, advise('set-zone'));
  if (plannedBy === undefined || rules === '' || plannedBy === rules) return [zone];
  return [zone, check('zone-rules', 'note', 'zone-rules-changed', { planned: plannedBy, present: rules })];
}

/** Notices and the clipboard: reminders do without them. */
export const desktopChecks = ({ notice, clipboard }: DesktopFacts): readonly HealthCheck[] => [
  notice ? check('notice', 'ok', 'notices-shown', {}) : check('notice', 'note', 'notices-missing', {}),
  clipboard ? check('clipboard', 'ok', 'clipboard-works', {}) : check('clipboard', 'note', 'clipboard-missing', {}),
];
