// French sentences about what is done on the page: they tell the reader to do it.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { capital, type Operation } from '../wording.js';
import { command, OF_OTHERS } from './address.js';

const DONE: Readonly<Record<string, string>> = {
  inscription: 'Inscrivez-vous',
  réservation: 'Réservez',
  commande: 'Commandez',
  candidature: 'Candidatez',
};
const IS_DONE = lazy(() =>
  latin(
    String.raw`^(?:Les |Vos |L[’']|La )(?<noun>${Object.keys(DONE).join('|')})s? (?:(?:peut|peuvent|doit|doivent) (?:se faire|s[’']effectuer|être (?:faite|effectuée|prise|réalisée|passée|enregistrée)s?)|se fait|se font|s[’']effectue|s[’']effectuent|(?:est|sont) à (?:faire|effectuer|prendre))(?: directement)? (?=(?:en ligne|sur |par |auprès|avant |jusqu|via |à partir|dès |du |à l[’']|au |ici|:))`,
  ),
);
/** "Les inscriptions se font en ligne" → "Inscrivez-vous en ligne". */
const done: Operation = {
  id: 'imperative',
  apply({ text }) {
    const match = IS_DONE().exec(text);
    const put = DONE[(match?.groups?.['noun'] ?? '').toLowerCase()];
    return match === null || put === undefined
      ? undefined
      : { changes: [{ start: 0, end: match[0].length, text: `${put} ` }] };
  },
};

/** What is asked for in order to do a thing that the link does. */
const PURPOSE = lazy(() =>
  latin(
    String.raw`^(?:Pour |Afin de |Si vous (?:souhaitez|voulez|désirez) )(?:(?<clitic>nous|vous|le|la|les|y|en) )?(?<verb>\p{L}+)(?<what> (?!plus |c[’']est )[^.,:;!?]{2,70}?)?(?:,? (?:(?:veuillez|merci de|il suffit de|il vous suffit de|vous pouvez|n[’']hésitez pas à)\s)?(?:vous )?(?:cliquer|cliquez|rendez-vous|rendre|c[’']est|suivez|suivre|visitez|visiter|consultez|consulter|connectez-vous|connecter|allez|aller|ça se passe|direction|une seule adresse|un seul lien|voici le lien)(?: (?:(?:juste |par )?(?:ici(?: même)?|là)|en ligne|ci-dessous|en bio|sur (?:notre|le|mon|ce|cette|la) (?:site(?: internet| web)?|lien|page|blog|boutique|plateforme|billetterie)(?: ci-dessous| suivant| dédiée?| en ligne)?|(?:le|ce|notre|la|cette) (?:lien|site(?: internet| web)?|page)(?: ci-dessous| suivant| dédiée)?|à (?:cette|l[’']) ?adresse(?: suivante)?|dans la bio|directement))*)?[ \u00a0\u202f]*(?:[.:!👉⬇👇➡⤵]|\ufe0f)*$`,
  ),
);
/** Verbs of what is on the page. */
const ON_PAGE =
  /^(?:abonner|acheter|adhérer|candidater|choisir|commander|comparer|comprendre|consulter|découvrir|demander|donner|écouter|emprunter|essayer|inscrire|lire|louer|participer|postuler|regarder|réécouter|relire|répondre|réserver|revoir|rejoindre|retrouver|signer|simuler|soutenir|suivre|télécharger|tester|trouver|vérifier|visionner|visiter|voir|voter|calculer)$/;
const SECOND = lazy(() => latin(String.raw` (?:et|ou) (?:\p{L}+ )?\p{L}+(?:er|ir|re)(?!\p{L})`));
/** "Pour réserver vos places, cliquez ici :" → "Réservez vos places :". */
const purpose: Operation = {
  id: 'imperative',
  apply({ text, leadsToLink }, forms) {
    const match = leadsToLink ? PURPOSE().exec(text) : null;
    const { clitic, verb = '', what = '' } = match?.groups ?? {};
    if (match === null || !ON_PAGE.test(verb.toLowerCase())) return undefined;
    const put = command(verb, clitic, forms);
    if (put === undefined) return undefined;
    // "dans son intégralité" says no more than the noun; a second command would want its own form.
    const shorter = what.replace(/ (?:dans (?:son|leur) intégralité|en intégralité|en entier|en ligne)$/, '');
    if (OF_OTHERS.test(shorter) || SECOND().test(shorter)) return undefined;
    return { changes: [{ start: 0, end: text.length, text: `${capital(put)}${shorter}\u00a0:` }] };
  },
};

const CLICK_TO = lazy(() =>
  latin(
    String.raw`^(?:Cliquez|Rendez-vous|Suivez|Connectez-vous|Allez|C[’']est) ?(?:(?:ici|là|par ici|sur (?:le|ce|notre) (?:lien|site|page|site internet)(?: ci-dessous| suivant)?|(?:le|ce) lien(?: ci-dessous| suivant)?|vite ici) )+pour (?:(?<clitic>nous|vous|le|la|les|y|en) )?(?<verb>\p{L}+)(?=[ :.!]|$)`,
  ),
);
/** "Cliquez ici pour réserver" → "Réservez". */
const clickTo: Operation = {
  id: 'imperative',
  apply({ text, leadsToLink }, forms) {
    const match = leadsToLink ? CLICK_TO().exec(text) : null;
    const { clitic, verb = '' } = match?.groups ?? {};
    if (match === null || !ON_PAGE.test(verb.toLowerCase())) return undefined;
    const put = command(verb, clitic, forms);
    const rest = text.slice(match[0].length);
    if (put === undefined || OF_OTHERS.test(rest) || / (?:et|ou) (?:cliquez )?(?:ici|là) /i.test(rest))
      return undefined;
    return { changes: [{ start: 0, end: match[0].length, text: capital(put) }] };
  },
};

/** Operations on what is done on the page. */
export const pageTasks: readonly Operation[] = [done, purpose, clickTo];
