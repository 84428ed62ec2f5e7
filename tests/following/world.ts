import { createHmac } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { act, ask, type Asked, type FollowerAct } from '../../src/following/asking.ts';
import { FollowerKeys } from '../../src/following/keys.ts';
import { deliver, gather } from '../../src/following/outbox.ts';
import { lastSeq } from '../../src/notices/storage.ts';
import { textOf } from '../../src/notices/search-document.ts';
import { embeddedEngine } from '../../src/search/embedded-engine.ts';
import { readSettings } from '../../src/values/settings.ts';
import { Matcher } from '../../src/views/following/matcher.ts';
import { followable } from '../../src/views/following/ask-page.ts';
import { sender } from '../../src/views/following/send.ts';
import { spelled } from '../../src/views/following/subject.ts';
import { noteChanges, noteOwed, noteReminders, noteTasks } from '../../src/views/following/tell.ts';
import { openPortal } from '../../src/views/portal.ts';
import { emptyHouse } from '../stories/lakeside-road.ts';

export const KEY = 'k'.repeat(40);

/** A mail server on loopback that takes everything but what is sent to a name it was told to refuse. */
export async function mailServer(): Promise<{
  url: string;
  received: Email[];
  /** The mail that came as the n-th, as soon as it is there. */
  mail(n: number): Promise<Email>;
  refuse: Set<string>;
  /** Answered with 451: come again later. */
  busy: Set<string>;
  close(): Promise<void>;
}> {
  const received: Email[] = [];
  const arrived = new EventEmitter();
  const refuse = new Set<string>();
  const busy = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      if (refuse.has(address)) return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
      if (busy.has(address)) return done(Object.assign(new Error('greylisted'), { responseCode: 451 }));
      return done();
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          received.push(mail);
          done();
          arrived.emit('mail');
        });
      });
    },
  });
  // Whoever is killed says no good-bye.
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    async mail(n) {
      while (received.length < n) await once(arrived, 'mail');
      return received[n - 1]!;
    },
    refuse,
    busy,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A receiver of webhooks on loopback. */
export async function receiver(): Promise<{
  url: string;
  received: { headers: IncomingHttpHeaders; body: string }[];
  answer: { status: number; body: string };
  close(): Promise<void>;
}> {
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  const answer = { status: 200, body: '{"errcode":0}' };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(answer.status).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    answer,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** By what a receiver checks a webhook: written apart from the code that signs. */
export function isSigned({ headers, body }: { headers: IncomingHttpHeaders; body: string }, secret: string): boolean {
  const said = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const right = createHmac('sha256', Buffer.from(secret, 'base64url')).update(said).digest('base64');
  return headers['webhook-signature'] === `v1,${right}`;
}

/** A house with followers, whose clock the test holds. */
export function followers(now: number, environment: Record<string, string>) {
  const data = mkdtempSync(join(tmpdir(), 'gongshi-following-'));
  const database = emptyHouse(join(data, 'gongshi.sqlite'));
  const set = {
    GONGSHI_DATA: data,
    GONGSHI_KEY: KEY,
    GONGSHI_ORIGIN: 'https://gongshi.example',
    GONGSHI_MAIL_FROM: '公示 <notices@gongshi.example>',
    GONGSHI_MAIL_RATE: '10000',
    GONGSHI_WEBHOOK_NETWORKS: '127.0.0.1',
    ...environment,
  };
  const settings = readSettings(set);
  if (!settings.ok) throw new Error(JSON.stringify(settings.refusals));
  const clock = { now };
  const portal = openPortal(settings.value, () => clock.now);
  const keys = new FollowerKeys(KEY);
  const letters = sender(portal, keys);
  const matcher = new Matcher(portal.database, embeddedEngine(portal.database, textOf(portal.database)));
  const house = {
    environment: set as Record<string, string>,
    database,
    portal,
    keys,
    clock,
    letters,
    matcher,
    /** Follows a page; the id of what is followed. */
    async follow(page: string, more: Partial<Asked> = {}): Promise<string> {
      const found = await followable(portal, page, 'zh');
      if (!found.ok) throw new Error(JSON.stringify(found.refusals));
      const { subject, path } = found.value;
      const asked = ask(
        database,
        keys,
        {
          subject: spelled(subject),
          path,
          channel: 'mail',
          address: 'reader@example.cn',
          rhythm: 'once',
          reminds: true,
          locale: 'zh',
          ...more,
        },
        '203.0.113.0/24',
        settings.value.webhookNetworks,
        clock.now,
      );
      if (!asked.ok) throw new Error(JSON.stringify(asked.refusals));
      return asked.value;
    },
    do(id: string, what: FollowerAct): void {
      act(database, id, what, { rhythm: 'once', reminds: true, locale: 'zh' }, lastSeq(database), clock.now);
    },
    /** What the jobs do, until there is nothing more to do. */
    async work(): Promise<void> {
      // The place in the sequence is taken at the first look.
      while (noteChanges(database, matcher, clock.now));
      noteReminders(database, clock.now);
      noteOwed(database, clock.now);
      noteTasks(database, clock.now);
      gather(database, clock.now);
      await deliver(
        database,
        (one, follow) => letters.send(one, follow),
        () => clock.now,
      );
    },
    /** Follows and confirms. */
    async followed(page: string, more: Partial<Asked> = {}): Promise<string> {
      await house.work();
      const id = await house.follow(page, more);
      await house.work();
      house.do(id, 'confirm');
      return id;
    },
    close(): void {
      letters.close();
      portal.database.close();
      database.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
  return house;
}
