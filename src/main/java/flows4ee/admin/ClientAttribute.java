package flows4ee.admin;

import flows4ee.oauth.ClientAttributes;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** An attribute of a client that management tools set by its name and a text. */
enum ClientAttribute {
  NAME(ClientAttributes::withName),
  OWNER(ClientAttributes::withOwner),
  DESCRIPTION(Optional::of, ClientAttributes::withDescription),
  SUPPORT_EMAIL(ClientAttributes::withSupportEmail),
  SUPPORT_URI(Optional::of, ClientAttributes::withSupportUri),
  REDIRECT_URI(Optional::of, ClientAttributes::withRedirectUri),
  EXPIRES_AT(ClientAttribute::time, ClientAttributes::withExpiresAt),
  TOKEN_LIFETIME(ClientAttribute::seconds, ClientAttributes::withTokenLifetime);

  private final BiFunction<ClientAttributes, String, ClientAttributes> change;

  /** An attribute that every client has. */
  ClientAttribute(BiFunction<ClientAttributes, String, ClientAttributes> change) {
    this.change = change;
  }

  /** An attribute that may be absent: an empty text clears it. */
  <T> ClientAttribute(
      Function<String, Optional<T>> reader,
      BiFunction<ClientAttributes, Optional<T>, ClientAttributes> change) {
    this.change =
        (client, text) ->
            change.apply(
                client, text.isEmpty() ? Optional.empty() : Optional.of(read(reader, text)));
  }

  /**
   * The change that sets an attribute.
   *
   * @param name as in the REST API, such as {@code support_email}
   * @throws IllegalArgumentException for an unknown name; the change itself throws it for a text
   *     that cannot be read
   */
  static UnaryOperator<ClientAttributes> edit(String name, String text) {
    for (ClientAttribute attribute : values()) {
      if (attribute.wireName().equals(name)) {
        return client -> attribute.change.apply(client, text);
      }
    }
    throw new IllegalArgumentException("Unknown attribute: " + name);
  }

  private String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  private <T> T read(Function<String, Optional<T>> reader, String text) {
    return reader
        .apply(text)
        .orElseThrow(() -> new IllegalArgumentException("Bad value: " + wireName()));
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> seconds(String text) {
    return Optional.of(text).filter(t -> t.matches("[0-9]{1,9}")).map(Integer::valueOf);
  }
}
