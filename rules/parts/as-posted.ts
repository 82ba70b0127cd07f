// What the rule on quality says of a text that X shows or links otherwise than it is written.
import type { Reporter } from '#lint/rule.js';

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
