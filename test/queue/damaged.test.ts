import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renewSlots } from '#queue/due.js';
import { HOUR, SLOT } from './items.js';
import { openWorld, type World } from './world.js';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** Two items, of which the first is damaged by a change of its row. */
async function damage(change: string): Promise<void> {
  await world.add(
    { dueAt: SLOT, missed: 'next-slot' },
    { dueAt: SLOT + 2 * HOUR, link: 'example.org/b', text: 'Le bruit, la distance https://example.org/b' },
  );
  world.database.exec(`UPDATE queue_items SET ${change} WHERE id = 1`);
}

describe('a damaged row', () => {
  it.each([
    ['media', "media = '[{'"],
    ['reason', "reason = 'not JSON'"],
    ['time zone', "zone = 'Nowhere/Else'"],
    ['time', "wish = 'some day'"],
    ['state, unknown without an attempt', `state = 'unknown', not_before = ${SLOT}`],
  ])('in its %s keeps no other item from going out', async (_, change) => {
    await damage(change);
    world.setNow(SLOT + 2 * HOUR);
    await world.start().tick();
    world.pass(2 * HOUR);
    await world.start().tick();
    expect(await world.state(2)).toBe('posted');
    expect(await world.store.list({}, 9)).toHaveLength(2);
  });

  it('in its media shows media that are nowhere: it never goes out without its images', async () => {
    await damage("media = '[{'");
    expect((await world.item())?.media).toEqual([{ file: '/damaged' }]);
  });

  it('keeps no slot from being resolved anew', async () => {
    await damage("zone = 'Nowhere/Else'");
    await world.store.setFact('zone-rules', '2025a');
    const moved = await renewSlots(world.store, '2025c', SLOT - HOUR);
    expect(moved.map(({ item }) => item)).toEqual([2]);
  });

  it('of an event or of a limit is read without what is damaged', async () => {
    await damage("state = 'planned'");
    world.database.exec("UPDATE queue_events SET data = '{', reason = '{'");
    await world.store.setFact('rate-limits', '{');
    world.setNow(SLOT);
    await world.start().tick();
    expect(await world.state()).toBe('posted');
    expect((await world.store.events({ item: 1 }, 9)).at(-1)).toMatchObject({ name: 'added', data: {} });
  });
});
