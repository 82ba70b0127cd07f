// French sentences that say by a passive what a headline says without a verb.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase } from '../phrase.js';
import { capital, type Operation } from '../wording.js';

/** What takes place, by its first noun: of other things a headline would not say what becomes of them. */
const EVENT = String.raw`(?:après-midi|apéro|assemblée|atelier|audition|bal|balade|bourse|braderie|brocante|café|cérémonie|chantier|ciné-débat|collecte|concert|concours|conférence|cours|dégustation|démonstration|descente|dictée|distribution|dîner|échange|exercice|exposition|expo|fête|foire|formation|forum|goûter|initiation|journée|lecture|loto|manifestation|marche|marché|masterclass|match|matinée|nuit|permanence|plantation|portes ouvertes|prélèvement|première|projection|promenade|randonnée|ramassage|rassemblement|rencontre|repas|répétition|réunion|salon|séance|séminaire|session|simulation|soirée|sortie|spectacle|stage|table ronde|thé|tournoi|veillée|vente|visio|visite|webinaire|webinar|week-end)s?`;
const WHEN = String.raw`(?:le |les |du |ce |cette |samedi |dimanche |lundi |mardi |mercredi |jeudi |vendredi |demain|dès |à partir |tous les |toutes les |chaque |de \d|à \d)`;
const PLANNED = lazy(() =>
  latin(
    String.raw`^(?:Une?|Deux|Trois|Quatre|Cinq|Six|Plusieurs|Des) (?<what>(?:(?:nouvelle?|nouvel|grande?|dernière?|dernier|première?|premier|prochaine?|petite?|autres?|nouvelles|nouveaux|grandes?) )?${EVENT}(?![\p{L}])(?: (?!qui |que |dont |où |est |sont |sera |seront |a |aura )[^\s.,:;!?]+){0,16}?) (?:est|sont|sera|seront|va être|vont être) (?:ainsi |également |aussi |donc )?(?:organisé|proposé|prévu|programmé)e?s? (?=(?:par (?:l[ea]s? |l[’']|nos |notre )[^.,:;!?]{2,60}? )?${WHEN})`,
  ),
);
/** "Une matinée d’information sera organisée le 9 octobre" → "Matinée d’information, le 9 octobre". */
const planned: Operation = {
  id: 'event',
  apply({ text, inFront }) {
    const match = PLANNED().exec(text);
    const what = match?.groups?.['what'];
    if (match === null || what === undefined || /:\s*$/.test(inFront)) return undefined;
    const rest = text.slice(match[0].length);
    // Behind it a clause of its own would lean on the verb that is gone.
    if (/ (?:et|mais|car) (?:il|elle|ils|elles|se|sera|est)(?![\p{L}])|, (?:pour que|afin que)/iu.test(rest))
      return undefined;
    const count = /^(?:Deux|Trois|Quatre|Cinq|Six|Plusieurs)(?= )/i.exec(text)?.[0];
    const put = count === undefined ? capital(what) : `${count} ${what}`;
    const by = /^par /i.test(rest) ? ` ${organized(match[0])}` : what.includes(' ') ? ',' : '';
    return { changes: [{ start: 0, end: match[0].length, text: `${put}${by} ` }] };
  },
};
/** The participle of a sentence: "organisée". */
const organized = (text: string): string => / (\S+) $/.exec(text)?.[1] ?? '';

const PLACES = lazy(() =>
  latin(
    String.raw`^(?<many>\d[\d\u202f\u00a0 ]*(?:nouvelles |nouveaux )?(?:places|lots|billets|parcelles|postes|logements|emplacements|créneaux|bourses|stands|terrains|kits|vélos|composteurs|sièges|appartements)(?: (?!qui |que |dont |sont )[^\s.,:;!?]+){0,4}?) sont (?:ainsi |encore |désormais |actuellement )?(?:proposé|offert|réservé|destiné|mis(?:e)?s? à (?:la )?disposition|attribué)(?:e?s)? (?<to>aux |à nos |à tous les |à toutes les )(?<whom>[^.,:;!?]{3,60})(?=[.!]|$)`,
  ),
);
/** "28 places sont proposées aux étudiants" → "28 places pour les étudiants". */
const places: Operation = {
  id: 'event',
  apply({ text }) {
    const match = PLACES().exec(text);
    const { many = '', to = '', whom = '' } = match?.groups ?? {};
    if (match === null || / (?:et|par|qui|que|dont) /.test(` ${whom} `)) return undefined;
    const put = to.toLowerCase() === 'aux ' ? 'les ' : to.slice(2);
    return { changes: [{ start: 0, end: match[0].length, text: `${many} pour ${put}${whom}` }] };
  },
};

const PROGRAMME = lazy(() =>
  latin(
    String.raw`^(?:La programmation|Le programme|Notre programme|Notre programmation)(?: (?:complète?|officielle?|définitive?))? (?<of>de la |du |de l[’']|de notre |des |d[’']une? )?(?<what>[^.,:;!?«»]{3,60}? )?(?:vient d[’']être |est (?:enfin |désormais )?|a été )(?:dévoilée?|publiée?|révélée?|connue?|annoncée?|disponible|en ligne|sortie?) ?[!.]+$`,
  ),
);
const ON_IT = lazy(() =>
  latin(String.raw`^Au programme(?: (?:de |pour )(?<edition>(?:cette|la|notre) [^.,:;!?«»]{3,40}?))? ?:`),
);
/** "La programmation du festival vient d’être dévoilée ! Au programme : 46 concerts" → "Au programme du festival : 46 concerts". */
const programme: Operation = {
  id: 'announcement',
  apply({ text, next, nextAt, leadsToLink }) {
    const match = leadsToLink ? null : PROGRAMME().exec(text);
    const { of = '', what = '' } = match?.groups ?? {};
    const on = match === null ? null : ON_IT().exec(next);
    if (match === null || on === null || (of === '') !== (what === '')) return undefined;
    const edition = on.groups?.['edition'];
    const head = what.trim().split(' ').at(-1) ?? '';
    const whole = edition !== undefined && head !== '' && edition.includes(head) ? '' : `${of}${what}`.trimEnd();
    const first = edition === undefined ? '' : `de ${edition.replace(/^cette /i, 'la ')} `;
    return {
      changes: [{ start: 0, end: nextAt + on[0].length, text: `Au programme ${first}${whole}`.trimEnd() + '\u00a0:' }],
    };
  },
};

const SELF: Readonly<Record<string, string>> = { a: 's’est', ont: 'se sont' };

const PERSONS = String.raw`(?:bénévoles|exposants|candidats|enfants|adultes|équipes|étudiants|lycéens|collégiens|débutants|parents|artisans|créateurs|artistes|coureurs|familles|seniors|jeunes|associations|commerçants|écoles|classes|auteurs|producteurs|volontaires)`;

/** French headlines. */
export const headlines: readonly Operation[] = [
  planned,
  places,
  programme,
  // "Les travaux ont été terminés hier" → "Les travaux se sont terminés hier".
  phrase(
    'plain-words',
    String.raw`(?<=^(?:Les|La|Le|L[’']|Nos|Notre) ?[^.,:;!?]{3,60} )(?<have>a|ont) été (?<done>terminée?s?|achevée?s?)(?= (?:hier|ce |cette |lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le |en |il y a |à )|[.!])`,
    ({ have = '', done = '' }) => `${SELF[have.toLowerCase()] ?? ''} ${done}`,
    { unless: () => / par (?:l[ea]s? |l[’']|nos |notre )/i },
  ),
  // "Ouverture des inscriptions pour les bénévoles !" → "Bénévoles, inscrivez-vous !".
  phrase(
    'announcement',
    String.raw`(?<=^(?:[^.:;!?«»]{3,50}[ \u00a0]: )?)(?:Réo|O)uverture des (?:inscriptions|candidatures) (?:pour les|aux|des) (?<who>${PERSONS})(?=[ \u00a0]?[!.]|$)`,
    ({ who = '' }, _, __, at) => `${at === 0 ? capital(who) : who}, inscrivez-vous`,
  ),
];
