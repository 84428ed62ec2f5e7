import type { Labels } from '../../locales/labels.ts';
import asked from './questions.json' with { type: 'json' };
import { filePathOf } from './files.ts';

/** A question that one line of SQL answers over the files of data, in DuckDB. */
export interface Question {
  id: QuestionId;
  /** The registers whose whole files it reads. */
  registers: string[];
  sql: string;
}

export type QuestionId = keyof Labels['openData']['questions'];

/**
 * Only sums of one sort are compared, each with its own, and none are added up over records that are not alike. `root`:
 * the portal's origin, or what leads to the files elsewhere.
 */
export function questions(root: string, year: number, pathOf: (name: string) => string = published): Question[] {
  return asked.map(({ id, registers, ending, sql }) => {
    const names = registers.map((register) => `'${root}${pathOf(`${register}-all.${ending}`)}'`);
    const read = ending === 'parquet' ? 'read_parquet' : 'read_csv';
    const from = names.length === 1 ? `${read}(${names[0]})` : `${read}([${names.join(', ')}], union_by_name = true)`;
    return { id: id as QuestionId, registers, sql: sql.replace('{from}', from).replace('{year}', String(year)) };
  });
}

function published(name: string): string {
  return filePathOf({ name });
}
