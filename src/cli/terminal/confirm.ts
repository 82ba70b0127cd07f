import type { Shell } from '../shell.js';

const YES = /^(?:y|yes|o|oui)$/i;

/** Asks for a yes at the terminal. Anything but a yes is a no, and so is the end of the input. */
export async function confirm(
  shell: Pick<Shell, 'question' | 'stderr'>,
  question: string,
): Promise<'yes' | 'no' | 'interrupted'> {
  const reply = await shell.question(`${question} `);
  if ('line' in reply) return YES.test(reply.line.trim()) ? 'yes' : 'no';
  // The cursor still stands behind the question.
  shell.stderr.write('\n');
  return reply.end === 'interrupted' ? 'interrupted' : 'no';
}
