// What the queue says of its items, in plain sentences: what happened, and what to do.
import type { EventName } from '#queue/ports.js';
import type { ItemState, MissedPolicy } from '#queue/item.js';
import type { Reason, ReasonCode } from '#queue/reason.js';
import { span } from '#locale/format.js';
import type { Locale } from '#base/locale.js';

type Words<K extends string> = Readonly<Record<K, string>>;

/** What an item is, in a word or two. In English it is the state's own name, which `--state` takes. */
export const STATE_WORDS: Readonly<Record<Locale, Words<ItemState>>> = {
  en: {
    planned: 'planned',
    claimed: 'claimed',
    sending: 'sending',
    reminded: 'reminded',
    posted: 'posted',
    refused: 'refused',
    unknown: 'unknown',
    missed: 'missed',
    cancelled: 'cancelled',
  },
  fr: {
    planned: 'prévu',
    claimed: 'pris en main',
    sending: 'en envoi',
    reminded: 'rappelé',
    posted: 'posté',
    refused: 'refusé',
    unknown: 'incertain',
    missed: 'manqué',
    cancelled: 'annulé',
  },
};

/** States as they are counted: `2 planned`. French agrees. */
export function stateCount(state: ItemState, count: number, locale: Locale): string {
  const word = STATE_WORDS[locale][state];
  const isPlural = locale === 'fr' && count > 1 && /^\S*[éun]$/.test(word);
  return `${count}\u00a0${word}${isPlural ? 's' : ''}`;
}

/** Why an item, or the whole queue, is as it is. */
export const REASON_WORDS: Readonly<Record<Locale, Words<ReasonCode>>> = {
  en: {
    'near-duplicate': 'it reads like another post of yours: schedule it again in other words',
    'opted-out': 'somebody named in it does not want to be mentioned: schedule it again without that name',
    late: 'its slot has passed, and it may not go out that late',
    spacing: 'another post has just gone out: it waits, to keep its distance',
    'no-free-slot': 'no free slot is left before the end of its campaign',
    'zone-rules': 'the rules of its time zone have changed: it keeps the hour on the clock',
    'not-recorded': 'nobody said, after its reminder, that it was posted',
    'media-unreadable': 'a picture or film of it cannot be read: put the file back where it was',
    budget: 'the budget does not allow it: wait for the next day or month, or raise it with tweetspan budget',
    'by-hand': 'by hand',
    'moved-by-hand': 'moved by hand',
    'slot-missed': 'its slot passed while nothing ran: keep tweetspan run going',
    'lease-expired': 'the program that worked on it ended before it was done',
    duplicate: 'X refuses it, as it has this text already: schedule it again in other words',
    'too-long': 'X refuses it as too long: shorten it and schedule it again',
    'media-refused': 'X refuses its picture or film: mend the file and schedule it again',
    invalid: 'X does not take it as it is: change it and schedule it again',
    forbidden: 'X does not allow it: change it and schedule it again',
    'rate-limit': 'X takes no more for the moment: it is tried again by itself',
    'daily-limit': 'X takes no more today: it is tried again by itself',
    'no-connection': 'X cannot be reached: it is tried again by itself; check the connection',
    'server-error': 'X answered with a fault of its own',
    timeout: 'X did not answer in time',
    cut: 'the answer of X was cut',
    'not-understood': 'the answer of X cannot be understood',
    'not-recorded-answer': 'the answer of X could not be written down: see that the disk has room',
    'not-found': 'it is not among the posts that X shows of your account',
    'says-duplicate': 'X says that it has this text already',
    'no-credits': 'the X account has no credits left: add some in X’s Developer Console',
    'usage-cap': 'the usage cap of the X app is reached: raise it in X’s Developer Console, or wait for its end',
    'not-enrolled':
      'the X app may not use the API: move it to the package Pay-per-use, Production, in X’s Developer Console',
    'read-only-app':
      'the X app may only read: give it the right to write in X’s Developer Console, then tweetspan login',
    'signed-out': 'nobody is signed in to X: tweetspan login',
    unauthorized: 'X does not take the sign-in, which was revoked, or X has trouble: tweetspan login',
    'write-muzzled': 'X lets the app write nothing: look for a message in X’s Developer Console',
    'other-account': 'signed in as another account than the one of this history: tweetspan login as the right one',
  },
  fr: {
    'near-duplicate': 'il ressemble trop à un autre de vos posts : planifiez-le de nouveau en d’autres mots',
    'opted-out': 'quelqu’un qui y est nommé ne veut pas de mention : planifiez-le de nouveau sans ce nom',
    late: 'son créneau est passé, et il ne peut pas partir si tard',
    spacing: 'un autre post vient de partir : il attend, pour garder ses distances',
    'no-free-slot': 'il ne reste aucun créneau libre avant la fin de sa campagne',
    'zone-rules': 'les règles de son fuseau horaire ont changé : il garde son heure à l’horloge',
    'not-recorded': 'personne n’a dit, après le rappel, qu’il était posté',
    'media-unreadable': 'une de ses images ou vidéos ne peut être lue : remettez le fichier à sa place',
    budget: 'le budget ne le permet pas : attendez le jour ou le mois suivant, ou augmentez-le par tweetspan budget',
    'by-hand': 'à la main',
    'moved-by-hand': 'déplacé à la main',
    'slot-missed': 'son créneau est passé alors que rien ne tournait : laissez tourner tweetspan run',
    'lease-expired': 'le programme qui s’en occupait s’est arrêté avant la fin',
    duplicate: 'X le refuse, car il a déjà ce texte : planifiez-le de nouveau en d’autres mots',
    'too-long': 'X le refuse car il est trop long : raccourcissez-le et planifiez-le de nouveau',
    'media-refused': 'X refuse son image ou sa vidéo : corrigez le fichier et planifiez-le de nouveau',
    invalid: 'X ne le prend pas tel quel : changez-le et planifiez-le de nouveau',
    forbidden: 'X ne l’autorise pas : changez-le et planifiez-le de nouveau',
    'rate-limit': 'X ne prend plus rien pour le moment : un nouvel essai se fera de lui-même',
    'daily-limit': 'X ne prend plus rien aujourd’hui : un nouvel essai se fera de lui-même',
    'no-connection': 'X ne peut être joint : un nouvel essai se fera de lui-même ; vérifiez la connexion',
    'server-error': 'X a répondu par une panne de son côté',
    timeout: 'X n’a pas répondu à temps',
    cut: 'la réponse de X a été coupée',
    'not-understood': 'la réponse de X est incompréhensible',
    'not-recorded-answer': 'la réponse de X n’a pu être notée : vérifiez qu’il reste de la place sur le disque',
    'not-found': 'il n’est pas parmi les posts que X montre de votre compte',
    'says-duplicate': 'X dit avoir déjà ce texte',
    'no-credits': 'le compte X n’a plus de crédits : ajoutez-en dans la Developer Console de X',
    'usage-cap':
      'le plafond d’usage de l’app X est atteint : relevez-le dans la Developer Console de X, ou attendez sa fin',
    'not-enrolled':
      'l’app X ne peut pas se servir de l’API : passez-la au forfait Pay-per-use, Production, dans la Developer Console de X',
    'read-only-app':
      'l’app X ne peut que lire : donnez-lui le droit d’écrire dans la Developer Console de X, puis tweetspan login',
    'signed-out': 'personne n’est connecté à X : tweetspan login',
    unauthorized: 'X n’accepte pas la connexion, qui a été révoquée, ou X est en panne : tweetspan login',
    'write-muzzled': 'X ne laisse plus l’app écrire : cherchez un message dans la Developer Console de X',
    'other-account': 'connecté sous un autre compte que celui de cet historique : tweetspan login sous le bon',
  },
};

/** What happened, as the log tells it. */
export const EVENT_WORDS: Readonly<Record<Locale, Words<EventName>>> = {
  en: {
    added: 'planned',
    claimed: 'taken up',
    released: 'given back, nothing was sent',
    sending: 'sent to X',
    posted: 'posted',
    refused: 'refused',
    unknown: 'sent, but whether it was posted is unclear',
    checked: 'looked for on X',
    postponed: 'put off',
    reminded: 'reminder given: post it by hand',
    recorded: 'posted by hand',
    missed: 'missed',
    moved: 'moved',
    approved: 'approved',
    retried: 'planned again',
    cancelled: 'cancelled',
    paused: 'the queue was stopped',
    resumed: 'the queue goes on',
    observed: 'counters read',
    gone: 'gone from X: it is watched no longer',
    started: 'tweetspan run began',
    stopped: 'tweetspan run ended',
    'clock-changed': 'the clock of this machine was set: check it',
    failed: 'failed: it is tried again at the next minute',
  },
  fr: {
    added: 'prévu',
    claimed: 'pris en main',
    released: 'rendu, rien n’a été envoyé',
    sending: 'envoyé à X',
    posted: 'posté',
    refused: 'refusé',
    unknown: 'envoyé, mais on ne sait s’il est posté',
    checked: 'cherché sur X',
    postponed: 'remis à plus tard',
    reminded: 'rappel donné : postez-le à la main',
    recorded: 'posté à la main',
    missed: 'manqué',
    moved: 'déplacé',
    approved: 'approuvé',
    retried: 'prévu de nouveau',
    cancelled: 'annulé',
    paused: 'la file a été arrêtée',
    resumed: 'la file repart',
    observed: 'compteurs lus',
    gone: 'disparu de X : il n’est plus suivi',
    started: 'tweetspan run a commencé',
    stopped: 'tweetspan run s’est arrêté',
    'clock-changed': 'l’horloge de cette machine a été réglée : vérifiez-la',
    failed: 'échec : nouvel essai à la prochaine minute',
  },
};

const isReason = (word: string): word is ReasonCode => Object.hasOwn(REASON_WORDS.en, word);

/** Reasons that stop the whole queue until somebody has done something, and says so. */
const STOPS: ReadonlySet<ReasonCode> = new Set<ReasonCode>([
  'no-credits',
  'usage-cap',
  'not-enrolled',
  'read-only-app',
  'signed-out',
  'unauthorized',
  'write-muzzled',
  'other-account',
]);
const RESUME = { en: ', then tweetspan queue resume', fr: ', puis tweetspan queue resume' } as const;

/**
 * A reason as a sentence. What else is told of it, mostly by X, stands in brackets as it came.
 * @param isOver leaves out how to go on, for a stop that has ended.
 */
export function reasonText({ code, detail }: Reason, locale: Locale, isOver = false): string {
  const words = REASON_WORDS[locale][code] + (STOPS.has(code) && !isOver ? RESUME[locale] : '');
  if (detail === undefined || detail === '') return words;
  // A late item names what held it up.
  return `${words} (${isReason(detail) ? REASON_WORDS[locale][detail] : detail})`;
}

/** What a person can do about an item in its state; undefined where there is nothing to do. */
export function adviceOn({ id, state, review }: { id: number; state: ItemState; review: boolean }, locale: Locale) {
  const advice = ADVICE[locale];
  if (state === 'planned') return review ? advice.review(id) : undefined;
  return state === 'unknown' || state === 'reminded' || state === 'missed' || state === 'refused'
    ? advice[state](id)
    : undefined;
}

const ADVICE = {
  en: {
    review: (id: number) => `waits for tweetspan queue approve ${id}`,
    unknown: (id: number) =>
      `it may be on X, look at your profile: tweetspan record <address> --item ${id} if it is there, tweetspan queue retry ${id} if not`,
    reminded: (id: number) => `post it by hand, then tweetspan record <address> --item ${id}`,
    missed: (id: number) => `tweetspan queue retry ${id} gives it a new slot, tweetspan queue cancel ${id} drops it`,
    refused: (id: number) => `tweetspan queue retry ${id} tries it again, tweetspan queue cancel ${id} drops it`,
  },
  fr: {
    review: (id: number) => `attend tweetspan queue approve ${id}`,
    unknown: (id: number) =>
      `il est peut-être sur X, regardez votre profil : tweetspan record <adresse> --item ${id} s’il y est, tweetspan queue retry ${id} sinon`,
    reminded: (id: number) => `postez-le à la main, puis tweetspan record <adresse> --item ${id}`,
    missed: (id: number) =>
      `tweetspan queue retry ${id} lui donne un nouveau créneau, tweetspan queue cancel ${id} l’écarte`,
    refused: (id: number) => `tweetspan queue retry ${id} le retente, tweetspan queue cancel ${id} l’écarte`,
  },
} as const;

/** What becomes of an item whose slot passes while nothing runs. */
export function missedText(missed: MissedPolicy, locale: Locale): string {
  if (missed === 'skip') return locale === 'fr' ? 'écarté' : 'dropped';
  if (missed === 'next-slot')
    return locale === 'fr' ? 'déplacé au prochain jour libre' : 'moved to the next day that is free';
  const time = span(missed.within, locale);
  return locale === 'fr' ? `posté jusqu’à ${time} plus tard` : `posted up to ${time} late`;
}
