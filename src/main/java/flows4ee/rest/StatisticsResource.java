package flows4ee.rest;

import flows4ee.engine.ProcessQueries;
import flows4ee.engine.StatisticsSearch;
import flows4ee.oauth.Roles;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.PageQuery;
import flows4ee.rest.guard.Query;
import flows4ee.rest.openapi.Exchange;
import flows4ee.rest.wire.StatisticsDocument;
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

/** Reading the summaries that the nightly job writes. */
@Path("statistics")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statistics")
public class StatisticsResource {

  private static final Set<String> PERIODS = Set.of("DAY", "MONTH", "QUARTER");
  private static final Set<String> COLUMNS =
      Set.of("period_start", "period", "dgrm_id", "diagram_name");
  private static final Set<String> STEP_COLUMNS =
      Set.of("period_start", "period", "dgrm_id", "diagram_name", "bpmn_id");

  @Inject ProcessQueries queries;
  @Inject Call call;
  @Inject Answers answers;

  /** Summaries of instances: filters {@code dgrm_id, diagram, period, from, to}. */
  @GET
  @Path("processes")
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "listProcessStatistics",
      summary = "List statistics of instances",
      description = "Instances by diagram and period, in order of the periods.")
  @Exchange(gives = "ProcessStatisticsCollection", pages = Exchange.Pages.ALWAYS)
  public Response processes() {
    Query query = Query.of(call, Queries.known("dgrm_id", "diagram", "period", "from", "to"));
    PageQuery pages = PageQuery.ofExtension(query, COLUMNS);
    return answers.page(
        pages,
        queries.findInstanceStatistics(search(query), pages.request()),
        Optional.empty(),
        StatisticsDocument::instances);
  }

  /** Summaries of steps: filters {@code dgrm_id, diagram, bpmn_id, period, from, to}. */
  @GET
  @Path("steps")
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "listStepStatistics",
      summary = "List statistics of steps",
      description = "Completed steps by object and period, in order of the periods.")
  @Exchange(gives = "StepStatisticsCollection", pages = Exchange.Pages.ALWAYS)
  public Response steps() {
    Query query =
        Query.of(call, Queries.known("dgrm_id", "diagram", "bpmn_id", "period", "from", "to"));
    PageQuery pages = PageQuery.ofExtension(query, STEP_COLUMNS);
    return answers.page(
        pages,
        queries.findStepStatistics(search(query), pages.request()),
        Optional.empty(),
        StatisticsDocument::steps);
  }

  private static StatisticsSearch search(Query query) {
    return new StatisticsSearch(
        query.ids("dgrm_id"),
        query.all("diagram"),
        query.all("bpmn_id"),
        query.all("period", StatisticsResource::period),
        query.day("from"),
        query.day("to"));
  }

  private static Optional<String> period(String text) {
    return Optional.of(text.toUpperCase(Locale.ROOT)).filter(PERIODS::contains);
  }
}
