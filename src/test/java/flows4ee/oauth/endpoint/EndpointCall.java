package flows4ee.oauth.endpoint;

import flows4ee.oauth.NewSecret;
import flows4ee.oauth.OAuthModule;
import flows4ee.oauth.RequestOrigin;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A request to an endpoint that tests build step by step. */
final class EndpointCall {

  static final String BASE = "https://flows.example.org/flows4apex";
  static final String FORM = "application/x-www-form-urlencoded";

  private final OAuthEndpoints endpoints;
  private final String path;
  private final List<String> authorization = new ArrayList<>();
  private String method = "POST";
  private String address = "192.0.2.1";
  private boolean secure = true;
  private boolean loopback;
  private Optional<String> contentType = Optional.of(FORM);
  private Optional<String> contentEncoding = Optional.empty();
  private byte[] body = new byte[0];

  private EndpointCall(OAuthEndpoints endpoints, String path) {
    this.endpoints = endpoints;
    this.path = path;
  }

  /** A call that authenticates clients as the container's identity store does. */
  static EndpointCall to(String path, OAuthModule module) {
    return new EndpointCall(
        OAuthServlet.endpoints(module, module.clientAuthentication()::verify), path);
  }

  static EndpointCall token(OAuthModule module) {
    return to("/oauth/token", module).form("grant_type=client_credentials");
  }

  EndpointCall method(String value) {
    method = value;
    return this;
  }

  EndpointCall from(String value) {
    address = value;
    return this;
  }

  EndpointCall plainHttp(boolean fromLoopback) {
    secure = false;
    loopback = fromLoopback;
    return this;
  }

  EndpointCall basic(NewSecret client) {
    return basic(client.client().clientId(), client.plain().orElseThrow());
  }

  EndpointCall basic(String clientId, String secret) {
    byte[] pair = (clientId + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return authorization("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  EndpointCall authorization(String header) {
    authorization.add(header);
    return this;
  }

  EndpointCall form(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  EndpointCall body(byte[] bytes) {
    body = bytes.clone();
    return this;
  }

  EndpointCall contentType(String value) {
    contentType = Optional.ofNullable(value);
    return this;
  }

  EndpointCall contentEncoding(String value) {
    contentEncoding = Optional.of(value);
    return this;
  }

  EndpointAnswer send() {
    return begin().toCompletableFuture().join();
  }

  /** Sends without waiting for the answer. */
  CompletionStage<EndpointAnswer> begin() {
    return endpoints.answer(
        path,
        new EndpointRequest(
            method,
            new RequestOrigin(address, secure, loopback, BASE),
            contentType,
            contentEncoding,
            List.copyOf(authorization),
            new ByteArrayInputStream(body)));
  }
}
