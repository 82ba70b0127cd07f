// English openings behind which a headline stands: what was written, how many there are, for what reason.
import { phrase } from '../phrase.js';
import type { Operation } from '../wording.js';

const COUNT = String.raw`(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty)`;
/** Openings without which what follows stands as a headline. */
export const headlines: readonly Operation[] = [
  // "I wrote something about words that exist in Welsh" → "Words that exist in Welsh".
  phrase(
    'content-label',
    String.raw`^(?:So )?(?:I|We)(?:[’']ve| have)?(?: just| finally)? (?:wrote|written|made|put together|published|posted) (?:something|a (?:little |short |quick |new |long |brief )?(?:(?:blog )?post|article|piece|thread|essay|note|something)(?: on (?:my|our|the) blog)?) (?:about|on) (?=(?!(?:how|why|what|it|this|that|them|my|our|your|the)\b)[a-z]+s? [^.!?]{20})`,
    '',
  ),
  // "In this article we will be taking a look at 5 mistakes" → "5 mistakes".
  phrase(
    'content-label',
    String.raw`^In (?:this|our|my)(?: latest| new| newest| short| quick)? (?:blog post|post|article|guide|thread|newsletter),? (?:we|I)(?:[’']ll|[’']m|[’']re| am| are| will| are going to| am going to|[’']re going to)? ?(?:be )?(?:(?:take|taking) a (?:closer )?look at|look at|looking at|share|sharing|cover|covering|explore|exploring|discuss|discussing|list|reveal|go through|going through) (?=(?:${COUNT}|the ${COUNT}|the most|the best|some of the) [^.!?]{20})`,
    '',
  ),
  // "Here are the ten reasons why" → "Ten reasons why".
  phrase('content-label', String.raw`^Here are (?:the |our |my |just )?(?=${COUNT} [^.!?]{20})`, ''),
  // "There are three forms that most forget, and one that costs them money" → "Three forms …".
  phrase(
    'existential',
    String.raw`^There are (?=${COUNT} [a-z]+ that [^.!?]{5,60}, and (?:one|two|three|some|another) (?:that|which|of them) )`,
    '',
  ),
  // "The reason why our lifts are slow is a motor from 1961" → "Our lifts are slow because of a motor from 1961".
  phrase(
    'plain-words',
    String.raw`^The (?:main |real |only |simple )?reason (?:why|that) (?<what>(?:our|your|the|my|most|so many|their|we|you|they) (?:(?!\b(?:is|was)\b)[^.,:;!?]){3,50}?(?: (?:is|was) (?:(?!\b(?:is|was)\b)[^.,:;!?]){2,25}?)?) (?:is|was) (?<how>most likely |probably |simply |usually |often |mostly )?(?:(?<clause>(?:the fact )?that)|(?=(?:an?|the|our|their) )) ?(?<last>[^.:;!?]{5,90})`,
    ({ what = '', how = '', clause = '', last = '' }) => {
      // A clause behind a noun would be read as its own.
      if (clause === '' && /\b(?:is|are|was|were|that|which|who)\b/.test(last)) return undefined;
      return `${what} ${how}${clause === '' ? 'because of' : 'because'} ${last}`;
    },
  ),
];
