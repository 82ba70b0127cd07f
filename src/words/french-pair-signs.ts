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
  les: 'accueil moin photo vidéo info',
  on: 'accueil travail à peux aurait peu',
  il: 'accueil travail peux peu',
  elle: 'accueil travail peux aurait peu',
  qui: 'accueil travail peux peu peuve',
  ça: 'peux peu',
  cela: 'peux peu',
  j: 'aurais',
  tu: 'aurais',
  d: 'avantage ors ou',
  autant: 'pour',
  a: 'lieux dis',
  aura: 'lieux',
  auront: 'lieux',
  ont: 'lieux dis',
  avait: 'lieux',
  avoir: 'lieux',
  eu: 'lieux',
  aurait: 'lieux',
  pleins: 'de d',
  terme: 'de d',
  à: 'jours peut',
  tous: 'à le',
  toute: 'à',
  peut: 'près',
  m: 'excuses',
  ci: 'joins',
  bonnes: 'vacance',
  de: 'nombreuse',
  tarif: 'réduits',
  y: 'as à',
  ai: 'dis',
  as: 'dis',
  avons: 'dis',
  avez: 'dis',
  ils: 'peuve',
  elles: 'peuve',
  mini: 'bus',
  sous: 'vêtements',
  dés: 'lundi mardi mercredi jeudi vendredi samedi dimanche maintenant demain aujourd que la l le',
  là: 'ou',
  plusieurs: 'personne',
  oublié: 'pas',
  hésité: 'pas',
  retrouver: 'nous',
  contacter: 'nous',
  sa: 'sera serait',
  salle: 'peu',
  des: 'photo vidéo info',
  vos: 'photo vidéo info',
  nos: 'photo vidéo info',
  mes: 'photo vidéo info',
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
    // "bien vouloir apportez", "nous nous sommes régaler", "on à planté"
    if (/^(?:vouloir|pouvoir)$/.test(word)) return next.endsWith('ez');
    if (/^(?:sommes|sont)$/.test(word)) return next.endsWith('er');
    return word === 'on' && (next.endsWith('ent') || words[at + 2]?.endsWith('ent') === true);
  });
}
