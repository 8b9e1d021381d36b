package flows4ee.rest.wire;

import flows4ee.json.JsonWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The collection that every JSON GET answers with: {@code items, hasMore, limit, offset, count,
 * links}, and {@code total} when asked for. A single object is a collection of one.
 */
public final class Envelope {

  private static final int LARGEST_PAGE = 1000;

  private final String self;
  private final LinkBase base;

  /**
   * An envelope for one request.
   *
   * @param self address of the request without its query
   */
  public Envelope(String self, LinkBase base) {
    this.self = self;
    this.base = base;
  }

  /** A collection without rows, the same for every reason of having none. */
  public JsonBody empty() {
    return of(List.<Void>of(), (out, none) -> {}, Paging.NONE, Paging.Outcome.COMPLETE);
  }

  /** An unpaged collection. */
  public <T> JsonBody of(List<T> items, BiConsumer<JsonWriter, T> document) {
    return of(items, document, Paging.NONE, Paging.Outcome.COMPLETE);
  }

  /**
   * An unpaged collection and, when asked for, the representation after the operation.
   *
   * @param item writes the representation
   */
  public <T> JsonBody withItem(
      List<T> items, BiConsumer<JsonWriter, T> document, Optional<Consumer<JsonWriter>> item) {
    JsonWriter out = open(items, document, Paging.NONE, Paging.Outcome.COMPLETE);
    item.ifPresent(
        representation -> {
          out.name("item");
          representation.accept(out);
        });
    return JsonBody.of(out.endObject());
  }

  /**
   * A collection.
   *
   * @param document writes one item
   */
  public <T> JsonBody of(
      List<T> items, BiConsumer<JsonWriter, T> document, Paging paging, Paging.Outcome outcome) {
    return JsonBody.of(open(items, document, paging, outcome).endObject());
  }

  private <T> JsonWriter open(
      List<T> items, BiConsumer<JsonWriter, T> document, Paging paging, Paging.Outcome outcome) {
    JsonWriter out = new JsonWriter();
    out.beginObject().name("items").beginArray();
    items.forEach(item -> document.accept(out, item));
    out.endArray();
    out.name("hasMore").value(outcome.hasMore());
    out.name("limit").value(paging.limit());
    out.name("offset").value(paging.offset());
    out.name("count").value(items.size());
    outcome.total().ifPresent(total -> out.name("total").value(total));
    out.name("links").beginArray();
    links(out, paging, outcome);
    return out.endArray();
  }

  private void links(JsonWriter out, Paging paging, Paging.Outcome outcome) {
    link(out, "self", self);
    link(out, "describedby", base.describedBy());
    if (paging.isPaged()) {
      link(out, "first", page(paging, "limit", Integer.toString(paging.limit())));
    }
    if (outcome.hasMore()) {
      link(out, "next", next(paging, outcome));
    }
    if (paging.isPaged() && paging.offset() > 0) {
      link(out, "prev", at(paging, Math.max(0, paging.offset() - paging.limit())));
    }
  }

  private String next(Paging paging, Paging.Outcome outcome) {
    return outcome.nextCursor() == null
        ? at(paging, paging.offset() + paging.limit())
        : page(paging, "limit", Integer.toString(paging.limit()), "after", outcome.nextCursor());
  }

  private String at(Paging paging, long offset) {
    String limit = Integer.toString(Math.min(paging.limit(), LARGEST_PAGE));
    return offset == 0
        ? page(paging, "limit", limit)
        : page(paging, "limit", limit, "offset", Long.toString(offset));
  }

  /** The request's address with its other parameters and these. */
  private String page(Paging paging, String... namesAndValues) {
    StringBuilder url = new StringBuilder(self);
    for (Map.Entry<String, List<String>> parameter : paging.parameters().entrySet()) {
      parameter.getValue().forEach(value -> append(url, parameter.getKey(), value));
    }
    for (int i = 0; i < namesAndValues.length; i += 2) {
      append(url, namesAndValues[i], namesAndValues[i + 1]);
    }
    return url.toString();
  }

  private static void append(StringBuilder url, String name, String value) {
    url.append(url.indexOf("?") < 0 ? '?' : '&');
    url.append(encode(name)).append('=').append(encode(value));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static void link(JsonWriter out, String rel, String href) {
    out.beginObject().name("rel").value(rel).name("href").value(href).endObject();
  }
}
