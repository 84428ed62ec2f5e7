import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAddress } from '../../src/following/channels/address.ts';
import { post } from '../../src/following/channels/post.ts';
import { reachable } from '../../src/following/channels/public-address.ts';
import { robotBody, robotRefusal } from '../../src/following/channels/robots.ts';
import { readReturned } from '../../src/following/returned.ts';
import { awake, dueAt } from '../../src/following/times.ts';
import { receiver } from './world.ts';

/** This machine, its neighbours and what is nobody's, as somebody may write them who would have us speak to them. */
const INWARD = [
  ...['http://127.0.0.1/', 'http://127.1/', 'http://0x7f000001/', 'http://2130706433/', 'http://017700000001/'],
  ...[
    'http://0177.0.0.1/',
    'http://0x7f.1/',
    'http://127.0.0.1./',
    'http://①②⑦.0.0.1/',
    'http://0/',
    'http://0.0.0.0/',
  ],
  ...['http://10.1.2.3/', 'http://172.16.0.1/', 'http://172.31.255.255/', 'http://192.168.1.1/', 'http://192.0.0.8/'],
  ...[
    'http://169.254.169.254/',
    'http://0xa9fea9fe/',
    'http://2852039166/',
    'http://100.64.0.1/',
    'http://198.18.0.1/',
  ],
  ...['http://224.0.0.1/', 'http://255.255.255.255/', 'http://240.0.0.1/', 'http://[::1]/', 'http://[::]/'],
  ...['http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', 'http://[::127.0.0.1]/', 'http://[0:0:0:0:0:0:0:1]/'],
  ...['http://[fe80::1]/', 'http://[fc00::1]/', 'http://[fd12:3456::1]/', 'http://[ff02::1]/', 'http://[fec0::1]/'],
  ...['http://[64:ff9b::7f00:1]/', 'http://[64:ff9b:1::1]/', 'http://[2002:7f00:1::]/', 'http://[2001:0:7f00:1::]/'],
  ...['http://[2001:db8::1]/', 'http://[100::1]/', 'http://localhost/', 'http://LOCALHOST/', 'http://192.0.2.7/'],
];

test('nothing inward is reached, however it is written', async () => {
  const resolver = (name: string) => Promise.resolve(/localhost/i.test(name) ? ['::1', '127.0.0.1'] : []);
  assert.ok(INWARD.length >= 40);
  for (const address of INWARD) {
    const host = URL.parse(address)?.hostname.replace(/\.$/, '');
    assert.equal(host === undefined ? null : await reachable(host, [], resolver), null, address);
  }
  assert.equal(await reachable('93.184.215.14'), '93.184.215.14');
  assert.equal(await reachable('[2606:4700::1111]'), '2606:4700::1111');
});

test('a name that answers otherwise a moment later leads nowhere else, and one inward answer among others is enough', async () => {
  const hook = await receiver();
  const { port } = new URL(hook.url);
  let asked = 0;
  const rebinding = () => Promise.resolve(asked++ === 0 ? ['192.0.2.1'] : ['127.0.0.1']);
  const first = await post(`http://rebinding.example:${port}/`, {}, '{}', { open: [], resolver: rebinding });
  assert.deepEqual(first.outcome, { is: 'refused', why: 'private-address' });
  // Where the operator lets its own receiver in, the connection goes to the address that was looked at: once.
  const open = [{ address: '127.0.0.1', prefix: 32 }];
  const own = await post(`http://own.example:${port}/`, {}, '{}', {
    open,
    resolver: () => Promise.resolve(['127.0.0.1']),
  });
  assert.deepEqual(own.outcome, { is: 'taken' });
  assert.equal(hook.received[0]!.headers.host, `own.example:${port}`);
  const mixed = () => Promise.resolve(['93.184.215.14', '10.0.0.1']);
  assert.equal(await reachable('mixed.example', [], mixed), null);
  await hook.close();
});

test('a receiver that sends on is not followed', async () => {
  const hook = await receiver();
  hook.answer.status = 302;
  const open = [{ address: '127.0.0.1', prefix: 32 }];
  assert.deepEqual((await post(hook.url, {}, '{}', { open })).outcome, { is: 'failed', why: 'HTTP 302' });
  assert.equal(hook.received.length, 1);
  await hook.close();
});

test('an address is that of its channel, or is refused with a sentence’s worth of why', () => {
  const code = (channel: Parameters<typeof readAddress>[0], text: string) => {
    const read = readAddress(channel, text, false);
    return read.ok ? read.value : read.refusals[0]!.code;
  };
  assert.equal(code('mail', ' Reader@Example.CN '), 'Reader@example.cn');
  assert.equal(code('mail', 'a@b, c@d.cn'), 'follow-mail');
  assert.equal(code('mail', 'a@b.cn\nBcc: c@d.cn'), 'follow-mail');
  assert.equal(code('webhook', 'https://example.cn/hook#x'), 'https://example.cn/hook');
  for (const wrong of ['http://example.cn/', 'https://u:p@example.cn/', 'ftp://example.cn/', 'javascript:alert(1)', ''])
    assert.equal(code('webhook', wrong), 'follow-webhook', wrong);
  const robot = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa';
  assert.equal(code('wecom', robot), robot);
  assert.equal(code('dingtalk', robot), 'follow-robot');
  assert.equal(code('feishu', 'https://open.feishu.cn.evil.example/open-apis/bot/v2/hook/abcdefghij'), 'follow-robot');
});

test('each robot gets the body that its documentation asks for, and nothing published calls a whole group', () => {
  const message = {
    title: '公示 中标：甲_乙，@all',
    lines: [
      { text: '您关注的“学校”：' },
      { text: '中标<font>', href: 'https://gongshi.example/notices/1' },
      { text: '管理', href: 'https://gongshi.example/follow/x' },
    ],
  };
  const body = (channel: 'wecom' | 'dingtalk' | 'feishu', more = message) =>
    JSON.parse(robotBody(channel, more)) as never;
  const wecom = body('wecom') as { msgtype: string; markdown: { content: string } };
  assert.equal(wecom.msgtype, 'markdown');
  assert.match(wecom.markdown.content, /^\*\*公示 中标：甲\\_乙，＠all\*\*\n/);
  assert.match(wecom.markdown.content, /\n\[中标＜font＞\]\(https:\/\/gongshi\.example\/notices\/1\)\n/);
  const dingtalk = body('dingtalk') as { msgtype: string; markdown: { title: string; text: string } };
  assert.equal(dingtalk.markdown.title, message.title);
  const feishu = body('feishu') as {
    msg_type: string;
    content: { post: { zh_cn: { title: string; content: object[][] } } };
  };
  assert.equal(feishu.msg_type, 'post');
  assert.deepEqual(feishu.content.post.zh_cn.content[2], [
    { tag: 'a', text: '管理', href: 'https://gongshi.example/follow/x' },
  ]);
  const long = {
    title: '公示',
    lines: [
      ...Array.from({ length: 400 }, (_, n) => ({ text: `第${n}件公告的标题很长很长` })),
      { text: '管理', href: 'https://gongshi.example/follow/x' },
    ],
  };
  const cut = robotBody('wecom', long);
  assert.ok(Buffer.byteLength(cut) <= 4_096 && cut.includes('/follow/x'));
  assert.equal(robotRefusal('{"errcode":0,"errmsg":"ok"}'), null);
  assert.equal(robotRefusal('{"StatusCode":0}'), null);
  assert.match(robotRefusal('{"errcode":93000,"errmsg":"invalid webhook url"}')!, /93000/);
});

test('what comes back is told apart: no such mailbox, a delay, a complaint, and a letter by hand', () => {
  const dsn = (status: string, action = 'failed') =>
    `To: notices+d0123456789abcdef@gongshi.example\r\nContent-Type: multipart/report; report-type=delivery-status\r\n\r\nFinal-Recipient: rfc822; reader@example.cn\r\nAction: ${action}\r\nStatus: ${status}\r\n`;
  const of = (mail: string) => readReturned(mail)?.is ?? null;
  assert.equal(of(dsn('5.1.1')), 'gone');
  assert.equal(of(dsn('4.4.1', 'delayed')), 'delayed');
  assert.equal(
    of('Feedback-Type: abuse\nUser-Agent: x\n\nMessage-ID: <d0123456789abcdef@gongshi.example>\n'),
    'unwanted',
  );
  assert.equal(of('To: notices@gongshi.example\nSubject: 谢谢\n\n收到'), null);
  assert.equal(of('To: notices+d0123456789abcdef@gongshi.example\nSubject: 休假中\n\n我在休假'), null);
});

test('eight in the morning, Mondays, and nights that are quiet', () => {
  const at = (text: string) => Date.parse(`${text}+08:00`);
  assert.equal(dueAt('daily', at('2026-11-23T07:59')), at('2026-11-23T08:00'));
  assert.equal(dueAt('daily', at('2026-11-23T08:00')), at('2026-11-24T08:00'));
  assert.equal(dueAt('weekly', at('2026-11-23T07:00')), at('2026-11-23T08:00'));
  assert.equal(dueAt('weekly', at('2026-11-23T09:00')), at('2026-11-30T08:00'));
  assert.equal(dueAt('weekly', at('2026-11-29T23:00')), at('2026-11-30T08:00'));
  assert.equal(awake(at('2026-11-23T21:59')), at('2026-11-23T21:59'));
  assert.equal(awake(at('2026-11-23T22:00')), at('2026-11-24T07:00'));
  assert.equal(awake(at('2026-11-24T03:00')), at('2026-11-24T07:00'));
});
