import { lazy } from '#base/lazy.js';
// French sentences about what takes place: one sentence where two say it, and no relative for a date.
import { phrase } from '../phrase.js';
import type { Operation } from '../wording.js';
import { latin } from '../latin.js';

const HAPPENS = String.raw`(?:aura lieu|se tiendra|se déroulera|auront lieu|se tiendront|se dérouleront|a lieu|se tient|se déroule)`;
const WHEN = String.raw`(?=(?:le |les |du |de |à |au |aux |dans |sur |sous |en |chez |samedi|dimanche|lundi|mardi|mercredi|jeudi|vendredi|demain|ce |cette |tous |toutes |chaque )\S)`;
/** What leads to an event that stands behind it. */
const LEADS = lazy(
  () =>
    /(?<![\p{L}])(?:organise(?:nt|ra|ront|rons)?|organisons|propose(?:nt|ra|ront|rons)?|proposons|invite(?:nt)?|invitons|convie(?:nt)?|convions|rendez-vous|participez|venez|retrouvez|rejoignez|assistez|accueill(?:e|ent|ons)|prépar(?:e|ent|ons)|revien(?:t|nent)|annonc(?:e|ent)|annonçons|inscrivez-vous|réservez|reste(?:nt)?|recherch(?:e|ent|ons)|cherch(?:e|ent|ons)|découvrez|présent(?:e|ent|ons)|fêt(?:e|ent|ons)|célèbr(?:e|ent)|célébrons|lanc(?:e|ent)|lançons|anim(?:e|ent|ons))(?![\p{L}])/iu,
);

/** "une réunion qui aura lieu le 18 janvier" → "une réunion, le 18 janvier". */
const relative: Operation = phrase(
  'event',
  String.raw`(?<=\p{L}|»|\)),? (?:qui|laquelle|lequel|lesquels|lesquelles) ${HAPPENS} ${WHEN}`,
  // Without a verb in front of it, the relative belongs to the subject of one behind it.
  (_, { text }, __, at) => (LEADS().test(text.slice(0, at)) ? ', ' : undefined),
);

/** "Nous organisons un atelier. Il aura lieu le 13 mars" → "Nous organisons un atelier le 13 mars". */
const merged: Operation = {
  id: 'event',
  apply({ text, next, leadsToLink }) {
    if (leadsToLink) return undefined;
    const opening =
      /^(?:Nous|On|L[ea]s?|L[’']|Notre|Nos|Le \p{L}+|La \p{L}+)\s?[^.:;!?]*\b(?:organisons|organise|organisent|proposons|propose|proposent|lançons|lance|prévoyons|préparons|prépare)\b (?:un|une) (?<what>[^.:;!?«»]{4,80})\.$/iu.exec(
        text,
      );
    const is = /\b(?:un|une)\s/.exec(text)?.[0].trim();
    const moved = latin(String.raw`^(?:${is === 'une' ? 'Elle' : 'Il|Celui-ci'}) ${HAPPENS} ${WHEN}`).exec(next);
    if (opening === null || moved === null || /\bqui\b/.test(opening.groups?.['what'] ?? '')) return undefined;
    return { changes: [{ start: text.length - 1, end: text.length + 1 + moved[0].length, text: ' ' }] };
  },
};

const DONE_BY: Readonly<Record<string, string>> = {
  est: 'a lieu',
  sont: 'ont lieu',
  sera: 'aura lieu',
  seront: 'auront lieu',
};
/** "La collecte sera effectuée par nos agents le mercredi" → "La collecte aura lieu le mercredi". */
const doneByUs: Operation = phrase(
  'event',
  String.raw`(?<be>\b(?:est|sont|sera|seront)) (?:effectuée?s?|réalisée?s?|assurée?s?|menée?s?|organisée?s?)(?: par (?:nos|les|notre) (?:agents|services|équipes|équipe|soins|techniciens|bénévoles)(?: techniques| municipaux)?) ${WHEN}`,
  ({ be = '' }) => `${DONE_BY[be.toLowerCase()] ?? ''} `,
  {
    unless: () => /\b(?:qui|dont|ne|n[’']|peut|peuvent)\b|a lieu|aura lieu/i,
    only: () => /^(?:Les?|La|L[’']|Une?|Nos|Notre|Votre|Vos|Des) /i,
  },
);

/** "… le 13 mars et il est gratuit" → "… le 13 mars, gratuit". */
const free: Operation = phrase(
  'event',
  String.raw` et (?:il|elle) (?:est|sera) (?:entièrement )?(?<how>gratuite?|ouverte? à (?:tous|toutes)|libre|sans inscription)(?=[.!]?$| et )`,
  ', $<how>',
  {
    only: () =>
      /\b(?:atelier|réunion|concert|visite|stage|conférence|séance|balade|sortie|fête|spectacle|rencontre|cours|formation)\b/i,
  },
);

/** Operations on what takes place. */
export const events: readonly Operation[] = [relative, merged, free, doneByUs];
