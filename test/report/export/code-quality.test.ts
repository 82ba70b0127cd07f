import { createHash } from 'node:crypto';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { codeQualityReport, type ReportWorld } from '#report/export/code-quality.js';
import type { FileFault } from '#report/export/code-review.js';
import { FAULTY, judged } from '../judged.js';

const WORLD: ReportWorld = {
  pathOf: (file) => `repository/${file}`,
  hash: (text) => createHash('md5').update(text).digest('hex'),
};
const report = (source: string, file = 'draft.md', faults: readonly FileFault[] = []) =>
  codeQualityReport([judged(source, { file })], faults, WORLD);

/** The keys that GitLab's help page on the report format calls for. */
const isReport = new Ajv().compile({
  type: 'array',
  items: {
    type: 'object',
    additionalProperties: false,
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', pattern: '^tweetspan/[a-z]+$' },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', minLength: 1 },
          lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
        },
      },
    },
  },
});

describe('a code quality report', () => {
  it('has the shape that GitLab reads, with faults of files', () => {
    const faults: readonly FileFault[] = [
      { file: 'none.md', kind: 'unread', message: 'no such file', line: null },
      { file: 'draft.md', kind: 'score', message: 'the score 3 is below the required 60', line: null },
    ];
    const issues = report(FAULTY, 'draft.md', faults);
    expect(isReport(issues), JSON.stringify(isReport.errors)).toBe(true);
    expect(issues.slice(-2).map(({ check_name, severity }) => [check_name, severity])).toEqual([
      ['tweetspan/unread', 'critical'],
      ['tweetspan/score', 'major'],
    ]);
    expect(codeQualityReport([], [], WORLD)).toEqual([]);
  });

  it('ranks errors above warnings, and hints last', () => {
    const severities = new Map(
      judged(FAULTY).findings.map(({ severity }, index) => [severity, report(FAULTY)[index]?.severity]),
    );
    expect(Object.fromEntries(severities)).toEqual({ error: 'major', warning: 'minor', info: 'info' });
  });

  it('shows no sign that a log would obey', () => {
    const [issue] = codeQualityReport(
      [],
      [{ file: 'a.md', kind: 'unread', message: '\u001b[31m\n::x', line: 2 }],
      WORLD,
    );
    expect(issue?.description).not.toContain('\u001b');
    expect(issue?.description).not.toContain('::');
  });
});

describe('a fingerprint', () => {
  const fingerprints = (source: string, file?: string): readonly string[] =>
    report(source, file).map(({ fingerprint }) => fingerprint);

  it('is unique in a report on two files that say the same', () => {
    const both = codeQualityReport(
      [judged(FAULTY, { file: 'a.md' }), judged(FAULTY, { file: 'b.md' })],
      [
        { file: 'a.md', kind: 'score', message: 'the text', line: null },
        { file: 'a.md', kind: 'score', message: 'the whole', line: null },
      ],
      WORLD,
    );
    expect(new Set(both.map(({ fingerprint }) => fingerprint)).size).toBe(both.length);
  });

  it('stays when lines move, and changes with the words', () => {
    const moved = FAULTY.replace('\n---\nProfitez', '\n---\n\n\n\nProfitez');
    expect(moved).not.toBe(FAULTY);
    expect(fingerprints(moved)).toEqual(fingerprints(FAULTY));
    expect(fingerprints('Les loyers !!! https://example.org/a')).not.toEqual(
      fingerprints('Les loyers ??? https://example.org/a'),
    );
  });
});
