import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CHECKS } from '#queue/unknown.js';
import { READ_AT } from '#queue/observe.js';
import { STEPS } from '#queue/ports.js';
import { DAY, HOUR, SLOT } from './items.js';
import { Killed, MINUTE, openWorld, TEXTS, type World } from './world.js';

let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

/** Ticks each minute for so long. */
async function runFor(ms: number, process = world.start()): Promise<void> {
  for (const end = world.now() + ms; world.now() < end; world.pass(MINUTE)) await process.tick();
}
const copies = (text: string): number => world.onX.filter((post) => post.text.startsWith(text)).length;

describe('a tick', () => {
  it('posts what is due, to the letter, and not a minute before', async () => {
    await world.add({});
    world.setNow(SLOT - 1);
    await world.start().tick();
    expect(world.onX).toEqual([]);
    world.setNow(SLOT);
    expect(await world.start().tick()).toEqual({ posted: 1, needsAttention: 0 });
    expect(world.onX.map(({ text }) => text)).toEqual([`${TEXTS[0]} https://example.org/guide`]);
    expect(await world.item()).toMatchObject({ state: 'posted', postId: world.onX[0]?.id, attempts: 1 });
  });

  it('leaves a line for each thing that happened, the intent before the answer', async () => {
    await world.add({});
    world.setNow(SLOT);
    await world.start().tick();
    expect(world.names()).toEqual(['1 claimed', '1 sending', '1 posted']);
    const kept = (await world.store.events({ item: 1 }, 10)).map(({ name }) => name);
    expect(kept.toReversed()).toEqual(['added', 'claimed', 'sending', 'posted']);
  });

  it('tells the history, and spends what was said', async () => {
    await world.add({});
    world.setNow(SLOT);
    await world.start().tick();
    expect(await world.history.hasPost(world.onX[0]?.id ?? '')).toBe(true);
    expect(await world.store.spentSince(SLOT)).toBe(200);
  });

  it('posts nothing that waits for approval', async () => {
    await world.add({ review: true });
    world.setNow(SLOT);
    await world.start().tick();
    expect([await world.state(), world.onX.length]).toEqual(['planned', 0]);
  });

  it('keeps an hour between two posts of different links that fell due together', async () => {
    await world.add({ link: 'example.org/a' }, { link: 'example.org/b', dueAt: SLOT });
    world.setNow(SLOT);
    await runFor(2 * HOUR);
    const [first, second] = world.onX.map(({ at }) => at);
    expect(world.onX).toHaveLength(2);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(54 * MINUTE);
  });

  it('keeps its distance from a post made by hand a moment ago', async () => {
    await world.add({});
    await world.history.addPosted({ id: '7', text: 'Tout autre chose', at: SLOT - 10 * MINUTE, media: 0 });
    world.setNow(SLOT);
    await world.start().tick();
    expect(await world.item()).toMatchObject({ state: 'planned', reason: { code: 'spacing' } });
    await runFor(HOUR);
    expect(await world.state()).toBe('posted');
  });
});

describe('a text that was posted meanwhile', () => {
  it('is refused at its slot, and names the post', async () => {
    await world.add({});
    await world.history.addPosted({
      id: '1790000000000000123',
      text: `${TEXTS[0]} ! https://example.org/guide`,
      at: SLOT - 3 * DAY,
      media: 0,
    });
    world.setNow(SLOT);
    expect(await world.start().tick()).toEqual({ posted: 0, needsAttention: 1 });
    expect(await world.item()).toMatchObject({
      state: 'refused',
      reason: { code: 'near-duplicate', detail: '1790000000000000123' },
    });
    expect(await world.store.spentSince(0)).toBe(0);
  });

  it('X’s word that it has the text is looked up, and ends the item where its author posted it before', async () => {
    await world.add({});
    const id = world.take(`${TEXTS[0]} https://example.org/guide`);
    world.setNow(SLOT);
    const { tick } = world.start();
    await tick();
    expect(await world.item()).toMatchObject({ state: 'unknown', reason: { code: 'says-duplicate' } });
    await tick();
    expect(await world.item()).toMatchObject({ state: 'refused', reason: { code: 'duplicate', detail: id } });
    expect(await world.store.spentSince(0)).toBe(0);
  });

  it('and somebody who opted out meanwhile is not called', async () => {
    await world.add({ text: `${TEXTS[0]} @example_ami https://example.org/guide` });
    world.database.prepare("INSERT INTO contact_opt_outs (handle, noted_at) VALUES ('example_ami', 1)").run();
    world.setNow(SLOT);
    await world.start().tick();
    expect(await world.item()).toMatchObject({
      state: 'refused',
      reason: { code: 'opted-out', detail: '@example_ami' },
    });
  });
});

describe('an answer that tells nothing', () => {
  it('is looked up in the timeline, and found', async () => {
    world.answers.push('lost');
    await world.add({});
    world.setNow(SLOT);
    await world.start().tick();
    expect(await world.state()).toBe('unknown');
    world.pass(MINUTE);
    await world.start().tick();
    expect(await world.item()).toMatchObject({ state: 'posted', postId: world.onX[0]?.id });
    expect(world.onX).toHaveLength(1);
  });

  it('is looked up again when the timeline lags', async () => {
    world.answers.push('lost');
    world.hideFor(2);
    await world.add({});
    world.setNow(SLOT);
    await runFor(10 * MINUTE);
    expect(await world.state()).toBe('posted');
    expect(world.onX).toHaveLength(1);
  });

  it('waits for a person when it is not found, and is never sent again', async () => {
    world.answers.push('never got it');
    await world.add({});
    world.setNow(SLOT);
    await runFor(2 * DAY);
    expect(await world.item()).toMatchObject({
      state: 'unknown',
      reason: { code: 'not-found', detail: 'timeout' },
      checks: CHECKS.length + 1,
    });
    expect(world.onX).toEqual([]);
    // What it may have cost stays spent: nobody knows.
    expect(await world.store.spentSince(0)).toBe(200);
  });

  it('planned again by a person, it is looked for before it is sent, and found', async () => {
    world.answers.push('lost');
    world.hideFor(99);
    await world.add({});
    world.setNow(SLOT);
    await runFor(2 * HOUR);
    expect(await world.item()).toMatchObject({ state: 'unknown', reason: { code: 'not-found' } });
    const slot = { dueAt: world.now() + HOUR, requestedTime: '2026-03-02T21:00', zone: 'Europe/Paris' };
    const retried = { at: world.now(), name: 'retried', item: 1 } as const;
    await world.store.change(1, ['unknown'], { state: 'planned', slot, notBefore: null, reason: null }, retried);
    world.hideFor(0);
    await runFor(2 * HOUR);
    expect(await world.item()).toMatchObject({ state: 'posted', postId: world.onX[0]?.id, attempts: 1 });
    expect(world.onX).toHaveLength(1);
    expect(await world.store.spentSince(0)).toBe(200);
  });

  it('is found by X’s time, though the clock was wrong when it was sent and is right now', async () => {
    await world.add({});
    world.setNow(SLOT);
    world.setSkew(-HOUR);
    world.answers.push('lost');
    await world.start().tick();
    expect(await world.state()).toBe('unknown');
    Object.assign(world.onX[0] ?? {}, { at: SLOT - HOUR });
    world.setSkew(0);
    world.pass(2 * MINUTE);
    await world.start().tick();
    expect(await world.state()).toBe('posted');
  });

  it('lets no other item of the link go out at once', async () => {
    world.answers.push('lost');
    world.hideFor(99);
    await world.add({}, { dueAt: SLOT + HOUR });
    world.setNow(SLOT);
    await runFor(2 * HOUR);
    expect(await world.item(2)).toMatchObject({ state: 'planned', reason: { code: 'spacing' } });
  });
});

describe('a process that ends', () => {
  it.each(STEPS.slice(0, 2))('at “%s” has sent nothing: the item goes out after its lease', async (step) => {
    await world.add({});
    world.setNow(SLOT);
    world.killAt(step);
    await expect(world.start().tick()).rejects.toThrow(Killed);
    expect(await world.state()).toBe('claimed');
    await runFor(20 * MINUTE, world.start('two'));
    expect([await world.state(), world.onX.length]).toEqual(['posted', 1]);
  });

  it('after the intent was written down and before it was sent leaves what a person must decide', async () => {
    await world.add({});
    world.setNow(SLOT);
    world.killAt('journaled');
    await expect(world.start().tick()).rejects.toThrow(Killed);
    await runFor(3 * HOUR, world.start('two'));
    expect(await world.item()).toMatchObject({ state: 'unknown', reason: { code: 'not-found' } });
    expect(world.onX).toEqual([]);
  });

  it.each(STEPS.slice(3))('at “%s” has posted once, and that is found out', async (step) => {
    await world.add({});
    world.setNow(SLOT);
    world.killAt(step);
    await expect(world.start().tick()).rejects.toThrow(Killed);
    await runFor(20 * MINUTE, world.start('two'));
    expect([await world.state(), world.onX.length]).toEqual(['posted', 1]);
    expect(await world.history.hasPost(world.onX[0]?.id ?? '')).toBe(true);
  });
});

describe('an answer that cannot be written down', () => {
  it('is kept in memory and written when the disk has room again', async () => {
    await world.add({});
    world.setNow(SLOT);
    const process = world.start();
    const { finish } = world.store;
    const full = Object.assign(new Error('no room is left'), { name: 'StoreError' });
    Object.assign(process.ports.store, {
      finish: () => {
        throw full;
      },
    });
    await process.tick();
    expect(await world.state()).toBe('sending');
    expect(world.log.at(-1)).toMatchObject({
      name: 'failed',
      reason: { code: 'not-recorded-answer' },
      data: { post: world.onX[0]?.id },
    });
    Object.assign(process.ports.store, { finish });
    world.pass(MINUTE);
    await process.tick();
    expect(await world.item()).toMatchObject({ state: 'posted', postId: world.onX[0]?.id });
    expect(world.onX).toHaveLength(1);
  });
});

describe('what concerns the account', () => {
  it('stops the queue at once; the item stays planned, and goes out when somebody resumes in time', async () => {
    world.answers.push({ kind: 'stopped', code: 'no-credits', detail: 'no credits' });
    await world.add({ link: 'example.org/a' }, { link: 'example.org/b', dueAt: SLOT + 2 * HOUR });
    world.setNow(SLOT);
    await runFor(HOUR);
    expect(await world.item()).toMatchObject({ state: 'planned', reason: { code: 'no-credits' }, attempts: 1 });
    expect(await world.store.pause()).toMatchObject({ code: 'no-credits' });
    await world.store.setPause(undefined, { at: world.now(), name: 'resumed' });
    await runFor(MINUTE);
    expect([await world.state(), world.onX.length]).toEqual(['posted', 1]);
  });

  it('three posts in a row that X forbids without a reason of their own stop the queue', async () => {
    const forbidden = { kind: 'refused', code: 'forbidden', detail: 'not allowed' } as const;
    world.answers.push(forbidden, forbidden, forbidden);
    await world.add(...[0, 1, 2, 3].map((n) => ({ link: `example.org/${n}`, dueAt: SLOT + n * 2 * HOUR })));
    world.setNow(SLOT);
    await runFor(7 * HOUR);
    expect(await Promise.all([1, 2, 3, 4].map(world.state))).toEqual(['refused', 'refused', 'refused', 'planned']);
    expect(await world.store.pause()).toMatchObject({ code: 'write-restricted' });
  });

  it('an outage of the sign-in ends by itself', async () => {
    world.answers.push({ kind: 'stopped', code: 'unauthorized', detail: '401', until: SLOT + 15 * MINUTE });
    await world.add({});
    world.setNow(SLOT);
    await runFor(20 * MINUTE);
    expect(await world.state()).toBe('posted');
    expect(world.names().filter((name) => name === 'resumed')).toHaveLength(1);
  });

  it('a spent limit is waited for until its reset', async () => {
    world.answers.push({ kind: 'later', code: 'rate-limit', detail: '429', retryAt: SLOT + 11 * MINUTE });
    await world.add({ missed: 'skip' });
    world.setNow(SLOT);
    await runFor(30 * MINUTE);
    expect(world.onX.map(({ at }) => at)).toEqual([SLOT + 11 * MINUTE]);
    expect(await world.store.spentSince(0)).toBe(200);
  });

  it('without credentials nothing is lost: the reason is noted once, and the item is missed by its policy', async () => {
    world.signOut();
    await world.add({});
    world.setNow(SLOT);
    await runFor(3 * HOUR);
    expect(await world.item()).toMatchObject({ state: 'missed', reason: { code: 'late', detail: 'signed-out' } });
    expect(world.names()).toEqual(['1 postponed', '1 missed']);
  });

  it('a spent budget holds posts back, not reminders', async () => {
    await world.store.setCaps({ day: 100, month: 100 });
    await world.add({}, { mode: 'remind', link: 'example.org/b', dueAt: SLOT });
    world.setNow(SLOT);
    await runFor(HOUR + 5 * MINUTE);
    expect([await world.state(1), await world.state(2)]).toEqual(['planned', 'reminded']);
    expect(await world.item(1)).toMatchObject({ reason: { code: 'budget' } });
    expect(world.onX).toEqual([]);
  });
});

describe('a page that is gone', () => {
  it('holds a repost of its link until a person approves it, and never the first post', async () => {
    world.setPage('page-gone');
    await world.add({}, { dueAt: SLOT + DAY, text: 'Autre texte, sept questions à poser https://example.org/guide' });
    world.setNow(SLOT);
    await world.start().tick();
    expect(await world.state(1)).toBe('posted');
    world.setNow(SLOT + DAY);
    expect(await world.start().tick()).toEqual({ posted: 0, needsAttention: 1 });
    expect(await world.item(2)).toMatchObject({ state: 'planned', review: true, reason: { code: 'page-gone' } });
    const approved = { at: world.now(), name: 'approved', item: 2 } as const;
    await world.store.change(2, ['planned'], { state: 'planned', review: false }, approved);
    await world.start().tick();
    expect(await world.state(2)).toBe('posted');
  });
});

describe('a reminder', () => {
  it('is given once, at its slot, and missed when nobody answers for a day', async () => {
    await world.add({ mode: 'remind' });
    world.setNow(SLOT);
    await runFor(HOUR);
    expect(world.notices.map(({ id }) => id)).toEqual([1]);
    expect(await world.state()).toBe('reminded');
    await runFor(DAY);
    expect(await world.item()).toMatchObject({ state: 'missed', reason: { code: 'not-recorded' } });
    expect(world.onX).toEqual([]);
  });

  it('that no channel took stays due, is tried again, and then counts', async () => {
    world.setDeaf(true);
    await world.add(
      { mode: 'remind', missed: { within: DAY } },
      { link: 'example.org/b', text: 'Louer à Rennes : 7 questions https://example.org/b', dueAt: SLOT },
    );
    world.setNow(SLOT);
    const { tick } = world.start();
    expect(await tick()).toMatchObject({ needsAttention: 1 });
    expect(await world.item(1)).toMatchObject({ state: 'planned', reason: { code: 'not-reached' } });
    // The other one, which the program sends, is not held up.
    expect(await world.state(2)).toBe('posted');
    expect(await world.store.fact('reminder')).toBe(String(SLOT));
    world.setDeaf(false);
    world.pass(2 * HOUR);
    await tick();
    await tick();
    expect(await world.state(1)).toBe('reminded');
    expect(await world.store.fact('reminder')).toBe(`${SLOT + 2 * HOUR} terminal`);
  });

  it('that reached nobody in time is missed, with the reason', async () => {
    world.setDeaf(true);
    await world.add({ mode: 'remind' });
    world.setNow(SLOT);
    await runFor(3 * HOUR);
    expect(await world.item()).toMatchObject({ state: 'missed', reason: { code: 'late', detail: 'not-reached' } });
    expect(world.names()).toEqual(['1 postponed', '1 missed']);
  });

  it('five that are due together come an hour apart', async () => {
    await world.add(
      ...[0, 1, 2].map((n) => ({
        mode: 'remind' as const,
        link: `example.org/${n}`,
        dueAt: SLOT,
        missed: { within: DAY },
      })),
    );
    world.setNow(SLOT);
    await runFor(30 * MINUTE);
    expect(world.notices).toHaveLength(1);
    await runFor(2 * HOUR);
    expect(world.notices).toHaveLength(3);
  });
});

describe('counters of own posts', () => {
  it('are read at seven ages, and no more', async () => {
    await world.add({});
    world.setNow(SLOT);
    await runFor(8 * DAY);
    expect(world.observed.map(({ at }) => at - SLOT)).toEqual([...READ_AT]);
  }, 60_000);

  it('of a post that is gone are asked for no more', async () => {
    await world.add({});
    world.setNow(SLOT);
    await world.start().tick();
    world.remove(world.onX[0]?.id ?? '');
    await runFor(DAY);
    expect(world.observed).toHaveLength(1);
    expect(world.names()).toContain('gone');
  });
});

describe('a clock that is set', () => {
  it('back by an hour posts nothing twice', async () => {
    await world.add({});
    world.setNow(SLOT);
    const process = world.start();
    await process.tick();
    world.pass(-HOUR);
    await runFor(3 * HOUR, process);
    expect(world.onX).toHaveLength(1);
    expect(world.names()).toContain('clock-changed');
  });

  it('forward by an hour, while a post is under way, still finds out what became of it', async () => {
    await world.add({});
    world.setNow(SLOT);
    world.killAt('answered');
    await expect(world.start().tick()).rejects.toThrow(Killed);
    world.pass(HOUR);
    await runFor(5 * MINUTE, world.start('two'));
    expect([await world.state(), world.onX.length]).toEqual(['posted', 1]);
  });
});

describe('two processes', () => {
  it('that tick at the same moment post an item once', async () => {
    await world.add({});
    world.setNow(SLOT);
    await Promise.all([world.start('one').tick(), world.start('two').tick(), world.start('three').tick()]);
    expect(copies(TEXTS[0])).toBe(1);
    expect(await world.state()).toBe('posted');
  });

  it('keep the distance between two items that are due together', async () => {
    await world.add({ link: 'example.org/a' }, { link: 'example.org/b', dueAt: SLOT });
    world.setNow(SLOT);
    await Promise.all([world.start('one').tick(), world.start('two').tick()]);
    expect(world.onX).toHaveLength(1);
  });
});
