// All forms of a Hunspell dictionary with what is known of each: reading one at run time takes seconds for French.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What a form may be; a form has several where words coincide. `src/words/word-list.ts` reads the same bits. */
const CLASSES = { noun: 1, adjective: 2, plural: 4, verb: 8, name: 16, lower: 32, plain: 64 };

/** The folder of an installed package. */
export const packageFolder = (name) => dirname(createRequire(import.meta.url).resolve(name));

const readAffixes = (source, isLong) => {
  const affixes = new Map();
  for (const line of source.split('\n')) {
    const rule = /^(SFX|PFX) (\S+)\s+(\S+)\s+(\S+)\s+(\S+)/.exec(line);
    // A head has three fields behind its kind, `Y 4`; a rule has four.
    if (rule === null || /^(?:SFX|PFX) \S+\s+[YN]\s+\d+\s*$/.test(line)) continue;
    const [, kind, flag, strip, addition, condition] = rule;
    const [add, next = ''] = addition.split('/');
    const entry = {
      kind,
      strip: strip === '0' ? '' : strip,
      add: add === '0' ? '' : add,
      next: flagsOf(next, isLong),
      condition: new RegExp(kind === 'SFX' ? `(?:${condition})$` : `^(?:${condition})`),
    };
    affixes.set(flag, [...(affixes.get(flag) ?? []), entry]);
  }
  return affixes;
};

const flagsOf = (flags, isLong) => (isLong ? (flags.match(/../gs) ?? []) : [...flags]);

const apply = (word, { kind, strip, add, condition }) => {
  if (!condition.test(word)) return undefined;
  if (kind === 'SFX') return word.endsWith(strip) ? word.slice(0, word.length - strip.length) + add : undefined;
  return word.startsWith(strip) ? add + word.slice(strip.length) : undefined;
};

/** What the flags of the French dictionary say: `S.` nouns and invariable adjectives, `F.` adjectives, `a0` verbs. */
const FRENCH = {
  isLong: true,
  // Without an ending of its own it is no form of anything: "fois", "dans".
  ownClass: (flags) =>
    flags.some((flag) => /^(?:[A-Z][.+=sc]|[a-zAFGWU][0-9A-Za-z.+])$/.test(flag) && !/['*]/.test(flag))
      ? 0
      : CLASSES.plain,
  // Elided articles and pronouns are split off before a word is looked up.
  uses: (flag, { kind }) => kind === 'SFX',
  classOf(flag, word, form) {
    const isNominal = /^(?:S.|X\.|A\.|I\.)$/.test(flag);
    const isAdjective = /^(?:F.|W.|[pq][+])$/.test(flag);
    if (!isNominal && !isAdjective) return /^(?:[pq]\.|G.|w\d)$/.test(flag) ? 0 : CLASSES.verb;
    if (/[sxz]$/.test(form) && form !== word) return CLASSES.plural;
    if (/[sxz]$/.test(word)) return 0;
    return isNominal ? CLASSES.noun : CLASSES.adjective;
  },
};

/** English: `S` plurals and third persons, `M` possessives of nouns, `D` and `G` verbs. */
const ENGLISH = {
  isLong: false,
  uses: (flag) => flag !== 'M',
  classOf(flag, word, form, flags) {
    const isVerb = flags.includes('D') || flags.includes('G');
    const isNoun = flags.includes('M');
    if (flag === 'S') return (isNoun ? CLASSES.plural : 0) | (isVerb ? CLASSES.verb : 0);
    if (flag === 'D' || flag === 'G') return CLASSES.verb;
    return 0;
  },
  ownClass: (flags) =>
    (/[SDGY]/.test(flags.join('')) ? 0 : CLASSES.plain) |
    (flags.includes('M') && flags.includes('S') ? CLASSES.noun : 0) |
    (flags.includes('D') || flags.includes('G') ? CLASSES.verb : 0) |
    (flags.includes('Y') ? CLASSES.adjective : 0),
};

const WORD = /^[a-zà-öø-ÿœæ][a-zà-öø-ÿœæ'-]*$/;

function readOne(folder, language, forms) {
  const rules = language === 'fr' ? FRENCH : ENGLISH;
  const affixes = readAffixes(readFileSync(join(folder, 'index.aff'), 'utf8'), rules.isLong);
  const add = (form, bits) => {
    const lower = form.toLowerCase();
    if (!WORD.test(lower)) return;
    const isName = lower !== form;
    forms.set(lower, (forms.get(lower) ?? 0) | (isName ? CLASSES.name : bits | CLASSES.lower));
  };
  for (const line of readFileSync(join(folder, 'index.dic'), 'utf8').split('\n').slice(1)) {
    const [word, flagged = ''] = line.trim().split(/\s/)[0].split('/');
    if (word === '') continue;
    const flags = flagsOf(flagged, rules.isLong);
    // Forbidden words, and word stems that need an affix.
    if (flags.includes('{}')) continue;
    const needsAffix = flags.includes('()');
    if (!needsAffix) add(word, rules.ownClass(flags));
    for (const flag of flags) {
      for (const affix of affixes.get(flag) ?? []) {
        if (!rules.uses(flag, affix)) continue;
        const form = apply(word, affix);
        if (form === undefined) continue;
        add(form, rules.classOf(flag, word, form, flags));
        // A prefix goes with the suffixes of its word: undid, redoing.
        if (affix.kind !== 'PFX') continue;
        for (const other of flags) {
          for (const suffix of affixes.get(other) ?? []) {
            if (suffix.kind !== 'SFX' || !rules.uses(other, suffix)) continue;
            const both = apply(form, suffix);
            if (both !== undefined) add(both, rules.classOf(other, form, both, flags));
          }
        }
      }
    }
  }
}

/** The forms of several dictionaries of one language, each with its classes. */
export function readForms(folders, language) {
  const forms = new Map();
  for (const folder of folders) readOne(folder, language, forms);
  if (language === 'fr') markParticiples(forms);
  return forms;
}

/** Participles of irregular verbs stand among the other forms of the verb: "ouvert" with its feminine and its plurals. */
function markParticiples(forms) {
  const isVerbOnly = (form) => (forms.get(form) ?? 0) === (CLASSES.verb | CLASSES.lower);
  for (const form of forms.keys()) {
    if (!/[iuts]e$/.test(form)) continue;
    const masculine = form.slice(0, -1);
    const all = [masculine, form, `${form}s`];
    if (!all.every(isVerbOnly)) continue;
    forms.set(masculine, CLASSES.lower | CLASSES.adjective | CLASSES.verb);
    forms.set(form, CLASSES.lower | CLASSES.adjective);
    forms.set(`${form}s`, CLASSES.lower | CLASSES.plural);
    if (!masculine.endsWith('s') && isVerbOnly(`${masculine}s`)) {
      forms.set(`${masculine}s`, CLASSES.lower | CLASSES.plural);
    }
  }
}
