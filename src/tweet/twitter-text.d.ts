// twitter-text's single files have no types of their own; its root costs three times as much to load.
declare module 'twitter-text/dist/extractUrlsWithIndices.js' {
  export default function extractUrlsWithIndices(text: string): { url?: string; indices: [number, number] }[];
}
declare module 'twitter-text/dist/extractMentionsOrListsWithIndices.js' {
  export default function extractMentionsOrListsWithIndices(
    text: string,
  ): { indices: [number, number]; listSlug: string }[];
}
declare module 'twitter-text/dist/extractHashtagsWithIndices.js' {
  export default function extractHashtagsWithIndices(
    text: string,
    options: { checkUrlOverlap: boolean },
  ): { indices: [number, number] }[];
}
declare module 'twitter-text/dist/extractCashtagsWithIndices.js' {
  export default function extractCashtagsWithIndices(text: string): { indices: [number, number] }[];
}
