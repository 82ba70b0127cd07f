import type { Draft } from '#draft/draft.js';

/** How warnings of the authorities open, in French and English. */
const ALERT =
  /^(?:[^A-Za-zÀ-ÿŒœ]*(?:vigilance|alerte|évacuation|boil-water|evacuation|flood warning|storm warning|tornado warning)(?![A-Za-zÀ-ÿŒœ])|\s*(?:⚠|🚨))/i;
/** What is said of the dead. */
const TRIBUTE =
  /(?:rend(?:ent|ons)? hommage à|nous a quittés|avec une immense tristesse|registre de condoléances|drapeaux en berne|passed away|rest in peace|book of condolence|flags at half-mast)/i;

/**
 * What kind of post a draft is: as its front matter says, or as its words show. An alert and a tribute are not there to be
 * found, to mention anybody, or to invite. Undefined for any other post.
 */
export function postType({ type, text }: Draft): 'alert' | 'tribute' | undefined {
  if (type !== undefined) return type;
  if (ALERT.test(text)) return 'alert';
  return TRIBUTE.test(text) ? 'tribute' : undefined;
}
