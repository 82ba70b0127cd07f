// French releases that name what they are of twice.
import { lazy } from '#base/lazy.js';
import type { Operation } from '../wording.js';

const RELEASED = lazy(
  () =>
    /^(?:L[’']équipe (?:de |d[’'])|Les équipes (?:de |d[’']))?(?<name>\p{Lu}[\p{L}\d]+) (?<verb>lance|lancent|publie|publient|sort|sortent|dévoile|dévoilent|présente|présentent|annonce|annoncent) (?<article>la |une |le |un )(?<what>(?:(?:toute )?(?:nouvelle|nouveau|dernière|première|deuxième|troisième|quatrième|cinquième) )?(?:version|édition|mise à jour|saison|album|numéro|catalogue|rapport annuel|site)(?: (?:majeure|mineure|mobile|bêta))?(?: \d[\d.]*)?) (?:de |d[’'])\k<name>(?![\p{L}\d-])/u,
);
const ONE: Readonly<Record<string, string>> = {
  lancent: 'lance',
  publient: 'publie',
  sortent: 'sort',
  dévoilent: 'dévoile',
  présentent: 'présente',
  annoncent: 'annonce',
};
/** Of her what begins with a vowel is "son" as well. */
const own = (article: string, what: string): string =>
  /^la |^une /.test(article) && !/^[éa]/i.test(what) ? 'sa' : 'son';

/** "L’équipe de Lanterne publie la version 3.0 de Lanterne" → "Lanterne publie sa version 3.0". */
const version: Operation = {
  id: 'plain-words',
  apply({ text }) {
    const match = RELEASED().exec(text);
    const { name = '', verb = '', article = '', what = '' } = match?.groups ?? {};
    if (match === null) return undefined;
    return {
      changes: [{ start: 0, end: match[0].length, text: `${name} ${ONE[verb] ?? verb} ${own(article, what)} ${what}` }],
    };
  },
};

/** What is a name's own. */
export const ownVersions: readonly Operation[] = [version];
