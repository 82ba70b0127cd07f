import { expect, it } from 'vitest';
import { lazy, lazyFor } from '#base/lazy.js';

it('a lazy value is made at the first call, once', () => {
  let count = 0;
  const value = lazy(() => ({ number: (count += 1) }));
  expect(count).toBe(0);
  expect(value()).toBe(value());
  expect(count).toBe(1);
});

it('a value made of an object is made once for each object, even an undefined one', () => {
  const seen: object[] = [];
  const numberOf = lazyFor((key: { readonly number?: number }) => {
    seen.push(key);
    return key.number;
  });
  const [one, none] = [{ number: 1 }, {}];
  expect([one, none, one, none].map(numberOf)).toEqual([1, undefined, 1, undefined]);
  expect(seen).toEqual([one, none]);
});
