import { rules } from '#rules/index.js';
import type { RewriteSearch } from '#rewrite/rewrite.js';
import { requestRewrites, type ModelSettings } from '#model/client.js';
import { rewritePrompt } from '#model/prompt.js';
import type { OpenDraft } from './open-draft.js';
import type { Shell } from './shell.js';

/** Rules that a text alone can satisfy: the others ask for people, pictures and dates, which a model would invent. */
const ABOUT_TEXT: ReadonlySet<string> = new Set(
  rules.filter(({ lever }) => lever !== 'amplification').map(({ id }) => id),
);

/**
 * The texts that the configured model writes for a draft. None when it fails, which one line on standard error tells:
 * what our own rules made is there all the same.
 */
export async function requestTexts(
  { stderr }: Shell,
  { name, file }: OpenDraft,
  { before }: RewriteSearch,
  count: number,
  settings: ModelSettings,
): Promise<readonly string[]> {
  const { language, length } = before;
  const findings = before.findings.filter(({ rule }) => ABOUT_TEXT.has(rule));
  const prompt = rewritePrompt({ text: file.draft.text, language, count, limit: length.limit, findings });
  // Somebody who looks on wants to know what takes so long.
  if (stderr.isTTY) stderr.write(`tweetspan: asking ${settings.name} at ${new URL(settings.baseUrl).host} …\n`);
  const answer = await requestRewrites(settings, prompt);
  if ('texts' in answer) return answer.texts;
  stderr.write(`tweetspan: ${name}: the model gave nothing: ${answer.failure}\n`);
  return [];
}
