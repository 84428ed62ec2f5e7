import * as z from 'zod';
import { fieldOf, isDateType } from '../../registers/fields.ts';
import type { Kind, Register } from '../../registers/register.ts';
import { canonicalJson } from '../../values/canonical.ts';
import { standingsOf } from '../compile.ts';
import type { Release } from '../release.ts';

/**
 * What a record knows of the fields of a kind that follows: what its notices that stand say under the same name, the
 * newest counting, and what the kind says of it under another name (`Kind.carries`). Rows about one parcel or right are
 * joined. Dates are over, and what two notices of one kind say differently (the numbers of two contracts) is not known.
 * What does not fit the kind stays behind, member by member, and the officer fills it in.
 */
export function carried(
  subject: Register['subject'],
  kind: Kind,
  releases: readonly Release[],
): Record<string, unknown> {
  const known = knownOf(subject, kind, releases);
  const names = Object.keys(kind.fields.shape).filter((name) => !OF_ONE_NOTICE.has(name));
  const carries = kind.carries?.(known) ?? {};
  return Object.fromEntries(
    names.flatMap((name) => {
      const schema = kind.fields.shape[name] as z.ZodType;
      // A notice that alters another says only what is otherwise.
      if (fieldOf(schema).type === 'list' && kind.act !== 'state' && kind.act !== 'restart') return [];
      const value = fitted(schema, known[name] ?? carries[name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** What is said of one notice and never of the next. */
const OF_ONE_NOTICE: ReadonlySet<string> = new Set(['changes', 'corrected', 'other', 'round']);

/** By the names of fields, oldest first. Of its own kind a notice says nothing again but where it opens a record anew. */
function knownOf(subject: Register['subject'], kind: Kind, releases: readonly Release[]): Record<string, unknown> {
  const standings = standingsOf(releases);
  const speaking = releases.filter(({ id }) => standings.get(id) === 'current');
  const known: Record<string, unknown> = {};
  const saidBy = new Map<string, string>();
  const unsure = new Set<string>();
  for (const release of speaking)
    for (const [name, value] of Object.entries(release.content.fields)) {
      const by = `${name} ${release.kind}`;
      const said = canonicalJson(value ?? null);
      if (!Array.isArray(value) && saidBy.has(by) && saidBy.get(by) !== said) unsure.add(name);
      saidBy.set(by, said);
      known[name] = subject?.rows?.field === name ? joinRows(subject.rows.by, known[name], value) : value;
    }
  if (kind.act !== 'restart') for (const name of unsure) delete known[name];
  return known;
}

type Row = Record<string, unknown>;

/** Rows of one number in two notices are one row, of which the newer says more, or otherwise. */
function joinRows(by: string, before: unknown, now: unknown): unknown {
  if (!Array.isArray(before) || !Array.isArray(now)) return now;
  const rows = new Map((before as Row[]).map((row) => [row[by], row]));
  for (const row of now as Row[]) rows.set(row[by], { ...rows.get(row[by]), ...row });
  return [...rows.values()];
}

/** As much of a value as the schema takes; a table keeps its rows, each as far as it fits. */
function fitted(schema: z.ZodType, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  const { type, schema: inner } = fieldOf(schema);
  if (isDateType(type)) return undefined;
  if (inner instanceof z.ZodArray) {
    if (!Array.isArray(value)) return undefined;
    const rows = value.flatMap((row) => fitted(inner.element as z.ZodType, row) ?? []);
    return rows.length > 0 ? rows : undefined;
  }
  if (type === 'group' && inner instanceof z.ZodObject) {
    const members = Object.entries(inner.shape).flatMap(([name, member]) => {
      const kept = fitted(member as z.ZodType, (value as Row)[name]);
      return kept === undefined ? [] : [[name, kept] as const];
    });
    return members.length > 0 ? Object.fromEntries(members) : undefined;
  }
  return inner.safeParse(value).success ? value : undefined;
}
