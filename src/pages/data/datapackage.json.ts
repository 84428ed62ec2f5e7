import type { APIRoute } from 'astro';
import { dataPackage } from '../../views/bulk/data-package.ts';
import { json } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = () => json(dataPackage(portal()));
