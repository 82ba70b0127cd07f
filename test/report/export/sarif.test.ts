import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { describe, expect, it } from 'vitest';
import { rules } from '#rules/index.js';
import { sarifLog, type FileFault } from '#report/export/code-review.js';
import { FAULTY, judged } from '../judged.js';

const buildLog = (source: string, file?: string) =>
  sarifLog([judged(source, file === undefined ? {} : { file })], rules, '1.2.3').runs.flatMap((run) => run);
const readResults = (source: string, file?: string) => buildLog(source, file).flatMap(({ results }) => results);
const readFingerprints = (source: string): string[] =>
  readResults(source).map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);

/** Files that could not be read, and a score that is missed. */
const FAULTS: readonly FileFault[] = [
  { file: 'a b.md', kind: 'unread', message: 'no such file', line: null },
  { file: './front.md', kind: 'unread', message: 'line 3: unknown key', line: 3 },
  { file: 'draft.md', kind: 'score', message: 'the score 3 is below the required 60', line: null },
];

/** Checks a document against the schema of SARIF 2.1.0, which a package of Microsoft carries. */
function sarifValidator(): ValidateFunction {
  const file = 'node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
  const isUri = (text: string): boolean => URL.canParse(text);
  // What RFC 3986 allows in a URI reference: no blank, no bracket, no letter beyond ASCII, percent signs only before hexadecimal.
  const isReference = (text: string): boolean => /^(?:[\w\-.~:/?#@!$&'()*+,;=[\]]|%[\da-f]{2})*$/i.test(text);
  const isTime = (text: string): boolean => !Number.isNaN(Date.parse(text));
  const formats = { uri: isUri, 'uri-reference': isReference, 'date-time': isTime };
  // Of draft 4, which differs from what this validator reads in nothing that the schema uses.
  const { $schema: _, id, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as { $schema: string; id: string };
  return new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile({ $id: id, ...schema });
}

describe('a SARIF log', () => {
  const validate = sarifValidator();
  const faultsOf = (log: unknown): unknown => (validate(log) ? [] : validate.errors);

  it.each([
    ['drafts with findings', sarifLog([judged(FAULTY), judged(FAULTY, { file: 'C:\\été #1?.md' })], rules, '1.2.3')],
    ['no drafts', sarifLog([], rules, '1.2.3')],
    ['files that could not be read', sarifLog([], rules, '1.2.3', FAULTS)],
  ])('is valid against its schema with %s', (_, log) => {
    expect(faultsOf(log)).toEqual([]);
  });

  it('that breaks the schema is found out', () => {
    const log = sarifLog([judged(FAULTY, { file: 'ete.md' })], rules, '1.2.3');
    const [run] = log.runs;
    expect(faultsOf({ ...log, version: '2.0' })).not.toEqual([]);
    expect(faultsOf({ ...log, runs: [{ ...run, columnKind: 'bytes' }] })).not.toEqual([]);
    expect(faultsOf({ ...log, runs: [{ ...run, results: [{ level: 'error' }] }] })).not.toEqual([]);
  });

  it('counts a run as failed when a file could not be read, and as done when only a score is missed', () => {
    const [unread, score] = [FAULTS, FAULTS.slice(2)].map(
      (faults) => sarifLog([], rules, '1.2.3', faults).runs[0]?.invocations[0],
    );
    expect(score).toEqual({ executionSuccessful: true });
    expect(unread?.executionSuccessful).toBe(false);
    expect(unread?.toolExecutionNotifications?.map(({ locations }) => locations[0]?.physicalLocation)).toEqual([
      { artifactLocation: { uri: 'a%20b.md' } },
      { artifactLocation: { uri: 'front.md' }, region: { startLine: 3 } },
    ]);
  });

  it('has the shape of version 2.1.0 with our ten rules', () => {
    const log = sarifLog([judged(FAULTY)], rules, '1.2.3');
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif-2.1.0') });
    expect(log.runs).toHaveLength(1);
    expect(log.runs[0]).toMatchObject({
      tool: { driver: { name: 'tweetspan', version: '1.2.3' } },
      columnKind: 'utf16CodeUnits',
    });
    expect(log.runs[0]?.tool.driver.rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  });

  it('names for each finding its rule, its level, its text and its place', () => {
    const results = readResults(FAULTY);
    expect(new Set(results.map(({ level }) => level))).toEqual(new Set(['error', 'warning', 'note']));
    for (const { ruleId, ruleIndex, message } of results) {
      expect(rules[ruleIndex]?.id).toBe(ruleId);
      expect(message.text).not.toBe('');
    }
    const first = results.find(({ message }) => message.text.includes('“!!!”'));
    expect(first?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'draft.md' },
          region: { startLine: 8, startColumn: 53, endLine: 8, endColumn: 56 },
        },
      },
    ]);
  });

  it('gives no region to what concerns the whole', () => {
    const none = readResults('Le parc de la Tête rouvre, agrandi https://example.org/parc').find(
      ({ ruleId }) => ruleId === 'image',
    );
    expect(none?.locations[0]?.physicalLocation).toEqual({ artifactLocation: { uri: 'draft.md' } });
  });

  it.each([
    ['draft.md', 'draft.md'],
    ['./drafts/draft.md', 'drafts/draft.md'],
    ['../drafts/draft.md', '../drafts/draft.md'],
    ['drafts\\march.md', 'drafts/march.md'],
    ['été 2026.md', '%C3%A9t%C3%A9%202026.md'],
    ['draft #1?.md', 'draft%20%231%3F.md'],
    ['100%.md', '100%25.md'],
    ['<stdin>', '%3Cstdin%3E'],
    ['/home/example/draft.md', 'file:///home/example/draft.md'],
    ['C:\\drafts\\march.md', 'file:///C:/drafts/march.md'],
  ])('writes the path %s as %s', (file, uri) => {
    expect(readResults(FAULTY, file)[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
    expect(new URL(uri, 'file:///home/example/').protocol).toBe('file:');
  });
});

describe('a fingerprint', () => {
  it('stays when lines move', () => {
    const [front = '', ...body] = FAULTY.split('\n---\n');
    const moved = `${front}\ntitle: Les grands jardins\n---\n\n\n<!-- tweetspan-disable ambassadors -->\n${body.join('\n---\n')}`;
    const still = readFingerprints(FAULTY).filter((print) => readFingerprints(moved).includes(print));
    const lost = readFingerprints(FAULTY).length - still.length;
    // The rule that is now turned off takes its one remark along.
    expect(lost).toBe(1);
  });

  it('tells any two findings of a file apart, also those that say the same', () => {
    const prints = readFingerprints(FAULTY);
    expect(new Set(prints).size).toBe(prints.length);
    expect(prints.filter((print) => print.endsWith(':2'))).not.toEqual([]);
  });

  it('is another one for another text', () => {
    const [one, other] = ['Les loyers !!!', 'Les loyers ???'].map((text) =>
      readFingerprints(`${text} https://example.org/a`),
    );
    expect(one).not.toEqual(other);
  });
});
