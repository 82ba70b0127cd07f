import { lintSentences } from '#locale/lint.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factsFromHistory, type DraftContext } from '#cli/history-facts.js';
import { loadLexicon } from '#rules/lexicon/load.js';
import { importFixtures, openHistory } from '../../history/open-history.js';
import { historyFolder, type HistoryFolder } from './history-folder.js';

const OWN = 'fixtures/transcripts/own-posts.jsonl';
const GUIDE = 'https://example.org/guide-logement';
let world: HistoryFolder;

beforeAll(async () => {
  world = historyFolder();
  await world.call(['import', OWN]);
  const list = world.put('searches.csv', 'term,searches\nhabitation,900\nlogement,40500\n');
  await world.call(['keywords', 'import', list, '--language', 'fr', '--source', 'Survey', '--as-of', '2026-02-01']);
  await world.call(['contacts', 'opt-out', '@Example_Refus']);
});
afterAll(() => world.remove());

interface Finding {
  readonly rule: string;
  readonly messageId: string;
  readonly data: Record<string, unknown>;
}

/** The findings of a rule on a draft. */
async function findings(rule: string, draft: string, ...flags: readonly string[]): Promise<Finding[]> {
  const { stdout } = await world.call(['lint', '-', '--format', 'json', '--lang', 'fr', ...flags], { stdin: draft });
  const { drafts } = JSON.parse(stdout) as { drafts: { findings: Finding[] }[] };
  return (drafts[0]?.findings ?? []).filter((finding) => finding.rule === rule);
}

describe('lint knows from the history', () => {
  it('which of two synonyms is more searched, with source and day', async () => {
    const found = await findings('keywords', `Choisir son habitation à Lyon ${GUIDE}`);
    expect(found).toMatchObject([
      {
        messageId: 'synonymMoreSearched',
        data: { synonym: 'logement', more: 40500, less: 900, source: 'Survey, Feb 1, 2026' },
      },
    ]);
  });

  it('who does not want to be mentioned, in any case', async () => {
    const found = await findings('mentions', `Un guide avec @example_REFUS ${GUIDE}`);
    expect(found.map(({ messageId }) => messageId)).toContain('optedOut');
  });

  it('who was mentioned a short while ago', async () => {
    const found = await findings('mentions', `Un guide avec @example_ville ${GUIDE}`);
    expect(found).toMatchObject([{ messageId: 'tired', data: { handle: '@example_ville', days: 5 } }, {}]);
  });

  it('whom the account met with the link', async () => {
    const found = await findings('mentions', `Louer sans regret à Lyon ${GUIDE}?utm_source=y`);
    expect(found).toContainEqual(expect.objectContaining({ messageId: 'known', data: { handle: '@example_adil' } }));
  });

  it('what was posted of the link before', async () => {
    const draft = (text: string, variant: string): string =>
      `---\ncampaign: { reposts: 1, variants: ["${variant} ${GUIDE}"] }\n---\n${text} ${GUIDE}`;
    const [past, other] = ['Choisir son logement à Lyon sans se tromper', 'Un tout autre texte, sur la ville'];
    const found = await findings('repeats', draft('Les visites du samedi, quartier par quartier', past));
    expect(found).toMatchObject([{ messageId: 'sameText' }]);
    expect(JSON.stringify(found)).toContain('2026-01-24');
    expect(await findings('repeats', draft('Les visites du samedi, quartier par quartier', other))).toEqual([]);
    // Its first post is out: it repeats nobody but itself.
    expect(await findings('repeats', draft(past, other))).toEqual([]);
  });

  it('nothing when it is told not to look', async () => {
    expect(await findings('keywords', `Choisir son habitation à Lyon ${GUIDE}`, '--no-facts')).toEqual([]);
    const found = await findings('mentions', `Un guide avec @example_refus ${GUIDE}`, '--no-facts');
    expect(found.map(({ messageId }) => messageId)).not.toContain('optedOut');
  });

  it('and rewrite knows it too', async () => {
    const { stdout } = await world.call(['rewrite', '-', '--format', 'json', '--lang', 'fr'], {
      stdin: `Nos conseils afin de choisir, avec @example_refus ${GUIDE}`,
    });
    const { stdout: without } = await world.call(['rewrite', '-', '--format', 'json', '--lang', 'fr', '--no-facts'], {
      stdin: `Nos conseils afin de choisir, avec @example_refus ${GUIDE}`,
    });
    const readScore = (text: string): number => (JSON.parse(text) as { before: { score: number } }).before.score;
    expect(readScore(stdout)).toBeLessThan(readScore(without));
  });
});

const NOWHERE: DraftContext = {
  language: 'fr',
  lexicon: undefined,
  links: undefined,
  maxCharacters: 5000,
  people: [],
  names: lintSentences('en').sources,
};

describe('facts of a history', () => {
  it('hold the account’s own engagement for words that enough posts hold', async () => {
    const history = await importFixtures();
    await history.import([OWN]);
    const lexicon = await loadLexicon('fr');
    const { demand } = factsFromHistory(history, { text: 'Votre habitation' }, { ...NOWHERE, lexicon });
    expect(demand).toEqual([
      { name: 'likes and reposts of your posts', kind: 'own', figures: { logement: 12.3, habitation: 3 } },
    ]);
  });

  it('put true volumes before an index, and the searches of one’s own site last', async () => {
    const history = await openHistory();
    const figure = (source: string, measure: string, toldAt: number) =>
      ['logement', 'habitation'].map((term) => ({
        term,
        language: '',
        figure: 1,
        measure,
        source,
        reportedAt: toldAt,
      }));
    history.addKeywords([
      ...figure('Google Search Console', 'impressions in Google', 4e12),
      ...figure('list.csv', 'figure', 2e12),
      ...figure('Google Trends', 'interest index among habitation, logement', 1e12),
      ...figure('Google Keyword Planner', 'searches a month', 1e12),
      ...figure('newer.csv', 'figure', 3e12),
    ]);
    const lexicon = await loadLexicon('fr');
    const { demand = [] } = factsFromHistory(history, { text: 'Votre habitation' }, { ...NOWHERE, lexicon });
    expect(demand.map(({ name }) => name.split(',')[0])).toEqual([
      'Google Keyword Planner',
      'Google Trends',
      'newer.csv',
      'list.csv',
      'Google Search Console',
    ]);
  });

  it('look up what a thesaurus has', async () => {
    const history = await openHistory();
    const about = { language: 'fr', measure: 'figure', source: 's', reportedAt: 0 };
    history.addKeywords([
      { term: 'vélo', figure: 9, ...about },
      { term: 'bicyclette', figure: 1, ...about },
    ]);
    const context = { ...NOWHERE, lexicon: await loadLexicon('fr') };
    const draft = { text: 'Une bicyclette pour la ville' };
    expect(factsFromHistory(history, draft, context).demand).toMatchObject([{ figures: { bicyclette: 1 } }]);
    const asked = factsFromHistory(history, draft, { ...context, synonyms: { bicyclette: ['vélo'] } });
    expect(asked.demand).toMatchObject([{ figures: { bicyclette: 1, vélo: 9 } }]);
  });

  it('know the tags of the account that stand in the text, from five posts on', async () => {
    const history = await openHistory();
    const file = world.put(
      'tagged.jsonl',
      ['#Rennes', '#Rennes', '#Rennes #vélo', '#Rennes #vélo', '#Rennes #vélo']
        .map((tags, index) => JSON.stringify({ id: `20200000000000000${index}`, text: `Texte ${index} ${tags}` }))
        .join('\n'),
    );
    await history.import([file]);
    const context = { ...NOWHERE, lexicon: await loadLexicon('fr') };
    expect(factsFromHistory(history, { text: 'Le vélo à Rennes' }, context).ownTags).toEqual(['rennes']);
    expect(factsFromHistory(history, { text: 'Le vélo à #Rennes #vélo' }, context).ownTags).toEqual([]);
  });

  it('know those who are asked, tagged, or given a post, also when they were never met', async () => {
    const history = await openHistory();
    for (const handle of ['asked', 'tagged', 'listed', 'written', 'varied', 'stranger']) history.optOut(handle, 0);
    const { contacts } = factsFromHistory(
      history,
      {
        text: 'Un texte',
        media: [{ file: 'a.png', tag: ['Tagged'] }],
        campaign: {
          ask: { to: ['Asked'], text: '{post}' },
          ambassadors: [{ handle: 'Listed' }],
          variants: [{ text: 'Un autre, avec @Varied' }],
        },
      },
      { ...NOWHERE, people: ['Written'] },
    );
    expect(new Set(contacts?.map(({ handle }) => handle))).toEqual(
      new Set(['asked', 'tagged', 'listed', 'written', 'varied']),
    );
    expect(contacts?.every(({ optedOut }) => optedOut === true)).toBe(true);
  });

  it('are empty lists for an empty history, so that rules know that they looked', async () => {
    expect(factsFromHistory(await openHistory(), { text: 'Un texte https://example.org' }, NOWHERE)).toEqual({
      demand: [],
      contacts: [],
      pastPosts: [],
      ownTags: [],
    });
  });
});
