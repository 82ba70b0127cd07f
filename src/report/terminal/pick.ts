import type { Locale } from '#base/locale.js';
import type { Rewrite } from '#rewrite/rewrite.js';
import { wordDiff, type DiffPart } from '../diff.js';
import { oneLine } from './width.js';

/** What is said while somebody chooses a rewrite. */
export const PICK_WORDS = {
  en: {
    ask: (count: number, file: string) =>
      `Which one goes into ${file}? ${count === 1 ? '1' : `1 to ${count}`}, e shows the edits, q leaves: `,
    unknown: 'Type the number of a rewrite, e or q.',
    untouched: (file: string) => `${file} is as it was.`,
    written: (file: string, suffix: string) => `${file} is written; as it was: ${file}${suffix}`,
    linkWrittenOut:
      'The link, which stood in the front matter only, now stands in the text too: the change reaches past it.',
    noPlace: 'this one cannot be placed in the file: its changes reach over a directive; copy the text by hand',
    changed: 'the file has changed since it was read; nothing was written, start again',
    put: 'put',
    remove: 'remove',
    replace: (gone: string, text: string) => `“${gone}” → “${text}”`,
    quoted: (text: string) => `“${text}”`,
  },
  fr: {
    ask: (count: number, file: string) =>
      `Laquelle mettre dans ${file} ? ${count === 1 ? '1' : `1 à ${count}`}, e montre les modifications, q quitte : `,
    unknown: 'Tapez le numéro d’une réécriture, e ou q.',
    untouched: (file: string) => `${file} est resté tel quel.`,
    written: (file: string, suffix: string) => `${file} est écrit ; l’ancien : ${file}${suffix}`,
    linkWrittenOut:
      'Le lien, qui n’était que dans l’en-tête, est maintenant aussi dans le texte : la modification va au-delà.',
    noPlace:
      'cette réécriture n’a pas de place sûre dans le fichier : elle passe par-dessus une directive ; copiez le texte à la main',
    changed: 'le fichier a changé depuis sa lecture ; rien n’a été écrit, recommencez',
    put: 'ajouter',
    remove: 'retirer',
    replace: (gone: string, text: string) => `« ${gone} » → « ${text} »`,
    quoted: (text: string) => `« ${text} »`,
  },
} as const;

/** The edits of each rewrite, one a line, as a reader would name them: whole words. */
export function editList(before: string, rewrites: readonly Rewrite[], locale: Locale): string {
  const words = PICK_WORDS[locale];
  const lines = rewrites.flatMap(({ text }, index) => {
    const changes = changedWords(wordDiff(before, text)).map(([gone, put]) => {
      if (gone === '') return `${words.put} ${words.quoted(put)}`;
      return put === '' ? `${words.remove} ${words.quoted(gone)}` : words.replace(gone, put);
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
