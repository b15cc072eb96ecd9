// Every command there is, joined once. Who needs one command's argument type finds it here.
import { baselineCommands } from './baselines.ts';
import { chartCommands } from './chart.ts';
import { batchCommands } from './batch.ts';
import { carryCommands } from './carry.ts';
import { contentCommands } from './content.ts';
import { fileCommands } from './file.ts';
import { fillCommands } from './fill.ts';
import { lookCommands } from './looks.ts';
import { findingCommands } from './findings.ts';
import { hitCommands } from './hits.ts';
import { laneCommands } from './lanes.ts';
import { lightCommands } from './lights.ts';
import { mapCommands } from './map.ts';
import { linkCommands } from './links.ts';
import { markerCommands } from './markers.ts';
import { officeCommands } from './offices.ts';
import { recordCommands } from './records.ts';
import { restCommands } from './rest.ts';
import { rowCommands } from './row.ts';
import { createCommands, join } from './registry.ts';
import type { Commands, Desk } from './registry.ts';
import { reportCommands } from './reports.ts';
import { suggestionCommands } from './suggestions.ts';
import { tickCommands } from './ticks.ts';
import { timeCommands } from './time.ts';
import { timeProposalCommands } from './times.ts';
import { treeCommands } from './tree.ts';
import { viewCommands } from './view.ts';

export const COMMANDS = join(
  join(
    join(
      join(treeCommands, rowCommands),
      join(tickCommands, join(join(timeProposalCommands, carryCommands), findingCommands)),
    ),
    join(join(timeCommands, restCommands), join(join(linkCommands, chartCommands), baselineCommands)),
  ),
  join(
    join(join(contentCommands, officeCommands), join(fillCommands, reportCommands)),
    join(
      join(join(viewCommands, lookCommands), join(lightCommands, fileCommands)),
      join(
        join(mapCommands, join(hitCommands, join(laneCommands, batchCommands))),
        join(join(recordCommands, suggestionCommands), markerCommands),
      ),
    ),
  ),
);

export type CommandId = keyof typeof COMMANDS;
export type PlanCommands = Commands<typeof COMMANDS>;

export function commandsFor(desk: Desk): PlanCommands {
  return createCommands(COMMANDS, desk);
}
