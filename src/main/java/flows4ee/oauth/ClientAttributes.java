package flows4ee.oauth;

import java.time.Instant;
import java.util.Optional;

/**
 * What an administrator may set on a client, its roles and secrets apart.
 *
 * @param name at most 255 characters, unique ignoring case
 * @param owner at most 255 characters
 * @param description at most 4000 characters
 * @param supportEmail e-mail address, at most 255 characters
 * @param supportUri http or https URI, at most 2000 characters
 * @param redirectUri http or https URI, at most 2000 characters; stored, not used
 * @param expiresAt from when the client gets no token and its tokens fail
 * @param tokenLifetime seconds, 60 to 86400; empty for the configured one
 */
public record ClientAttributes(
    String name,
    String owner,
    Optional<String> description,
    String supportEmail,
    Optional<String> supportUri,
    Optional<String> redirectUri,
    Optional<Instant> expiresAt,
    Optional<Integer> tokenLifetime) {

  /** Attributes with only what is required. */
  public static ClientAttributes of(String name, String owner, String supportEmail) {
    return new ClientAttributes(
        name,
        owner,
        Optional.empty(),
        supportEmail,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public ClientAttributes withName(String value) {
    return new ClientAttributes(
        value, owner, description, supportEmail, supportUri, redirectUri, expiresAt, tokenLifetime);
  }

  public ClientAttributes withOwner(String value) {
    return new ClientAttributes(
        name, value, description, supportEmail, supportUri, redirectUri, expiresAt, tokenLifetime);
  }

  public ClientAttributes withDescription(Optional<String> value) {
    return new ClientAttributes(
        name, owner, value, supportEmail, supportUri, redirectUri, expiresAt, tokenLifetime);
  }

  public ClientAttributes withSupportEmail(String value) {
    return new ClientAttributes(
        name, owner, description, value, supportUri, redirectUri, expiresAt, tokenLifetime);
  }

  public ClientAttributes withSupportUri(Optional<String> value) {
    return new ClientAttributes(
        name, owner, description, supportEmail, value, redirectUri, expiresAt, tokenLifetime);
  }

  public ClientAttributes withRedirectUri(Optional<String> value) {
    return new ClientAttributes(
        name, owner, description, supportEmail, supportUri, value, expiresAt, tokenLifetime);
  }

  public ClientAttributes withExpiresAt(Optional<Instant> value) {
    return new ClientAttributes(
        name, owner, description, supportEmail, supportUri, redirectUri, value, tokenLifetime);
  }

  public ClientAttributes withTokenLifetime(Optional<Integer> value) {
    return new ClientAttributes(
        name, owner, description, supportEmail, supportUri, redirectUri, expiresAt, value);
  }
}
