import type { Refusal } from '../values/result.ts';
import type { Notice } from './notice.ts';

/** A record with a page of its own stands at the address of its code: `/funds/zj-2026-01`. Refusal: `address-code`. */
export function refusalsOfCode({ project: { code } }: Pick<Notice, 'project'>): Refusal[] {
  return /^[a-z0-9][a-z0-9.-]{2,39}$/i.test(code ?? '')
    ? []
    : [{ code: 'address-code', path: 'project.code', found: code ?? '' }];
}
