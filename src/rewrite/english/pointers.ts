// English words at the end of a sentence, in front of the link, that only say that there is one.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import { endings } from './endings.js';
import { capital, type Operation } from '../wording.js';

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

const ON_OUR_SITE = lazy(() =>
  latin(
    String.raw`(?<=^(?:The |Our |All the |Full |More |Plus )?(?!(?:Find|See|Visit|Get|Book|Read|Check|Head|Go|Look|Buy|Order|Register|Sign|Apply|Join|Shop|Browse)\b)\p{L}[^.,:;!?]{2,50}) (?:over )?on (?:our|the|my) (?:website|web ?site|site|blog)${SIGNS}`,
  ),
);
/** A verb needs its place. */
const SAID =
  /\b(?:is|are|was|were|be|been|can|will|has|have|us|it|them|now|live|posted|published|listed|up|you|we|I|and|or)\b/i;
/** "Full list on our website." → "Full list:". */
const onOurSite: Operation = {
  id: 'empty-pointer',
  apply({ text, isFirst, leadsToLink }) {
    const match = isFirst || !leadsToLink ? null : ON_OUR_SITE().exec(text);
    return match === null || SAID.test(text.slice(0, match.index))
      ? undefined
      : { changes: [{ start: match.index, end: text.length, text: ':' }] };
  },
};

const FOR_UPDATES = lazy(() =>
  latin(
    String.raw`^For (?:the )?(?<what>(?:(?:live|latest|regular|travel|weather|service|race|opening|booking|ticket|train|bus|term|up-to-date) )*(?:updates|times|dates|results|prices|tickets|bookings|news|options|conditions)),? (?:please )?(?:visit|see|check(?: out)?|go to|head (?:over )?to|follow|keep an eye on|look at) (?:our|the|this) (?:website|web ?site|site|page|link)(?: here| below)?${SIGNS}`,
  ),
);
/** "For live updates visit our website" → "Live updates:". */
const forUpdates: Operation = {
  id: 'empty-pointer',
  apply({ text, isFirst, leadsToLink }) {
    const what = isFirst || !leadsToLink ? undefined : FOR_UPDATES().exec(text)?.groups?.['what'];
    return what === undefined ? undefined : { changes: [{ start: 0, end: text.length, text: `${capital(what)}:` }] };
  },
};

const READ_OURS = lazy(() =>
  latin(
    String.raw`^(?:Read|Watch|Listen to|See|Check out) (?<whose>our|my) (?:(?:latest|new|newest|full|brand[- ]new|in-depth) )+(?<kind>investigation|report|story|analysis|study|review|interview|guide|feature|research|findings|survey)(?: (?:here|below|in full|now))*${SIGNS}`,
  ),
);
/** "Read our latest investigation here:" → "Our investigation:". */
const readOurs: Operation = {
  id: 'empty-pointer',
  apply({ text, isFirst, leadsToLink }) {
    const match = isFirst || !leadsToLink ? null : READ_OURS().exec(text);
    const { whose = '', kind = '' } = match?.groups ?? {};
    return match === null
      ? undefined
      : { changes: [{ start: 0, end: text.length, text: `${capital(whose.toLowerCase())} ${kind.toLowerCase()}:` }] };
  },
};

/** Pointers that go. */
export const pointers: readonly Operation[] = [actHere, thingHere, onOurSite, forUpdates, readOurs].map(
  ({ id, apply }) => ({
    id,
    // Endings that are cut otherwise are cut once.
    apply: (sentence, forms) => {
      const rewording = apply(sentence, forms);
      return rewording !== undefined && endings.some((known) => known.apply(sentence, forms) !== undefined)
        ? undefined
        : rewording;
    },
  }),
);
