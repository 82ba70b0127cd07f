import type { Locale } from '#base/locale.js';
import { slotText } from '#locale/format.js';
import { queueSentences } from '#locale/queue.js';
import type { QueueEvent } from '#queue/event.js';
import { eventReasonText } from '#report/reason-text.js';
import { resolveZone } from '../options/times.js';
import type { Shell } from '../shell.js';
import type { OpenQueue } from './open.js';

/** An instant (ms UTC) on this machine's clock, with its zone: an item may be of another. */
export function shownHere(
  instant: number,
  shell: Pick<Shell, 'env'>,
  clocks: OpenQueue['clocks'],
  locale: Locale,
): string {
  const zone = resolveZone(shell);
  return slotText({ localTime: clocks.formatLocalTime(instant, zone), zone }, locale);
}

/** An event as a line of the log: JSON for machines, or the time on this machine's clock and what happened. */
export function eventLine(
  event: QueueEvent,
  format: 'text' | 'json',
  { clocks, locale }: Pick<OpenQueue, 'clocks' | 'locale'>,
  shell: Pick<Shell, 'env' | 'profile'>,
): string {
  const { at, name, item, reason, data } = event;
  const profile = shell.profile?.name;
  if (format === 'json') {
    return `${JSON.stringify({ at: new Date(at).toISOString(), event: name, profile, item, reason, ...data })}\n`;
  }
  const parts = [
    ...(profile === undefined ? [] : [`[${profile}]`]),
    ...(item === undefined ? [] : [`#${item}`]),
    queueSentences(locale).events[name],
    ...(reason === undefined ? [] : [`— ${eventReasonText(name, reason, locale)}`]),
    ...(typeof data?.['post'] === 'string' ? [`https://x.com/i/status/${data['post']}`] : []),
    ...(typeof data?.['until'] === 'number' ? [`→ ${shownHere(data['until'], shell, clocks, locale)}`] : []),
    ...(typeof data?.['detail'] === 'string' ? [`— ${data['detail']}`] : []),
  ];
  // The instant itself in the form that sorts, whatever the language.
  const time = clocks.formatLocalTime(at, resolveZone(shell)).replace('T', ' ');
  return `${time}  ${parts.join(' ')}\n`;
}
