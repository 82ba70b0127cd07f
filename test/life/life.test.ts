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

  it('nobody who did not agree, or who opted out, is in the kit, and the files are there', () => {
    const kit = sceneOutput('Two people who agreed get a post each, the others none');
    expect(kit).toContain('2 people can be served.');
    expect(kit).toMatch(/@example_noe: has not agreed yet/);
    expect(kit).toMatch(/@example_zoe: opted out/);
    expect(kit).toContain('kit-2');
  });

  it('what only a person can do is planned, reminded of and noted as done', () => {
    const planned = sceneOutput('What is planned');
    for (const step of ['Pin the post', 'Ask people for help', 'Unpin the post']) expect(planned).toContain(step);
    expect(sceneOutput('Help is asked for, and that is noted')).toContain('Recorded that you asked 2 people');
    expect(sceneOutput('The post is pinned, and that is noted')).toContain('Recorded as pinned');
    expect(sceneOutput('The pin has had its time')).toContain('in place of the present one');
    const left = sceneOutput('What became of the items');
    expect(left).not.toContain('Pin the post');
    expect(left).not.toContain('Ask people for help');
    expect(left).toContain('Unpin the post');
  });

  it('what ambassadors brought stands apart from the account’s own posts', () => {
    const report = sceneOutput('How the link lives on').replace(/\s+/g, ' ');
    expect(report).toContain('1 post recorded, of 2 handed out');
    expect(report).toContain('5 likes and 2 reposts on them');
    expect(report).toContain('19 visits by their links');
    expect(report).not.toContain('État des lieux');
  });

  it('contacts tell who was asked and who was given a post', () => {
    const contacts = sceneOutput('Whom the account met, asked and gave a post');
    for (const handle of ['@example_ada', '@example_ami', '@example_zoe']) expect(contacts).toContain(handle);
  });

  it('the decay report tells of all four posts, also of the one made by hand, by what was read of them', () => {
    const report = sceneOutput('How the link lives on');
    for (const { text } of life.x.posts) expect(report).toContain(text.slice(0, 40));
    expect(report.match(/so far|counted/g)?.length).toBeGreaterThanOrEqual(4);
    expect(report).not.toContain('· 0 so far');
  });
});
