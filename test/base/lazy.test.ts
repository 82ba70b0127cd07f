import { expect, it } from 'vitest';
import { lazy } from '#base/lazy.js';

it('a lazy value is made at the first call, once', () => {
  let count = 0;
  const value = lazy(() => ({ number: (count += 1) }));
  expect(count).toBe(0);
  expect(value()).toBe(value());
  expect(count).toBe(1);
});
