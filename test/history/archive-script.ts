/** A list of an archive as X writes it: `part0` of its posts, or of what `key` names. */
export const listScript = (elements: readonly unknown[], key = 'tweets', part: string | number = 0): string =>
  `window.YTD.${key}.part${part} = ${JSON.stringify(elements)}`;

/** What the manifest of an archive says; `types` are its parts by their kind. */
interface ManifestFacts {
  readonly accountId: string;
  readonly userName: string;
  readonly generationDate?: string;
  readonly types: Readonly<Record<string, { readonly files: readonly object[] }>>;
}

/** The list of all parts of an archive, `data/manifest.js`. */
export const manifestScript = (facts: ManifestFacts): string =>
  `window.__THAR_CONFIG = ${JSON.stringify({
    userInfo: { accountId: facts.accountId, userName: facts.userName },
    archiveInfo: { generationDate: facts.generationDate ?? '2025-10-01T09:00:00.000Z', isPartialArchive: false },
    dataTypes: facts.types,
  })}`;

/** The parts of an archive with one list of this many posts. */
export const onePart = (count: number | string): ManifestFacts['types'] => ({
  tweets: { files: [{ fileName: 'data/tweets.js', count: String(count) }] },
});
