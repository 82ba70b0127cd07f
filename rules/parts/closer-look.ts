// Read by the program only for texts that hold something odd: it stands in a file of its own (scripts/lazy-packages.mjs).
import { replace } from '#lint/edits.js';
import { hiddenCharacters, lookalikeLetters } from '#lint/hidden-characters.js';
import { findMarkup, placeholdersIn } from '#lint/markup.js';
import type { Subject } from '#lint/subject.js';
import { misreadLinks } from '#lint/written-links.js';
import type { Entity } from '#tweet/entities.js';
import type { AsPostedReport } from './as-posted.js';

/**
 * Reports addresses that X cuts, marks that it shows as they stand, and characters that nobody sees.
 * @param isAccident whether a link was meant as words, and is reported as that.
 */
export function takeCloserLook(subject: Subject, report: AsPostedReport, isAccident: (link: Entity) => boolean): void {
  const { text, entities, campaign } = subject;
  judgeAddresses(subject, report, isAccident);
  for (const { kind, span, plain } of findMarkup(
    text,
    entities.map((entity) => entity.span),
  )) {
    const mark = text.slice(span.start, span.end);
    const suggestions = plain === undefined ? [] : [suggestPlain(report, mark, plain, span)];
    report.find(kind, { text: mark }, { span, suggestions });
  }
  campaign?.variants?.forEach((variant, index) => {
    for (const mark of placeholdersIn(variant.text)) {
      // As `postName` names it, which would bring all that subjects are made with.
      report.find('templateVariant', { post: `post ${index + 2}`, text: mark });
    }
  });
  for (const { span, names, refused } of hiddenCharacters(text)) {
    const suggestions = [report.suggest('remove', { text: names }, [replace(span, '')])];
    report.find(refused ? 'refusedCharacter' : 'hidden', { names }, { span, suggestions });
  }
  for (const { span, plain } of lookalikeLetters(text)) {
    const suggestions = [report.suggest('plain', { plain }, [replace(span, plain)])];
    report.find('lookalike', { text: text.slice(span.start, span.end) }, { span, suggestions });
  }
}

function judgeAddresses(subject: Subject, report: AsPostedReport, isAccident: (link: Entity) => boolean): void {
  for (const { kind, span, linked, whole } of misreadLinks(subject, isAccident)) {
    const written = subject.text.slice(span.start, span.end);
    const suggestions = whole === undefined ? [] : [report.suggest('address', { whole }, [replace(span, whole)])];
    if (kind === 'cut') report.find('cutLink', { text: written, linked }, { span, suggestions });
    else report.find(kind === 'glued' ? 'gluedLink' : 'notLinked', { text: written }, { span, suggestions });
  }
}

const suggestPlain = (report: AsPostedReport, mark: string, plain: string, span: Subject['protectedSpans'][number]) =>
  plain.trim() === ''
    ? report.suggest('remove', { text: mark.trim() }, [replace(span, plain)])
    : report.suggest('plain', { plain }, [replace(span, plain)]);
