import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { money, moment } from '#locale/format.js';
import type { ReportDocument } from '#report/documents/report.js';
import { runInProcess } from '../run.js';
import { linkPost, NOW, writeHistory } from '../timing-history.js';
import { HOSTILE, writeAccount } from './account.js';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tweetspan-report-'));
  await writeAccount(join(folder, 'account.db'));
  await writeAccount(join(folder, 'hostile.db'), HOSTILE, HOSTILE);
  await writeHistory(join(folder, 'none.db'), []);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...argv: string[]) =>
  runInProcess({ argv, cwd: folder, now: NOW, env: { TZ: 'Europe/Paris', TWEETSPAN_DB: 'account.db' } });

const readJson = async (...argv: string[]): Promise<unknown> => JSON.parse((await run(...argv, '--json')).stdout);

/** The page of a history, written and read again. */
async function pageOf(db: string, ...argv: string[]): Promise<string> {
  const { exitCode, stderr } = await run('report', '--html', '-o', 'page.html', '--db', db, ...argv);
  expect(exitCode, stderr).toBe(0);
  return readFileSync(join(folder, 'page.html'), 'utf8');
}

describe('the parts of a report are what the commands say that show them alone', () => {
  let report: ReportDocument;
  beforeAll(async () => {
    report = (await readJson('report')) as ReportDocument;
  }, 60_000);

  test('it is what its schema in the package says, full and empty', async () => {
    const schema = JSON.parse(readFileSync('schemas/report.schema.json', 'utf8')) as object;
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
    for (const document of [report, await readJson('report', '--db', 'none.db')]) {
      validate(document);
      expect(validate.errors).toBeNull();
    }
  });

  test('suggest, hours, queue and budget', async () => {
    expect(report.suggest).toEqual(await readJson('suggest'));
    expect(report.hours).toEqual(await readJson('hours'));
    expect(report.queue).toEqual(await readJson('queue', 'list'));
    expect(report.budget).toEqual(await readJson('budget'));
  });

  test('decay: the links with most to come, and the curve of the first', async () => {
    const listed = (await readJson('decay', '--sort', 'remaining')) as ReportDocument['decay'];
    const links = report.decay.links.map((link) => ({ ...link, detail: undefined }));
    expect({ ...report.decay, links }).toEqual(listed);
    const [first] = report.decay.links;
    const alone = (await readJson('decay', first?.link ?? '')) as ReportDocument['decay'];
    expect(first).toEqual(alone.links[0]);
    expect(report.decay.links.filter(({ detail }) => detail !== undefined)).toHaveLength(3);
  });

  test('what is to come costs as much as the planned items by the API', () => {
    const paid = report.queue.items.filter(({ state, mode }) => state === 'planned' && mode === 'api');
    expect(paid.length).toBeGreaterThan(2);
    expect(report.costToCome).toEqual({
      posts: paid.length,
      total: paid.reduce((sum, { price }) => sum + price, 0),
      months: [{ begins: '2026-03', posts: paid.length, total: 200 * paid.length }],
    });
  });

  test('the weights rest on the own posts, the sure ones first', () => {
    const [weights] = report.weights;
    expect(weights?.posts).toBeGreaterThan(200);
    const sure = weights?.terms.map(({ isSure }) => isSure) ?? [];
    expect(sure).toEqual(sure.toSorted((a, b) => Number(b) - Number(a)));
    for (const { effect, low, high, isSure } of weights?.terms ?? []) {
      expect(low).toBeLessThanOrEqual(effect);
      expect(high).toBeGreaterThanOrEqual(effect);
      expect(isSure).toBe(low > 0 || high < 0);
    }
  });
});

describe.each(['en', 'fr'] as const)('the page in %s', (locale) => {
  let page = '';
  let report: ReportDocument;
  beforeAll(async () => {
    page = await pageOf('account.db', '--locale', locale);
    report = (await readJson('report')) as ReportDocument;
  }, 60_000);

  it('shows the figures of the document', () => {
    const { document } = parseHTML(page);
    const text = document.body.textContent ?? '';
    for (const { label, localTime } of report.suggest.links) {
      expect(text).toContain(label);
      expect(text).toContain(moment(localTime, locale));
    }
    for (const { label } of report.decay.links) expect(text).toContain(label);
    for (const { localTime } of report.queue.people ?? []) expect(text).toContain(moment(localTime, locale));
    expect(text).toContain(money(report.costToCome.total, locale));
    expect(text).toContain(money(report.budget.month.cap, locale));
  });

  it('has a table behind each of its pictures, and every id once', () => {
    const { document } = parseHTML(page);
    const pictures = document.querySelectorAll('svg[role=img]').length;
    expect(pictures).toBe(7);
    expect(document.querySelectorAll('details table').length).toBe(pictures);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(page).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });

  it('loads nothing and runs nothing', () => {
    const { document } = parseHTML(page);
    expect(document.querySelectorAll('script, link, iframe, object, embed, img, image, use, form').length).toBe(0);
    expect(page).not.toMatch(/\son\w+\s*=|javascript:|@import|url\(["']?(?!#)/i);
    for (const anchor of document.querySelectorAll('a')) expect(anchor.getAttribute('href')).toMatch(/^#/);
  });
});

describe('a history with markup for texts and handles', () => {
  it('is shown as text', async () => {
    const page = await pageOf('hostile.db');
    const { document } = parseHTML(page);
    expect(document.querySelectorAll('script, img, title title').length).toBe(0);
    expect(document.querySelector('h1')?.textContent).toContain('<script>alert(1)</script>');
    expect(page).not.toContain('\u202e');
  });

  it('moves no cursor in a terminal', async () => {
    const { stdout } = await run('report', '--db', 'hostile.db');
    expect(stdout).not.toContain('\u202e');
  });
});

describe('an empty history', () => {
  it.each([
    ['en', 'Nothing to report yet', 'tweetspan import archive.zip'],
    ['fr', 'Rien à montrer pour l’instant', 'tweetspan import archive.zip'],
  ])('gives a page in %s that says what to do', async (locale, title, command) => {
    const page = await pageOf('none.db', '--locale', locale);
    expect(page).toContain(title);
    expect(page).toContain(command);
    expect(parseHTML(page).document.querySelectorAll('svg, section').length).toBe(0);
  });

  it('that does not exist is an error, and no page is written', async () => {
    const { exitCode, stderr } = await run('report', '--html', '-o', 'never.html', '--db', 'missing.db');
    expect(exitCode).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(existsSync(join(folder, 'never.html'))).toBe(false);
  });
});

describe('the file of the page', () => {
  it('is report.html where none is named, and a later report takes its place', async () => {
    expect((await run('report', '--html')).exitCode).toBe(0);
    const first = readFileSync(join(folder, 'report.html'), 'utf8');
    expect((await run('report', '--html', '--locale', 'fr')).exitCode).toBe(0);
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).not.toBe(first);
  });

  it('of that name which another program wrote is left alone', async () => {
    writeFileSync(join(folder, 'report.html'), '<h1>Mine</h1>');
    const { exitCode, stderr } = await run('report', '--html');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('report.html exists and is not a report of tweetspan');
    expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe('<h1>Mine</h1>');
  });

  it('needs --html', async () => {
    const { exitCode, stderr } = await run('report', '-o', 'x.html');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: 'tweetspan: -o names the file of the page: add --html\n',
    });
  });

  it('is written whole or not at all, and never into a pipe', async () => {
    const missing = await run('report', '--html', '-o', 'no/such/folder.html');
    expect(missing.exitCode).toBe(2);
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const pipe = await run('report', '--html', '-o', 'pipe');
    expect(pipe.exitCode).toBe(2);
    expect(pipe.stderr).toContain('not a regular file');
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

test('an account with hundreds of links gets a page of bounded length, which says what it leaves out', async () => {
  const posts = Array.from({ length: 400 }, (_, index) =>
    linkPost(
      NOW - 3_600_000 - index * 21_600_000,
      5 + (index % 9),
      `https://example.org/page-${index}`,
      `Post ${index}`,
    ),
  );
  await writeHistory(join(folder, 'many.db'), posts);
  const page = await pageOf('many.db');
  expect(page).toContain('20 of 400 links shown');
  expect(page.length).toBeLessThan(500_000);
}, 60_000);
