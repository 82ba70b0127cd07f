import { overlap, type Span } from '#tweet/bounds.js';
import type { Subject } from './subject.js';

const MARKS = /([!?])(?:[ \u00a0\u202f]?\1)+/g;

/** Exclamation and question marks in a row outside links, each with the single one that is enough. */
export const repeatedMarks = ({ text, links }: Subject): { mark: string; calm: string; span: Span }[] =>
  [...text.matchAll(MARKS)]
    .map((match) => ({
      mark: match[0],
      calm: match[1] ?? '',
      span: { start: match.index, end: match.index + match[0].length },
    }))
    .filter(({ span }) => !links.some((link) => overlap(span, link.span)));
