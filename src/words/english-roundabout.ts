// Sentences of English that go a long way round: see roundabout.ts.
import { triggered, type Triggered } from './triggered.js';

/** An expression as data. */
type Expression = Pick<RegExp, 'source' | 'flags'>;

/** Expressions of a language, tried only where their letters stand. Plain data: see scripts/tables-beside.mjs. */
export interface Patterns {
  readonly passive: readonly Triggered[];
  readonly nominalization: readonly Triggered[];
  readonly padding: readonly Triggered[];
  /** Rows of letters with `|` between, with which a text in a frame begins: most begin with none of them. */
  readonly opens: string;
  /** Whether any words before an early comma may be a frame, too. */
  readonly opensAtComma: boolean;
  readonly frame: Expression;
  /** Words that put a circumstance before the news, up to the comma behind it, and somebody with a long apposition. */
  readonly lead: Expression;
}

const BY_NOBODY =
  '(?!\\d|[a-z]+ing\\b|hand|default|design|law|mail|post|phone|e-?mail|foot|bus|train|car|boat|air|sea|far|now|then|noon|midnight|the (?:end|hour|day|week|month|year|pound|dozen)|a (?:third|quarter|half)|half|\\w+day|January|February|March|April|May|June|July|August|September|October|November|December)';

/** What goes a long way round in English. */
export const englishPatterns = (): Patterns => ({
  passive: [
    triggered(
      // Not ' by ' alone, which stands in many a text without a passive.
      'ed by |ade by |itten by |uilt by |paid by |paid for by |held by |given by |shown by |done by |taken by |sent by |sold by |seen by |led by |kept by |ought by |found by |taught by |driven by |drawn by |thrown by |chosen by |broken by |run by ',
      `(?:is|are|was|were|been|being|be)\\s(?:\\w+ly\\s)?(?:\\w{2,}ed|made|written|built|paid(?:\\sfor)?|held|given|shown|done|taken|sent|sold|seen|led|kept|brought|bought|found|taught|driven|drawn|thrown|chosen|broken|run)\\sby\\s${BY_NOBODY}(?:the\\s|an?\\s|our\\s|your\\s)?[\\w’'-]+`,
    ),
    triggered(
      ' be ',
      "(?:can|may|must|could)\\s(?:now\\s|also\\s|only\\s)?be\\s(?:read|booked|downloaded|ordered|reserved|requested|exported|viewed|accessed|purchased|obtained|submitted|visited|bought|watched|collected|borrowed|rented|found|made)(?:\\s(?:online|here|at|on|by|from|in)(?:\\s[\\w’'-]+)?)?",
    ),
    triggered(
      ' made| carried out| performed| conducted| undertaken',
      '(?:any|a|the|each)\\s\\w+\\s(?:is|are|was|were)\\s(?:made|carried\\sout|performed|conducted|undertaken)',
    ),
    triggered(
      'decided|agreed|recommended',
      'it\\s(?:has\\sbeen|was|is)\\s(?:decided|agreed|recommended)\\s(?:that|by|to)(?:\\sthe\\s\\w+)?',
    ),
  ],
  nominalization: [
    triggered(
      'carr|conduct|perform|provid|mak|made|undertak',
      '(?:(?:carr(?:y|ies|ied)|carrying)\\sout|conduct(?:s|ed|ing)?|perform(?:s|ed|ing)?|provid(?:e|es|ed|ing)|mak(?:e|es|ing)|made|undertak(?:e|es|ing))\\s(?:(?:an?|the|any|your|our|regular)\\s)?(?:\\w+\\s)?\\w{3,}(?:tion|sion|ment|ison|ysis|ance|ction|iew|imate|val)s?\\sof',
    ),
    triggered(
      'consideration|decision|agreement|conclusion|assistance|use of|improvements|changes to|arrangements',
      '(?:giv(?:e|es|ing)|gave|tak(?:e|es|ing)|took)\\s(?:\\w+\\s)?(?:into\\s)?consideration(?:\\sto)?|(?:mak(?:e|es|ing)|made|reach(?:es|ed)?|com(?:e|es|ing)\\sto|came\\sto)\\s(?:an?|the)\\s(?:decision|agreement|conclusion)\\s(?:to|that|on|about)|provid(?:e|es|ing|ed)\\sassistance\\s(?:to|with)|mak(?:e|es|ing)\\s(?:use\\sof|improvements\\sto|changes\\sto|arrangements\\sfor)|made\\s(?:use\\sof|improvements\\sto|changes\\sto|arrangements\\sfor)',
    ),
    triggered(
      'a comparison|an assessment|an evaluation|a distinction|a selection',
      '(?:mak(?:e|es|ing)|made)\\s(?:a\\s(?:comparison|distinction|selection)|an\\s(?:assessment|evaluation|analysis))\\s(?:between|of|about)',
    ),
    triggered(
      'the implementation of|the introduction of|the provision of|the completion of',
      'the\\s(?:implementation|introduction|provision|completion)\\sof',
    ),
  ],
  padding: [
    triggered(
      'there ',
      'there\\s(?:is|are|was|were)\\s(?:an?|one|two|three|four|five|six|several|many|\\d+)\\s\\w+\\s(?:that|who|which)',
    ),
  ],
  opens:
    'following |as |in |on the |further |thanks to |after several|after many|after months|after years|with the |at its |at the |at a |over the |building on |to mark |to celebrate |whether |while |amid |it is no |since |a |an ',
  opensAtComma: false,
  frame:
    /^[^A-Za-zÀ-ÿŒœ]*(?:(?:following|as part of|in the context of|on the occasion of|in line with|in accordance with|further to|in partnership with|thanks to the (?:support|generosity|help) of|after (?:several|many|months|years)|as (?:every|in previous) years?|with the support of|at (?:its|the) (?:last|latest|monthly|annual) meeting|over the (?:past|last) (?:few|several|many)|building on|in response to|in an effort to|to (?:mark|celebrate)|whether you|while|in recent years|in an era|at a time when|amid|as (?:the (?:days|nights|weather|season)|[^.,:!?\n]{3,40} continues?)|it is no secret|since (?:its|our) (?:creation|foundation|founding))[^.,:!?\n]{2,80}(?=,)|an? (?:report|study|survey|paper|review) (?:written|published|conducted|carried out|commissioned|led|made)\s(?:(?!\bthat\b|[.:!?\n]).){20,160}(?=\b(?:that|shows?|finds?|found|reveals?)\b))/i,
  lead: /^[^A-Za-z]*(?:(?:after|before|following|since|during|in order to|as part of|despite|given that|given the|because|having|over the course|throughout|thanks to|when|while|if you|with the aim|in the course|under the|every year|as a result|at a time|in an effort|in response)[^.!?:\n]{45,180}?, (?=(?:the|an?|our|we|you|your|it|its|they|their|this|these|two|three|four|\d|[A-Z])(?![A-Za-z]{2}))|[A-Z][^.,:;!?\n]{3,60}, [^.,:;!?\n“”"]{45,160}, (?=(?:has|have|is|are|explains|tells|presents|launches|announces|shows|talks|will|looks|seeks)(?![A-Za-z])))/,
});
