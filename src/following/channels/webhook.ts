import { createHmac } from 'node:crypto';

/**
 * The headers of a webhook, as the Standard Webhooks specification (1.0.0) has them: `webhook-id` is the same however often
 * it is sent, `webhook-timestamp` is in seconds, and the signature is over `id.timestamp.body`.
 */
export function webhookHeaders(id: string, body: string, secret: string, now: number): Record<string, string> {
  const timestamp = String(Math.floor(now / 1000));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature(id, timestamp, body, secret)}`,
  };
}

/** HMAC-SHA256, base64. */
export function signature(id: string, timestamp: string, body: string, secret: string): string {
  return createHmac('sha256', Buffer.from(secret, 'base64url')).update(`${id}.${timestamp}.${body}`).digest('base64');
}
