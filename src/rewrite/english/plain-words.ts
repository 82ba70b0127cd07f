// English phrases that a shorter one says as well, where nothing around them stands against it.
import { phrase } from '../phrase.js';
import type { Operation } from '../wording.js';
import { ingForm, pastForm, thirdForm } from './conjugation.js';

/** Shorter phrases of the same meaning. */
const shorter: readonly Operation[] = [
  phrase(
    'plain-words',
    String.raw`\b(?<who>We|we) have (?:now |also )?(?:decided|chosen|made the decision|taken the decision) to (?<verb>\p{L}+) (?<what>[^.,:;!?]{3,50}) and (?:to )?(?<second>\p{L}+)(?= (?:the|our|a|an|only|at|in|to|it|them|all)\b)`,
    ({ who = '', verb = '', what = '', second = '' }) => {
      const [one, two] = [ingForm.of(verb.toLowerCase()), ingForm.of(second.toLowerCase())];
      return one === undefined || two === undefined ? undefined : `${who} are ${one} ${what} and ${two}`;
    },
  ),
  phrase('plain-words', String.raw`\b(?:due to|owing to|because of|in view of|in light of) the fact that\b`, 'because'),
  phrase('plain-words', String.raw`\b(?:despite|in spite of|regardless of) the fact that\b`, 'although', {
    unless: () => /regardless of the fact/i,
  }),
  phrase('plain-words', String.raw`(?<=\p{L}, )regardless of the fact that\b`, 'even if'),
  phrase(
    'plain-words',
    String.raw`\b(?:with a view to|with the aim of|for the purpose of|with the intention of|with the goal of) (?<verb>\p{L}+ing)\b`,
    ({ verb = '' }) => {
      const base = ingForm.baseOf(verb.toLowerCase());
      return base === undefined ? undefined : `to ${base}`;
    },
  ),
  phrase('plain-words', String.raw`\bhow to go about (?<verb>\p{L}+ing)\b`, ({ verb = '' }) => {
    const base = ingForm.baseOf(verb.toLowerCase());
    return base === undefined ? undefined : `how to ${base}`;
  }),
  phrase(
    'plain-words',
    String.raw`\b(?<how>[Hh]ow (?:we|I|they)|(?:we|I)) (?:was|were) able to (?<verb>\p{L}+)\b`,
    ({ how = '', verb = '' }) => {
      const past = pastForm(verb.toLowerCase());
      return past === undefined ? undefined : `${how} ${past}`;
    },
    { unless: () => /\b(?:and|or) \p{L}+ (?:the|our|a|it|them)\b/iu },
  ),
  phrase('plain-words', String.raw`\bmanaged to (?<verb>\p{L}+)\b`, ({ verb = '' }) => pastForm(verb.toLowerCase()), {
    unless: () => /\b(?:had|has|have|haven[’']t|never|hardly|not)\b[^.]{0,20} managed to/i,
  }),
  phrase(
    'plain-words',
    String.raw`\b(?<who>We|we) have (?:now |also )?(?:decided|chosen|made the decision|taken the decision) to (?<verb>\p{L}+)\b`,
    ({ who = '', verb = '' }) => {
      const doing = ingForm.of(verb.toLowerCase());
      return doing === undefined || /^(?:stop|start|begin|keep|continue)$/i.test(verb)
        ? undefined
        : `${who} are ${doing}`;
    },
    {
      unless: () =>
        /\b(?:and|or) (?:to )?(?:\p{L}+ly )?(?:only )?\p{L}+ (?:the|our|a|an|only|at|in|to|it|them|all)\b|to not\b/iu,
    },
  ),
  phrase(
    'plain-words',
    String.raw`^(?:On behalf of [^.,:;!?]{3,50}, )?(?:we|I)(?: would|[’']d) (?:just )?(?:like|love) to (?:say (?:a )?(?:big |huge |massive |very big )?thank you to|thank) (?=(?:everyone|everybody|all|our|the|those)\b)`,
    'Thank you to ',
  ),
  phrase(
    'plain-words',
    String.raw`(?<=[,;] |\b(?:so|and) )please take (?:the time|a moment|a minute|a few minutes|some time) to (?=\p{L})`,
    'please ',
  ),
  // "We have decided to stop using plastic trays" → "We will stop using plastic trays".
  phrase(
    'plain-words',
    String.raw`\b(?<who>we) have (?:now |also )?(?:decided|chosen|made the decision|taken the decision) to (?=(?:stop|start|begin|keep|continue)\b)`,
    '$<who> will ',
  ),
  phrase(
    'plain-words',
    String.raw`\b(?:(?<have>have|has|had) )?made (?:the|a) decision to (?=\p{L})`,
    ({ have = '' }) => `${have === '' ? '' : `${have} `}decided to `,
  ),
  phrase('plain-words', String.raw`(?<=^|, )(?:in order )?to be able to (?=[a-z])`, 'to '),
  phrase('plain-words', String.raw`\ba total of (?=[\d£$€])`, ''),
  phrase('plain-words', String.raw`\b(?:is|are) able to (?=\p{L})`, 'can ', {
    unless: () => /\b(?:to|not|who|that|which)\b[^.]{0,12} (?:is|are) able to/i,
  }),
  phrase(
    'plain-words',
    String.raw`\bThe (?:purpose|aim|goal|objective) of (?<what>this|our|the) (?<noun>\p{L}+(?: \p{L}+)?) is to (?<verb>\p{L}+)\b`,
    ({ what = '', noun = '', verb = '' }) => {
      const does = thirdForm(verb.toLowerCase());
      return does === undefined || noun.endsWith('s') ? undefined : `${what} ${noun} ${does}`;
    },
  ),
  phrase(
    'plain-words',
    String.raw`\bas of (?=\d|1|the \d|January|February|March|April|May|June|July|August|September|October|November|December)`,
    'from ',
    { unless: () => /effective as of/i },
  ),
  phrase(
    'plain-words',
    String.raw`^(?:We (?:would like|want|wish) to|I (?:would like|want) to) (?:take (?:this|the) opportunity to )?(?:thank|say thank you to|express our (?:thanks|gratitude) to) (?=\p{L}|@)`,
    'Thank you to ',
    { unless: () => /\bthank you\b(?! to)/i },
  ),
  phrase(
    'plain-words',
    String.raw`\b(?:assist|help) with the (?<noun>delivery|collection|sorting|planting|cleaning|repair|organization|preparation|distribution) of (?=\d|\p{L})`,
    ({ noun = '' }) => {
      const verb = HELPS[noun.toLowerCase()];
      return verb === undefined ? undefined : `help ${verb} `;
    },
  ),
  phrase(
    'plain-words',
    String.raw`\b(?<lead>a (?:large|great|huge|significant) (?:number|amount) of|a lot of) (?=people|families|parents|patients|users|children|students|workers|residents|companies|teams)`,
    'many ',
  ),
  phrase(
    'plain-words',
    String.raw`(?<=\b(?:help|helps|helping) (?!(?:is|are|was|out) )(?:\p{L}+ ){1,2})to (?=(?:understand|find|learn|get|make|keep|build|choose|save|reduce|write|see|read)\b)`,
    '',
    { unless: () => /help(?:s|ing)? to / },
  ),
  phrase('plain-words', String.raw`(?<=, )please (?:do not|don[’']t) hesitate to (?=\p{L})`, '', {
    dropsNegation: true,
  }),
  phrase('plain-words', String.raw`(?<=, )(?:please )?feel free to (?=\p{L})`, ''),
];

const HELPS: Readonly<Record<string, string>> = {
  delivery: 'deliver',
  collection: 'collect',
  sorting: 'sort',
  planting: 'plant',
  cleaning: 'clean',
  repair: 'repair',
  organization: 'organize',
  preparation: 'prepare',
  distribution: 'distribute',
};

/** What was made for a purpose, in front of it: "To help bakers, we have made a guide" → "A guide to help bakers". */
const purposeLast: Operation = phrase(
  'purpose-last',
  String.raw`^(?:In order to|To) (?<what>(?:help|let|support|save|make|show|learn|guide|teach)\b[^,.:;!?]{5,80}), (?:we|I)(?: have|[’']ve)? (?:just )?(?:put together|created|written|made|published|produced|designed|built|prepared|drawn up|developed|launched) (?<made>an? (?:set of )?[^.:;!?]{5,80}?)(?<sign>\.?)$`,
  ({ what = '', made = '', sign = '' }) =>
    /\bto\b|,| (?:which|that) (?:is|are) /.test(made) ? undefined : `${made} to ${what}${sign}`,
);

/** Plain words, and the purpose behind what serves it. */
export const plainWords: readonly Operation[] = [...shorter, purposeLast];
