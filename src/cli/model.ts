import { MODEL_KEY_VARIABLE, MODEL_TIMEOUT, type LintConfig } from '../lint/config.js';
import type { ModelSettings } from '../model/client.js';
import { endpointOf } from '../model/endpoint.js';
import { Failure } from './failure.js';
import type { Shell } from './shell.js';

const EXAMPLE = '"model": { "baseUrl": "http://localhost:11434/v1", "name": "llama3.2" }';

/**
 * How the model of a configuration is asked; its key comes from the environment only.
 * @throws Failure when no model is configured, or its address may not be asked.
 */
export function modelSettings({ model }: LintConfig, env: Shell['env']): ModelSettings {
  if (model === undefined) throw new Failure(`no model is configured; add ${EXAMPLE} to tweetspan.config.json`);
  const endpoint = endpointOf(model.baseUrl);
  if ('fault' in endpoint) throw new Failure(`"model.baseUrl" ${endpoint.fault}`);
  // A key that was read from a file often ends in a line feed.
  const key = env[MODEL_KEY_VARIABLE]?.trim() ?? '';
  return {
    baseUrl: model.baseUrl,
    name: model.name,
    timeoutMs: Math.round((model.timeout ?? MODEL_TIMEOUT) * 1000),
    ...(key !== '' && { key }),
  };
}
