import * as z from 'zod';
import { labels } from '../../locales/labels.ts';
import { STATES } from '../../notices/drafts/status.ts';
import type { OfficeOperation } from '../../views/api/openapi.ts';
import { inLanguages, type JsonSchema, type Parameter } from '../../views/api/operations.ts';
import { posted } from './post.ts';

const shapeOf = (schema: z.ZodType): JsonSchema => {
  const { $schema: _, ...said } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return said;
};
const text = z.string();
const moment = z.string();

const taken = z.looseObject({ draft: text, state: z.enum(STATES), hash: text, status: z.url(), review: z.url() });
const kept = z.looseObject({
  upload: text,
  name: text,
  size: z.int(),
  sha256: text,
  unscanned: z.literal(true).optional(),
});
const refusal = z.looseObject({ code: text, path: text.optional(), sentence: text });
/** As `HandedInState` is. */
const state = z.looseObject({
  draft: text,
  register: text,
  kind: text,
  title: text,
  state: z.enum(STATES),
  stateName: text,
  hash: text,
  submittedAt: moment.nullable(),
  savedAt: moment,
  remarks: z.array(z.looseObject({ path: text, field: text, text, at: moment })),
  scheduledFor: moment.nullable(),
  refusals: z.array(refusal),
  release: z.looseObject({ number: z.int(), address: z.url(), record: z.url(), publishedAt: moment }).nullable(),
});
const file: JsonSchema = { type: 'object', required: ['file'], properties: { file: {} } };

/** What systems of units may ask, by the schemas that read it. */
export function officeOperations(): OfficeOperation[] {
  const answers = (status: string, key: 'posted' | 'postedAgain' | 'uploaded' | 'state', schema: z.ZodType) => ({
    [status]: { text: inLanguages((at) => labels(at).api.answers[key]), schema: shapeOf(schema) },
  });
  const always = ['unauthorized', 'forbidden', 'not-found', 'busy', 'too-many-requests'] as const;
  const common = { tag: 'office', face: null, route: null } as const;
  const summary = (
    path: 'POST /api/office/notices' | 'GET /api/office/notices/{id}' | 'POST /api/office/attachments',
  ) => inLanguages((at) => labels(at).api.paths[path]);
  return [
    {
      ...common,
      method: 'post',
      path: '/api/office/notices',
      summary: summary('POST /api/office/notices'),
      parameters: [parameter('Idempotency-Key', 'header', { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$' })],
      body: { type: 'application/json', schema: shapeOf(posted) },
      answers: { ...answers('201', 'posted', taken), ...answers('200', 'postedAgain', taken) },
      problems: [...always, 'conflict', 'too-large', 'other-type', 'refused', 'disk-full'],
    },
    {
      ...common,
      method: 'get',
      path: '/api/office/notices/{id}',
      summary: summary('GET /api/office/notices/{id}'),
      parameters: [parameter('id', 'path', { type: 'string' })],
      answers: answers('200', 'state', state),
      problems: always,
    },
    {
      ...common,
      method: 'post',
      path: '/api/office/attachments',
      summary: summary('POST /api/office/attachments'),
      parameters: [],
      body: { type: 'multipart/form-data', schema: file },
      answers: answers('201', 'uploaded', kept),
      problems: [...always, 'too-large', 'other-type', 'refused', 'disk-full'],
    },
  ];
}

function parameter(name: 'Idempotency-Key' | 'id', place: Parameter['in'], schema: JsonSchema): Parameter {
  const key = name === 'id' ? 'path.id' : name;
  return { name, in: place, schema, text: inLanguages((at) => labels(at).api.parameters[key]), example: null };
}
