package flows4ee.rest;

import flows4ee.engine.FoundTimerView;
import flows4ee.engine.Page;
import flows4ee.engine.ProcessQueries;
import flows4ee.oauth.Roles;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.PageQuery;
import flows4ee.rest.guard.Query;
import flows4ee.rest.openapi.Exchange;
import flows4ee.rest.wire.InstanceDocuments;
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
import java.util.Optional;

/** Reading timers across instances; those of one instance are with the instance. */
@Path("timers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Steps")
public class TimerResource {

  @Inject ProcessQueries queries;
  @Inject Call call;
  @Inject Answers answers;

  /** Searches timers; filters: see {@link TimerSearches}. */
  @GET
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "searchTimers",
      summary = "Search timers",
      description =
          "Timers of all instances. Those that are late have the status C and a due time that has"
              + " passed.")
  @Exchange(gives = "FoundTimerCollection", pages = Exchange.Pages.ALWAYS)
  public Response search() {
    Query query = Query.of(call, TimerSearches.PARAMETERS);
    PageQuery pages = PageQuery.ofExtension(query, TimerSearches.COLUMNS);
    Page<FoundTimerView> page = queries.findTimers(TimerSearches.read(query), pages.request());
    return answers.page(pages, page, Optional.empty(), InstanceDocuments::foundTimer);
  }
}
