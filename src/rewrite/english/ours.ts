// English announcements of what "we" do, said by a noun: they do it.
import { phrase } from '../phrase.js';
import { GLAD } from './senders.js';
import type { Operation } from '../wording.js';

const DONE: readonly (readonly [noun: string, put: string])[] = [
  ['(?:new )?(?:partnership|collaboration) with', 'We are partnering with'],
  ['merger with', 'We are merging with'],
  ['move to', 'We are moving to'],
  ['return to', 'We are returning to'],
  ['participation in', 'We are taking part in'],
  ['acquisition by', 'We have been acquired by'],
  [
    String.raw`(?:new |latest |first )?(?:(?:seed|Series [A-D]|funding|investment) )+(?:round |raise )?of(?= [£$€]\d)`,
    'We have raised',
  ],
];
/** "Proud to announce our merger with Corran Bank" → "We are merging with Corran Bank". */
export const ours: readonly Operation[] = DONE.map(([noun, put]) =>
  phrase(
    'announcement',
    String.raw`^(?:(?:Today,? )?(?:We[’']re|We are) )?${GLAD} to (?:be able to )?(?:finally |officially )?(?:announce|share|confirm) our ${noun}(?= )`,
    put,
    // A round is led, no raise is.
    { unless: () => / led by / },
  ),
);
