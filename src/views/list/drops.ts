import type { Register } from '../../registers/register.ts';
import type { Count } from '../../search/engine.ts';
import { withQuery } from '../address.ts';
import type { Portal } from '../portal.ts';
import type { Condition } from './conditions.ts';
import { findList } from './find-list.ts';
import { listQuery, readListParameters, type ListParameters } from './parameters.ts';

/** A condition of a list that found nothing, and how many records there are without it. */
export interface Drop extends Condition {
  total: number;
  count: Count;
}

/** So many conditions are tried. */
const MOST = 6;

/** Which one condition to take away, most records first; those without which there is nothing either are left out. */
export async function dropsOf(
  portal: Portal,
  register: Register,
  parameters: ListParameters,
  conditions: readonly Condition[],
): Promise<Drop[]> {
  const tried = conditions.slice(0, MOST).map(async (condition) => {
    const address = new URL(withQuery('/', listQuery(parameters, condition.without)), 'http://list');
    const { parameters: fewer } = readListParameters(register, address.searchParams);
    const { total, count } = await findList(portal, register, { ...fewer, limit: 1 });
    return { ...condition, total, count };
  });
  return (await Promise.all(tried)).filter(({ total }) => total > 0).toSorted((a, b) => b.total - a.total);
}
