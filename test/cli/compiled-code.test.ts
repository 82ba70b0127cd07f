import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadCompiled, type Host } from '#cli/compiled-code.js';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'tweetspan-compiled-')));
const program = join(folder, 'program');
const kept = join(folder, 'cache/compiled');
const main = join(program, 'main.cjs');
beforeAll(() => mkdirSync(join(program, 'packages'), { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SUM = 'exports.sum = (values) => values.reduce((total, value) => total + value, 0);';
beforeEach(() => {
  rmSync(join(folder, 'cache'), { recursive: true, force: true });
  writeFileSync(
    main,
    `const { sum } = require('./packages/sum.cjs'); exports.total = sum([40, 2]); exports.sum = sum;`,
  );
  writeFileSync(join(program, 'packages/sum.cjs'), SUM);
});

/** One run of a program: what it exports, and whether it had to compile something, which is then kept. */
function run(changes: Partial<Host> = {}): { exports: { total: number; sum: unknown }; compiled: boolean } {
  let atExit: (() => void) | undefined;
  const { arch, execPath, pid, version } = process;
  const host: Host = { arch, execPath, pid, version, once: (_, listener) => (atExit = listener), ...changes };
  const exports = loadCompiled(host, kept, (name) => `Node's ${name}`)(main) as { total: number; sum: unknown };
  atExit?.();
  return { exports, compiled: atExit !== undefined };
}

const RIGHT = { exports: { total: 42, sum: expect.any(Function) as unknown } };
const COMPILED = { ...RIGHT, compiled: true };
const FROM_KEPT = { ...RIGHT, compiled: false };
/** The files that are kept, by their paths. */
const files = (): string[] =>
  readdirSync(kept).flatMap((build) => readdirSync(join(kept, build)).map((name) => join(kept, build, name)));

describe('compiled code', () => {
  it('is kept at the end of the first run, a file of the user’s own for each file of the program', () => {
    expect(run()).toEqual(COMPILED);
    expect(
      files()
        .map((file) => basename(file))
        .toSorted(),
    ).toEqual(['main.cjs', 'sum.cjs']);
    for (const file of files()) {
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    }
  });

  it('is used by the next run, which means the same', () => {
    run();
    expect(run()).toEqual(FROM_KEPT);
  });

  it('is read once in a run, however often a file is required', () => {
    writeFileSync(main, `exports.same = require('./packages/sum.cjs') === require('./packages/../packages/sum.cjs');`);
    expect(run().exports).toEqual({ same: true });
  });

  it('leaves to Node what is no file of the program', () => {
    writeFileSync(main, `exports.given = require('node:path');`);
    expect(run().exports).toEqual({ given: "Node's node:path" });
  });

  it.each<[what: string, changes: Partial<Host>]>([
    ['another version of Node', { version: 'v20.19.0' }],
    ['another processor', { arch: 'mips' }],
    ['another build of the same version', { execPath: join(program, 'main.cjs') }],
    ['another user', { getuid: () => (process.getuid?.() ?? 0) + 1 }],
  ])('of %s is not used', (_, changes) => {
    run();
    expect(run(changes)).toEqual(COMPILED);
  });

  it('of two builds of Node is kept beside one another', () => {
    run();
    run({ version: 'v20.19.0' });
    expect([run(), run({ version: 'v20.19.0' })]).toEqual([FROM_KEPT, FROM_KEPT]);
  });

  it('of a file that has changed since, to the same length, is not used', () => {
    run();
    writeFileSync(join(program, 'packages/sum.cjs'), SUM.replace(', 0)', ', 1)'));
    utimesSync(join(program, 'packages/sum.cjs'), 1, 1);
    expect(run().exports.total).toBe(43);
  });

  it('that is damaged anywhere is not used, and made anew', () => {
    run();
    const [file = ''] = files();
    const whole = readFileSync(file);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(whole);
        damaged.writeUInt8(damaged.readUInt8(at) ^ change, at);
        writeFileSync(file, damaged);
        expect(run()).toEqual(COMPILED);
        expect(run()).toEqual(FROM_KEPT);
      }),
      { numRuns: 40 },
    );
  });

  it('that is cut off anywhere is not used, and made anew', () => {
    run();
    const [file = ''] = files();
    const { size } = statSync(file);
    for (const length of [0, 1, 80, size >> 1, size - 2, size - 1]) {
      truncateSync(file, length);
      expect(run()).toEqual(COMPILED);
    }
  });

  it('that cannot be kept costs nothing else: a file is where the folder would be', () => {
    mkdirSync(join(folder, 'cache'));
    writeFileSync(kept, 'in the way');
    expect(run()).toEqual(COMPILED);
    expect(readFileSync(kept, 'utf8')).toBe('in the way');
  });

  it('is never half written: what another process left unfinished stays aside', () => {
    run();
    const [file = ''] = files();
    rmSync(file);
    writeFileSync(`${file}.${process.pid}`, 'half');
    expect(run()).toEqual(COMPILED);
    expect(files()).not.toContain(`${file}.${process.pid}`);
    run();
    expect(run()).toEqual(FROM_KEPT);
  });

  it('tells a fault where it is', () => {
    writeFileSync(main, `\n\nexports.total = missing;`);
    expect(() => run()).toThrow(expect.objectContaining({ stack: expect.stringContaining(`${main}:3:`) as string }));
  });
});
