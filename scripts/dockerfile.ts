// Reads the Dockerfile, so that its steps can be run where there is no Docker.
import { readFileSync } from 'node:fs';

/** One instruction: `RUN`, `COPY` …, and what follows it, with continued lines joined. */
export interface Instruction {
  readonly name: string;
  readonly text: string;
}

/** One stage: the image it begins with, its own name, and its instructions in their order. */
export interface Stage {
  readonly from: string;
  readonly name: string | undefined;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile. @throws Error for a line that is no instruction, or comes before the first stage. */
export function readStages(source: string): readonly Stage[] {
  const stages: { from: string; name: string | undefined; instructions: Instruction[] }[] = [];
  const lines = source.replaceAll(/\\\n\s*/g, ' ').split('\n');
  for (const line of lines.filter((each) => each.trim() !== '' && !each.startsWith('#'))) {
    const { 1: name = '', 2: text = '' } = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    if (name === '') throw new Error(`not an instruction of a Dockerfile: ${line}`);
    if (name === 'FROM') {
      const [from = '', , alias] = text.split(' ');
      stages.push({ from, name: alias, instructions: [] });
    } else {
      const stage = stages.at(-1);
      if (stage === undefined) throw new Error(`before the first FROM: ${line}`);
      stage.instructions.push({ name, text });
    }
  }
  return stages;
}

/** The words of an instruction in its JSON form, `["tweetspan", "run"]`. */
export const execWords = (text: string): readonly string[] =>
  JSON.parse(text.slice(text.indexOf('['))) as readonly string[];

/** The names in the root of the repository that go to the builder: `.dockerignore` excludes all others. */
export function contextNames(): readonly string[] {
  const [first, ...kept] = readFileSync('.dockerignore', 'utf8').trim().split('\n');
  if (first !== '*' || kept.some((line) => !line.startsWith('!')))
    throw new Error('.dockerignore excludes everything, then names what is kept');
  return kept.map((line) => line.slice(1));
}
