import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { icsCalendar, type CalendarItem } from '#report/export/ics.js';
import { readCalendar, readDateTime, readText, type Component } from '../ics.js';

const NOW = Date.UTC(2026, 2, 2, 12);
const ITEM: CalendarItem = {
  id: 12,
  createdAt: NOW - 3_600_000,
  changedAt: NOW - 60_000,
  at: Date.UTC(2026, 9, 25, 1, 30),
  text: 'Un guide ; des conseils, et plus \\o/\nhttps://example.org/a',
  intent: 'https://x.com/intent/tweet?text=Un%20guide',
  media: [],
};

const calendar = (items: readonly CalendarItem[], now = NOW, locale: 'en' | 'fr' = 'en'): Component =>
  readCalendar(icsCalendar(items, { now, locale }));
const parseEvent = (item: CalendarItem, now = NOW, locale: 'en' | 'fr' = 'en'): Component => {
  const [event] = calendar([item], now, locale).inside;
  if (event === undefined) throw new Error('no event');
  return event;
};
const property = ({ properties }: Component, name: string): string => properties.get(name) ?? `no ${name}`;

describe('a calendar of planned posts', () => {
  it('tells its version and who made it', () => {
    const { name, properties, inside } = calendar([ITEM, { ...ITEM, id: 13 }]);
    expect(name).toBe('VCALENDAR');
    expect(properties.get('VERSION')).toBe('2.0');
    expect(properties.get('PRODID')).toMatch(/tweetspan/);
    expect(inside.map((event) => event.name)).toEqual(['VEVENT', 'VEVENT']);
  });

  it('has each post at its slot, in UTC, for a quarter of an hour', () => {
    const event = parseEvent(ITEM);
    expect(property(event, 'DTSTART')).toBe('20261025T013000Z');
    expect(property(event, 'DTEND')).toBe('20261025T014500Z');
    expect(property(event, 'DTSTAMP')).toBe('20260302T120000Z');
  });

  it('rings at the slot', () => {
    const { inside } = parseEvent(ITEM);
    expect(inside).toMatchObject([{ name: 'VALARM' }]);
    const [alarm] = inside;
    expect(alarm && property(alarm, 'ACTION')).toBe('DISPLAY');
    expect(alarm && property(alarm, 'TRIGGER')).toBe('PT0S');
    expect(alarm && readText(property(alarm, 'DESCRIPTION'))).toMatch(/^Post: Un guide/);
  });

  it('holds the text to the letter, the intent link, and what to do then', () => {
    const event = parseEvent(ITEM);
    expect(readText(property(event, 'DESCRIPTION'))).toBe(
      `${ITEM.text}\n\nOpen the composer: ${ITEM.intent}\nThen: tweetspan record <url> --item 12`,
    );
    expect(property(event, 'URL')).toBe(ITEM.intent);
    expect(readText(property(event, 'SUMMARY'))).toBe(
      'Post: Un guide ; des conseils, et plus \\o/ https://example.org/a',
    );
  });

  it('names the media that are to be added by hand', () => {
    const event = parseEvent({
      ...ITEM,
      media: [{ file: 'photo.jpg', alt: 'Une façade', tag: ['example_a'] }, { file: 'plan, 2.png' }],
    });
    expect(readText(property(event, 'DESCRIPTION'))).toContain(
      '\nAdd by hand: photo.jpg (alt text: Une façade; tag: @example_a)\nAdd by hand: plan, 2.png\n',
    );
  });

  it('speaks French', () => {
    const event = parseEvent({ ...ITEM, media: [{ file: 'photo.jpg' }] }, NOW, 'fr');
    expect(readText(property(event, 'SUMMARY'))).toMatch(/^Publier\s: Un guide/);
    expect(readText(property(event, 'DESCRIPTION'))).toMatch(/\nEnsuite\s: tweetspan record <url> --item 12$/);
    expect(readText(property(event, 'DESCRIPTION'))).toMatch(/À joindre à la main\s: photo.jpg/);
  });

  it('cuts a long title between two characters', () => {
    const summary = readText(property(parseEvent({ ...ITEM, text: '😀'.repeat(80) }), 'SUMMARY'));
    expect(summary).toBe(`Post: ${'😀'.repeat(59)}…`);
  });

  it('changes the event that is there when a post is moved', () => {
    const before = parseEvent(ITEM);
    const after = parseEvent({ ...ITEM, at: ITEM.at + 86_400_000, changedAt: NOW + 60_000 }, NOW + 90_000);
    expect(property(after, 'UID')).toBe(property(before, 'UID'));
    expect(Number(property(after, 'SEQUENCE'))).toBeGreaterThan(Number(property(before, 'SEQUENCE')));
    expect(readDateTime(property(after, 'DTSTAMP'))).toBeGreaterThan(readDateTime(property(before, 'DTSTAMP')));
  });

  it('tells items of two queues apart', () => {
    expect(property(parseEvent({ ...ITEM, createdAt: ITEM.createdAt + 1 }), 'UID')).not.toBe(
      property(parseEvent(ITEM), 'UID'),
    );
  });

  it('counts no change before the beginning, and none beyond what a calendar can count', () => {
    expect(property(parseEvent({ ...ITEM, changedAt: 0 }), 'SEQUENCE')).toBe('0');
    expect(property(parseEvent({ ...ITEM, createdAt: 0, changedAt: 2 ** 50 }), 'SEQUENCE')).toBe('2147483647');
  });

  it.each(['https://x.com/a\r\nDTSTART:19700101T000000Z', 'https://x.com/é', ''])(
    'refuses the address %j',
    (intent) => {
      expect(() => icsCalendar([{ ...ITEM, intent }], { now: NOW, locale: 'en' })).toThrow(RangeError);
    },
  );

  it('survives any text: it is read back as it was', () => {
    const words = fc.string({
      unit: fc.oneof(fc.constantFrom('\n', ';', ',', '\\', ':', '"', ' ', '\t', 'é', '\u202f', '👩‍🚀', '\ufeff'), {
        arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
        weight: 2,
      }),
      maxLength: 300,
    });
    fc.assert(
      fc.property(words, fc.constantFrom('en', 'fr'), (text, locale) => {
        const description = readText(property(parseEvent({ ...ITEM, text }, NOW, locale), 'DESCRIPTION'));
        // oxlint-disable-next-line no-control-regex -- a calendar has no place for them
        const kept = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '\ufffd');
        expect(description.startsWith(`${kept}\n\n`)).toBe(true);
      }),
    );
  });

  it('is a calendar, whatever units a text is made of', () => {
    const anyUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.string({ unit: anyUnit, maxLength: 200 }), (text) => {
        expect(() =>
          readText(property(parseEvent({ ...ITEM, text, media: [{ file: text, alt: text }] }), 'DESCRIPTION')),
        ).not.toThrow();
      }),
    );
  });

  it('keeps every instant to the second', () => {
    const instant = fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) / 1000 }).map((second) => second * 1000);
    fc.assert(
      fc.property(instant, (at) => {
        const event = parseEvent({ ...ITEM, at });
        expect(readDateTime(property(event, 'DTSTART'))).toBe(at);
        expect(readDateTime(property(event, 'DTEND'))).toBe(at + 900_000);
      }),
    );
  });
});
