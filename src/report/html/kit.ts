// A kit as a page for a phone: the text, big buttons, the image to save. It loads nothing and counts nothing.
import type { Locale } from '#base/locale.js';
import { slotText } from '#locale/format.js';
import { outreachSentences } from '#locale/outreach.js';
import type { KitDocument, KitPost } from '../documents/outreach.js';
import { fullNameOf, localeOf, nameOf } from '../export/kit.js';
import { escape } from './page.js';

/** An image of a post with its bytes in Base64. */
export interface KitImage {
  /** As the draft names it. */
  readonly file: string;
  readonly type: string;
  readonly base64: string;
}

/** Colors hold a contrast of 4.5 and more, light and dark; buttons are 48 px high at least, for a thumb. */
const STYLE = `
:root { color-scheme: light dark; --ground: #ffffff; --ink: #1d1f23; --soft: #5b616b; --line: #c9ced6; --card: #f5f6f8;
  --button: #12507f; --label: #ffffff; --plain: #ffffff; --focus: #b4530a; }
@media (prefers-color-scheme: dark) { :root { --ground: #16181c; --ink: #eceef1; --soft: #a5acb8; --line: #444a54;
  --card: #1f2329; --button: #8cc2f2; --label: #10151b; --plain: #16181c; --focus: #ffb066; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.25rem 1rem 3rem; max-width: 40rem; background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
p { margin: .5rem 0; }
.soft { color: var(--soft); font-size: .95rem; }
section { border: 1px solid var(--line); border-radius: .75rem; background: var(--card); padding: 1rem; margin: 1.25rem 0; }
blockquote { margin: .5rem 0; padding: .75rem; background: var(--plain); border: 1px solid var(--line);
  border-radius: .5rem; white-space: pre-wrap; font-size: 1.125rem; user-select: text; }
.button { display: block; width: 100%; min-height: 3rem; margin: .75rem 0 0; padding: .7rem 1rem; border: 2px solid var(--button);
  border-radius: .6rem; background: var(--plain); color: inherit; font: inherit; font-weight: 600; text-align: center;
  text-decoration: none; cursor: pointer; }
.main { background: var(--button); color: var(--label); }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 3px; }
img { display: block; max-width: 100%; height: auto; border-radius: .5rem; margin: .5rem 0 0; }
nav ul { padding-left: 1.25rem; }
nav a { display: inline-block; padding: .35rem 0; color: inherit; }
@media print { .button, nav { display: none; } section { break-inside: avoid; } }`;

/** Copies the text above a button; where the browser refuses, the text is selected, ready to be copied by hand. */
export const KIT_SCRIPT = `
for (const button of document.querySelectorAll('button[data-text]')) {
  button.addEventListener('click', async () => {
    const text = document.getElementById(button.dataset.text);
    const said = document.getElementById(button.dataset.said);
    said.textContent = '';
    const range = document.createRange();
    range.selectNodeContents(text);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    let copied = false;
    try {
      await navigator.clipboard.writeText(text.textContent);
      copied = true;
    } catch {
      copied = document.execCommand('copy');
    }
    said.textContent = copied ? button.dataset.done : button.dataset.failed;
  });
}
`;

/** The script's SHA-256 in Base64: the page's policy lets this one script run, and no other. */
export const KIT_SCRIPT_HASH = 'GZNgBx73rI3+s9jsH41mQmDC9Hu5zZ7VJSVydP4W0FM=';

const dataUrl = ({ type, base64 }: KitImage): string => `data:${type};base64,${base64}`;

const baseName = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;

function imageHtml(image: KitImage, alt: string | null, words: ReturnType<typeof outreachSentences>['page']): string {
  const url = dataUrl(image);
  const name = baseName(image.file);
  return `<img src="${escape(url)}" alt="${escape(alt === null || alt === '' ? words.noAlt : alt)}">
<a class="button" download="${escape(name)}" href="${escape(url)}">${escape(words.saveImage(name))}</a>
<p class="soft">${escape(words.imageFirst)}</p>`;
}

function entryHtml(
  post: KitPost,
  index: number,
  {
    zone,
    locale,
    images,
    isAlone,
  }: {
    readonly zone: string;
    readonly locale: Locale;
    readonly images: ReadonlyMap<string, KitImage>;
    readonly isAlone: boolean;
  },
): string {
  const own = localeOf(post, locale);
  const words = outreachSentences(own).page;
  const name = nameOf(post);
  const number = index + 1;
  const pictures = post.media.flatMap(({ file, alt }) => {
    const image = images.get(file);
    if (image === undefined) return [];
    // For the one who hands them out each image is there once, however many posts have it.
    return [isAlone ? imageHtml(image, alt, words) : `<p>${escape(words.image)}: ${escape(baseName(file))}</p>`];
  });
  const language = post.textLanguage ?? own;
  return `<section id="p${number}" lang="${own}" aria-labelledby="h${number}">
<h2 id="h${number}">${escape(isAlone ? words.text : words.entry(fullNameOf(post)))}</h2>
<blockquote id="t${number}" lang="${escape(language)}">${escape(post.text)}</blockquote>
<p class="soft">${escape(words.characters(post.weighted))}</p>
${post.tag === null ? '' : `<p class="soft">${escape(words.counted(post.tag))}</p>\n`}<p>${escape(words.moment(slotText({ localTime: post.localTime, zone }, own)))}</p>
${pictures.join('\n')}${pictures.length > 0 ? '\n' : ''}<a class="button main" href="${escape(post.intent)}" target="_blank" rel="noopener noreferrer">${escape(isAlone ? words.post : words.postFor(name))}</a>
<button class="button" type="button" data-text="t${number}" data-said="s${number}" data-done="${escape(words.copied)}" data-failed="${escape(words.notCopied)}">${escape(isAlone ? words.copy : words.copyFor(name))}</button>
<p class="soft" id="s${number}" role="status"></p>
</section>`;
}

/**
 * A kit as one self-contained page. With one post it is for that person, in their language; with several it is for the one
 * who hands them out.
 * @param images by the name of their file in the draft.
 */
export function kitPage(
  { link, zone, posts }: Pick<KitDocument, 'link' | 'zone' | 'posts'>,
  { locale, images }: { readonly locale: Locale; readonly images: ReadonlyMap<string, KitImage> },
): string {
  const [first, ...others] = posts;
  const isAlone = first !== undefined && others.length === 0;
  const own = isAlone ? localeOf(first, locale) : locale;
  const words = outreachSentences(own).page;
  const title = isAlone ? words.title : words.titleAll(link);
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-${KIT_SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`;
  const contents = isAlone
    ? ''
    : `<nav aria-label="${escape(words.contents)}"><ul>
${posts.map((post, index) => `<li><a href="#p${index + 1}">${escape(fullNameOf(post))}</a></li>`).join('\n')}
</ul></nav>\n`;
  const intro = isAlone
    ? `<p>${escape(words.hello(nameOf(first)))}</p>\n<p>${escape(words.intro)}</p>`
    : `<p>${escape(words.introAll)}</p>`;
  const shared = isAlone
    ? ''
    : [...new Map(posts.flatMap(({ media }) => media).map((one) => [one.file, one])).values()]
        .flatMap(({ file, alt }) => {
          const image = images.get(file);
          return image === undefined
            ? []
            : [`<section aria-label="${escape(words.image)}">${imageHtml(image, alt, words)}</section>\n`];
        })
        .join('');
  const end = `<p class="soft">${escape(isAlone ? `${words.stop} ${words.privacy}` : words.privacy)}</p>`;
  return `<!doctype html>
<html lang="${own}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${escape(title)}</title>
<style>${STYLE}
</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
${intro}
${contents}${shared}${posts.map((post, index) => entryHtml(post, index, { zone, locale, images, isAlone })).join('\n')}
${end}
</main>
<script>${KIT_SCRIPT}</script>
</body>
</html>
`;
}
