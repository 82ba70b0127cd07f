import type { HoursDocument } from '../hours-document.js';
import type { Ui } from '../timing-words.js';
export const hoursPage = (document: HoursDocument, ui: Ui): string => `${document.sentence}${ui}`;
