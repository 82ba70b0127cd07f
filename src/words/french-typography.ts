// Blanks, apostrophes, marks and letters as French sets them.
import { lazy } from '#base/lazy.js';
import {
  around,
  collect,
  grouped,
  insertAt,
  matchSpan,
  NO_BREAK,
  overlaps,
  replaceBy,
  single,
  TWO_BLANKS,
  TWO_DOTS,
  type Edit,
  type Slip,
  type Stretch,
} from './typography.js';

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
    /(?<=^|[.!?…\n]\s{0,2}|[:»]\s)A(?=[ \u00a0](?:l['’]|la |partir |propos |travers |noter |lire |voir |savoir |saisir |vendre |louer |gagner |emporter |réserver |télécharger |écouter |consulter |suivre |prévoir |faire |essayer |tester |déguster |offrir |donner |adopter |pourvoir |domicile |table |tous |toutes |ne (?:pas |manquer )|découvrir |retrouver |vos |votre |notre |nos |chaque |cette |une |un |quoi |quelle? |quand |qui |quels |quelles |vélo|pied |bientôt|demain|côté |\d|[A-ZÀ-ÞŒ][a-zß-ÿœ]))/g,
);
/** "1ère" is short for "première" in one letter too many. */
const FIRST = /(?<![\d.,A-Za-zÀ-ÿ])1([èe]res?)(?![A-Za-zÀ-ÿœ])/g;
/** Verbs that may stand before a pronoun and an infinitive: "allez vous promener". */
const ORDERS = lazy(
  () =>
    /(?<=^|[.!?…:;\n]\s{0,2}|[,»]\s|(?<!(?<![A-Za-zÀ-ÿŒœ-])vous[ \u00a0](?:[a-zà-ÿœ’']+[ \u00a0])?[a-zà-ÿœ]+ez[^.!?:;\n]{0,80})[ \u00a0](?:mais|et|alors|donc|sinon|puis)[ \u00a0])((?!chez|allez|venez|osez|voulez|pouvez|devez|laissez|faites)[A-Za-zÀ-ÿŒœ]{2,}ez|dites|faites|rends|crois|dis|fais|donne|écris|laisse|suis|aide|raconte|montre|appelle|rejoins|inscris|regarde|prends|contacte)( )(nous|vous|moi|toi|(?:en|y)(?=[ \u00a0\u202f]?[,.!?;:]))(?![A-Za-zÀ-ÿŒœ-])(?! [A-Za-zÀ-ÿŒœ]+(?:er|ir|oir|dre|ire)(?![A-Za-zÀ-ÿŒœ]))/gi,
);
const RENDEZ_VOUS = /(?<![A-Za-zÀ-ÿŒœ]|-)(rendez)([ \u00a0])(vous)(?![A-Za-zÀ-ÿŒœ]|-| compte)/gi;
const NO_ELISION_BEFORE_TAG = /(?<![A-Za-zÀ-ÿŒœ])[LDldCcJjNnSsTtMm]['’] (?=[#@\ufffc])/g;
/** Units of area, weight and length that stand on their figure. */
const UNIT_ON_FIGURE = /(?<=\d)(?=(?:[ckm]?m[²³]|kg|km|ha)(?![A-Za-zÀ-ÿŒœ\d²³]))/g;
/** Of a number, and of no name: "G7-20km". */
const FIGURE_BEFORE = /(?:^|[^A-Za-zÀ-ÿŒœ\d#@.,_-])\d[\d.,]*$/;
const DASH_WITHOUT_BLANK = /(?<=^|\s)—(?=[A-Za-zÀ-ÿŒœ])/g;
const HOURS = [
  /(?<![\d.,:])\d{1,2}h\d{0,2}(?![A-Za-zÀ-ÿŒœ\d])/g,
  /(?<![\d.,:])\d{1,2}[ \u00a0\u202f]h(?:[ \u00a0\u202f]\d{2})?(?![A-Za-zÀ-ÿŒœ\d])/g,
  /(?<=à |vers |dès |de )\d{1,2}:\d{2}(?![\d:])/g,
] as const;

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
    ...(/[ \u202f][;!?»%€:]/.test(text) ? marks.each(FRENCH_SPACE_BEFORE, replaceBy(NO_BREAK)) : []),
    ...(/«[ \u202f]/.test(text) ? marks.each(FRENCH_SPACE_AFTER, replaceBy(NO_BREAK)) : []),
  ]
    .filter(isMark)
    // The blank of an empty quotation is behind one mark and before the other.
    .filter((edit, index, all) => all.findIndex(({ span }) => span.start === edit.span.start) === index);
  const isNarrow = ({ span }: Edit): boolean => text.charAt(span.start) === NARROW;
  const straight = text.includes("'") ? words.each(STRAIGHT(), replaceBy('’')) : [];
  // Where the author’s are curved, those that are quoted are as well: their form is the setter’s, not the speaker’s.
  const apostrophes = straight.length > 0 && quoted.length > 0 ? marks.each(STRAIGHT(), replaceBy('’')) : straight;
  const has = (...signs: string[]): boolean => signs.some((sign) => text.includes(sign));
  const quotes = (has('"') ? [...text.matchAll(QUOTES())] : []).flatMap((match) => {
    const span = matchSpan(match);
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
      ? words.each(BLANK_BEFORE_COMMA, (match) => ({
          span: matchSpan(match),
          text: match[0].includes(',') ? ', ' : '',
        }))
      : []),
    ...(has('  ', '\u00a0 ', ' \u00a0', '\u00a0\u00a0') ? words.each(TWO_BLANKS, replaceBy(' ')) : []),
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
    ...(/1[èe]re/.test(text)
      ? words.each(FIRST, ({ 1: ending = '', index }) => ({
          span: { start: index + 1, end: index + 1 + ending.length },
          text: ending.endsWith('s') ? 'res' : 're',
        }))
      : []),
    ...(has('A ', 'A\u00a0') ? words.each(OPENS_WITH_A(), replaceBy('À')) : []),
    ...(/(?:ez|s|e) (?:nous|vous|moi|toi|en|y)/i.test(text) ? words.each(ORDERS(), hyphenBehind) : []),
    ...(/rendez[ \u00a0]vous/i.test(text) ? words.each(RENDEZ_VOUS, hyphenBehind) : []),
    ...(has('..') ? words.each(TWO_DOTS, replaceBy('.')) : []),
    ...(/\d(?:[ckm]?m[²³]|kg|km|ha)/.test(text)
      ? words.each(UNIT_ON_FIGURE, ({ index }) =>
          FIGURE_BEFORE.test(text.slice(Math.max(0, index - 12), index))
            ? { span: insertAt(index), text: NO_BREAK }
            : undefined,
        )
      : []),
    ...(has('—') ? words.each(DASH_WITHOUT_BLANK, replaceBy('— ')) : []),
  ];
  const elided = /['’] [#@\ufffc]/.test(text) ? words.each(NO_ELISION_BEFORE_TAG, replaceBy('')) : [];
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
      const form = `${hour}${NO_BREAK}h${minutes === '' || minutes === '00' ? '' : `${NO_BREAK}${minutes}`}`;
      return { span: matchSpan(match), text: form };
    }),
  );
  if (forms.filter((form) => form.length > 0).length < 2) return [];
  const all = forms.flat().sort((a, b) => a.span.start - b.span.start);
  const [first] = all;
  const edits = all.filter((edit) => text.slice(edit.span.start, edit.span.end) !== edit.text);
  return first === undefined ? [] : [{ kind: 'other', span: first.span, edits }];
}
