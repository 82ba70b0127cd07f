// The file of the history, its disk, and whose posts it holds.
import type { StoreProblem } from '#store/errors.js';
import { plural, span } from '#locale/format.js';
import type { Locale } from '#base/locale.js';
import { check, formatMinute, type HealthCheck, type LocalizedText } from './check.js';
import type { DatabaseFacts, DiskFacts, HistoryFacts } from './facts.js';

const MEGABYTE = 1_000_000;
/** Below this a day of posts and their log may not fit. Ours. */
const MIN_FREE = 100 * MEGABYTE;

/** Megabytes, rounded up: an empty history has its tables already. */
const megabytes = (bytes: number): string => `${Math.ceil(bytes / MEGABYTE)}\u00a0MB`;

/** Whether the history can be used, and the disk that it is on. */
export function databaseChecks({ file, state, disk }: DatabaseFacts): readonly HealthCheck[] {
  return [stateCheck(file, state), ...(disk === undefined ? [] : diskChecks(file, disk))];
}

function stateCheck(file: string, state: DatabaseFacts['state']): HealthCheck {
  if (state.kind === 'none') {
    const text = { en: `There is no history yet (${file}).`, fr: `Il n’y a pas encore d’historique (${file}).` };
    return check('database', 'note', text, {
      en: 'tweetspan import <archive or export> makes it; so does tweetspan schedule <draft>.',
      fr: 'tweetspan import <archive ou export> le crée ; tweetspan schedule <brouillon> aussi.',
    });
  }
  if (state.kind === 'fault') return faultCheck(file, state);
  const { version, bytes } = state;
  if (state.damage !== undefined) return damaged(file, state.damage);
  if (!state.isWritable) {
    const text = { en: `${file} can be read, but not written.`, fr: `${file} se lit, mais ne peut être écrit.` };
    return check('database', 'problem', text, FAULTS['read-only']?.remedy);
  }
  const [en, fr] = state.isChecked ? ['sound', 'sain'] : ['too large to be checked', 'trop grand pour être vérifié'];
  return check('database', 'ok', {
    en: `The history is ${en}: ${file}, ${megabytes(bytes)}, version ${version}.`,
    fr: `L’historique est ${fr} : ${file}, ${megabytes(bytes).replace('MB', 'Mo')}, version ${version}.`,
  });
}

const RESTORE: LocalizedText = {
  en: 'Put a backup in its place (tweetspan backup makes them), or move it away and import again.',
  fr: 'Mettez une copie à sa place (tweetspan backup en fait), ou déplacez-le et importez de nouveau.',
};

const damaged = (file: string, detail: string): HealthCheck =>
  check(
    'database',
    'problem',
    { en: `${file} is damaged (${detail}).`, fr: `${file} est abîmé (${detail}).` },
    RESTORE,
  );

const OTHER_FILE: LocalizedText = {
  en: 'Name the file of a history with --db or TWEETSPAN_DB.',
  fr: 'Nommez le fichier d’un historique par --db ou TWEETSPAN_DB.',
};

/** What each fault of opening means, after the name of the file, and its mend. */
const FAULTS: Readonly<
  Partial<Record<StoreProblem, { readonly text: LocalizedText; readonly remedy: LocalizedText }>>
> = {
  'no-native-part': {
    text: {
      en: 'cannot be opened without the database part',
      fr: 'ne peut être ouvert sans la partie base de données',
    },
    remedy: {
      en: 'Follow the advice above, then run tweetspan doctor again.',
      fr: 'Suivez le conseil ci-dessus, puis relancez tweetspan doctor.',
    },
  },
  newer: {
    text: { en: 'was written by a later tweetspan', fr: 'a été écrit par un tweetspan plus récent' },
    remedy: {
      en: 'Update tweetspan, or name another file with --db.',
      fr: 'Mettez tweetspan à jour, ou nommez un autre fichier par --db.',
    },
  },
  older: {
    text: { en: 'was written by an earlier tweetspan', fr: 'a été écrit par un tweetspan plus ancien' },
    remedy: {
      en: 'The next command that uses it brings it up to date, and keeps a copy beside it.',
      fr: 'La prochaine commande qui s’en sert le met à jour, et garde une copie à côté.',
    },
  },
  'not-ours': {
    text: { en: 'is a database of another program', fr: 'est la base d’un autre programme' },
    remedy: OTHER_FILE,
  },
  locked: {
    text: { en: 'is locked: another program is writing to it', fr: 'est verrouillé : un autre programme y écrit' },
    remedy: {
      en: 'Wait until it is done, then run tweetspan doctor again.',
      fr: 'Attendez qu’il ait fini, puis relancez tweetspan doctor.',
    },
  },
  'read-only': {
    text: { en: 'may not be written', fr: 'ne peut être écrit' },
    remedy: {
      en: 'Give yourself the right to write the file and its folder, or name another file with --db.',
      fr: 'Donnez-vous le droit d’écrire le fichier et son dossier, ou nommez un autre fichier par --db.',
    },
  },
  full: {
    text: { en: 'has no room left on its disk', fr: 'n’a plus de place sur son disque' },
    remedy: { en: 'Free some space.', fr: 'Libérez de la place.' },
  },
  corrupt: { text: { en: 'is damaged, or no database', fr: 'est abîmé, ou n’est pas une base' }, remedy: RESTORE },
  unreachable: {
    text: { en: 'cannot be opened', fr: 'ne peut être ouvert' },
    remedy: {
      en: 'Check that its folder exists, that you may write there, and that it is on a local disk.',
      fr: 'Vérifiez que son dossier existe, que vous pouvez y écrire, et qu’il est sur un disque local.',
    },
  },
};

function faultCheck(
  file: string,
  { problem, detail, version }: Extract<DatabaseFacts['state'], { kind: 'fault' }>,
): HealthCheck {
  const known = problem === undefined ? undefined : FAULTS[problem];
  if (known === undefined) {
    const text = { en: `${file} cannot be read (${detail}).`, fr: `${file} ne peut être lu (${detail}).` };
    return check('database', 'problem', text, RESTORE);
  }
  const versions = (knows: string): string =>
    version === undefined ? '' : ` (version ${version.found}, ${knows} ${version.present})`;
  const text = {
    en: `${file} ${known.text.en}${versions('this one knows')}.`,
    fr: `${file} ${known.text.fr}${versions('celui-ci connaît la')}.`,
  };
  // An earlier version mends itself.
  return check('database', problem === 'older' ? 'note' : 'problem', text, known.remedy);
}

function diskChecks(file: string, { freeBytes, network }: DiskFacts): readonly HealthCheck[] {
  const remote =
    network === undefined
      ? []
      : [
          check(
            'disk',
            'warning',
            {
              en: `${file} is on a disk of the network (${network}): SQLite's WAL does not work there, and can damage it.`,
              fr: `${file} est sur un disque du réseau (${network}) : le WAL de SQLite n’y marche pas, et peut l’abîmer.`,
            },
            {
              en: 'Keep it on a local disk: move it, and name it with --db or TWEETSPAN_DB.',
              fr: 'Gardez-le sur un disque local : déplacez-le, et nommez-le par --db ou TWEETSPAN_DB.',
            },
          ),
        ];
  const free = Math.floor(freeBytes / MEGABYTE);
  if (freeBytes >= MIN_FREE) return remote;
  const full = check(
    'disk',
    'warning',
    {
      en: `Only ${free}\u00a0MB are free on the disk of ${file}.`,
      fr: `Il ne reste que ${free}\u00a0Mo sur le disque de ${file}.`,
    },
    {
      en: 'Free some space: without it nothing can be posted safely.',
      fr: 'Libérez de la place : sans elle, rien ne peut être posté sûrement.',
    },
  );
  return [...remote, full];
}

/** Whose history it is, and how recent. */
export function accountCheck({ account, posts, newest }: HistoryFacts, now: number): HealthCheck {
  if (posts === 0) {
    const text = { en: 'The history holds no post yet.', fr: 'L’historique ne contient encore aucun post.' };
    return check('account', 'note', text, {
      en: 'tweetspan import <archive or export> fills it, and so does tweetspan sync once you are signed in.',
      fr: 'tweetspan import <archive ou export> le remplit, et tweetspan sync aussi une fois connecté.',
    });
  }
  const handles = account?.handles.map((handle) => `@${handle}`).join(', ') || undefined;
  const id = account?.id;
  const of = {
    en: handles ?? (id === undefined ? 'an account without a name' : `account ${id}`),
    fr: handles === undefined ? (id === undefined ? 'd’un compte sans nom' : `du compte ${id}`) : `de ${handles}`,
  };
  const age = (locale: Locale): string => (newest === undefined ? '' : span(Math.max(0, now - newest), locale));
  const date = newest === undefined ? '' : formatMinute(newest);
  return check('account', 'ok', {
    en: `The history is of ${of.en}: ${plural(posts, 'post', 'posts', 'en')}${
      date && `, the newest ${age('en')} old (${date})`
    }.`,
    fr: `L’historique est celui ${of.fr} : ${plural(posts, 'post', 'posts', 'fr')}${
      date && `, le plus récent vieux de ${age('fr')} (${date})`
    }.`,
  });
}
