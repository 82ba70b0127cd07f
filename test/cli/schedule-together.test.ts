import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PlansDocument } from '#report/documents/plan.js';
import { runInProcess } from './run.js';
import { NOW } from './timing-history.js';

const DRAFTS = {
  'a.md':
    'Comment choisir un #logement à Lyon : la liste des points à vérifier avant de signer https://example.org/a #Lyon',
  'b.md':
    'Isoler ses combles : le comparatif des laines, de la ouate et du liège, prix compris https://example.org/b #isolation',
  'same.md': 'Le bail meublé expliqué clause par clause aux étudiants https://example.org/a #bail',
  'untrue.md':
    '---\ncampaign: { variants: ["Plus que demain pour lire nos conseils sur le bail https://example.org/c"] }\n---\nLes clauses à relire avant de signer un bail, une par une https://example.org/c #bail',
  'bare.md': 'Trois idées pour un balcon fleuri tout au long de l’année #jardin',
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-together-'));
  for (const [name, text] of Object.entries(DRAFTS)) writeFileSync(join(folder, name), text);
});
afterEach(() => rmSync(folder, { recursive: true }));

const world = () => ({ now: NOW, cwd: folder, env: { TZ: 'Europe/Paris', TWEETSPAN_DB: join(folder, 'new.db') } });
const run = (...argv: readonly string[]) => runInProcess({ argv: [...argv], ...world() });
const plan = async (...argv: readonly string[]): Promise<PlansDocument> =>
  JSON.parse((await run('schedule', ...argv, '--json')).stdout) as PlansDocument;
const queued = async (): Promise<{ readonly link: string; readonly dueAt: string }[]> =>
  (JSON.parse((await run('queue', '--json')).stdout) as { items: { link: string; dueAt: string }[] }).items;

describe('several drafts', () => {
  it('are queued together, at times that keep their distance', async () => {
    const { plans, queued: ids } = await plan('a.md', 'b.md', '--yes');
    expect(plans.map(({ draft, items }) => [draft, items.length])).toEqual([
      ['a.md', 1],
      ['b.md', 1],
    ]);
    expect(ids).toEqual([1, 2]);
    const times = plans.map(({ items }) => Date.parse(items[0]?.at ?? ''));
    expect(Math.abs((times[0] ?? 0) - (times[1] ?? 0))).toBeGreaterThanOrEqual(3_600_000);
    expect(await queued()).toHaveLength(2);
  });

  it('are shown and not queued in a dry run', async () => {
    expect((await plan('a.md', 'b.md', '--dry-run')).queued).toBeNull();
    const { stdout, exitCode } = await run('schedule', 'a.md', 'b.md', '--dry-run');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Plan for 2 links together');
    expect(stdout).toContain('a.md · example.org/a');
    expect((await run('queue')).exitCode).not.toBe(0);
  });

  it('are queued all or none: a text with errors stops them, unless that is forced, which is said', async () => {
    const { exitCode, stdout } = await run('schedule', 'a.md', 'untrue.md', '--yes');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('Nothing was queued');
    const { plans } = await plan('a.md', 'untrue.md', '--dry-run');
    expect(plans[1]?.problems.map(({ code }) => code)).toContain('lint-error');
    const forced = await plan('a.md', 'untrue.md', '--yes', '--force');
    expect(forced.queued).toHaveLength(3);
    expect(forced.plans[1]?.notes.map(({ code }) => code)).toContain('forced');
  });

  it('are refused where nobody can be asked', async () => {
    const { exitCode, stderr } = await run('schedule', 'a.md', 'b.md', '--json');
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining('--yes')]);
  });

  it('replace what was planned from them before', async () => {
    await plan('a.md', 'b.md', '--yes');
    const again = await run('schedule', 'a.md', 'b.md', '--yes', '--replace');
    expect(again.exitCode).toBe(0);
    expect(again.stdout).toContain('Replaces items 1, 2, planned from these drafts before.');
    expect((await queued()).length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    ['that lead to the same page', ['a.md', 'same.md'], 'same.md: it leads to the same page as a.md'],
    ['of which one has no link', ['a.md', 'bare.md'], 'bare.md: the draft has no link'],
    ['for an experiment', ['a.md', 'b.md', '--experiment'], 'one draft at a time'],
    ['of which one is not there', ['a.md', 'none.md'], 'none.md'],
  ])('%s are refused in one line', async (_, argv, expected) => {
    const { exitCode, stderr } = await run('schedule', ...argv, '--dry-run');
    expect(exitCode).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(expected);
  });
});
