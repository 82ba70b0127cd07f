// What the operations on wording do to sentences that nobody tuned on.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { prepareDraft } from '#lint/engine.js';
import { applyEdits } from '#lint/edits.js';
import { countBreaks } from '#rewrite/outcome.js';
import { operationsOf } from '#rewrite/languages.js';
import { brokenFact, statedFacts } from '#rewrite/guards.js';
import { proposalsOf } from '#rewrite/wording.js';
import { rules } from '#rules/index.js';
import { lexicons } from '#rules/lexicon/index.js';
import { voteLanguage } from '#tweet/language.js';

/** A sentence that an operation changes. */
export interface Hit {
  readonly language: string;
  readonly operation: string;
  readonly before: string;
  readonly after: string;
}
/** What was read, and every hit. */
export interface Prose {
  readonly sentences: Readonly<Record<string, number>>;
  readonly hits: readonly Hit[];
}

const [SHORTEST, LONGEST] = [30, 260];

/** The paragraphs of a manual page: macros of roff are left out, and lines with escapes. */
function paragraphsOfRoff(source: string): string[] {
  const paragraphs: string[] = [''];
  for (const line of source.split('\n')) {
    if (/^\.(?:I|B|BR|IR|RB|RI|BI|IB)\s/.test(line)) {
      paragraphs[paragraphs.length - 1] += ` ${line.replace(/^\.\w+\s/, '').replaceAll('"', '')}`;
    } else if (line.startsWith('.') || line.trim() === '') paragraphs.push('');
    else paragraphs[paragraphs.length - 1] += ` ${line}`;
  }
  return paragraphs
    .map((text) =>
      text
        .replace(/\\f[A-Z]|\\&|\\fP/g, '')
        .replaceAll('\\(aq', '’')
        .replaceAll('\\-', '-'),
    )
    .filter((text) => !text.includes('\\'));
}

function paragraphsOfHtml(source: string): string[] {
  const { document } = parseHTML(source);
  return [...document.querySelectorAll('p')].map((element) => (element as { textContent: string }).textContent);
}

function* paragraphsIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile()) continue;
    const bytes = (): string =>
      (path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path)).toString('utf8');
    if (/\.html?(?:\.\w\w)?$/.test(path)) yield* paragraphsOfHtml(bytes());
    else if (/\.\d\w*\.gz$/.test(path)) yield* paragraphsOfRoff(bytes());
  }
}

const options = { rules, lexicons };

/** Reads all manuals below the folders, each sentence once. */
export function measureProse(folders: readonly string[]): Prose {
  const seen = new Set<string>();
  const sentences: Record<string, number> = {};
  const hits: Hit[] = [];
  for (const folder of folders) {
    for (const paragraph of paragraphsIn(folder)) {
      const text = paragraph.replace(/\s+/g, ' ').trim();
      for (const sentence of text.split(/(?<=[.!?]) (?=\p{Lu})/u)) {
        if (sentence.length < SHORTEST || sentence.length > LONGEST || !/^\p{Lu}.*[.!?]$/u.test(sentence)) continue;
        if (seen.has(sentence)) continue;
        seen.add(sentence);
        const language = voteLanguage(sentence);
        if (language !== 'fr' && language !== 'en') continue;
        sentences[language] = (sentences[language] ?? 0) + 1;
        hits.push(...hitsIn(sentence, language));
      }
    }
  }
  return { sentences, hits };
}

/** What the operations would do: those whose outcome the guards refuse are none. */
function hitsIn(sentence: string, lang: 'fr' | 'en'): Hit[] {
  const subject = prepareDraft({ text: sentence, lang }, options);
  const forms = { imperatives: subject.lexicon?.imperatives ?? {} };
  return operationsOf(lang).flatMap((operation) =>
    proposalsOf(operation, subject, forms).flatMap((proposal) => {
      const after = applyEdits(sentence, proposal.edits);
      const stated = statedFacts(prepareDraft({ text: after, lang }, options));
      const broken = brokenFact(statedFacts(subject), stated, lang, {
        replaced: proposal.replaces ?? [],
        dropsNegation: proposal.dropsNegation === true,
      });
      if (broken !== undefined || countBreaks(after, lang) > countBreaks(sentence, lang)) return [];
      return [{ language: lang, operation: operation.id, before: sentence, after }];
    }),
  );
}

/** The figures, a line for each operation of a language. */
export function describeProse({ sentences, hits }: Prose): string {
  const counts = new Map<string, number>();
  for (const { language, operation } of hits) {
    const key = `${language} ${operation}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [
    ...Object.entries(sentences).map(([language, count]) => `${language}: ${count} sentences`),
    ...[...counts].sort().map(([name, count]) => `${name}: ${count} hits`),
  ].join('\n');
}
