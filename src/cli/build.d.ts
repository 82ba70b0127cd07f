// Put in by the build.

/** The version of the package. */
declare const TWEETSPAN_VERSION: string;
/** The folder of the built program, with the files that it reads beside itself. */
declare const TWEETSPAN_DIST: string;
