/** What helps where no engine of the database works; the store says it in English. */
export const FRENCH_ENGINE_ADVICE =
  'utilisez Node 22.16 ou plus récent, qui contient SQLite, ou installez Python, make et un compilateur C++, ' +
  'puis réinstallez tweetspan (dans un dépôt cloné : npm ci)';
