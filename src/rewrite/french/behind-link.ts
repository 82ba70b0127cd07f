// French questions that the page behind the link answers, as the heading of the link.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { capital, type Operation } from '../wording.js';
import { ON_SITE, SIGNS } from './where.js';

const QUESTION = lazy(() =>
  latin(
    String.raw`^(?:Mais )?(?:Qu[’']est-ce que (?:cela|ça)|Que|Concrètement,? qu[’']est-ce que (?:cela|ça)) (?<verb>change|signifie|implique|veut dire)(?:-t-(?:il|elle|on)|(?: |-)(?:cela|ça))?(?<who>(?: concrètement)? pour [^.:;!?]{3,50}?)? ?\?$`,
  ),
);
const ANSWERED = lazy(() =>
  latin(
    String.raw`^(?:(?:Nous|On|Je) (?:fait|faisons|fais) le point|(?:Nous|On|Je) vous (?:explique|expliquons|dit|disons|réponds?|répondons)(?: tout)?|(?:Nous|On) (?:décrypte|décryptons|analyse|analysons)(?: (?:tout|ça|cela|la décision|l[’']arrêt|le texte))?|Réponses?|Décryptage|Explications?|Notre (?:analyse|décryptage|réponse|point))(?: (?:dans|avec) (?:notre|nos|mon|cet|cette|le|un) (?:tout )?(?:dernier |dernière |nouvel |nouvelle )?(?:article|billet|vidéo|fil|note|dossier|fiche|analyse|newsletter|post)| ${ON_SITE})*${SIGNS}`,
  ),
);
/** "Qu’est-ce que cela change pour les employeurs ? Nous faisons le point dans notre article" → "Ce que cela change pour les employeurs :". */
const answered: Operation = {
  id: 'empty-pointer',
  apply({ text, next, nextAt, isFirst, nextLeadsToLink }) {
    const match = isFirst || !nextLeadsToLink ? null : QUESTION().exec(text);
    if (match === null || !ANSWERED().test(next)) return undefined;
    const { verb = '', who = '' } = match.groups ?? {};
    return {
      changes: [{ start: 0, end: nextAt + next.length, text: `Ce que cela ${verb.toLowerCase()}${who}\u00a0:` }],
    };
  },
};

const DID_YOU_KNOW = lazy(() =>
  latin(
    String.raw`(?<=^(?!Le )[\p{L}][\p{L} ’'·()-]{3,40}, )(?:le )?saviez[- ]vous (?:que |qu(?=[’']))[’']?(?<said>[^?«]{20,}?)[ \u00a0\u202f]?\?$`,
  ),
);
/** "Employeurs, saviez-vous que la loi change ?" → "Employeurs, la loi change.": whom it is for stays. */
const known: Operation = {
  id: 'statement',
  apply({ text, isFirst }) {
    const match = isFirst ? DID_YOU_KNOW().exec(text) : null;
    const said = match?.groups?.['said'];
    if (match === null || said === undefined || /^(?:ils?|elles?|si|en|y)[\s’']/i.test(said)) return undefined;
    return { changes: [{ start: match.index, end: text.length, text: `${said.trim()}.` }] };
  },
};

const INTERJECTION = lazy(() =>
  latin(
    String.raw`^(?:Bon|Bah|Ben|Hop|Allez|Voilà|Bref|Euh|Alors)(?: (?:bah|ben|alors|voilà|bon|hop|allez|enfin))*,? (?=(?:après |depuis |ce matin|hier |ça fait |j[’']|on |nous |je |notre |nos |mon |ma )\p{L}?)`,
  ),
);
/** "Bon bah voilà, après 3 semaines" → "Après 3 semaines". */
const sighed: Operation = {
  id: 'lead-in',
  apply({ text, isFirst }) {
    const length = isFirst ? INTERJECTION().exec(text)?.[0].length : undefined;
    if (length === undefined || / mais | que je /.test(text.slice(0, length + 12)) || text.length - length < 40)
      return undefined;
    return { changes: [{ start: 0, end: length + 1, text: capital(text.charAt(length)) }] };
  },
};

/** Questions, and sighs, that go. */
export const behindLink: readonly Operation[] = [answered, known, sighed];
