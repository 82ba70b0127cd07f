// English announcements of an alliance in front of what it brings, guests that are announced, and releases that name
// what every release has.
import { phrase } from '../phrase.js';
import { capital, type Operation } from '../wording.js';

/** What partners do, with the form behind "we are". */
const DOING: Readonly<Record<string, string>> = {
  bring: 'bringing',
  offer: 'offering',
  launch: 'launching',
  build: 'building',
  create: 'creating',
  give: 'giving',
  provide: 'providing',
  deliver: 'delivering',
  make: 'making',
  help: 'helping',
  run: 'running',
  host: 'hosting',
  support: 'supporting',
  open: 'opening',
  plant: 'planting',
  train: 'training',
  fund: 'funding',
  publish: 'publishing',
  develop: 'developing',
  restore: 'restoring',
};
/** What every release has. */
const IMPROVED = String.raw`(?:(?:(?:several|many|numerous|various|some|a few|(?:a (?:large |wide )?|any )?(?:number|range|host|variety|bunch|whole host) of|lots of|plenty of|loads of|tons of) )?(?:(?:new|exciting|great|big|small|minor|major|important|key|general|other|further|long-awaited|performance|stability|usability) )*(?:features|improvements|enhancements|bug ?fixes|fixes|changes|updates|tweaks|additions|optimi[sz]ations)(?:(?:, | and |, and | & )(?=[a-z ]{3,40}(?:,| including| such as)))?)+`;

/** Alliances, guests and releases. */
export const partners: readonly Operation[] = [
  // "We have officially joined forces with Larkspur to bring refunds" → "With Larkspur, we’re bringing refunds".
  phrase(
    'announcement',
    String.raw`^(?<we>We)(?:(?:[’']ve| have|[’']re| are) (?:(?:officially|just|now|recently|proudly|also) )*(?:joined forces|teamed up|teaming up|partnered(?: up)?|partnering(?: up)?|linked up|joining forces|collaborated|collaborating)| (?:officially |just |now )*(?:team up|join forces|partner)) with (?<who>(?!(?:them|him|her|you|each)\b)[^.,:;!?]{2,45}?) to (?<verb>${Object.keys(DOING).join('|')}) (?=[\p{L}\d£$€])`,
    ({ who = '', verb = '' }) => `With ${who}, we’re ${DOING[verb.toLowerCase()] ?? verb} `,
  ),
  // "This release includes several improvements, including faster search" → "This release includes faster search".
  phrase(
    'filler',
    String.raw`(?<=\b(?:include|bring|contain|come|feature|offer|add|deliver|ship|introduce)s?(?: with)? )${IMPROVED},? (?:including|such as|among (?:them|which)|notably) (?=(?!(?:the following|these|those|them)\b)[\p{L}\d])`,
    '',
  ),
  // "Joining us on the show this week is Sam, who lost 40 hives" → "On the podcast: Sam, who lost 40 hives".
  phrase(
    'content-label',
    String.raw`^Joining (?:us|me)(?: (?:on (?:the|our) (?:podcast|show)|this week|in this episode|today))+ is (?<who>[^.:;!?]{3,70}?)(?=,? who )`,
    ({ who = '' }, { text, next }) =>
      /podcast|episode/i.test(`${text.replace(/^Joining .*? is /, '')} ${next}`)
        ? capital(who)
        : `On the podcast: ${who}`,
  ),
];
