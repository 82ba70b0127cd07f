// What was drawn for an item of an experiment, as columns of its row.
import type { Item, NewItem } from '#queue/item.js';

type Assignment = NonNullable<NewItem['experiment']>;

/** The columns of a row of `queue_items` that are NULL but for an item of an experiment. */
export interface ExperimentColumns {
  readonly experiment_seed: number | null;
  readonly experiment_metric: Assignment['metric'] | null;
  readonly experiment_pair: number | null;
  readonly experiment_block: number | null;
  readonly experiment_best_first: number | null;
  readonly experiment_arm: Assignment['arm'] | null;
  readonly experiment_arm_probability: number | null;
  readonly experiment_slot_probability: number | null;
  readonly experiment_drawn_at: number | null;
  readonly experiment_counted_at: number | null;
}

/** What was drawn, as an item has it; nothing for an item of no experiment. */
export const toExperiment = (row: ExperimentColumns): Pick<Item, 'experiment'> =>
  row.experiment_seed === null
    ? {}
    : {
        experiment: {
          seed: row.experiment_seed,
          metric: row.experiment_metric ?? 'reactions',
          pair: row.experiment_pair ?? 0,
          block: row.experiment_block ?? 0,
          bestFirst: row.experiment_best_first === 1,
          arm: row.experiment_arm ?? 'usual',
          armProbability: row.experiment_arm_probability ?? 0,
          slotProbability: row.experiment_slot_probability ?? 0,
          drawnAt: row.experiment_drawn_at ?? 0,
          countedAt: row.experiment_counted_at ?? 0,
        },
      };

/** What was drawn, as columns; none for an item of no experiment. */
export const toExperimentColumns = (drawn: Assignment | undefined): Partial<ExperimentColumns> =>
  drawn === undefined
    ? {}
    : {
        experiment_seed: drawn.seed,
        experiment_metric: drawn.metric,
        experiment_pair: drawn.pair,
        experiment_block: drawn.block,
        experiment_best_first: drawn.bestFirst ? 1 : 0,
        experiment_arm: drawn.arm,
        experiment_arm_probability: drawn.armProbability,
        experiment_slot_probability: drawn.slotProbability,
        experiment_drawn_at: Math.round(drawn.drawnAt),
        experiment_counted_at: Math.round(drawn.countedAt),
      };
