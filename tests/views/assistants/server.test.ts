import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { assistantServer } from '../../../src/views/assistants/server.ts';
import { recordPage } from '../../../src/views/record/record-page.ts';
import { lakesideAndSchool } from '../world.ts';

const { portal, lakeside, school } = lakesideAndSchool();
const [ours, theirs] = InMemoryTransport.createLinkedPair();
const server = assistantServer(portal, 'zh');
const client = new Client({ name: 'test', version: '1.0.0' });
await Promise.all([server.connect(ours), client.connect(theirs)]);
after(() => client.close());

interface Answer {
  isError?: boolean;
  structuredContent?: Record<string, unknown>;
  content: { type: string; text: string }[];
}
const ask = async (name: string, given: Record<string, unknown>) =>
  (await client.callTool({ name, arguments: given })) as unknown as Answer;

test('an assistant is told what may be asked, that nothing is written, and how far it is to believe it', async () => {
  const { tools } = await client.listTools();
  assert.deepEqual(tools.map(({ name }) => name).toSorted(), [
    'calendar',
    'fee_check',
    'notice',
    'owed',
    'record',
    'search',
  ]);
  for (const { annotations, description } of tools) {
    assert.equal(annotations?.readOnlyHint, true);
    assert.ok(description);
  }
  assert.match(client.getInstructions() ?? '', /不能说成没有公开/);
});

test('what is found by words is read by its ocid, and says what its page says', async () => {
  const found = (await ask('search', { q: '湖滨路' })).structuredContent!;
  const [row] = found['rows'] as { ocid: string; address: string }[];
  assert.equal(row!.ocid, lakeside);
  const { structuredContent, content } = await ask('record', { ocid: row!.ocid });
  const page = recordPage(portal, lakeside, 'zh')!;
  assert.deepEqual(structuredContent!['newest'], JSON.parse(JSON.stringify(page.newest)));
  assert.equal(structuredContent!['address'], `https://gongshi.example/records/${lakeside}`);
  assert.deepEqual(JSON.parse(content[0]!.text), structuredContent);
  assert.match(content[1]!.text, /仅供参考/);
  const id = page.timeline[0]!.path.split('/').at(-1);
  const notice = (await ask('notice', { id })).structuredContent!;
  assert.equal((notice['record'] as { ocid: string }).ocid, lakeside);
});

test('a charge, what is owed and what closes are answered as on their pages', async () => {
  assert.equal((await ask('fee_check', { fee: '不动产登记', paid: '100元' })).isError, undefined);
  assert.equal((await ask('owed', {})).structuredContent!['total'], 0);
  const days = (await ask('calendar', { by: 'week' })).structuredContent!['days'] as {
    happenings: { ocid: string }[];
  }[];
  assert.ok(days.some(({ happenings }) => happenings.some(({ ocid }) => ocid === school)));
});

test('what is not there, and what is asked wrongly, is said and not guessed', async () => {
  const absent = await ask('record', { ocid: 'gongshi-0' });
  assert.equal(absent.isError, true);
  assert.match(absent.content[0]!.text, /本站没有这一项/);
  const wrong = await ask('search', { words: '湖滨路' });
  assert.equal(wrong.isError, true);
  assert.match(wrong.content[0]!.text, /words/);
});
