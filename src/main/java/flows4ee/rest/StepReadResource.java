package flows4ee.rest;

import flows4ee.engine.Page;
import flows4ee.engine.ProcessQueries;
import flows4ee.engine.WorkItemView;
import flows4ee.oauth.Roles;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.Ids;
import flows4ee.rest.guard.PageQuery;
import flows4ee.rest.guard.Query;
import flows4ee.rest.openapi.Exchange;
import flows4ee.rest.wire.StepDocument;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Reading steps: one by id, and the work list. */
@Path("steps")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Steps")
public class StepReadResource {

  @Inject ProcessQueries queries;
  @Inject Call call;
  @Inject Answers answers;
  @Inject UserTaskUrls userTaskUrls;

  /** The work list; filters: see {@link StepSearches}. */
  @GET
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "listSteps",
      summary = "List work",
      description =
          "The work list over all instances, by default the open steps by priority and due date.")
  @Exchange(gives = "WorkItemCollection", pages = Exchange.Pages.ALWAYS)
  public Response search() {
    Query query = Query.of(call, StepSearches.PARAMETERS);
    PageQuery pages = PageQuery.ofExtension(query, StepSearches.COLUMNS);
    Page<WorkItemView> page = queries.findWork(StepSearches.read(query), pages.request());
    return answers.page(
        pages,
        page,
        pages.request().order().map(StepSearches::cursor),
        (out, work) -> StepDocument.writeWork(out, work, userTaskUrls.of(work), call.base()));
  }

  /** One step; a collection of one, or empty. */
  @GET
  @Path("{sbfl_id}")
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "getStep",
      summary = "Get a step",
      description = "One step: a collection of one, or without rows.")
  @Exchange(gives = "StepCollection", pages = Exchange.Pages.ON_DEMAND)
  public Response find(@PathParam("sbfl_id") String id) {
    return answers.single(
        queries.findStep(Ids.require(id)),
        (out, step) -> StepDocument.write(out, step, userTaskUrls.of(step), call.base()));
  }
}
