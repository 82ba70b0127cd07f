import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '#rules/index.js';
import { LOCALES, type Locale } from '#base/locale.js';
import { judgeText, type Judgement } from '#compose/judgement.js';
import type { Slots } from '#compose/panels.js';
import { drawScreen, type Drawn } from '#compose/screen.js';
import { openState, press, withChoices, withNotice, type ComposeState } from '#compose/state.js';
import { parseFrontMatter } from '#draft/front-matter.js';
import { frontMatterOf, readDraft } from '#draft/draft-file.js';
import { composeSentences } from '#locale/compose.js';
import { createPalette } from '#report/terminal/style.js';
import { displayWidth } from '#report/terminal/width.js';
import { draftFiles } from '../lint/drafts-for-tests.js';

const options = { rules, lexicons: [] };
const judge = (text: string, head = '', more = {}): Judgement =>
  judgeText(text, { head, reread: (source) => readDraft(source, parseFrontMatter), options: { ...options, ...more } });
const SLOTS: Slots = { localTimes: ['2026-03-03T09:00'], zone: 'Europe/Paris', remarks: [] };

interface Size {
  readonly columns: number;
  readonly rows: number;
}
function draw(state: ComposeState, judgement: Judgement, { columns, rows }: Size, locale: Locale = 'en'): Drawn {
  const sentences = composeSentences(locale);
  const facts = { name: 'drafts/été.md', judgement, problems: ['line 1: not YAML'], slots: SLOTS };
  return drawScreen(state, facts, { columns, rows, locale, sentences, palette: createPalette(false) });
}
const USUAL = { columns: 80, rows: 24 };
const show = (text: string, head = '', more = {}): string =>
  draw(openState(text, text), judge(text, head, more), USUAL).lines.join('\n');

describe('the screen', () => {
  it('fits every window, with the cursor inside it, whatever is written', () => {
    const state = fc.constantFrom<(state: ComposeState) => ComposeState>(
      (each) => each,
      (each) => ({ ...each, view: 'card' }),
      (each) => ({ ...each, view: 'slots' }),
      (each) => ({ ...each, view: 'help' }),
      (each) => ({ ...each, finding: 1 }),
      (each) => withNotice(each, 'Saved '.repeat(40)),
      (each) => withChoices(each, 'Which?', [{ label: 'a', detail: each.field.text, take: { effect: 'save' } }], ''),
    );
    const size = fc.record({ columns: fc.integer({ min: 1, max: 160 }), rows: fc.integer({ min: 1, max: 50 }) });
    fc.assert(
      fc.property(draftFiles, state, size, fc.constantFrom(...LOCALES), ({ source }, change, window, locale) => {
        const whole = source.replaceAll('\r\n', '\n').normalize('NFC');
        const head = frontMatterOf(whole);
        const text = whole.slice(head.length);
        const { lines, cursor } = draw(change(openState(text, text)), judge(text, head), window, locale);
        expect(lines.length).toBeLessThanOrEqual(window.rows);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(window.columns);
        if (cursor === undefined) return;
        expect(cursor.row).toBeLessThan(window.rows);
        expect(cursor.column).toBeLessThan(window.columns);
      }),
      { numRuns: 60 },
    );
  });

  it('shows the cursor where the next letter will be', () => {
    const text = 'été 日本 🎉\nsecond';
    let state = openState(text, text);
    state = press(
      state,
      { key: 'up' },
      { columns: 79, sentences: composeSentences('en'), judgement: judge(text) },
    ).state;
    const { lines, cursor } = draw(state, judge(text), USUAL);
    expect(cursor).toEqual({ row: 1, column: 6 });
    expect(lines[2]).toBe('second');
  });

  it.each([
    ['an empty text', '', '', 'Write your post'],
    ['a text that is too long to be read', 'a '.repeat(3000), '', 'Too long to be judged'],
    ['a front matter that is being typed', '---\nlink: x', '', 'line 1: not YAML'],
    ['a text with nothing to fix or a few hints', 'Seven ways to shorten your notes', '', '/280'],
    [
      'the weight of each part',
      'Seven ways #Notes @example https://example.org/a 🎉',
      '',
      /links 23 · emoji 2 · tags 6 · mentions 8/,
    ],
  ])('says what it knows of %s', (_, text, head, expected) => {
    expect(show(text, head)).toMatch(
      expected instanceof RegExp ? expected : new RegExp(expected.replace(/[/]/g, '\\/')),
    );
  });

  it.each([
    [
      'a page with a title and a picture',
      'link: https://www.example.org/a\npage: { title: Notes, image: { url: p.png, alt: A pen } }',
      ['Picture: A pen', 'Notes', 'example.org', 'shows the whole text'],
    ],
    [
      'media of its own',
      'link: https://example.org/a\nmedia: [{ file: a.png }]\npage: { title: Notes }',
      ['take the place of the card'],
    ],
    ['a page of which nothing is known', 'link: https://example.org/a', ['tweetspan new https://example.org/a']],
    ['no link', 'lang: en', ['No link yet']],
  ])('shows the card of %s', (_, yaml, expected) => {
    const head = `---\n${yaml}\n---\n`;
    const text = 'Seven ways to shorten your notes';
    const shown = draw({ ...openState(text, text), view: 'card' }, judge(text, head), USUAL).lines.join('\n');
    for (const each of expected) expect(shown).toContain(each);
  });

  it('says where a timeline folds a text, for accounts that may write more', () => {
    const text = `${'Seven ways to shorten your notes. '.repeat(12)}The end`;
    const judgement = judge(text, '', { config: { limit: 4000 } });
    const { lines } = draw({ ...openState(text, text), view: 'card' }, judgement, USUAL);
    expect(lines.join('\n')).toMatch(/A timeline cuts it after “….*”/);
    expect(judgement).toMatchObject({ over: undefined });
    expect(judge(text)).toMatchObject({ over: 280, fold: undefined });
  });

  it('goes from finding to finding, and back', () => {
    const text = 'READ THIS NOW!!! Seven ways?? to shorten';
    const context = { columns: 79, sentences: composeSentences('en'), judgement: judge(text) };
    const first = press(openState(text, text), { key: 'ctrl+n' }, context).state;
    const second = press(first, { key: 'ctrl+n' }, context).state;
    expect([first.finding, second.finding]).toEqual([0, 1]);
    expect(press(second, { key: 'ctrl+p' }, context).state.finding).toBe(0);
    expect(draw(first, context.judgement, USUAL).lines.join('\n')).toContain('› ');
  });

  it('takes a choice by its digit, by the arrows, or not at all', () => {
    const choices = [1, 2].map((each) => ({ label: `${each}`, detail: '', take: { text: `text ${each}` } }));
    const open = withChoices(openState('a', 'a'), 'Which?', choices, '');
    const context = { columns: 79, sentences: composeSentences('en'), judgement: judge('a') };
    const after = (...keys: readonly string[]): string =>
      keys.reduce((state, key) => press(state, key.length === 1 ? { text: key } : { key }, context).state, open).field
        .text;
    expect([after('2'), after('down', 'enter'), after('up', 'enter'), after('escape'), after('9'), after('x')]).toEqual(
      ['text 2', 'text 2', 'text 2', 'a', 'a', 'a'],
    );
    expect(after('2', 'ctrl+z')).toBe('a');
  });
});
