/** The version of the package, put in by the build. */
declare const TWEETSPAN_VERSION: string;
