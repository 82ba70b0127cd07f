// X's API and the sign-in to it: a file of its own beside the program, loaded when X is to be called.
export { openXClient } from '../x/client.js';
export { awaitCode, PATIENCE } from '../x/callback.js';
export { apiOrigin } from '../x/connection.js';
export { keyFault, mask } from '../x/credentials.js';
export { openKeyring, openSystemEntry } from '../x/keyring.js';
export { withLock } from '../x/lock.js';
export { PRICES } from '../x/prices.js';
export { bearerIn, keysIn, openStore } from '../x/secret-store.js';
export { beginSignIn, callbackAddress, codeIn, finishSignIn } from '../x/sign-in.js';
export { freshTokens, tokensOf } from '../x/token.js';
