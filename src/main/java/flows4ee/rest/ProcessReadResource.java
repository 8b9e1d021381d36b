package flows4ee.rest;

import flows4ee.engine.CalledDiagramView;
import flows4ee.engine.EventSearch;
import flows4ee.engine.EventView;
import flows4ee.engine.Page;
import flows4ee.engine.ProcessQueries;
import flows4ee.engine.ProcessSearch;
import flows4ee.engine.ProcessView;
import flows4ee.engine.StepView;
import flows4ee.engine.SubscriptionSearch;
import flows4ee.engine.SubscriptionView;
import flows4ee.engine.TimerView;
import flows4ee.engine.VariableView;
import flows4ee.oauth.Roles;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.Ids;
import flows4ee.rest.guard.PageQuery;
import flows4ee.rest.guard.Query;
import flows4ee.rest.guard.Refusal;
import flows4ee.rest.guard.RefusedException;
import flows4ee.rest.guard.RuntimeSettings;
import flows4ee.rest.openapi.Exchange;
import flows4ee.rest.wire.ActivityDocument;
import flows4ee.rest.wire.InstanceDocuments;
import flows4ee.rest.wire.ProcessDocument;
import flows4ee.rest.wire.StepDocument;
import flows4ee.rest.wire.VariableDocument;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reading process instances and what hangs on them. */
@Path("processes")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Processes")
public class ProcessReadResource {

  private static final Set<String> NO_COLUMNS = Set.of();
  private static final Set<String> CALL_COLUMNS =
      Set.of(
          "calling_dgrm_id",
          "calling_objt",
          "dgrm_id",
          "diagram_name",
          "diagram_version",
          "diagram_level");
  private static final Set<String> EVENT_COLUMNS =
      Set.of("timestamp", "source", "event", "bpmn_id", "sbfl_id", "step_key", "user");
  private static final Set<String> TIMER_COLUMNS =
      Set.of("sbfl_id", "bpmn_id", "type", "start_on", "run", "status");

  @Inject ProcessQueries queries;
  @Inject Call call;
  @Inject Answers answers;
  @Inject UserTaskUrls userTaskUrls;
  @Inject RuntimeSettings settings;

  /**
   * Searches instances. Filters: see {@link ProcessSearches}; an item carries {@code process_vars}
   * only with {@code fields=process_vars}.
   */
  @GET
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "listProcesses",
      summary = "Search instances",
      description = "Repeating a parameter means or, different parameters mean and.")
  @Exchange(gives = "FoundProcessCollection", pages = Exchange.Pages.ALWAYS)
  public Response search() {
    Query query = Query.of(call, ProcessSearches.PARAMETERS);
    ProcessSearch search = ProcessSearches.read(query);
    PageQuery pages = PageQuery.ofExtension(query, ProcessSearches.COLUMNS);
    Page<ProcessView> page = queries.findProcesses(search, pages.request());
    return answers.page(
        pages,
        page,
        Optional.of(ProcessSearches.cursor(pages.request().order())),
        (out, item) ->
            ProcessDocument.writeFound(out, item, search.isWithVariables(), call.base()));
  }

  /** One instance with the variables of all scopes; a collection of one, or empty. */
  @GET
  @Path("{prcs_id}")
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "getProcess",
      summary = "Get an instance",
      description =
          "One instance with the variables of all scopes: a collection of one, or without rows.")
  @Exchange(gives = "ProcessCollection", pages = Exchange.Pages.ON_DEMAND)
  public Response find(@PathParam("prcs_id") String id) {
    return answers.single(
        queries.findProcess(Ids.require(id)),
        (out, item) -> ProcessDocument.write(out, item, call.base()));
  }

  /** Variables of one scope (0): parameters {@code name} and {@code scope}. */
  @GET
  @Path("{prcs_id}/process_vars")
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "listVariables",
      summary = "List variables of an instance",
      description = "The variables of one scope in order of their names.")
  @Exchange(gives = "VariableCollection", pages = Exchange.Pages.ON_DEMAND)
  public Response variables(@PathParam("prcs_id") String id) {
    long processId = Ids.require(id);
    Query query = Query.of(call);
    long scope = query.first("scope").map(ProcessReadResource::scope).orElse(0L);
    PageQuery pages = PageQuery.ofOriginal(query, settings.rest(), NO_COLUMNS);
    answers.refuseUnknown(() -> queries.existsProcess(processId));
    Page<VariableView> page =
        queries.findVariables(processId, scope, query.first("name"), pages.request());
    return answers.page(pages, page, VariableDocument::write);
  }

  /** The steps of an instance in order of their ids. */
  @GET
  @Path("{prcs_id}/steps")
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "listProcessSteps",
      summary = "List steps of an instance",
      description = "The current steps in order of their ids.")
  @Exchange(gives = "StepCollection", pages = Exchange.Pages.ON_DEMAND)
  public Response steps(@PathParam("prcs_id") String id) {
    long processId = Ids.require(id);
    PageQuery pages = PageQuery.ofOriginal(Query.of(call), settings.rest(), NO_COLUMNS);
    answers.refuseUnknown(() -> queries.existsProcess(processId));
    Page<StepView> page = queries.findSteps(processId, pages.request());
    Set<Long> atUserTasks = userTaskUrls.subflowsAtUserTasks(processId);
    return answers.page(
        pages,
        page,
        (out, step) -> {
          Optional<String> url =
              atUserTasks.contains(step.subflowId()) ? userTaskUrls.fill(step) : Optional.empty();
          StepDocument.write(out, step, url, call.base());
        });
  }

  /**
   * One row {@code current, completed, error}: strings that hold JSON arrays of BPMN ids, or null;
   * real arrays with {@code arrays=true}.
   */
  @GET
  @Path("{prcs_id}/activities")
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "getActivities",
      summary = "Get the objects of an instance",
      description = "The BPMN ids of current, completed and failed objects, in one row.")
  @Exchange(gives = "ActivitiesCollection", pages = Exchange.Pages.ON_DEMAND)
  public Response activities(@PathParam("prcs_id") String id) {
    long processId = Ids.require(id);
    Query query = Query.of(call);
    boolean isArrays = query.flag("arrays").orElse(false);
    PageQuery pages = PageQuery.ofActivities(query, settings.rest());
    answers.refuseUnknown(() -> queries.existsProcess(processId));
    return answers.page(
        pages,
        pages.of(List.of(queries.findActivities(processId))),
        (out, item) -> ActivityDocument.write(out, item, isArrays));
  }

  /** What the call activities in reach of the instance call. */
  @GET
  @Path("{prcs_id}/called_diagrams")
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "listCalledDiagrams",
      summary = "List the diagrams that an instance calls",
      description =
          "Every call activity in reach with the version it was bound to when the instance was"
              + " made, callers before what they call.")
  @Exchange(gives = "CalledDiagramCollection", pages = Exchange.Pages.ALWAYS)
  public Response calledDiagrams(@PathParam("prcs_id") String id) {
    long processId = Ids.require(id);
    PageQuery pages = PageQuery.ofExtension(Query.of(call, Queries.known()), CALL_COLUMNS);
    requireProcess(processId);
    Page<CalledDiagramView> page = queries.findCalledDiagrams(processId, pages.request());
    return answers.page(pages, page, Optional.empty(), InstanceDocuments::calledDiagram);
  }

  /** Open message subscriptions of the instance, for diagnosis. */
  @GET
  @Path("{prcs_id}/message_subscriptions")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "listProcessSubscriptions",
      summary = "List message subscriptions of an instance",
      description = "Open subscriptions, for diagnosis.")
  @Exchange(gives = "SubscriptionCollection", pages = Exchange.Pages.ON_DEMAND)
  public Response subscriptions(@PathParam("prcs_id") String id) {
    long processId = Ids.require(id);
    PageQuery pages = PageQuery.ofOriginal(Query.of(call), settings.rest(), NO_COLUMNS);
    answers.refuseUnknown(() -> queries.existsProcess(processId));
    Page<SubscriptionView> page =
        queries.findSubscriptions(SubscriptionSearch.of(processId), pages.request());
    return answers.page(pages, page, InstanceDocuments::subscription);
  }

  /** Entries of the event logs: filters {@code source, event, bpmn_id, from, to}. */
  @GET
  @Path("{prcs_id}/events")
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "listEvents",
      summary = "List events of an instance",
      description = "Entries of the event logs in order of time.")
  @Exchange(gives = "EventCollection", pages = Exchange.Pages.ALWAYS)
  public Response events(@PathParam("prcs_id") String id) {
    long processId = Ids.require(id);
    Query query = Query.of(call, Queries.known("source", "event", "bpmn_id", "from", "to"));
    List<String> sources = query.all("source", ProcessReadResource::source);
    EventSearch search =
        new EventSearch(sources, query.all("event"), query.all("bpmn_id"), query.range(""));
    PageQuery pages = PageQuery.ofExtension(query, EVENT_COLUMNS);
    requireProcess(processId);
    Page<EventView> page = queries.findEvents(processId, search, pages.request());
    return answers.page(pages, page, Optional.empty(), InstanceDocuments::event);
  }

  /** Timers of the instance. */
  @GET
  @Path("{prcs_id}/timers")
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "listTimers",
      summary = "List timers of an instance",
      description = "The timers in order of their steps.")
  @Exchange(gives = "TimerCollection", pages = Exchange.Pages.ALWAYS)
  public Response timers(@PathParam("prcs_id") String id) {
    long processId = Ids.require(id);
    PageQuery pages = PageQuery.ofExtension(Query.of(call, Queries.known()), TIMER_COLUMNS);
    requireProcess(processId);
    Page<TimerView> page = queries.findTimers(processId, pages.request());
    return answers.page(pages, page, Optional.empty(), InstanceDocuments::timer);
  }

  /** Counts per step status, open errors, elapsed seconds. */
  @GET
  @Path("{prcs_id}/summary")
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "getSummary",
      summary = "Get the summary of an instance",
      description = "Counts by status of the steps, open errors, elapsed seconds.")
  @Exchange(gives = "SummaryCollection", pages = Exchange.Pages.ON_DEMAND)
  public Response summary(@PathParam("prcs_id") String id) {
    long processId = Ids.require(id);
    Query query = Query.of(call, Queries.PAGE);
    return answers.required(query, queries.findSummary(processId), InstanceDocuments::summary);
  }

  private void requireProcess(long processId) {
    if (!queries.existsProcess(processId)) {
      throw Refusal.ITEM_NOT_FOUND.exception();
    }
  }

  private static long scope(String text) {
    if (!text.matches("-?[0-9]{1,18}")) {
      throw RefusedException.badValue("scope");
    }
    return Long.parseLong(text);
  }

  private static Optional<String> source(String text) {
    return Set.of("instance", "step", "variable").contains(text)
        ? Optional.of(text)
        : Optional.empty();
  }
}
