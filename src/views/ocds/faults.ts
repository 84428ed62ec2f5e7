import type { Shape } from '../../registers/extension.ts';
import { CLOSED_LISTS } from './standard.ts';

/** What is wrong with a release that goes out; `what` is a key of `locales` `quality.faults`. */
export interface Fault {
  what: 'undeclared' | 'type' | 'missing' | 'empty' | 'twice';
  path: string;
}

/**
 * Checks what goes out against the standard and the extensions, by other ways than those that made it: what it finds is
 * a fault of ours, and is told in public.
 */
export function faultsOf(value: unknown, name: string, shapes: Readonly<Record<string, Shape>>, path = ''): Fault[] {
  const shape = shapes[name];
  if (!shape || typeof value !== 'object' || value === null || Array.isArray(value)) return [{ what: 'type', path }];
  const given = Object.entries(value);
  if (given.length === 0) return [{ what: 'empty', path }];
  const missing = Object.keys(shape).filter((member) => shape[member]!.endsWith('!') && !(member in value));
  return [
    ...missing.map((member): Fault => ({ what: 'missing', path: `${path}/${member}` })),
    ...given.flatMap(([member, one]) => {
      const type = shape[member] ?? (isTranslation(member, shape) ? 'text' : undefined);
      const at = `${path}/${member}`;
      // It takes back what an earlier release said (OCDS 1.1, schema/merging).
      if (one === null && type?.endsWith('!') === false) return [];
      return type
        ? faultsOfMember(one, type.replace(/!$/, ''), shapes, at)
        : [{ what: 'undeclared', path: at } as const];
    }),
  ];
}

function faultsOfMember(value: unknown, type: string, shapes: Readonly<Record<string, Shape>>, path: string): Fault[] {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === ''))
    return [{ what: 'empty', path }];
  if (type.endsWith('[]')) {
    if (!Array.isArray(value)) return [{ what: 'type', path }];
    const ids = value.flatMap((item: { id?: unknown } | null) => item?.id ?? []);
    return [
      ...(value.length === 0 ? [{ what: 'empty', path } as const] : []),
      ...(new Set(ids).size < ids.length ? [{ what: 'twice', path } as const] : []),
      ...value.flatMap((item, at) => faultsOfMember(item, type.slice(0, -2), shapes, `${path}/${at}`)),
    ];
  }
  if (type in shapes) return faultsOf(value, type, shapes, path);
  const holds = type.startsWith('=') ? CLOSED_LISTS[type.slice(1)]?.includes(value as string) : HOLDS[type]?.(value);
  return holds ? [] : [{ what: 'type', path }];
}

const isText = (value: unknown) => typeof value === 'string';

const HOLDS: Record<string, (value: unknown) => boolean> = {
  text: isText,
  words: isText,
  id: isText,
  number: (value) => typeof value === 'number' && Number.isFinite(value),
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  uri: (value) => isText(value) && URL.canParse(value as string),
  currency: (value) => isText(value) && /^[A-Z]{3}$/.test(value as string),
  instant: (value) =>
    isText(value) &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(value as string) &&
    !Number.isNaN(Date.parse(value as string)),
};

function isTranslation(member: string, shape: Shape): boolean {
  const [, plain] = /^([A-Za-z]+)_[a-z]{2}$/.exec(member) ?? [];
  return plain !== undefined && shape[plain] === 'words';
}
