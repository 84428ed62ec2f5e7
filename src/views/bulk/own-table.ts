import type { Register } from '../../registers/register.ts';
import * as approvals from '../approvals/table.ts';
import * as cases from '../cases/table.ts';
import * as discretion from '../discretion/table.ts';
import * as fees from '../fees/table.ts';
import * as funds from '../funds/table.ts';
import type { TakenAway } from '../list/take-away.ts';
import type { Portal } from '../portal.ts';
import * as rectification from '../rectification/table.ts';
import type { Parts, Draft } from './parts.ts';
import { writingsOf, type Most } from './table-files.ts';

/** Tables of the pages that stand in the place of lists, by register. */
const OWN: Readonly<Record<string, { whole(portal: Portal): TakenAway }>> = {
  approvals,
  cases,
  discretion,
  fees,
  funds,
  rectification,
};

/** The whole table of a register that has a page of its own in the place of its list; null for one without any. */
export function ownTable(register: Register): ((portal: Portal) => TakenAway) | null {
  return OWN[register.id]?.whole ?? null;
}

export async function writeOwnTable({ columns, rows }: TakenAway, folder: string, most: Most): Promise<Draft[]> {
  const tables = writingsOf(columns, folder, most);
  for await (const some of rows) for (const table of tables) await table.write(some);
  for (const table of tables) await table.close();
  return tables.flatMap(({ drafts }: Parts<unknown[]>) => drafts);
}
