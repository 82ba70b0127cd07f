// Readers and reports of the commands of the history: a file of its own beside the program, loaded when it is used.
export { openFile } from '../history/container.js';
export { writeHistoryLines, writeHistoryTable } from '../history/history-file.js';
export { importPaths } from '../history/import.js';
export { readKeywords } from '../history/keywords.js';
export { Refusal } from '../history/refusal.js';
export { asCsv } from '../report/csv.js';
export * from '../report/history-documents.js';
export { contactsTable, keywordsTable, linksTable, postsTable } from '../report/terminal/history-lists.js';
export { importReport } from '../report/terminal/import.js';
export { keywordsImportReport } from '../report/terminal/keywords-import.js';
