import { describe, expect, it } from 'vitest';
import { shippedProofreader } from '#cli/word-lists.js';
import { lint } from '#lint/engine.js';
import { lexicons } from '#rules/lexicon/index.js';
import { rules } from '#rules/index.js';
import { languageByModel } from '#tweet/language-model.js';

const now = Date.UTC(2026, 11, 1, 5);
const options = { rules, lexicons, languageModel: languageByModel, proofreader: shippedProofreader(), facts: { now } };
const messagesFor = (text: string): Map<string, string> => {
  const { findings } = lint({ text: `${text} https://example.org/a` }, options);
  return new Map(findings.map(({ messageId, message }) => [messageId, message]));
};

/** Texts with a finding, by its message, each beside texts that only look as if they had it. */
const KINDS: Readonly<Record<string, { readonly found: readonly string[]; readonly right: readonly string[] }>> = {
  shouting: {
    found: [
      'BOOK SIGNING by Ines Halloran at our bookshop on 3 May 2027.',
      'GRANDE BRADERIE de La Rochelle le 4 mai 2027, avec les librairies.',
      'ATELIER GRATUIT de Marie Lenoir le 4 mai 2027 à la librairie.',
    ],
    right: [
      'New in our bookshop: A HOUSE OF WINDS by P. J. Marlowe, a thriller set in Orkney.',
      'THE LAST FERRYMAN: “Slow, sad and very funny.” Our review of the film is up.',
      'Coup de cœur de la librairie : LA MAISON DU VENT d’Anna Kerbrat, un roman sur les marais.',
      'LE BRUIT DES ARBRES de Marie Lenoir sort en poche le 4 mai 2027.',
    ],
  },
  longSentence: {
    found: [
      '“Where have all the hedgehogs of the park gone?” asks our reader in a letter of twelve pages that he wrote last spring and never sent to us.',
    ],
    right: [
      'The keeper told us: “An old mill has no wheel and no miller.” The list of 41 mills says which of them can be rented for a wedding or a fair.',
      'Le garde nous a dit : « Un vieux moulin n’a ni roue ni meunier. » La liste des 41 moulins dit lesquels se louent pour une noce ou une foire.',
    ],
  },
  relativeDate: {
    found: [
      'Get 20% off our ferns today with the code FERN.',
      'We plan the walks of the year today at the town hall.',
      'La piscine ouvre ses 3 bassins dès aujourd’hui.',
      'Réservez aujourd’hui à 18 h votre place pour le bal.',
      'Our shop sold 40 lamps in the last week.',
    ],
    right: [
      'Two seals live by the pier. Reserve your free place today!',
      'Order your garlic bulbs today and plant them before the frost.',
      'Inscrivez-vous à la newsletter du musée dès aujourd’hui !',
      'Commandez dès aujourd’hui vos 12 bulbes de tulipe.',
      '1 in 5 bakers burnt a hand in the last week, a survey of 900 found.',
    ],
  },
  ephemeral: {
    found: ['Nous avons planté 40 arbres dans les 7 derniers jours.'],
    right: [
      'Un salarié sur 4 a travaillé malade dans les 12 derniers mois, selon un sondage mené à Lyon.',
      'Un boulanger sur 5 dit s’être brûlé au cours des 30 derniers jours, selon notre enquête.',
    ],
  },
  pastDate: {
    found: [
      'Le salon du livre du 12 septembre 2026 accueille 40 auteurs.',
      'The fair on 12 September 2026 has 40 stalls.',
    ],
    right: [
      'Le tri du verre devient obligatoire à partir du 1er septembre 2026 dans les 12 communes.',
      'From 1 September 2026 the library opens on Sundays.',
      'The prize is for books that came out after 1 January 2026.',
    ],
  },
  wordy: {
    found: ['Un concert gratuit à l’occasion de la fête de la musique.'],
    right: [
      'Retrouvée à l’occasion d’un déménagement, cette carte date de 1780.',
      'Ils ont ouvert la malle à l’occasion de la vente de la ferme.',
      'Le guide fait le point en matière de rénovation de la toiture.',
    ],
  },
  padding: {
    found: ['It is absolutely the best way to prune a rose.', 'It is sort of a lake with 12 swans.'],
    right: [
      'The old clock works again, sort of, and strikes 13 at noon.',
      'Truly heartbroken: our oak of 400 years came down in the storm.',
      'Rest in peace, Ann. You really were the best of neighbours to all of us.',
      'Nous sommes profondément tristes d’apprendre le décès de Paul Lenoir, notre jardinier.',
    ],
  },
  spelling: {
    found: ['Have a nosie round our 12 allotments.'],
    right: ['Have a nosey round our 12 allotments.', 'Une visio sur le pédibus des 12 écoles.'],
  },
  order: {
    found: ['of museum archives March end its the the until opens Thursday public to every'],
    right: [
      'Result: Hillside Rovers 2-1 Market Town. Best. Night. Ever. Two late goals and a penalty saved in the 90th minute.',
      'Score final : Brive 24-17 Agen. Quel. Match. Deux essais en fin de partie et une pénalité à la sirène.',
    ],
  },
  contentLabel: {
    found: [
      'J’ai dormi 12 nuits dehors et perdu 2 gants en route. J’ai écrit un billet sur les 7 sacs de couchage à éviter.',
      'Our goat ate 12 pages of the parish register in May. I wrote a blog post about how to keep goats.',
    ],
    right: [
      'J’ai dormi 12 nuits dehors et perdu 2 gants en route. J’ai écrit un billet sur cette semaine-là.',
      'Our goat ate 12 pages of the parish register in May. I wrote a blog post about it.',
    ],
  },
};

describe.each(Object.entries(KINDS))('%s', (id, { found, right }) => {
  it.each(found)('is found in: %s', (text) => {
    expect([...messagesFor(text).keys()]).toContain(id);
  });

  it.each(right)('is not said of what only looks so: %s', (text) => {
    expect([...messagesFor(text).keys()]).not.toContain(id);
  });
});

describe('what a finding names', () => {
  it.each([
    ['wordy', 'Le wifi couvre l’ensemble des 12 communes du canton.', 'use “les” instead of “l’ensemble des”'],
    [
      'lateNews',
      'Un sondage réalisé par notre réseau auprès de 900 boulangers dans toute la France montre que deux boulangers sur trois ont augmenté leur prix de 6 centimes au cours des 12 derniers mois.',
      '“deux boulangers sur trois” comes after',
    ],
    [
      'lateNews',
      'Following months of work by our volunteers and with the support of the town council, we have drained 45 ponds in the last 12 weeks.',
      '“45 ponds” comes after',
    ],
    [
      'boast',
      '[Parution] C’est avec une immense joie que nous vous présentons « Vent de terre », un roman de Léo Maillard.',
      '“C’est avec',
    ],
    ['passive', 'The ferry is run by Captain Ann Lowe and her son.', '“is run by Captain Ann Lowe”'],
  ])('%s: %s', (id, text, words) => {
    expect(messagesFor(text).get(id)).toContain(words);
  });
});
