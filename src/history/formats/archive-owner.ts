import type { AccountSign } from '../ports.js';
import type { ReadableFile } from './container.js';
import { createScriptListReader } from './script-list.js';
import { idAt, isObject, objectAt, textAt, type Json } from './tweet-object.js';

/** An account that posts point to, and by how many of them. */
interface Candidate {
  readonly id: string;
  readonly handle: string | undefined;
  posts: number;
}

function createBallot() {
  const candidates = new Map<string, Candidate>();
  return {
    vote(id: string | undefined, handle: string | undefined): void {
      if (id === undefined) return;
      const known = candidates.get(id);
      if (known) known.posts += 1;
      else candidates.set(id, { id, handle, posts: 1 });
    },
    winner: (): Candidate | undefined => [...candidates.values()].sort((a, b) => b.posts - a.posts)[0],
  };
}

const answeredAt = (tweet: Json, name: string): string | undefined =>
  idAt(tweet, `in_reply_to_${name}_id_str`) ?? idAt(tweet, `in_reply_to_${name}_id`);

/**
 * Whose lists of posts these are when no file beside them says so: the author whom most elements name, else the account
 * that their answers to posts of the same lists go to, as such an answer is one to oneself. Reads them once more.
 * @throws Refusal when a list is damaged or is other code.
 */
export async function findOwner(parts: readonly ReadableFile[], opening: RegExp): Promise<AccountSign> {
  const ids = new Set<string>();
  const answers: { readonly post: string; readonly user: string | undefined; readonly name: string | undefined }[] = [];
  const authors = createBallot();
  for (const file of parts) {
    const list = createScriptListReader(file.name, opening, (element) => {
      const outer = isObject(element) ? element : {};
      const tweet = isObject(outer['tweet']) ? outer['tweet'] : outer;
      const id = idAt(tweet, 'id_str') ?? idAt(tweet, 'id');
      if (id !== undefined) ids.add(id);
      const author = objectAt(tweet, 'user');
      authors.vote(idAt(author, 'id_str'), textAt(author, 'screen_name'));
      const post = answeredAt(tweet, 'status');
      const [user, name] = [answeredAt(tweet, 'user'), textAt(tweet, 'in_reply_to_screen_name')];
      if (post !== undefined) answers.push({ post, user, name });
    });
    for await (const chunk of file.read()) list.push(chunk);
    list.end();
  }
  const answered = createBallot();
  for (const { post, user, name } of answers) if (ids.has(post)) answered.vote(user, name);
  const owner = authors.winner() ?? answered.winner();
  if (owner === undefined) return { handles: [] };
  return { id: owner.id, handles: owner.handle === undefined ? [] : [owner.handle] };
}
