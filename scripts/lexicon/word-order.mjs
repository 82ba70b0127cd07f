// Counts which classes of words follow one another in written sentences, and writes `wordOrder` into a lexicon:
// node scripts/lexicon/word-order.mjs <language> <folder of HTML pages> …
// The shipped tables were counted from the Debian Reference, the Developer's Reference and the aptitude manual in each
// language (packages debian-reference-*, developers-reference*, aptitude-doc-*; GPL-2 or later).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadTypeScript } from '../run-typescript.mjs';

const { wordClasses } = await loadTypeScript('src/words/word-order.ts');
const [language, ...folders] = process.argv.slice(2);
const file = `rules/lexicon/${language}.json`;
const lexicon = JSON.parse(readFileSync(file, 'utf8'));

/** Pairs seen less often count as never seen. */
const MIN_SEEN = 5;
/** Weight of the follower's own frequency, in sightings: what is known of rare first words is little. */
const PRIOR = 20;
/** No pair says more than this, as a natural logarithm. */
const LIMIT = 3;
/** Sentences with fewer classes are titles and menu entries. */
const MIN_CLASSES = 6;

const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const sentencesIn = (html) =>
  html
    .replace(/<(script|style|pre|code|tt|table|head)[\s\S]*?<\/\1>/gi, (_, tag) =>
      /code|tt/i.test(tag) ? ' Code ' : ' ¶ ',
    )
    .replace(/<\/(p|li|dt|dd|h\d|div|title)>/gi, ' ¶ ')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;|&#160;|&[a-z]+;|&#\d+;/g, ' ')
    .split(/¶|(?<=[.!?…:;])\s+/)
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => /\p{L}{2}/u.test(sentence));

const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
const [followers, pairs, firsts] = [new Map(), new Map(), new Map()];
let total = 0;
for (const sentence of folders
  .flatMap(files)
  .filter((path) => path.endsWith('.html'))
  .flatMap((path) => sentencesIn(readFileSync(path, 'utf8')))) {
  const classes = wordClasses(sentence, lexicon);
  if (classes.length < MIN_CLASSES) continue;
  for (let at = 1; at < classes.length; at += 1) {
    count(pairs, `${classes[at - 1]} ${classes[at]}`);
    count(followers, classes[at]);
    count(firsts, classes[at - 1]);
    total += 1;
  }
}
if (total === 0) throw new Error(`no sentence was found in ${folders.join(', ')}`);

const tenths = (log) => Math.round(10 * Math.max(-LIMIT, Math.min(LIMIT, log)));
const table = {};
for (const [first, seen] of [...firsts].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const entries = [...pairs]
    .filter(([pair, times]) => times >= MIN_SEEN && pair.startsWith(`${first} `))
    .map(([pair, times]) => {
      const follower = pair.slice(first.length + 1);
      const share = (followers.get(follower) + 0.5) / (total + followers.size * 0.5);
      return `${follower}${tenths(Math.log((times + PRIOR * share) / (seen + PRIOR) / share))}`;
    })
    .sort();
  const unseen = tenths(Math.log(PRIOR / (seen + PRIOR)));
  if (unseen !== 0) entries.push(String(unseen));
  if (entries.length > 0) table[first] = entries.join(' ');
}
// Only this key is written anew: the lists above it are edited and laid out by hand.
const others = readFileSync(file, 'utf8').replace(/,\n {2}"wordOrder": \{[^}]*\}(?=\n\})/, '');
const json = JSON.stringify(table, null, 2).replaceAll('\n', '\n  ');
writeFileSync(
  file,
  others.replace(/\n\}\n$/, () => `,\n  "wordOrder": ${json}\n}\n`),
);
process.stdout.write(`${language}: ${total} pairs of words, ${Object.keys(table).length} classes\n`);
