import type { DecayDocument } from '../decay-document.js';
import type { HoursDocument } from '../hours-document.js';
import type { Ui } from '../timing-words.js';
export const hoursPage = (document: HoursDocument, ui: Ui): string => `${document.sentence}${ui}`;
export const decayPage = (document: DecayDocument, ui: Ui): string => `${document.schema}${ui}`;
