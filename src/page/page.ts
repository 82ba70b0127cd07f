// What a page says, as plain data: it stands under `page:` in a draft's front matter, so that whatever is made from the
// page later works offline and can be reviewed.

/** Words that the page quotes, verbatim and without their quotation marks, and who says them where the page names that. */
export interface PageQuote {
  readonly text: string;
  readonly speaker?: string;
}

/** The picture that stands for a page. `url` is absolute, or relative to the page where its address is not known. */
export interface PageImage {
  readonly url: string;
  readonly alt?: string;
}

/**
 * What a page says. Texts are verbatim but for white space: one line, no tags, entities decoded. A list without entries
 * is left out.
 */
export interface Page {
  /** Without the name of the site. */
  readonly title?: string;
  /** What the page says of itself for search engines and previews. */
  readonly description?: string;
  /** Headings of the article under which text stands, in their order, the title not among them. */
  readonly headings?: readonly string[];
  /** The entries of the article's main list; its numbered headings where it has no list. */
  readonly items?: readonly string[];
  /** Whole sentences of the article's paragraphs, in their order; quotations are not among them. */
  readonly sentences?: readonly string[];
  readonly quotes?: readonly PageQuote[];
  /** Figures with their unit, such as "30 %": each stands in a sentence, an entry, a heading or the description. */
  readonly figures?: readonly string[];
  /** Day on which the page was published, `YYYY-MM-DD`. */
  readonly published?: string;
  readonly image?: PageImage;
}

/** The most that is kept of a page, so that the front matter stays readable. @source own choice */
export const MAX_PARTS = {
  headings: 12,
  items: 15,
  sentences: 24,
  quotes: 5,
  figures: 10,
} as const;

/** A page with what is needed of it once, when a draft is made. */
export interface PageReading {
  readonly page: Page;
  /** The canonical address, absolute; undefined where the page names none and its own is not known. */
  readonly link?: string;
  /** Two-letter code, by the page's own word. */
  readonly lang?: string;
  readonly siteName?: string;
  /** Words by which the page names its subjects: its keywords and tags. */
  readonly keywords?: readonly string[];
  /** What a robots meta tag forbids, such as `noindex`. */
  readonly robots?: readonly string[];
  /** Whether a person has to sign in to read what stands here. */
  readonly isLogin: boolean;
}
