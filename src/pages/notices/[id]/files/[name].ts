import type { APIRoute } from 'astro';
import { download } from '../../../../notices/attachments/download.ts';
import { fileSize } from '../../../../notices/attachments/keep.ts';
import { standingsOf } from '../../../../notices/compile.ts';
import { findRelease, releasesOf } from '../../../../notices/storage.ts';
import { noticeId } from '../../../../views/notice/notice-page.ts';
import { portal } from '../../../../views/portal.ts';

/** A file of a notice that stands; of one that was withdrawn it is gone with it. */
export const GET: APIRoute = ({ params, rewrite }) => {
  const { database, settings } = portal();
  const release = findRelease(database, noticeId(params['id']!));
  const file = release?.content.attachments.find(({ name, sha256 }) => name === params['name'] && sha256 !== undefined);
  const stands =
    release !== undefined && standingsOf(releasesOf(database, release.ocid)).get(release.id) !== 'withdrawn';
  const isThere = file?.sha256 !== undefined && stands && fileSize(settings.data, file.sha256) !== null;
  return isThere ? download({ name: file.name, sha256: file.sha256! }) : rewrite('/404');
};
