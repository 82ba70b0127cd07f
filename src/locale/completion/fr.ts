// What `completion` says, in French.
import type { CompletionSentences } from './en.js';

export const fr: CompletionSentences = {
  help: {
    summary: 'afficher un script de complétion pour votre shell',
    description:
      'Afficher un script qui complète les commandes, les options et leurs valeurs, les brouillons, les éléments et les profils avec la touche Tab.',
    examples: [
      `eval "$(tweetspan completion bash)"      # dans ~/.bashrc`,
      'source <(tweetspan completion zsh)       # dans ~/.zshrc, après compinit',
      'tweetspan completion fish > ~/.config/fish/completions/tweetspan.fish',
      'tweetspan completion powershell >> $PROFILE',
    ],
  },
  shell: 'votre shell',
};
