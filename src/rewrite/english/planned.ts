// English sentences that say by a passive what a headline says without a verb, and what one was able to do.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { capital, type Operation } from '../wording.js';
import { pastForm } from './conjugation.js';

/** What takes place, by its last noun. */
const EVENT = String.raw`(?:auction|barbecue|bazaar|beach clean|book club|book launch|breakfast|bring-and-buy sale|ceilidh|class|clean-up|clinic|coffee morning|community day|concert|conference|consultation|course|craft fair|debate|demonstration|discussion|drop-in|drop-in session|evening|exhibition|fair|family day|festival|fete|fun day|fun run|gala|gig|hackathon|information evening|jumble sale|launch|lecture|litter pick|lunch|market|masterclass|matinee|meeting|meet-up|meetup|morning|open day|open evening|panel|parade|performance|picnic|plant sale|plant swap|quiz|quiz night|raffle|reading|recital|repair café|screening|seed swap|seminar|service|session|show|sale|talk|tasting|tea|tea party|tour|tournament|training day|vigil|walk|webinar|workshop)`;
const WHEN = String.raw`(?:on|at|this|next|every|from|in|tomorrow|tonight|today)`;
const PLANNED = lazy(() =>
  latin(
    String.raw`^(?:(?<there>There (?:will be|is) (?:an?|another) )(?=[^.:;!?]{0,80}? ${WHEN} )|An? )(?<what>(?:[\p{L}-]+ ){0,4}?${EVENT}(?![\p{L}-])(?: (?:for|on|about|of|with|to) (?!\d)(?:(?!will |is |are |by |that |which |who )[^\s.,:;!?]+ ?){1,8}?)?) ?(?<held>(?:will be|is being|is) (?:held|hosted|organi[sz]ed|run|put on) )?(?<by>by (?:the|our|local) [^.,:;!?]{2,40}? )?(?=${WHEN} )`,
  ),
);
/** "A concert will be held by the choir on 9 May" → "Concert by the choir on 9 May", "There will be a talk at 7pm" → "Talk at 7pm". */
const planned: Operation = {
  id: 'event',
  apply({ text, inFront, next }) {
    const match = PLANNED().exec(text);
    const { there, what = '', held, by = '' } = match?.groups ?? {};
    if (match === null || /:\s*$/.test(inFront)) return undefined;
    // One of the two says that it takes place.
    if (there === undefined && held === undefined) return undefined;
    // What goes on with a clause, or with a pronoun, leans on the verb that is gone.
    if (/,? (?:and|but|so|where|when|which|who|that) /.test(text.slice(match[0].length)) || /^(?:It|This) /.test(next))
      return undefined;
    return { changes: [{ start: 0, end: match[0].length, text: `${capital(what.trim())} ${by}` }] };
  },
};

/** Participles that are not the past of their verb. */
const DONE: Readonly<Record<string, string>> = {
  choose: 'chosen',
  draw: 'drawn',
  get: 'got',
  give: 'given',
  grow: 'grown',
  rewrite: 'rewritten',
  run: 'run',
  show: 'shown',
  take: 'taken',
  write: 'written',
  beat: 'beaten',
  identify: 'identified',
  rehome: 'rehomed',
  rescue: 'rescued',
  secure: 'secured',
  fund: 'funded',
  feed: 'fed',
  plug: 'plugged',
  reach: 'reached',
  double: 'doubled',
  cover: 'covered',
  deliver: 'delivered',
};

/** What is planned, and what was done. */
export const plannings: readonly Operation[] = [
  planned,
  // "We have been able to identify 17 titles" → "We have identified 17 titles".
  phrase(
    'plain-words',
    String.raw`\b(?<have>has|have|[’']ve)(?<when> (?:since|now|already|so far|also|recently|just))? been able to (?<verb>\p{L}+)(?= (?:\d|over |more than |around |about |all |the |our |every |another ))`,
    ({ have = '', when = '', verb = '' }) => {
      const done = DONE[verb.toLowerCase()] ?? pastForm(verb.toLowerCase());
      return done === undefined ? undefined : `${have}${when} ${done}`;
    },
    { unless: () => /\b(?:not|never|only|if|until|without)\b|n[’']t\b|\?/i },
  ),
  // "7 plots have become available" → "7 plots are available".
  phrase(
    'plain-words',
    String.raw`(?<=\p{L} )(?<have>has|have) (?:now |just |recently )?become available(?=[ .!,]|$)`,
    ({ have = '' }) => (have.toLowerCase() === 'has' ? 'is available' : 'are available'),
    { unless: () => /\b(?:since|as soon as|when|if|once|until|after)\b/i },
  ),
  // "In terms of collections, nothing changes" → "As for collections, nothing changes".
  phrase('plain-words', String.raw`^In terms of (?=(?:the |our |your )?\p{L}[^.,:;!?]{2,40}, )`, 'As for '),
];
