import { dollars } from '#locale/dollars.js';
import type { WhoAmI } from '../documents/whoami.js';

type Locale = 'en' | 'fr';

const WORDS = {
  en: {
    unknown: 'an account whose name X was not asked for yet (--online asks)',
    id: (id: string) => `account ${id}`,
    oauth1: (app: string) => `by the four keys of app ${app}, which do not run out`,
    oauth2: (app: string) => `by the browser, for app ${app}`,
    runsOut: (at: string) => `good until ${at}`,
    ranOut: (at: string) => `ran out at ${at}`,
    renewed: 'renewed by itself',
    notRenewed: 'not renewed: offline.access was not granted',
    scopes: (list: string) => `allows ${list}`,
    bearer: 'the app’s own token is there: counts of posts work',
    noBearer: 'without the app’s own token, which counts of posts need: tweetspan login --bearer',
    where: (place: string) => `kept in ${place}`,
    asked: (price: string) => `X was asked just now: ${price}`,
  },
  fr: {
    unknown: 'un compte dont le nom n’a pas encore été demandé à X (--online le demande)',
    id: (id: string) => `compte ${id}`,
    oauth1: (app: string) => `par les quatre clés de l’application ${app}, qui n’expirent pas`,
    oauth2: (app: string) => `par le navigateur, pour l’application ${app}`,
    runsOut: (at: string) => `valable jusqu’au ${at}`,
    ranOut: (at: string) => `expiré le ${at}`,
    renewed: 'renouvelé automatiquement',
    notRenewed: 'non renouvelé : offline.access n’a pas été accordé',
    scopes: (list: string) => `autorise ${list}`,
    bearer: 'le jeton de l’application est là : les décomptes de posts fonctionnent',
    noBearer: 'sans le jeton de l’application, nécessaire aux décomptes de posts : tweetspan login --bearer',
    where: (place: string) => `conservé dans ${place}`,
    asked: (price: string) => `X vient d’être interrogé : ${price}`,
  },
} as const;

/** The answer of `whoami` for a terminal: the account, then a line for each thing to know. `now` is ms UTC. */
export function whoamiText(me: WhoAmI, { locale, now }: { readonly locale: Locale; readonly now: number }): string {
  const words = WORDS[locale];
  const { account, expiresAt } = me;
  const id = account === undefined ? words.unknown : words.id(account.id);
  const name = account?.handle === undefined ? id : `@${account.handle} (${id})`;
  const lines = [
    words[me.kind](me.app),
    ...(expiresAt === undefined
      ? []
      : [
          `${(expiresAt > now ? words.runsOut : words.ranOut)(formatMinute(expiresAt))}, ${me.isRenewed ? words.renewed : words.notRenewed}`,
        ]),
    ...(me.scopes === undefined ? [] : [words.scopes(me.scopes.join(', '))]),
    me.hasBearer ? words.bearer : words.noBearer,
    words.where(me.where),
    ...(me.price === undefined ? [] : [words.asked(dollars(me.price))]),
  ];
  return `${name}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}

const formatMinute = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
