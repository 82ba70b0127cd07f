import { hasLetters } from '#words/triggered.js';

/** Letters of which every notice of disruption has some: a test holds them to those of the notices. */
const SIGNS =
  "accident|annul|avoid the area|aware of|aware that|barré|because of |boil |bus de remplacement|buvez|call 101|call 911|call 999|called off|cancel|cause d|close|collision|consommez|coupure|coupé|crash|customers are|customers can|d'eau|d'élec|delay|dernière fois|disparu|disrupted|diverted|donné signe|down |du fait d|due to |dévi|d’eau|d’élec|en crue|en panne|engagez|engineers are|evacuate|faute d|fermeture|fermé|fix is|flood |have you seen|higher ground|hors service|inaccessible|incident|indisponible|interromp|l'arrêt|last seen|les techniciens|low pressure|l’arrêt|mangez|missing |ne circul|ne desserv|ne roul|no buses|no ferries|no flights|no pressure|no trains|no trams|nos équipes|offline|out of action|out of order|out of service|outage|owing to |perturb|postponed|power cut|rail replacement|raison d|raison à|rappel|recall|rentré|reparu|reporté|retard|sans courant|sans eau|shut|si vous l|sorry|stay indoors|suite d|suite à|supprim|suspend|t drink|t eat|t run|unavailable|users are|users can|utilisez|vigilance|water main|water pressure|without electricity|without power|évacu|évitez";

/** Whether a text may give notice of a disruption: most texts have none of its letters. */
export const mayBeDisruption = (text: string): boolean => hasLetters(SIGNS, text.toLowerCase());
