/** A component of a calendar, read strictly: its properties in their order, and what is inside it. */
export interface Component {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly inside: readonly Component[];
}

const encoder = new TextEncoder();

/** The content lines of an iCalendar text (RFC 5545, 3.1), unfolded as octets: a cut character would not survive. */
function unfold(calendar: string): string[] {
  if (!calendar.endsWith('\r\n')) throw new Error('the last line has no end');
  const lines = calendar.slice(0, -2).split('\r\n');
  for (const line of lines) {
    if (/[\r\n]/.test(line)) throw new Error(`a bare line end in ${JSON.stringify(line)}`);
    if (encoder.encode(line).length > 75) throw new Error(`a line of more than 75 octets: ${line}`);
    if (line === '') throw new Error('an empty line');
  }
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  return calendar
    .slice(0, -2)
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => decoder.decode(encoder.encode(line)));
}

/** A value of type TEXT without its escapes; refuses an escape that the grammar does not know. */
export function readText(value: string): string {
  let text = '';
  for (let index = 0; index < value.length; index += 1) {
    const character = value.charAt(index);
    if (/[;,]/.test(character)) throw new Error(`"${character}" is not escaped in ${value}`);
    if (character < ' ' && character !== '\t') throw new Error('a control character in a TEXT');
    if (character !== '\\') {
      text += character;
      continue;
    }
    index += 1;
    const escaped = value.charAt(index);
    if (!/[\\;,nN]/.test(escaped) || escaped === '') throw new Error(`no such escape: \\${escaped}`);
    text += escaped.toLowerCase() === 'n' ? '\n' : escaped;
  }
  return text;
}

/** DATE-TIME in UTC, as ms. */
export function readDateTime(value: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(value)?.map(Number) ?? [];
  if (year === undefined || month === undefined) throw new Error(`no instant in UTC: ${value}`);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** Reads a calendar; refuses what RFC 5545 does not allow, and a property that stands twice. */
export function readCalendar(calendar: string): Component {
  const lines = unfold(calendar);
  let next = 0;
  const read = (): Component => {
    const name = /^BEGIN:([A-Z]+)$/.exec(lines[next] ?? '')?.[1];
    if (name === undefined) throw new Error(`no component begins at ${lines[next]}`);
    const properties = new Map<string, string>();
    const inside: Component[] = [];
    for (next += 1; lines[next] !== `END:${name}`;) {
      const line = lines[next];
      if (line === undefined) throw new Error(`${name} has no end`);
      if (line.startsWith('BEGIN:')) {
        inside.push(read());
        continue;
      }
      const [, property = '', value = ''] = /^([A-Z-]+):(.*)$/su.exec(line) ?? [];
      if (property === '' || property === 'END') throw new Error(`no property: ${line}`);
      if (properties.has(property)) throw new Error(`${property} stands twice`);
      properties.set(property, value);
      next += 1;
    }
    next += 1;
    return { name, properties, inside };
  };
  const component = read();
  if (next !== lines.length) throw new Error('something stands behind the calendar');
  return component;
}
