/**
 * Answers a value that is made when it is first called for, and kept. Mostly for expressions with `\p{…}`: the engine
 * builds their sets of characters when it meets them, 0.1 to 2 ms each (Node 20), and most drafts never need one.
 */
export function lazy<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
