import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorText, quoteWithout, readAnswer, type ModelAnswer } from '#model/answer.js';
import { rewriteSentences } from '#locale/rewrite.js';
import { readFixture } from '../fixture.js';
import { nastyText } from './nasty-text.js';
import { processorTime } from '../processor-time.js';

/** One line of `fixtures/model/answers.json`: a whole body, or what the model wrote inside a usual one. */
type AnswerCase = { readonly name: string; readonly finish?: string } & (
  { readonly body: string } | { readonly content: string }
) &
  ModelAnswer;

const table = readFixture<AnswerCase>('model/answers');
const plain = quoteWithout(undefined);
const ONE_LINE = /^[^\p{Cc}]{10,300}$/u;

const bodyWith = (content: string, finish = 'stop'): string =>
  JSON.stringify({ choices: [{ index: 0, finish_reason: finish, message: { role: 'assistant', content } }] });

describe('the answer of a model', () => {
  it.each(table.map((row) => [row.name, row] as const))('is read or refused: %s', (_, row) => {
    const body = 'body' in row ? row.body : bodyWith(row.content, row.finish);
    expect(readAnswer(body, plain)).toEqual('texts' in row ? { texts: row.texts } : { failure: row.failure });
  });

  it('gives 20 texts at most, however many it holds', () => {
    const texts = Array.from({ length: 5000 }, (_, index) => `${index}`);
    expect(readAnswer(bodyWith(JSON.stringify({ texts })), plain)).toEqual({ texts: texts.slice(0, 20) });
  });

  it('whatever it is, never throws, and fails in one short line', () => {
    const anything = fc.oneof(
      nastyText,
      fc.json(),
      nastyText.map((content) => bodyWith(content)),
    );
    fc.assert(
      fc.property(anything, (body) => {
        const answer = readAnswer(body, plain);
        const line = 'failure' in answer ? rewriteSentences('en').modelFailure(answer.failure) : '';
        expect('texts' in answer ? answer.texts.length > 0 : ONE_LINE.test(line)).toBe(true);
      }),
    );
  });

  it.each([
    ['markup that never ends', '<'.repeat(60_000)],
    ['lists in lists', '['.repeat(60_000)],
    ['a fence of nothing but space', bodyWith(`\`\`\`json${' '.repeat(60_000)}`)],
    ['a fence of fences', bodyWith('`'.repeat(60_000))],
  ])('is read in no time: %s', (_, body) => {
    expect(processorTime(() => expect(readAnswer(body, plain)).toHaveProperty('failure'))).toBeLessThan(200);
  });
});

describe('a quotation of what a server sent', () => {
  it('is one line of 160 characters at most, and cuts no character in two', () => {
    expect(plain(`a\r\n b${'👍'.repeat(200)}`)).toBe(`a b${'👍'.repeat(157)}…`);
  });

  it('shows no key, not even the part before its cut', () => {
    const key = 'sk-0123456789';
    for (let before = 140; before < 165; before += 1) {
      const quotation = quoteWithout(key)(`${'.'.repeat(before)}${key} <b>${key}</b>`);
      expect(quotation).not.toContain('sk-');
    }
  });
});

describe('what a server says of its error', () => {
  it.each([
    ['as most do', '{"error":{"message":"no such model","code":404}}', 'no such model'],
    ['as text', '{"error":"no such model"}', 'no such model'],
    ['without a frame', '{"message":"no such model"}', 'no such model'],
    ['in another way', '{"detail":["no"]}', '{"detail":["no"]}'],
    ['without JSON', 'Bad gateway', 'Bad gateway'],
  ])('%s', (_, body, said) => {
    expect(errorText(body)).toBe(said);
  });
});
