// A planned text whose link says which post it is of.
import type { Draft, UtmSetting } from '#draft/draft.js';
import { tagText } from '#tweet/campaign-tag.js';
import type { LintOptions } from '#lint/engine.js';

/** The usual UTM parameters. @source the examples of GA4's and Matomo's documentation for social posts */
const SOURCE = 'x';
const MEDIUM = 'social';

/** What tells the posts of a plan apart. */
export interface TagInput {
  readonly draft: Draft;
  /** As its user named it. */
  readonly name: string;
  readonly link: string;
  /** Of the configuration; what the draft says goes before it. */
  readonly utm?: UtmSetting | undefined;
  readonly judging: LintOptions;
}

/** A text whose link says which post it is of, by the time at which it goes out; the same text where none is wanted. */
export const withCampaignTag = (text: string, localTime: string, input: TagInput): string =>
  withContentTag(text, localTime.replace(/\D/g, ''), input);

/** The same, by any mark of letters, digits and hyphens. */
export function withContentTag(text: string, content: string, input: TagInput): string {
  const { draft, name, link, judging, utm } = input;
  const setting = draft.utm ?? utm ?? false;
  if (setting === false) return text;
  const { source = SOURCE, medium = MEDIUM, campaign = campaignName(name, link) } = setting === true ? {} : setting;
  return tagText(text, { identity: link, links: judging.config?.links }, { source, medium, campaign, content });
}

/** The name of the draft's file without its ending; of a draft without a file the last part of its link. */
function campaignName(name: string, link: string): string {
  const plain = (text: string): string =>
    text
      .replace(/[^\w.~-]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 100);
  const file = /([^/\\]+?)(?:\.\w+)?$/.exec(name)?.[1] ?? '';
  return plain(file) || plain(link.split('/').at(-1) ?? link);
}
