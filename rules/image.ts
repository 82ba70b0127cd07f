import type { MediaFacts } from '#lint/facts.js';
import { defineRule } from '#lint/rule.js';
import type { Media } from '#draft/draft.js';

const MEGABYTE = 1_000_000;
/** Largest files that X takes, in bytes (docs.x.com, media best practices). */
const LARGEST = { png: 5 * MEGABYTE, jpeg: 5 * MEGABYTE, webp: 5 * MEGABYTE, gif: 15 * MEGABYTE, mp4: 512 * MEGABYTE };
const MAX_IMAGES = 4;
const LONGEST_ALT = 1000;
/** People who can be tagged in the pictures of one post (docs.x.com; eight when the article was written). */
const MAX_TAGS = 10;

/** 6: image. A photo enriches; those concerned are tagged, not everybody. */
export const image = defineRule({
  id: 'image',
  number: 6,
  title: { en: 'Image', fr: 'Image' },
  summary: {
    en: 'A picture with a description, that X takes, with the people concerned tagged in it.',
    fr: 'Une image décrite, que X accepte, où les personnes concernées sont taguées.',
  },
  lever: 'amplification',
  weight: 12,
  evidence: {
    grade: 'published',
    source: 'The article, advice 6; docs.x.com, media best practices, for types, sizes, alt text and tags',
  },
  options: {
    maxTags: {
      type: 'integer',
      default: 3,
      minimum: 0,
      maximum: 10,
      description: 'Tagged people beyond which it is everybody.',
    },
    minWidth: { type: 'integer', default: 600, minimum: 1, maximum: 10_000, description: 'Least width in pixels.' },
    maxRatio: {
      type: 'number',
      default: 3,
      minimum: 1,
      maximum: 20,
      description: 'How many times longer than the other one side may be.',
    },
  },
  messages: {
    none: {
      severity: 'info',
      en: 'no picture; add one under “media” in the front matter, with its file and alt text',
      fr: 'aucune image ; ajoutez-en une sous « media » dans l’en-tête, avec son fichier et son texte alternatif',
    },
    missing: { severity: 'error', en: '{file} does not exist', fr: '{file} n’existe pas' },
    unreadable: { severity: 'error', en: '{file} cannot be read: {reason}', fr: '{file} est illisible : {reason}' },
    foreign: {
      severity: 'error',
      en: '{file} is {looksLike} by its content; X takes PNG, JPEG, WebP, GIF and MP4',
      fr: '{file} est, par son contenu, de type {looksLike} ; X accepte PNG, JPEG, WebP, GIF et MP4',
    },
    damaged: {
      severity: 'error',
      en: '{file} is an incomplete {type} file; export it again',
      fr: '{file} est un fichier {type} incomplet ; exportez-le à nouveau',
    },
    tooLarge: {
      severity: 'error',
      en: '{file} has {size} MB; X takes {allowed} MB of this type',
      fr: '{file} pèse {size} Mo ; X accepte {allowed} Mo pour ce type',
    },
    tooManyFiles: {
      severity: 'error',
      en: '{count} files; X takes 4 pictures, or 1 GIF, or 1 film',
      fr: '{count} fichiers ; X accepte 4 images, ou 1 GIF, ou 1 film',
    },
    noAlt: {
      severity: 'warning',
      en: '{file} has no alt text; describe the picture for those who cannot see it',
      fr: '{file} n’a pas de texte alternatif ; décrivez l’image pour ceux qui ne la voient pas',
    },
    longAlt: {
      severity: 'error',
      en: 'the alt text of {file} has {length} characters; X takes {longest}',
      fr: 'le texte alternatif de {file} a {length} caractères ; X en accepte {longest}',
    },
    tooManyTags: {
      severity: 'error',
      en: '{count} people are tagged; X takes {most}',
      fr: '{count} personnes sont taguées ; X en accepte {most}',
    },
    everybody: {
      severity: 'warning',
      en: '{count} people are tagged; tag those concerned, {max} at most, not everybody',
      fr: '{count} personnes sont taguées ; taguez les personnes concernées, {max} au plus, pas tout le monde',
    },
    small: {
      severity: 'warning',
      en: '{file} is {width} pixels wide; under {least} it looks blurred',
      fr: '{file} fait {width} pixels de large ; sous {least}, l’image paraît floue',
    },
    extreme: {
      severity: 'warning',
      en: '{file} is {width} × {height}: X will cut it',
      fr: '{file} fait {width} × {height} : X recadrera l’image',
    },
    sameForAll: {
      severity: 'info',
      en: 'every repost shows the same picture; give a variant its own media',
      fr: 'chaque republication montre la même image ; donnez à une variante sa propre image',
    },
  },
  fixes: {},
  reasons: {
    filesUnseen: { en: 'the files themselves were not looked at', fr: 'les fichiers eux-mêmes n’ont pas été lus' },
  },
  examples: {
    good: [
      {
        draft:
          '---\nmedia: [{ file: parc.jpg, alt: "Le parc rénové, vu de la rue" }]\n---\nLe parc de la Tête rouvre agrandi https://example.org/parc',
      },
      {
        draft:
          '---\nmedia: [{ file: chart.png, alt: "Build time fell from 20 to 9 minutes", tag: ["@example_dev"] }]\n---\nHow we halved our build time https://example.org/build',
      },
    ],
    bad: [
      { draft: 'Le parc de la Tête rouvre agrandi https://example.org/parc', finding: 'none' },
      {
        draft: '---\nmedia: [{ file: chart.png }]\n---\nHow we halved our build time https://example.org/build',
        finding: 'noAlt',
      },
    ],
  },

  check(subject, report, options) {
    const { media, facts, campaign } = subject;
    if (media.length === 0) {
      report.find('none', {});
      return 0.3;
    }
    let score = 1;
    const files = media.map((item, index) => ({ item, fact: facts.media?.[index] }));
    if (facts.media === undefined) report.cannotJudge('filesUnseen', {});
    const moving = files.some(({ item, fact }) => isMoving(item, fact));
    if (media.length > (moving ? 1 : MAX_IMAGES)) {
      report.find('tooManyFiles', { count: media.length });
      score = 0;
    }
    for (const { item, fact } of files) {
      const { file } = item;
      if (item.alt === undefined || item.alt.trim() === '') {
        report.find('noAlt', { file });
        score -= 0.3;
      } else if ([...item.alt].length > LONGEST_ALT) {
        report.find('longAlt', { file, length: [...item.alt].length, longest: LONGEST_ALT });
        score = 0;
      }
      score -= judgeFile(file, fact, options, report);
    }
    const tagged = new Set(media.flatMap(({ tag = [] }) => tag.map((handle) => handle.toLowerCase()))).size;
    if (tagged > MAX_TAGS) {
      report.find('tooManyTags', { count: tagged, most: MAX_TAGS });
      score = 0;
    } else if (tagged > options.maxTags) {
      report.find('everybody', { count: tagged, max: options.maxTags });
      score -= 0.2;
    }
    const reposts = Math.max(campaign?.reposts ?? 0, campaign?.variants?.length ?? 0);
    if (reposts > 0 && !(campaign?.variants ?? []).some((variant) => variant.media !== undefined)) {
      report.find('sameForAll', {});
    }
    return score;
  },
});

type Report = Parameters<typeof image.check>[1];

const isMoving = ({ file }: Media, fact: MediaFacts | undefined): boolean =>
  fact?.state === 'known' ? fact.type === 'gif' || fact.type === 'mp4' : /\.(?:gif|mp4|mov)$/i.test(file);

/** Rounded up: a file just over the limit must not read as if it were at it. */
const inMegabytes = (bytes: number): string => String(Math.ceil(bytes / (MEGABYTE / 10)) / 10);

/** Reports what is wrong with a file and answers what that costs. */
function judgeFile(
  file: string,
  fact: MediaFacts | undefined,
  options: { readonly minWidth: number; readonly maxRatio: number },
  report: Report,
): number {
  if (fact === undefined) return 0;
  if (fact.state === 'missing') {
    report.find('missing', { file });
    return 1;
  }
  if (fact.state === 'unreadable') {
    report.find('unreadable', { file, reason: fact.reason });
    return 1;
  }
  if (fact.state === 'foreign') {
    report.find('foreign', { file, looksLike: fact.looksLike });
    return 1;
  }
  if (fact.state === 'damaged') {
    report.find('damaged', { file, type: fact.type.toUpperCase() });
    return 1;
  }
  let lost = 0;
  const allowed = LARGEST[fact.type];
  if (fact.bytes > allowed) {
    report.find('tooLarge', { file, size: inMegabytes(fact.bytes), allowed: inMegabytes(allowed) });
    lost += 1;
  }
  const { width, height } = fact;
  if (width === undefined || height === undefined || fact.type === 'mp4') return lost;
  if (width < options.minWidth) {
    report.find('small', { file, width, least: options.minWidth });
    lost += 0.2;
  }
  if (Math.max(width / height, height / width) > options.maxRatio) {
    report.find('extreme', { file, width, height });
    lost += 0.2;
  }
  return lost;
}
