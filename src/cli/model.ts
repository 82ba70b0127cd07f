import { rules } from '#rules/index.js';
import { LOCALES } from '#base/locale.js';
import { MODEL_KEY_VARIABLE, MODEL_TIMEOUT } from '#lint/config.js';
import type { LintConfig } from '#lint/config-schema.js';
import { rewriteSentences } from '#locale/rewrite.js';
import { requestRewrites, type ModelSettings } from '#model/client.js';
import { toEndpoint, isOnThisMachine } from '#model/client.js';
import { rewritePrompt } from '#model/answer.js';
import type { RewriteSearch } from '#rewrite/rewrite.js';
import type { OpenDraft } from './open-draft.js';
import { fetchFor } from './proxy.js';
import { UserError } from './user-error.js';
import type { Shell } from './shell.js';
import { writeNotice } from './notice.js';

const EXAMPLE = '"model": { "baseUrl": "http://localhost:11434/v1", "name": "llama3.2" }';

/** Rules that a text alone can satisfy: the others need people, images and dates, which a model would invent. */
const ABOUT_TEXT: ReadonlySet<string> = new Set(
  rules.filter(({ lever }) => lever !== 'amplification').map(({ id }) => id),
);

/**
 * How to reach the model of a configuration; its key comes from the environment only.
 * @param isOwnConfig whether the user chose the configuration. One beside a draft may have come with it, and could name
 * anybody's server: the key is not sent there.
 * @throws UserError when no model is configured, or its URL may not be used.
 */
export function modelSettings({ model }: LintConfig, env: Shell['env'], isOwnConfig: boolean): ModelSettings {
  if (model === undefined) throw new UserError((locale) => rewriteSentences(locale).modelMissing(EXAMPLE));
  const endpoint = toEndpoint(model.baseUrl);
  if ('fault' in endpoint) throw new UserError((locale) => rewriteSentences(locale).modelAddress(endpoint.fault));
  // A key that was read from a file often ends in a line feed.
  const key = env[MODEL_KEY_VARIABLE]?.trim() ?? '';
  if (key !== '' && !isOwnConfig && !isOnThisMachine(model.baseUrl)) {
    const { host } = new URL(model.baseUrl);
    throw new UserError((locale) => rewriteSentences(locale).modelNotTrusted(host, MODEL_KEY_VARIABLE));
  }
  return {
    baseUrl: model.baseUrl,
    name: model.name,
    timeoutMs: Math.round((model.timeout ?? MODEL_TIMEOUT) * 1000),
    ...(key !== '' && { key }),
  };
}

/**
 * The texts that the configured model writes for a draft. None when it fails, which one line on standard error reports:
 * the rewrites of the rules are there all the same.
 */
export async function requestTexts(
  { stderr, env }: Shell,
  { name, file, locale }: OpenDraft,
  { before }: RewriteSearch,
  count: number,
  settings: ModelSettings,
): Promise<readonly string[]> {
  const { language, length } = before;
  const findings = before.findings.filter(({ rule }) => ABOUT_TEXT.has(rule));
  const draftLocale = LOCALES.find((known) => known === language) ?? 'en';
  const instructions = rewriteSentences(draftLocale).modelInstructions(count, length.limit);
  const sentences = rewriteSentences(locale);
  // Somebody who looks on wants to know what takes so long.
  if (stderr.isTTY) {
    writeNotice({ stderr }, sentences.askingModel(settings.name, new URL(settings.baseUrl).host));
  }
  const prompt = rewritePrompt({ text: file.draft.text, instructions, findings });
  const answer = await requestRewrites(settings, prompt, await fetchFor(settings.baseUrl, env));
  if ('texts' in answer) return answer.texts;
  writeNotice({ stderr }, sentences.modelGaveNothing(name, sentences.modelFailure(answer.failure)));
  return [];
}
