import type { Locale } from '#base/locale.js';
import type { Rewrite } from '#rewrite/rewrite.js';
import { wordDiff, type DiffPart } from '../diff.js';
import { rewriteSentences } from '#locale/rewrite.js';
import { oneLine } from './width.js';

/** The edits of each rewrite, one a line, as a reader would name them: whole words. */
export function editList(before: string, rewrites: readonly Rewrite[], locale: Locale): string {
  const { pick } = rewriteSentences(locale);
  const lines = rewrites.flatMap(({ text }, index) => {
    const changes = changedWords(wordDiff(before, text)).map(([gone, put]) => {
      if (gone === '') return pick.put(put);
      return put === '' ? pick.remove(gone) : pick.replace(gone, put);
    });
    return [String(index + 1), ...changes.map((change) => `   ${change}`)];
  });
  return lines.map((line) => `${oneLine(line)}\n`).join('');
}

/** What went and what came, in pairs, each with the rest of the words that it is part of. */
function changedWords(parts: readonly DiffPart[]): (readonly [gone: string, put: string])[] {
  return parts.flatMap((part, at) => {
    const [last, next] = [parts[at - 1], parts[at + 1]];
    if (part.kind === 'same' || (part.kind === 'new' && last?.kind === 'gone')) return [];
    const pair = part.kind === 'gone' && next?.kind === 'new' ? next : undefined;
    const after = pair === undefined ? next : parts[at + 2];
    const head = /\S*$/u.exec(last?.text ?? '')?.[0] ?? '';
    const tail = /^\S*/u.exec(after?.text ?? '')?.[0] ?? '';
    const around = (text: string): string => `${head}${text}${tail}`.trim();
    return [
      [around(part.kind === 'gone' ? part.text : ''), around(part.kind === 'new' ? part.text : (pair?.text ?? ''))],
    ];
  });
}
