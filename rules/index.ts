import { ambassadors } from './ambassadors.js';
import { concision } from './concision.js';
import { hashtags } from './hashtags.js';
import { image } from './image.js';
import { keywords } from './keywords.js';
import { mentions } from './mentions.js';
import { message } from './message.js';
import { pin } from './pin.js';
import { quality } from './quality.js';
import { repeats } from './repeats.js';

/** The ten rules in the article's order: relevance, search, amplification. */
export const rules = [
  quality,
  concision,
  keywords,
  hashtags,
  mentions,
  image,
  repeats,
  message,
  pin,
  ambassadors,
] as const;

/** The id of one of the ten. */
export type RuleId = (typeof rules)[number]['id'];
