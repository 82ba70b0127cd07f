/** Width of the kernel: hours within about 2 h of one another weigh most. */
const KAPPA = 4;

/** How far one hour of day tells of another, 0..1: exp(kappa (cos(2 pi distance / 24) - 1)). */
export const hourWeight = (one: number, other: number): number =>
  Math.exp(KAPPA * (Math.cos((2 * Math.PI * (one - other)) / 24) - 1));
