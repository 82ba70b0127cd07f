import { describe, expect, it } from 'vitest';
import type { LocatedFinding } from '#lint/locate.js';
import { githubAnnotations } from '#report/export/code-review.js';
import { FAULTY, judged } from '../judged.js';

/** The command for one finding that differs from a plain one as said. */
function annotation(change: Partial<LocatedFinding>, file = 'draft.md'): string {
  const { report } = judged('Les loyers à Lyon');
  const finding: LocatedFinding = {
    rule: 'quality',
    messageId: 'shouting',
    severity: 'warning',
    message: 'it shouts',
    data: {},
    span: null,
    region: null,
    suggestions: [],
    ...change,
  };
  return githubAnnotations([{ file, report, findings: [finding], type: undefined }]);
}

describe('an annotation', () => {
  it.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['info', 'notice'],
  ] as const)('of severity %s is the command %s', (severity, command) => {
    expect(annotation({ severity })).toBe(`::${command} file=draft.md,title=tweetspan quality::it shouts\n`);
  });

  it('names line and columns', () => {
    expect(annotation({ region: { line: 3, column: 5, endLine: 3, endColumn: 9 } })).toBe(
      '::warning file=draft.md,line=3,endLine=3,col=5,endColumn=9,title=tweetspan quality::it shouts\n',
    );
  });

  it('over several lines names no columns, which would be refused', () => {
    expect(annotation({ region: { line: 3, column: 5, endLine: 4, endColumn: 2 } })).toBe(
      '::warning file=draft.md,line=3,endLine=4,title=tweetspan quality::it shouts\n',
    );
  });

  it.each([
    ['a percent sign', '100 % sûr', '100 %25 sûr'],
    ['a line end', 'one\ntwo', 'one%0Atwo'],
    ['a line end of Windows', 'one\r\ntwo', 'one␍%0Atwo'],
    ['what looks escaped already', '%0A', '%250A'],
    ['a command', '::error::no', '∶:error::no'],
    ['a colon and a comma', 'one: two, three', 'one: two, three'],
    ['an emoji', '🏠 à louer', '🏠 à louer'],
  ])('keeps %s of a message from being read as a sign', (_, message, written) => {
    expect(annotation({ message })).toBe(`::warning file=draft.md,title=tweetspan quality::${written}\n`);
  });

  it.each([
    ['a leading ./', './drafts/a.md', 'drafts/a.md'],
    ['a colon', 'C:/march.md', 'C%3A/march.md'],
    ['a comma', 'one,two.md', 'one%2Ctwo.md'],
    ['a percent sign', '100%.md', '100%25.md'],
    ['a line end', 'a\nb.md', 'a%0Ab.md'],
  ])('takes %s of a file name for a part of it', (_, file, written) => {
    expect(annotation({}, file)).toBe(`::warning file=${written},title=tweetspan quality::it shouts\n`);
  });
});

it('says what makes a file fail as a whole', () => {
  expect(
    githubAnnotations(
      [],
      [
        { file: './a,b.md', kind: 'unread', message: 'line 3: unknown\nkey', line: 3 },
        { file: 'b.md', kind: 'score', message: '::error::the score is 3 %', line: null },
      ],
    ),
  ).toBe(
    '::error file=a%2Cb.md,line=3,title=tweetspan::line 3: unknown%0Akey\n::error file=b.md,title=tweetspan::∶:error::the score is 3 %25\n',
  );
});

it('every finding is one line, whatever the draft holds', () => {
  const draft = judged(FAULTY);
  const lines = githubAnnotations([draft, draft]).split('\n').slice(0, -1);
  expect(lines).toHaveLength(draft.findings.length * 2);
  expect(lines.filter((line) => !/^::(?:error|warning|notice) file=draft\.md,/.test(line))).toEqual([]);
  expect(githubAnnotations([])).toBe('');
});
