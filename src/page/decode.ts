/** Bytes that are no page: what they are, by their first letters. */
export type NoPage = 'pdf' | 'zip' | 'image' | 'binary';

const starts = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, index) => bytes[index] === sign);

/** What bytes are that are no text; undefined for what can be read as one. */
export function detectNoPage(bytes: Uint8Array): NoPage | undefined {
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'zip';
  if (
    starts(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    starts(bytes, 0xff, 0xd8, 0xff) ||
    starts(bytes, 0x47, 0x49, 0x46, 0x38)
  ) {
    return 'image';
  }
  const isUtf16 = starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff);
  return !isUtf16 && bytes.subarray(0, 4096).includes(0) ? 'binary' : undefined;
}

/** Where HTML says its character set, as browsers look for it. */
const HEAD = 4096;

/**
 * The text of a page or feed, by the order of the HTML standard: byte-order mark, the server's word, the page's own word;
 * else UTF-8 where it is valid, and Windows-1252 where it is not.
 * @param contentType the header that came with it, if any.
 */
export function decodePage(bytes: Uint8Array, contentType?: string): string {
  if (starts(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (starts(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return new TextDecoder().decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD));
  const named =
    /charset\s*=\s*["']?([\w:-]+)/i.exec(contentType ?? '')?.[1] ??
    /<meta[^>]{0,200}?charset\s*=\s*["']?([\w:-]+)/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w:-]+)/i.exec(head)?.[1];
  return decodeAs(bytes, named ?? 'utf-8');
}

function decodeAs(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    // A name that does not exist, or bytes that it does not fit.
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder('windows-1252').decode(bytes);
    }
  }
}
