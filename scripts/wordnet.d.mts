export function exportWordnet(folder: string): string;
export function wordnetLicence(folder: string): string;
export const WORDNET_PACKAGE: string;
export const WORDNET: string;
