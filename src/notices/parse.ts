import type * as z from 'zod';
import { lenient, unreached } from '../registers/fields.ts';
import { noticeHeader, type Notice } from '../registers/notice.ts';
import type { Kind } from '../registers/register.ts';
import { findRegister, registers } from '../registers/registers.ts';
import { DEEPEST, tooDeep } from '../values/depth.ts';
import { plainTexts } from '../values/plain-text.ts';
import { done, refuse, type Refusal, type Result } from '../values/result.ts';

/**
 * Reads what came over an edge into a notice, or says everything that is wrong with it, field by field. A reprint
 * (`firstPublished`) may lack what the law requires of the first publication: it is shown as 未公开.
 */
export function parseNotice(given: unknown): Result<Notice> {
  // Before anything else: whoever goes into the notice does so level by level.
  const deep = tooDeep(given);
  if (deep !== null) return refuse({ code: 'too-deep', path: deep, expected: String(DEEPEST) });
  const input = plainTexts(given);
  const header = noticeHeader.safeParse(input);
  if (!header.success)
    return refuse(...header.error.issues.flatMap((issue) => refusalsOf(issue, input)), ...furtherRefusals(input));
  const notice = header.data;
  const register = findRegister(notice.register);
  if (!register) {
    return refuse({
      code: 'unknown-register',
      path: 'register',
      found: notice.register,
      expected: registers.map(({ id }) => id).join(' '),
    });
  }
  const kind = register.kinds[notice.kind];
  if (!kind) {
    return refuse({
      code: 'unknown-kind',
      path: 'kind',
      found: notice.kind,
      expected: Object.keys(register.kinds).join(' '),
    });
  }
  const fields = (notice.firstPublished ? reprintFields(kind) : kind.fields).safeParse(notice.fields);
  const refusals = [
    ...actRefusals(kind, notice),
    ...(fields.success ? [] : fields.error.issues.flatMap((issue) => refusalsOf(issue, notice.fields, 'fields'))),
  ];
  if (fields.success && !notice.firstPublished)
    refusals.push(...unreached(kind.fields, fields.data, 'fields').map((path) => ({ code: 'missing', path })));
  if (fields.success) refusals.push(...(kind.check?.({ ...notice, fields: fields.data }) ?? []));
  return fields.success && refusals.length === 0 ? done({ ...notice, fields: fields.data }) : refuse(...refusals);
}

function actRefusals({ act }: Kind, { amends, reason, firstPublished }: Partial<Notice>): Refusal[] {
  const refusals: Refusal[] = [];
  if (act === 'withdraw' && !amends) refusals.push({ code: 'amends-missing', path: 'amends' });
  // What is taken back or ended says why (招标投标法实施条例 art. 31; 财办库〔2020〕50号 format 7).
  if ((act === 'withdraw' || act === 'terminate') && !reason && !firstPublished)
    refusals.push({ code: 'missing', path: 'reason' });
  return refusals;
}

/** What else is wrong below a header that is wrong itself: who mends it wants to know of everything at once. */
function furtherRefusals(input: unknown): Refusal[] {
  if (typeof input !== 'object' || input === null) return [];
  const { register, kind: id, fields = {}, ...header } = input as Partial<Record<keyof Notice, unknown>>;
  const kind = Object.entries(findRegister(String(register))?.kinds ?? {}).find(([name]) => name === id)?.[1];
  if (!kind || typeof fields !== 'object') return [];
  const parsed = (header.firstPublished ? reprintFields(kind) : kind.fields).safeParse(fields);
  return [
    ...actRefusals(kind, header as Partial<Notice>),
    ...(parsed.success ? [] : parsed.error.issues.flatMap((issue) => refusalsOf(issue, fields, 'fields'))),
  ];
}

const ofReprints = new WeakMap<Kind, z.ZodObject>();

function reprintFields(kind: Kind): z.ZodObject {
  let fields = ofReprints.get(kind);
  if (!fields) {
    fields = lenient(kind.fields);
    ofReprints.set(kind, fields);
  }
  return fields;
}

/** One zod issue as refusals: where, what was found, what was expected. A union reports its closest branch. */
export function refusalsOf(issue: z.core.$ZodIssue, input: unknown, prefix = ''): Refusal[] {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return closestOf(issue.errors).flatMap((named) =>
      refusalsOf({ ...named, path: [...issue.path, ...named.path] } as z.core.$ZodIssue, input, prefix),
    );
  }
  const path = [prefix, ...issue.path.map(String)].filter(Boolean).join('.');
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], input);
  const found = value === undefined ? undefined : shorten(value);
  switch (issue.code) {
    case 'custom':
      return [{ path, found, ...(customOf(issue.params) ?? { code: 'invalid' }) }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ code: 'unknown-field', path: [path, key].filter(Boolean).join('.') }));
    case 'invalid_type':
      return [
        value === undefined ? { code: 'missing', path } : { code: 'wrong-type', path, found, expected: issue.expected },
      ];
    case 'invalid_value':
      return [
        {
          code: value === undefined ? 'missing' : 'not-a-choice',
          path,
          found,
          expected: issue.values.map(String).join(' '),
        },
      ];
    case 'too_big': {
      const isList = issue.origin === 'array';
      return [{ code: isList ? 'too-many-rows' : 'too-large', path, found, expected: String(issue.maximum) }];
    }
    case 'too_small':
      if (issue.origin === 'number') return [{ code: 'negative-number', path, found }];
      return [{ code: 'too-short', path, found, expected: String(issue.minimum) }];
    default:
      return [{ code: 'invalid', path, found }];
  }
}

/** What a field of ours says of a refusal: its code, and what the sentence needs. */
function customOf(params: Record<string, unknown> | undefined): (Partial<Refusal> & { code: string }) | undefined {
  if (params?.['refusal'] === undefined) return undefined;
  const said = (name: string) => (params[name] === undefined ? {} : { [name]: String(params[name]) });
  return { code: String(params['refusal']), ...said('found'), ...said('expected') };
}

/** What a sentence of ours says, else all that is wrong in the one branch of the right type, else what goes deepest. */
function closestOf(branches: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] {
  const custom = branches.flat().find(({ code }) => code === 'custom');
  if (custom) return [custom];
  const fitting = branches.filter(
    (issues) => !issues.some(({ code, path }) => code === 'invalid_type' && path.length === 0),
  );
  if (fitting.length === 1) return fitting[0]!;
  return [[...branches].sort((a, b) => b[0]!.path.length - a[0]!.path.length)[0]![0]!];
}

function shorten(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
