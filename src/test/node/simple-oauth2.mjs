import { ClientCredentials } from 'simple-oauth2';
import { base, client_id, client_secret, roles } from './client.mjs';

const client = new ClientCredentials({
  client: { id: client_id, secret: client_secret },
  auth: { tokenHost: base, tokenPath: `${new URL(base).pathname}/oauth/token` },
});
const { token } = await client.getToken({});
const answer = await fetch(roles, { headers: { Authorization: `Bearer ${token.access_token}` } });
console.log(await answer.text());
