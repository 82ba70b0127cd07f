export { parseTweet } from './tweet/parse.js';
