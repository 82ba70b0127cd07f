import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/cli/failure.js';
import { modelSettings } from '../../src/cli/model.js';

const model = { baseUrl: 'http://localhost:11434/v1', name: 'llama3.2' };

describe('the settings of a model', () => {
  it('come from the configuration, with 20 seconds where it names no time', () => {
    expect(modelSettings({ model }, {})).toEqual({ ...model, timeoutMs: 20_000 });
    expect(modelSettings({ model: { ...model, timeout: 1.0006 } }, {})).toEqual({ ...model, timeoutMs: 1001 });
  });

  it('take the key from the environment, without the line feed of the file that it was read from', () => {
    expect(modelSettings({ model }, { TWEETSPAN_MODEL_KEY: 'sk-1\n' })).toMatchObject({ key: 'sk-1' });
    expect(modelSettings({ model }, { TWEETSPAN_MODEL_KEY: ' ', OPENAI_API_KEY: 'sk-2' })).not.toHaveProperty('key');
  });

  it('are refused without a model, with what to write where', () => {
    expect(() => modelSettings({}, {})).toThrow(Failure);
    expect(() => modelSettings({}, {})).toThrow('no model is configured; add "model": { "baseUrl": ');
  });

  it('are refused where the draft and the key would travel in plain sight', () => {
    const open = { ...model, baseUrl: 'http://example.org/v1' };
    expect(() => modelSettings({ model: open }, {})).toThrow(Failure);
    expect(() => modelSettings({ model: open }, {})).toThrow(
      '"model.baseUrl" must begin with https://: http:// is for this machine only (localhost), received example.org',
    );
  });
});
