import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIPv4 } from 'node:net';
import type { Network } from '../../values/network.ts';
import { reachable, type Resolver } from './public-address.ts';

export interface PostSettings {
  /** Networks that may be reached though they are not public. */
  open: readonly Network[];
  resolver?: Resolver;
}

/** How it went: `taken`; `refused` (never to be tried again: gone, or not for strangers); `failed` (to be tried again). */
export type Outcome = { is: 'taken' } | { is: 'refused' | 'failed'; why: string };

/** A receiver that is slower than this is told again later, ms. */
const PATIENCE = 10_000;
const LONGEST_ANSWER = 4_096;

/** Posts JSON. Follows nobody who sends it on, and connects only to the address that was looked at. */
export async function post(
  address: string,
  headers: Record<string, string>,
  body: string,
  { open, resolver }: PostSettings,
): Promise<{ outcome: Outcome; answer: string }> {
  const url = new URL(address);
  let ip: string | null;
  try {
    ip = await reachable(url.hostname, open, resolver);
  } catch (error) {
    return { outcome: { is: 'failed', why: String((error as { code?: string }).code ?? 'dns') }, answer: '' };
  }
  if (ip === null) return { outcome: { is: 'refused', why: 'private-address' }, answer: '' };
  try {
    const { status, answer } = await send(url, ip, headers, body);
    if (status >= 200 && status < 300) return { outcome: { is: 'taken' }, answer };
    return { outcome: { is: status === 410 ? 'refused' : 'failed', why: `HTTP ${status}` }, answer };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    return { outcome: { is: 'failed', why: code ?? message.slice(0, 100) }, answer: '' };
  }
}

function send(
  url: URL,
  ip: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number; answer: string }> {
  const request = url.protocol === 'https:' ? secureRequest : plainRequest;
  const family = isIPv4(ip) ? 4 : 6;
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent: false,
        headers: {
          ...headers,
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
        },
        // The name stays for TLS and the Host header; the address is the one that was looked at.
        lookup: (_name, options, found) =>
          options.all ? found(null, [{ address: ip, family }]) : found(null, ip, family),
      },
      (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (text: string) => {
          answer += text;
          if (answer.length > LONGEST_ANSWER) response.destroy();
        });
        response.on('close', () => resolve({ status: response.statusCode ?? 0, answer }));
        response.on('error', () => {});
      },
    );
    const clock = setTimeout(() => sent.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })), PATIENCE);
    sent.on('close', () => clearTimeout(clock));
    sent.on('error', reject);
    sent.end(body);
  });
}
