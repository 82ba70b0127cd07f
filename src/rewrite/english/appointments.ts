// English news of who takes up which office: the person opens the sentence.
import { lazy } from '#base/lazy.js';
import { latin } from '../latin.js';
import type { Operation } from '../wording.js';
import { IS_GLAD } from './senders.js';

const APPOINTED = lazy(() =>
  latin(
    String.raw`^(?:${IS_GLAD}(?:announce|share|confirm)|(?:It is with [a-z ]{4,30} that )?(?:we|I) (?:can (?:now )?)?(?:announce|confirm)) the appointment of (?<name>[^.,:;!?]{4,50}?) (?:as|to the (?:role|post|position) of) (?=(?:our|the|its) [^.,:;!?]{3,70}[.,!])`,
  ),
);
/** Words of a name, with what may stand in front of them. */
const NAME = /^(?:(?:Dr|Prof|Professor|Sir|Dame|Rev|Mr|Mrs|Ms)\.? )?[A-ZÀ-Þ][^\s]+(?: [A-ZÀ-Þ][^\s]+){1,3}$/;

/** "We are proud to announce the appointment of Amara Bell as our new director." → "Amara Bell is our new director." */
export const appointment: Operation = {
  id: 'announcement',
  apply({ text, isFirst }) {
    const match = isFirst ? APPOINTED().exec(text) : null;
    const name = match?.groups?.['name'] ?? '';
    return match === null || !NAME.test(name)
      ? undefined
      : { changes: [{ start: 0, end: match[0].length, text: `${name} is ` }] };
  },
};
