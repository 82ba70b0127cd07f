// What the rule on quality says of a text that X shows or links otherwise than it is written.
import { classifyAccident, inclusiveWord } from '#lint/accidental-link.js';
import { insert, replace } from '#lint/edits.js';
import type { Reporter } from '#lint/rule.js';
import type { Subject } from '#lint/subject.js';
import { takeCloserLook } from '#rules/parts/closer-look.js';
import { findPlainLinks, type Entity } from '#tweet/entities.js';

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
    text: '“{text}” opens a front matter in TOML, which X would show; write YAML between two lines “---”',
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
  address: { safe: false, text: 'write {whole}' },
  joinInclusive: { safe: true, text: 'write “{joined}”' },
  joinInclusiveWithCare: { safe: false, text: 'write “{joined}”' },
  plain: { safe: false, text: 'write “{plain}”' },
  remove: { safe: false, text: 'remove {text}' },
} as const;

/** What the rule on quality reports with these messages. */
export type AsPostedReport = Pick<
  Reporter<typeof asPostedMessages, typeof asPostedFixes, Record<never, string>>,
  'find' | 'suggest'
>;

/** Marks of Markdown, HTML, references and templates. Nearly no post has any of them. */
const MARK = /[`*[\]{}<~]|&[a-z#]|^ {0,3}(?:#{1,6}|>) |lorem ipsum|^\+\+\+/im;
/** What most posts are made of; the others may hold characters that nobody sees, or letters of mathematics. */
const ORDINARY =
  /^(?:[\t\n\r -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f-\u205f\u20a0-\u22ff\u2500-\u27bf]|\ud83c[\udf00-\udfff]|\ud83d[\udc00-\udfff]|\ud83e[\udd00-\udfff])*$/;

/** Reports what X will show or link otherwise than it is written. */
export function judgeAsPosted(subject: Subject, report: AsPostedReport): void {
  const { text, draft, campaign, links } = subject;
  for (const link of links) judgeAccident(link, subject, report);
  const hasOddLink = findPlainLinks(text) === undefined || /\s/.test(draft.link ?? '');
  const hasVariantMark = campaign?.variants?.some((variant) => variant.text.includes('{')) ?? false;
  if (!hasOddLink && !hasVariantMark && !MARK.test(text) && ORDINARY.test(text)) return;
  takeCloserLook(subject, report, (link) => classifyAccident(link, subject) !== undefined);
}

function judgeAccident(link: Entity, subject: Subject, report: AsPostedReport): void {
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
