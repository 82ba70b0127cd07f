// The queue: its budget, its state, what waits for a person.
import type { ItemState } from '#queue/item.js';
import { dollars } from '#locale/dollars.js';
import { queueSentences } from '#locale/queue.js';
import { reasonText } from '#report/reason-text.js';
import { listed, moment } from '#locale/format.js';
import type { Locale } from '#base/locale.js';
import { check, inBoth, formatMinute, numbers, type HealthCheck } from './check.js';
import type { QueueFacts } from './facts.js';

/** All about the queue but who works on it. */
export const queueChecks = (queue: QueueFacts): readonly HealthCheck[] => [
  budgetCheck(queue),
  stateCheck(queue),
  ...(queue.pause === undefined ? [] : [pauseCheck(queue.pause)]),
  ...waitingChecks(queue.waiting),
];

function budgetCheck({ caps, spent }: QueueFacts): HealthCheck {
  const of = (period: 'day' | 'month', word: string): string =>
    `${dollars(spent[period])} ${word} ${dollars(caps[period])}`;
  const text = {
    en: `Spent on X: ${of('day', 'of')} today, ${of('month', 'of')} this month (UTC).`,
    fr: `Dépensé pour X : ${of('day', 'sur')} aujourd’hui, ${of('month', 'sur')} ce mois-ci (UTC).`,
  };
  const isReached = (period: 'day' | 'month'): boolean => spent[period] >= caps[period];
  if (!isReached('day') && !isReached('month')) return check('budget', 'ok', text);
  if (caps.day === 0 || caps.month === 0) {
    return check('budget', 'note', {
      en: 'A cap of $0 forbids whatever costs something; posting by hand costs nothing.',
      fr: 'Un plafond de $0 interdit tout ce qui coûte ; poster à la main ne coûte rien.',
    });
  }
  const period = isReached('month') ? 'month' : 'day';
  const reached = {
    en: `The budget of ${period === 'month' ? 'this month' : 'today'} is spent: ${of(period, 'of')}. What costs something waits.`,
    fr: `Le budget ${period === 'month' ? 'du mois' : 'du jour'} est épuisé : ${of(period, 'sur')}. Ce qui coûte attend.`,
  };
  return check('budget', 'warning', reached, {
    en: `Wait for the next ${period}, or raise it with tweetspan budget.`,
    fr: `Attendez ${period === 'month' ? 'le mois prochain' : 'demain'}, ou augmentez-le par tweetspan budget.`,
  });
}

function stateCheck({ counts, next }: QueueFacts): HealthCheck {
  const states = (Object.entries(counts) as [ItemState, number][]).filter(([, count]) => count > 0);
  if (states.length === 0) {
    return check(
      'queue',
      'ok',
      { en: 'The queue is empty.', fr: 'La file est vide.' },
      {
        en: 'tweetspan schedule <draft> fills it.',
        fr: 'tweetspan schedule <brouillon> la remplit.',
      },
    );
  }
  const text = inBoth((locale) => {
    const all = listed(states.map(([state, count]) => queueSentences(locale).stateCount(state, count)));
    return locale === 'fr' ? `File : ${all}${nextText(next, locale)}.` : `Queue: ${all}${nextText(next, locale)}.`;
  });
  return check('queue', 'ok', text);
}

function nextText(next: QueueFacts['next'], locale: Locale): string {
  if (next === undefined) return '';
  const { id, localTime, zone } = next;
  const when = `${moment(localTime, locale)} ${zone}`;
  return locale === 'fr' ? ` ; prochain : élément ${id}, ${when}` : `; next: item ${id}, ${when}`;
}

function pauseCheck({ code, detail, since, until }: NonNullable<QueueFacts['pause']>): HealthCheck {
  const text = inBoth((locale) => {
    const reason = reasonText({ code, detail }, locale, true);
    return locale === 'fr'
      ? `La file est arrêtée depuis ${formatMinute(since)} : ${reason}.`
      : `The queue is stopped since ${formatMinute(since)}: ${reason}.`;
  });
  if (until !== undefined) {
    return check('pause', 'warning', text, {
      en: `It goes on by itself at ${formatMinute(until)}.`,
      fr: `Elle repart d’elle-même le ${formatMinute(until)}.`,
    });
  }
  return check('pause', code === 'by-hand' ? 'warning' : 'problem', text, {
    en: 'When that is done: tweetspan queue resume.',
    fr: 'Quand c’est fait : tweetspan queue resume.',
  });
}

function waitingChecks({ review, reminded, unknown, missed, refused }: QueueFacts['waiting']): readonly HealthCheck[] {
  const found: HealthCheck[] = [];
  const add = (
    ids: readonly number[],
    status: HealthCheck['status'],
    en: string,
    fr: string,
    remedies: readonly [string, string],
  ) => {
    if (ids.length === 0) return;
    const [remedyEn, remedyFr] = remedies;
    found.push(
      check(
        'waiting',
        status,
        { en: `${en}: ${numbers(ids)}.`, fr: `${fr} : ${numbers(ids)}.` },
        { en: remedyEn, fr: remedyFr },
      ),
    );
  };
  add(unknown, 'problem', 'Items that may or may not be on X', 'Éléments dont on ne sait s’ils sont sur X', [
    'Look at your profile, then tweetspan record <address> --item <n>, or tweetspan queue retry <n>.',
    'Regardez votre profil, puis tweetspan record <adresse> --item <n>, ou tweetspan queue retry <n>.',
  ]);
  add(refused, 'warning', 'Items that were refused in the last 7 days', 'Éléments refusés ces 7 derniers jours', [
    'tweetspan queue show <n> tells why; tweetspan queue retry <n> or cancel <n> settles it.',
    'tweetspan queue show <n> dit pourquoi ; tweetspan queue retry <n> ou cancel <n> règle la question.',
  ]);
  add(missed, 'warning', 'Items that were missed in the last 7 days', 'Éléments manqués ces 7 derniers jours', [
    'tweetspan queue retry <n> gives a new slot, tweetspan queue cancel <n> drops it.',
    'tweetspan queue retry <n> donne un nouveau créneau, tweetspan queue cancel <n> l’écarte.',
  ]);
  add(reminded, 'warning', 'Items to be posted by hand now', 'Éléments à poster à la main maintenant', [
    'Post them, then tweetspan record <address> --item <n>.',
    'Postez-les, puis tweetspan record <adresse> --item <n>.',
  ]);
  add(review, 'note', 'Items that wait for approval', 'Éléments à approuver', [
    'tweetspan queue approve <n>',
    'tweetspan queue approve <n>',
  ]);
  return found;
}
