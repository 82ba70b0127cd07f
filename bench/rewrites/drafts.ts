import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCsv } from '../../src/history/csv.js';
import type { ContactFacts } from '../../src/lint/facts.js';
import type { Draft } from '../../src/tweet/draft.js';
import { readDraft } from '../../src/tweet/draft-file.js';
import { findEntities } from '../../src/tweet/entities.js';
import { parseFrontMatter } from '../../src/tweet/front-matter.js';

const SAMPLES = 'fixtures/drafts';
const TEXT_COLUMN = 'Texte du Tweet';
const ESCAPED: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** The sample drafts of the project. */
export const sampleDrafts = (): Draft[] =>
  readdirSync(SAMPLES)
    .filter((file) => /^(?:fr|en)-.*\.(?:md|txt)$/.test(file))
    .map((file) => readDraft(readFileSync(join(SAMPLES, file), 'utf8'), parseFrontMatter).draft);

/**
 * The texts of an account's own posts that carry a link: no answers, no reposts, each once; undefined when the folder
 * is not there. Exports write `&`, `<` and `>` as HTML does.
 */
export function accountPosts(folder: string): string[] | undefined {
  const account = join(folder, 'data', 'databzh-2016');
  if (!existsSync(account)) return undefined;
  const texts = readdirSync(account)
    .filter((file) => file.endsWith('.csv'))
    .flatMap((file) => {
      const [header = [], ...rows] = parseCsv(readFileSync(join(account, file), 'utf8'));
      const column = header.indexOf(TEXT_COLUMN);
      return rows.map((row) => (row[column] ?? '').replace(/&(?:amp|lt|gt);/g, (entity) => ESCAPED[entity] ?? entity));
    });
  const own = texts.filter((text) => /https?:\/\//.test(text) && !/^(?:@|RT @)/.test(text));
  return [...new Set(own)];
}

/** The people whom posts mention, with the tags that stood beside them as their subjects; those asked for first. */
export function contactsOf(posts: readonly string[]): ContactFacts[] {
  const topics = new Map<string, Set<string>>();
  for (const post of posts) {
    const entities = findEntities(post);
    const tags = entities.filter(({ type }) => type === 'hashtag').map(({ value }) => value.toLowerCase());
    for (const { type, value } of entities) {
      if (type !== 'mention') continue;
      const known = topics.get(value) ?? new Set();
      for (const tag of tags) known.add(tag);
      topics.set(value, known);
    }
  }
  return [...topics].map(([handle, subjects]) => ({ handle, topics: [...subjects] }));
}
