import type { Item } from '#queue/item.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** The slot of an item that names none: Monday 2026-03-02, 18:00 in Paris. */
export const SLOT = Date.UTC(2026, 2, 2, 17);

/** A planned item of the example account. */
export const item = (rest: Partial<Item> = {}): Item => ({
  id: 1,
  account: '',
  mode: 'api',
  link: 'example.org/guide',
  text: 'Choisir son logement à Lyon sans se tromper https://example.org/guide',
  media: [],
  dueAt: SLOT,
  requestedTime: '2026-03-02T18:00',
  zone: 'Europe/Paris',
  missed: { within: 2 * HOUR },
  gap: DAY,
  review: false,
  price: 200,
  draft: 'guide.md',
  state: 'planned',
  createdAt: SLOT - 7 * DAY,
  changedAt: SLOT - 7 * DAY,
  attempts: 0,
  checks: 0,
  ...rest,
});
