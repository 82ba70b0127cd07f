// English words and sentences that add nothing: frames, calls, thanks to everybody, adverbs.
import { dropped, phrase } from '../phrase.js';
import type { Operation } from '../wording.js';

/** A sentence that leans on the one before it. */
const LEANS =
  /^(?:it|its|they|their|them|he|she|this|these|those|that|there|thanks to you)\b|^[^.!?]{0,40}\b(?:there|them|it)[.!?]?$/i;

const FRAMES = [
  String.raw`(?:In order to|To|So that we can) (?:better )?serve you(?: better| even better)?`,
  String.raw`(?:Due to|Following|In response to|By|After) (?:popular|overwhelming|high|huge|increasing|your) (?:demand|requests?)`,
  String.raw`As part of (?:our|its|their) (?:ongoing|continued|continuing|constant) (?:commitment|efforts?|drive|work|mission)(?: (?:to|towards?|for) [^,.:;!?]{3,40})?`,
  String.raw`(?:As always|As ever|As you may have (?:heard|noticed|seen)|As many of you know|For those of you who (?:missed it|don[’']t know|do not know|may not know)|In case you missed it|Without further ado|Last but not least|At the end of the day|Needless to say|To be honest|Let[’']s face it)`,
  String.raw`(?:Because|Since) your (?:health|safety|opinion|privacy) matters(?: to us)?`,
];
const NEWS = String.raw`(?:(?:Good|Great|Big|Exciting|Fantastic|Wonderful|Some) news|Breaking|Guess what|It[’']s (?:finally )?here|The wait is over|Drum ?roll(?: please)?|Heads up|Attention)`;
const EMPTY = [
  NEWS,
  String.raw`(?:So )?(?:don[’']t|do not) (?:wait(?: any longer)?|miss (?:out|it|this)|hesitate)(?: (?:on )?(?:this|it))?`,
  String.raw`(?:Please )?(?:feel free to |don[’']t hesitate to |do not hesitate to )?(?:share|spread the word|retweet|RT|repost|like and share|share (?:this|it|widely|with your (?:friends|network|followers)|far and wide)|tell your friends|get in touch|contact us|reach out(?: to us)?|ask)(?: (?:with|if you have|for) [^.!?]{3,40})?`,
  String.raw`(?:Thank you|Thanks)(?: in advance)? for (?:sharing|spreading the word|the RT|retweeting)`,
  String.raw`We look forward to (?:seeing|meeting|hearing from|welcoming) you(?: (?:all|there|soon))*`,
  String.raw`(?:Thank you|Thanks|Many thanks|A (?:big|huge|massive) thank you|Huge thanks)(?: so much| again)? to (?:everyone|everybody|all of you|you all|all)(?: who (?:took part|came|joined us|participated|attended|supported us))?`,
  String.raw`(?:Let us know )?what (?:do you|you) think(?: (?:in the comments|below))?`,
  String.raw`Stay tuned(?: for more)?|Watch this space|Enjoy|Hope to see you (?:there|soon)`,
];

/** Words for keen people in offers of work. */
const KEEN = String.raw`(?:(?:highly|very|self-)[ -]?)?(?:motivated|passionate|enthusiastic|talented)`;
const WORK = /\b(?:look(?:ing)?|hir(?:e|ing)|search(?:ing)?|recruit(?:ing)?|join|seek(?:ing)?|need)\b/i;

/** What English texts can do without. */
export const fillers: readonly Operation[] = [
  ...FRAMES.map((frame) =>
    phrase('filler', String.raw`^${frame}, (?=[\p{L}\d])`, '', { unless: /^[^,]*, (?:it|they|he|she)\s/i }),
  ),
  phrase('filler', String.raw`^${NEWS}(?: everyone| all| folks)?: (?=[\p{L}\d“])`, ''),
  dropped('filler', EMPTY.join('|'), LEANS, { dropsNegation: true, where: 'behind' }),
  dropped('filler', `${NEWS}|${EMPTY[1] ?? ''}`, LEANS, { dropsNegation: true, where: 'first' }),
  phrase(
    'filler',
    String.raw`(?<be>\b(?:is|are|am|[’'](?:s|re|m))) (?:currently|now currently|presently|actively)(?: actively)? (?=\p{L}+ing )`,
    '$<be> ',
  ),
  phrase(
    'filler',
    String.raw`(?<=\b(?:an?|our|the|for|some) )${KEEN}(?:(?:, | and |, and )(?:${KEEN}|dynamic|driven))* (?=\p{L})`,
    '',
    {
      only: WORK,
    },
  ),
  phrase(
    'filler',
    String.raw`(?<=\b(?:join|to) (?:our|the) )(?:friendly|growing|small|amazing|great|dynamic|fantastic|wonderful|lovely)(?:(?:, | and )(?:friendly|growing|small|amazing|great|dynamic|fantastic))* (?=team|crew|staff)`,
    '',
  ),
  phrase('filler', String.raw`\b(?:brand[ -]new) (?=\p{L})`, 'new ', { unless: /like brand/i }),
  phrase('filler', String.raw`(?<=\p{L} )(?:completely|totally|absolutely|entirely) (?=free\b)`, ''),
];
