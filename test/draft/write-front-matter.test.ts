import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { readDraft } from '#draft/draft-file.js';
import { parseFrontMatter } from '#draft/front-matter.js';
import { writeFrontMatter } from '#draft/write-front-matter.js';

const made = [{ text: 'Combles : "30 %" de la chaleur https://example.org/a #isolation', origin: 'page' as const }];
const variantsIn = (source: string) => readDraft(source, parseFrontMatter).draft.campaign?.variants;

describe('variants written into a front matter', () => {
  it.each([
    ['make one where there is none', 'Le texte https://example.org/a\n', 0],
    ['join those of the author', '---\ncampaign: { reposts: 2, variants: ["Un autre"] }\n---\nLe texte\n', 1],
    ['join a list of lines', '---\ncampaign:\n  variants:\n    - Un autre\n    - text: Encore\n---\nLe texte\n', 2],
    ['stand beside other keys', '---\nlink: https://example.org/a\n---\nLe texte\n', 0],
  ])('%s', (_, source, own) => {
    const written = writeFrontMatter(source, { variants: made }) ?? '';
    expect(variantsIn(written)).toHaveLength(own + 1);
    expect(variantsIn(written)?.at(-1)).toEqual(made[0]);
    expect(readDraft(written, parseFrontMatter).draft.text).toBe(readDraft(source, parseFrontMatter).draft.text);
  });

  it('leave comments where they are', () => {
    const source = '---\n# mine\nlink: https://example.org/a # the page\n---\nLe texte\n';
    expect(writeFrontMatter(source, { variants: made })).toContain('# mine\nlink: https://example.org/a # the page\n');
  });

  it.each(['---\ncampaign: often\n---\nLe texte\n', '---\ncampaign: { variants: 3 }\n---\nLe texte\n'])(
    'are not written over something else: %j',
    (source) => {
      expect(writeFrontMatter(source, { variants: made })).toBeUndefined();
    },
  );

  it('are read back as they were, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        const whole = `x${text.normalize('NFC').replace(/[\r\ufeff]/g, '')}x`;
        const written = writeFrontMatter('Le texte\n', { variants: [{ text: whole, origin: 'made' }] }) ?? '';
        expect(variantsIn(written)).toEqual([{ text: whole, origin: 'made' }]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what a page says, written into a front matter', () => {
  const page = {
    title: 'Isolation',
    sentences: ['Une phrase : « entière »'],
    quotes: [{ text: 'Oui', speaker: 'Ada' }],
  };
  const read = (source: string) => readDraft(source, parseFrontMatter).draft;

  it.each([
    ['makes one where there is none', 'Le texte https://example.org/a\n'],
    ['stands beside other keys', '---\nlink: https://example.org/a # mine\n---\nLe texte\n'],
    ['takes the place of an earlier one', '---\npage: { title: Ancien, items: [un] }\n---\nLe texte\n'],
  ])('%s, and is read back as it was', (_, source) => {
    const draft = read(writeFrontMatter(source, { page }) ?? '');
    expect(draft).toMatchObject({ text: read(source).text, title: 'Isolation' });
    expect(draft.page).toEqual(page);
  });

  it('leaves the author’s own title and comments', () => {
    const written = writeFrontMatter('---\n# mine\ntitle: Le mien\n---\nLe texte\n', { page }) ?? '';
    expect(written).toContain('# mine\ntitle: Le mien\n');
    expect(read(written).title).toBe('Le mien');
  });

  it('comes together with variants', () => {
    const draft = read(writeFrontMatter('Le texte\n', { page, variants: made }) ?? '');
    expect({ page: draft.page, variants: draft.campaign?.variants }).toEqual({ page, variants: made });
  });
});
