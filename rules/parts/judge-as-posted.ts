import { classifyAccident, inclusiveWord } from '#lint/accidental-link.js';
import { insert, replace } from '#lint/edits.js';
import type { Subject } from '#lint/subject.js';
import { takeCloserLook } from '#rules/parts/closer-look.js';
import { findPlainLinks, type Entity } from '#tweet/entities.js';
import type { AsPostedReport } from './as-posted.js';

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
