import { Busboy } from '@fastify/busboy';
import { createHash } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { finished, pipeline } from 'node:stream/promises';
import { LARGEST } from '../../notices/attachments/check.ts';
import { incomingPath, type Incoming } from '../../notices/attachments/keep.ts';
import { done, refuse, type Refusal, type Result } from '../../values/result.ts';

const LIMITS = { files: 1, fileSize: LARGEST, parts: 20, fields: 19, fieldSize: 64 * 1024, headerPairs: 50 };

/**
 * The one file of a form (RFC 7578), written to the disk as it comes and counted while it does; whoever takes it keeps or
 * removes it. Call when it is known who sends it. Refusals: `file-empty`, `file-too-large`, `disk-full`.
 */
export async function receiveFile(request: Request, data: string): Promise<Result<{ name: string; file: Incoming }>> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !/^multipart\/form-data;/i.test(type)) return refuse({ code: 'file-empty', found: '' });
  const path = incomingPath(data);
  const hash = createHash('sha256');
  let [name, size] = ['', 0];
  let refusal: Refusal | null = null;
  let written = Promise.resolve();
  try {
    const form = new Busboy({ headers: { 'content-type': type }, limits: LIMITS });
    form.on('file', (_field, stream, fileName) => {
      name = fileName ?? '';
      stream.on('limit', () => {
        refusal = { code: 'file-too-large', path: 'file', found: name, expected: String(LARGEST / 1024 / 1024) };
      });
      stream.on('data', (chunk: Buffer) => {
        size += chunk.length;
        hash.update(chunk);
      });
      written = pipeline(stream, createWriteStream(path, { mode: 0o600 }));
      // Waited for below; until then a full disk is nobody's unhandled failure.
      written.catch(() => form.destroy());
    });
    const read = pipeline(Readable.fromWeb(request.body as ReadableStream), form);
    await read.catch(() => {});
    await written;
    if (!form.writableFinished) await finished(form);
  } catch (error) {
    rmSync(path, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    return refuse(code === 'ENOSPC' ? { code: 'disk-full' } : { code: 'file-empty', path: 'file', found: name });
  }
  if (refusal || name === '') {
    rmSync(path, { force: true });
    return refuse(refusal ?? { code: 'file-empty', path: 'file', found: name });
  }
  return done({ name, file: { path, size, sha256: hash.digest('hex') } });
}
