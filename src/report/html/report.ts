import type { Locale } from '#base/locale.js';
import { count, money } from '#locale/format.js';
import { reportSentences } from '#locale/report.js';
import { planSentences } from '#locale/plan.js';
import { timingSentences } from '#locale/timing.js';
import { isEmptyReport, type ReportDocument } from '../documents/report.js';
import { accountText, expectedCount, hoursText, slotName } from '../timing-text.js';
import { hoursBody } from './hours.js';
import { linksBody } from './links.js';
import { escape, folded, page, paragraph } from './page.js';
import { costBody, needsPerson, peopleBody, planBody } from './plan.js';
import { weightsBody } from './weights.js';

/** What marks a page as a report of tweetspan, so that a later one may take its place. */
export const GENERATOR = 'tweetspan report';

/** Tiles and cards stand side by side where there is room; contents are no longer than a line on a phone. */
const STYLE = `
header { border-bottom: 2px solid var(--line); padding-bottom: .75rem; margin-bottom: 1rem; }
h1 { font-size: 1.75rem; }
h2 { font-size: 1.3rem; margin-top: 0; }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; overflow-wrap: anywhere; }
section { margin-top: 2.5rem; }
nav ul, .tiles, .cards { list-style: none; padding: 0; margin: 0; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
nav a { color: var(--mark); display: inline-block; padding: .2rem 0; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem; margin: 1rem 0; }
.tiles li, .cards li { border: 1px solid var(--line); border-radius: .6rem; padding: .75rem .9rem; }
.tiles span { display: block; }
.big { font-size: 1.6rem; font-weight: 700; line-height: 1.2; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: .75rem; margin: 1rem 0; }
.cards h3 { margin: 0 0 .25rem; }
.when { font-weight: 600; }
.quote { border-left: 3px solid var(--line); padding-left: .6rem; }
.warn { border-left: 4px solid var(--curve); padding-left: .6rem; font-weight: 600; }
.wide > table { max-width: 100%; }
td, th { overflow-wrap: anywhere; }
td { min-width: 5.5rem; }
tbody th { min-width: 7.5rem; }
td.n { min-width: 0; }
h4 { font-size: 1rem; margin: 1.5rem 0 .25rem; overflow-wrap: anywhere; }
.wide:focus-visible, summary:focus-visible, a:focus-visible { outline: 3px solid var(--curve); outline-offset: 2px; }
@media (max-width: 40rem) { .wide > svg { min-width: 760px; } .wide > table { max-width: none; }
  td:not(.n):not(.k) { min-width: 11rem; } h4 { margin-top: 2rem; } }
@media print {
  nav { display: none; }
  section { margin-top: 1.25rem; }
  h2, h3 { break-after: avoid; }
  .tiles { grid-template-columns: repeat(5, 1fr); gap: .4rem; }
  .tiles li, .cards li { break-inside: avoid; padding: .4rem .5rem; }
  .big { font-size: 1.2rem; }
}`;

/** The page of `report --html`: the account at a glance. */
export function reportPage(document: ReportDocument, locale: Locale): string {
  const words = reportSentences(locale);
  const { account, localTime, zone } = document;
  const title = words.title(accountText(account));
  const head = [
    '<header>',
    `<h1>${escape(title)}</h1>`,
    paragraph(words.generated(localTime, zone), 'soft'),
    '</header>',
  ];
  const frame = { lang: locale, title, style: STYLE, generator: GENERATOR };
  if (isEmptyReport(document)) return page({ ...frame, body: [...head, ...emptyBody(locale)] });
  const parts: readonly (readonly [id: string, nav: string, title: string, body: readonly string[]])[] = [
    ['reposts', words.suggest.nav, words.suggest.title, suggestBody(document, locale)],
    ['links', words.decay.nav, words.decay.title, linksBody(document.decay, locale)],
    ['best-hours', words.hours.nav, words.hours.title, hoursBody(document.hours, locale, 'h3')],
    ['plan', words.plan.nav, words.plan.title, planBody(document, locale)],
    ['people', words.people.nav, words.people.title, peopleBody(document, locale)],
    ['cost', words.cost.nav, words.cost.title, costBody(document, locale)],
    ['weights', words.weights.nav, words.weights.title, weightsBody(document.weights, locale)],
  ];
  return page({
    ...frame,
    body: [
      ...head,
      `<nav aria-label="${escape(words.contents)}"><ul>`,
      ...parts.map(([id, nav]) => `<li><a href="#${id}">${escape(nav)}</a></li>`),
      '</ul></nav>',
      tiles(document, locale),
      ...parts.map(
        ([id, , heading, body]) =>
          `<section aria-labelledby="${id}">\n<h2 id="${id}">${escape(heading)}</h2>\n${body.join('\n')}\n</section>`,
      ),
    ],
  });
}

function emptyBody(locale: Locale): string[] {
  const { empty } = reportSentences(locale);
  return [
    `<h2>${escape(empty.title)}</h2>`,
    paragraph(empty.intro),
    `<ol>${empty.steps.map((step) => `<li>${escape(step)}</li>`).join('')}</ol>`,
    paragraph(empty.without, 'soft'),
  ];
}

function tiles({ suggest, decay, hours, queue, budget, costToCome }: ReportDocument, locale: Locale): string {
  const { glance } = reportSentences(locale);
  const live = decay.links.filter(({ remaining }) => remaining.mean >= 0.5);
  const waiting = queue.items.filter(needsPerson).length;
  const steps = queue.people?.length ?? 0;
  const [slot] = hours.slots;
  const entries: readonly (readonly [figure: string, label: string, remarks: readonly string[]])[] = [
    [
      count(suggest.links.length, locale),
      glance.reposts(suggest.links.length),
      suggest.links.slice(0, 1).map(({ label }) => label.slice(0, 60)),
    ],
    [
      expectedCount(
        decay.links.reduce((sum, { remaining }) => sum + remaining.mean, 0),
        locale,
      ),
      glance.toCome,
      [live.length === 0 ? glance.none : glance.live(live.length)],
    ],
    [
      ...(hours.verdict === 'best hours' && slot !== undefined
        ? ([slotName(slot, locale), glance.hour] as const)
        : glance.noHour),
      [hoursText(hours, locale).verdict.split(/(?<=\.) /)[0] ?? ''],
    ],
    [
      count(queue.counts.planned, locale),
      glance.planned(queue.counts.planned),
      [
        queue.next === null ? glance.nothingPlanned : glance.next(queue.next.localTime),
        ...(waiting === 0 ? [] : [glance.attention(waiting)]),
        ...(steps === 0 ? [] : [glance.steps(steps)]),
      ],
    ],
    [money(budget.month.spent, locale), glance.cost, [glance.ofCap(budget.month.cap, costToCome.total)]],
  ];
  const items = entries.map(
    ([figure, label, remarks]) =>
      `<li><span class="big">${escape(figure)}</span><span>${escape(label)}</span>${remarks
        .map((remark) => `<span class="soft">${escape(remark)}</span>`)
        .join('')}</li>`,
  );
  return `<ul class="tiles" aria-label="${escape(glance.title)}">\n${items.join('\n')}\n</ul>`;
}

function suggestBody({ suggest }: ReportDocument, locale: Locale): string[] {
  const words = timingSentences(locale).suggest;
  const own = reportSentences(locale).suggest;
  const { rhythm, usual, links, left, zone } = suggest;
  if (links.length === 0 && left.length === 0) return [paragraph(words.noLinks, 'verdict')];
  const cards = links.map((link) => {
    const { gain, lasting, kind, idea, byText, lastText, text } = link;
    const why = [
      words.why(link.posts, link.reactions, link.last),
      lasting === null || kind === null ? words.unclear : words.lasting(words.kinds[kind], lasting),
    ].join(' · ');
    return `<li>
<h3>${escape(link.label)}</h3>
${[
  paragraph(own.when(link.localTime), 'when'),
  paragraph(words.gain(gain.mean, [expectedCount(gain.low, locale), expectedCount(gain.high, locale)], gain.times)),
  paragraph(why, 'soft'),
  ...(byText || lastText === '' ? [] : [paragraph(lastText, 'soft quote')]),
  paragraph(text === null ? words.write(idea === null ? undefined : planSentences(locale).hooks[idea]) : text.text),
].join('\n')}
</li>`;
  });
  const reasons = left.map(
    ({ cause, links: many }) =>
      `<li>${escape(words.other(many, cause === 'list full' && links.length === 0 ? words.noRoom : words.causes[cause]))}</li>`,
  );
  return [
    paragraph(words.summary(rhythm.reposts, usual, zone), 'soft'),
    ...(links.length === 0
      ? [paragraph(words.none, 'verdict')]
      : [`<ol class="cards">\n${cards.join('\n')}\n</ol>`, paragraph(own.plan, 'soft')]),
    ...(left.length === 0
      ? []
      : [folded(links.length === 0 ? words.all : words.others, `<ul>${reasons.join('')}</ul>`)]),
  ];
}
