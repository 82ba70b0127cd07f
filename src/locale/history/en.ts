// What the commands on the history say, in English.
export const en = {
  backup: {
    help: {
      summary: 'copy the history to a file',
      description: 'Copy the history to a new file, whole and consistent, even while another program writes to it.',
      examples: ['tweetspan backup history-2026-03.db'],
    },
    file: 'a file that does not exist yet',
    done: (file: string): string => `Copied the history to ${file}`,
  },
};

/** The shape of the section in any language. */
export type HistorySentences = typeof en;
