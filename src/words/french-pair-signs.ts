// Whether a French text has two words beside each other of which one may be wrong. By words: see english-slip-signs.ts.
import { wordPairs, wordSet } from '#base/word-set.js';

/** Which words make a slip behind which. */
const BEHIND = wordPairs(
  'ce>tiendra tiendront tient tiennent déroule déroulent déroulera dérouleront passera passeront termine terminent terminera termineront trouve trouvent trouvera trouveront situe situent réunira réuniront réunissent poursuit poursuivra poursuivent retrouve retrouvera retrouvent retrouveront feront préparent sont automne hiver|ce nouveau>atelier album article ouvrage épisode espace outil abonnement appel arrivage itinéraire élève habitant hôtel horaire ordinateur agenda arrêt appartement événement évènement étal écran ami adhérent entraîneur orgue orchestre éditeur endroit objet arbre animal exemple exercice échange immeuble hommage|ce nouveau je vous nous les on il elle qui>accueil|ce bonne>été|ce cet>association initiative école église exposition expo émission enquête étude étape action annonce offre occasion œuvre opération image heure édition entreprise activité application adresse|ce cet quel>équipe aventure histoire|ce cet quel bon>année|ce cet bon>idée|ca>va fait vous commence ne se marche arrive donne suffit bouge roule continue parle reste dépend vient existe change|ca sa>sera serait|ca retrouver contacter>nous|ca à>peut|quel>belle bonne grande jolie joie victoire surprise ambiance fierté réussite émotion|quel bon>chance soirée journée semaine|quelle bonne>match week|quelle>plaisir bonheur succès honneur spectacle talent beau bel bon grand|bonne joyeuse>anniversaire noël|bonne>appétit courage retour voyage concert|bonne dés>dimanche samedi vendredi lundi|bon>fête rentrée nuit lecture écoute visite nouvelle continuation route|grace on tous toute y>à|grace>au aux a|une la cette>nouvel|je vous te leur lui>conseil|je on il elle qui>travail|vous>auriez|nous>aurions|les>moin|les des vos nos mes>photo vidéo info|on il elle qui ça cela>peux|on elle>aurait|on il elle qui ça cela salle>peu|qui ils elles>peuve|j tu>aurais|d>avantage ors|d là>ou|autant>pour|a aura auront ont avait avoir eu aurait>lieux|a ont ai as avons avez>dis|pleins terme>de d|à>jours|tous dés>le|peut>près|m>excuses|ci>joins|bonnes>vacance|de>nombreuse|tarif>réduits|y>as|mini>bus|sous>vêtements|dés>mardi mercredi jeudi maintenant demain aujourd que la l|plusieurs>personne|oublié hésité>pas',
);
const HER = wordSet(
  'entrée séance visite inscription participation réunion conférence exposition expo salle piscine boutique mairie médiathèque bibliothèque route rue soirée journée formation buvette billetterie librairie boulangerie crèche école plage patinoire',
);
const HIM = wordSet(
  'musée marché concert spectacle atelier repas stage tournoi match parc magasin bureau secrétariat stationnement parking zoo bal café pont jardin restaurant festival grenier guichet gymnase stade cinéma théâtre',
);
const DAYS = wordSet('lundi mardi mercredi jeudi vendredi samedi dimanche');

/** Whether a text in lower case has such a pair. */
export function mayHaveFrenchPair(lower: string): boolean {
  const words = lower.match(/[a-zà-ÿœ]+/g) ?? [];
  return words.some((word, at) => {
    const next = words[at + 1] ?? '';
    if (next === '') return false;
    if (BEHIND.has(word, next)) return true;
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
