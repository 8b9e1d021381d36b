package flows4ee.rest;

import flows4ee.engine.DeployedDiagram;
import flows4ee.engine.Deployment;
import flows4ee.engine.DiagramReference;
import flows4ee.engine.DiagramView;
import flows4ee.engine.NewInstance;
import flows4ee.engine.ProcessEngine;
import flows4ee.engine.ProcessQueries;
import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.json.JsonNumber;
import flows4ee.json.JsonObject;
import flows4ee.oauth.Roles;
import flows4ee.rest.guard.Attributes;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.Idempotent;
import flows4ee.rest.guard.Ids;
import flows4ee.rest.guard.NoParameters;
import flows4ee.rest.guard.Query;
import flows4ee.rest.guard.RefusedException;
import flows4ee.rest.guard.RequestBody;
import flows4ee.rest.openapi.Exchange;
import flows4ee.rest.wire.DiagramDocument;
import flows4ee.rest.wire.Envelope;
import flows4ee.rest.wire.JsonBody;
import flows4ee.rest.wire.Links;
import flows4ee.rest.wire.Replies;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is done to diagrams; reading them is {@link DiagramReadResource}. */
@Path("diagrams")
@ApplicationScoped
@Idempotent
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Diagrams")
public class DiagramResource {

  private static final Set<String> DEPLOY_PARAMETERS = Set.of("dry_run", "overwrite");
  private static final Set<String> RAW_DEPLOY_PARAMETERS =
      Set.of(
          "dry_run",
          "overwrite",
          "name",
          "version",
          "category",
          "status",
          "short_description",
          "description",
          "icon");

  @Inject ProcessEngine engine;
  @Inject ProcessQueries queries;
  @Inject Call call;
  @Inject RequestBody body;
  @Inject Answers answers;
  @Inject DiagramTags tags;

  /**
   * Deploys a diagram: JSON with {@code name} and {@code content}, or the XML as such with the
   * other attributes in the query. 201 with the diagram and its {@code warnings}; with {@code
   * dry_run=true} 200 and nothing is stored; {@code overwrite=true} replaces a draft of the same
   * name and version.
   */
  @POST
  @RolesAllowed(Roles.WRITE)
  @Operation(
      operationId = "deployDiagram",
      summary = "Deploy a diagram",
      description =
          "Stores a diagram as a draft or released, or checks it only; names all that is wrong with it.")
  @Exchange(
      takes = "DeployDiagram",
      gives = "DeployedDiagramCollection",
      status = {200, 201})
  public Response deploy() {
    boolean isXml = body.isXml();
    Optional<byte[]> xml = isXml ? Optional.of(body.xml()) : Optional.empty();
    Optional<JsonObject> object = isXml ? Optional.empty() : Optional.of(body.diagram());
    Query query = Query.of(call, isXml ? RAW_DEPLOY_PARAMETERS : DEPLOY_PARAMETERS);
    Deployment deployment =
        xml.map(bytes -> DiagramRequests.raw(bytes, query))
            .orElseGet(() -> DiagramRequests.deployment(object.orElseThrow(), query));
    DeployedDiagram deployed = engine.deploy(deployment, call.caller());
    JsonBody document = document(deployed);
    return deployment.isDryRun()
        ? answers.ok(document)
        : answers.created("diagrams/" + deployed.diagram().id(), document);
  }

  /**
   * Changes attributes, content or status; optionally only if {@code If-Match} holds. 200 {@code
   * diagram updated}.
   */
  @PUT
  @Path("{dgrm_id}")
  @RolesAllowed(Roles.WRITE)
  @NoParameters
  @Operation(
      operationId = "updateDiagram",
      summary = "Change a diagram",
      description = "Changes attributes, content or status; content only while it is a draft.")
  @Exchange(takes = "UpdateDiagram", gives = "DiagramUpdated", refusals = 412)
  public Response update(@PathParam("dgrm_id") String id) {
    JsonObject object = body.diagram();
    long diagramId = Ids.require(id);
    Attributes attributes = new Attributes(object);
    var change = DiagramRequests.change(attributes);
    attributes.check(() -> queries.findDiagram(diagramId).isPresent());
    tags.check(diagramId);
    engine.updateDiagram(diagramId, change, call.caller());
    return answers.done(
        "diagram updated", out -> Links.ofDiagram(out, call.base(), diagramId), Optional.empty());
  }

  /** Deletes a diagram; {@code cascade=true} deletes its instances first. */
  @DELETE
  @Path("{dgrm_id}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "deleteDiagram",
      summary = "Delete a diagram",
      description = "Deletes a diagram without instances, or on demand with them.")
  @Exchange(gives = "Success")
  public Response delete(@PathParam("dgrm_id") String id) {
    body.object(Optional.empty());
    long diagramId = Ids.require(id);
    boolean isCascade = Query.of(call, Set.of("cascade")).flag("cascade").orElse(false);
    try {
      engine.deleteDiagram(diagramId, isCascade, call.caller());
    } catch (EngineException e) {
      throw inUse(e);
    }
    return answers.ok(Replies.done("diagram deleted"));
  }

  /**
   * Creates an instance: {@code name, version, business_ref} and the extensions of {@link
   * InstanceRequests}. 201 with {@code Location}; the item for those who may read.
   */
  @POST
  @Path("{dgrm_id}/processes")
  @RolesAllowed(Roles.WRITE)
  @Operation(
      operationId = "createProcess",
      summary = "Create an instance of a diagram",
      description =
          "Creates an instance of a draft or released diagram; on demand with variables, and started.")
  @Exchange(takes = "CreateProcess", gives = "ProcessCreated", status = 201)
  public Response createProcess(@PathParam("dgrm_id") String id) {
    NewInstance instance =
        InstanceRequests.read(
            body,
            attributes -> byId(id, attributes),
            () -> queries.findDiagram(Ids.require(id)).isPresent());
    return answers.createdProcess(engine.createInstance(instance, call.caller()));
  }

  private static DiagramReference byId(String id, Attributes attributes) {
    Optional<String> version = attributes.text("version", 4000);
    return new DiagramReference.ById(Ids.require(id), version);
  }

  private JsonBody document(DeployedDiagram deployed) {
    DiagramView diagram = deployed.diagram();
    String self = diagram.id() == 0 ? call.path() : "diagrams/" + diagram.id();
    return new Envelope(call.base().href(self), call.base())
        .of(
            List.of(diagram),
            (out, item) -> DiagramDocument.write(out, item, deployed.warnings(), call.base()));
  }

  /** Says how many instances stand in the way. */
  private static RuntimeException inUse(EngineException failure) {
    boolean isCounted =
        failure.engineMessage() == EngineMessage.DIAGRAM_HAS_INSTANCES
            && failure.arguments().length > 0;
    return isCounted
        ? RefusedException.conflict(failure.getMessage())
            .withMember("processes", new JsonNumber(failure.arguments()[0].toString()))
        : failure;
  }
}
