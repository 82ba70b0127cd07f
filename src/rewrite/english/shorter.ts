// English phrases that a shorter one says as well, whatever stands around them.
import { phrase, shorter } from '../phrase.js';
import { capital, type Operation } from '../wording.js';

const ANYWHERE = `
with regard to: about
with regards to: about
in regard to: about
in regards to: about
in relation to: about
with reference to: about
in reference to: about
pertaining to: about
on the subject of: about
on the topic of: about
in the vicinity of: near
over the course of: over
for the duration of: throughout
the majority of the: most of the
the majority of our: most of our
the vast majority of the: most of the
the vast majority of our: most of our
all of our: all our
all of your: all your
make use of: use
makes use of: uses
making use of: using
made use of: used
is in need of: needs
are in need of: need
am in need of: need
take into consideration: consider
taking into consideration: considering
provide assistance to: help
provides assistance to: helps
providing assistance to: helping
give assistance to: help
provides you with: gives you
provide you with: give you
has an impact on: affects
have an impact on: affect
come to an end: end
comes to an end: ends
will be able to: can
will have the opportunity to: can
will have the chance to: can
have the ability to: can
in such a way that: so that
in most cases: usually
in many cases: often
in some cases: sometimes
in the majority of cases: usually
more often than not: usually
from time to time: sometimes
free of charge: free
completely free of charge: free
with effect from: from
as from: from
up until: until
by the name of: called
goes by the name of: is called
if at all possible: if possible
you are required to: you must
be coming into effect: come into effect
be coming into force: come into force
be taking place: take place
a new and innovative: a new
each and every one of: every one of
the exact same: the same
in advance of: before
is unable to: cannot
are unable to: cannot
am unable to: cannot
is not able to: cannot
are not able to: cannot
make an application: apply
makes an application: applies
making an application: applying
make an improvement to: improve
make improvements to: improve
make changes to: change
making changes to: changing
make a change to: change
make contact with: contact
make an attempt to: try to
make an effort to: try to
make a donation of: donate
make a donation: donate
make a payment of: pay
make a payment: pay
make a reservation: book
make a choice between: choose between
make a decision on: decide on
make a decision about: decide on
making a decision on: deciding on
making a decision about: deciding on
reach a decision on: decide on
reach an agreement on: agree on
give consideration to: consider
have a discussion about: discuss
carry out research into: research
carry out research on: research
carries out research into: researches
carrying out research into: researching
carried out research into: researched
get in touch with: contact
provide an overview of: outline
provides an overview of: outlines
is aimed at: is for
are aimed at: are for
the way in which: how
the manner in which: how
for the most part: mostly
most of the time: usually
the bulk of the: most of the
a great deal of: a lot of
a large amount of: a lot of
a large quantity of: a lot of
in the direction of: towards
in close collaboration with: with
absolutely essential: essential
absolutely necessary: necessary
end result: result
final outcome: outcome
added bonus: bonus
advance warning: warning
completely unique: unique
first of all: first
each and every: every
on a first come, first served basis: first come, first served
on a first-come, first-served basis: first come, first served
on a first come first served basis: first come, first served
`;
const BEFORE_FIGURES = `
for a period of: for
in excess of: more than
over a period of: over
within a period of: within
at a cost of: for
at a price of: for
at the price of: for
starting from: from
`;
const BEFORE_PLURALS = `
a large number of: many
a great number of: many
a huge number of: many
a significant number of: many
a considerable number of: many
a high number of: many
a wide range of: many
a wide variety of: many
a broad range of: many
a whole range of: many
a multitude of: many
a plethora of: many
the majority of: most
the vast majority of: most
a majority of: most
a number of: several
a small number of: a few
a variety of: various
`;

/** What is decided of a thing, and what it is then. */
const DONE: Readonly<Record<string, string>> = {
  postpone: 'postponed',
  cancel: 'canceled',
  close: 'closed',
  extend: 'extended',
  suspend: 'suspended',
  reduce: 'reduced',
  reopen: 'reopened',
  'bring forward': 'brought forward',
  withdraw: 'withdrawn',
  delay: 'delayed',
};

/** Acts of the reader, by which documents are named. */
const BROUGHT = 'bring|complete|fill in|sign|send|submit|provide|check|follow';

/** What the reader does with what can be made. */
const MADE: Readonly<Record<string, string>> = {
  applications: 'apply',
  bookings: 'book',
  donations: 'donate',
  payments: 'pay',
  reservations: 'book',
};

/** Phrases in fewer words. */
export const shorterPhrases: readonly Operation[] = [
  shorter('plain-words', ANYWHERE),
  // "has been awarded a prize" → "has won a prize"; "by the fund" would have lost its verb.
  phrase(
    'plain-words',
    String.raw`\b(?<be>was|were|has been|have been) awarded (?:with )?(?=(?:the|an?) )`,
    ({ be = '' }) => `${/^(?:has|have)/i.exec(be)?.[0] ?? ''} won `.trimStart(),
    {
      unless: () =>
        /\bawarded [^.:;!?]*\bby\b|\bawarded (?:with )?(?:the|an?) (?:contract|tender|status|honorary|degree)/i,
    },
  ),
  // "the decision has been taken to postpone the match" → "the match has been postponed".
  phrase(
    'plain-words',
    String.raw`(?<![\p{L}])(?:the|a) decision (?<has>has been|was) (?:taken|made) to (?<verb>${Object.keys(DONE).join('|')}) (?<what>(?!and\b)[^.,:;!?]{4,60}?)(?<rest>(?: (?:until|from|by|to|for|on|because|due) [^.,:;!?]{3,60})?)(?=[.!]|$)`,
    ({ has = '', verb = '', what = '', rest = '' }, _, __, at) => {
      if (/ (?:and|or|that|which|who) /.test(what)) return undefined;
      const head = /[\p{L}’'-]+$/u.exec(what.replace(/ (?:of|in|on|at) .*$/, ''))?.[0] ?? '';
      const isMany = /[^s’'u]s$/.test(head) || / and /.test(what);
      const be = has === 'was' ? (isMany ? 'were' : 'was') : isMany ? 'have been' : 'has been';
      const written = `${what} ${be} ${DONE[verb.toLowerCase()] ?? ''}${rest}`;
      return at === 0 ? capital(written) : written;
    },
  ),
  // "there are two documents that you must bring" → "bring two documents".
  phrase(
    'plain-words',
    String.raw`(?<=^|^(?:To|Before|When) [^.,:;!?]{5,60}, )there are (?<what>(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several) [^.,:;!?]{3,30}?) (?:that |which )?you (?:are required to|must|have to|need to) (?<verb>${BROUGHT})(?: with you)?(?=[.!]|$)`,
    ({ what = '', verb = '' }) => `${verb} ${what}`,
  ),
  phrase(
    'plain-words',
    String.raw`(?<=\b(?:they|you|we|people|employers|drivers|parents|residents|students|workers|staff|customers|members|landlords|tenants|applicants|visitors|passengers|businesses) )will be required to (?=[a-z]+ )`,
    'will have to ',
  ),
  // "4 tons were removed by them from the river": who did it stands in the sentence before.
  phrase(
    'plain-words',
    String.raw`(?<=\b(?:was|were|been) \p{L}+(?:ed|en|ght|de|un|ne)) by them(?= (?:from|in|at|on|over|during|since|within)\b|[.!])`,
    '',
  ),
  shorter('plain-words', BEFORE_FIGURES, 'figure'),
  shorter('plain-words', BEFORE_PLURALS, 'plural'),
  phrase(
    'plain-words',
    String.raw`(?<=\b(?:in|of|during|throughout|for|until|from) )(?:the )?month of (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)`,
    '',
  ),
  // "dogs must be kept on a lead at all times" → "dogs must always be kept on a lead".
  phrase(
    'plain-words',
    String.raw`\b(?<modal>must|should|can|will|may)(?<what> (?!not\b|always\b|never\b)[^.,:;!?]{3,60}?) at all times\b`,
    '$<modal> always$<what>',
    { unless: () => /\b(?:not|never)\b|n[’']t\b/i },
  ),
  phrase(
    'plain-words',
    String.raw`(?<be>\b(?:is|are|am|was|were|[’'](?:s|re|m))) (?:currently )?in the process of (?=\p{L}+ing\b)`,
    '$<be> ',
  ),
  // "Applications can be made online" → "Apply online".
  phrase(
    'plain-words',
    String.raw`(?<open>^|, |; | and )(?<what>applications|donations|bookings|reservations|payments)(?<free> for [^.,:;!?]{3,40}?)? (?:can|may|must|should|need to) (?:now )?be made(?= (?:online|by|via|through|at|in|until|before|from|here|on)\b|[.!:]|$)`,
    ({ open = '', what = '', free = '' }) => {
      const verb = MADE[what.toLowerCase()] ?? '';
      return `${open === '' ? capital(verb) : open}${open === '' ? '' : verb}${free}`;
    },
  ),
  phrase('plain-words', String.raw`\bby no later than\b`, 'by', { dropsNegation: true }),
  phrase('plain-words', String.raw`(?<!\b(?:or|of|not|and|with) )\b(?<all>all|both) of the (?=\p{L})`, '$<all> the '),
  phrase(
    'plain-words',
    String.raw`(?<help>\bhelp(?:s|ed|ing)? (?:you|us|them|people|families|everyone|me|him|her)) to (?=(?!the |an? |your |our |my |this |that |their )[a-z]{2,})`,
    '$<help> ',
  ),
  phrase(
    'plain-words',
    String.raw`\b(?<who>anyone|everyone|people|those|anybody) who (?:is|are) (?:currently )?(?=\p{L}+ing )`,
    '$<who> ',
  ),
  phrase('plain-words', String.raw`\b(?<has>has|have) been (?:officially|formally) (?=\p{L}+ed\b)`, '$<has> been '),
  phrase(
    'plain-words',
    String.raw`\b(?:undertaking|carrying out|conducting|running|holding|launching) a (?:public )?consultation (?:in relation to|on|about|regarding|concerning|into|with regard to) `,
    'consulting on ',
  ),
  phrase(
    'plain-words',
    String.raw`\b(?<to>to |will )(?:undertake|carry out|conduct|run|hold|launch) a (?:public )?consultation (?:in relation to|on|about|regarding|concerning|into|with regard to) `,
    '$<to>consult on ',
  ),
];
