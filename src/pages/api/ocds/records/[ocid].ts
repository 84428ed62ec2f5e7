import type { APIRoute } from 'astro';
import { ocidIn } from '../../../../views/address.ts';
import { json, movedOrNotFound } from '../../../../views/faces.ts';
import { OCDS } from '../../../../views/ocds/addresses.ts';
import { storedOcid } from '../../../../views/ocds/ocid.ts';
import { packageOfRecord } from '../../../../views/ocds/packages.ts';
import { portal } from '../../../../views/portal.ts';
import { movedPath } from '../../../../views/record/moved.ts';

export const GET: APIRoute = ({ params }) => {
  const ocid = ocidIn(params['ocid']!);
  const found = packageOfRecord(portal(), ocid);
  if (found) return json(found);
  const path = movedPath(portal(), storedOcid(ocid, portal()));
  return movedOrNotFound(path && OCDS + path);
};
