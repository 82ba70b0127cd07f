import type { QueueEvent } from '#queue/ports.js';
import { resolveZone } from '../options/arguments.js';
import type { Shell } from '../shell.js';
import type { OpenQueue } from './open.js';
import { eventRecord } from '#report/documents/queue.js';

/** An event as a line of the log: JSON for machines, or the time on this machine's clock and what happened. */
export function eventLine(
  event: QueueEvent,
  format: 'text' | 'json',
  { clocks, locale }: Pick<OpenQueue, 'clocks' | 'locale'>,
  shell: Pick<Shell, 'env'>,
): string {
  const { at, name, item, data } = event;
  if (format === 'json') {
    const { reason } = event;
    return `${JSON.stringify({ at: new Date(at).toISOString(), event: name, item, reason, ...data })}\n`;
  }
  const zone = resolveZone(shell);
  const { localTime, text, reason } = eventRecord(event, zone, { locale, formatLocalTime: clocks.formatLocalTime });
  const words = [
    ...(item === undefined ? [] : [`#${item}`]),
    text,
    ...(reason === null ? [] : [`— ${reason.text}`]),
    ...(typeof data?.['post'] === 'string' ? [`https://x.com/i/status/${data['post']}`] : []),
    ...(typeof data?.['until'] === 'number'
      ? [`→ ${clocks.formatLocalTime(data['until'], zone).replace('T', ' ')}`]
      : []),
    ...(typeof data?.['detail'] === 'string' ? [`— ${data['detail']}`] : []),
  ];
  return `${localTime.replace('T', ' ')}  ${words.join(' ')}\n`;
}
