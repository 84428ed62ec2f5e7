import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { NoticeInput } from '../../src/registers/notice.ts';

/** What peers are given of each notice, in the order they were made: one notice a line of the file. */
export async function* peerTexts(notices: string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(notices) })) {
    const { title, project, unit, body, fields } = JSON.parse(line) as NoticeInput;
    yield [title, project?.code, unit?.name, body, JSON.stringify(fields)].join('\n');
  }
}
