// English openings that name the season before the advice or the offer that it is the time for.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { dropped } from '../phrase.js';
import { dropOpening, type Operation } from '../wording.js';

const OCCASION = String.raw`(?:(?:the )?(?:(?:festive|holiday|summer|winter|spring|autumn|fall|wedding|exam|gardening|flu|party|Christmas|Easter|school|barbecue|hay fever|growing|new) )*(?:season|holidays|break|term|months)|Christmas|Easter|summer|winter|spring|autumn|New Year|Halloween|Black Friday|Valentine[’']s Day|Mother[’']s Day|Father[’']s Day)`;
const WEATHER = String.raw`(?:(?:the |this |these )?(?:(?:warmer|colder|warm|cold|hot|hotter|wet|wetter|milder|nice|good|sunny|better|longer|lighter|darker|shorter|winter|summer|autumn|spring|long|light|dark|first) )*(?:weather|days|evenings|nights|mornings|temperatures|temps|frosts?|heat|sunshine|sun|snow|ice))`;
const FAST = String.raw`(?:(?:now|just|fast|rapidly|quickly|nearly|almost|finally|well and truly|firmly|already|only) )*`;
const COMING = String.raw`(?:approaching|upon us|around the corner|(?:weeks|days|a few weeks) away|here|in full swing|on the horizon|under way|underway|drawing (?:near|in|to a close)|on (?:its|their|the) way|coming(?: up| in)?|arriving|setting in|in sight|getting (?:longer|shorter|warmer|colder|lighter|darker)|dropping|falling|rising|soaring|out|creeping in|closing in)`;
const AHEAD = lazy(() =>
  latin(
    String.raw`^(?:With (?:${OCCASION}|${WEATHER})(?: (?:and|&) (?:${OCCASION}|${WEATHER}))? ${FAST}${COMING}(?: (?:again|at last|fast|soon))?|Now (?:that )?(?:the clocks have gone (?:back|forward)|(?:${OCCASION}|${WEATHER}) (?:is|are|has|have) ${FAST}(?:${COMING}|arrived))|As (?:the )?(?:${OCCASION}|${WEATHER}) (?:approach(?:es)?|arrives?|sets? in|draws? (?:near|in)|gets? (?:closer|nearer|longer|shorter|warmer|colder)|drops?|falls?|rises?)), (?=(?!(?:it(?![’']?s time to)|they|this|these|those|he|she|and|but)\b)[\p{L}\d])`,
  ),
);
/** "With the festive season fast approaching, raisins can kill dogs" → "Raisins can kill dogs". */
const ahead: Operation = {
  id: 'filler',
  apply(sentence) {
    const match = AHEAD().exec(sentence.text);
    return match === null || sentence.text.length - match[0].length + sentence.next.length < 40
      ? undefined
      : { changes: [dropOpening(sentence, match[0].length)] };
  },
};

const LEANS = lazy(
  () =>
    /^(?:it|its|they|their|them|this|these|that|so|and|but|or|because|which|who|not|then)\b|^[^.!?]{0,40}\b(?:there|them|it)[.!?]?$/i,
);
/** Seasons that go. */
export const seasons: readonly Operation[] = [
  ahead,
  // "Spring is finally here! Our stall is open" → "Our stall is open".
  dropped(
    'filler',
    String.raw`(?:And just like that,? |At last,? |Finally,? )?(?:Spring|Summer|Autumn|Winter|The (?:sun|sunshine|nights|evenings|days|(?:warm|warmer|cold|colder|nice|good|hot|better|wet) weather|temperatures))(?:[’']s|[’']re| is| are) ${FAST}(?:${COMING}|in the air|back|shining|out to play)(?: (?:again|at last|fast))?(?:,? and (?:so (?:is|are)|it[’']s time for) [^.!?\d]{3,50})?`,
    LEANS,
    { where: 'first' },
  ),
];
