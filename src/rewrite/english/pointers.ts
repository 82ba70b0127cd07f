// English words at the end of a sentence, in front of the link, that only say that there is one.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { endings } from './endings.js';
import type { Operation } from '../wording.js';

const SIGNS = String.raw`[ ]*(?<signs>(?:[.!:👉⬇👇➡⤵]|\ufe0f)*)$`;
const ACT = String.raw`(?:apply|book|register|sign up|donate|order|vote|enter|join|subscribe|RSVP|volunteer|pre-?order|give|nominate|enrol|reserve)`;
const ACT_HERE = lazy(() =>
  latin(
    String.raw`(?<=(?:^|[\s,])(?:or|and|to|please|also) ${ACT}(?: (?:now|today|online))?) (?:right |just |over )?here${SIGNS}`,
  ),
);
/** "DM me or apply here 👇" → "DM me or apply 👇". */
const actHere: Operation = {
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const match = leadsToLink ? ACT_HERE().exec(text) : null;
    if (match === null) return undefined;
    const sign = /[👉⬇👇➡⤵]\ufe0f?/u.exec(match.groups?.['signs'] ?? '')?.[0];
    return { changes: [{ start: match.index, end: text.length, text: sign === undefined ? ':' : ` ${sign}` }] };
  },
};

const THING = String.raw`(?:(?:the |our |my |full |free |new )*(?:paper|preprint|article|story|thread|report|code|data|dataset|slides|recipe|map|dates|results|video|photos|pics|list|step[- ]by[- ]step(?: guide)?|how[- ]to|guide|write-?up|interview|pattern|timetable|line-?up|programme|tickets))`;
const THING_HERE = lazy(() =>
  latin(String.raw`(?<=^|, |[ ](?:and|&|\+) )${THING}(?<here>,? (?:is |are )?(?:right |just |up )?here)${SIGNS}`),
);
/** "Thread below, paper here." → "Thread below, paper:". */
const thingHere: Operation = {
  id: 'empty-pointer',
  apply({ text, isFirst, leadsToLink }) {
    const match = leadsToLink ? THING_HERE().exec(text) : null;
    if (match === null || (isFirst && match.index === 0)) return undefined;
    const here = text.lastIndexOf(match.groups?.['here'] ?? '');
    return { changes: [{ start: here, end: text.length, text: ':' }] };
  },
};

/** Pointers that go. */
export const pointers: readonly Operation[] = [actHere, thingHere].map(({ id, apply }) => ({
  id,
  // Endings that are cut otherwise are cut once.
  apply: (sentence, forms) =>
    endings.some((known) => known.apply(sentence, forms) !== undefined) ? undefined : apply(sentence, forms),
}));
