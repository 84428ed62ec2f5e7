import * as z from 'zod';

/** A notice of the national platform as captured: the page's header and the text of its body. */
export const captured = z.looseObject({
  title: z.string().trim().min(1),
  publish_date: z.string().trim().min(1),
  record_id: z.string().trim().min(1),
  detail_url: z.string(),
  region: z.string().default(''),
  issuer: z.string().default(''),
  agency: z.string().default(''),
  budget: z.string().default(''),
  content_text: z.string().default(''),
  attachments: z.array(z.looseObject({ name: z.string(), url: z.string().default('') })).default([]),
  project_code: z.string().default(''),
  source_platform: z.string().default(''),
  original_link: z.string().default(''),
  business_type: z.string().default(''),
  info_type: z.string().default(''),
});
export type Captured = z.output<typeof captured>;
