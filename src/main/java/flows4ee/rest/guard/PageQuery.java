package flows4ee.rest.guard;

import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import flows4ee.json.JsonArray;
import flows4ee.json.JsonException;
import flows4ee.json.JsonNull;
import flows4ee.json.JsonNumber;
import flows4ee.json.JsonReader;
import flows4ee.json.JsonString;
import flows4ee.json.JsonValue;
import flows4ee.rest.wire.Paging;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * Which page of a collection a call asks for: {@code limit}, {@code offset} and, for extensions,
 * {@code after}, {@code order_by} and {@code total}.
 *
 * @param request what to read
 * @param paging what the envelope says, as long as nothing was cut off
 */
public record PageQuery(PageRequest request, Paging paging) {

  /** Names of the parameters that a paged extension knows besides its filters. */
  public static final Set<String> PARAMETERS =
      Set.of("limit", "offset", "after", "order_by", "total");

  private static final Set<String> POSITION = Set.of("limit", "offset", "after");
  private static final int MAX_ORIGINAL = 1000;
  private static final int MAX_EXTENSION = 500;
  private static final int DEFAULT_LIMIT = 25;
  private static final int MAX_OFFSET = 999_999_999;

  /** Where a cursor leads: after a row of an ordered list, or past a number of rows. */
  private record Position(Optional<PageRequest.Cursor> after, long offset) {}

  /**
   * An endpoint of the original: unpaged unless {@code limit} or {@code offset} is given.
   *
   * @param columns that {@code order_by} may name; none for endpoints without it and {@code total}
   */
  public static PageQuery ofOriginal(Query query, RestSettings settings, Set<String> columns) {
    boolean isPaged = query.first("limit").or(() -> query.first("offset")).isPresent();
    int cap = settings.limits().unpagedItems();
    int limit = bounded(query, "limit", 1, MAX_ORIGINAL, isPaged ? MAX_ORIGINAL : cap);
    int offset = bounded(query, "offset", 0, MAX_OFFSET, 0);
    boolean isExtended = !columns.isEmpty();
    Optional<String> order = query.first("order_by").filter(text -> isExtended);
    return new PageQuery(
        new PageRequest(
            limit,
            offset,
            column(order, columns),
            isDescending(order),
            Optional.empty(),
            isExtended && isTotalWanted(query)),
        new Paging(isPaged ? limit : 0, offset, isPaged, query.without(POSITION)));
  }

  /** The one list of the original that has a page size of its own. */
  public static PageQuery ofActivities(Query query, RestSettings settings) {
    PageQuery asked = ofOriginal(query, settings, Set.of());
    return asked.paging.isPaged()
        ? asked
        : new PageQuery(asked.request, new Paging(DEFAULT_LIMIT, 0, false, Map.of()));
  }

  /**
   * An extension: pages of 25 unless asked otherwise, by offset or by cursor.
   *
   * @param columns that {@code order_by} may name
   */
  public static PageQuery ofExtension(Query query, Set<String> columns) {
    int limit = bounded(query, "limit", 1, MAX_EXTENSION, DEFAULT_LIMIT);
    Optional<String> after = query.first("after");
    if (after.isPresent() && query.first("offset").isPresent()) {
      throw RefusedException.badValue("offset");
    }
    int offset = bounded(query, "offset", 0, MAX_OFFSET, 0);
    Position position =
        after.map(PageQuery::position).orElse(new Position(Optional.empty(), offset));
    Optional<String> order = query.first("order_by");
    return new PageQuery(
        new PageRequest(
            limit,
            position.offset(),
            column(order, columns),
            isDescending(order),
            position.after(),
            isTotalWanted(query)),
        new Paging(limit, offset, true, query.without(POSITION)));
  }

  /** The page of a list that is at hand as a whole. */
  public <T> Page<T> of(List<T> all) {
    int from = (int) Math.min(request.offset(), all.size());
    int to = Math.min(from + request.limit(), all.size());
    OptionalLong total =
        request.isTotalWanted() ? OptionalLong.of(all.size()) : OptionalLong.empty();
    return new Page<>(all.subList(from, to), to < all.size(), total);
  }

  /** The envelope's paging for a page by offset; an unpaged answer that was cut shows its cap. */
  public Paging pagingOf(Page<?> page) {
    return page.hasMore() && !paging.isPaged()
        ? new Paging(request.limit(), paging.offset(), false, paging.parameters())
        : paging;
  }

  /** What follows a page by offset. */
  public Paging.Outcome outcome(Page<?> page) {
    return new Paging.Outcome(page.hasMore(), null, page.total());
  }

  /**
   * What follows a page of an extension.
   *
   * @param key reads the cursor of a row where the page names none; absent when the order is no
   *     single column
   */
  public <T> Paging.Outcome outcome(Page<T> page, Optional<Function<T, PageRequest.Cursor>> key) {
    if (!page.hasMore() || paging.offset() > 0) {
      return outcome(page);
    }
    T last = page.items().get(page.items().size() - 1);
    String cursor =
        page.next()
            .or(() -> key.map(read -> read.apply(last)))
            .map(PageQuery::text)
            .orElseGet(() -> encode(JsonValue.of(request.offset() + request.limit())));
    return new Paging.Outcome(true, cursor, page.total());
  }

  private static boolean isTotalWanted(Query query) {
    return query.flag("total").orElse(false);
  }

  private static int bounded(Query query, String name, int least, int most, int otherwise) {
    int value = query.integer(name).orElse(otherwise);
    if (query.first(name).isPresent() && (value < least || value > most)) {
      throw RefusedException.badValue(name);
    }
    return value;
  }

  private static Optional<String> column(Optional<String> order, Set<String> columns) {
    return order.map(
        text -> {
          String column = text.replaceFirst(":(asc|desc)$", "");
          if (!columns.contains(column)) {
            throw RefusedException.badValue("order_by");
          }
          return column;
        });
  }

  private static boolean isDescending(Optional<String> order) {
    return order.filter(text -> text.endsWith(":desc")).isPresent();
  }

  private static String text(PageRequest.Cursor cursor) {
    return encode(JsonArray.of(JsonValue.of(cursor.value()), JsonValue.of(cursor.id())));
  }

  private static String encode(JsonValue value) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(value.toJson().getBytes(StandardCharsets.UTF_8));
  }

  private static Position position(String cursor) {
    try {
      JsonValue value = JsonReader.parse(Base64.getUrlDecoder().decode(cursor));
      if (value instanceof JsonNumber offset) {
        return new Position(Optional.empty(), bounded(offset.decimal().longValueExact()));
      }
      if (value instanceof JsonArray pair
          && pair.elements().size() == 2
          && pair.elements().get(1) instanceof JsonNumber id) {
        String text = pair.elements().get(0) instanceof JsonString column ? column.text() : null;
        boolean isKnown = text != null || pair.elements().get(0) == JsonNull.NULL;
        if (isKnown) {
          var after = new PageRequest.Cursor(text, id.decimal().longValueExact());
          return new Position(Optional.of(after), 0);
        }
      }
    } catch (IllegalArgumentException | ArithmeticException | JsonException e) {
      throw RefusedException.badValue("after");
    }
    throw RefusedException.badValue("after");
  }

  private static long bounded(long offset) {
    if (offset < 0 || offset > MAX_OFFSET) {
      throw RefusedException.badValue("after");
    }
    return offset;
  }
}
