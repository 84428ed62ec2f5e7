import type * as z from 'zod';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { differences, wordDifference, type FieldDifference, type TextPart } from './difference.ts';
import type { Release } from '../../notices/release.ts';
import type { Notice } from '../../registers/notice.ts';
import { canonicalJson } from '../../values/canonical.ts';
import { fieldOf } from '../../registers/fields.ts';
import type { Register } from '../../registers/register.ts';
import { fieldLabel, valueText } from './field-value.ts';
import { actOf, isRestatement } from '../record/life.ts';
import { lotName, lotWord } from '../record/labels.ts';
import { registerLabels } from '../words.ts';

/** One field told differently, with the changed words marked. */
export interface Change {
  label: string;
  before: TextPart[];
  after: TextPart[];
}

/** What a notice changes: by comparison with the text it restates, or as it lists the changes itself. */
export function changesOf(release: Release, before: Release | undefined, register: Register, locale: Locale): Change[] {
  if (before && isRestatement(release))
    return tellingDifferences(before.content, release.content).map((found) =>
      compared(found, release, register, locale),
    );
  if (actOf(release) === 'change') return listedChanges(release, register, locale);
  return [];
}

/** Whatever two texts of a notice say differently in a field, its number among them; the body is compared apart. */
export function changesBetween(before: Notice, after: Notice, register: Register, locale: Locale): Change[] {
  return differences(before, after).map((found) =>
    compared(found, { kind: after.kind, content: after }, register, locale),
  );
}

/** What beside the fields that differ a comparison of both texts found. */
export type Rest = 'same' | 'body';

/**
 * Whether the rest of a restatement is as it was; null where that cannot be known: a notice that only lists its changes
 * has no second text, and without both bodies and the same files nothing was compared to the end.
 */
export function restOf(release: Release, before: Release | undefined): Rest | null {
  if (!before || !isRestatement(release)) return null;
  const [old, now] = [before.content, release.content];
  if (old.ocds || now.ocds || old.redaction || now.redaction) return null;
  if (old.body === undefined || now.body === undefined) return null;
  if (old.body !== now.body) return 'body';
  return canonicalJson(old.attachments) === canonicalJson(now.attachments) ? 'same' : null;
}

/** What a correction that names no notice says of the one it corrects. */
export interface Unnamed {
  /** No earlier notice of the record is held here, or several may be meant. */
  original: 'not-held' | 'not-named';
  /** What the correction says anew, in the words of the fields. */
  restated: string[];
}

/** Null of every notice that names what it changes, or changes nothing. */
export function unnamedOf(
  release: Release,
  releases: readonly Release[],
  register: Register,
  locale: Locale,
): Unnamed | null {
  if (actOf(release) !== 'change' || release.amends !== null) return null;
  const { fields, ocds } = release.content;
  const shape = register.kinds[release.kind]!.fields.shape as Record<string, z.ZodType>;
  // 暂停 alters nothing that was said before.
  if (!('changes' in shape)) return null;
  const says = ([name, schema]: [string, z.ZodType]) =>
    fields[name] !== undefined && !OF_THE_CORRECTION.has(name) && fieldOf(schema).type !== 'party';
  const isEarlier = (other: Release) => other.id < release.id && actOf(other) !== 'change';
  return {
    original: releases.some(isEarlier) ? 'not-named' : 'not-held',
    restated: ocds
      ? []
      : Object.entries(shape)
          .filter(says)
          .map(([name]) => fieldLabel(name, register, locale)),
  };
}

/** These tell of the correction itself. */
const OF_THE_CORRECTION = new Set(['changes', 'changedOn', 'firstNoticeOn', 'corrected', 'clarificationType', 'other']);

/** Without the number, which is each notice's own, and a （更正） put behind the title. */
export function tellingDifferences(before: Notice, after: Notice): FieldDifference[] {
  const bare = (title: unknown) => String(title).replace(/[（(][^（()）]{1,12}[)）]$/, '');
  return differences(before, after).filter(
    ({ path: [member], before: old, after: now }) =>
      member !== 'number' && (member !== 'title' || bare(old) !== bare(now)),
  );
}

function listedChanges({ content }: Release, register: Register, locale: Locale): Change[] {
  const changes = content.fields['changes'];
  if (!Array.isArray(changes)) return [];
  return (changes as { item: string; before?: string; after: string }[]).map(({ item, before, after }) => ({
    label: itemLabel(item, register, locale),
    ...marked(before, after),
  }));
}

/** What a correction calls the thing it changes; in English by its label, where it is called by that of a field: 合同价. */
export function itemLabel(item: string, register: Register, locale: Locale): string {
  const named = Object.entries(registerLabels(register, 'zh').fields).find(([, label]) => label === item);
  return named ? fieldLabel(named[0], register, locale) : item;
}

function compared(
  { path, before, after }: FieldDifference,
  release: Pick<Release, 'kind' | 'content'>,
  register: Register,
  locale: Locale,
): Change {
  const schema = schemaAt(register.kinds[release.kind]!.fields, path);
  const text = (value: unknown) => (value === undefined ? undefined : valueText(value, schema, register, locale));
  return { label: differenceLabel(path, release, register, locale), ...marked(text(before), text(after)) };
}

function marked(before: string | undefined, after: string | undefined): Pick<Change, 'before' | 'after'> {
  const parts = before === undefined || after === undefined ? [] : wordDifference(before, after);
  const side = (change: 'removed' | 'added', text: string | undefined): TextPart[] =>
    parts.length > 0
      ? parts.filter((part) => part.change === 'same' || part.change === change)
      : text === undefined
        ? []
        : [{ text, change }];
  return { before: side('removed', before), after: side('added', after) };
}

/** 标段2·中标价: the row by its section or name, then the field. */
export function differenceLabel(
  path: readonly string[],
  { content }: Pick<Release, 'content'>,
  register: Register,
  locale: Locale,
): string {
  const t = labels(locale).record;
  const words: string[] = [];
  let at: unknown = path[0]! in content.fields ? content.fields : content;
  for (const [index, step] of path.entries()) {
    at =
      typeof at === 'object' && at !== null
        ? (at as Record<string, unknown>)[/^\d+$/.test(step) ? Number(step) - 1 : step]
        : undefined;
    if (/^\d+$/.test(step)) words.push(rowName(at, step, register, locale));
    // A list is named by its rows, a party by its role.
    else if (!/^\d+$/.test(path[index + 1] ?? '') && !(step === 'name' && index > 0 && index === path.length - 1))
      words.push(fieldLabel(step, register, locale));
    else if (index === path.length - 2) words.push(fieldLabel(step, register, locale));
  }
  return words.join(t.dot);
}

function rowName(row: unknown, position: string, register: Register, locale: Locale): string {
  const { section, supplier, tenderer, item, name } = (typeof row === 'object' && row !== null ? row : {}) as Record<
    string,
    unknown
  >;
  if (typeof section === 'string') {
    // 标段2: named by its number only, it is called in the reader's language.
    const word = lotWord(register, 'zh');
    return lotName(
      { id: section.startsWith(word) ? section.slice(word.length).trim() || section : section },
      register,
      locale,
    );
  }
  for (const one of [
    (supplier as { name?: unknown } | undefined)?.name,
    (tenderer as { name?: unknown } | undefined)?.name,
    item,
    name,
  ]) {
    if (typeof one === 'string') return one;
  }
  return fill(labels(locale).record.nth, { n: position });
}

/** The schema of the field a path leads to; undefined for members of the header. */
function schemaAt(fields: z.ZodObject, path: readonly string[]): z.ZodType | undefined {
  let schema: z.ZodType | undefined = fields;
  for (const step of path) {
    const { type, schema: inner } = fieldOf(schema!);
    const shape = (inner as z.ZodObject).shape as Record<string, z.ZodType> | undefined;
    schema = type === 'list' ? ((inner as z.ZodArray).element as z.ZodType) : shape?.[step];
    if (!schema) return undefined;
  }
  return schema;
}
