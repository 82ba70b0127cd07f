// English sentences that only say that there is a link, and formulas of courtesy.
import { lazy } from '#base/lazy.js';
import { isOwedApology } from '../apologies.js';
import { LAST_SIGNS } from '../phrase.js';
import { capital, dropSentence, ledSign, type Operation } from '../wording.js';
import { latin } from '../latin.js';

/** Where the link leads, said in words. */
const HERE = String.raw`(?:(?:right |over |just |directly |freely )?(?:here|below|online)|(?:on|at|via|through|from|over (?:on|at)|by visiting|in) (?:our|the|my|this|their) (?:new |official )?(?:website|web ?site|site|blog|web ?page|page|shop|online shop|link|app|bio|profile|comments)(?: (?:below|in (?:our|the|my) bio|provided|here))?|(?:at|via|through|using|by (?:clicking|following|tapping|visiting)|on|with|in) (?:on )?(?:the |this |that )?(?:following |above )?(?:link|address|URL|page|site)(?: (?:below|provided|here|in (?:our|the|my) bio))?|by clicking (?:here|below|through)|by (?:following|using) (?:the|this) link(?: below)?|in the (?:comments|replies|thread|article|post|(?:thread|article|post)/(?:thread|article|post))(?: below)?|in (?:the |our |my )?bio|link (?:below|in (?:the |our |my )?bio))`;
const THINGS = String.raw`(?:information|info|details|updates|news)`;
const PLEASE = String.raw`(?:please |kindly |just |simply |you can |do )*`;
const SIGNS = String.raw`[ ]*(?:[.!:…👉⬇👇➡⤵]|\ufe0f)*$`;
const GO = String.raw`(?:click|visit|see|go to|head (?:over )?to|tap|follow|use|check|read|have a look at|take a look at|check out)(?: (?:here|below|on|our|the|this|following|website|site|page|blog|link|web ?site|web ?page|to|at))*`;

/** Sentences that say no more than that there is a link. */
const POINTERS = [
  String.raw`(?:(?:You (?:can|will) (?:find|get|see) )?(?:More|Further|Full|All(?: the)?|Additional|Some more)) ${THINGS}(?: about (?:this|it))?(?: (?:is|are|can be (?:found|had|obtained|accessed|viewed)|available|is available|are available|to follow))*(?: ${HERE})*(?: at)?`,
  String.raw`${PLEASE}(?:you can )?(?:find out|read|learn|see|know|discover|get) (?:more|all about it|all the details)(?: about (?:it|this))?(?: ${HERE})*`,
  String.raw`${PLEASE}(?:click|tap|press|go|head|pop) (?:on )?(?:here|below|through|over|(?:the|this)(?: following)? link(?: below)?|over here)(?: (?:for|to) (?:(?:find out|read|learn|see|know|discover) more|more(?: ${THINGS})?|(?:all the |the full |full )?(?:details|story|article|post)|read (?:it|on|the (?:full )?(?:article|post|story))|see it|check it out|watch(?: (?:it|the video|now))?|listen(?: to it| now)?|have a look|[^.:!?]{0,3}))?`,
  String.raw`(?:(?:The |Here[’']s the |Here is the |Full )?link(?: (?:below|here|in (?:the |our |my )?(?:bio|comments|profile)|to (?:the )?(?:article|post|blog|story)))?)`,
  String.raw`${PLEASE}(?:Visit|See|Check(?: out)?|Head (?:over )?to|Go to|Take a look at|Have a look at|Look at) (?:our|the|my|this|it) ?(?:website|web ?site|site|page|blog|link|out)?(?: (?:for|to) (?:more|further|full|all|find|see|read|learn)[^.:!?]{0,30})?(?: ${HERE})*`,
  String.raw`(?:Make sure (?:you |to )|Be sure to |Go and |So )?check (?:it|them|this|him|her) out(?: ${HERE})*`,
  String.raw`${PLEASE}(?:Read|See|Watch|View|Find|Get) (?:it|the full (?:article|post|story|report|thing)|the (?:article|post|story)|all about it|them|more)(?: in full)?(?: ${HERE})*`,
  String.raw`(?:Listen|Watch|Read|See|Look)(?: to it| it)? (?:now )?here`,
  String.raw`(?:(?:For|To (?:get|find|see)) (?:more|further|full|all(?: the)?|additional) ${THINGS}(?: (?:on|about) (?:this|it))?|To (?:find out|read|learn|see|know) more|To read (?:it|on|the (?:full )?(?:article|post|story))),? ?${PLEASE}${GO}(?:[^.:!?]{0,30})`,
  String.raw`(?:(?:The )?(?:full|whole|complete) |The )?(?:blog post|post|article|story|thread|write-up|piece)(?: is| can be)?(?: (?:up|now|available|found|read|online|to read))*(?: ${HERE})(?: now)?|Blog post|(?:Full|Complete|Whole) (?:blog post|post|article|write-up)|Available(?: (?:now|to (?:order|buy|read|watch|download|view|book)))*(?: ${HERE})+|Follow (?:the|this) link|(?:All about it|The whole story|Everything you need to know) ${HERE}|Find all the details(?: ${HERE})*|For (?:more|further|full) ${THINGS}(?: ${HERE})*|Link in (?:the )?(?:thread|replies)|(?:It|This|They|Everything|All of (?:it|this))(?: is|[’']s|are| can be| is available to)? (?:(?:all |now |available |up |accessed |found |read |seen |viewed |downloaded )+(?:to (?:read|view|download) )?)?${HERE}(?: ${HERE})*`,
  String.raw`(?:Please )?(?:see|find|use|follow) (?:the )?(?:link|details|info) (?:below|here|attached)|(?:Details|Info|More|Tickets|Full details|Full info) ${HERE}|Link`,
];
const POINTER = lazy(() => latin(String.raw`^(?:${POINTERS.join('|')})${SIGNS}`));

/** "More information can be found on our website." says nothing that the link does not. */
const pointer: Operation = {
  id: 'empty-pointer',
  apply(sentence) {
    if (sentence.isFirst || !POINTER().test(sentence.text)) return undefined;
    if (!sentence.leadsToLink && !sentence.isLast) return undefined;
    return { changes: [dropSentence(sentence, 1)] };
  },
};

const THERE = lazy(() =>
  latin(
    String.raw`^(?<thing>(?!(?:It|They|This|That|These|You|We|I|He|She|There)\s)(?:The|Our|All the|My|All our)?\s?[^.,:;!?]{3,60}?) (?:is|are|can be) (?:(?:now |all |also )*(?:(?:available|online|up|live|viewable|accessible)(?: to (?:read|watch|download|view|listen to))?|found|read|seen|viewed|accessed|downloaded|obtained|watched|located)(?:(?: ${HERE})+|(?: at)?(?=[ ]*[:👉]?$))|(?:${HERE}))${SIGNS}`,
  ),
);
const FOUND = lazy(() =>
  latin(
    String.raw`^(?:You (?:can|will|[’']ll) (?:also )?(?:find|see)|Please find|Please see|(?:Here|Below) you (?:can|will|[’']ll) find) (?:(?:below|attached|here) )?(?:(?:the|a) link to )?(?<what>(?:the|our|my|all|a|an|some|more)\s[^.,:;!?]{3,80}?(?:, with [^.:;!?]{3,80}?)?)(?: ${HERE})*${SIGNS}`,
  ),
);
const FOR_DETAILS = lazy(() =>
  latin(
    String.raw`^(?:Please |Do )?(?:see|check(?: out)?|read|consult|visit|view|refer to|head to|go to) (?<where>(?:the|our|my) (?:[\p{L}-]+ ){0,3}[\p{L}-]+) for (?:(?:the )?full|(?:all|some|any) (?:of )?the|more|further|all) (?:details|information|info)(?: ${HERE})*${SIGNS}`,
  ),
);
/** "Please see the changelog for more details:" → "Details in the changelog:". */
const detailsIn: Operation = {
  id: 'empty-pointer',
  apply({ text, isFirst, leadsToLink }) {
    const where = isFirst || !leadsToLink ? undefined : FOR_DETAILS().exec(text)?.groups?.['where'];
    // A site is where the link leads: it goes with its sentence.
    return where === undefined || /(?:site|page|blog|channel|profile)s?$/.test(where)
      ? undefined
      : { changes: [{ start: 0, end: text.length, text: `Details in ${where}:` }] };
  },
};
/** "You can find the form here:" → "The form:". */
const listedThere: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const what = leadsToLink ? FOUND().exec(text)?.groups?.['what'] : undefined;
    return what === undefined || /\b(?:that|which|who|if|for (?:more|full|further))\b/.test(what)
      ? undefined
      : { changes: [{ start: 0, end: text.length, text: `${capital(what)}:` }] };
  },
};
/** "The map is on our site:" → "The map:". */
/** A clause, or what the pointer before it takes whole. */
const NO_THING =
  /\b(?:that|which|who)\b|^(?:(?:more|further|full|all(?: the)?|additional) )?(?:information|info|details|updates|news)$/i;
const thing: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink, isFirst }) {
    const found = THERE().exec(text)?.groups?.['thing'];
    if (found === undefined || !leadsToLink || (isFirst && found.length < 16) || NO_THING.test(found)) return undefined;
    return { changes: [{ start: found.length, end: text.length, text: ':' }] };
  },
};

/** Formulas that any text could end with. */
const FORMULAS = [
  String.raw`(?:(?:We |I )?(?:thank you|thanks)(?: all)?(?: so much)?|Many thanks|Thank you so much|Thanks so much|Thanks a lot)(?: (?:in advance|again|for your (?:patience|understanding|co-?operation|attention|support|time|interest|continued support|help|loyalty|business|custom)(?: and (?:your )?(?:patience|understanding|co-?operation|support))?|for bearing with us|for reading|for listening|for watching|for stopping by|for coming(?: along)?|for following(?: us| me)?|for choosing us|for being with us|all))+(?: (?:at|during) this (?:difficult |busy )?time| while [^.!?,]{3,40})?(?:,? and (?:please )?(?:click|see|look) (?:here|below):?)?`,
  String.raw`We(?: apologi[sz]e| are sorry|[’']re sorry| do apologi[sz]e| sincerely apologi[sz]e)(?: (?:in advance|sincerely))? for (?:any|the|this)(?: and all)? (?:inconvenience|disruption|trouble|delay|confusion)(?: (?:this|it|that) (?:may|might|will|has) (?:cause|have caused|caused)(?: you)?| caused)?(?: and (?:thank you|thanks|appreciate) [^.!?]{3,50})?`,
  String.raw`(?:Our |Sincere |So |Very |With |Many )?(?:sorry|apologies) (?:for|about) (?:any|the) (?:inconvenience|disruption|trouble|delay|disappointment|confusion)(?: (?:caused|this may cause))?`,
  String.raw`Please accept our (?:sincere |sincerest )?apologies(?: for [^.!?]{3,40})?|(?:Really )?looking forward to (?:seeing|welcoming|meeting) (?:you|everyone|lots of you)(?: (?:all|there|soon|then))*`,
  String.raw`(?:Many thanks|Thank you|Thanks)(?: all| everyone)?|(?:Well done|Congratulations|Congrats) to (?:everyone|everybody|all)(?: (?:who took part|who (?:entered|came|competed)|involved|concerned|taking part))?`,
  String.raw`(?:Please )?bear with us(?: [^.!?]{3,40})?|(?:All (?:are )?|Everyone (?:is )?)welcome(?:,? please share)?|Enjoy the (?:episode|show|post|video|read|match|ride|weekend)`,
  String.raw`(?:We )?(?:really |greatly |very much )?appreciate your (?:patience|understanding|co-?operation|support|help)(?: (?:at this time|during this time|in this matter|and understanding))?`,
  String.raw`(?:Please )?(?:do not|don[’']t) hesitate to (?:contact|call|email|message|get in touch(?: with)?|reach out(?: to)?|ask)(?: us| me)?(?: [^.!?]{3,50})?`,
  String.raw`(?:We|I)(?: do| really)? (?:look forward to|hope to|can[’']t wait to|cannot wait to) (?:see(?:ing)?|hear(?:ing)? from|welcom(?:e|ing)|meet(?:ing)?|having|have) (?:you|from you|your \p{L}+)(?: (?:all|there|soon|then|on the day|in person))*`,
  String.raw`(?:Happy|Enjoy your|Have a (?:great|nice|lovely|wonderful|good|fantastic|fab|relaxing|safe)) (?:reading|listening|watching|shopping|gardening|baking|day|weekend|evening|week|time|Friday|Monday|Sunday|one|summer|Christmas|holiday)(?: (?:everyone|all|folks|everybody|ahead))?`,
  String.raw`(?:Kind|Best|Warm|Warmest) (?:regards|wishes)|Cheers|Yours sincerely|Yours faithfully|All the best|Take care(?: (?:everyone|all|out there))?|Stay safe(?: (?:everyone|all|out there))?|Much love|Enjoy(?: (?:it|the read|reading|the show|everyone|and share))?`,
  String.raw`(?:We|I) (?:really )?hope (?:you|that you|this|it)(?: all)?(?: will|[’']ll)? (?:enjoy|like|love|find|helps?|is|are)(?: (?:it|this|them|you|helpful|useful|interesting|it as much as (?:we|I) (?:did|do)|of use|some of you))*`,
  String.raw`Hope (?:this|it) helps(?: (?:someone|anyone|you))?|Hope you(?: all)? (?:enjoy|like)(?: it)?`,
];
const COURTESY = lazy(() => latin(String.raw`^(?:${FORMULAS.join('|')})[!.]*(?: x{1,3})?${LAST_SIGNS}`));
/** "We apologize for any inconvenience." goes. */
const courtesy: Operation = {
  id: 'courtesy',
  apply(sentence) {
    if (
      !COURTESY().test(sentence.text) ||
      isOwedApology(sentence.text, sentence.whole) ||
      (sentence.isFirst && sentence.next.length < 30)
    )
      return undefined;
    if (sentence.isFirst && /^(?:it|this|they)\b/i.test(sentence.next)) return undefined;
    return { changes: [dropSentence(sentence, 1)] };
  },
};

const SHOWN_HERE = lazy(() =>
  latin(
    String.raw`(?<=[\p{L}\d)]),? (?<!\b(?:is|are|be|now|and|or|all|was|were) )(?:available(?: to (?:read|watch|download|view|listen to))?|to (?:read|watch|view|explore|discover|listen to))(?: (?!online)${HERE})+${SIGNS}`,
  ),
);
/** ", available here:" → ":". */
const shownHere: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const match = leadsToLink ? SHOWN_HERE().exec(text) : null;
    return match === null || match.index < LEAST_SHOWN
      ? undefined
      : { changes: [{ start: match.index, end: text.length, text: ':' }] };
  },
};
/** Least letters in front of a pointer that goes. */
const LEAST_SHOWN = 16;

const PICTURES = lazy(() =>
  latin(
    String.raw`^(?<thing>(?:(?:All |All the |The |Our |More )?(?:photos|pictures|pics|video|videos|tickets|dates|results|recipes?|recording|slides|programme|program|timetable|menu|map|transcript|application form|entry form|sign[- ]?up (?:sheet|form|link|page)|booking (?:form|link|page)|registration (?:form|link|page))(?: (?:of|from|for) [^.,:;!?]{3,40}?)?))(?: (?:are |is )?(?:now )?available)? ${HERE}${SIGNS}`,
  ),
);
/** "Photos here" → "Photos:". */
const pictures: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink, isFirst }) {
    const found = leadsToLink && !isFirst ? PICTURES().exec(text)?.groups?.['thing'] : undefined;
    return found === undefined || / (?:is|are|was|were) /.test(found)
      ? undefined
      : { changes: [{ start: found.length, end: text.length, text: ':' }] };
  },
};

const HERE_ARE = lazy(() =>
  latin(
    String.raw`(?<=\p{L}{3}),? (?:and )?here(?:[’']s| is| are) (?<what>(?:the|all the|some|our|a few) (?:photos|pictures|results|dates|highlights|recipes?|winners|map|list))[ ]?[.!:]*$`,
  ),
);
/** "…, here are the photos." → "…. The photos:". */
const hereAre: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const match = leadsToLink ? HERE_ARE().exec(text) : null;
    return match === null
      ? undefined
      : { changes: [{ start: match.index, end: text.length, text: `. ${capital(match.groups?.['what'] ?? '')}:` }] };
  },
};

/** "Find all the photos of the fair here:" → "Find all the photos of the fair:". */
const HERE_LAST = lazy(() =>
  latin(
    String.raw`(?<=^(?:Please )?(?:Find|See|Read|Get|Watch|Browse|Download|Book|Check|Discover|View|Reserve|Order|Buy|Register|Sign up|Apply|Join|Enter|Vote|Donate|Subscribe|Submit|Send|Share|Explore|Listen|Meet|Try|Take|Learn|Complete|Report|Support|Add|Tell|Have your say|Pre-?order|Follow|Claim|Nominate|Volunteer)(?: [^.:;!?]{2,120})?)(?<!\b(?:or|and|both|nor|is|are|be))(?<!^(?:Please )?(?:Find|See|Read|Get|Watch|Book|Check|View|Order|Buy|Take|Try|Meet|Report|Add|Send|Share|Support|Browse|Complete|Explore|Follow|Tell))(?: now)?,? (?!online|right online)${HERE}(?: ${HERE})*${SIGNS}`,
  ),
);
const here: Operation = {
  id: 'empty-pointer',
  apply(sentence) {
    const { text, leadsToLink } = sentence;
    const match = HERE_LAST().exec(text);
    return match === null || !leadsToLink
      ? undefined
      : { changes: [{ start: match.index, end: text.length, text: ledSign(sentence, ':') }] };
  },
};

const BY_CLICKING = lazy(() =>
  latin(
    String.raw`(?<=\p{L}{2}) by (?:clicking|tapping|following|visiting|using) (?:on )?(?:here|below|(?:the|this)(?: following)? link(?: (?:below|here|provided))?)[ ]*(?:[.:!👉⬇👇➡⤵]|\ufe0f)*$`,
  ),
);
/** "please contact us by clicking here:" → "please contact us:". */
const byClicking: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const match = leadsToLink && !HERE_LAST().test(text) && !FOUND().test(text) ? BY_CLICKING().exec(text) : null;
    return match === null ? undefined : { changes: [{ start: match.index, end: text.length, text: ':' }] };
  },
};

const MORE_ABOUT = lazy(() =>
  latin(
    String.raw`^(?:(?:More|Further|Full|Additional|All(?: the)?) )?(?:information|info|details) (?:about|on|regarding|concerning) (?<what>(?:our|the|this|these|my|all|how|what) [^.,:;!?]{4,80}?) (?:is|are|can be) (?:now )?(?:available|found|online|up|obtained|accessed|read)(?: (?:to read|to view))?(?: ${HERE})*${SIGNS}`,
  ),
);
/** "More information about our sessions can be found here:" → "More about our sessions:". */
const moreAbout: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const what = leadsToLink ? MORE_ABOUT().exec(text)?.groups?.['what'] : undefined;
    return what === undefined ? undefined : { changes: [{ start: 0, end: text.length, text: `More about ${what}:` }] };
  },
};

const LEADS_NOWHERE = lazy(() =>
  latin(
    String.raw`(?<=^(?:Check|Find|See|Read|Get|Watch|Browse|Download|Book|View|Reserve|Order|Buy|Register|Sign up|Apply|Submit|Send|Donate|Vote|Access|Report|Complete|Renew|Claim|Nominate|Details|Updates|More|Full) ?[^.:;!?]{0,100}) (?:at|on|via|through|from)[ ]*:$`,
  ),
);
/** "Check your tickets at:" → "Check your tickets:". */
const preposition: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const match = leadsToLink ? LEADS_NOWHERE().exec(text) : null;
    return match === null ? undefined : { changes: [{ start: match.index, end: text.length, text: ':' }] };
  },
};

const ABOUT_WHICH = lazy(() =>
  latin(
    String.raw`^(?:(?:More|Further|Full|Additional|All(?: the)?) )?(?:information|info|details) (?:about|on|regarding|concerning) (?<what>(?:our|the|this|these|my|all) [^.,:;!?]{4,60}), which (?<does>(?!is|are|was|were|has|have)[^.,:;!?]{5,60}), (?:is|are|can be) (?:now )?(?:available|found|online|obtained|accessed|read)(?: (?:to read|to view))?(?: ${HERE})*${SIGNS}`,
  ),
);
/** "More information about our sessions, which take place on Tuesdays, can be found here:" → "Our sessions take place on Tuesdays:". */
const aboutWhich: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const { what = '', does = '' } = leadsToLink ? (ABOUT_WHICH().exec(text)?.groups ?? {}) : {};
    return what === '' ? undefined : { changes: [{ start: 0, end: text.length, text: `${capital(what)} ${does}:` }] };
  },
};

/** What English texts may end with in vain. */
export const endings: readonly Operation[] = [
  courtesy,
  pointer,
  moreAbout,
  aboutWhich,
  byClicking,
  here,
  shownHere,
  hereAre,
  pictures,
  detailsIn,
  listedThere,
  thing,
  preposition,
];
