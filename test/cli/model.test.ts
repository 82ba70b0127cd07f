import { describe, expect, it } from 'vitest';
import { UserError } from '#cli/user-error.js';
import { modelSettings } from '#cli/model.js';

const model = { baseUrl: 'http://localhost:11434/v1', name: 'llama3.2' };

describe('the settings of a model', () => {
  it('come from the configuration, with 20 seconds where it names no time', () => {
    expect(modelSettings({ model }, {}, true)).toEqual({ ...model, timeoutMs: 20_000 });
    expect(modelSettings({ model: { ...model, timeout: 1.0006 } }, {}, true)).toEqual({ ...model, timeoutMs: 1001 });
  });

  it('take the key from the environment, without the line feed of the file that it was read from', () => {
    expect(modelSettings({ model }, { TWEETSPAN_MODEL_KEY: 'sk-1\n' }, true)).toMatchObject({ key: 'sk-1' });
    expect(modelSettings({ model }, { TWEETSPAN_MODEL_KEY: ' ', OPENAI_API_KEY: 'sk-2' }, true)).not.toHaveProperty(
      'key',
    );
  });

  it('are refused without a model, with what to write where', () => {
    expect(() => modelSettings({}, {}, true)).toThrow(UserError);
    expect(() => modelSettings({}, {}, true)).toThrow('no model is configured; add "model": { "baseUrl": ');
  });

  it('are refused where the draft and the key would travel in plain sight', () => {
    const open = { ...model, baseUrl: 'http://example.org/v1' };
    expect(() => modelSettings({ model: open }, {}, true)).toThrow(UserError);
    expect(() => modelSettings({ model: open }, {}, true)).toThrow(
      '"model.baseUrl" must begin with https://: http:// is for this machine only (localhost), received example.org',
    );
  });

  it('sends no key to a stranger whom the configuration beside a draft names', () => {
    const remote = { baseUrl: 'https://model.example.net/v1', name: 'any' };
    const env = { TWEETSPAN_MODEL_KEY: 'sk-1' };
    expect(() => modelSettings({ model: remote }, env, false)).toThrow('pass that file with --config');
    expect(modelSettings({ model: remote }, env, true)).toMatchObject({ key: 'sk-1' });
    expect(modelSettings({ model: remote }, {}, false)).not.toHaveProperty('key');
    expect(modelSettings({ model }, env, false)).toMatchObject({ key: 'sk-1' });
  });
});
