// What `completion` says, in English.
export const en = {
  help: {
    summary: 'print a completion script for your shell',
    description:
      'Print a script that completes commands, options and their values, drafts, items and profiles at the Tab key.',
    examples: [
      `eval "$(tweetspan completion bash)"      # in ~/.bashrc`,
      'source <(tweetspan completion zsh)       # in ~/.zshrc, after compinit',
      'tweetspan completion fish > ~/.config/fish/completions/tweetspan.fish',
      'tweetspan completion powershell >> $PROFILE',
    ],
  },
  shell: 'your shell',
};

/** The shape of the section in any language. */
export type CompletionSentences = typeof en;
