package flows4ee.config;

import flows4ee.oauth.OAuthSettings.Origin;
import flows4ee.rest.guard.RestSettings;
import flows4ee.rest.guard.RestSettings.Limits;
import flows4ee.rest.guard.RestSettings.Log;
import flows4ee.rest.guard.RestSettings.PayloadLogging;
import flows4ee.rest.guard.RuntimeSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The run-time configuration as REST uses, shows and changes it. */
final class RestRuntimeSettings implements RuntimeSettings {

  private final RuntimeConfiguration configuration;
  private volatile Known known = new Known(null, null);

  /**
   * Settings read already.
   *
   * @param snapshot the values they were read from
   */
  private record Known(Object snapshot, RestSettings settings) {}

  RestRuntimeSettings(RuntimeConfiguration configuration) {
    this.configuration = configuration;
  }

  @Override
  public RestSettings rest() {
    Object snapshot = configuration.snapshot();
    Known last = known;
    if (last.snapshot() != snapshot) {
      last = new Known(snapshot, read());
      known = last;
    }
    return last.settings();
  }

  private RestSettings read() {
    return new RestSettings(
        origin(),
        limits(),
        log(),
        configuration.flag(RuntimeKey.REST_STRICT_GET),
        configuration.flag(RuntimeKey.REST_PING_ANY_ROLE),
        configuration.integer(RuntimeKey.REST_IDEMPOTENCY_HOURS),
        Set.copyOf(ValueRange.items(configuration.text(RuntimeKey.REST_CORS_ORIGINS))),
        configuration.flag(RuntimeKey.REST_OPENAPI_PUBLIC),
        present(RuntimeKey.USERTASK_URL_TEMPLATE));
  }

  private Origin origin() {
    return new Origin(
        present(RuntimeKey.REST_BASE),
        configuration.flag(RuntimeKey.REST_TRUST_FORWARDED),
        Set.copyOf(ValueRange.items(configuration.text(RuntimeKey.REST_TRUSTED_PROXIES))));
  }

  private Limits limits() {
    return new Limits(
        configuration.integer(RuntimeKey.REST_MAX_BODY_BYTES),
        configuration.integer(RuntimeKey.REST_MAX_DIAGRAM_BYTES),
        configuration.integer(RuntimeKey.REST_MAX_BATCH),
        configuration.integer(RuntimeKey.REST_MAX_UNPAGED_ITEMS),
        configuration.integer(RuntimeKey.REST_MAX_CALLS_PER_MINUTE));
  }

  private Log log() {
    String payload = configuration.text(RuntimeKey.LOGGING_REST_PAYLOAD);
    return new Log(
        "Y".equals(configuration.text(RuntimeKey.LOGGING_REST_INCOMING_CALLS)),
        PayloadLogging.valueOf(payload.toUpperCase(Locale.ROOT)),
        configuration.integer(RuntimeKey.LOGGING_REST_RETAIN_DAYS));
  }

  private Optional<String> present(RuntimeKey key) {
    return Optional.of(configuration.text(key)).filter(text -> !text.isEmpty());
  }

  @Override
  public List<Entry> entries() {
    return configuration.entries();
  }

  @Override
  public void change(Map<String, Optional<String>> values, String user) {
    configuration.change(values, user);
  }
}
