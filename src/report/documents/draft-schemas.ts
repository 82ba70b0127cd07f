// The schemas of the documents on drafts. Types are inferred from them; at run time only `npm run generate` needs them.
import * as v from 'valibot';
import { defineDocument } from './define.js';

/** A schema with what it holds, for readers. */
export const described = <Schema extends v.GenericSchema>(schema: Schema, description: string) =>
  v.pipe(schema, v.description(description));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Shared with the document on rules. */
export const score = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
const place = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)));
const file = described(v.string(), 'As named on the command line; <stdin> for standard input.');
const span = described(
  v.strictObject({ start: count, end: count }),
  'A stretch of the text in UTF-16 offsets: start is inside, end is not.',
);
const edit = v.strictObject({ span, text: v.string() });
const data = described(v.record(v.string(), v.union([v.string(), v.number()])), 'What the message is about.');
/** Shared with the document on rules. */
export const severity = v.picklist(['error', 'warning', 'info']);
/** Shared with the document on rules. */
export const grade = v.picklist(['measured', 'published', 'advice']);
const before = described(
  v.strictObject({ text: v.string(), score: v.nullable(score) }),
  'The draft before any change with its text score, null when no rule could judge.',
);

const finding = v.strictObject({
  rule: described(v.string(), 'The id of its rule.'),
  messageId: v.string(),
  severity,
  message: described(v.string(), 'In the language of the run.'),
  data,
  span: v.nullable(span),
  line: place,
  column: described(place, 'In UTF-16 units, from 1.'),
  endLine: place,
  endColumn: described(place, 'Not inside.'),
  suggestions: v.array(
    v.strictObject({
      id: described(v.string(), 'The rule and its fix, such as hashtags/tag.'),
      title: described(v.string(), 'In the language of the run.'),
      data,
      edits: v.array(edit),
      safe: described(v.boolean(), 'Whether --fix applies it.'),
    }),
  ),
});

/** Points of the whole that a rule can bring. */
export const termPoints = v.pipe(v.number(), v.minValue(0), v.maxValue(100));

const ruleResult = v.strictObject({
  id: v.string(),
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  score: described(
    v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    'Of what it judged; null when the rule is turned off, open, or could not judge.',
  ),
  weight: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  grade: described(grade, 'How well the rule is founded.'),
  turnedOff: v.boolean(),
  judged: described(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 'The share of its weight that it judged.'),
  open: described(v.boolean(), 'Whether what it is about is not planned yet.'),
  losses: described(
    v.array(v.strictObject({ messageId: v.string(), points: v.pipe(v.number(), v.minValue(0)) })),
    'What took points of its weight, findings and smaller matters alike.',
  ),
  reasons: described(
    v.array(v.strictObject({ reasonId: v.string(), data })),
    'Why the rule did not judge, or which part of it.',
  ),
});

const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const correlation = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));
const moves = v.array(
  v.strictObject({
    term: v.string(),
    has: described(v.boolean(), 'Whether the draft has more of it than the posts, or less.'),
  }),
);

const standing = v.strictObject({
  metric: described(v.picklist(['reactions', 'clicks']), 'What the model was learned from.'),
  posts: described(count, 'Posts that it was learned from.'),
  percentile: described(percent, 'Share of these posts that the model ranks below the draft.'),
  low: described(percent, 'Lower end of the 80 % interval.'),
  high: described(percent, 'Upper end of the 80 % interval.'),
  up: described(moves, 'Terms that move the draft up, the strongest first.'),
  down: described(moves, 'Terms that move it down, the strongest first.'),
  unseen: described(
    v.strictObject({ correlation, low: correlation, high: correlation, n: count }),
    'Rank correlation with the real order of posts that the model had not seen, with its 95 % interval.',
  ),
});

const judgedDraft = v.strictObject({
  file,
  language: described(v.nullable(v.pipe(v.string(), v.regex(/^[a-z]{2}$/))), 'ISO 639-1, or null when not known.'),
  text: described(v.string(), 'The text as it would be posted: what all spans refer to.'),
  textScore: described(v.nullable(score), 'Rules 1 to 6; null when none could judge, or when the draft is not scored.'),
  score: described(
    v.nullable(score),
    'The whole: three quarters of the text score, and the points of what is planned (rules 7 to 10).',
  ),
  unscored: described(
    v.nullable(v.picklist(['reply', 'repost'])),
    'Why the draft is not scored: it answers somebody, or repeats the post of another.',
  ),
  terms: described(
    v.array(v.strictObject({ id: v.string(), points: termPoints, possible: termPoints })),
    'What each judged rule brings to the whole; with the caps they add up to it.',
  ),
  caps: described(
    v.array(
      v.strictObject({ rule: v.string(), messageId: v.string(), at: score, points: v.pipe(v.number(), v.maxValue(0)) }),
    ),
    'What holds the text score down: the highest that it leaves, and what that takes from the whole.',
  ),
  open: described(
    v.array(v.strictObject({ id: v.string(), points: termPoints })),
    'Rules whose plan is missing, with the points of the whole that it could bring.',
  ),
  length: v.strictObject({
    weighted: described(count, 'As X counts it.'),
    limit: v.pipe(v.number(), v.integer(), v.minValue(1)),
    parts: described(
      v.strictObject({ text: count, wide: count, links: count, emoji: count, hashtags: count, mentions: count }),
      'They add up to the weighted length.',
    ),
  }),
  rules: described(v.array(ruleResult), 'In the order of the rules.'),
  findings: described(v.array(finding), 'In the order of the text; those without a place come last.'),
  standings: described(
    v.array(standing),
    'How the draft stands among the account’s own posts; empty without a history of 30 posts or more.',
  ),
  fix: v.optional(
    described(
      v.strictObject({
        applied: described(v.array(v.string()), 'Ids of the fixes, in the order in which they were made.'),
        source: described(v.string(), 'The whole file with them.'),
      }),
      'With --fix and --fix-dry-run only.',
    ),
  ),
});

const failure = v.strictObject({
  file,
  code: v.string(),
  line: described(place, 'In the draft file.'),
});

/** `tweetspan/lint@1`. */
export const lintSchema = /* @__PURE__ */ defineDocument('lint', {
  drafts: described(v.array(judgedDraft), 'In the order of the command line.'),
  failures: described(v.array(failure), 'Files that could not be read; standard error says why.'),
  summary: v.strictObject({ drafts: count, failures: count, errors: count, warnings: count, infos: count }),
});

/** Why a text was refused: a code, what it is about, or the finding that the text would bring. */
export const refusal = v.strictObject({
  code: v.picklist([
    'lostLink',
    'newLink',
    'figure',
    'lostMention',
    'stranger',
    'lostWord',
    'newWord',
    'negation',
    'tooLong',
    'rule',
    'noBetter',
    'tooClose',
    'finding',
  ]),
  what: v.optional(described(v.string(), 'The link, figure, handle or word that it is about.')),
  finding: v.optional(v.strictObject({ rule: v.string(), messageId: v.string(), message: v.string(), data })),
});

const leftFault = v.strictObject({
  code: described(
    v.picklist(['finding', 'agreement', 'layout']),
    'A finding, a verb or an adjective that does not agree with its noun, or a list or heading.',
  ),
  finding: v.optional(v.strictObject({ rule: v.string(), messageId: v.string(), message: v.string(), data })),
});

/** `tweetspan/rewrite@1`. */
export const rewriteSchema = /* @__PURE__ */ defineDocument('rewrite', {
  file,
  before,
  rewrites: described(
    v.array(
      v.strictObject({
        text: described(v.string(), 'As it would be posted.'),
        score,
        gain: described(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)), 'Points above the draft.'),
        operations: described(
          v.array(
            v.strictObject({
              operation: described(
                v.string(),
                'A rule and its fix, such as hashtags/tag, or an operation of the rewriter, such as link-last.',
              ),
              data,
            }),
          ),
          'What was done, in this order.',
        ),
        edits: described(v.array(edit), 'What makes the text of the draft into this one, in the order of the text.'),
        gains: described(
          v.array(v.strictObject({ rule: v.string(), points: v.pipe(v.number(), v.minValue(-100), v.maxValue(100)) })),
          'Points gained or lost by rule, the largest first.',
        ),
        left: described(
          v.array(leftFault),
          'What may be posted, and is better put right by its author: at most one fault.',
        ),
        origin: described(v.picklist(['rules', 'model']), 'Made by the rules, or by a language model.'),
      }),
    ),
    'The best first.',
  ),
  reason: described(
    v.nullable(
      v.picklist([
        'noWords',
        'unknownLanguage',
        'noLexicon',
        'noSubject',
        'leftToAuthor',
        'allRefused',
        'nothingHelps',
      ]),
    ),
    'Why there are none.',
  ),
  left: described(
    v.array(leftFault),
    'What only the author can put right before a better text is proposed; empty but for leftToAuthor.',
  ),
  unfinished: described(
    v.nullable(v.string()),
    'The text with all put right but for what is left to the author; null where nothing is.',
  ),
  tried: described(count, 'Texts that were scored.'),
  refused: described(
    v.array(v.strictObject({ origin: v.picklist(['rules', 'model']), refusal, count })),
    'Texts that were rejected, by reason.',
  ),
});

/** `tweetspan/variants@1`. */
export const variantsSchema = /* @__PURE__ */ defineDocument('variants', {
  file,
  before,
  requested: v.pipe(v.number(), v.integer(), v.minValue(1)),
  variants: described(
    v.array(
      v.strictObject({
        text: v.string(),
        score,
        origin: described(
          v.picklist(['own', 'made', 'page']),
          'Written by the author, or made from the draft or its page.',
        ),
        strategy: described(
          v.nullable(
            v.picklist([
              'figure',
              'description',
              'quotation',
              'sentence',
              'reader',
              'question',
              'title',
              'item',
              'picture',
            ]),
          ),
          'How one that is not the author’s was made; null for others.',
        ),
        nearest: described(
          v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
          'Similarity to the closest of the other texts and of the past posts of the link.',
        ),
      }),
    ),
    'Texts for reposts: those of the author first.',
  ),
  missing: described(count, 'How many of those requested have to be written by hand.'),
  hooks: described(
    v.array(v.picklist(['figure', 'quote', 'result', 'mistake', 'reader'])),
    'Ideas for what to write by hand.',
  ),
  refused: described(
    v.array(v.strictObject({ text: v.string(), reason: refusal })),
    'Variants of the author that cannot be used.',
  ),
});
