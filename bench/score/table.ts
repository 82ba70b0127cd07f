// The penalties that ship, on the columns in which posts are kept without their texts.
import { rules } from '#rules/index.js';
import type { Rule } from '#lint/rule.js';

/** A message that costs points by a column: where its sign is missing, or where it is present. */
export interface Term {
  readonly rule: string;
  readonly term: string;
  readonly column: string;
  readonly when: 'missing' | 'present';
  readonly points: number;
}

/** What the text score is computed from: the part of each rule that columns can judge, its terms, and the caps. */
export interface PenaltyTable {
  readonly rules: Readonly<Record<string, { readonly judged: number }>>;
  readonly terms: readonly Term[];
  readonly caps: readonly { readonly gate: string; readonly column: string; readonly at: number }[];
}

/** By rule and message: the column, behind a minus where the message is about its absence. */
const COLUMNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  quality: {
    noLink: '-x_link',
    fewWords: '-x_telling_words_to_3',
    cutOff: 'x_cut_off',
    question: 'x_question_mark',
    parenthesis: 'x_parenthesis',
    dash: 'x_dash',
    buriedInterest: 'x_buriedInterest',
    repetition: 'x_repetition',
  },
  concision: { thin: '-x_length_30_to_70' },
  keywords: { fewSubjects: '-x_telling_words_3_to_8' },
  hashtags: {
    none: '-x_1st_hashtag',
    tooFew: '-x_2nd_hashtag',
    tooMany: 'x_4th_hashtag',
    heap: 'x_heap',
    unreadable: 'x_unreadable',
  },
  mentions: { none: '-x_1st_mention', opensWithDot: 'x_opens_with_dot_mention' },
};

const CAPS: Readonly<Record<string, string>> = {
  letters: 'g_letters',
  repeated: 'g_dup',
  bareLink: 'g_bare',
  order: 'g_order',
};

/** The share of a rule that columns can judge: pictures are not among them, nor keywords, titles and figures. */
const JUDGED: Readonly<Record<string, number>> = { keywords: 0.5, image: 0 };

const LAST_TEXT_RULE = 6;

/** The table of penalties, from the messages of the rules on the text. */
export function penaltyTable(from: readonly Rule[] = rules): PenaltyTable {
  const onText = from.filter(({ number }) => number <= LAST_TEXT_RULE);
  return {
    rules: Object.fromEntries(onText.map(({ id, weight }) => [id, { judged: weight * (JUDGED[id] ?? 1) }])),
    terms: onText.flatMap(({ id, messages }) =>
      Object.entries(COLUMNS[id] ?? {}).map(([term, column]): Term => {
        const points = messages[term]?.penalty;
        if (points === undefined) throw new Error(`${id}/${term} has no penalty`);
        const when = column.startsWith('-') ? 'missing' : 'present';
        return { rule: id, term, column: column.replace('-', ''), when, points };
      }),
    ),
    caps: onText.flatMap(({ messages }) =>
      Object.entries(messages).flatMap(([gate, { cap }]) => {
        const column = CAPS[gate];
        return cap === undefined || column === undefined ? [] : [{ gate, column, at: cap }];
      }),
    ),
  };
}

type Columns = Readonly<Record<string, number>>;

/** What a term takes of a post with these columns, as a share 0..1 of its points. */
export const lossOf = ({ column, when }: Term, columns: Columns): number =>
  when === 'missing' ? 1 - (columns[column] ?? 0) : (columns[column] ?? 0);

/** A score, 0..100, under the lowest cap that applies. */
export const capped = ({ caps }: PenaltyTable, columns: Columns, score: number): number =>
  caps.reduce((least, { column, at }) => (columns[column] === 1 ? Math.min(least, at) : least), score);

/** The text score of a post with these columns, 0..100, whole: as lint computes it from the text. */
export function tableScore(table: PenaltyTable, columns: Columns): number {
  let [earned, possible] = [0, 0];
  for (const [id, { judged }] of Object.entries(table.rules)) {
    const own = table.terms.filter(({ rule }) => rule === id);
    earned += Math.max(0, judged - own.reduce((sum, term) => sum + term.points * lossOf(term, columns), 0));
    possible += judged;
  }
  return Math.round(capped(table, columns, (100 * earned) / possible));
}
