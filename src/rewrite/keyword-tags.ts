import { isOneWord } from '#words/latin.js';
import { stemWord } from '#words/stems.js';
import { joinAsTag } from '#words/tag-candidates.js';
import { splitTag } from '#words/tokens.js';
import { insert } from '#lint/edit-builders.js';
import type { LintReport } from '#lint/finding.js';
import type { Subject } from '#lint/subject.js';
import type { Proposal } from './proposal.js';

/** Keywords that the author asked for and that the text lacks, added behind it as tags: their words are the author's. */
export function keywordTags(subject: Subject, report: LintReport): Proposal[] {
  const { text, hashtags, language } = subject;
  const present = new Set(hashtags.flatMap(({ value }) => splitTag(value).map((part) => stemWord(part, language))));
  return report.findings.flatMap(({ rule, messageId, data }) => {
    if (rule !== 'keywords' || messageId !== 'missingKeyword') return [];
    const words = String(data['keyword']).split(/\s+/);
    if (words.length > 3 || words.some((word) => present.has(stemWord(word, language)))) return [];
    const [only] = words;
    const tag = words.length === 1 && isOneWord(only ?? '') ? only : joinAsTag(words);
    if (tag === undefined || tag === '') return [];
    return [{ operation: 'keyword-tag', data: { what: `#${tag}` }, edits: [insert(text.length, ` #${tag}`)] }];
  });
}
