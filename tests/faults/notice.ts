import { writeFileSync } from 'node:fs';
import { tenderNotice } from '../stories/lakeside-road.ts';

/** A tender that differs from all others; what it says is told by its number. */
export const noticeOf = (n: number) => ({
  ...tenderNotice,
  id: `lakeside-${n}`,
  title: `湖滨路${n}号改造工程施工招标公告`,
  number: `TS-GC-2026-${n}`,
  project: { code: `TS-GC-2026-${String(n).padStart(5, '0')}`, name: `湖滨路${n}号改造工程施工` },
});

/** A file of notices, one a line. */
export function noticesFile(path: string, from: number, until: number): string {
  const lines = Array.from({ length: until - from + 1 }, (_, at) => JSON.stringify(noticeOf(from + at)));
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}
