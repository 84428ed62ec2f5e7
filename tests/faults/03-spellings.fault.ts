import assert from 'node:assert/strict';
import { attack } from './attack.ts';
import { house } from './house.ts';
import { ask } from './readers.ts';

const SPELLINGS = [
  '/office/sign-in',
  '/%6fffice/sign-in',
  '//office/sign-in',
  '/office/./sign-in',
  '/en/office/sign-in',
  '/OFFICE/sign-in',
  '/office%2fsign-in',
];

attack(
  'a stranger writes /office in every way and forges forwarding headers: the throttle and the trail hold',
  {},
  async (context) => {
    const { start, inDatabase } = house(context);
    const portal = await start();
    const statuses: number[] = [];
    for (let n = 0; n < 28; n++) {
      const { status } = await ask(portal.url + SPELLINGS[n % SPELLINGS.length]!, {
        method: 'POST',
        localAddress: '127.0.1.1',
        headers: {
          origin: portal.url,
          'content-type': 'application/x-www-form-urlencoded',
          'x-forwarded-for': `198.51.100.${n}`,
          forwarded: `for=203.0.113.${n}`,
          'x-real-ip': `192.0.2.${n}`,
          'x-client-address': `192.0.2.${n}`,
        },
        body: 'name=nobody.here&password=wrong-wrong-wrong',
      });
      statuses.push(status);
    }
    const addresses = inDatabase((database) =>
      database.all<{ address: string; n: number }>(
        "SELECT address, count(*) AS n FROM events WHERE act = 'session.refused' GROUP BY address",
      ),
    );
    const tried = statuses.filter((status) => status === 422).length;
    context.measured(
      `28 tries: ${tried} looked at, ${statuses.filter((s) => s === 429).length} told to wait, ${statuses.filter((s) => [308, 400, 403, 404, 405].includes(s)).length} spellings refused; trail names ${addresses.map(({ address }) => address).join(', ')}`,
    );
    assert.ok(tried <= 8 && statuses.includes(429), `the throttle let ${tried} through`);
    assert.deepEqual(
      addresses.map(({ address }) => address),
      ['127.0.1.1'],
    );
  },
);
