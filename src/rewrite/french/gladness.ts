// French senders that are glad to do what they do: they do it.
import { lazy } from '#base/lazy.js';
import { phrase } from '../phrase.js';
import { capital, type Operation } from '../wording.js';
import { presentOf } from './conjugation.js';
import { CLAUSE, IS_GLAD, SENDER } from './senders.js';
import { latin } from '../latin.js';

/** What is only said, not done: these are for the lead-ins. */
const SAYING =
  /^(?:annoncer|informer|dire|faire|partager|apprendre|présenter|dévoiler|confirmer|rappeler|voir|constater|savoir|pouvoir)$/;

const GLAD = lazy(() =>
  latin(
    String.raw`^(?<sender>${SENDER})(?<glad>${IS_GLAD})(?:pouvoir )?(?:enfin )?(?<you>vous )?(?<verb>\p{L}+(?:er|ir|re))(?<rest> (?=\p{L}|\d|[«@]))`,
  ),
);
/** A thing, not a clause and not the word of it. */
const ANNOUNCED = lazy(() =>
  latin(
    String.raw`^(?:l[’']|(?:l[ea]s?|une?|son|sa|ses|leurs?|deux|trois|\d+) )(?!(?:\p{L}+ )?(?:nouvelle|fait|idée|information)(?!\p{L}))`,
  ),
);
const SHOWN = /^(?:présenter|dévoiler)$/;

/** "L’association est heureuse de vous convier à" → "L’association vous convie à". */
const does: Operation = {
  id: 'boast',
  apply({ text }) {
    const match = GLAD().exec(text);
    const { sender = '', glad = '', you = '', verb = '', rest = '' } = match?.groups ?? {};
    // "se contente de" is no gladness.
    if (
      match === null ||
      CLAUSE.test(sender) ||
      /(?:^|[\s’'])(?:se|me|s[’']|m[’']|eu|eue?s?|avons|avez|ont|ai|avions|aura|aurai|aurons|aurez|auront)\s?$/i.test(
        sender,
      )
    )
      return undefined;
    // "Quel plaisir de vous retrouver" is felt by nobody in particular.
    if (/^quel/i.test(glad.trim())) return undefined;
    const who = /^c[’']$/i.test(sender.trim()) ? 'nous' : sender.trim();
    const infinitive = verb.toLowerCase();
    const isWe = /^nous$/i.test(who) || (who === '' && /^(?:\S+ )?\S*s\b|heureux/i.test(glad));
    const isI = !isWe && (who === '' || /^(?:je|j[’'])$/i.test(who));
    // A house shows what it has; "we" do not: "Nous vous présentons" announces again.
    const isShown = SHOWN.test(infinitive) && !isWe && !isI;
    // What a named sender announces is a thing: "La société annonce les lauréats".
    const isAnnounced = infinitive === 'annoncer' && !isWe && !isI && ANNOUNCED().test(text.slice(match[0].length));
    if (SAYING.test(infinitive) && !isShown && !isAnnounced) return undefined;
    const present = presentOf(infinitive);
    if (
      present === undefined ||
      (infinitive === 'avoir' &&
        !/^avoir \p{L}+(?:é|i|u|s|t)(?![\p{L}])/u.test(text.slice(match[0].length - verb.length - 1)))
    )
      return undefined;
    const isThey = /^(?:les|nos|vos|mes)\s/i.test(who) || /^(?:sont|ont)/i.test(glad);
    const form = present[isWe ? 2 : isI ? 0 : isThey ? 3 : 1];
    const subject = isWe ? 'Nous ' : isI ? (/^[aeiouéèêh]/.test(form) && you === '' ? 'J’' : 'Je ') : `${who} `;
    return {
      changes: [
        {
          start: 0,
          end: match[0].length,
          text: `${capital(subject)}${isShown || isAnnounced ? '' : you}${form}${rest}`,
        },
      ],
    };
  },
};

/** What is shown without a word of it. */
const HERE_IS = lazy(() =>
  latin(
    String.raw`^(?:(?:(?:Aujourd[’']hui|Cette semaine|Ce mois-ci|Ce matin|Ce soir), )?(?:Nous |Je |J[’'])?\s?(?:${IS_GLAD}|(?:(?:ai|avons|On a) )?(?:(?:trop|tellement|vraiment|si) )?hâte de )(?:pouvoir )?(?:enfin )?(?:vous )?(?:présenter|dévoiler|faire découvrir|partager(?: avec vous)?)|C[’']est avec [^,.:;!?]{3,40} que (?:nous|je) vous (?:présentons|présente|dévoilons|dévoile)) (?=(?:une?|l[ea]s?|notre|nos|mon|ma|mes) |l[’']|«|\p{L}+, (?:l[ea] |l[’']|une? ))`,
  ),
);
/** "Nous sommes ravis de vous présenter notre carte des vins." → "Découvrez notre carte des vins." */
const hereIs: Operation = {
  id: 'boast',
  apply({ text }) {
    const match = HERE_IS().exec(text);
    return match === null ? undefined : { changes: [{ start: 0, end: match[0].length, text: 'Découvrez ' }] };
  },
};

const RECEIVED: Readonly<Record<string, readonly [past: string, now: string, done: string, coming: string]>> = {
  recevoir: ['recevions', 'recevons', 'reçu', 'recevrons'],
  accueillir: ['accueillions', 'accueillons', 'accueilli', 'accueillerons'],
  rencontrer: ['rencontrions', 'rencontrons', 'rencontré', 'rencontrerons'],
  inviter: ['invitions', 'invitons', 'invité', 'inviterons'],
};
/** "nous avions le plaisir de recevoir" → "nous recevions". */
const received: Operation = phrase(
  'boast',
  String.raw`(?<=^|, )nous (?<have>avions|avons eu|avons|aurons) (?:le |l[’'])(?:très )?(?:grand |immense |vrai )?(?:plaisir|honneur|bonheur|privilège) d(?:e |[’'])(?<verb>${Object.keys(RECEIVED).join('|')}) `,
  ({ have = '', verb = '' }) => {
    const [past = '', now = '', done = '', coming = ''] = RECEIVED[verb.toLowerCase()] ?? [];
    const forms: Readonly<Record<string, string>> = { avions: past, avons: now, aurons: coming };
    return `nous ${forms[have.toLowerCase()] ?? `avons ${done}`} `;
  },
);

/** "À cette occasion, nous avons le plaisir de vous offrir" → "À cette occasion, nous vous offrons". */
const behindComma: Operation = phrase(
  'boast',
  String.raw`(?<=, )nous (?:avons (?:donc |aussi )?(?:le |l[’'])(?:très )?(?:grand |immense |vrai )?(?:plaisir|honneur|bonheur|privilège|joie)|sommes (?:donc |aussi |très )?(?:heureux|heureuses|ravis|ravies|fiers|fières)) (?:de |d[’'])(?:pouvoir )?(?:enfin )?(?<you>vous )?(?<verb>\p{L}+(?:er|ir|re)) `,
  ({ you = '', verb = '' }) => {
    const form = SAYING.test(verb.toLowerCase()) ? undefined : presentOf(verb.toLowerCase())?.[2];
    return form === undefined ? undefined : `nous ${you}${form} `;
  },
);

/** Gladness goes, what is done stays. */
export const gladness: readonly Operation[] = [does, hereIs, received, behindComma];
