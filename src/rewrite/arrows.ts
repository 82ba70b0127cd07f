// Arrows of hyphens in front of a link: a colon leads to it.
import { lazy } from '#base/lazy.js';
import type { Operation } from './wording.js';

const ARROW = lazy(() => /(?<=[\p{L}\d)»”"]) ?(?:[=-]{1,3}>{1,2}|>{2,3})$/u);

/** "Notre décryptage =>" → "Notre décryptage :". @param colon as the language writes it. */
export const arrows = (colon: string): Operation => ({
  id: 'empty-pointer',
  apply({ text, leadsToLink }) {
    const match = leadsToLink ? ARROW().exec(text) : null;
    // With several, or behind options of a command, an arrow means something.
    return match === null || /[=-]>|(?:^| )--?[a-z]/.test(text.slice(0, match.index))
      ? undefined
      : { changes: [{ start: match.index, end: text.length, text: colon }] };
  },
});
