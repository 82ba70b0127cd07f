// Read by the program only where a tag ends at none of the usual signs (scripts/lazy-packages.mjs).
import { lazy } from '#base/lazy.js';

/** The longest part of a tag that is looked at. */
const MAX_TAG = 30;
/** Parts of a word between signs: citoyen‧ne‧s has three. */
const MAX_PARTS = 4;
/** Signs between letters that X ends a tag at; what separates words, and emoji, end one as they should. */
const OTHER_SIGN = lazy(
  () => /^[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\s_\-'’‑.&+°/,:;!?…»"”“«|<>=#＃@＠)\]}·](?=\p{L})/u,
);
/** Dots that look like U+00B7, which alone is part of a tag; and signs that nobody sees. */
const DOT_OR_UNSEEN = /^[\u00ad\u200b-\u200d\u2022\u2027\u2060\u2219\u22c5\u30fb]/;
const LETTERS = lazy(() => /^[\p{L}\p{M}\p{N}]+/u);
/** Endings in brackets: étudiant(e)s. */
const IN_BRACKETS = /^\(([a-zà-ÿ]{1,5})\)([a-zà-ÿ]{0,2})(?![a-zà-ÿ0-9_])/i;

/** As `TagCut`, with or without an article. */
interface RareCut {
  readonly sign: string;
  readonly length: number;
  joined(): string | undefined;
}

/**
 * A cut by a sign that few tags have: `#étudiant(e)s`, `#étudiant‧es`, a soft hyphen.
 * @param tag and `after` as for `tagCut`.
 */
export function rareCut(tag: string, after: string): RareCut | undefined {
  if (!OTHER_SIGN().test(after)) return undefined;
  const sign = String.fromCodePoint(after.codePointAt(0) ?? 0);
  const [bracketed, ending = '', plural = ''] = IN_BRACKETS.exec(after) ?? [];
  if (bracketed !== undefined) {
    const whole = `#${tag}·${ending}${plural === '' ? '' : `·${plural}`}`;
    return { sign, length: bracketed.length, joined: () => whole };
  }
  let length = sign.length;
  const parts: string[] = [];
  // Further such signs belong to the same tag: citoyen‧ne‧s.
  for (let turn = 0; turn < MAX_PARTS; turn += 1) {
    const [part = ''] = LETTERS().exec(after.slice(length, length + MAX_TAG)) ?? [];
    parts.push(part);
    length += part.length;
    if (after.charAt(length) !== sign || !LETTERS().test(after.slice(length + 1, length + 2))) break;
    length += sign.length;
  }
  const between = /[\u00ad\u200b-\u200d\u2060]/.test(sign) ? '' : '·';
  const whole = DOT_OR_UNSEEN.test(sign) ? `#${[tag, ...parts].join(between)}` : undefined;
  return { sign, length, joined: () => whole };
}
