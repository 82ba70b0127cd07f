import { Problem } from '#base/problem.js';

type Nothing = Readonly<Record<string, never>>;

/** Why a file is not imported, by code, with the data that a sentence about it needs. */
export interface RefusalData {
  readonly missing: { readonly path: string };
  /** It exists, and may not be read. */
  readonly unreadable: { readonly path: string };
  /** A pipe, a device or the like. */
  readonly 'not-regular': { readonly name: string };
  readonly empty: Nothing;
  /** A folder or zip without any file that could be an export. */
  readonly 'no-posts': { readonly name: string };
  readonly 'not-text': Nothing;
  readonly encoding: Nothing;
  /** A script of an archive that is not in UTF-8. */
  readonly 'script-encoding': { readonly name: string };
  /** A table that begins with a row of data. */
  readonly 'no-header': Nothing;
  readonly 'zip-in-zip': { readonly name: string };
  readonly 'web-page': Nothing;
  readonly 'unknown-json': Nothing;
  /** A queue, as `queue export` writes it. */
  readonly 'queue-copy': Nothing;
  /** JSON of any kind that ends inside a text, a list or an object. */
  readonly 'json-cut': Nothing;
  /** Headers of the columns that no reader knows, made short. */
  readonly 'unknown-columns': { readonly columns: readonly string[] };
  readonly 'no-terms': Nothing;
  /** Web statistics that name pages by their paths, and no site was given. */
  readonly 'no-site': Nothing;
  readonly 'other-code': Nothing;
  readonly 'trailing-code': Nothing;
  readonly 'daily-totals': Nothing;
  readonly overview: Nothing;
  readonly video: Nothing;
  readonly followers: Nothing;
  /** A part of an archive that holds no posts, by X's name of it. */
  readonly private: { readonly part: string };
  /** Handles with `@`, or ids. */
  readonly 'several-accounts': { readonly accounts: readonly string[] };
  readonly 'newer-export': { readonly schema: string; readonly known: string };
  readonly 'zip-damaged': Nothing;
  readonly 'zip-locked': Nothing;
  readonly 'zip-unsafe': Nothing;
  readonly 'zip-too-many-files': { readonly files: number };
  readonly 'zip-entry-too-large': { readonly name: string; readonly bytes: number };
  readonly 'folder-too-many-files': { readonly most: number };
  /** A folder or zip with more archives, or files that may be exports, than are opened. */
  readonly 'too-many-archives': { readonly archives: number; readonly most: number };
  readonly 'too-many-exports': { readonly files: number; readonly most: number };
  readonly 'file-too-large': { readonly name: string; readonly megabytes: number };
  readonly 'too-many-rows': { readonly most: number };
  readonly 'manifest-damaged': Nothing;
  readonly 'manifest-unsafe': { readonly name: string };
  readonly 'json-damaged': Nothing;
  /** Numbers of entries, lines and rows count from 1. */
  readonly 'line-damaged': { readonly line: number };
  readonly 'row-damaged': { readonly row: number };
  readonly 'row-too-long': { readonly row: number; readonly cells: number };
  readonly 'cut-in-text': Nothing;
  readonly 'entry-damaged': { readonly entry: number };
  readonly 'entry-too-large': { readonly entry: number };
  /** Entries read before the list broke, or before the file ended without closing it. */
  readonly 'list-broken': { readonly entries: number };
  readonly 'list-cut': { readonly entries: number };
}

export type RefusalReason = keyof RefusalData;

/** Why a path cannot be opened, from the system's own error. */
export function refuseUnopened(path: string, cause: unknown): Refusal {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return new Refusal(code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'unreadable', { path }, { cause });
}

/** A file that cannot be imported. Nothing of the file is kept. */
export class Refusal<Reason extends RefusalReason = RefusalReason> extends Problem<Reason> {
  override readonly name = 'Refusal';
  // oxlint-disable-next-line no-useless-constructor -- it binds the data to the reason
  constructor(reason: Reason, data: RefusalData[Reason], options?: ErrorOptions) {
    super(reason, data, options);
  }
}
