// Whether a French text has two words beside each other of which one may be wrong. By words: see english-slip-signs.ts.
import { lazy } from '#base/lazy.js';
import { wordSet } from '#base/word-set.js';

/** Second words by the first that one of them makes a slip with. */
const BEHIND = lazy((): Readonly<Record<string, string>> => ({
  ce: 'tiendra tiendront tient tiennent déroule déroulent déroulera dérouleront passera passeront termine terminent terminera termineront trouve trouvent trouvera trouveront situe situent réunira réuniront réunissent poursuit poursuivra poursuivent retrouve retrouvera retrouvent retrouveront feront préparent sont atelier album article ouvrage épisode espace outil abonnement appel arrivage itinéraire élève habitant hôtel horaire ordinateur agenda arrêt accueil appartement événement évènement étal écran ami adhérent entraîneur orgue orchestre éditeur endroit objet arbre animal été automne hiver exemple exercice échange immeuble hommage association initiative école église équipe exposition expo émission enquête étude étape aventure année action annonce offre occasion œuvre opération image idée histoire heure édition entreprise activité application adresse',
  cet: 'association initiative école église équipe exposition expo émission enquête étude étape aventure année action annonce offre occasion œuvre opération image idée histoire heure édition entreprise activité application adresse',
  nouveau:
    'atelier album article ouvrage épisode espace outil abonnement appel arrivage itinéraire élève habitant hôtel horaire ordinateur agenda arrêt accueil appartement événement évènement étal écran ami adhérent entraîneur orgue orchestre éditeur endroit objet arbre animal exemple exercice échange immeuble hommage',
  ca: 'va sera fait vous nous peut commence ne se marche arrive donne serait suffit bouge roule continue parle reste dépend vient existe change',
  quel: 'belle bonne grande jolie joie chance victoire soirée journée équipe histoire surprise ambiance fierté aventure semaine année réussite émotion',
  quelle: 'match plaisir bonheur succès honneur spectacle week talent beau bel bon grand',
  bonne: 'anniversaire appétit courage week retour dimanche samedi vendredi lundi été voyage match concert noël',
  bon: 'fête journée soirée année rentrée nuit lecture écoute visite semaine chance nouvelle idée continuation route',
  grace: 'à au aux a',
  joyeuse: 'anniversaire noël',
  une: 'nouvel',
  la: 'nouvel',
  cette: 'nouvel',
  je: 'conseil accueil travail',
  vous: 'conseil accueil auriez',
  te: 'conseil',
  leur: 'conseil',
  lui: 'conseil',
  nous: 'accueil aurions',
  les: 'accueil moin',
  on: 'accueil travail à peux aurait',
  il: 'accueil travail peux',
  elle: 'accueil travail peux aurait',
  qui: 'accueil travail peux',
  ça: 'peux',
  cela: 'peux',
  j: 'aurais',
  tu: 'aurais',
  d: 'avantage ors',
  autant: 'pour',
  a: 'lieux',
  aura: 'lieux',
  auront: 'lieux',
  ont: 'lieux',
  avait: 'lieux',
  avoir: 'lieux',
  eu: 'lieux',
  aurait: 'lieux',
  pleins: 'de d',
  terme: 'de d',
  à: 'jours peut',
  tous: 'à',
  toute: 'à',
  peut: 'près',
  m: 'excuses',
  ci: 'joins',
  bonnes: 'vacance',
  de: 'nombreuse',
  tarif: 'réduits',
  y: 'as',
}));
const HER = wordSet(
  'entrée séance visite inscription participation réunion conférence exposition expo salle piscine boutique mairie médiathèque bibliothèque route rue soirée journée formation buvette billetterie librairie boulangerie crèche école plage patinoire',
);
const HIM = wordSet(
  'musée marché concert spectacle atelier repas stage tournoi match parc magasin bureau secrétariat stationnement parking zoo bal café pont jardin restaurant festival grenier guichet gymnase stade cinéma théâtre',
);
const DAYS = wordSet('lundi mardi mercredi jeudi vendredi samedi dimanche');

/** Whether a text in lower case has such a pair. */
export function mayHaveFrenchPair(lower: string): boolean {
  const behind = BEHIND();
  const words = lower.match(/[a-zà-ÿœ]+/g) ?? [];
  return words.some((word, at) => {
    const next = words[at + 1] ?? '';
    if (next === '') return false;
    if (Object.hasOwn(behind, word) && ` ${behind[word] ?? ''} `.includes(` ${next} `)) return true;
    if (word === 'est' || word === 'sera') {
      const subject = words[at - 1] ?? '';
      return /^(?:gratuit|payant)$/.test(next)
        ? HER.has(subject)
        : /^(?:gratuite|payante)$/.test(next) && HIM.has(subject);
    }
    if (DAYS.has(word)) return next === 'prochains';
    return word === 'on' && (next.endsWith('ent') || words[at + 2]?.endsWith('ent') === true);
  });
}
