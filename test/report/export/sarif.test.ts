import { describe, expect, it } from 'vitest';
import { rules } from '#rules/index.js';
import { sarifLog } from '#report/export/code-review.js';
import { FAULTY, judged } from '../judged.js';

const buildLog = (source: string, file?: string) =>
  sarifLog([judged(source, file === undefined ? {} : { file })], rules, '1.2.3').runs.flatMap((run) => run);
const readResults = (source: string, file?: string) => buildLog(source, file).flatMap(({ results }) => results);
const readFingerprints = (source: string): string[] =>
  readResults(source).map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);

describe('a SARIF log', () => {
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
