"use strict";

// Shows the API description of this application. Its addresses are relative to the description;
// the user interface reads them against the server URL, so they are made absolute first.
(async () => {
  const address = new URL("../openapi.json", window.location.href);
  const absolute = (url) => new URL(url, address).href;
  const target = document.getElementById("description");

  const response = await fetch(address);
  if (!response.ok) {
    target.textContent = `The API description is not available (${response.status}).`;
    return;
  }
  const spec = await response.json();
  const withServers = [spec, ...Object.values(spec.paths)];
  withServers
    .flatMap((part) => part.servers ?? [])
    .forEach((server) => { server.url = absolute(server.url); });
  const flow = spec.components.securitySchemes.clientCredentials.flows.clientCredentials;
  flow.tokenUrl = absolute(flow.tokenUrl);

  window.SwaggerUIBundle({
    spec,
    domNode: target,
    deepLinking: true,
    docExpansion: "none",
    validatorUrl: null,
  });
})();
