const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
// What has no place in a document, and what turns the reading order round: tweets are hostile input.
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const UNWANTED = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** A text without characters that have no place in a document. */
export const clean = (text: string): string => text.replace(UNWANTED, '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd');

/** A text for an element or a quoted attribute of HTML. */
export const escape = (text: string): string => clean(text).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
