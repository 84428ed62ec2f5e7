import type { Portal } from '../portal.ts';
import { BULK_HEADER, findBulkFile, FORMATS, storedName } from './files.ts';

/** A file of data as it is handed out, from the disk, to programs on other sites too; undefined where there is none of that name. */
export function bulkDownload({ settings }: Portal, name: string): Response | undefined {
  const file = findBulkFile(settings.data, name);
  if (!file) return undefined;
  const { type, isPacked } = FORMATS[file.format];
  return new Response(null, {
    headers: {
      [BULK_HEADER]: storedName(file),
      'content-type': isPacked ? 'application/gzip' : type,
      'content-disposition': `attachment; filename="${file.name}"`,
      'last-modified': new Date(file.writtenAt).toUTCString(),
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'ETag, Last-Modified, Content-Range, Accept-Ranges',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  });
}
