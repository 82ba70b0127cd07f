// French announcements of an alliance in front of what it brings, and releases that name what every release has.
import { phrase } from '../phrase.js';
import type { Operation } from '../wording.js';

/** What partners do, with the form behind "nous". */
const DONE: Readonly<Record<string, string>> = {
  proposer: 'proposons',
  offrir: 'offrons',
  lancer: 'lançons',
  créer: 'créons',
  organiser: 'organisons',
  construire: 'construisons',
  ouvrir: 'ouvrons',
  développer: 'développons',
  former: 'formons',
  financer: 'finançons',
  planter: 'plantons',
  distribuer: 'distribuons',
  publier: 'publions',
  installer: 'installons',
  fabriquer: 'fabriquons',
  collecter: 'collectons',
  équiper: 'équipons',
};
/** What every release has. */
const KIND = String.raw`(?:nouveautés|améliorations|corrections(?: de (?:bugs?|bogues?))?|correctifs|fonctionnalités|changements|évolutions|optimisations)(?: (?:majeures|mineures|importantes?|attendue?s|diverses))*`;
const IMPROVED = String.raw`(?:(?:de (?:très )?nombreu(?:x|ses)|plusieurs|beaucoup de|plein de|un certain nombre de|tout un tas de|quelques|diverses?|des|son lot de) (?:nouvelles |petites |belles |grandes )?${KIND}(?:(?:,| et)(?: de| des| plusieurs| quelques)? (?:nouvelles )?${KIND})*)`;

/** Alliances and releases. */
export const partners: readonly Operation[] = [
  // "Nous nous associons à Colline pour offrir 200 vélos" → "Avec Colline, nous offrons 200 vélos".
  phrase(
    'announcement',
    String.raw`^Nous (?:nous (?:associons|allions|unissons|sommes (?:associés|alliés|unis))(?: officiellement)? (?:à |avec )|(?:avons (?:noué|signé|conclu|scellé)|nouons|signons) (?:officiellement )?un (?:nouveau |beau )?partenariat avec |(?:unissons|joignons|avons uni|avons joint) nos forces (?:avec |à celles d[e’'] ?))(?<who>(?!l[ea]s? quel)[^.,:;!?]{2,45}?) (?:pour|afin de|afin d[’']) ?(?<verb>${Object.keys(DONE).join('|')}) (?=[\p{L}\d])`,
    ({ who = '', verb = '' }) => `Avec ${who}, nous ${DONE[verb.toLowerCase()] ?? verb} `,
  ),
  // "Cette version apporte de nombreuses améliorations, dont l’export SVG" → "Cette version apporte l’export SVG".
  phrase(
    'filler',
    String.raw`(?<=(?:^|[.!] |\n)Au (?:programme|menu)(?: de cette (?:version|mise à jour))? ?: |(?<![\p{L}])(?:apporte|inclut|comprend|contient|propose|introduit|ajoute|embarque|intègre)(?:nt)? )${IMPROVED},? (?:dont|notamment|parmi lesquel(?:le)?s|avec notamment|et notamment|comme) (?=(?:l[ea]s? |l[’']|une? |des |\d|deux |trois |quatre |cinq ))`,
    '',
  ),
];
