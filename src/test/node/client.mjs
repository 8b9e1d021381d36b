/**
 * What the client programs share: they read {base, client_id, client_secret} as JSON from standard
 * input and print the answer to one call of the API.
 */
import { text } from 'node:stream/consumers';

export const { base, client_id, client_secret } = JSON.parse(await text(process.stdin));

export const roles = new URL(`${base}/v1/utils/roles`);
