import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openZip } from '#history/formats/zip.js';
import { dump, fixture, importFixtures, openHistory } from '../open-history.js';
import { buildZip, type ZipEntry } from '../zip-file.js';

const archiveFiles = ['manifest', 'tweets', 'tweets-part1', 'note-tweet', 'direct-messages'].map((name): ZipEntry => {
  const path = `data/${name}.js`;
  return { name: path, content: readFileSync(`${fixture('archive')}/${path}`) };
});

describe('a zip', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'tweetspan-zip-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, bytes: Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };

  it('gives the same history as the folder that it was made from', async () => {
    const history = await openHistory();
    const { files } = await history.import([write('archive.zip', buildZip(archiveFiles))]);
    expect(files).toMatchObject([{ status: 'imported', format: 'archive', tally: { rows: 13 } }]);
    const ofFolder = await importFixtures('archive');
    const withoutName = (text: string): string => text.replaceAll('"archive.zip"', '"archive"');
    expect(withoutName(JSON.stringify(dump(history)))).toBe(JSON.stringify(dump(ofFolder)));
  });

  it('may hold the folder around the archive, and have any name', async () => {
    const history = await openHistory();
    const inside = archiveFiles.map((entry) => ({ ...entry, name: `twitter-2025-11-16/${entry.name}` }));
    const { files } = await history.import([write('download.bin', buildZip(inside))]);
    expect(files).toMatchObject([{ status: 'imported', tally: { rows: 13, longNotes: 1 } }]);
  });

  it('with tens of thousands of images is listed in large reads, not in one for each', async () => {
    const images = Array.from({ length: 60_000 }, (_, index) => ({
      name: `data/tweets_media/${index}.jpg`,
      content: '',
    }));
    const path = write('images.zip', buildZip([...archiveFiles, ...images]));
    const before = process.cpuUsage();
    const { files, close } = await openZip(path);
    const { user, system } = process.cpuUsage(before);
    close();
    expect(files).toHaveLength(archiveFiles.length);
    // Read one by one they take 3,000 ms, in large reads 200.
    expect((user + system) / 1000).toBeLessThan(1000);
  });

  const whole = buildZip(archiveFiles);
  const big = Buffer.alloc(40 * 1024 * 1024, ' ');
  it.each<[string, Buffer, string]>([
    ['cut.zip', whole.subarray(0, whole.length - 60), 'zip-damaged'],
    ['cut-in-the-middle.zip', Buffer.concat([whole.subarray(0, 500), whole.subarray(900)]), 'zip-damaged'],
    ['empty.zip', buildZip([]), 'no-posts'],
    ['outside.zip', buildZip([...archiveFiles, { name: '../../.bashrc', content: 'x' }]), 'zip-unsafe'],
    ['absolute.zip', buildZip([...archiveFiles, { name: '/etc/passwd', content: 'x' }]), 'zip-unsafe'],
    [
      'bomb.zip',
      buildZip([...archiveFiles.slice(0, 1), { name: 'data/tweets.js', content: big }]),
      'zip-entry-too-large',
    ],
    [
      'lying.zip',
      buildZip([...archiveFiles.slice(0, 1), { name: 'data/tweets.js', content: big, told: { size: 1000 } }]),
      'zip-damaged',
    ],
    [
      'wrong-sum.zip',
      buildZip([{ name: 'data/tweets.js', content: 'window.YTD.tweets.part0 = []', told: { sum: 1 } }]),
      'zip-damaged',
    ],
    [
      'archives.zip',
      buildZip(Array.from({ length: 101 }, (_, index) => ({ name: `${index}/data/tweets.js`, content: 'x' }))),
      'too-many-archives',
    ],
    [
      'tables.zip',
      buildZip(Array.from({ length: 10_001 }, (_, index) => ({ name: `${index}.csv`, content: 'x' }))),
      'too-many-exports',
    ],
    ['nothing.zip', buildZip([{ name: 'photo.jpg', content: 'x' }]), 'no-posts'],
  ])('%s is refused, and the good file beside it imported', async (name, bytes, reason) => {
    const history = await openHistory();
    const { files, coverage } = await history.import([write(name, bytes), fixture('archive-2020')]);
    expect(files).toMatchObject([{ status: 'refused', reason }, { status: 'imported' }]);
    expect(coverage.posts).toBe(2);
  });
});

describe('a path that does not exist', () => {
  it('is refused alone', async () => {
    const history = await openHistory();
    const { files } = await history.import([fixture('no-such-file.zip'), fixture('archive-2020')]);
    expect(files).toMatchObject([{ status: 'refused', reason: 'missing' }, { status: 'imported' }]);
  });
});
