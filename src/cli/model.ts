import { MODEL_KEY_VARIABLE, MODEL_TIMEOUT, type LintConfig } from '#lint/config.js';
import type { ModelSettings } from '#model/client.js';
import { toEndpoint, isOnThisMachine } from '#model/endpoint.js';
import { UserError } from './user-error.js';
import type { Shell } from './shell.js';

const EXAMPLE = '"model": { "baseUrl": "http://localhost:11434/v1", "name": "llama3.2" }';

/**
 * How the model of a configuration is asked; its key comes from the environment only.
 * @param isOwnConfig whether the user chose the configuration. One that lies beside a draft may have come with it, and
 * could name anybody's server: the key is not sent there.
 * @throws Failure when no model is configured, or its address may not be asked.
 */
export function modelSettings({ model }: LintConfig, env: Shell['env'], isOwnConfig: boolean): ModelSettings {
  if (model === undefined) throw new UserError(`no model is configured; add ${EXAMPLE} to tweetspan.config.json`);
  const endpoint = toEndpoint(model.baseUrl);
  if ('fault' in endpoint) throw new UserError(`"model.baseUrl" ${endpoint.fault}`);
  // A key that was read from a file often ends in a line feed.
  const key = env[MODEL_KEY_VARIABLE]?.trim() ?? '';
  if (key !== '' && !isOwnConfig && !isOnThisMachine(model.baseUrl)) {
    throw new UserError(
      `the configuration beside the draft names ${new URL(model.baseUrl).host}, and the key of ${MODEL_KEY_VARIABLE} would go there; if you trust it, name the configuration with --config`,
    );
  }
  return {
    baseUrl: model.baseUrl,
    name: model.name,
    timeoutMs: Math.round((model.timeout ?? MODEL_TIMEOUT) * 1000),
    ...(key !== '' && { key }),
  };
}
