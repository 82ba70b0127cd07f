// What a page is about: the words by which a post names it, and a short name to put in front of a sentence.
import { lazy } from '#base/lazy.js';
import { classifyWord, type Subject } from '#lint/subject.js';
import { forLanguage } from '#words/by-language.js';
import { namesForm } from '#words/no-subject.js';
import { stemWord } from '#words/stems.js';
import { splitTag, tokenize } from '#words/tokens.js';

/** What a page is about. */
export interface PageSubject {
  /** A noun phrase such as "Isolation des combles"; undefined where neither title nor keywords hold one. */
  readonly label: string | undefined;
  /** Whether a text names it. */
  isNamedIn(text: string): boolean;
}

/** Longest name that a sentence is led by. @source own choice */
const LONGEST_LABEL = 50;
/** Where the verb of a title ends its first noun phrase: "Le parc des Tilleuls | rouvre". */
const NOUN_OF: Readonly<Record<string, () => RegExp>> = {
  fr: lazy(
    () =>
      /^((?:le|la|les|l[’']|un|une) ?[^,:;?!]{3,40}?) (?:rouvre|ouvre|ferme|change|arrive|devient|prête|fête|lance|reçoit|accueille|propose|s[’']expose|se visite|en chiffres|en questions)(?:nt)?(?![\p{L}])/iu,
  ),
  en: lazy(
    () =>
      /^(?:how |why )?((?:the |a |an )?[^,:;?!]{3,40}?) (?:to be|reopens?|opens?|closes?|works?|matters?|changes?|explained|is|are|gets?)\b/iu,
  ),
};
const HEAD = /^(.{4,50}?)(?:[ \u00a0\u202f]?:[ \u00a0\u202f]|[ \u00a0]+[–—|][ \u00a0]+|, )/u;
const FORM_OF: Readonly<Record<string, () => RegExp>> = {
  fr: lazy(
    () =>
      /^(?:(?:le |petit |notre |un )?(?:guide|dossier|mémo|atlas|fiche)(?: pratique| complet)? (?:sur |de la |de l[’']|du |des |de |d[’'])|tout savoir sur |zoom sur |focus sur )(?=\p{L})/iu,
  ),
  en: lazy(
    () =>
      /^(?:(?:the |a |an |our )?(?:short |practical |beginner[’']s |complete )?(?:guide|introduction|primer) to |all about |an overview of |understanding )(?=\p{L})/iu,
  ),
};
/** What is no noun phrase: a verb to the reader, a question, a preposition. */
const NO_NAME: Readonly<Record<string, () => RegExp>> = {
  fr: lazy(
    () =>
      /^(?:comment|pourquoi|quand|où|que|qu[’']|quel|quelle|quels|quelles|qui|si|on|il|elle|ils|elles|je|j[’']|nous|vous|pour|dans|sur|à|au|aux|en|avec|sans|chez|après|avant|depuis|ce|cette|ces|c[’']|voici|faut-il|peut-on|\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze)(?![\p{L}])|^\p{L}+ez\s|(?<![\p{L}])(?:est|sont|a|ont|peut|va|fait|ouvre|rouvre|prête|arrive|devient|change|lance|reçoit|accueille|propose)(?![\p{L}])|[?!]/iu,
  ),
  en: lazy(
    () =>
      /^(?:how|why|when|where|what|who|which|if|is|are|do|does|can|should|we|you|i|it|they|to|in|on|at|for|with|without|from|after|before|this|these|here|there|\d+|get|make|use|stop|start|learn|read|build|choose|write|avoid|keep|join|find|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\b(?:is|are|was|were|has|have|can|will|gets|opens|reopens|goes|makes|needs|to be|lends)\b|[?!]/iu,
  ),
};

/** The words of a title that are keywords side by side: "Postgres indexes"; one word alone names too little. */
function keywordsInTitle(title: string, keywords: readonly string[]): string | undefined {
  const parts = new Set(keywords.flatMap((keyword) => keyword.toLowerCase().split(/[\s’'-]+/)));
  const link = /^(?:de|du|des|d|la|le|les|l|of|the)$/;
  let run: string[] = [];
  let best: string | undefined;
  for (const [found] of title.matchAll(/[\p{L}\p{N}]+[’']?|[^\p{L}\p{N}]+/gu)) {
    const word = found.toLowerCase().replace(/[’']$/u, '');
    if (parts.has(word) || (run.length > 0 && (link.test(word) || /^[ -]$/.test(found)))) run.push(found);
    else run = [];
    const kept = run.join('').replace(/(?:\s(?:de|du|des|d[’']|la|le|les|l[’']|of|the))*\s*$/iu, '');
    if (/\s/.test(kept) && kept.length > (best?.length ?? 0)) best = kept;
  }
  return best;
}

const nounPhrase = (words: string, language: string | undefined): string | undefined => {
  const bare = words.replace(forLanguage(FORM_OF, language)?.() ?? /^(?!)/, '').trim();
  const isName = forLanguage(NO_NAME, language)?.().test(bare) === false;
  return isName && bare.length >= 4 && bare.length <= LONGEST_LABEL && !/[,;:«»“”"()]/.test(bare)
    ? bare.charAt(0).toUpperCase() + bare.slice(1)
    : undefined;
};

/** Times that a word of the title comes back on the page where it is its subject. @source own choice */
const RECURRENCES = 2;
/** A noun behind its article. */
const NOUN: Readonly<Record<string, () => RegExp>> = {
  fr: lazy(() => /(?<!\p{L})(?:le |la |les |l[’']|du |des |aux? |une? )(\p{L}{4,})/giu),
};

/**
 * What a draft's page is about, by its title and the author's keywords.
 * @param title of the page, as the draft or the page gives it.
 */
export function pageSubject(subject: Subject, title: string | undefined): PageSubject {
  const { language, lexicon, draft } = subject;
  const tags = subject.hashtags.map(({ value }) => splitTag(value).join(' '));
  const keywords = draft.keywords ?? (title === undefined ? tags : []);
  const stemsIn = (text: string): Set<string> =>
    new Set(
      tokenize(text)
        .filter(({ word }) => classifyWord(word, lexicon) === 'subject' && !namesForm(word, language))
        .flatMap(({ word }) => [word, ...word.split('-')].map((part) => stemWord(part, language))),
    );
  const heads = [title, subject.text.split(/https?:/)[0]].map((text) => HEAD.exec(text ?? '')?.[1]);
  const [ofTitle, ofDraft] = heads;
  const inTitle = stemsIn(title ?? '');
  const sharesSubject = (words: string): boolean =>
    [...stemsIn(words)].some((stem) => inTitle.has(stem) || keywords.some((keyword) => stemsIn(keyword).has(stem)));
  const named = [
    ofTitle,
    title !== undefined && title.length <= LONGEST_LABEL
      ? title
      : /^(.{8,50}?) (?:dans|in|pour|for) /u.exec(title ?? '')?.[1],
    ofDraft !== undefined && (title === undefined || sharesSubject(ofDraft)) ? ofDraft : undefined,
    forLanguage(NOUN_OF, language)?.().exec(title ?? '')?.[1],
    keywordsInTitle(title ?? '', keywords),
    // Of a single word nobody can tell what is said of it.
    ...keywords.filter((keyword) => /\S\s\S/.test(keyword)),
  ].flatMap((words) => (words === undefined ? [] : (nounPhrase(words, language) ?? [])));
  const { description = '', sentences = [], headings = [], items = [], quotes = [] } = draft.page ?? {};
  const said = [description, ...sentences, ...headings, ...items, ...quotes.map(({ text }) => text)].map(stemsIn);
  const recurring = [...inTitle].filter(
    (stem) => said.filter((stems) => stems.has(stem)).length >= (stem.includes('-') ? 1 : RECURRENCES),
  );
  const compound = [...(title ?? '').matchAll(/\p{L}+-\p{L}+/gu)].find(([word]) =>
    recurring.includes(stemWord(word.toLowerCase(), language)),
  )?.[0];
  const behindArticle = forLanguage(NOUN, language)?.();
  const noun =
    behindArticle === undefined
      ? compound
      : [...(title ?? '').matchAll(behindArticle)].find(([, word = '']) =>
          recurring.includes(stemWord(word.toLowerCase(), language)),
        )?.[1];
  const label =
    named.find(
      (words) => stemsIn(words).size > 0 || keywords.some((each) => each.toLowerCase() === words.toLowerCase()),
    ) ??
    (noun && noun.charAt(0).toUpperCase() + noun.slice(1));
  const core = new Set([...recurring, ...[label ?? '', ...keywords].flatMap((words) => [...stemsIn(words)])]);
  const wide = inTitle.size >= 3 ? 2 : 1;
  const known = (text: string, stems: ReadonlySet<string>): number =>
    [...stemsIn(text)].filter((stem) => stems.has(stem)).length;
  return {
    // The words of a draft alone need no name in front: they are its own.
    label: draft.page === undefined ? undefined : label,
    isNamedIn: (text) => known(text, core) > 0 || (core.size === 0 && known(text, inTitle) >= wide),
  };
}
