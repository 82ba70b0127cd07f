import { hasPhrase, findPhrases } from '#words/phrases.js';
import { matchCase } from '#words/letter-case.js';
import { stemWord } from '#words/stems.js';
import { splitTag } from '#words/tokens.js';
import { postName } from '#lint/campaign-posts.js';
import { classifyAccident } from '#lint/accidental-link.js';
import { insert, replace } from '#lint/edit-builders.js';
import { defineRule } from '#lint/rule.js';
import { shoutedWords } from '#lint/shouting.js';
import type { Subject, Word } from '#lint/subject.js';
import { isSpoken } from '#lint/tag-place.js';
import { datesIn, type DateInText } from '#words/dates.js';

const DAY = 86_400_000;
const MARKS = /([!?])(?:[ \u00a0\u202f]?\1)+/g;

/** 1: quality content. The interest must leap to the eye, and still be true when the post is read again. */
export const quality = defineRule({
  id: 'quality',
  number: 1,
  title: { en: 'Quality', fr: 'Qualité' },
  summary: {
    en: 'The post leads to a page, says why it is worth a click, and will still be true when it is posted again.',
    fr: 'Le tweet mène à une page, dit pourquoi elle vaut un clic, et restera vrai quand il sera republié.',
  },
  lever: 'relevance',
  weight: 15,
  evidence: {
    grade: 'advice',
    source:
      'The article, advice 1; for accidental links: docs.x.com, counting characters (any link weighs 23) and pricing (a post with a link costs more)',
  },
  options: {
    opening: {
      type: 'integer',
      default: 40,
      minimum: 10,
      maximum: 280,
      description: 'Characters within which a keyword, a number or a question must show.',
    },
    staleAfterDays: {
      type: 'integer',
      default: 365,
      minimum: 1,
      maximum: 10_000,
      description: 'Age of the linked page from which the text must say why it matters now.',
    },
    repeatedWord: {
      type: 'integer',
      default: 3,
      minimum: 2,
      maximum: 10,
      description: 'Uses of one word from which it is a repetition.',
    },
  },
  messages: {
    noLink: {
      severity: 'warning',
      en: 'no link: a post that is to last leads to a page',
      fr: 'aucun lien : un tweet fait pour durer mène à une page',
    },
    bareLink: {
      severity: 'error',
      en: 'too few telling words beside links and tags ({count}); say in a sentence what the page gives',
      fr: 'trop peu de mots parlants hors liens et hashtags ({count}) ; dites en une phrase ce que la page apporte',
    },
    shouting: {
      severity: 'warning',
      en: '“{text}” shouts; write it calmly',
      fr: '« {text} » crie ; écrivez-le posément',
    },
    ephemeral: {
      severity: 'warning',
      en: '“{text}” is true for a day only; say it so that it stays true',
      fr: '« {text} » n’est vrai qu’un jour ; formulez-le pour que cela reste vrai',
    },
    ephemeralRepost: {
      severity: 'error',
      en: '“{text}” will be untrue when the link is reposted; say it so that it stays true',
      fr: '« {text} » sera faux à la republication ; formulez-le pour que cela reste vrai',
    },
    ephemeralVariant: {
      severity: 'error',
      en: '{post} says “{text}”, which may be untrue on the day it goes out; say it so that it stays true',
      fr: '{post} dit « {text} », qui peut être faux le jour où il paraîtra ; formulez-le pour que cela reste vrai',
    },
    pastDate: {
      severity: 'warning',
      en: '{text} is past; say what the page still gives',
      fr: 'le {text} est passé ; dites ce que la page apporte encore',
    },
    pastDateRepost: {
      severity: 'error',
      en: '{text} is past and reposts are planned; say what the page still gives',
      fr: 'le {text} est passé et des republications sont prévues ; dites ce que la page apporte encore',
    },
    passingDate: {
      severity: 'warning',
      en: '{text} will pass before the campaign ends on {until}; end it earlier or drop the date',
      fr: 'le {text} passera avant la fin de la campagne ({until}) ; terminez-la plus tôt ou retirez la date',
    },
    stale: {
      severity: 'warning',
      en: 'the page dates from {published} ({days} days ago) and nothing says why it matters now',
      fr: 'la page date du {published} (il y a {days} jours) et rien ne dit pourquoi elle compte aujourd’hui',
    },
    buriedInterest: {
      severity: 'warning',
      en: 'no keyword, number or question in the first {opening} characters; open with what interests',
      fr: 'ni mot-clé, ni chiffre, ni question dans les {opening} premiers caractères ; commencez par ce qui intéresse',
    },
    accidentalLink: {
      severity: 'warning',
      en: '“{text}” becomes a link of 23 characters, which X may bill; put a space after the dot',
      fr: '« {text} » devient un lien de 23 caractères, que X peut facturer ; mettez un espace après le point',
    },
    fileLink: {
      severity: 'warning',
      en: '“{text}” becomes a link of 23 characters to a page that is not yours; write the name without its ending',
      fr: '« {text} » devient un lien de 23 caractères vers une page qui n’est pas la vôtre ; écrivez le nom sans son extension',
    },
    repetition: {
      severity: 'warning',
      en: '“{word}” comes {count} times; vary or shorten',
      fr: '« {word} » revient {count} fois ; variez ou raccourcissez',
    },
  },
  fixes: {
    calm: { safe: true, en: 'write “{calm}”', fr: 'écrire « {calm} »' },
    calmPhrase: { safe: false, en: 'write “{calm}”', fr: 'écrire « {calm} »' },
    lasting: { safe: false, en: 'write “{lasting}”', fr: 'écrire « {lasting} »' },
    blankAfterDot: { safe: true, en: 'put a space after the dot', fr: 'mettre un espace après le point' },
  },
  reasons: {
    noLexicon: {
      en: 'wording is not judged in this language ({language})',
      fr: 'la formulation n’est pas jugée dans cette langue ({language})',
    },
    noClock: { en: 'age is not judged without a date of today', fr: 'l’âge n’est pas jugé sans la date du jour' },
  },
  examples: {
    good: [
      { draft: 'Comment choisir son logement à Lyon : 5 points à vérifier https://example.org/guide' },
      { draft: 'Why do small teams ship faster? 3 habits we measured https://example.org/habits' },
    ],
    bad: [
      { draft: 'https://example.org/guide #logement', finding: 'bareLink' },
      {
        draft: 'Nos travaux sont finis.La ville vous ouvre le parc https://example.org/parc',
        finding: 'accidentalLink',
      },
      {
        draft: 'Our webinar about remote hiring starts this morning https://example.org/webinar',
        finding: 'ephemeral',
      },
    ],
  },

  check(subject, report, options) {
    const { text, lexicon, facts } = subject;
    let score = 1;
    const slips = subject.links.flatMap((link) => {
      const kind = classifyAccident(link, subject);
      return kind === undefined ? [] : [{ link, kind }];
    });
    // What became a link by accident leads nowhere that the post is about.
    if (subject.draft.link === undefined && slips.length === subject.links.length) {
      report.find('noLink', {});
      score -= 0.35;
    }
    const statement = countWords(subject);
    const { isBare } = statement;
    if (isBare) report.find('bareLink', { count: statement.count });

    for (const match of text.matchAll(MARKS)) {
      const span = { start: match.index, end: match.index + match[0].length };
      const calm = match[1] ?? '';
      report.find(
        'shouting',
        { text: match[0] },
        { span, suggestions: [report.suggest('calm', { calm }, [replace(span, calm)])] },
      );
      score -= 0.15;
    }
    for (const shout of shoutedWords(subject)) {
      const { span } = shout;
      const shouted = text.slice(span.start, span.end);
      const calm = span.start === 0 ? matchCase('A', shouted.toLowerCase()) : shouted.toLowerCase();
      // A word that the lexicon knows keeps its accents; in others capitals may hide them.
      const fix = shout.known ? 'calm' : 'calmPhrase';
      report.find(
        'shouting',
        { text: shouted },
        { span, suggestions: [report.suggest(fix, { calm }, [replace(span, calm)])] },
      );
      score -= 0.25;
    }

    const willRepost = (subject.campaign?.reposts ?? 0) > 0 || (subject.campaign?.variants?.length ?? 0) > 0;
    if (lexicon === undefined) {
      report.cannotJudge('noLexicon', { language: subject.language ?? '?' });
    } else {
      for (const { entry, span } of findPhrases(
        text,
        lexicon.ephemeral,
        ({ phrase }) => phrase,
        subject.protectedSpans,
      )) {
        const found = text.slice(span.start, span.end);
        const lasting = entry.lasting === undefined ? undefined : matchCase(found, entry.lasting);
        const suggestions =
          lasting === undefined ? [] : [report.suggest('lasting', { lasting }, [replace(span, lasting)])];
        report.find(willRepost ? 'ephemeralRepost' : 'ephemeral', { text: found }, { span, suggestions });
        score -= willRepost ? 0.5 : 0.3;
      }
      subject.campaign?.variants?.forEach((variant, index) => {
        const [first] = findPhrases(variant.text, lexicon.ephemeral, ({ phrase }) => phrase);
        if (first === undefined) return;
        const { start, end } = first.span;
        report.find('ephemeralVariant', { post: postName(index + 1), text: variant.text.slice(start, end) });
        score -= 0.3;
      });
      if (!isBare && !opensWithInterest(subject, options.opening)) {
        report.find('buriedInterest', { opening: options.opening });
        score -= 0.25;
      }
      for (const { word, count, span } of repeatedWords(subject, options.repeatedWord)) {
        report.find('repetition', { word, count }, { span });
        score -= 0.15;
      }
    }

    if (facts.now !== undefined) {
      for (const date of datesIn(text, lexicon?.months ?? [])) {
        score -= judgeDate(date, subject, facts.now, willRepost, report);
      }
      score -= judgeAge(subject, facts.now, options.staleAfterDays, report);
    } else if (subject.draft.published !== undefined) {
      report.cannotJudge('noClock', {});
    }

    for (const { link, kind } of slips) {
      const afterDot = link.span.start + link.text.lastIndexOf('.') + 1;
      const suggestions =
        kind === 'accidentalLink' ? [report.suggest('blankAfterDot', {}, [insert(afterDot, ' ')])] : [];
      report.find(kind, { text: link.text }, { span: link.span, suggestions });
      score -= 0.35;
    }
    return isBare ? 0 : score;
  },
});

type Report = Parameters<typeof quality.check>[1];

const WIDE_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

/**
 * How many words stand beside links and tags, and whether they are too few to say something: fewer than three with a
 * meaning, and no sentence of small words around them either ("Prix de l’énergie : que faire ?"). Somebody mentioned
 * is a word of it, a row of people is none.
 * Scripts without blanks between words count two letters as a word.
 */
function countWords(subject: Subject): { isBare: boolean; count: number } {
  const { words, mentions, text, hashtags } = subject;
  // A tag inside the sentence is read as its words: "What is #MachineLearning?" says four.
  const inSentence = new Map(
    hashtags.filter((tag) => isSpoken(subject, tag)).map(({ span, value }) => [span.start + 1, splitTag(value).length]),
  );
  const spoken = words
    .filter(({ word, inTag, span }) => (inTag ? inSentence.has(span.start) : !word.endsWith("'")))
    .flatMap((word) => Array.from({ length: inSentence.get(word.span.start) ?? 1 }, () => word));
  const meant = spoken.filter(({ kind }) => kind !== 'stop').length;
  const count = spoken.length + Math.min(1, mentions.length);
  if (meant >= 3 || count >= 4) return { isBare: false, count };
  return { isBare: (text.match(WIDE_SCRIPT)?.length ?? 0) < 6, count };
}

/** Links do not count: neither their length, nor the figures in them. */
function opensWithInterest({ text, words, links }: Subject, opening: number): boolean {
  const spoken = links.reduceRight((rest, { span }) => rest.slice(0, span.start) + rest.slice(span.end), text);
  const inLinksBefore = (at: number): number =>
    links.reduce((sum, { span }) => (span.end <= at ? sum + span.end - span.start : sum), 0);
  return (
    /[\d?]/.test(spoken.trimStart().slice(0, opening)) ||
    words.some(({ kind, span }) => kind === 'subject' && span.start - inLinksBefore(span.start) < opening)
  );
}

function repeatedWords(
  { words, language }: Subject,
  least: number,
): { word: string; count: number; span: Word['span'] }[] {
  const byStem = new Map<string, Word[]>();
  for (const word of words) {
    if (word.kind === 'stop' || word.word.length < 4) continue;
    const stem = stemWord(word.word, language);
    byStem.set(stem, [...(byStem.get(stem) ?? []), word]);
  }
  return [...byStem.values()].flatMap((uses) => {
    const [first, last] = [uses[0], uses.at(-1)];
    if (uses.length < least || first === undefined || last === undefined) return [];
    return [{ word: first.text, count: uses.length, span: last.span }];
  });
}

function judgeDate(date: DateInText, { campaign }: Subject, now: number, willRepost: boolean, report: Report): number {
  const { text, span } = date;
  // The whole day must be over everywhere: a date is past from its end in the last zone on (UTC-12).
  if (date.end + DAY / 2 < now) {
    report.find(willRepost ? 'pastDateRepost' : 'pastDate', { text }, { span });
    return willRepost ? 0.5 : 0.3;
  }
  const until = campaign?.until;
  if (willRepost && until !== undefined && date.end <= Date.parse(`${until}T00:00:00Z`)) {
    report.find('passingDate', { text, until }, { span });
    return 0.2;
  }
  return 0;
}

function judgeAge(
  { draft, text, lexicon, protectedSpans }: Subject,
  now: number,
  limit: number,
  report: Report,
): number {
  if (draft.published === undefined) return 0;
  const days = Math.floor((now - Date.parse(`${draft.published}T00:00:00Z`)) / DAY);
  if (days < limit) return 0;
  const saysWhy =
    text.includes(String(new Date(now).getUTCFullYear())) ||
    (lexicon !== undefined && hasPhrase(text, lexicon.freshness, protectedSpans));
  if (saysWhy) return 0;
  report.find('stale', { published: draft.published, days });
  return 0.3;
}
