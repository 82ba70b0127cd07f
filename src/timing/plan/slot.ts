/** Hours of a week: slot = 24 * weekday + hour, Monday 0 h = 0 … Sunday 23 h = 167. */
export const SLOTS = 168;

/** An hour of the week on the audience's wall clock. */
export interface Slot {
  /** Monday 0 … Sunday 6. */
  readonly weekday: number;
  /** 0..23. */
  readonly hour: number;
}

/** The number of a slot, 0..167. */
export const slotIndex = ({ weekday, hour }: Slot): number => 24 * weekday + hour;

/** The slot of a number 0..167. */
export const slotAt = (index: number): Slot => ({ weekday: Math.floor(index / 24), hour: index % 24 });
