import type { APIRoute } from 'astro';
import { officeOperations } from '../../office/posting/operations.ts';
import { openApi } from '../../views/api/openapi.ts';
import { publicOperations } from '../../views/api/operations.ts';
import { json } from '../../views/faces.ts';
import { portal } from '../../views/portal.ts';

export const GET: APIRoute = () => json(openApi(portal(), [...publicOperations(portal()), ...officeOperations()]));
