// V8 reads a function twice: first to skip over it, and again when it is called. One in parentheses, `(function () {…})`,
// it compiles at the first reading, since such a one is mostly called at once. So the functions that a `lint` does call,
// as seen by running one, are written that way: 7 ms of its 68 (Node 20). For another V8 it is plain JavaScript.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import ts from 'typescript';

/** Drafts that go the usual way: a text alone, and one with front matter and a picture, in each language. */
const SAMPLES = {
  'plain.txt':
    'How the museum on Harbour Street halved its heating bill with three small changes https://example.org/heating #museums\n',
  'whole.md': `---
link: https://example.org/toiture
keywords: [toiture, isolation]
media:
  - file: picture.png
    alt: Un toit de tuiles rouges vu du jardin
---
Comment isoler une toiture ancienne : 5 points à vérifier avant les travaux #habitat #isolation
`,
};
/** The head of a picture in PNG of 600 × 400. */
const PICTURE = Buffer.from('89504e470d0a1a0a0000000d49484452000002580000019008020000000000000000', 'hex');

/** Where the functions begin that ran, by the name of their file. */
function calledIn(coverage) {
  const called = new Map();
  for (const report of readdirSync(coverage)) {
    const { result } = JSON.parse(readFileSync(join(coverage, report), 'utf8'));
    for (const { url, functions } of result) {
      const found = called.get(basename(url)) ?? new Set();
      for (const { ranges } of functions) if (ranges[0].count > 0) found.add(ranges[0].startOffset);
      called.set(basename(url), found);
    }
  }
  return called;
}

/** Where the functions begin that ran in the samples, by the name of their file. */
function functionsCalled(launcher) {
  const folder = mkdtempSync(join(tmpdir(), 'tweetspan-build-'));
  try {
    writeFileSync(join(folder, 'picture.png'), PICTURE);
    const coverage = join(folder, 'coverage');
    for (const [name, text] of Object.entries(SAMPLES)) {
      writeFileSync(join(folder, name), text);
      const { status, stderr } = spawnSync(process.execPath, [resolve(launcher), 'lint', name], {
        cwd: folder,
        encoding: 'utf8',
        env: { NODE_V8_COVERAGE: coverage, HOME: folder },
      });
      if (status !== 0 && status !== 1) throw new Error(`lint of the sample ${name} failed: ${stderr}`);
    }
    return calledIn(coverage);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a function means the same as an arrow and as a `function`. */
function isPlain(node) {
  if ([ts.SyntaxKind.ThisKeyword, ts.SyntaxKind.SuperKeyword].includes(node.kind)) return false;
  if (ts.isMetaProperty(node) || (ts.isIdentifier(node) && node.text === 'arguments')) return false;
  return ts.forEachChild(node, (child) => (isPlain(child) ? undefined : true)) !== true;
}

/**
 * A function that only answers an expression, as one that makes it of a text: V8 checks a literal as a whole even in a
 * function that it skips over. All literals of `lint` together cost 1 ms; these are those of the other language and of
 * rare findings.
 */
function asUncompiled(node) {
  if (!ts.isArrowFunction(node) || node.parameters.length > 0 || !ts.isRegularExpressionLiteral(node.body))
    return undefined;
  const [, source, flags] = /^\/(.*)\/([a-z]*)$/s.exec(node.body.text);
  return `()=>new RegExp(${JSON.stringify(source)}${flags === '' ? '' : `,"${flags}"`})`;
}

const isAsync = ({ modifiers }) => modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) === true;

/** The code with the functions that begin at `called` in parentheses. */
function inParentheses(code, called) {
  const file = ts.createSourceFile('program.js', code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
  const start = (node) => node.getStart(file);
  const rewritten = (node) => {
    const changes = [];
    const look = (child) => {
      const text = eager(child);
      if (text === undefined) ts.forEachChild(child, look);
      else changes.push({ from: start(child), to: child.end, text });
    };
    ts.forEachChild(node, look);
    let text = '';
    let read = start(node);
    for (const change of changes) {
      text += code.slice(read, change.from) + change.text;
      read = change.to;
    }
    return text + code.slice(read, node.end);
  };
  const asFunction = (node) => {
    const parameters = node.parameters.map(rewritten).join(',');
    const body = ts.isBlock(node.body) ? rewritten(node.body) : `{return ${rewritten(node.body)}}`;
    const star = node.asteriskToken === undefined ? '' : '*';
    return `(${isAsync(node) ? 'async ' : ''}function${star}(${parameters})${body})`;
  };
  const eager = (node) => {
    if (!called.has(start(node))) return asUncompiled(node);
    if (ts.isArrowFunction(node) && isPlain(node)) {
      // The expression of a body may be an arrow or an object itself, of which `rewritten` sees the inside alone.
      return asFunction(node);
    }
    const isMethod = ts.isMethodDeclaration(node) && ts.isObjectLiteralExpression(node.parent);
    return isMethod && ts.isIdentifier(node.name) && isPlain(node)
      ? `${node.name.text}:${asFunction(node)}`
      : undefined;
  };
  // Declared functions can be called before their place: they come first.
  const declared = [];
  const others = [];
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement) && called.has(start(statement))) {
      declared.push(`${statement.name.text}=${asFunction(statement)}`);
    } else {
      others.push(rewritten(statement));
    }
  }
  return [...(declared.length === 0 ? [] : [`var ${declared.join(',')};`]), ...others].join('\n');
}

/** A text of code or JSON whose units above `last` are escapes. */
export const escapeBeyond = (last, text) =>
  text.replace(/[\x80-\uffff]/g, (unit) =>
    unit.charCodeAt(0) > last ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}` : unit,
  );

/**
 * The code in ASCII. esbuild leaves other letters in expressions, and one of them makes the file twice as large in memory
 * and slower to read: 1 ms of a `lint`.
 */
function inAscii(code) {
  if (code.includes('String.raw')) throw new Error('escapes would change the text of a String.raw');
  return escapeBeyond(0x7f, code);
}

/**
 * Rewrites files of the built program so that what a `lint` calls is compiled as they are read.
 * @param launcher what starts the program.
 */
export function compileEagerly(launcher, folder, files) {
  const called = functionsCalled(launcher);
  for (const file of files) {
    const path = join(folder, file);
    writeFileSync(path, inAscii(inParentheses(readFileSync(path, 'utf8'), called.get(basename(file)) ?? new Set())));
  }
}
