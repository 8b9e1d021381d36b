package flows4ee.cli;

import flows4ee.json.JsonNull;
import flows4ee.json.JsonObject;
import flows4ee.json.JsonValue;
import flows4ee.oauth.ClientAttributes;
import flows4ee.rest.wire.Timestamps;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that set attributes of a client; an empty text clears what may be absent. */
final class ClientChange {

  @Option(names = "--name", description = "Name, unique among the clients.")
  String name;

  @Option(names = "--owner", description = "Who answers for the client.")
  String owner;

  @Option(names = "--support-email", description = "Address for questions about the client.")
  String supportEmail;

  @Option(names = "--description", description = "What the client is for.")
  String description;

  @Option(names = "--support-uri", description = "Web page for questions about the client.")
  String supportUri;

  @Option(names = "--redirect-uri", description = "Kept as a note; this grant does not use it.")
  String redirectUri;

  @Option(
      names = "--expires-at",
      converter = TimeConverter.class,
      description = "When the client ends, such as 2030-01-31T00:00:00Z; empty for never.")
  Given<Instant> expiresAt;

  @Option(
      names = "--token-lifetime",
      converter = SecondsConverter.class,
      description = "Life of its tokens in seconds, 60 to 86400; empty for the configured one.")
  Given<Integer> tokenLifetime;

  /**
   * What an option says about an attribute that may be absent.
   *
   * @param value empty to clear it
   */
  record Given<T>(Optional<T> value) {}

  /** Reads a timestamp as the REST API does. */
  static final class TimeConverter implements ITypeConverter<Given<Instant>> {

    @Override
    public Given<Instant> convert(String value) {
      return given(value, Timestamps::parse, "a time such as 2030-01-31T00:00:00Z");
    }
  }

  /** Reads a number of seconds. */
  static final class SecondsConverter implements ITypeConverter<Given<Integer>> {

    @Override
    public Given<Integer> convert(String value) {
      return given(value, SecondsConverter::seconds, "a number of seconds");
    }

    private static Optional<Integer> seconds(String text) {
      return Optional.of(text).filter(t -> t.matches("[0-9]{1,9}")).map(Integer::valueOf);
    }
  }

  private static <T> Given<T> given(
      String text, Function<String, Optional<T>> reader, String expected) {
    Optional<T> value = reader.apply(text);
    if (value.isEmpty() && !text.isEmpty()) {
      throw new TypeConversionException("'" + text + "' is not " + expected);
    }
    return new Given<>(value);
  }

  /** The attributes of a new client. */
  ClientAttributes attributes(String otherwiseOwner) {
    return edit(ClientAttributes.of(name, otherwiseOwner, supportEmail));
  }

  /** The attributes with those given here. */
  ClientAttributes edit(ClientAttributes client) {
    ClientAttributes edited = client;
    edited = name == null ? edited : edited.withName(name);
    edited = owner == null ? edited : edited.withOwner(owner);
    edited = supportEmail == null ? edited : edited.withSupportEmail(supportEmail);
    edited = description == null ? edited : edited.withDescription(text(description));
    edited = supportUri == null ? edited : edited.withSupportUri(text(supportUri));
    edited = redirectUri == null ? edited : edited.withRedirectUri(text(redirectUri));
    edited = expiresAt == null ? edited : edited.withExpiresAt(expiresAt.value());
    return tokenLifetime == null ? edited : edited.withTokenLifetime(tokenLifetime.value());
  }

  /** The same as a body for the REST API. */
  JsonObject toJson() {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    put(members, "name", name);
    put(members, "owner", owner);
    put(members, "support_email", supportEmail);
    put(members, "description", description);
    put(members, "support_uri", supportUri);
    put(members, "redirect_uri", redirectUri);
    if (expiresAt != null) {
      members.put(
          "expires_at", JsonValue.of(expiresAt.value().map(Timestamps::format).orElse(null)));
    }
    if (tokenLifetime != null) {
      members.put(
          "token_lifetime",
          tokenLifetime.value().<JsonValue>map(JsonValue::of).orElse(JsonNull.NULL));
    }
    return new JsonObject(members);
  }

  private static void put(Map<String, JsonValue> members, String key, String value) {
    if (value != null) {
      members.put(key, JsonValue.of(text(value).orElse(null)));
    }
  }

  private static Optional<String> text(String value) {
    return Optional.of(value).filter(given -> !given.isEmpty());
  }
}
