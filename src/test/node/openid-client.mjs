import * as client from 'openid-client';
import { base, client_id, client_secret, roles } from './client.mjs';

const config = await client.discovery(
  new URL(`${base}/.well-known/oauth-authorization-server`),
  client_id,
  undefined,
  client.ClientSecretBasic(client_secret),
  { execute: [client.allowInsecureRequests] },
);
const { access_token } = await client.clientCredentialsGrant(config);
const answer = await client.fetchProtectedResource(config, access_token, roles, 'GET');
console.log(await answer.text());
