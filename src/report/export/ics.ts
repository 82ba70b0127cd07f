import { lazy } from '#base/lazy.js';
import { queueSentences } from '#locale/queue.js';
import type { Locale } from '#base/locale.js';
import type { ItemMedia } from '#queue/item.js';
import { mediaText } from '../media-text.js';

/** A planned post as an event of a calendar. */
export interface CalendarItem {
  /** Number of the item in its queue; none for one that is not queued. */
  readonly id?: number;
  /** When it was planned and when it was last changed, ms UTC. */
  readonly createdAt: number;
  readonly changedAt: number;
  /** Its slot, ms UTC. */
  readonly at: number;
  /** What is posted, to the letter. */
  readonly text: string;
  /** The address that opens X's composer with the text. */
  readonly intent: string;
  /** What is to be added by hand. */
  readonly media: readonly ItemMedia[];
}

/** A step that only a person can take, as an event. */
export interface CalendarStep extends Pick<CalendarItem, 'createdAt' | 'changedAt' | 'at'> {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
}

/** What a calendar is written with: the present instant (ms UTC), and the language of its words. */
export interface CalendarOptions {
  readonly now: number;
  readonly locale: Locale;
}

/** How long an event takes, ms: opening the composer and pressing a button. @source own choice */
const LENGTH = 15 * 60_000;
/** Characters of a text in the title of its event. @source own choice */
const TITLE = 60;
/** Octets of a line without its end (RFC 5545, 3.1). */
const MAX_OCTETS = 75;
/** The largest INTEGER (RFC 5545, 3.3.8). */
const MAX_INTEGER = 2 ** 31 - 1;

// TEXT may hold none of these (RFC 5545, 3.3.11); half a surrogate pair has no form in UTF-8.
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const NOT_TEXT = lazy(() => /[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/gu);

/** A value of type TEXT (RFC 5545, 3.3.11). */
const textValue = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(NOT_TEXT(), '\ufffd')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** An instant as DATE-TIME in UTC (RFC 5545, 3.3.5): a zone's name would need its rules in the file. */
const dateTime = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/**
 * An address as a value of type URI, which has no escapes of its own.
 * @throws RangeError when a character in it could end the line, and so forge another one.
 */
function uriValue(address: string): string {
  if (/^[\x21-\x7e]+$/.test(address)) return address;
  throw new RangeError(`"${address}" is no address for a calendar: percent-encode it`);
}

function countOctets(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}

/** A content line with its end, folded at 75 octets and never inside a character (RFC 5545, 3.1). */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const more = countOctets(character.codePointAt(0) ?? 0);
    if (octets + more > MAX_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += more;
  }
  return `${folded}\r\n`;
}

function title(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= TITLE
    ? line
    : `${characters
        .slice(0, TITLE - 1)
        .join('')
        .trimEnd()}…`;
}

function itemLines(item: CalendarItem, options: CalendarOptions): string[] {
  const words = queueSentences(options.locale).calendar;
  const { id, createdAt, at, text, intent, media } = item;
  const steps = [
    words.open(intent),
    ...media.map((one) => words.media(mediaText(one, options.locale))),
    ...(id === undefined ? [] : [words.recordIt(id)]),
  ];
  const event = {
    ...item,
    // Two queues number their items alike; that they planned them in the same millisecond is not to be feared.
    // One that is not queued is known by its slot.
    uid: id === undefined ? `slot-${at}@tweetspan` : `item-${id}-${createdAt}@tweetspan`,
    summary: words.event(title(text)),
    description: `${text}\n\n${steps.join('\n')}`,
  };
  return eventLines(event, options, [`URL:${uriValue(intent)}`]);
}

function eventLines(
  { uid, createdAt, changedAt, at, summary: words, description }: CalendarStep,
  { now }: Pick<CalendarOptions, 'now'>,
  more: readonly string[] = [],
): string[] {
  const summary = textValue(words);
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    // Both grow, so that a calendar that has the event already takes the newer one.
    `DTSTAMP:${dateTime(now)}`,
    `SEQUENCE:${Math.min(MAX_INTEGER, Math.max(0, Math.floor((changedAt - createdAt) / 1000)))}`,
    `DTSTART:${dateTime(at)}`,
    `DTEND:${dateTime(at + LENGTH)}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${textValue(description)}`,
    ...more,
    // Nobody is busy because of it.
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER:PT0S',
    `DESCRIPTION:${summary}`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/**
 * Planned posts as an iCalendar text (RFC 5545), each with an alarm at its slot. To import it again changes the events
 * that are there already. Without posts it has no event, which some calendars refuse: say so instead.
 * @throws RangeError for an intent that is no percent-encoded address.
 */
export function icsCalendar(
  items: readonly CalendarItem[],
  options: CalendarOptions,
  people: readonly CalendarStep[] = [],
): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//tweetspan//planned posts//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${textValue(queueSentences(options.locale).calendar.name)}`,
    ...items.flatMap((item) => itemLines(item, options)),
    ...people.flatMap((step) => eventLines(step, options)),
    'END:VCALENDAR',
  ];
  return lines.map(fold).join('');
}
