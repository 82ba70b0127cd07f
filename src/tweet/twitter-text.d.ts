// twitter-text's single files have no types of their own; its root costs three times as much to load.
declare module 'twitter-text/dist/extractEntitiesWithIndices.js' {
  interface FoundEntity {
    indices: [number, number];
    url?: string;
    screenName?: string;
    listSlug?: string;
    hashtag?: string;
    cashtag?: string;
  }
  export default function extractEntitiesWithIndices(text: string): FoundEntity[];
}
