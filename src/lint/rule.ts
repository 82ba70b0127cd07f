import type { Span } from '#tweet/bounds.js';
import type { Edit, Evidence, Severity, Suggestion } from './finding.js';
import type { MessageData, SlotData } from './message.js';
import type { OptionSpecs, OptionValue, OptionValues } from './options.js';
import type { Subject } from './subject.js';

/** What a rule serves: being worth reading, being found, being passed on. */
type Lever = 'relevance' | 'search' | 'amplification';

/** A finding that a rule can report: its severity, what it costs, and its English text with slots. */
export interface MessageSpec {
  readonly severity: Severity;
  /** Points of the whole that each such finding takes from its rule; none where it is left out. */
  readonly penalty?: number;
  /** The highest text score of a draft with such a finding, 0..100. */
  readonly cap?: number;
  /** The rule that loses the points instead, by id: what comes from the plan alone never costs the text anything. */
  readonly countsFor?: string;
  readonly text: string;
}

/**
 * How much of its weight a rule could judge: a share, 0..1; `open` when what it is about is not planned yet, which
 * costs nothing; undefined when it cannot judge.
 */
export type Judgeable = number | 'open' | undefined;

/** Where a finding is, what repairs it, and how much of its penalty it costs. */
interface FindingPlace {
  readonly span?: Span;
  /** Worked out only where they are shown. */
  readonly suggestions?: readonly Suggestion[] | (() => readonly Suggestion[]);
  /** Share of the penalty, 0..1; all of it by default. */
  readonly share?: number;
  /** Too small a matter to be pointed out: it costs its points and is named in the score alone. */
  readonly quiet?: boolean;
  /** Nothing that the author wants to hear of: no finding is shown, and `--fix` sets it right all the same. */
  readonly aside?: boolean;
}

/** A fix that a rule can suggest. `safe` ones keep the meaning and are applied by `--fix`. */
interface FixSpec {
  readonly safe: boolean;
  /** Changes no word and no length: it is not tried whether it lowers the score. */
  readonly harmless?: boolean;
  readonly text: string;
}

/** A draft in a document, as the source of a draft file; a bad one names a message that it must cause. */
interface Example {
  readonly draft: string;
  readonly finding?: string;
}

type MessageSpecs = Readonly<Record<string, MessageSpec>>;
type FixSpecs = Readonly<Record<string, FixSpec>>;
type ReasonSpecs = Readonly<Record<string, string>>;

/** What a rule reports to: ids and slots are checked by the compiler against its own texts. */
export interface Reporter<Messages extends MessageSpecs, Fixes extends FixSpecs, Reasons extends ReasonSpecs> {
  /** Reports a finding, with its place and its fixes where it has any. */
  find<Id extends keyof Messages & string>(id: Id, data: SlotData<Messages[Id]['text']>, at?: FindingPlace): void;
  /** A fix with its title. */
  suggest<Id extends keyof Fixes & string>(
    id: Id,
    data: SlotData<Fixes[Id]['text']>,
    edits: readonly Edit[],
  ): Suggestion;
  /** States why the rule, or a part of it, does not judge. Return its result when it is the whole rule. */
  cannotJudge<Id extends keyof Reasons & string>(id: Id, data: SlotData<Reasons[Id]>): undefined;
}

/** A rule as its author writes it. */
export interface RuleDefinition<
  Id extends string,
  Options extends OptionSpecs,
  Messages extends MessageSpecs,
  Fixes extends FixSpecs,
  Reasons extends ReasonSpecs,
> {
  readonly id: Id;
  /** Its place among the ten. */
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly lever: Lever;
  /** Its points of the whole, before the user's configuration. */
  readonly weight: number;
  readonly evidence: Evidence;
  readonly options: Options;
  readonly messages: Messages;
  readonly fixes: Fixes;
  readonly reasons: Reasons;
  readonly examples: { readonly good: readonly Example[]; readonly bad: readonly Example[] };
  /** Reports what it finds and answers how much it could judge. Pure: what it knows stands in the subject. */
  check(subject: Subject, report: Reporter<Messages, Fixes, Reasons>, options: OptionValues<Options>): Judgeable;
}

/** A reporter for any rule: what the engine hands out. */
export type AnyReporter = {
  find(id: string, data: MessageData, at?: FindingPlace): void;
  suggest(id: string, data: MessageData, edits: readonly Edit[]): Suggestion;
  cannotJudge(id: string, data: MessageData): undefined;
};

/** A rule as the engine takes it, its own texts and options no longer known to the compiler. */
export interface Rule extends Omit<RuleDefinition<string, OptionSpecs, MessageSpecs, FixSpecs, ReasonSpecs>, 'check'> {
  check(subject: Subject, report: AnyReporter, options: Readonly<Record<string, OptionValue>>): Judgeable;
}

/** A rule that the engine takes, with the ids of its texts and options still known to the compiler. */
export interface DefinedRule<Id, Options, Messages, Fixes, Reasons> extends Omit<
  Rule,
  'id' | 'options' | 'messages' | 'fixes' | 'reasons'
> {
  readonly id: Id;
  readonly options: Options;
  readonly messages: Messages;
  readonly fixes: Fixes;
  readonly reasons: Reasons;
}

/**
 * Makes a rule of its definition: the compiler checks that every message, fix and reason used exists and has all its
 * slots, and types the options.
 */
export function defineRule<
  const Id extends string,
  const Options extends OptionSpecs,
  const Messages extends MessageSpecs,
  const Fixes extends FixSpecs,
  const Reasons extends ReasonSpecs,
>(
  definition: RuleDefinition<Id, Options, Messages, Fixes, Reasons>,
): DefinedRule<Id, Options, Messages, Fixes, Reasons> {
  // The engine fills options from the same specifications and reports by the same ids, so the wider type holds.
  return definition as unknown as DefinedRule<Id, Options, Messages, Fixes, Reasons>;
}
