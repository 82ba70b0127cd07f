import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { ContactFacts } from '#lint/facts.js';
import type { Draft } from '#draft/draft.js';
import { readDraft } from '#draft/draft-file.js';
import { findEntities } from '#tweet/entities.js';
import { parseFrontMatter } from '#draft/front-matter.js';

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
      const [header = [], ...rows] = Papa.parse<string[]>(readFileSync(join(account, file), 'utf8'), {
        skipEmptyLines: 'greedy',
      }).data;
      const column = header.indexOf(TEXT_COLUMN);
      return rows.map((row) => (row[column] ?? '').replace(/&(?:amp|lt|gt);/g, (entity) => ESCAPED[entity] ?? entity));
    });
  const own = texts.filter((text) => /https?:\/\//.test(text) && !/^(?:@|RT @)/.test(text));
  return [...new Set(own)];
}

/** Whom a post mentions, and its tags in lower case. */
export interface Encounter {
  readonly handles: readonly string[];
  readonly tags: readonly string[];
}

/** The encounters of each post, in their order. */
export const encountersIn = (posts: readonly string[]): Encounter[] =>
  posts.map((post) => {
    const entities = findEntities(post);
    return {
      handles: entities.flatMap(({ type, value }) => (type === 'mention' ? [value] : [])),
      tags: entities.flatMap(({ type, value }) => (type === 'hashtag' ? [value.toLowerCase()] : [])),
    };
  });

/** The people met, with the tags that stood beside them as their subjects. */
export function toContactFacts(encounters: readonly Encounter[]): ContactFacts[] {
  const topics = new Map<string, Set<string>>();
  for (const { handles, tags } of encounters) {
    for (const handle of handles) topics.set(handle, new Set([...(topics.get(handle) ?? []), ...tags]));
  }
  return [...topics].map(([handle, subjects]) => ({ handle, topics: [...subjects] }));
}
