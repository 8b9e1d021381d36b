package flows4ee.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What attributes, ids and roles of clients may look like. */
final class ClientRules {

  static final int MIN_LIFETIME = 60;
  static final int MAX_LIFETIME = 86_400;

  private static final int NAME_MAX = 255;
  private static final int TEXT_MAX = 4000;
  private static final int URI_MAX = 2000;
  private static final int SECRET_MAX = 1000;
  private static final Duration OVERLAP_MAX = Duration.ofHours(8760);
  private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant END_OF_TIME = Instant.parse("+10000-01-01T00:00:00Z");
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}");
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
  private static final Pattern CLIENT_ID = Pattern.compile("[\\x21-\\x39\\x3B-\\x7E]{1,64}");

  private ClientRules() {}

  /**
   * @throws ClientException of kind INVALID for the first attribute that is not as it must be
   */
  static void check(ClientAttributes attributes) {
    checkName("name", attributes.name());
    checkName("owner", attributes.owner());
    checkName("support_email", attributes.supportEmail());
    require(EMAIL.matcher(attributes.supportEmail()).matches(), "support_email");
    require(
        attributes.description().filter(text -> text.length() > TEXT_MAX).isEmpty(), "description");
    require(
        attributes.description().filter(text -> text.indexOf('\0') >= 0).isEmpty(), "description");
    checkUri("support_uri", attributes.supportUri());
    checkUri("redirect_uri", attributes.redirectUri());
    require(attributes.expiresAt().filter(ClientRules::isBeyondCalendar).isEmpty(), "expires_at");
    require(attributes.tokenLifetime().filter(ClientRules::isOutside).isEmpty(), "token_lifetime");
  }

  private static void checkName(String attribute, String value) {
    boolean fits = !value.isBlank() && value.length() <= NAME_MAX;
    require(fits && !CONTROL.matcher(value).find(), attribute);
  }

  private static void checkUri(String attribute, Optional<String> value) {
    require(value.filter(text -> !isWebAddress(text)).isEmpty(), attribute);
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      return web && uri.getHost() != null && text.length() <= URI_MAX;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Databases hold the years 1 to 9999. */
  private static boolean isBeyondCalendar(Instant time) {
    return time.isBefore(FIRST_TIME) || !time.isBefore(END_OF_TIME);
  }

  private static boolean isOutside(int lifetime) {
    return lifetime < MIN_LIFETIME || lifetime > MAX_LIFETIME;
  }

  /** A client id chosen elsewhere: visible ASCII without colon, which Basic could not carry. */
  static void checkClientId(String clientId) {
    require(CLIENT_ID.matcher(clientId).matches(), "client_id");
  }

  static void checkSecret(String secret) {
    boolean fits = !secret.isEmpty() && secret.length() <= SECRET_MAX;
    require(fits && secret.indexOf('\0') < 0, "client_secret");
  }

  /** How long an old secret may work beside the new one, at most a year. */
  static void checkOverlap(Duration overlap) {
    require(!overlap.isNegative() && overlap.compareTo(OVERLAP_MAX) <= 0, "overlap_hours");
  }

  static void checkComment(String comment) {
    require(comment.length() <= TEXT_MAX && comment.indexOf('\0') < 0, "comment");
  }

  /**
   * The roles with these names.
   *
   * @throws ClientException of kind INVALID for an unknown name
   */
  static Set<Role> roles(Collection<String> names) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String name : names) {
      roles.add(
          Role.ofName(name).orElseThrow(() -> ClientException.invalid("roles", "Unknown role")));
    }
    return roles;
  }

  private static void require(boolean holds, String attribute) {
    if (!holds) {
      throw ClientException.invalid(attribute, "Bad value");
    }
  }
}
