import * as oauth from 'oauth4webapi';
import { base, client_id, client_secret, roles } from './client.mjs';

const options = { [oauth.allowInsecureRequests]: true };
const client = { client_id };
const server = await (await fetch(`${base}/.well-known/oauth-authorization-server`)).json();
const response = await oauth.clientCredentialsGrantRequest(
  server,
  client,
  oauth.ClientSecretBasic(client_secret),
  new URLSearchParams(),
  options,
);
const { access_token } = await oauth.processClientCredentialsResponse(server, client, response);
const answer = await oauth.protectedResourceRequest(
  access_token, 'GET', roles, undefined, undefined, options);
console.log(await answer.text());
