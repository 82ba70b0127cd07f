// How the values of options are to be written, in French.
import { count } from '#locale/format.js';
import type { ValuesSentences } from './en.js';

export const fr: ValuesSentences = {
  duration: 'indiquez une durée, par exemple 90 min, 36 h, 2 jours ou 1 semaine',
  dayOrTime: 'indiquez une date, par exemple 31/12/2026, ou une date et une heure, par exemple 31/12/2026 9h30',
  window: 'indiquez une plage horaire, par exemple 8h-20h',
  skippedDays:
    'indiquez des jours de la semaine, des dates ou des périodes, par exemple sam,dim ou 24/12/2026..02/01/2027',
  missed: 'indiquez skip, next-slot ou une durée, par exemple 2 h',
  zone: 'indiquez un fuseau horaire IANA, par exemple Europe/Paris ou UTC',
  wholeNumber: (least, most) => `indiquez un nombre entier de ${count(least, 'fr')} à ${count(most, 'fr')}`,
};
