// What is in the way of a plan and what is to be known of it, in words.
import type { Locale } from '#base/locale.js';
import { planSentences } from '#locale/plan.js';
import { rewriteSentences } from '#locale/rewrite.js';
import type { Refusal } from '#rewrite/guards.js';
import type { PlanDocument, PlanItem } from '../documents/plan.js';

/** What a change of the clock did to a slot; undefined where it did nothing. */
export function clockNote(
  { match, requestedTime, localTime }: Pick<PlanItem, 'match' | 'requestedTime' | 'localTime'>,
  locale: Locale,
): string | undefined {
  if (match === 'exact') return undefined;
  const { clock } = planSentences(locale);
  return match === 'gap' ? clock.gap(requestedTime, localTime) : clock.overlap(requestedTime);
}

/** A problem of a plan in words. */
export function problemText(problem: PlanDocument['problems'][number], locale: Locale): string {
  const sentences = planSentences(locale);
  switch (problem.code) {
    case 'shortfall':
      return sentences.shortfalls[problem.cause](problem.placed, problem.requested);
    case 'missing-texts':
      return sentences.missingTexts(
        problem.count,
        problem.hooks.map((hook) => sentences.hooks[hook]),
      );
    case 'refused-by-x':
      return sentences.refusedByX(problem.posts, problem.message);
    case 'lint-error':
      return sentences.lintError(problem.message);
    case 'day-passed':
      return sentences.dayPassed(problem.posts, problem.date);
    case 'not-a-post':
      return sentences.notAPost[problem.kind];
    case 'opted-out':
      return sentences.optedOut(problem.posts, problem.handle);
    case 'mentioned-again':
      return sentences.mentionedAgain(problem.handle, problem.times, true);
    case 'over-budget':
      return sentences.overBudget[problem.period](problem.begins, problem.cap);
  }
}

/** A note on a plan in words. `zone` is the one of its slots. */
export function noteText(note: PlanDocument['notes'][number], zone: string, locale: Locale): string {
  const sentences = planSentences(locale);
  switch (note.code) {
    case 'no-history':
      return sentences.noHistory;
    case 'typical-hours':
      return sentences.typicalHours;
    case 'blackout':
      return sentences.blackout(note.from, note.until, note.why);
    case 'days-off-skipped':
      return sentences.daysOffSkipped(note.days, note.first);
    case 'day-off':
      return sentences.dayOff(note.posts, note.date, note.name, note.kind);
    case 'school-holidays-unknown':
      return sentences.schoolHolidaysUnknown(note.region, note.years);
    case 'far-zone':
      return sentences.farZone(note.from, note.to, zone);
    case 'flat-prior':
      return sentences.flatPrior(note.metric);
    case 'overlap':
      return sentences.overlap(note.posts, note.share);
    case 'advised-against':
      return sentences.advisedAgainst[note.verb](note.times);
    case 'forced':
      return sentences.forced(note.errors);
    case 'planned-anyway':
      return sentences.plannedAnyway[note.kind];
    case 'weak-text':
      return sentences.weakText(note.posts, note.score);
    case 'many-reposts':
      return sentences.manyReposts(note.times, note.advised);
    case 'variant-alike':
      return sentences.variantAlike(note.text, { ...note.like, quote: quote(note.like.text) });
    case 'variant-refused':
      return sentences.variantRefused(note.text, rewriteSentences(locale).refusal(note.reason as Refusal));
    case 'draft-alike':
      return sentences.draftAlike({ ...note.like, quote: quote(note.like.text) });
    case 'already-planned':
      return sentences.alreadyPlanned(note.items);
    case 'mentioned':
      return sentences.mentioned(note.posts, note.handle);
    case 'mentioned-again':
      return sentences.mentionedAgain(note.handle, note.times, false);
  }
}

/** Characters of a post that are quoted. @source own choice */
const QUOTED = 60;

function quote(text: string): string {
  const line = [...text.replace(/\s+/g, ' ').trim()];
  const start = line.slice(0, QUOTED - 1).join('');
  return line.length <= QUOTED ? line.join('') : `${start.trimEnd()}…`;
}
