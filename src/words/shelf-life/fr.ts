// French words by which a post shows that it is tied to its day, or that it lasts. `*` stands for any ending.

/** Events, news and thanks: what they speak of is over. */
export const passing: readonly string[] = `
aujourd'hui, demain, hier, ce soir, ce matin, ce midi, cette semaine, ce week-end, ce mois*, été 20*,
lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche, en mars, en mai, noël, pâques, janvier,
février, avril, juin, juillet, août, septembre, octobre, novembre, décembre, rentrée, élection*,
présidentielle*, primaire*, euro 2016, jeux olympiques, mondial, lance, lancent, lancement, lancé*,
annonc*, dévoil*, vient de, viennent de, est en ligne, nouveau portail, nouvelle interface,
fait peau neuve, inaugur*, ouvre ses portes, promulgu*, adopté*, va imposer, attendra, rachète,
rachat, lève, recrut*, nommé*, se fédèrent, se confirme, récompensé*, trophée*, prix, lauréat*,
gagn*, bravo, félicitations, merci, remerci*, fier*, meetup*, conférence*, salon, hackathon*,
webinaire*, webinar*, apéro*, afterwork, matinale, atelier*, journée*, soirée*, rencontre*, festival,
édition, rendez-vous, rdv, inscri*, places, en direct, live, livetweet*, retour sur, retour en,
participants, présent*, nous serons, retrouvez-nous, rejoignez-nous, venez, offre d'emploi, emploi*,
stage, appel à, candidat*, concours, votre avis, sondage, votez, notre équipe, l'équipe, barre des,
de la semaine, du mois, de l'année, du jour, de lundi, cette année, bientôt, prochain*,
dernière minute, prévi*, météo, grève
`
  .trim()
  .split(/,\s+/);

/** What is looked for again later. */
export const lasting: readonly string[] = `
guide*, comment, pourquoi, qu'est-ce, c'est quoi, tuto*, introduction, initiation, découvrir,
découvrez, débutant*, mode d’emploi, mode d'emploi, expliqué*, comprendre, apprendre, conseils,
astuces, bonnes pratiques, règles, commandements, erreurs, outils, livres, ressources, méthode*,
fiche*, mémo, dossier, infographie, cartographie, carte, panorama, liste, exemples, métiers,
différence*, définition*, les bases, livre blanc, bien choisir, choisir, choisissez, cours,
formations, glossaire, petit, histoire, tour d'horizon, étapes, modèle*, algorithme*, en chiffres
`
  .trim()
  .split(/,\s+/);
