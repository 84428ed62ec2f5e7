import type { Database } from '../../../database/database.ts';
import type { DraftContent } from '../storage.ts';

/** A text that a unit begins notices of one kind with. */
export interface Template {
  id: string;
  unit: string;
  register: string;
  kind: string;
  name: string;
  content: DraftContent;
  by: string;
  at: number;
}

const TEMPLATE = 'id, unit, register, kind, name, content, by, at';

const toTemplate = (row: Omit<Template, 'content'> & { content: string }): Template => ({
  ...row,
  content: JSON.parse(row.content) as DraftContent,
});

export function findTemplate(database: Database, unit: string, id: string): Template | undefined {
  const row = database.get<Omit<Template, 'content'> & { content: string }>(
    `SELECT ${TEMPLATE} FROM draft_templates WHERE id = ? AND unit = ?`,
    id,
    unit,
  );
  return row && toTemplate(row);
}

export function findTemplates(database: Database, unit: string): Template[] {
  return database
    .all<Omit<Template, 'content'> & { content: string }>(
      `SELECT ${TEMPLATE} FROM draft_templates WHERE unit = ? ORDER BY register, kind, name, id`,
      unit,
    )
    .map(toTemplate);
}

export function insertTemplate(
  database: Database,
  { id, unit, register, kind, name, content, by, at }: Template,
): void {
  database.run(
    'INSERT INTO draft_templates (id, unit, register, kind, name, content, by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    unit,
    register,
    kind,
    name,
    JSON.stringify(content),
    by,
    at,
  );
}

export function nameTemplate(database: Database, id: string, name: string): void {
  database.run('UPDATE draft_templates SET name = ? WHERE id = ?', name, id);
}

export function deleteTemplate(database: Database, id: string): void {
  database.run('DELETE FROM draft_templates WHERE id = ?', id);
}
