// The ask, the pin and the kit in a terminal.
import type { Locale } from '#base/locale.js';
import { colon, decimal, money, slotText } from '#locale/format.js';
import { outreachSentences } from '#locale/outreach.js';
import type { AskDocument, KitDocument, PinDocument, StepRecord } from '../documents/outreach.js';
import { fullNameOf } from '../export/kit.js';
import { createPalette, reportColumns, type TerminalStyle } from './style.js';
import { fitStart, oneLine, visible, wrap } from './width.js';

/** How a report is shown. */
export interface PeopleView extends TerminalStyle {
  readonly locale: Locale;
  readonly quiet?: boolean | undefined;
}

/** People of a list who are shown by name. */
const SHOWN = 20;
const INDENT = '  ';

/** The beginning of a text in one line. */
const excerpt = (text: string, columns: number): string => fitStart(oneLine(text).trim(), columns);

const block = (text: string): string[] => text.split('\n').map((line) => `    ${visible(line)}`.trimEnd());

const join = (sections: readonly (readonly string[])[]): string =>
  `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;

/** Lines of a list, hanging, no wider than the terminal; only the first ones of a long list. */
function listLines(lines: readonly string[], columns: number, more: (value: number) => string): string[] {
  const shown = lines
    .slice(0, SHOWN)
    .flatMap((line) =>
      wrap(oneLine(line), columns - 4).map((part, index) => `${INDENT}${index === 0 ? '' : INDENT}${part}`),
    );
  return lines.length <= SHOWN ? shown : [...shown, `${INDENT}${more(lines.length - SHOWN)}`];
}

const sparedLines = (
  spared: KitDocument['spared'],
  title: string,
  columns: number,
  locale: Locale,
): readonly string[] => {
  const { kit } = outreachSentences(locale);
  if (spared.length === 0) return [];
  const lines = spared.map(({ handle, why, days }) => `@${handle}${colon(locale)}${kit.why[why](days)}`);
  return [title, ...listLines(lines, columns, kit.moreSpared)];
};

/** A kit: who gets which text when, who does not and why, and what to write. */
export function kitReport(kit: KitDocument, view: PeopleView): string {
  const { locale, quiet } = view;
  const words = outreachSentences(locale).kit;
  const palette = createPalette(view.color);
  const columns = reportColumns(view);
  const { posts, unserved, wanted, zone } = kit;
  if (quiet) return posts.map(({ handle, intent }) => `@${handle} ${intent}\n`).join('');
  const entries = posts.map((post) => [
    `${palette.bold(visible(fullNameOf(post)))} · ${slotText({ localTime: post.localTime, zone }, locale)} · ${post.weighted}/280`,
    ...block(post.text),
    ...post.media.map(({ file }) => `    ${visible(file)}`),
    `    ${post.intent}`,
  ]);
  const byLanguage = new Map<string | null, { given: number; wanted: number }>();
  const count = (language: string | null, isGiven: boolean): void => {
    const known = byLanguage.get(language) ?? { given: 0, wanted: 0 };
    byLanguage.set(language, { given: known.given + (isGiven ? 1 : 0), wanted: known.wanted + 1 });
  };
  for (const { language } of posts) count(language, true);
  for (const { language } of unserved) count(language, false);
  const missing = [...byLanguage].filter(([, one]) => one.given < one.wanted);
  const refused = kit.refused.map(({ text, handle, message }) => {
    const whom = handle === null ? '' : `@${handle}: `;
    return `${whom}${words.quoted(excerpt(text, 60))} ${message}`;
  });
  return join([
    [
      palette.bold(words.title(kit.link)),
      wanted === 0 ? words.nobody : words.served(posts.length, wanted),
      ...(byLanguage.size < 2
        ? []
        : [...byLanguage].map(([language, one]) => `${INDENT}${words.perLanguage(language, one.given, one.wanted)}`)),
    ],
    ...entries,
    missing.length === 0
      ? []
      : [
          ...wrap(
            words.missing(
              unserved.length,
              missing.map(([language, one]) => words.missingIn(language, one.wanted - one.given)),
            ),
            columns,
          ),
          ...kit.write.map((hook) => `${INDENT}- ${words.hooks[hook]}`),
        ],
    refused.length === 0 ? [] : [words.refused, ...listLines(refused, columns, words.moreSpared)],
    sparedLines(kit.spared, words.spared, columns, locale),
    kit.faults.length === 0
      ? []
      : [
          words.faults,
          ...listLines(
            kit.faults.map(({ row, code, value }) => words.fault[code](row, excerpt(value, 40))),
            columns,
            words.moreSpared,
          ),
        ],
    wrap(words.policy, columns),
  ]);
}

/** The message that asks for help, and the groups that it goes to. */
export function askReport(ask: AskDocument, view: PeopleView): string {
  const { locale, quiet } = view;
  const { ask: words } = outreachSentences(locale);
  const palette = createPalette(view.color);
  const columns = reportColumns(view);
  if (quiet) return `${visible(ask.message)}\n`;
  const { groups } = ask;
  return join([
    [palette.bold(words.message), ...block(ask.message)],
    [
      ...ask.added.map((part) => words.added[part]),
      ...(ask.asks === false ? [words.noRequest] : []),
      ...(ask.post === null ? [words.notPosted] : []),
    ].flatMap((line) => wrap(line, columns)),
    ...groups.map((group, index) => [
      palette.bold(words.group(index + 1, groups.length, group.length)),
      `${INDENT}${group.map(({ handle }) => `@${handle}`).join(' ')}`,
      ...group.map(
        ({ handle, times, last }) => `${INDENT}@${handle}${colon(locale)}${words.met({ times, day: last })}`,
      ),
    ]),
    sparedLines(ask.spared, words.spared, columns, locale),
    [words.open(ask.open)],
  ]);
}

/** Which post deserves the top of the profile, and how to put it there. */
export function pinReport(pin: PinDocument, view: PeopleView): string {
  const { locale, quiet } = view;
  const { pin: words, kit } = outreachSentences(locale);
  const palette = createPalette(view.color);
  const columns = reportColumns(view);
  const quote = (text: string): string => kit.quoted(excerpt(text, 70));
  const { verb, post, pinned, profile, onX } = pin;
  // Of a post that the history does not hold, the URL is all there is to name it by.
  const quotePinned = (): string => (pinned === null || pinned.text === '' ? (pinned?.url ?? '') : quote(pinned.text));
  const what = (): string => {
    if (verb === 'unpin') return words.unpinIt[pin.why ?? 't90'];
    if (verb === 'keep') return words.keepIt(quotePinned());
    if (post === null || verb === 'nothing') return words.nothing;
    return verb === 'pin' ? words.pinIt(quote(post.text)) : words.replaceIt(quote(post.text));
  };
  if (quiet) return `${post === null || verb === 'keep' || verb === 'unpin' ? verb : post.url}\n`;
  const isToPin = post !== null && (verb === 'pin' || verb === 'replace');
  return join([
    [
      palette.bold(visible(what())),
      ...(isToPin ? wrap(words.why(decimal(post.remaining, locale), post.t90), columns) : []),
    ],
    isToPin && !pin.recorded
      ? wrap(words.how(post.url, profile ?? 'x.com'), columns)
      : verb === 'unpin'
        ? wrap(words.howOff(profile ?? 'x.com'), columns)
        : [],
    [
      pinned === null ? words.unknown : words.pinned(quotePinned(), pinned.since.slice(0, 10)),
      ...(onX === null ? [] : [words.onX(onX.id, money(onX.price, locale))]),
    ].flatMap((line) => wrap(line, columns)),
    pin.clashes.flatMap(({ draft, from, until }) =>
      wrap(words.clash(draft, from.slice(0, 10), until === null ? null : until.slice(0, 10)), columns),
    ),
    pin.refused.length === 0
      ? []
      : [
          words.refused,
          ...listLines(
            pin.refused.map(({ text, why, detail }) => `${quote(text)}${colon(locale)}${words.fault[why](detail)}`),
            columns,
            kit.moreSpared,
          ),
        ],
  ]);
}

/** Steps that are a person's to take, one a line, each with the command that prepares it. */
export function stepLines(steps: readonly StepRecord[], locale: Locale): readonly string[] {
  const { steps: words } = outreachSentences(locale);
  return steps.flatMap(({ id, step, draft, localTime, zone }) => [
    words.line(id, slotText({ localTime, zone }, locale), words.kinds[step], visible(draft)),
    `    ${words.run(words.how[step](visible(draft)))}`,
  ]);
}
