// The account's own posts, by the URL that a person opens.
import type { LinkPost } from '#history/query-ports.js';
import type { OpenHistory } from './history-database.js';

/** The newest original post of a link; undefined before there is one. */
export const newestPost = ({ reader }: Pick<OpenHistory, 'reader'>, link: string): LinkPost | undefined =>
  reader.postsOfLink(link).findLast(({ kind, gone }) => kind === 'original' && !gone);

/** The handle of the account, as far as its history or a sign-in tells. */
export async function ownHandle({ reader, queue }: Pick<OpenHistory, 'reader' | 'queue'>): Promise<string | undefined> {
  const fact = await queue.fact('account');
  const signedIn = fact === undefined ? undefined : (JSON.parse(fact) as { readonly handle?: string }).handle;
  return signedIn ?? reader.account()?.handles[0];
}

/** The URL of a post; X finds it without the name of its account. */
export const postUrl = (id: string, handle: string | undefined): string =>
  `https://x.com/${handle ?? 'i'}/status/${id}`;
