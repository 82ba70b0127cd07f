// What the program gives to lint beside the draft, for the judged drafts.
import { existsSync, readFileSync } from 'node:fs';
import { createProofreader } from '#lint/proofread.js';
import { openWordList } from '#words/word-list.js';

const list = (language: string) => {
  const file = `dist/program/lexicon/${language}.words`;
  return existsSync(file) ? openWordList(readFileSync(file)) : undefined;
};
const lists = { fr: list('fr'), en: list('en') } as Readonly<Record<string, ReturnType<typeof list>>>;

/** With the word lists that the build has written. */
export const options = { proofreader: createProofreader((language) => lists[language]) };
