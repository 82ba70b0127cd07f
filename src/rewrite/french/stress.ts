// French words that only stress, and places that only point to the link.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { phrase, type Put } from '../phrase.js';
import type { Operation } from '../wording.js';
import { PRAISE } from './hype.js';

/** Behind a negation of its clause such an adverb carries the meaning. */
const DENIED = lazy(() =>
  latin(String.raw`(?:^|[\s’'])(?:pas|jamais|rien|ne|n[’']|sans|guère|aucune?|plus)[\s\p{L}’'][^,:;]{0,60}$`),
);
/** What goes, unless a negation stands before it or the sentence asks. */
const cut: Put = (_, { text }, __, at) => (DENIED().test(text.slice(0, at)) || text.endsWith('?') ? undefined : '');

/** Points behind a sentence that is whole. */
const POINTS = lazy(() =>
  latin(
    String.raw`(?<=^(?!(?:Voici|Découvrez|Retrouvez|Devinez|Suspense|Et si)(?![\p{L}]))[^.…]{30,})(?<![\s’'](?:et|ou|mais|de|des|du|à|au|aux|la|le|les|un|une|pour|que|qui|dans|sur|avec|en|si|car|donc|etc))(?<=[\p{L}\d)»%€]) ?(?:\.{3,}|…)$`,
  ),
);

/** What stresses or points without saying more. */
export const stress: readonly Operation[] = [
  // "… beaucoup trop de livres achetés ..." → "… achetés.": nothing is left to say.
  {
    id: 'filler',
    apply: ({ text, isLast, leadsToLink }) => {
      const match = isLast || leadsToLink ? POINTS().exec(text) : null;
      return match === null ? undefined : { changes: [{ start: match.index, end: text.length, text: '.' }] };
    },
  },
  // "Découvrez le témoignage de Lucie, dans notre nouvel article" → "Découvrez le témoignage de Lucie".
  phrase(
    'content-label',
    String.raw`(?<=^(?:Découvrez|Retrouvez|Lisez|Voici|Écoutez|Regardez) [^.:;!?]{20,140}),? (?:dans|sur) (?:notre|mon|cet|le) (?:nouvel |dernier |nouveau )?(?:article|billet|post|blog)(?: de blog| du blog)?(?= ?[.!:👉👇]*$)`,
    '',
  ),
  // "une salle vraiment belle": behind a noun, before what is no participle: "un outil vraiment utilisé" is used.
  phrase(
    'filler',
    String.raw`(?<=(?:^|[\s’'])(?:une?|des) [\p{L}-]{3,} )vraiment (?=(?!${PRAISE})(?!(?:que|qui|pour|par|de|d[’']|à|et|ou|l[ea]s?|une?|tou[ts]|toutes?|en|besoin|pas|plus|bien|mal|trop|peu|\p{L}+(?:ée?s?|[iu]e?s?|ite?s?|er|ir))(?![\p{L}]))\p{L}{3,})`,
    cut,
  ),
  phrase(
    'filler',
    String.raw`(?<=[\p{L},] )(?:absolument|vraiment|littéralement) (?=tou(?:s|t|te|tes)(?![\p{L}]))`,
    cut,
  ),
  phrase(
    'filler',
    String.raw`(?<=(?:^|[\s’'])(?:est|sont|peut|peuvent|pouvez|sera|seront) )(?:dès à présent|d[’']ores et déjà) (?=\p{L})`,
    '',
    { unless: () => /(?:^|\s)(?:ne|n[’'])/i },
  ),
  // The link that follows is the place.
  phrase(
    'filler',
    String.raw`(?<=[\s’']en ligne) sur (?:notre|le|mon|nos) sites?(?: (?:internet|web|officiel))?(?= ?[.!:,]|$)`,
    '',
  ),
  // "Nos experts vous livrent leurs conseils dans cet article à lire absolument" → "Nos experts vous livrent leurs conseils".
  phrase(
    'content-label',
    String.raw`(?<=^[^.:;!?]{25,120}(?<![\s’'](?:est|sont|lire|voir|trouver|retrouver|évoqué|cité|citée|publié|publiée|et|ou))) (?:dans|sur) (?:cet|ce|notre|mon|le) (?:nouvel |nouveau |dernier )?(?:article|billet|post)(?: de blog| du blog)?(?: (?:à (?:lire|découvrir|retrouver|ne pas manquer)(?: absolument| sans (?:attendre|modération|plus attendre)| d[’']urgence| vite| ici)?|complet))?(?= ?[.!:👉👇]*$)`,
    '',
    {
      only: () =>
        /(?:^|[\s’'])(?:conseils|astuces|secrets|réponses|étapes|façons|raisons|explications|idées|explique|expliquons|expliquent|racontons?|livre|livrent|dévoile|dévoilent)(?![\p{L}])/iu,
      dropsNegation: true,
    },
  ),
];
