import type { ServiceSettings } from './settings.js';

/** A word for a POSIX shell, in quotes only where it needs them. */
const word = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** The command that does what is due now and ends, as a POSIX shell takes it. */
export const onceCommand = ({ node, script, options, environment }: ServiceSettings): string =>
  [
    ...Object.entries(environment).map(([name, value]) => `${name}=${word(value)}`),
    ...[node, script, 'run', '--once', ...options].map(word),
  ].join(' ');

/** A line of a crontab that does so each minute. cron takes an unescaped `%` for the end of the command (crontab(5)). */
export const cronLine = (settings: ServiceSettings): string =>
  `* * * * * ${onceCommand(settings).replaceAll('%', String.raw`\%`)}`;

/** The same command as a Windows command line, without the environment. No path of Windows has a quote in it. */
export const windowsCommand = ({ node, script, options }: ServiceSettings): string =>
  [node, script, 'run', '--once', ...options]
    .map((text) => (/^[\w:./\\-]+$/.test(text) ? text : `"${text}"`))
    .join(' ');
