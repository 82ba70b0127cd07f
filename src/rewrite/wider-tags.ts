// Tags one step wider than an author's own: what is about ceramics is about crafts as well.

/** The wider tag, and behind the colon the tags that it holds, in lower case. Our own choice. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  fr: [
    'culture: théâtre cinéma musique lecture littérature danse opéra cirque festival bibliothèque médiathèque patrimoine livres',
    'spectacle: marionnettes',
    'patrimoine: musée archives archéologie château églises orgue',
    'art: photographie peinture sculpture gravure dessin',
    'artisanat: céramique reliure couture tricot poterie menuiserie ébénisterie savon boulangerie ferronnerie vannerie',
    'littérature: roman poésie écriture nouvelles bd',
    'musique: chant chorale concert jazz piano violon guitare',
    'environnement: eau déchets compost recyclage climat énergie réemploi pollution air écologie',
    'nature: biodiversité oiseaux hirondelles arbres forêt botanique jardin jardinage potager haies abeilles',
    'jardin: permaculture dahlias roses rosiers',
    'mer: pêche voile littoral plage marine phare',
    'agriculture: élevage maraîchage agronomie apiculture viticulture verger agroforesterie',
    'gastronomie: cuisine vin fromage restauration recettes recette miel pain',
    'mobilité: vélo train bus tramway transports covoiturage piétons',
    'santé: sommeil vaccination pédiatrie aidants nutrition soins hôpital infirmières dépistage',
    'inclusion: handicap surdité accessibilité',
    'formation: apprentissage CAP alternance',
    'éducation: école écoles collège lycée université étudiants brevet bac mathématiques',
    'solidarité: bénévolat associations association dons',
    'logement: immobilier bail loyers loyer',
    'finances: impôts banque épargne assurance budget',
    'justice: droit avocats',
    'sport: tennis football natation course escalade handball rugby judo randonnée cyclisme athlétisme basket kayak',
    'animaux: chiens chats manchots chevaux',
    'économie: industrie commerce entreprise',
    'sciences: astronomie robotique géologie physique chimie climatologie',
    'histoire: généalogie mémoire',
    'démocratie: élections transparence citoyenneté',
    'numérique: IA webperf cartographie opendata PostgreSQL',
    'travail: emploi recrutement salaire',
  ],
  en: [
    'arts: theatre theater music dance cinema film opera photography painting',
    'crafts: pottery knitting sewing weaving mending bookbinding ceramics woodworking candles crafts glass',
    'environment: recycling climate water energy waste compost pollution',
    'nature: birds trees botany bees wildlife owls gardening gardens',
    'food: baking bread sourdough cooking wine cheese tea coffee',
    'culture: museum museums books heritage libraries reading',
    'history: archives archaeology maps genealogy',
    'health: nursing sleep nutrition vaccines',
    'education: school schools teaching college university students',
    'community: volunteering charity rural repair pubs',
    'justice: law legal',
    'money: tax banking finance pensions insurance',
    'transport: bus buses trains rail cycling ferry',
    'sport: swimming running football tennis climbing cycling sailing',
    'animals: dogs cats penguins horses pets',
    'science: astronomy physics geology mathematics chemistry',
    'family: parenting kids children',
    'software: devops PostgreSQL Postgres databases testing webdev programming',
    'boats: canals',
    'style: fashion',
    'climate: heatpump heatpumps solar',
    'work: jobs hiring careers',
  ],
};

/** The tag one step wider than another, without its sign, or undefined where none is known. */
export function widerTag(tag: string, language: string): string | undefined {
  const lines = Object.hasOwn(WIDER, language) ? WIDER[language] : undefined;
  const name = tag.toLowerCase();
  return lines
    ?.map((line) => line.split(': '))
    .find(([, held = '']) => held.toLowerCase().split(' ').includes(name))?.[0];
}
