import type { Refusal } from '../values/result.ts';
import type { Permission } from './permissions.ts';

/**
 * The refusal a permission amounts to; none when it is granted. `hidden` is answered 404 and must look like a thing
 * that is not there; `forbidden` 403; `stale` asks for the second factor and then goes on.
 */
export function refusalOf(permission: Permission): Refusal | undefined {
  return permission === 'granted' ? undefined : { code: permission };
}
