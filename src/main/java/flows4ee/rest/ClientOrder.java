package flows4ee.rest;

import flows4ee.oauth.ClientView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What the list of clients can be ordered by; absent values come last, equal ones by client id. */
final class ClientOrder {

  private static final Map<String, Comparator<ClientView>> COLUMNS =
      Map.ofEntries(
          Map.entry("client_id", by(ClientView::clientId)),
          Map.entry("name", by(client -> client.attributes().name())),
          Map.entry("owner", by(client -> client.attributes().owner())),
          Map.entry("description", byOptional(client -> client.attributes().description())),
          Map.entry("support_email", by(client -> client.attributes().supportEmail())),
          Map.entry("support_uri", byOptional(client -> client.attributes().supportUri())),
          Map.entry("managed", by(ClientView::managed)),
          Map.entry("disabled", by(ClientView::disabled)),
          Map.entry("expires_at", byOptional(client -> client.attributes().expiresAt())),
          Map.entry("token_lifetime", byOptional(client -> client.attributes().tokenLifetime())),
          Map.entry("created_at", by(client -> client.audit().createdAt())),
          Map.entry("created_by", by(client -> client.audit().createdBy())),
          Map.entry("updated_at", by(client -> client.audit().updatedAt())),
          Map.entry("updated_by", by(client -> client.audit().updatedBy())),
          Map.entry("last_used_at", byOptional(client -> client.audit().lastUsedAt())));

  private ClientOrder() {}

  /** Names of the columns. */
  static Set<String> columns() {
    return COLUMNS.keySet();
  }

  /** The clients in order of a column; as they are without one. */
  static List<ClientView> sorted(
      List<ClientView> clients, Optional<String> column, boolean isDescending) {
    if (column.isEmpty()) {
      return clients;
    }
    Comparator<ClientView> order = COLUMNS.get(column.get()).thenComparing(ClientView::clientId);
    return clients.stream().sorted(isDescending ? order.reversed() : order).toList();
  }

  private static <T extends Comparable<? super T>> Comparator<ClientView> by(
      Function<ClientView, T> value) {
    return Comparator.comparing(value);
  }

  private static <T extends Comparable<? super T>> Comparator<ClientView> byOptional(
      Function<ClientView, Optional<T>> value) {
    return Comparator.comparing(
        client -> value.apply(client).orElse(null),
        Comparator.nullsLast(Comparator.naturalOrder()));
  }
}
