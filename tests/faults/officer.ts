import { DEMO_PASSWORD } from '../../src/accounts/officers/demo.ts';
import { codeOf, forgetCodes } from '../browser/officer.ts';
import type { RunningPortal } from '../browser/portal.ts';
import { ask, type Reply } from './readers.ts';

/** A demo officer who signed in over HTTP. */
export interface Officer {
  get(path: string): Promise<Reply>;
  post(path: string, fields: Record<string, string>): Promise<Reply>;
  upload(path: string, name: string, bytes: Buffer, fields?: Record<string, string>): Promise<Reply>;
}

const FORM = 'application/x-www-form-urlencoded';

/** `through`: a proxy before the portal. */
export async function officer(portal: RunningPortal, name: string, through = portal.url): Promise<Officer> {
  const jar = new Map<string, string>();
  const send = async (method: string, path: string, type?: string, body?: string | Buffer) => {
    const reply = await ask(through + path, {
      method,
      headers: {
        origin: portal.url,
        cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; '),
        ...(type && { 'content-type': type, 'content-length': String(Buffer.byteLength(body!)) }),
      },
      ...(body !== undefined && { body }),
    });
    for (const cookie of reply.cookies) jar.set(cookie.split('=')[0]!, cookie.slice(cookie.indexOf('=') + 1));
    return reply;
  };
  const post = (path: string, fields: Record<string, string>) =>
    send('POST', path, FORM, new URLSearchParams(fields).toString());
  forgetCodes(portal);
  await post('/office/sign-in', { name, password: DEMO_PASSWORD });
  const { status, text } = await post('/office/factor', { code: codeOf(portal, name) });
  if (status !== 303) throw new Error(`${name} could not sign in: ${status} ${text.slice(0, 300)}`);
  return {
    get: (path) => send('GET', path),
    post,
    upload(path, file, bytes, fields = {}) {
      const boundary = 'gongshi-fault-0123456789';
      const parts = Object.entries(fields).map(
        ([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
      );
      const head = `${parts.join('')}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
      const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
      return send('POST', path, `multipart/form-data; boundary=${boundary}`, body);
    },
  };
}

/** The address of a draft that was just begun. */
export async function beginDraft(author: Officer, kind = 'land grant'): Promise<string> {
  const { location, status } = await author.post('/office/drafts/new', { kind });
  if (!/^\/office\/drafts\/[\w-]+/.test(location)) throw new Error(`no draft was begun: ${status} ${location}`);
  return location.replace(/[?#].*/, '');
}
