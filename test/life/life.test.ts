import { beforeAll, describe, expect, it } from 'vitest';
import { live, type Life } from './life.js';

let life: Life;
beforeAll(async () => {
  life = await live();
}, 120_000);

const sceneOutput = (title: string): string => {
  const scene = life.scenes.find((one) => one.title === title);
  return `${scene?.stdout}${scene?.stderr}`;
};

describe('a whole life of a link on a fake X', () => {
  it('goes well: every command ends without a fault', () => {
    expect(life.scenes.length).toBeGreaterThan(8);
    expect(life.scenes.map(({ argv, exitCode }) => `${argv[0]} ${exitCode}`)).toEqual(
      life.scenes.map(({ argv }) => `${argv[0]} 0`),
    );
  });

  it('X has each text once, four in all: three of the queue and one made by hand', () => {
    const texts = life.x.posts.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts).toHaveLength(4);
  });

  it('the lost answer was found in the timeline, and nothing was sent again', () => {
    const log = sceneOutput('Two days pass');
    expect(log).toContain('unclear whether it was posted');
    const sent = life.x.requests.filter(({ endpoint }) => endpoint === 'POST /2/tweets');
    expect(sent).toHaveLength(3);
  });

  it('the text that was posted by hand meanwhile was refused at its turn', () => {
    expect(sceneOutput('A week more passes')).toContain('refused');
    expect(sceneOutput('What became of the items')).toContain('refused');
  });

  it('counters of each post were read at their ages, in batches', () => {
    const reads = life.x.requests.filter(({ endpoint }) => endpoint.endsWith('/tweets') && endpoint.startsWith('GET'));
    expect(reads.length).toBeGreaterThan(5);
    expect(reads.length).toBeLessThan(60);
  });

  it('the decay report tells of all four posts, also of the one made by hand, by what was read of them', () => {
    const report = sceneOutput('How the link lives on');
    for (const { text } of life.x.posts) expect(report).toContain(text.slice(0, 40));
    expect(report.match(/so far|counted/g)?.length).toBeGreaterThanOrEqual(4);
    expect(report).not.toContain('· 0 so far');
  });
});
