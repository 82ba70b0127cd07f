// The columns in which posts are kept, from a text: what a model of one account is fitted on.
import type { LintReport } from '#lint/finding.js';
import {
  countSaid,
  countTags,
  countTelling,
  cutOffAt,
  hasEmoji,
  hasExclamationMark,
  invitesByList,
  opensWithDotMention,
  opensWithQuestionWord,
  parentheses,
  plainLength,
  questionMarks,
  shareBetween,
  spacedDashes,
} from '#lint/measures.js';
import type { Subject } from '#lint/subject.js';

/** The columns of a judged text: shares 0..1, most of them 0 or 1. */
export function columnsOf(
  subject: Subject,
  { findings, rules: results }: LintReport,
): Readonly<Record<string, number>> {
  // What is too small a matter to be pointed out costs its points all the same.
  const losses = results.flatMap(({ losses: own }) => own);
  const stands = (messageId: string): number =>
    Number([...findings, ...losses].some((one) => one.messageId === messageId));
  const [length, telling] = [plainLength(subject), countTelling(subject)];
  const [tags, mentions] = [countTags(subject), subject.mentions.length];
  return {
    x_length_30_to_70: shareBetween(length, 30, 70),
    x_length_140_to_280: shareBetween(length, 140, 280),
    x_telling_words_to_3: shareBetween(telling, 0, 3),
    x_telling_words_3_to_8: shareBetween(telling, 3, 8),
    x_link: Number(subject.links.length > 0),
    x_1st_hashtag: Number(tags >= 1),
    x_2nd_hashtag: Number(tags >= 2),
    x_4th_hashtag: Number(tags >= 4),
    x_1st_mention: Number(mentions >= 1),
    x_2nd_mention: Number(mentions >= 2),
    x_opens_with_dot_mention: Number(opensWithDotMention(subject)),
    x_exclamation_mark: Number(hasExclamationMark(subject)),
    x_emoji: Number(hasEmoji(subject)),
    x_question_mark: Number(questionMarks(subject).length > 0),
    x_opens_with_a_question_word: Number(opensWithQuestionWord(subject)),
    x_cut_off: Number(cutOffAt(subject) !== undefined),
    x_dash: Number(spacedDashes(subject).length > 0),
    x_parenthesis: Number(parentheses(subject).length > 0),
    x_buriedInterest: stands('buriedInterest'),
    x_noInvitation: Number(!invitesByList(subject)),
    x_repetition: stands('repetition'),
    x_heap: stands('heap'),
    x_unreadable: stands('unreadable'),
    g_bare: Number(countSaid(subject) < 3),
    g_letters: stands('letters'),
    g_dup: stands('repeated'),
    g_order: stands('order'),
  };
}
