package flows4ee.rest;

import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import flows4ee.engine.ProcessQueries;
import flows4ee.engine.ProcessView;
import flows4ee.json.JsonArray;
import flows4ee.json.JsonWriter;
import flows4ee.oauth.Roles;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.PageQuery;
import flows4ee.rest.guard.Query;
import flows4ee.rest.guard.Refusal;
import flows4ee.rest.guard.RuntimeSettings;
import flows4ee.rest.wire.Envelope;
import flows4ee.rest.wire.JsonBody;
import flows4ee.rest.wire.LinkBase;
import flows4ee.rest.wire.Links;
import flows4ee.rest.wire.ProcessDocument;
import flows4ee.rest.wire.Replies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/** The answers that resources have in common. */
@ApplicationScoped
public class Answers {

  private static final String REPRESENTATION = "return=representation";

  @Inject Call call;
  @Inject ProcessQueries queries;
  @Inject RuntimeSettings settings;

  /** 200 with a document. */
  Response ok(JsonBody document) {
    return Response.ok(document, MediaType.APPLICATION_JSON_TYPE).build();
  }

  /** A page of an endpoint of the original. */
  <T> Response page(PageQuery query, Page<T> page, BiConsumer<JsonWriter, T> document) {
    return ok(
        call.envelope().of(page.items(), document, query.pagingOf(page), query.outcome(page)));
  }

  /**
   * A page of an extension.
   *
   * @param cursor reads where the next page begins; absent when the order is no single column
   */
  <T> Response page(
      PageQuery query,
      Page<T> page,
      Optional<Function<T, PageRequest.Cursor>> cursor,
      BiConsumer<JsonWriter, T> document) {
    return ok(
        call.envelope().of(page.items(), document, query.paging(), query.outcome(page, cursor)));
  }

  /** A collection of one, or of none for an unknown id. */
  <T> Response single(Optional<T> item, BiConsumer<JsonWriter, T> document) {
    refuseUnknown(item::isPresent);
    return all(Query.of(call), item.stream().toList(), document);
  }

  /** A list that is at hand as a whole, in one page unless the query asks for another. */
  <T> Response all(Query query, List<T> items, BiConsumer<JsonWriter, T> document) {
    PageQuery pages = PageQuery.ofOriginal(query, settings.rest(), Set.of());
    return page(pages, pages.of(items), document);
  }

  /** A collection of one; an unknown id is 404. */
  <T> Response required(Query query, Optional<T> item, BiConsumer<JsonWriter, T> document) {
    T found = item.orElseThrow(Refusal.ITEM_NOT_FOUND::exception);
    return all(query, List.of(found), document);
  }

  /** With {@code rest_strict_get}, refuses what does not exist. */
  void refuseUnknown(BooleanSupplier exists) {
    if (settings.rest().isStrictGet() && !exists.getAsBoolean()) {
      throw Refusal.ITEM_NOT_FOUND.exception();
    }
  }

  /** Whether the caller wants to see, and may see, what his operation led to. */
  boolean isRepresentationWanted() {
    return call.preference("return").filter("representation"::equalsIgnoreCase).isPresent()
        && call.hasRole(Roles.READ);
  }

  /** A success with links, and with the representation when that was asked for. */
  Response done(String message, Consumer<JsonWriter> links, Optional<Consumer<JsonWriter>> item) {
    return applied(item.isPresent(), ok(Replies.done(message, links, item)));
  }

  private static Response applied(boolean isShown, Response response) {
    if (isShown) {
      response.getHeaders().putSingle("Preference-Applied", REPRESENTATION);
    }
    return response;
  }

  /** A success of an operation on an instance. */
  Response processDone(String message, long processId) {
    LinkBase base = call.base();
    Optional<Consumer<JsonWriter>> item = after(processId);
    return done(message, out -> Links.ofProcess(out, base, processId), item);
  }

  /** A success of setting variables of an instance, which echoes them. */
  Response variablesSet(String message, JsonArray items, long processId) {
    Optional<Consumer<JsonWriter>> item = after(processId);
    return applied(item.isPresent(), ok(Replies.done(message, items, item)));
  }

  private Optional<Consumer<JsonWriter>> after(long processId) {
    return isRepresentationWanted()
        ? queries.findProcess(processId).map(this::after)
        : Optional.empty();
  }

  private Consumer<JsonWriter> after(ProcessView process) {
    return out -> ProcessDocument.writeAfter(out, process, call.base());
  }

  /** 201 with the address of what was made. */
  Response created(String path, JsonBody document) {
    URI location = URI.create(call.base().href(path));
    return Response.created(location)
        .header(HttpHeaders.CONTENT_LOCATION, location)
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(document)
        .build();
  }

  /** 201 for a new instance: its item for those who may read, else no row. */
  Response createdProcess(long processId) {
    String path = "processes/" + processId;
    Envelope envelope = new Envelope(call.base().href(path), call.base());
    Optional<ProcessView> process =
        call.hasRole(Roles.READ) ? queries.findProcess(processId) : Optional.empty();
    Optional<Consumer<JsonWriter>> item =
        isRepresentationWanted() ? process.map(this::after) : Optional.empty();
    JsonBody document =
        envelope.withItem(
            process.stream().toList(),
            (out, row) -> ProcessDocument.write(out, row, call.base()),
            item);
    return applied(item.isPresent(), created(path, document));
  }
}
