// twitter-text's single files have no types of their own; its root costs three times as much to load.
declare module 'twitter-text/dist/extractUrlsWithIndices.js' {
  export interface FoundEntity {
    indices: [number, number];
    url?: string;
    screenName?: string;
    listSlug?: string;
    hashtag?: string;
    cashtag?: string;
  }
  export default function extractUrlsWithIndices(text: string): FoundEntity[];
}
declare module 'twitter-text/dist/extractMentionsOrListsWithIndices.js' {
  import type { FoundEntity } from 'twitter-text/dist/extractUrlsWithIndices.js';
  export default function extractMentionsOrListsWithIndices(text: string): FoundEntity[];
}
declare module 'twitter-text/dist/extractHashtagsWithIndices.js' {
  import type { FoundEntity } from 'twitter-text/dist/extractUrlsWithIndices.js';
  export default function extractHashtagsWithIndices(
    text: string,
    options: { checkUrlOverlap: boolean },
  ): FoundEntity[];
}
declare module 'twitter-text/dist/extractCashtagsWithIndices.js' {
  import type { FoundEntity } from 'twitter-text/dist/extractUrlsWithIndices.js';
  export default function extractCashtagsWithIndices(text: string): FoundEntity[];
}
declare module 'twitter-text/dist/removeOverlappingEntities.js' {
  import type { FoundEntity } from 'twitter-text/dist/extractUrlsWithIndices.js';
  /** Sorts in place, and drops in place what overlaps an earlier one. */
  export default function removeOverlappingEntities(entities: FoundEntity[]): void;
}
declare module 'twitter-text/dist/extractEntitiesWithIndices.js' {
  import type { FoundEntity } from 'twitter-text/dist/extractUrlsWithIndices.js';
  export default function extractEntitiesWithIndices(text: string): FoundEntity[];
}
