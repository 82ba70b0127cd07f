import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '#rules/index.js';
import { detectLanguage } from '#tweet/language.js';
import { findEntities } from '#tweet/entities.js';
import { judgeCase, readTable } from './table.js';

const ids: readonly string[] = rules.map(({ id }) => id);

it('every rule has a table, and every table a rule', () => {
  const tables = readdirSync('fixtures/rules').map((file) => file.replace(/\.json$/, ''));
  expect(tables.sort()).toEqual([...ids].sort());
});

describe.each(ids)('%s', (id) => {
  const table = readTable(id);

  it('has twelve cases or more, in French and in English', () => {
    const languages = table.map(({ draft }) => {
      const text = draft.replace(/^---[\s\S]*?\n---\n/, '');
      return detectLanguage(text, findEntities(text));
    });
    expect(table.length).toBeGreaterThanOrEqual(12);
    expect(languages).toContain('fr');
    expect(languages).toContain('en');
  });

  it.each(table.map((row) => [row.name, row] as const))('%s', (_, row) => {
    const { findings, score, mended } = judgeCase(id, row);
    expect({
      findings: findings.map(({ messageId }) => messageId),
      score: score === null ? null : Math.round(score * 100) / 100,
      ...('mended' in row && { mended }),
    }).toEqual({ findings: row.findings, score: row.score, ...('mended' in row && { mended: row.mended }) });
  });

  it('causes each of its messages in at least one case', () => {
    const caused = new Set(
      table.flatMap((row) => {
        const { findings, losses } = judgeCase(id, row);
        return [...findings.map(({ messageId }) => messageId), ...losses];
      }),
    );
    const rule = rules.find((candidate) => candidate.id === id);
    expect(Object.keys(rule?.messages ?? {}).filter((message) => !caused.has(message))).toEqual([]);
  });
});
