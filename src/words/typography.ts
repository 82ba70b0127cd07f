// Blanks, apostrophes, marks and letters as French sets them, and what every language does alike.
import { lazy } from '#base/lazy.js';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Edit {
  readonly span: Stretch;
  readonly text: string;
}

/** A slip of typography with the edits that set it right; several of one kind stand in one, with the first as its span. */
export interface Slip {
  readonly kind: 'spaces' | 'narrow' | 'apostrophes' | 'other';
  readonly span: Stretch;
  readonly edits: readonly Edit[];
}

/** The no-break space that weighs one in a post; the narrow one weighs two (docs.x.com, Counting characters). */
const NO_BREAK = '\u00a0';
const NARROW = '\u202f';

const FRENCH_SPACE_BEFORE = /(?<=[^\s\u00a0\u202f:;!?«([])([ \u202f])(?=[;!?»%€]|:(?![)(/DPp|\\-]))/g;
const FRENCH_SPACE_AFTER = /(?<=«)[ \u202f](?=\S)/g;
const FRENCH_MISSING = lazy(
  () =>
    /(?<=[A-Za-zÀ-ÿŒœ\d)\]»"’%€])(?=[!?](?![\d=&])|(?<!&#?\w{2,8});(?=\s|$)|:(?=\s|$)|»)|(?<=[\d])(?=[%€](?![A-Za-zÀ-ÿŒœ\d]))|(?<=«)(?=[^\s\u00a0\u202f])/g,
);
const BLANK_AFTER_COMMA = lazy(
  () =>
    /(?<=[a-zß-ÿœ€%])(?:,|(?<!&#?\w{2,8});)(?=[A-Za-zÀ-ÿŒœ])|(?<=[a-zß-ÿœ]{3}|[€%])\.(?=[A-ZÀ-ÞŒ][a-zß-ÿœ])|(?<=[a-zß-ÿœ]{2}[ \u00a0\u202f]?)[!?](?=[A-ZÀ-ÞŒ])/g,
);
const BLANK_BEFORE_COMMA =
  /(?<=[^\s\u00a0,])[ \u00a0\u202f]+(?=,(?:\s|$)|\.(?:\s|$))|(?<=[^\s\u00a0])[ \u00a0\u202f]+,(?=[A-Za-zÀ-ÿŒœ])/g;
const BLANK_BEFORE_ENGLISH = /(?<=[\w)”"’'])[ \u00a0]+(?=[,;!?](?:\s|$)|\.(?:\s|$))/g;
const TWO_BLANKS = /(?<=\S)[ \u00a0]{2,}(?=\S)/g;
const STRAIGHT = lazy(() => /(?<=[A-Za-zÀ-ÿŒœ])'(?=[A-Za-zÀ-ÿŒœ]|[\d])/g);
const QUOTES = lazy(() => /(?<![A-Za-zÀ-ÿŒœ\d])"([^"\n]{1,80}?)"(?![A-Za-zÀ-ÿŒœ\d])/g);
const LIGATURE = lazy(
  () =>
    /(?<![A-Za-zÀ-ÿŒœ])(hors-d['’]|chefs?-d['’])?(m|b|c|s|ch|v|r?anc|f|éc|n)?(oe)(uvre[A-Za-zÀ-ÿŒœ]*|ufs?|urs?|ux?|ils?|illets?|illères?|uds?|nologi[A-Za-zÀ-ÿŒœ]+|sophag[A-Za-zÀ-ÿŒœ]+|dipe|tus|ur[A-Za-zÀ-ÿŒœ]+|urs)(?![A-Za-zÀ-ÿŒœ])/gi,
);
const WITH_LIGATURE =
  /^(?:(?:hors-d['’]|chefs?-d['’])?œuvre[A-Za-zÀ-ÿŒœ]*|œufs?|bœufs?|cœurs?|sœurs?|chœurs?|rancœurs?|vœux?|œil|œils|œillets?|œillères?|nœuds?|mœurs|œnologi[A-Za-zÀ-ÿŒœ]+|œsophag[A-Za-zÀ-ÿŒœ]+|œdipe|fœtus|écœur[A-Za-zÀ-ÿŒœ]+|mœurs)$/i;
const MANOEUVRE = /(?<![A-Za-zÀ-ÿŒœ])((?:ré|désœ)?man)(oe)(uvr[A-Za-zÀ-ÿŒœ]+)(?![A-Za-zÀ-ÿŒœ])/gi;
const OPENS_WITH_A = lazy(
  () =>
    /(?<=^|[.!?…\n]\s{0,2}|[:»]\s)A(?=[ \u00a0](?:l['’]|la |partir |propos |travers |noter |lire |voir |savoir |découvrir |retrouver |vos |votre |notre |nos |chaque |cette |une |un |quoi |quelle? |quand |qui |quels |quelles |vélo|pied |bientôt|demain|côté |\d|[A-ZÀ-ÞŒ][a-zß-ÿœ]))/g,
);
/** Verbs that may stand before a pronoun and an infinitive: "allez vous promener". */
const ORDERS = lazy(
  () =>
    /(?<=^|[.!?…:;\n]\s{0,2}|[,»]\s|(?<!(?<![A-Za-zÀ-ÿŒœ-])vous[ \u00a0](?:[a-zà-ÿœ’']+[ \u00a0])?[a-zà-ÿœ]+ez[^.!?:;\n]{0,80})[ \u00a0](?:mais|et|alors|donc|sinon|puis)[ \u00a0])((?!chez|allez|venez|osez|voulez|pouvez|devez|laissez|faites)[A-Za-zÀ-ÿŒœ]{2,}ez|dites|faites|rends|crois|dis|fais|donne|écris|laisse|suis|aide|raconte|montre|appelle|rejoins|inscris|regarde|prends|contacte)( )(nous|vous|moi|toi|(?:en|y)(?=[ \u00a0\u202f]?[,.!?;:]))(?![A-Za-zÀ-ÿŒœ-])(?! [A-Za-zÀ-ÿŒœ]+(?:er|ir|oir|dre|ire)(?![A-Za-zÀ-ÿŒœ]))/gi,
);
const RENDEZ_VOUS = /(?<![A-Za-zÀ-ÿŒœ]|-)(rendez)([ \u00a0])(vous)(?![A-Za-zÀ-ÿŒœ]|-| compte)/gi;
const NO_ELISION_BEFORE_TAG = /(?<![A-Za-zÀ-ÿŒœ])[LDldCcJjNnSsTtMm]['’] (?=[#@\ufffc])/g;
/** Two dots at the end of a sentence, and units of area, weight and length that stand on their figure. */
const TWO_DOTS = /(?<=[a-zß-ÿœ\d)»”"])\.\.(?=\s|$)/g;
const UNIT_ON_FIGURE = /(?<=\d)(?=(?:[ckm]?m[²³]|kg|km|ha)(?![A-Za-zÀ-ÿŒœ\d²³]))/g;
/** Of a number, and of no name: "G7-20km". */
const FIGURE_BEFORE = /(?:^|[^A-Za-zÀ-ÿŒœ\d#@.,_-])\d[\d.,]*$/;
const DASH_WITHOUT_BLANK = /(?<=^|\s)—(?=[A-Za-zÀ-ÿŒœ])/g;
const HOURS = [
  /(?<![\d.,:])\d{1,2}h\d{0,2}(?![A-Za-zÀ-ÿŒœ\d])/g,
  /(?<![\d.,:])\d{1,2}[ \u00a0\u202f]h(?:[ \u00a0\u202f]\d{2})?(?![A-Za-zÀ-ÿŒœ\d])/g,
  /(?<=à |vers |dès |de )\d{1,2}:\d{2}(?![\d:])/g,
] as const;

const overlaps = (one: Stretch, other: Stretch): boolean => one.start < other.end && other.start < one.end;
const insertAt = (at: number): Stretch => ({ start: at, end: at });

/** Edits and the spans that they are about: without a blank two words stand together, and are one slip. */
function collect(
  text: string,
  leaveOut: readonly Stretch[],
): {
  readonly each: (pattern: RegExp, edit: (match: RegExpExecArray) => Edit | undefined) => Edit[];
} {
  return {
    each: (pattern, edit) =>
      [...text.matchAll(pattern)].flatMap((match) => {
        const made = edit(match);
        if (made === undefined) return [];
        const { start, end } = made.span;
        // An insertion at the edge of a stretch is outside it.
        const isInside = leaveOut.some((stretch) =>
          start === end ? stretch.start < start && start < stretch.end : overlaps(stretch, made.span),
        );
        return isInside ? [] : [made];
      }),
  };
}

const at = ({ index, 0: found }: RegExpExecArray): Stretch => ({ start: index, end: index + found.length });

/** The run of signs without a blank around an edit, with what stands before a blank that is replaced. */
function around(text: string, { span: { start, end } }: Edit): Stretch {
  let first = start;
  while (/[ \u00a0\u202f]/.test(text.charAt(first - 1))) first -= 1;
  while (/\S/.test(text.charAt(first - 1))) first -= 1;
  // Two dots end their word; any other edit before a blank is about the word behind it as well.
  const rest = text.slice(start, end) === '..' ? /^\S*/ : /^[ \u00a0\u202f]*\S*/;
  const after = rest.exec(text.slice(end))?.[0].length ?? 0;
  return { start: first, end: end + after };
}

function grouped(text: string, edits: readonly Edit[], kind: Exclude<Slip['kind'], 'other'>): Slip[] {
  const [first] = edits;
  return first === undefined ? [] : [{ kind, span: around(text, first), edits }];
}

function single(text: string, edits: readonly Edit[]): Slip[] {
  const slips: { span: Stretch; edits: Edit[] }[] = [];
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    const span = around(text, edit);
    const last = slips.at(-1);
    if (last?.edits.some((other) => overlaps(other.span, edit.span) || other.span.start === edit.span.start) === true)
      continue;
    // Neighbors that share a word are one slip: "9€,tablier".
    if (
      last !== undefined &&
      overlaps(last.span, span) &&
      !/\s/.test(text.slice(last.edits.at(-1)?.span.end, edit.span.start))
    ) {
      last.span = { start: last.span.start, end: Math.max(last.span.end, span.end) };
      last.edits.push(edit);
    } else slips.push({ span, edits: [edit] });
  }
  return slips.map((slip) => ({ kind: 'other' as const, ...slip }));
}

/**
 * The slips of a French text.
 * @param leaveOut links, tags, mentions, code.
 * @param quoted what stands between quotation marks: only the marks themselves are set right.
 */
export function frenchSlips(text: string, leaveOut: readonly Stretch[], quoted: readonly Stretch[]): Slip[] {
  const marks = collect(text, leaveOut);
  const words = collect(text, [...leaveOut, ...quoted]);
  // The blanks next to « and » belong to the marks; what is further inside are the words of others.
  const isMark = ({ span }: Edit): boolean =>
    !quoted.some((stretch) => stretch.start + 1 < span.start && span.end < stretch.end - 1);
  const spaces = [
    ...(/[ \u202f][;!?»%€:]/.test(text) ? marks.each(FRENCH_SPACE_BEFORE, put(NO_BREAK)) : []),
    ...(/«[ \u202f]/.test(text) ? marks.each(FRENCH_SPACE_AFTER, put(NO_BREAK)) : []),
  ]
    .filter(isMark)
    // The blank of an empty quotation is behind one mark and before the other.
    .filter((edit, index, all) => all.findIndex(({ span }) => span.start === edit.span.start) === index);
  const isNarrow = ({ span }: Edit): boolean => text.charAt(span.start) === NARROW;
  const apostrophes = text.includes("'") ? words.each(STRAIGHT(), put('’')) : [];
  const has = (...signs: string[]): boolean => signs.some((sign) => text.includes(sign));
  const quotes = (has('"') ? [...text.matchAll(QUOTES())] : []).flatMap((match) => {
    const span = at(match);
    if (leaveOut.some((stretch) => overlaps(stretch, span))) return [];
    return [
      { span: { start: span.start, end: span.start + 1 }, text: `«${NO_BREAK}` },
      { span: { start: span.end - 1, end: span.end }, text: `${NO_BREAK}»` },
    ];
  });
  const slips = [
    ...(/[^\s\u00a0\u202f][!?;:»%€]|«[^\s\u00a0\u202f]/.test(text)
      ? marks.each(FRENCH_MISSING(), (match) => ({ span: insertAt(match.index), text: NO_BREAK })).filter(isMark)
      : []),
    ...(/[,;.!?][A-Za-zÀ-ÿ]/.test(text)
      ? words.each(BLANK_AFTER_COMMA(), (match) => ({ span: insertAt(match.index + 1), text: ' ' }))
      : []),
    ...(has(' ,', ' .', '\u00a0,', '\u00a0.')
      ? words.each(BLANK_BEFORE_COMMA, (match) => ({ span: at(match), text: match[0].includes(',') ? ', ' : '' }))
      : []),
    ...(has('  ', '\u00a0 ', ' \u00a0', '\u00a0\u00a0') ? words.each(TWO_BLANKS, put(' ')) : []),
    ...(/oe/i.test(text)
      ? words.each(LIGATURE(), (match) => {
          const [written, , , oe = ''] = match;
          const whole = written.replace(/oe/i, (found) => (found === 'OE' || found === 'Oe' ? 'Œ' : 'œ'));
          if (!WITH_LIGATURE.test(whole)) return undefined;
          const start = match.index + written.toLowerCase().indexOf('oe');
          return { span: { start, end: start + 2 }, text: oe.startsWith('O') ? 'Œ' : 'œ' };
        })
      : []),
    ...(/manoe/i.test(text)
      ? words.each(MANOEUVRE, ({ index, 1: man = '' }) => {
          const start = index + man.length;
          return { span: { start, end: start + 2 }, text: 'œ' };
        })
      : []),
    ...(has('A ', 'A\u00a0') ? words.each(OPENS_WITH_A(), put('À')) : []),
    ...(/(?:ez|s|e) (?:nous|vous|moi|toi|en|y)/i.test(text) ? words.each(ORDERS(), hyphenBehind) : []),
    ...(/rendez[ \u00a0]vous/i.test(text) ? words.each(RENDEZ_VOUS, hyphenBehind) : []),
    ...(has('..') ? words.each(TWO_DOTS, put('.')) : []),
    ...(/\d(?:[ckm]?m[²³]|kg|km|ha)/.test(text)
      ? words.each(UNIT_ON_FIGURE, ({ index }) =>
          FIGURE_BEFORE.test(text.slice(Math.max(0, index - 12), index))
            ? { span: insertAt(index), text: NO_BREAK }
            : undefined,
        )
      : []),
    ...(has('—') ? words.each(DASH_WITHOUT_BLANK, put('— ')) : []),
  ];
  const elided = /['’] [#@\ufffc]/.test(text) ? words.each(NO_ELISION_BEFORE_TAG, put('')) : [];
  return [
    ...grouped(
      text,
      spaces.filter((edit) => !isNarrow(edit)),
      'spaces',
    ),
    ...grouped(text, spaces.filter(isNarrow), 'narrow'),
    ...grouped(text, apostrophes, 'apostrophes'),
    ...single(text, slips),
    ...quotePairs(quotes),
    ...elided.map((edit) => ({ kind: 'other' as const, span: around(text, edit), edits: [] })),
    ...hourForms(text, words),
  ].sort((a, b) => a.span.start - b.span.start);
}

/** A hyphen in the place of the blank behind a verb. */
const hyphenBehind = ({ index, 1: verb = '' }: RegExpExecArray): Edit => ({
  span: { start: index + verb.length, end: index + verb.length + 1 },
  text: '-',
});

function quotePairs(edits: readonly Edit[]): Slip[] {
  const slips: Slip[] = [];
  for (let index = 0; index + 1 < edits.length; index += 2) {
    const pair = edits.slice(index, index + 2);
    const [open, close] = pair;
    if (open === undefined || close === undefined) continue;
    slips.push({ kind: 'other', span: { start: open.span.start, end: close.span.end }, edits: pair });
  }
  return slips;
}

/** Hours written in more than one form: all take that of the French code, `18 h 30`. */
function hourForms(text: string, { each }: ReturnType<typeof collect>): Slip[] {
  if (!/\d[ \u00a0\u202f]?h|\d:\d/.test(text)) return [];
  const forms = HOURS.map((pattern) =>
    each(pattern, (match) => {
      const [hour = '', minutes = ''] = match[0].split(/[ \u00a0\u202f]?[h:][ \u00a0\u202f]?/);
      const put = `${hour}${NO_BREAK}h${minutes === '' || minutes === '00' ? '' : `${NO_BREAK}${minutes}`}`;
      return { span: at(match), text: put };
    }),
  );
  if (forms.filter((form) => form.length > 0).length < 2) return [];
  const all = forms.flat().sort((a, b) => a.span.start - b.span.start);
  const [first] = all;
  const edits = all.filter(({ span, text: put }) => text.slice(span.start, span.end) !== put);
  return first === undefined ? [] : [{ kind: 'other', span: first.span, edits }];
}

const put = (value: string) => (match: RegExpExecArray) => ({ span: at(match), text: value });

/** The slips of a text in any language: blanks twice. */
export function plainSlips(text: string, leaveOut: readonly Stretch[], quoted: readonly Stretch[]): Slip[] {
  if (!/[ \u00a0]{2}/.test(text)) return [];
  return single(text, collect(text, [...leaveOut, ...quoted]).each(TWO_BLANKS, put(' ')));
}

/** The slips of an English text: blanks twice, and blanks before a comma. */
export function englishSlips(text: string, leaveOut: readonly Stretch[], quoted: readonly Stretch[]): Slip[] {
  if (!/[ \u00a0][ \u00a0,;!?.]|\.\.(?!\.)/.test(text)) return [];
  const { each } = collect(text, [...leaveOut, ...quoted]);
  return single(text, [
    ...each(TWO_BLANKS, put(' ')),
    ...each(BLANK_BEFORE_ENGLISH, put('')),
    ...each(TWO_DOTS, put('.')),
  ]);
}
