// How a French text addresses people: which inclusive writing it uses, and whether it says "tu" or "vous".
import { wordSet } from '#base/word-set.js';
import { lazy } from '#base/lazy.js';
import type { Span } from '#tweet/bounds.js';
import { hasGenders } from '#words/grammar.js';
import { spanOverlaps, type Subject } from './subject.js';

/** A place where inclusive writing is mixed, or stops the reader; `put` is the same with a middle dot. */
export interface GenderFault {
  readonly kind: 'mixed' | 'brackets';
  readonly span: Span;
  readonly put: string;
}

const ENDING = '(?:e|es|ne|nes|ère|ères|ière|rice|rices|trice|trices|euse|euses|se|ses|te|tes|le|les|fe|ve|ves|s)';
const SYSTEMS = {
  brackets: lazy(() => new RegExp(`[A-Za-zÀ-ÿŒœ]{2,}\\(${ENDING}\\)s?`, 'gi')),
  dot: lazy(() => new RegExp(`(?<![A-Za-zÀ-ÿŒœ.])[A-Za-zÀ-ÿŒœ]{2,}[·•‧]${ENDING}(?:[·•‧]s)?(?![A-Za-zÀ-ÿŒœ])`, 'gi')),
  point: lazy(() => new RegExp(`(?<![A-Za-zÀ-ÿŒœ.@/])[A-Za-zÀ-ÿŒœ]{2,}\\.${ENDING}(?:\\.s)?(?![A-Za-zÀ-ÿŒœ/.])`, 'gi')),
  hyphen: lazy(() => new RegExp(`(?<![A-Za-zÀ-ÿŒœ-])[A-Za-zÀ-ÿŒœ]{2,}-${ENDING}-s(?![A-Za-zÀ-ÿŒœ])`, 'gi')),
  // "enseignants et enseignantes", "toutes et tous" is a phrase of its own.
  both: lazy(
    () => /(?<![A-Za-zÀ-ÿŒœ])([A-Za-zÀ-ÿŒœ]{4,}?)(s?) et (?:les |des |aux )?\1(?:e|ne|le|te)\2(?![A-Za-zÀ-ÿŒœ])/gi,
  ),
} as const;
type System = keyof typeof SYSTEMS;
/** What a text holds at least that uses a system. */
const SIGNS: Readonly<Record<System, RegExp>> = {
  brackets: /[a-z]\([a-zè]/i,
  dot: /[·•‧]/,
  point: /[a-z]\.(?:e|es|s|ne|nes|rices?|trices?|euses?|ère|ères)(?![a-z/.])|[a-z]\.e\.s/i,
  hyphen: /-s(?![a-z])/i,
  both: / et /,
};

/** The faults of inclusive writing: two systems in one text, and brackets. */
export function genderFaults({ text, language, protectedSpans }: Subject): GenderFault[] {
  if (!hasGenders(language)) return [];
  const uses = (Object.keys(SYSTEMS) as System[]).flatMap((system) => {
    if (!SIGNS[system].test(text)) return [];
    return [...text.matchAll(SYSTEMS[system]())].map(({ index, 0: found }) => ({
      system,
      found,
      span: { start: index, end: index + found.length },
    }));
  });
  const linked = (span: Span): boolean => protectedSpans.some((other) => spanOverlaps(other, span));
  // "étudiant.es" is an address for X, and inclusive writing all the same.
  const own = uses
    .filter(({ system, span }) => system === 'point' || !linked(span))
    .sort((a, b) => a.span.start - b.span.start);
  const [first, last] = [own[0], own.at(-1)];
  const faults: GenderFault[] = [];
  const systems = new Set(own.map(({ system }) => system));
  if (first !== undefined && last !== undefined && systems.size > 1) {
    faults.push({ kind: 'mixed', span: { start: first.span.start, end: last.span.end }, put: '' });
  }
  for (const { system, span, found } of own) {
    if (system !== 'brackets') continue;
    const put = found.replace(
      /\(([^()]+)\)(s?)/,
      (_, ending: string, plural: string) => `·${ending}${plural && `·${plural}`}`,
    );
    faults.push({ kind: 'brackets', span, put });
  }
  return faults;
}

const TU = lazy(
  () =>
    /(?<![A-Za-zÀ-ÿŒœ’'-])(?:tu|ton|ta|tes|toi)(?![A-Za-zÀ-ÿŒœ’'])|(?<![A-Za-zÀ-ÿŒœ])t[’'](?=[aeiouyéèêh])|(?<=^|[.!?…:]\s|[\n])(?:viens|découvre|regarde|écoute|lis|fais|prends|apprends|rejoins|inscris-toi|réserve|télécharge|teste|essaie|partage|participe|choisis|envoie)(?= [a-zß-ÿœ])/gi,
);
const VOUS = lazy(
  () =>
    /(?<![A-Za-zÀ-ÿŒœ’'-])(?:vous|votre|vos)(?![A-Za-zÀ-ÿŒœ’'-])|(?<=-)vous(?![A-Za-zÀ-ÿŒœ])|(?<=^|[.!?…:,;]\s|[\n])(?!(?:chez|assez|nez|rez)(?![A-Za-zÀ-ÿŒœ]))[A-Za-zÀ-ÿŒœ]{3,}ez(?![A-Za-zÀ-ÿŒœ])/gi,
);

/** A text that says "tu" has one of these. */
const SAYS_TU = wordSet(
  "tu t' ton ta tes toi viens découvre regarde écoute lis fais prends apprends rejoins inscris réserve télécharge teste essaie partage participe choisis envoie",
);

function placesOf(text: string, pattern: RegExp, leaveOut: readonly Span[]): Span[] {
  return [...text.matchAll(pattern)]
    .map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
    .filter((span) => !leaveOut.some((other) => spanOverlaps(other, span)));
}

/** Where the registers meet; `isWhole` when it is a variant that contradicts these words of the draft. */
interface MixedRegister {
  readonly span: Span;
  readonly isWhole: boolean;
}

/**
 * Where a text goes over from one register to the other, "tu" to "vous" or back; of a campaign, the place in the draft
 * that its variants contradict. Undefined where one register holds.
 */
export function mixedRegister({ text, words, language, protectedSpans, campaign }: Subject): MixedRegister | undefined {
  if (!hasGenders(language)) return undefined;
  // Most texts say neither; a campaign is read with its variants.
  if (campaign?.variants === undefined && !words.some(({ word }) => SAYS_TU.has(word))) return undefined;
  const [tu, vous] = [placesOf(text, TU(), protectedSpans), placesOf(text, VOUS(), protectedSpans)];
  const [firstTu, firstVous] = [tu[0], vous[0]];
  if (firstTu !== undefined && firstVous !== undefined) {
    const span = { start: Math.min(firstTu.start, firstVous.start), end: Math.max(firstTu.end, firstVous.end) };
    return { span, isWhole: false };
  }
  const own = firstTu ?? firstVous;
  const other = firstTu === undefined ? TU() : VOUS();
  const differs = campaign?.variants?.some((variant) => placesOf(variant.text, other, []).length > 0) ?? false;
  return differs && own !== undefined ? { span: own, isWhole: true } : undefined;
}
