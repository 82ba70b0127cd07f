// What `import.meta.url` is in a CommonJS bundle: esbuild puts this into those that ask for it.
import { pathToFileURL } from 'node:url';

export const importMetaUrl = pathToFileURL(__filename).href;
