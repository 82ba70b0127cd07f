import type { MediaFacts } from '#lint/facts.js';
import { saysNothing } from '#lint/alt-text.js';
import { defineRule } from '#lint/rule.js';
import type { Media } from '#draft/draft.js';

const MEGABYTE = 1024 * 1024;
/** Largest files that X takes, in bytes (docs.x.com, media best practices): a picture may have 5,242,880. */
const LARGEST = { png: 5 * MEGABYTE, jpeg: 5 * MEGABYTE, webp: 5 * MEGABYTE, gif: 15 * MEGABYTE, mp4: 512 * MEGABYTE };
/** Of animated GIFs and of films (docs.x.com, media best practices). */
const GIF = { width: 1280, height: 1080, frames: 350, pixels: 300_000_000 };
const FILM_SECONDS = { least: 0.5, most: 140 };
const MAX_IMAGES = 4;
const LONGEST_ALT = 1000;
/** People who can be tagged in the pictures of one post (docs.x.com; eight when the article was written). */
const MAX_TAGS = 10;

/** 6: image. A photo enriches; those concerned are tagged, not everybody. */
export const image = defineRule({
  id: 'image',
  number: 6,
  title: 'Image',
  summary: 'An image that X accepts, with alt text, and with the people concerned tagged in it.',
  lever: 'amplification',
  weight: 14,
  evidence: {
    grade: 'published',
    source:
      '“10 conseils pour prolonger la vie d’un tweet” (2016), tip 6; docs.x.com, Media best practices, for types, sizes, alt text and tags',
  },
  options: {
    maxTags: {
      type: 'integer',
      default: 3,
      minimum: 0,
      maximum: 10,
      description: 'Most people to tag.',
    },
    minWidth: { type: 'integer', default: 600, minimum: 1, maximum: 10_000, description: 'Minimum width in pixels.' },
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
      penalty: 14,
      text: 'no image; add one under media: in the front matter, with its file and alt text',
    },
    missing: { severity: 'error', penalty: 14, text: '{file} does not exist; check the path' },
    unreadable: { severity: 'error', penalty: 14, text: '{file} cannot be read: {reason}' },
    foreign: {
      severity: 'error',
      penalty: 14,
      text: '{file} contains {looksLike}; X accepts PNG, JPEG, WebP, GIF and MP4',
    },
    damaged: { severity: 'error', penalty: 14, text: '{file} is an incomplete {type} file; export it again' },
    tooLarge: { severity: 'error', penalty: 14, text: '{file} is {size} MB; X accepts {allowed} MB for this type' },
    tooManyFiles: { severity: 'error', penalty: 14, text: '{count} files; X accepts 4 images, or 1 GIF, or 1 video' },
    noAlt: {
      severity: 'warning',
      penalty: 3,
      text: '{file} has no alt text; describe the image for people who cannot see it',
    },
    emptyAlt: {
      severity: 'warning',
      penalty: 3,
      text: 'the alt text of {file}, “{alt}”, says nothing about it; describe what the image shows',
    },
    longAlt: {
      severity: 'error',
      penalty: 14,
      text: 'the alt text of {file} has {length} characters; X accepts {longest}',
    },
    tooManyTags: { severity: 'error', penalty: 14, text: '{count} people are tagged; X accepts {most}' },
    everybody: {
      severity: 'warning',
      penalty: 2,
      text: '{count|no people|person is|people are} tagged; tag only the people concerned, {max} at most',
    },
    small: { severity: 'warning', penalty: 2, text: '{file} is {width} pixels wide; below {least} it looks blurred' },
    extreme: { severity: 'warning', penalty: 2, text: '{file} is {width} × {height}: X will crop it' },
    largeGif: {
      severity: 'warning',
      penalty: 5,
      text: '{file} is {width} × {height}; X accepts GIFs of {mostWidth} × {mostHeight} pixels at most',
    },
    longGif: {
      severity: 'warning',
      penalty: 5,
      text: '{file} has {frames} frames of {width} × {height}; X accepts {most} frames and 300 million pixels in all',
    },
    filmLength: {
      severity: 'warning',
      penalty: 5,
      text: '{file} lasts {seconds} seconds; X accepts videos of {least} to {most} seconds',
    },
    animated: {
      severity: 'info',
      penalty: 1,
      text: '{file} is an animated {type}, which does not move on X; use a GIF',
    },
    sameForAll: { severity: 'info', text: 'every repost shows the same image; give a variant its own media' },
  },
  fixes: {},
  reasons: {
    filesUnseen: 'the files themselves were not checked',
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
      return 1;
    }
    const files = media.map((item, index) => ({ item, fact: facts.media?.[index] }));
    if (facts.media === undefined) report.cannotJudge('filesUnseen', {});
    const moving = files.some(({ item, fact }) => isMoving(item, fact));
    if (media.length > (moving ? 1 : MAX_IMAGES)) {
      report.find('tooManyFiles', { count: media.length });
    }
    for (const { item, fact } of files) {
      const { file } = item;
      if (item.alt === undefined || item.alt.trim() === '') {
        report.find('noAlt', { file });
      } else if (saysNothing(item.alt, file)) {
        report.find('emptyAlt', { file, alt: item.alt.trim() });
      } else if ([...item.alt].length > LONGEST_ALT) {
        report.find('longAlt', { file, length: [...item.alt].length, longest: LONGEST_ALT });
      }
      judgeFile(file, fact, options, report);
    }
    const tagged = new Set(media.flatMap(({ tag = [] }) => tag.map((handle) => handle.toLowerCase()))).size;
    if (tagged > MAX_TAGS) {
      report.find('tooManyTags', { count: tagged, most: MAX_TAGS });
    } else if (tagged > options.maxTags) {
      report.find('everybody', { count: tagged, max: options.maxTags });
    }
    const reposts = Math.max(campaign?.reposts ?? 0, campaign?.variants?.length ?? 0);
    if (reposts > 0 && !(campaign?.variants ?? []).some((variant) => variant.media !== undefined)) {
      report.find('sameForAll', {});
    }
    return 1;
  },
});

type Report = Parameters<typeof image.check>[1];

const isMoving = ({ file }: Media, fact: MediaFacts | undefined): boolean =>
  fact?.state === 'known' ? fact.type === 'gif' || fact.type === 'mp4' : /\.(?:gif|mp4|mov)$/i.test(file);

/** Rounded up: a file just over the limit must not read as if it were at it. */
const inMegabytes = (bytes: number): number => Math.ceil(bytes / (MEGABYTE / 10)) / 10;

/** Reports what is wrong with a file. */
function judgeFile(
  file: string,
  fact: MediaFacts | undefined,
  options: { readonly minWidth: number; readonly maxRatio: number },
  report: Report,
): void {
  if (fact === undefined) return;
  if (fact.state === 'missing') {
    report.find('missing', { file });
    return;
  }
  if (fact.state === 'unreadable') {
    report.find('unreadable', { file, reason: fact.reason });
    return;
  }
  if (fact.state === 'foreign') {
    report.find('foreign', { file, looksLike: fact.looksLike });
    return;
  }
  if (fact.state === 'damaged') {
    report.find('damaged', { file, type: fact.type.toUpperCase() });
    return;
  }
  const allowed = LARGEST[fact.type];
  if (fact.bytes > allowed) {
    report.find('tooLarge', { file, size: inMegabytes(fact.bytes), allowed: inMegabytes(allowed) });
  }
  judgeMotion(file, fact, report);
  const { width, height } = fact;
  if (width === undefined || height === undefined || fact.type === 'mp4') return;
  if (width < options.minWidth) {
    report.find('small', { file, width, least: options.minWidth });
  }
  if (Math.max(width / height, height / width) > options.maxRatio) {
    report.find('extreme', { file, width, height });
  }
}

/** Reports what moves longer, or in more pixels, than X takes, and what does not move there. */
function judgeMotion(file: string, fact: Extract<MediaFacts, { state: 'known' }>, report: Report): void {
  const { type, width = 0, height = 0, frames = 0, seconds } = fact;
  if (type === 'gif') {
    const { frames: most, width: mostWidth, height: mostHeight } = GIF;
    if (width > mostWidth || height > mostHeight) {
      report.find('largeGif', { file, width, height, mostWidth, mostHeight });
    } else if (frames > most || frames * width * height > GIF.pixels) {
      report.find('longGif', { file, frames, width, height, most });
    }
  }
  if (seconds !== undefined && (seconds < FILM_SECONDS.least || seconds > FILM_SECONDS.most)) {
    report.find('filmLength', { file, seconds, ...FILM_SECONDS });
  }
  if (fact.animated === true) report.find('animated', { file, type: type === 'png' ? 'PNG' : 'WebP' });
}
