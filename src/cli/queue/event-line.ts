import { moment } from '#locale/format.js';
import { queueSentences } from '#locale/queue.js';
import type { QueueEvent } from '#queue/ports.js';
import { reasonText } from '#report/reason-text.js';
import { resolveZone } from '../options/arguments.js';
import type { Shell } from '../shell.js';
import type { OpenQueue } from './open.js';

/** An event as a line of the log: JSON for machines, or the time on this machine's clock and what happened. */
export function eventLine(
  event: QueueEvent,
  format: 'text' | 'json',
  { clocks, locale }: Pick<OpenQueue, 'clocks' | 'locale'>,
  shell: Pick<Shell, 'env'>,
): string {
  const { at, name, item, reason, data } = event;
  if (format === 'json') {
    return `${JSON.stringify({ at: new Date(at).toISOString(), event: name, item, reason, ...data })}\n`;
  }
  const zone = resolveZone(shell);
  const shown = (instant: number): string => clocks.formatLocalTime(instant, zone).replace('T', ' ');
  const parts = [
    ...(item === undefined ? [] : [`#${item}`]),
    queueSentences(locale).events[name],
    ...(reason === undefined ? [] : [`— ${reasonText(reason, locale)}`]),
    ...(typeof data?.['post'] === 'string' ? [`https://x.com/i/status/${data['post']}`] : []),
    ...(typeof data?.['until'] === 'number'
      ? [`→ ${moment(clocks.formatLocalTime(data['until'], zone), locale)}`]
      : []),
    ...(typeof data?.['detail'] === 'string' ? [`— ${data['detail']}`] : []),
  ];
  // The instant itself in the form that sorts, whatever the language.
  return `${shown(at)}  ${parts.join(' ')}\n`;
}
