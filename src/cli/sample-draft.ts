import type { Locale } from '#base/locale.js';

/** What a sample is made with, each as it is written in the file. */
export interface Answers {
  readonly lang: Locale;
  readonly link: string;
  readonly zone: string;
  readonly window: string;
  readonly minText: string;
}

interface Sample {
  readonly keyword: string;
  readonly title: string;
  readonly text: string;
  readonly variants: readonly string[];
  readonly remark: string;
}

const SAMPLES: Readonly<Record<Locale, Sample>> = {
  en: {
    remark: 'A sample: put your own link, title and texts here.',
    keyword: 'lease',
    title: 'Five checks before you sign a lease',
    text: 'Five checks before you sign a lease: heating, damp, noise, inventory and deposit. Ten minutes are enough. #renting #housing',
    variants: [
      'Damp walls and a missing inventory cost tenants their deposit. What to photograph before you take the keys. #renting #housing',
      'A lease can run for three years, a visit lasts ten minutes. Use them for heating, water pressure and the meter.',
    ],
  },
  fr: {
    remark: 'Un exemple : mettez ici votre lien, votre titre et vos textes.',
    keyword: 'bail',
    title: 'Avant de signer un bail, cinq points à vérifier',
    text: 'Avant de signer un bail, cinq points à vérifier : chauffage, humidité, bruit, état des lieux, dépôt de garantie. #location #logement',
    variants: [
      'L’humidité et un état des lieux incomplet coûtent leur dépôt de garantie à bien des locataires. Que photographier avant la remise des clés. #location',
      'Un bail dure trois ans, une visite dix minutes. Voici comment les utiliser : chauffage, pression de l’eau et compteur.',
    ],
  },
};

/** A draft to begin with, planned by the answers. @param header a comment for editors, with its line end. */
export function sampleDraft({ lang, link, zone, window }: Answers, header: string): string {
  const { keyword, title, text, variants, remark } = SAMPLES[lang];
  return `---
${header}# ${remark}
link: ${JSON.stringify(link)}
keywords: [${keyword}]
title: ${title}
lang: ${lang}
campaign:
  reposts: ${variants.length}
  gap: 3d
  window: '${window}'
  zone: ${zone}
  variants:
${variants.map((variant) => `    - ${JSON.stringify(variant)}`).join('\n')}
---

${text.replaceAll(' : ', '\u00a0: ')}
`;
}
