import type { APIRoute } from 'astro';
import { submitDraft } from '../../../../notices/drafts/review.ts';
import { office } from '../../../../office/office.ts';

/** Submits what was previewed; what is refused is told on the draft's own page. */
export const POST: APIRoute = ({ params, locals, redirect }) => {
  const { database, now } = office();
  submitDraft(database, locals.visit!.actor!, params['id']!, now());
  return redirect(`/office/drafts/${params['id']}`, 303);
};
