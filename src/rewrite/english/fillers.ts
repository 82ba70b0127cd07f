import { lazy } from '#base/lazy.js';
// English words and sentences that add nothing: frames, calls, thanks to everybody, adverbs.
import { dropped, phrase } from '../phrase.js';
import type { Operation } from '../wording.js';
import { PRAISE } from './hype.js';

/** A sentence that leans on the one before it. */
const LEANS = lazy(
  () =>
    /^(?:it|its|they|their|them|he|she|this|these|those|that|there|thanks to you)\b|^[^.!?]{0,40}\b(?:there|them|it)[.!?]?$/i,
);

/** For what nothing leans on, such as a greeting. */
const NEVER = (): RegExp => /(?!)/;

const FRAMES = [
  String.raw`(?:In order to|To|So that we can) (?:better )?serve you(?: better| even better)?`,
  String.raw`(?:Due to|Following|In response to|By|After) (?:popular|overwhelming|high|huge|increasing|your) (?:demand|requests?)`,
  String.raw`As part of (?:our|its|their) (?:ongoing|continued|continuing|constant) (?:commitment|efforts?|drive|work|mission)(?: (?:to|towards?|for) [^,.:;!?]{3,40})?`,
  String.raw`(?:As a matter of fact|In (?:actual )?fact|In reality|Having said that|That being said|All things considered|When all is said and done|In essence|Simply put|To tell the truth|For what it[’']s worth|After (?:a lot of|months of|weeks of|years of|much) (?:hard work|planning|preparation|waiting|anticipation|work)(?: behind the scenes)?|As always|As ever|As you may have (?:heard|noticed|seen)|As many of you know|For those of you who (?:missed it|don[’']t know|do not know|may not know)|(?:Just )?in case you missed it|In case you(?:[’']re| were| are) wondering(?:,? yes)?|Whether you(?:[’']re| are) an? (?:complete |total |absolute )?(?:beginner|novice|newcomer|newbie)(?: or [^.,:;!?]{3,40})?|Without further ado|Last but not least|At the end of the day|Needless to say|To be honest|Let[’']s face it)`,
  String.raw`(?:Because|Since) your (?:health|safety|opinion|privacy) matters(?: to us)?`,
];
const NEWS = String.raw`(?:(?:Good|Great|Big|Exciting|Fantastic|Wonderful|Some|Amazing|Very exciting|Huge|Major|Brilliant|Super exciting) (?:news|announcement|update)|(?:We|I)(?: have|[’']ve got| have got) (?:some |a bit of |an? )?(?:(?:very |really |super )?(?:exciting|big|great|huge|good|wonderful|amazing|fantastic) )?(?:news|announcement)(?: to (?:share|make))?(?: with you(?: all)?)?|Pinch me|Excited is an understatement|Breaking(?: news)?|Guess what|It[’']s (?:finally )?(?:official|time|happening|that time of (?:the )?year(?: again)?)+|The (?:wait is|waiting is) (?:finally |nearly |almost )?over|The (?:day|moment|time) (?:has (?:finally )?(?:come|arrived)|is (?:finally )?here)|Drum ?roll(?: please)?|Heads up|Attention|We did it|We[’']re (?:back|live)|You asked,? (?:and )?we (?:listened|delivered)|You[’']ve been asking(?: for it)?|Save the dates?|Mark your (?:calendars?|diar(?:y|ies))|Get (?:ready|excited)|Are you ready|Ready|Have you heard|Big (?:day|moment)|Announcement(?: time)?|News(?: just in)?|Update)`;
const SHARE = String.raw`(?:share|spread the word|retweet|RT|repost|like|comment|subscribe|follow(?: us| me)?|tag (?:a friend|someone)|tell your friends|pass it on|give (?:us|it|this) a (?:like|share|follow)|hit (?:the )?(?:like|subscribe)(?: button)?|let us know)`;
/** Words for keen people in offers of work. */
const KEEN = String.raw`(?:(?:highly|very|self-)[ -]?)?(?:motivated|passionate|enthusiastic|talented)`;
const WORK = /\b(?:look(?:ing)?|hir(?:e|ing)|search(?:ing)?|recruit(?:ing)?|join|seek(?:ing)?|need)\b/i;
const TEAM = String.raw`(?:(?:(?:a|an|our|the) )?(?:(?:dynamic|fast-paced|passionate|friendly|growing|vibrant|talented|supportive|exciting|new|great|amazing|young|ambitious|award-winning|fast-growing|innovative|fun|busy|welcoming|successful|leading|next|rewarding|fresh|big)(?:,? and |, | ))*(?:challenge|role|career|career move|job|opportunity|adventure|team|company|environment|step|position|start|move))`;
const EMPTY = [
  NEWS,
  String.raw`(?:So )?(?:don[’']t|do not) (?:wait(?: any longer| around)?|miss (?:out(?: on (?:this|it|your chance|the chance)(?: to [^.!?]{2,40})?)?|it|this|(?:your|this|the|our|such an?|an?) (?:(?:amazing|incredible|unique|great|fantastic|rare|wonderful|golden|once-in-a-lifetime|unmissable|exciting|last|special|perfect|fabulous) )*(?:one|chance|opportunity|event|occasion)(?: (?:to|of) [^.!?]{2,40})?)|hesitate|delay|be late|be shy)(?:,? (?:on )?(?:this|it|book now|act now|sign up (?:now|today)))?`,
  String.raw`(?:Please |So please |And please |Also )?(?:do |feel free to |don[’']t (?:hesitate|forget) to |do not (?:hesitate|forget) to |remember to |be sure to |make sure (?:to |you )|give us a )?${SHARE}(?:(?:,| and|,? &) (?:please )?${SHARE})*(?: (?:this|it|widely|with (?:your |all your )(?:friends|network|followers|friends and family)|far and wide|if you can|please|below|now|as much as you can|and help us spread the word))*`,
  String.raw`(?:Please )?(?:feel free to |don[’']t hesitate to |do not hesitate to )?(?:get in touch|contact us|reach out(?: to us)?|ask|ask away|drop us a (?:line|message)|give us a (?:call|shout))(?: (?:with|if you have|for) [^.!?]{3,40})?`,
  String.raw`(?:Thank you|Thanks)(?: so much)?(?: in advance)? for (?:sharing|spreading the word|the (?:RTs?|retweets|share)|retweeting|your (?:help|support|shares)|all your (?:support|help))`,
  String.raw`We(?:[’']d love| would love| look forward| are looking forward|[’']re looking forward| hope| can[’']t wait|[’']re excited| are excited) (?:to )?(?:seeing|see|meeting|meet|hearing from|hear from|welcoming|welcome) you(?: (?:all|there|soon|at the event|on the day))*`,
  String.raw`(?:Thank you|Thanks|Many thanks|A (?:big|huge|massive) thank you|Huge thanks|Big thanks)(?: so much| again)? to (?:everyone|everybody|all of you|you all|all)(?: who (?:took part|came|came along|joined us|participated|attended|supported us|has supported us|helped|made it possible))?`,
  String.raw`(?:Let us know |Tell us |We[’']d love to (?:know|hear) )?(?:what (?:do you|you|are your) (?:think|thoughts)|your thoughts)(?: (?:in the comments|below|about it|of it))*|Thoughts|Who[’']s (?:in|coming|with us|excited)|Are you (?:in|coming|excited)|Sound (?:good|familiar)|Interested|Fancy it|What are you waiting for|Why not (?:come along|join us|give it a (?:go|try))`,
  String.raw`(?:(?:Please |Do )?(?:feel free to )?(?:have|take) a (?:quick )?(?:read|look|listen|watch|peek)|Check (?:it|them) out|Give it a (?:read|try|go|listen))(?:,? and (?:please )?(?:let us know|let me know|tell us|tell me) (?:what you think|your thoughts|how you get on))?|(?:Please |Do )?(?:let us know|let me know|tell us|tell me) (?:what you think|your thoughts)(?: (?:in the comments|below|of it))*`,
  String.raw`It(?:[’']s| has)(?: really| truly)? been an? (?:(?:wild|amazing|incredible|long|real|fantastic|crazy) )*(?:ride|journey|adventure|roller ?coaster)(?: and (?:I|we) [^.!?]{3,50})?|(?:I|We) could(?:n[’']t| not) be (?:more )?(?:proud(?:er)?|happy|happier|excited|thrilled)(?: of [^.!?]{3,30})?`,
  String.raw`(?:We|I)(?:[’']re| are|[’']m| am) (?:all )?(?:so|very|really|incredibly|extremely|immensely|super) proud(?: of (?:you|her|him|them|everyone|you all|the team|our team|all of you))?`,
  String.raw`(?:You can )?(?:Listen|Available|Out now|Find (?:it|us)|Stream it|Catch it|Tune in)(?: now)? (?:wherever|anywhere) you (?:get|find|listen to|download) (?:your |good )?podcasts?|Listen (?:on|in) your (?:favou?rite )?podcast app`,
  String.raw`Stay tuned(?: for (?:more|updates|more (?:updates|news|details|info|information)|further (?:updates|details)|details|news))?|Watch this space|Enjoy|(?:We )?hope to see (?:you|lots of you|you all) (?:there|soon)|See you (?:there|soon|all there)|More (?:soon|to come|info soon|details soon)|You won[’']t (?:want to miss (?:it|this)|regret it|be disappointed)|(?:It[’']s |This is )?not to be missed|(?:It[’']s|This is) (?:going to be|gonna be) (?:great|amazing|fun|fantastic|epic|a great (?:day|night|event))|Hurry|Act (?:now|fast)|Be quick|Book (?:early|fast)|First come,? first served!?|We[’']ve got you covered`,
];
const ANSWERED = String.raw`Look no further|(?:Then )?(?:this (?:is|could be|might be)|we have) (?:the |just the )?(?:one|job|role|opportunity|thing) for you|We want (?:to hear from )?you|(?:Then )?we want to hear from you|You[’']re in luck`;
/** Sentences that only open a text. */
const OPENERS = [
  String.raw`(?:(?:Wow|Oh wow|Phew),? )?what an? (?:(?:great|fantastic|brilliant|amazing|incredible|wonderful|lovely|wild|absolute) )*(?:journey|adventure|ride|match|game|day|night|evening|weekend|week|season|year|honou?r|event|start|show|crowd|turnout|atmosphere)(?: (?:on the water|at the (?:races|office|track|beach|club|fair|festival)|out there|for (?:us|the (?:club|team|school))))?(?: (?:it was|that was|it has been|it[’']s been|this has been|we(?:[’']ve)? had))?`,
  NEWS,
  EMPTY[1] ?? '',
  String.raw`(?:Are you |Do you |Would you like |Fancy |Ready |Looking |Want |Thinking |Searching )(?:(?:looking|searching|ready|want|on the (?:hunt|lookout)|to|for|of|like|about|join(?:ing)?|work(?:ing)? (?:in|with|for)|be part of|find(?:ing)?|start(?:ing)?|tak(?:e|ing) on|mak(?:e|ing)) )*${TEAM}`,
  String.raw`(?:(?:We[’']re|We are|I[’']m|I am|Super|So|Very) )*(?:so |super |very |really |absolutely )?(?:excited|thrilled|happy|pleased|proud|delighted|chuffed) to (?:finally )?(?:be able to )?(?:finally )?(?:share|announce|reveal|tell you|show you) (?:this|it|the news|some news|this news|these|this one|all)(?: (?:news|with you|with you all|at last))*`,
  String.raw`Are you an? (?:(?:${KEEN}|results-driven|driven|dynamic|ambitious|creative|proactive|hard-working|reliable|friendly|experienced)(?:, | and |,? ))*(?:self-starter|go-getter|team player|people person|problem[- ]solver|natural leader|rock ?star|ninja|hard worker|individual|professional|person)(?: (?:with|who|looking|and) [^?.!\d]{3,80})?`,
  ANSWERED,
  String.raw`(?:Are you )?ready to take (?:your|the) [^?.!]{3,40} to the next level`,
  String.raw`(?:(?:Hi|Hello|Hey|Good (?:morning|afternoon|evening)|Morning|Dear)(?: [^.,:;!?]{2,25})?[,!.]? )?(?:we |I )?hope (?:you(?:[’']re| are|r|[’']ve had)?(?: all)?|everyone is|everybody is) (?:having|enjoying|enjoyed|doing|well|keeping|good|ok|okay|had|a (?:great|good|lovely))(?: [^.:;!?]{1,40})?`,
];

/** Behind a negation of its clause such an adverb carries the meaning. */
const DENIED = /(?:n[’']t|(?<!\bwhy )\b(?:not|never|no|hardly|nor|without)) [^,:;]{0,60}$/i;

/** What English texts can do without. */
export const fillers: readonly Operation[] = [
  ...FRAMES.map((frame) =>
    phrase('filler', String.raw`^${frame}, (?=[\p{L}\d])`, '', {
      unless: () => /^[^,]*, (?:it|they|he|she)\s/i,
      dropsNegation: true,
    }),
  ),
  phrase('filler', String.raw`^${NEWS}(?: everyone| all| folks)?: (?=[\p{L}\d“])`, ''),
  dropped('filler', [...EMPTY, ANSWERED].join('|'), LEANS, { dropsNegation: true, where: 'behind' }),
  dropped(
    'filler',
    String.raw`(?:Hi|Hello|Hey|Good (?:morning|afternoon|evening)|Morning|Happy (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))(?: [^.!?,]{2,25})?`,
    NEVER,
    { where: 'first' },
  ),
  dropped('filler', OPENERS.join('|'), LEANS, { dropsNegation: true, where: 'first' }),
  // "Don’t miss out, apply now!" → "Apply now!".
  phrase(
    'filler',
    String.raw`^(?:So )?(?:don[’']t|do not) (?:miss out|delay|wait(?: any longer)?|hesitate|hang around)(?:,| –| -|:|;)? (?:and |so )?(?=(?:apply|book|sign up|register|join|order|get|grab|enter|vote|call|come|buy|reserve)\b)`,
    '',
    { dropsNegation: true },
  ),
  // "…, so don’t miss out!" at the end of a sentence.
  phrase(
    'filler',
    String.raw`(?:,|,? (?:so|and|but),?) (?:please )?(?:(?:don[’']t|dont|do not) (?:miss (?:out|it)|wait|delay|forget|hesitate|hang around)|hurry(?: up)?|be quick|get yours (?:now|today|fast)|make sure you (?:check it out|don[’']t miss (?:it|out))|check it out|stay tuned|watch this space|spread the word|(?:give|and give) us a like(?:, share and subscribe)?|what are you waiting for)(?=[!.]*$)`,
    '',
    { dropsNegation: true },
  ),
  phrase(
    'courtesy',
    String.raw`(?:,|,? and) (?:we|I) (?:do |sincerely |can only )?(?:apologi[sz]e|are sorry) for (?:any|the) (?:inconvenience|disruption|trouble|delay|confusion)(?: (?:this|it|that) (?:may|might|will|has) (?:cause|have caused|caused)(?: you)?| caused)?(?=[!.]*$)`,
    '',
  ),
  phrase('filler', String.raw` (?:to|in order to) avoid (?:any )?disappointment(?=[!.]*$)`, ''),
  phrase(
    'empty-pointer',
    String.raw`(?<=\p{L}{3}),? (?:and )?(?:more |full |all )?(?:details|info|information|tickets) (?:at|in|via|on|behind|through) (?:the|this) link(?: below)?(?=[ ]?[!.:]*$)`,
    (_, { text }) => (/[!.:]$/.test(text) ? '' : '.'),
  ),
  phrase('filler', String.raw`,? (?:please|pls) (?:share|RT|retweet|like and share)(?=[!.]*$)`, ''),
  phrase(
    'filler',
    String.raw`(?<be>\b(?:is|are|am|[’'](?:s|re|m))) (?:currently|now currently|presently|actively)(?: actively)? (?=\p{L}+ing )`,
    '$<be> ',
  ),
  phrase(
    'filler',
    String.raw`(?<=\b(?:an?|our|the|for|some) )${KEEN}(?:(?:, | and |, and )(?:${KEEN}|dynamic|driven|hard-?working|committed|dedicated|friendly|keen|energetic|reliable))* (?!and |or )(?=\p{L})`,
    '',
    {
      only: () => WORK,
    },
  ),
  phrase(
    'filler',
    String.raw`(?<=\b(?:join|to) (?:our|the) )(?:friendly|growing|small|amazing|great|dynamic|fantastic|wonderful|lovely)(?:(?:, | and )(?:friendly|growing|small|amazing|great|dynamic|fantastic))* (?=team|crew|staff)`,
    '',
  ),
  phrase(
    'filler',
    String.raw`^(?:Dive|Delve|Take a deep dive|Plunge) into (?<what>(?:our|the|my|this) (?:(?:new|latest|free|short|full) )?)(?<kind>guide|article|post|blog post|report|study|paper|story|book)?`,
    ({ what = '', kind = '' }) => `${kind === '' ? 'Explore' : 'Read'} ${what}${kind}`,
  ),
  phrase(
    'filler',
    String.raw`(?<=\b(?:what|you can|we|I|they|is|are|it[’']s|that|which|and|who) )(?:really|actually|truly|literally|basically|simply|definitely|honestly) (?=[a-z]{2,})`,
    // With a capital it stands in a title.
    (_, { text }, __, at) => (/^[A-Z]/.test(text.slice(at)) ? undefined : ''),
    {
      unless: () =>
        /n[’']t\b|\bnot\b|\?$|(?:really|actually|simply|literally) (?:is|are|was|did|do|does|has|have|can|will|put|good|bad|hard|easy|well)\b/i,
    },
  ),
  phrase(
    'filler',
    String.raw`(?<=\b(?:be|was|were|been|feels?|felt|looks?|looked) )(?:really|truly) (?=[a-z]{2,})`,
    '',
    { unless: () => /n[’']t\b|\bnot\b|\?$|(?:really|truly) (?:good|bad|hard|easy|well|is|was)\b/i },
  ),
  // Behind an article it only stresses: "a really lovely room".
  phrase(
    'filler',
    String.raw`\b(?<article>an?|some|our) really (?!${PRAISE})(?<next>[a-z]{3,})`,
    ({ article = '', next = '' }, { text }, __, at) => {
      if (DENIED.test(text.slice(0, at))) return undefined;
      const isOne = /^an?$/i.test(article);
      return isOne ? `${article.charAt(0)}${/^(?:[aeio]|un)/.test(next) ? 'n' : ''} ${next}` : `${article} ${next}`;
    },
  ),
  phrase(
    'filler',
    String.raw`(?<![\p{L}’'-])(?:absolutely|literally|really) (?=(?:everyone|everybody|everything|everywhere|anyone|anybody|all|every)\b)`,
    (_, { text }, __, at) => (DENIED.test(text.slice(0, at)) ? undefined : ''),
  ),
  // The link that follows is the place.
  phrase(
    'filler',
    String.raw`(?<=\bonline) (?:at|on|via|through) (?:our|the) (?:website|web ?site|site)(?= ?[.!:,]|$| (?:before|until|from|by) )`,
    '',
  ),
  phrase(
    'content-label',
    String.raw`(?<=^[^.:;!?]{25,120}(?<!\b(?:is|are|was|were|be|read|see|find|found|mentioned|featured|written|use|and|or))) in (?:this|our|the) (?:(?:new|latest|must-read|unmissable|handy|useful) )*(?:article|(?:blog )?post)(?= ?[.!:👉👇]*$)`,
    '',
    { only: () => /\b(?:advice|tips|tricks|answers|secrets|steps|ways|reasons|explains?|shares?|reveals?)\b/i },
  ),
  // "If you let a house, you need to be aware that new rules apply" → "If you let a house, new rules apply".
  phrase(
    'filler',
    String.raw`(?<=^(?:If|When|Before|Whether) [^.,:;!?]{6,80}, )(?:please |you (?:need to|should|must|will want to|may want to|[’']ll want to) )(?:be aware|know|note|remember|be advised)(?: that)? (?=(?:the|a|an|our|new|your|from|you|it|there|all|every|some|many|most|changes|rules) )`,
    '',
  ),
  // "Lots of new features and fixes, including offline maps" → "Offline maps".
  phrase(
    'filler',
    String.raw`^(?:Lots|Loads|Plenty|Tons|A (?:bunch|ton|host|raft|load|number)) of (?:[\p{L}-]+ ){0,3}(?:features|improvements|updates|changes|fixes|additions|goodies|enhancements)(?: (?:and|&) (?:[\p{L}-]+ ){0,2}(?:features|improvements|updates|changes|fixes|additions|goodies|enhancements))?,? (?:including|such as) (?=[\p{L}\d][^.!?]{12,})`,
    '',
  ),
  phrase('filler', String.raw`\b(?:brand[ -]new) (?=\p{L})`, 'new ', { unless: () => /like brand/i }),
  phrase('filler', String.raw`(?<=\p{L} )(?:completely|totally|absolutely|entirely) (?=free\b)`, ''),
];
