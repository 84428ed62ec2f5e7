import type { Database } from '../../../database/database.ts';
import { permission, type Actor } from '../../../accounts/permissions.ts';
import { refusalOf } from '../../../accounts/refusal.ts';
import { newId } from '../../../accounts/secrets.ts';
import { recordAct } from '../../../accounts/trail.ts';
import { done, refuse, type Refusal, type Result } from '../../../values/result.ts';
import { draftFor } from '../draft.ts';
import { deleteTemplate, findTemplate, findTemplates, insertTemplate, nameTemplate, type Template } from './storage.ts';

/** Keeps what a draft says now for later notices of its kind; files stay behind. Refusals: those of `draftFor`, `template-name`. */
export function saveTemplate(
  database: Database,
  actor: Actor,
  draftId: string,
  name: string,
  now: number,
): Result<Template> {
  if (!isName(name)) return refuse({ code: 'template-name', path: 'name' });
  return database.transaction(() => {
    const found = draftFor(database, actor, 'draft.write', draftId, now);
    if (!found.ok) return found;
    const { unit, register, kind } = found.value;
    const { attachments: _, confirmed: __, ...content } = found.value.content;
    const template: Template = {
      id: newId('m'),
      unit,
      register,
      kind,
      name: name.trim(),
      content,
      by: actor.id,
      at: now,
    };
    insertTemplate(database, template);
    recordAct(database, actor, 'template.save', `template:${template.id}`, { register, kind }, now);
    return done(template);
  });
}

/** Refusals: `hidden`, `forbidden`, `template-name`. */
export function renameTemplate(database: Database, actor: Actor, id: string, name: string, now: number): Result<null> {
  if (!isName(name)) return refuse({ code: 'template-name', path: 'name' });
  return database.transaction(() => {
    const refused = refusedTo(database, actor, id, now);
    if (refused) return refuse(refused);
    nameTemplate(database, id, name.trim());
    recordAct(database, actor, 'template.save', `template:${id}`, { name: name.trim() }, now);
    return done(null);
  });
}

/** Refusals: `hidden`, `forbidden`. */
export function discardTemplate(database: Database, actor: Actor, id: string, now: number): Result<null> {
  return database.transaction(() => {
    const refused = refusedTo(database, actor, id, now);
    if (refused) return refuse(refused);
    deleteTemplate(database, id);
    recordAct(database, actor, 'template.discard', `template:${id}`, {}, now);
    return done(null);
  });
}

const isName = (name: string) => name.trim() !== '' && [...name].length <= 60;

function refusedTo(database: Database, actor: Actor, id: string, now: number): Refusal | undefined {
  const template = actor.unit === null ? undefined : findTemplate(database, actor.unit, id);
  return template ? refusalOf(permission(actor, 'draft.write', template, now)) : { code: 'hidden' };
}

/** Of the actor's unit, in the registers that the actor writes in. */
export function templatesOf(database: Database, actor: Actor, now: number): Template[] {
  if (actor.unit === null) return [];
  return findTemplates(database, actor.unit).filter(
    (template) => permission(actor, 'draft.write', template, now) === 'granted',
  );
}
