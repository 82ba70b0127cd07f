// The library's own answers, which ours are compared with.
declare module 'twitter-text/dist/parseTweet.js' {
  export default function parseTweet(text: string): { weightedLength: number; valid: boolean };
}
declare module 'twitter-text/dist/extractEntitiesWithIndices.js' {
  export default function extractEntitiesWithIndices(text: string): { indices: [number, number] }[];
}
