package flows4ee.rest;

import flows4ee.engine.Page;
import flows4ee.json.JsonWriter;
import flows4ee.oauth.Roles;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.PageQuery;
import flows4ee.rest.guard.Query;
import flows4ee.rest.guard.RestEvent;
import flows4ee.rest.guard.RestEventLog;
import flows4ee.rest.guard.RestEventStore;
import flows4ee.rest.guard.RestEventStore.RestEventSearch;
import flows4ee.rest.guard.RestEventStore.StoredRestEvent;
import flows4ee.rest.openapi.Exchange;
import flows4ee.rest.wire.Timestamps;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reading the REST event log. */
@Path("utils/rest_event_log")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Utilities")
public class RestLogResource {

  private static final Set<String> COLUMNS =
      Set.of(
          "lgrt_id",
          "lgrt_call_guid",
          "lgrt_client_id",
          "lgrt_log_info",
          "lgrt_timestamp",
          "lgrt_http_method",
          "lgrt_endpoint",
          "lgrt_error_code",
          "lgrt_error_msg");
  private static final Set<String> INFOS = Set.of("ENTER", "FINISHED", "ERROR");

  @Inject RestEventLog log;
  @Inject RestEventStore store;
  @Inject Call call;
  @Inject Answers answers;

  /**
   * The rows, without tokens: filters {@code client_id, log_info, method, endpoint} (its
   * beginning), {@code call_guid, from, to}.
   */
  @GET
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "listRestEvents",
      summary = "List the REST event log",
      description = "The rows of calls that change something, without tokens.")
  @Exchange(gives = "RestEventCollection", pages = Exchange.Pages.ALWAYS)
  public Response search() {
    Query query =
        Query.of(
            call,
            Queries.known(
                "client_id", "log_info", "method", "endpoint", "call_guid", "from", "to"));
    PageQuery pages = PageQuery.ofExtension(query, COLUMNS);
    log.flush();
    Page<StoredRestEvent> page = store.find(read(query), pages.request());
    return answers.page(pages, page, Optional.empty(), RestLogResource::write);
  }

  private static RestEventSearch read(Query query) {
    return new RestEventSearch(
        query.all("client_id"),
        query.all("log_info", RestLogResource::info),
        query.all("method").stream().map(text -> text.toUpperCase(Locale.ROOT)).toList(),
        query.all("endpoint"),
        query.all("call_guid"),
        query.range(""));
  }

  private static Optional<String> info(String text) {
    return Optional.of(text.toUpperCase(Locale.ROOT)).filter(INFOS::contains);
  }

  private static void write(JsonWriter out, StoredRestEvent row) {
    RestEvent event = row.event();
    Integer code = event.errorCode();
    out.beginObject().name("lgrt_id").value(row.id());
    out.name("lgrt_call_guid").value(event.callId());
    out.name("lgrt_client_id").value(event.clientId());
    out.name("lgrt_log_info").value(event.info());
    out.name("lgrt_timestamp").value(Timestamps.format(event.timestamp()));
    out.name("lgrt_http_method").value(event.method());
    out.name("lgrt_endpoint").value(event.endpoint());
    out.name("lgrt_payload").value(event.payload());
    out.name("lgrt_error_code").value(code == null ? null : Long.valueOf(code));
    out.name("lgrt_error_msg").value(event.errorMessage());
    out.name("lgrt_error_stacktrace").value(event.errorTrace());
    out.endObject();
  }
}
