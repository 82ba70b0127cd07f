import { openZone, formatLocalTime, type Zone } from '#timing/clock/zone.js';

const YEAR = 366 * 86_400_000;

/** Clocks of zones, each opened once for all items around. */
export interface Clocks {
  /** The clock of a zone, good for an instant (ms UTC) and half a year around. */
  readonly zone: (name: string, instant: number) => Zone;
  /** What a zone's clock shows at an instant, `2026-03-02T09:00`. */
  readonly formatLocalTime: (instant: number, zone: string) => string;
}

/** Opens no clock yet. Opening one throws a RangeError for an unknown zone. */
export function createClocks(): Clocks {
  const opened = new Map<string, { readonly zone: Zone; readonly from: number; readonly until: number }>();
  const zoneAt = (name: string, instant: number): Zone => {
    const known = opened.get(name);
    if (known !== undefined && instant >= known.from && instant <= known.until) return known.zone;
    const [from, until] = [instant - YEAR / 2, instant + YEAR / 2];
    const zone = openZone(name, from, until);
    opened.set(name, { zone, from, until });
    return zone;
  };
  return {
    zone: zoneAt,
    formatLocalTime: (instant, zone) => formatLocalTime(zoneAt(zone, instant).localTimeAt(instant)),
  };
}
