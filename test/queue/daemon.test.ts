import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runDaemon } from '#queue/daemon.js';

const HOUR = 3_600_000;
const START = Date.parse('2026-03-02T17:00:10Z');

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

/** A daemon that has made its first tick; counts its ticks. */
async function startDaemon() {
  const ticks: number[] = [];
  const stop = new AbortController();
  const ended = runDaemon({ tick: async () => void ticks.push(performance.now()), signal: stop.signal });
  await vi.advanceTimersByTimeAsync(0);
  return {
    ticks,
    async end() {
      stop.abort();
      await vi.advanceTimersByTimeAsync(1000);
      await ended;
    },
  };
}

describe('a daemon', () => {
  it('ticks at its start and at each full minute', async () => {
    const daemon = await startDaemon();
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(daemon.ticks).toHaveLength(6);
    await daemon.end();
  });

  it.each([
    ['two minutes', HOUR / 30],
    ['two hours', 2 * HOUR],
    ['seven years', 7 * 365 * 24 * HOUR],
  ])('ticks within 70 s when its clock is set back by %s, and goes on each minute', async (_name, by) => {
    const daemon = await startDaemon();
    await vi.advanceTimersByTimeAsync(60_000);
    const before = daemon.ticks.length;
    vi.setSystemTime(Date.now() - by);
    await vi.advanceTimersByTimeAsync(70_000);
    expect(daemon.ticks.length).toBeGreaterThan(before);
    const after = daemon.ticks.length;
    await vi.advanceTimersByTimeAsync(10 * 60_000);
    expect(daemon.ticks.length - after).toBeGreaterThanOrEqual(9);
    await daemon.end();
  });

  it('makes no tick after its end', async () => {
    const daemon = await startDaemon();
    await daemon.end();
    const { length } = daemon.ticks;
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(daemon.ticks).toHaveLength(length);
  });
});
