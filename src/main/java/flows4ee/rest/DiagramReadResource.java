package flows4ee.rest;

import flows4ee.engine.DiagramObjectView;
import flows4ee.engine.DiagramObjects;
import flows4ee.engine.DiagramSearch;
import flows4ee.engine.DiagramView;
import flows4ee.engine.ObjectStatistics;
import flows4ee.engine.Page;
import flows4ee.engine.PageRequest;
import flows4ee.engine.ProcessQueries;
import flows4ee.engine.ProcessView;
import flows4ee.oauth.Roles;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.Ids;
import flows4ee.rest.guard.PageQuery;
import flows4ee.rest.guard.Query;
import flows4ee.rest.guard.Refusal;
import flows4ee.rest.guard.RuntimeSettings;
import flows4ee.rest.openapi.Exchange;
import flows4ee.rest.wire.DiagramDocument;
import flows4ee.rest.wire.ObjectDocument;
import flows4ee.rest.wire.ProcessDocument;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reading diagrams. */
@Path("diagrams")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Diagrams")
public class DiagramReadResource {

  private static final Set<String> COLUMNS =
      Set.of("dgrm_id", "name", "version", "status", "category");

  @Inject ProcessQueries queries;
  @Inject DiagramObjects diagramObjects;
  @Inject Call call;
  @Inject Answers answers;
  @Inject RuntimeSettings settings;
  @Inject DiagramTags tags;
  @Inject Clock clock;

  /**
   * The diagrams in order of their ids. Parameters: {@code name} (part of the name), {@code status}
   * ({@code released}; {@code all}), {@code version}, {@code category}, {@code order_by}, {@code
   * total}, paging.
   */
  @GET
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "listDiagrams",
      summary = "List diagrams",
      description = "The diagrams in order of their ids, by default the released ones.")
  @Exchange(gives = "DiagramCollection", pages = Exchange.Pages.ON_DEMAND)
  public Response search() {
    Query query = Query.of(call);
    PageQuery pages = PageQuery.ofOriginal(query, settings.rest(), COLUMNS);
    DiagramSearch search =
        new DiagramSearch(
            query.first("name"),
            statuses(query, "released"),
            query.all("version"),
            query.all("category"));
    Page<DiagramView> page = queries.findDiagrams(search, pages.request());
    return answers.page(
        pages, page, (out, diagram) -> DiagramDocument.write(out, diagram, call.base()));
  }

  /** One diagram in any status; a collection of one, or empty. */
  @GET
  @Path("{dgrm_id}")
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "getDiagram",
      summary = "Get a diagram",
      description = "One diagram in any status: a collection of one, or without rows.")
  @Exchange(gives = "DiagramCollection", pages = Exchange.Pages.ON_DEMAND)
  public Response find(@PathParam("dgrm_id") String id) {
    Optional<DiagramView> diagram = queries.findDiagram(Ids.require(id));
    diagram.ifPresent(tags::seed);
    return answers.single(diagram, (out, item) -> DiagramDocument.write(out, item, call.base()));
  }

  /** The stored BPMN XML, byte for byte, as a file to save. */
  @GET
  @Path("{dgrm_id}/export")
  @Produces(MediaType.APPLICATION_XML)
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "exportDiagram",
      summary = "Export a diagram",
      description = "The stored BPMN XML, byte for byte, as a file to save.")
  @Exchange(gives = "BpmnFile")
  public Response export(@PathParam("dgrm_id") String id) {
    long diagramId = Ids.require(id);
    DiagramView diagram =
        queries.findDiagram(diagramId).orElseThrow(Refusal.ITEM_NOT_FOUND::exception);
    byte[] content =
        queries.findDiagramContent(diagramId).orElseThrow(Refusal.ITEM_NOT_FOUND::exception);
    return Response.ok(content, MediaType.APPLICATION_XML_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, ExportNames.disposition(diagram, clock.instant()))
        .build();
  }

  /**
   * Instances of a diagram in order of their ids; {@code status} ({@code running}; {@code all}).
   */
  @GET
  @Path("{dgrm_id}/processes")
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "listDiagramProcesses",
      summary = "List instances of a diagram",
      description = "Instances in order of their ids, by default the running ones.")
  @Exchange(gives = "ProcessCollection", pages = Exchange.Pages.ON_DEMAND)
  public Response processes(@PathParam("dgrm_id") String id) {
    long diagramId = Ids.require(id);
    Query query = Query.of(call);
    PageQuery pages = PageQuery.ofOriginal(query, settings.rest(), Set.of());
    answers.refuseUnknown(() -> queries.findDiagram(diagramId).isPresent());
    Page<ProcessView> page =
        queries.findProcessesOf(diagramId, statuses(query, "running"), pages.request());
    return answers.page(
        pages, page, (out, process) -> ProcessDocument.write(out, process, call.base()));
  }

  /** The objects of a diagram in document order; {@code stats=true} counts the instances there. */
  @GET
  @Path("{dgrm_id}/objects")
  @RolesAllowed(Roles.READ)
  @Operation(
      operationId = "listDiagramObjects",
      summary = "List objects of a diagram",
      description = "The elements in document order, on demand with the instances there.")
  @Exchange(gives = "DiagramObjectCollection", pages = Exchange.Pages.ALWAYS)
  public Response objects(@PathParam("dgrm_id") String id) {
    long diagramId = Ids.require(id);
    Query query = Query.of(call, Queries.known("stats"));
    boolean isCounted = query.flag("stats").orElse(false);
    PageQuery pages = PageQuery.ofExtension(query, ObjectOrder.columns(isCounted));
    List<DiagramObjectView> objects =
        diagramObjects.find(diagramId).orElseThrow(Refusal.ITEM_NOT_FOUND::exception);
    Map<String, ObjectStatistics> counts =
        isCounted ? queries.findObjectStatistics(diagramId) : Map.of();
    List<ObjectOrder.Row> rows =
        objects.stream().map(object -> row(object, isCounted, counts)).toList();
    PageRequest wanted = pages.request();
    List<ObjectOrder.Row> sorted = ObjectOrder.sorted(rows, wanted.order(), wanted.isDescending());
    return answers.page(
        pages,
        pages.of(sorted),
        Optional.empty(),
        (out, row) -> ObjectDocument.write(out, row.object(), row.counts()));
  }

  private static ObjectOrder.Row row(
      DiagramObjectView object, boolean isCounted, Map<String, ObjectStatistics> counts) {
    return new ObjectOrder.Row(
        object,
        isCounted
            ? Optional.of(counts.getOrDefault(object.bpmnId(), ObjectStatistics.NONE))
            : Optional.empty());
  }

  private static List<String> statuses(Query query, String otherwise) {
    String status = query.first("status").orElse(otherwise).toLowerCase(Locale.ROOT);
    return status.equals("all") ? List.of() : List.of(status);
  }
}
