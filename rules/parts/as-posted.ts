// What the rule on quality says of a text that X shows or links otherwise than it is written.
import { classifyAccident, inclusiveWord } from '#lint/accidental-link.js';
import { insert, replace } from '#lint/edits.js';
import { hiddenCharacters, lookalikeLetters } from '#lint/hidden-characters.js';
import { findMarkup, placeholdersIn } from '#lint/markup.js';
import type { Reporter } from '#lint/rule.js';
import { postName, type Subject } from '#lint/subject.js';
import { misreadLinks } from '#lint/written-links.js';
import type { Entity } from '#tweet/entities.js';

export const asPostedMessages = {
  cutLink: {
    severity: 'warning',
    penalty: 5,
    text: '“{text}”: X links only “{linked}”; percent-encode the rest of the address',
  },
  gluedLink: {
    severity: 'warning',
    penalty: 5,
    text: '“{text}” is one link to a page that does not exist; put a space behind the address',
  },
  notLinked: {
    severity: 'warning',
    penalty: 5,
    text: '“{text}” is not a link on X; put a space before the address, and write it without a password',
  },
  accidentalLink: {
    severity: 'warning',
    penalty: 2,
    text: '“{text}” becomes a link of 23 characters, which X may bill; add a space after the period',
  },
  fileLink: {
    severity: 'warning',
    penalty: 2,
    text: '“{text}” becomes a link of 23 characters to a page that is not yours; write the name without its extension',
  },
  inclusiveLink: {
    severity: 'warning',
    penalty: 2,
    text: '“{text}” becomes a link of 23 characters, which X may bill; write “{joined}”',
  },
  markdown: { severity: 'warning', penalty: 2, text: '“{text}” is Markdown, which X shows as it stands' },
  html: { severity: 'warning', penalty: 2, text: '“{text}” is HTML, which X shows as it stands' },
  reference: { severity: 'warning', penalty: 4, text: '“{text}” is an HTML reference; write the character itself' },
  template: { severity: 'error', penalty: 4, text: '“{text}” is a placeholder; write what it stands for' },
  templateVariant: {
    severity: 'error',
    penalty: 3,
    countsFor: 'repeats',
    text: '{post} contains the placeholder “{text}”; write what it stands for',
  },
  toml: {
    severity: 'error',
    penalty: 6,
    text: '“{text}” opens a front matter in TOML, which would be posted; write it in YAML between two lines “---”',
  },
  hidden: { severity: 'warning', penalty: 2, text: 'hidden character {names}; remove it' },
  refusedCharacter: { severity: 'error', penalty: 6, text: 'hidden character {names}, which X refuses; remove it' },
  lookalike: {
    severity: 'warning',
    penalty: 4,
    text: '“{text}” uses mathematical letters: screen readers spell them out, and no search finds them',
  },
} as const;

export const asPostedFixes = {
  blankAfterDot: { safe: true, text: 'add a space after the period' },
  blankAfterDotWithCare: { safe: false, text: 'add a space after the period' },
  encode: { safe: false, text: 'write {whole}' },
  separate: { safe: false, text: 'write {whole}' },
  joinInclusive: { safe: true, text: 'write “{joined}”' },
  joinInclusiveWithCare: { safe: false, text: 'write “{joined}”' },
  plain: { safe: false, text: 'write “{plain}”' },
  removeMark: { safe: false, text: 'remove “{text}”' },
  removeHidden: { safe: false, text: 'remove {names}' },
} as const;

type Report = Pick<Reporter<typeof asPostedMessages, typeof asPostedFixes, Record<never, string>>, 'find' | 'suggest'>;

/** Reports what X will show or link otherwise than it is written. */
export function judgeAsPosted(subject: Subject, report: Report): void {
  const { text, protectedSpans, campaign } = subject;
  judgeAddresses(subject, report);
  for (const link of subject.links) {
    judgeAccident(link, subject, report);
  }
  for (const { kind, span, plain } of findMarkup(text, protectedSpans)) {
    const mark = text.slice(span.start, span.end);
    const suggestions = plain === undefined ? [] : [suggestPlain(report, mark, plain, span)];
    report.find(kind, { text: mark }, { span, suggestions });
  }
  campaign?.variants?.forEach((variant, index) => {
    for (const mark of placeholdersIn(variant.text)) {
      report.find('templateVariant', { post: postName(index + 1), text: mark });
    }
  });
  for (const { span, names, refused } of hiddenCharacters(text)) {
    const suggestions = [report.suggest('removeHidden', { names }, [replace(span, '')])];
    report.find(refused ? 'refusedCharacter' : 'hidden', { names }, { span, suggestions });
  }
  for (const { span, plain } of lookalikeLetters(text)) {
    const suggestions = [report.suggest('plain', { plain }, [replace(span, plain)])];
    report.find('lookalike', { text: text.slice(span.start, span.end) }, { span, suggestions });
  }
}

function judgeAccident(link: Entity, subject: Subject, report: Report): void {
  const kind = classifyAccident(link, subject);
  const { text, span } = link;
  if (kind === 'fileLink') report.find('fileLink', { text }, { span });
  if (kind === 'accidentalLink') {
    const afterDot = text.lastIndexOf('.') + 1;
    // In lower case it may be a site all the same.
    const fix = /\p{Lu}/u.test(text.charAt(afterDot)) ? 'blankAfterDot' : 'blankAfterDotWithCare';
    const suggestions = [report.suggest(fix, {}, [insert(span.start + afterDot, ' ')])];
    report.find('accidentalLink', { text }, { span, suggestions });
  }
  const word = kind === 'inclusiveLink' ? inclusiveWord(link, subject) : undefined;
  if (word === undefined) return;
  const { joined } = word;
  const fix = word.isSure ? 'joinInclusive' : 'joinInclusiveWithCare';
  const suggestions = [report.suggest(fix, { joined }, [replace(word.span, joined)])];
  const written = subject.text.slice(word.span.start, word.span.end);
  report.find('inclusiveLink', { text: written, joined }, { span: word.span, suggestions });
}

function judgeAddresses(subject: Subject, report: Report): void {
  for (const { kind, span, linked, whole } of misreadLinks(subject)) {
    const written = subject.text.slice(span.start, span.end);
    const fix = kind === 'cut' ? 'encode' : 'separate';
    const suggestions = whole === undefined ? [] : [report.suggest(fix, { whole }, [replace(span, whole)])];
    if (kind === 'cut') report.find('cutLink', { text: written, linked }, { span, suggestions });
    else report.find(kind === 'glued' ? 'gluedLink' : 'notLinked', { text: written }, { span, suggestions });
  }
}

const suggestPlain = (report: Report, mark: string, plain: string, span: Subject['protectedSpans'][number]) =>
  plain.trim() === ''
    ? report.suggest('removeMark', { text: mark.trim() }, [replace(span, plain)])
    : report.suggest('plain', { plain }, [replace(span, plain)]);
