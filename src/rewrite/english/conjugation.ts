// Forms of English verbs, as far as they follow from the base form.

/** Verbs whose forms in -ing are known, by base form. */
const ING: Readonly<Record<string, string>> = {
  run: 'running',
  plan: 'planning',
  stop: 'stopping',
  cut: 'cutting',
  put: 'putting',
  get: 'getting',
  set: 'setting',
  swim: 'swimming',
  shop: 'shopping',
  win: 'winning',
  begin: 'beginning',
  let: 'letting',
  sit: 'sitting',
  drop: 'dropping',
  ship: 'shipping',
};
const BASES =
  'add adopt apply ask bake bring build buy call change choose clean close collect compare cook create cultivate cut deliver design develop donate draw drive expand explore extend find fix freeze get give grow help hire hold host improve include increase install introduce invest invite join keep launch learn lend limit make manage mend merge migrate move offer open order organize paint pay pick plan plant play prepare print produce protect prune publish put raise read rebuild recycle reduce refurbish release remove rename renew rent reopen repair replace restore retire return review rewrite run save sell send serve set share ship shop show sort start stop store support switch take teach test thank train translate treat try update use visit wash welcome write'.split(
    ' ',
  );

const ingOf = (base: string): string => ING[base] ?? (/[^eo]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${base}ing`);
const BY_ING = new Map(BASES.map((base) => [ingOf(base), base]));

/** The form in -ing of a verb and back, undefined for verbs that are not listed. */
export const ingForm = {
  of: (base: string): string | undefined => (BASES.includes(base) ? ingOf(base) : undefined),
  baseOf: (ing: string): string | undefined => BY_ING.get(ing),
};

const PAST: Readonly<Record<string, string>> = {
  bring: 'brought',
  build: 'built',
  buy: 'bought',
  choose: 'chose',
  cut: 'cut',
  draw: 'drew',
  find: 'found',
  get: 'got',
  give: 'gave',
  grow: 'grew',
  hold: 'held',
  keep: 'kept',
  make: 'made',
  pay: 'paid',
  put: 'put',
  read: 'read',
  rebuild: 'rebuilt',
  rewrite: 'rewrote',
  run: 'ran',
  sell: 'sold',
  send: 'sent',
  set: 'set',
  show: 'showed',
  take: 'took',
  teach: 'taught',
  win: 'won',
  write: 'wrote',
  beat: 'beat',
  lose: 'lost',
  save: 'saved',
  raise: 'raised',
};

/** The simple past of a verb, undefined where it is not known. */
export function pastForm(base: string): string | undefined {
  if (Object.hasOwn(PAST, base)) return PAST[base];
  if (!BASES.includes(base)) return undefined;
  if (Object.hasOwn(ING, base)) return undefined;
  if (base.endsWith('e')) return `${base}d`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${base}ed`;
}

/** The form of a verb with "it": "examine" → "examines"; undefined for words that are no base form. */
export function thirdForm(base: string): string | undefined {
  if (!/^[a-z]{3,}$/.test(base) || /^(?:be|have|do|not|also|better)$/.test(base)) return undefined;
  if (/(?:s|x|ch|sh|z)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}
