// What the commands on the queue answer: a line each.
import type { Locale } from '#base/locale.js';

/** Answers in the languages of the program. `when` is a slot as `slotText` writes it. */
export const QUEUE_MESSAGES = {
  en: {
    cancelled: (id: number) => `item ${id}: cancelled`,
    cancelledUnclear: (id: number) => `item ${id}: cancelled; it may be on X all the same, look at your profile`,
    approved: (id: number) => `item ${id}: approved`,
    wasApproved: (id: number) => `item ${id}: needs no approval`,
    moved: (id: number, when: string) => `item ${id}: moved to ${when}`,
    retried: (id: number, when: string) => `item ${id}: planned again for ${when}`,
    askNotOnX: (id: number) =>
      `Item ${id} was sent, and may be on X. I have looked: it is not on X. Send it again? [y/N]`,
    paused: 'the queue is stopped: nothing goes out until tweetspan queue resume',
    wasPaused: (why: string) => `the queue is stopped already: ${why}`,
    resumed: (why: string) => `the queue goes on; it was stopped: ${why}`,
    wasRunning: 'the queue is not stopped',
    recorded: (id: number) => `item ${id}: posted, as you say; its counters are read from now on`,
    recordedPost: 'the post is in the history; its counters are read from now on',
    known: 'the history has this post already; its counters are read from now on',
    askQueue: (count: number) => (count === 1 ? 'Queue this post? [y/N]' : `Queue these ${count} posts? [y/N]`),
    queued: (ids: readonly number[], mode: 'api' | 'remind') =>
      `${ids.length === 1 ? '1 post' : `${ids.length} posts`} queued as ${ids.length === 1 ? 'item' : 'items'} ${ids.join(', ')}: tweetspan queue shows them, tweetspan run ${mode === 'api' ? 'sends them' : 'reminds you'} in time`,
    notQueued: 'nothing was queued',
    notQueuedProblems: 'Nothing was queued: mend what is marked with ! first.',
    calendar: (file: string) => `calendar written to ${file}`,
  },
  fr: {
    cancelled: (id: number) => `élément ${id} : annulé`,
    cancelledUnclear: (id: number) =>
      `élément ${id} : annulé ; il est peut-être sur X malgré tout, regardez votre profil`,
    approved: (id: number) => `élément ${id} : approuvé`,
    wasApproved: (id: number) => `élément ${id} : n’attend aucune approbation`,
    moved: (id: number, when: string) => `élément ${id} : déplacé au ${when}`,
    retried: (id: number, when: string) => `élément ${id} : prévu de nouveau le ${when}`,
    askNotOnX: (id: number) =>
      `L’élément ${id} a été envoyé, il est peut-être sur X. J’ai regardé : il n’y est pas. L’envoyer de nouveau ? [o/N]`,
    paused: 'la file est arrêtée : rien ne part avant tweetspan queue resume',
    wasPaused: (why: string) => `la file est déjà arrêtée : ${why}`,
    resumed: (why: string) => `la file repart ; elle était arrêtée : ${why}`,
    wasRunning: 'la file n’est pas arrêtée',
    recorded: (id: number) => `élément ${id} : posté, dites-vous ; ses compteurs sont relevés désormais`,
    recordedPost: 'le post est dans l’historique ; ses compteurs sont relevés désormais',
    known: 'l’historique a déjà ce post ; ses compteurs sont relevés désormais',
    askQueue: (count: number) =>
      count === 1 ? 'Mettre ce post en file ? [o/N]' : `Mettre ces ${count} posts en file ? [o/N]`,
    queued: (ids: readonly number[], mode: 'api' | 'remind') =>
      `${ids.length === 1 ? '1 post mis en file, élément' : `${ids.length} posts mis en file, éléments`} ${ids.join(', ')} : tweetspan queue les montre, tweetspan run ${mode === 'api' ? 'les envoie' : 'les rappelle'} à temps`,
    notQueued: 'rien n’a été mis en file',
    notQueuedProblems: 'Rien n’a été mis en file : corrigez d’abord ce que marque un !.',
    calendar: (file: string) => `agenda écrit dans ${file}`,
  },
} as const satisfies Readonly<Record<Locale, object>>;
