import type { Attachment } from '../../registers/notice.ts';
import { TYPES } from './check.ts';

/** By which a page tells the door what file is its answer; it goes out from the disk and is never in memory. */
export const FILE_HEADER = 'x-gongshi-file';

/**
 * A file as it is handed out: always a download of the kind its name says, never a page of ours. Whatever is in it,
 * the browser may not guess its kind, run it or show it in our name (RFC 6266, RFC 8187).
 */
export function download(file: Pick<Attachment, 'name'> & { sha256: string }): Response {
  const extension = /\.([a-z0-9]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const plain = file.name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(file.name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(null, {
    headers: {
      [FILE_HEADER]: file.sha256,
      'content-type': TYPES[extension] ?? 'application/octet-stream',
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      'content-security-policy': "sandbox; default-src 'none'",
    },
  });
}
