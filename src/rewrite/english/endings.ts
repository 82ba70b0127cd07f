// English sentences that only say that there is a link, and formulas of courtesy.
import { lazy } from '#base/lazy.js';
import { dropSentence, type Operation } from '../wording.js';
import { latin } from '../latin.js';

const HERE = String.raw`(?:here|below|(?:on|at|via) (?:our|the|my) (?:website|site|blog|link)|at the link(?: below)?|online)`;
const THINGS = String.raw`(?:information|info|details)`;
const POINTER = lazy(() =>
  latin(
    String.raw`^(?:(?:More|Further|Full|All the) ${THINGS}(?: (?:is|are|can be found|available|is available|can be had))?(?: ${HERE})?|(?:You can )?(?:find out|read|learn|see|know) more(?: ${HERE})?|(?:Please )?click (?:here|(?:on )?(?:the|this) link(?: below)?)(?: (?:for|to) [^.:!?]{3,40})?|(?:The )?link (?:below|in (?:the )?bio|in (?:the )?comments)|(?:Visit|See|Check|Head (?:over )?to|Go to) our (?:website|site|page)(?: for [^.:!?]{3,30})?|Check it out(?: ${HERE})?|Read (?:it|the full (?:article|post|story|report)|all about it)(?: ${HERE})?|Listen (?:to it )?here|Watch (?:it )?here|For (?:more|further) ${THINGS},? (?:please )?(?:visit|see|click)[^.:!?]{0,30})[ ]*[.!:…👉⬇️👇]*$`,
  ),
);

/** "More information can be found on our website." says nothing that the link does not. */
const pointer: Operation = {
  id: 'empty-pointer',
  apply(sentence) {
    if (sentence.isFirst || !POINTER().test(sentence.text)) return undefined;
    if (!sentence.leadsToLink && !sentence.isLast) return undefined;
    return { changes: [dropSentence(sentence, 1)] };
  },
};

const THERE = latin(
  String.raw`^(?<thing>(?:The|Our|All the)\s[^.,:;!?]{3,45}?) (?:is|are|can be (?:found|read|seen|downloaded)) (?:now )?(?:available |online |up )?(?:to (?:read|watch|download) )?(?:here|at this link|on (?:our|the) (?:website|site|blog))[ ]*[.!:👉⬇️👇]*$`,
);
/** "The map is on our site:" → "The map:". */
const thing: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink, isFirst }) {
    const found = THERE.exec(text)?.groups?.['thing'];
    if (found === undefined || !leadsToLink || (isFirst && found.length < 16) || /\b(?:that|which|who)\b/.test(found))
      return undefined;
    return { changes: [{ start: found.length, end: text.length, text: ':' }] };
  },
};

const COURTESY =
  /^(?:(?:Thank you|Thanks) (?:in advance|for your (?:patience|understanding|cooperation|attention|support)(?: and understanding)?)|We (?:apologi[sz]e|are sorry) for (?:any|the) inconvenience(?: (?:this may cause|caused))?|(?:Sorry|Apologies) for (?:any|the) inconvenience(?: caused)?|We appreciate your (?:patience|understanding|cooperation)|(?:Please )?(?:do not|don[’']t) hesitate to contact us(?: [^.!?]{3,40})?|We look forward to (?:seeing|hearing from|welcoming) you|Happy reading|(?:Kind|Best) regards|Have a (?:great|nice|lovely) (?:day|weekend))[ ]*[.!…]*$/iu;
/** "We apologize for any inconvenience." goes. */
const courtesy: Operation = {
  id: 'courtesy',
  apply(sentence) {
    if (!COURTESY.test(sentence.text) || (sentence.isFirst && sentence.next.length < 40)) return undefined;
    if (sentence.isFirst && /^(?:it|this|they)\b/i.test(sentence.next)) return undefined;
    return { changes: [dropSentence(sentence, 1)] };
  },
};

/** "Find all the photos of the fair here:" → "Find all the photos of the fair:". */
const HERE_LAST =
  /(?<=^(?:Find|See|Read|Get|Watch|Browse|Download|Book|Check|Discover|View) [^.:;!?]{10,120}) (?:right )?(?:here|at this link|via this link|at the link below)[ ]*(?:[.:👉👇➡⬇]|\ufe0f)*$/u;
const here: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const match = HERE_LAST.exec(text);
    return match === null || !leadsToLink
      ? undefined
      : { changes: [{ start: match.index, end: text.length, text: ':' }] };
  },
};

/** What English texts may end with in vain. */
export const endings: readonly Operation[] = [courtesy, pointer, here, thing];
