/**
 * Answers a value that is made when it is first called for, and kept. Mostly for expressions with `\p{…}`: the engine
 * builds their sets of characters when it meets them, 0.1 to 2 ms each (Node 20), and most drafts never need one.
 */
export function lazy<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

/**
 * Answers what is made of an object at the first call with it, and kept as long as the object lives: the unpacked lists of
 * a lexicon, or what several rules look at in one draft.
 */
export function lazyFor<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    let known = made.get(key);
    if (known === undefined) made.set(key, (known = { value: make(key) }));
    return known.value;
  };
}
