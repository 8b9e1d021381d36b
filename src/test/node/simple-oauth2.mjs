import { ClientCredentials } from 'simple-oauth2';
import { base, client_id, client_secret, roles } from './client.mjs';

// It takes secrets of visible ASCII only, so it gets id and secret in the form that RFC 6749 2.3.1
// sends them in, and is told not to encode them again.
const client = new ClientCredentials({
  client: { id: encodeURIComponent(client_id), secret: encodeURIComponent(client_secret) },
  auth: { tokenHost: base, tokenPath: `${new URL(base).pathname}/oauth/token` },
  options: { credentialsEncodingMode: 'loose' },
});
const { token } = await client.getToken({});
const answer = await fetch(roles, { headers: { Authorization: `Bearer ${token.access_token}` } });
console.log(await answer.text());
