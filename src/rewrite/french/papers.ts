// French openings that name what was written: what it says comes first.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { capital, dropOpening, LEAST_REST, type Operation } from '../wording.js';
import { IS_GLAD } from './senders.js';
import { STANDS_ALONE } from './standing.js';

const NEWEST = String.raw`(?:(?:nouvel|nouveau|nouvelle|dernier|dernière|premier|première|petit|petite|court|long|tout dernier|tout nouvel|tout premier) )?`;
const SAY = String.raw`(?:explique|expliquons|montre|montrons|rappelle|rappelons|raconte|racontons|démontre|démontrons|dis|disons)`;
const WROTE = lazy(() =>
  latin(
    String.raw`^(?:J[’']ai|Je viens d[’']|Nous avons|Nous venons d[’'e] ?|On a) ?(?:écrit|écrire|publié|publier|rédigé|mis en ligne) (?:une? )${NEWEST}(?:article|billet|post|fil|thread|texte|tribune)(?: (?:de|sur (?:le|mon|notre)) blog)? (?:sur le fait |pour (?:vous )?(?:dire|rappeler|expliquer|montrer) |(?:qui|où|dans (?:lequel|laquelle)) (?:(?:je|nous|on|j[’']) ?)?(?:vous )?${SAY} )(?:que |qu(?=[’']))`,
  ),
);
/** "J’ai écrit un article sur le fait que l’index pèse 6 Go" → "L’index pèse 6 Go". */
const wrote: Operation = {
  id: 'content-label',
  apply(sentence) {
    const { text } = sentence;
    const match = WROTE().exec(text);
    if (match === null) return undefined;
    const from = match[0].length + (/^[’']/.test(text.slice(match[0].length)) ? 1 : 0);
    const rest = text.slice(from);
    // A second "que" would have lost its verb.
    if (rest.length < LEAST_REST || !STANDS_ALONE.test(rest) || / (?:et|ou|mais) qu(?:e |[’'])/.test(rest))
      return undefined;
    return { changes: [dropOpening(sentence, from)] };
  },
};

const OUT = lazy(() =>
  latin(
    String.raw`^(?<paper>(?:Notre|Mon) ${NEWEST}(?:(?:papier|article|étude|rapport|livre|guide|documentaire|podcast|film|dossier|enquête|baromètre|bilan|livret|ouvrage|reportage)(?: annuel(?:le)?| gratuite?)?)) est (?:(?:enfin|désormais|maintenant) )?(?:sortie?|en ligne|disponible|publiée?|parue?|prête?|là|arrivée?)(?: aujourd[’']hui| ce matin)?[ \u00a0\u202f]?[.!]+$`,
  ),
);
const IT_SAYS = lazy(() =>
  latin(
    String.raw`^(?:Il|Elle) (?=(?:montre|explique|passe en revue|détaille|raconte|révèle|présente|compare|analyse|revient sur|décrit|recense|liste|établit|dresse|fait le point|répond|suit|retrace|propose|contient|rassemble|réunit) )`,
  ),
);
/** "Notre rapport est enfin sorti ! Il montre que" → "Notre rapport montre que". */
const outNow: Operation = {
  id: 'content-label',
  apply({ text, next, nextAt, isFirst }) {
    const paper = isFirst ? OUT().exec(text)?.groups?.['paper'] : undefined;
    const led = paper === undefined ? undefined : IT_SAYS().exec(next)?.[0].length;
    return paper === undefined || led === undefined
      ? undefined
      : { changes: [{ start: paper.length, end: nextAt + led, text: ' ' }] };
  },
};

const PAPER = String.raw`(?<paper>(?:notre|mon) ${NEWEST}(?:papier|article|étude|rapport|preprint|publication|thèse|enquête|travail)(?: (?:dans|avec|pour) [^.,:;!?]{2,40}?)?)`;
const SHOWN_IN = lazy(() =>
  latin(
    String.raw`^(?:(?:(?:Nous |Je |J[’'])?\s?${IS_GLAD}(?:pouvoir )?(?:enfin )?(?:vous )?(?:partager|présenter|annoncer|dévoiler)(?: avec vous)?|Découvrez|Voici) )${PAPER},? (?:(?:dans (?:lequel|laquelle)|où) (?:nous|je|on)|qui) (?:montrons|montre|démontrons|démontre|établissons|établit|prouvons|prouve|révélons|révèle|expliquons|explique) (?:que |qu(?=[’']))`,
  ),
);
/** "Heureuse de partager notre papier où nous montrons que A" → "A. Notre papier :". */
const shownIn: Operation = {
  id: 'front-load',
  apply(sentence) {
    const { text, leadsToLink } = sentence;
    const match = leadsToLink ? SHOWN_IN().exec(text) : null;
    if (match === null) return undefined;
    const from = match[0].length + (/^[’']/.test(text.slice(match[0].length)) ? 1 : 0);
    const rest = text.slice(from);
    if (rest.length < LEAST_REST || !STANDS_ALONE.test(rest) || / (?:et|ou|mais) qu(?:e |[’'])/.test(rest))
      return undefined;
    const ends = /[ \u00a0\u202f]*[.!:]*$/.exec(text)?.index ?? text.length;
    return {
      changes: [
        dropOpening(sentence, from),
        { start: ends, end: text.length, text: `. ${capital(match.groups?.['paper'] ?? '')}\u00a0:` },
      ],
    };
  },
};

/** What was written goes behind what it says. */
export const papers: readonly Operation[] = [wrote, shownIn, outNow];
