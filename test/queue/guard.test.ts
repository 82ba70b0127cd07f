import { describe, expect, it } from 'vitest';
import { calledIn, findRefusal } from '#queue/guard.js';
import type { PostedText } from '#queue/ports.js';
import { DAY, item, SLOT } from './items.js';

const history = (texts: readonly PostedText[] = [], optedOut: readonly string[] = []) => ({
  textsFor: async () => texts,
  optedOut: async (handles: readonly string[]) => handles.filter((handle) => optedOut.includes(handle)),
});

describe('just before an item goes out', () => {
  it('nothing speaks against a text that is new', async () => {
    const texts = [{ text: 'Trois visites qui changent tout https://example.org/guide', at: SLOT - DAY, id: '7' }];
    expect(await findRefusal(item(), history(texts), [], SLOT)).toBeUndefined();
  });

  it('a text that the account posted meanwhile is refused, and the post named', async () => {
    const texts = [{ text: 'Choisir son logement à Lyon, sans se tromper ! https://example.org/x', at: SLOT, id: '7' }];
    expect(await findRefusal(item(), history(texts), [], SLOT)).toEqual({ code: 'near-duplicate', detail: '7' });
  });

  it('so is one that another item may have posted, but not its own attempt', async () => {
    const unsure = item({ id: 2, state: 'unknown' });
    expect(await findRefusal(item(), history(), [unsure], SLOT)).toMatchObject({ code: 'near-duplicate' });
    expect(await findRefusal(item({ id: 2 }), history(), [unsure], SLOT)).toBeUndefined();
  });

  it('somebody who wants to be left alone is not called, in the text or on a picture', async () => {
    const calling = item({
      text: 'Merci @Example_Ami https://example.org/guide',
      media: [{ file: '/a.jpg', tag: ['example_photo'] }],
    });
    expect(calledIn(calling)).toEqual(['example_ami', 'example_photo']);
    expect(await findRefusal(calling, history([], ['example_photo']), [], SLOT)).toEqual({
      code: 'opted-out',
      detail: '@example_photo',
    });
  });

  it('a mention on a page’s address calls nobody', () => {
    expect(calledIn(item({ text: 'Lire https://example.org/@example_ami' }))).toEqual([]);
  });
});
