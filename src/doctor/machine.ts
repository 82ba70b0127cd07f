// The machine: Node, the database part, the clock, the zone, the desktop.
import { dollars } from '#locale/dollars.js';
import { span } from '#locale/format.js';
import type { Locale } from '#base/locale.js';
import { storeSentences } from '#locale/store.js';
import { check, inBoth, type HealthCheck } from './check.js';
import type { ClockFacts, DesktopFacts, HealthFacts, ZoneFacts } from './facts.js';

/** Node and the SQLite engine. */
export function programChecks({ version, node, native }: HealthFacts): readonly HealthCheck[] {
  const running = check('node', 'ok', {
    en: `tweetspan ${version} runs on Node ${node}.`,
    fr: `tweetspan ${version} tourne avec Node ${node}.`,
  });
  if ('engine' in native) {
    const text = {
      en: `The database part works (${native.engine}).`,
      fr: `La partie base de données fonctionne (${native.engine}).`,
    };
    return [running, check('native', 'ok', text)];
  }
  const broken = check(
    'native',
    'problem',
    {
      en: `The database part does not work: ${native.fault}.`,
      fr: `La partie base de données ne fonctionne pas avec Node ${node}.`,
    },
    {
      en: `To make it work, ${storeSentences('en').engineAdvice}; drafts can be judged without it.`,
      fr: `Pour qu’elle fonctionne, ${storeSentences('fr').engineAdvice} ; juger des brouillons marche sans elle.`,
    },
  );
  return [running, broken];
}

const MINUTE = 60_000;
/** X refuses keys whose time is off by some 5 minutes; these bounds are ours. */
const OFF = 2 * MINUTE;
const FAR_OFF = 10 * MINUTE;

/** The clock of this machine against X's. `price` is what asking X costs, thousandths of a US dollar. */
export function clockCheck({ seen }: ClockFacts, now: number, price: number): HealthCheck {
  if (seen === undefined) {
    return check(
      'clock',
      'note',
      {
        en: 'The clock was never compared with that of X: nothing was sent or read yet.',
        fr: 'L’horloge n’a jamais été comparée à celle de X : rien n’a encore été envoyé ni lu.',
      },
      {
        en: `tweetspan doctor --online asks X, for ${dollars(price)}.`,
        fr: `tweetspan doctor --online le demande à X, pour ${dollars(price)}.`,
      },
    );
  }
  const off = Math.abs(seen.skew);
  if (off < OFF) {
    return check('clock', 'ok', { en: 'The clock agrees with that of X.', fr: 'L’horloge s’accorde avec celle de X.' });
  }
  const when = (locale: Locale): string => span(Math.max(0, now - seen.at), locale);
  // X ahead means that this machine is behind.
  const isSlow = seen.skew > 0;
  return check(
    'clock',
    off > FAR_OFF ? 'problem' : 'warning',
    {
      en: `The clock is ${span(off, 'en')} ${isSlow ? 'behind' : 'ahead of'} that of X (seen ${when('en')} ago).`,
      fr: `L’horloge ${isSlow ? 'retarde' : 'avance'} de ${span(off, 'fr')} sur celle de X (vu il y a ${when('fr')}).`,
    },
    {
      en: 'Let the system set the clock by NTP (Linux: timedatectl set-ntp true); posts go out at wrong times until then.',
      fr: 'Laissez le système régler l’horloge par NTP (Linux : timedatectl set-ntp true) ; d’ici là, les posts partent à de mauvaises heures.',
    },
  );
}

/** The zone in use, and whether its rules are those that slots were planned by. */
export function zoneChecks({ name, from, ignored, rules, plannedBy }: ZoneFacts): readonly HealthCheck[] {
  const version = (word: string): string => (rules === '' ? '' : `, ${word} ${rules}`);
  const text = {
    en: `Hours are those of ${name}, from ${from === 'TZ' ? 'TZ' : 'the machine'}${version('zone rules')}.`,
    fr: `Les heures sont celles de ${name}, d’après ${from === 'TZ' ? 'TZ' : 'la machine'}${version('règles des fuseaux')}.`,
  };
  const zone =
    ignored === undefined
      ? check('zone', 'ok', text)
      : check(
          'zone',
          'warning',
          {
            en: `TZ is "${ignored}", which names no time zone: hours are those of ${name}.`,
            fr: `TZ vaut « ${ignored} », qui ne nomme aucun fuseau horaire : les heures sont celles de ${name}.`,
          },
          {
            en: 'Set TZ to an IANA name such as Europe/Paris, or unset it.',
            fr: 'Donnez à TZ un nom IANA tel que Europe/Paris, ou retirez-la.',
          },
        );
  if (plannedBy === undefined || rules === '' || plannedBy === rules) return [zone];
  const changed = check('zone-rules', 'note', {
    en: `The rules of time zones have changed since posts were planned (${plannedBy}, now ${rules}): tweetspan run keeps each post at its hour on the clock.`,
    fr: `Les règles des fuseaux horaires ont changé depuis la planification (${plannedBy}, maintenant ${rules}) : tweetspan run garde chaque post à son heure à l’horloge.`,
  });
  return [zone, changed];
}

/** Notices and the clipboard: reminders do without them. */
export const desktopChecks = ({ notice, clipboard }: DesktopFacts): readonly HealthCheck[] => [
  check(
    'notice',
    notice ? 'ok' : 'note',
    notice
      ? { en: 'Reminders show on the desktop.', fr: 'Les rappels s’affichent sur le bureau.' }
      : {
          en: 'Reminders show in the terminal only: there is no desktop session, or no notify-send.',
          fr: 'Les rappels ne s’affichent que dans le terminal : pas de session de bureau, ou pas de notify-send.',
        },
  ),
  check(
    'clipboard',
    clipboard ? 'ok' : 'note',
    clipboard
      ? inBoth((locale) =>
          locale === 'fr'
            ? 'Le texte d’un rappel va dans le presse-papiers.'
            : 'The text of a reminder goes to the clipboard.',
        )
      : {
          en: 'The text of a reminder is to be copied by hand: there is no clipboard here, or no wl-copy, xclip or xsel.',
          fr: 'Le texte d’un rappel est à copier à la main : pas de presse-papiers ici, ou ni wl-copy, ni xclip, ni xsel.',
        },
  ),
];
