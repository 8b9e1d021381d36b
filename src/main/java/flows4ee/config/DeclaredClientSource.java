package flows4ee.config;

import flows4ee.oauth.ClientException;
import flows4ee.oauth.ClientService;
import flows4ee.oauth.DeclaredClients.Declaration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Reads declared clients from the server's configuration: {@code
 * f4a.clients.<name>.roles|secret-hash|owner|support-email|disabled} or, in the environment, {@code
 * F4A_CLIENTS_<NAME>_ROLES} and so on, where the name becomes lower-case.
 *
 * <p>Asks the sources themselves, the strongest first: the configuration in front of them may keep
 * old values for a while.
 */
final class DeclaredClientSource implements Supplier<Map<String, Declaration>> {

  private static final Logger LOG = Logger.getLogger(DeclaredClientSource.class.getName());
  private static final Pattern PROPERTY =
      Pattern.compile("f4a\\.clients\\.(.+)\\.(roles|secret-hash|owner|support-email|disabled)");
  private static final Pattern VARIABLE =
      Pattern.compile("F4A_CLIENTS_(.+)_(ROLES|SECRET_HASH|OWNER|SUPPORT_EMAIL|DISABLED)");
  private static final String SERVER = "server";
  private static final String SERVER_EMAIL = "server@localhost";

  private final Supplier<Iterable<ConfigSource>> sources;
  private Set<String> refused = Set.of();

  /**
   * @param sources in falling order of strength
   */
  DeclaredClientSource(Supplier<Iterable<ConfigSource>> sources) {
    this.sources = sources;
  }

  /** Whether a key belongs to a declared client. */
  static boolean isOfClient(String key) {
    return PROPERTY.matcher(key).matches();
  }

  @Override
  public Map<String, Declaration> get() {
    Map<String, Map<String, String>> values = new HashMap<>();
    for (ConfigSource source : sources.get()) {
      source.getPropertyNames().forEach(key -> collect(source, key, values));
    }
    Map<String, Declaration> declarations = new HashMap<>();
    Set<String> bad = new HashSet<>();
    values.forEach(
        (name, attributes) ->
            declaration(name, attributes)
                .ifPresentOrElse(read -> declarations.put(name, read), () -> bad.add(name)));
    refused = bad;
    return declarations;
  }

  private static void collect(
      ConfigSource source, String key, Map<String, Map<String, String>> values) {
    Matcher property = PROPERTY.matcher(key);
    Matcher variable = VARIABLE.matcher(key);
    String value = source.getValue(key);
    if (value == null) {
      return;
    }
    if (property.matches()) {
      put(values, property.group(1), property.group(2), value);
    } else if (variable.matches()) {
      put(
          values,
          variable.group(1).toLowerCase(Locale.ROOT),
          variable.group(2).toLowerCase(Locale.ROOT).replace('_', '-'),
          value);
    }
  }

  private static void put(
      Map<String, Map<String, String>> values, String name, String attribute, String value) {
    values.computeIfAbsent(name, n -> new HashMap<>()).putIfAbsent(attribute, value.strip());
  }

  private Optional<Declaration> declaration(String name, Map<String, String> values) {
    try {
      return Optional.of(
          new Declaration(
              ClientService.rolesOf(roleNames(values.getOrDefault("roles", ""))),
              Optional.ofNullable(values.get("secret-hash")).filter(hash -> !hash.isEmpty()),
              values.getOrDefault("owner", SERVER),
              values.getOrDefault("support-email", SERVER_EMAIL),
              Boolean.parseBoolean(values.get("disabled"))));
    } catch (ClientException e) {
      if (!refused.contains(name)) {
        LOG.log(Level.WARNING, "Declared client {0} names an unknown role", name);
      }
      return Optional.empty();
    }
  }

  private static List<String> roleNames(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }
}
