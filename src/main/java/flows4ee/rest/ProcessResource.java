package flows4ee.rest;

import flows4ee.engine.DiagramReference;
import flows4ee.engine.InstanceChange;
import flows4ee.engine.NewInstance;
import flows4ee.engine.ProcessEngine;
import flows4ee.engine.ProcessQueries;
import flows4ee.engine.VariableAssignment;
import flows4ee.engine.VariableReference;
import flows4ee.engine.error.EngineException;
import flows4ee.json.JsonObject;
import flows4ee.oauth.Roles;
import flows4ee.rest.guard.Attributes;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.Idempotent;
import flows4ee.rest.guard.Ids;
import flows4ee.rest.guard.NoParameters;
import flows4ee.rest.guard.Refusals;
import flows4ee.rest.guard.RequestBody;
import flows4ee.rest.openapi.Exchange;
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
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is done to process instances; reading them is {@link ProcessReadResource}. */
@Path("processes")
@ApplicationScoped
@Idempotent
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Processes")
public class ProcessResource {

  private static final int MAX_COMMENT = 2000;
  private static final int MAX_DIAGRAM_NAME = 150;
  private static final int MAX_VERSION = 10;

  @Inject ProcessEngine engine;
  @Inject ProcessQueries queries;
  @Inject Call call;
  @Inject RequestBody body;
  @Inject Answers answers;

  /**
   * Creates an instance of a diagram given by name: without {@code diagram_version} of the released
   * version, else of draft version {@code 0}. 201 with {@code Location}, as {@code POST
   * diagrams/:dgrm_id/processes}.
   */
  @POST
  @RolesAllowed(Roles.WRITE)
  @NoParameters
  @Operation(
      operationId = "createProcessByName",
      summary = "Create an instance of a diagram given by name",
      description = "Takes the released version, else draft version 0, unless a version is given.")
  @Exchange(takes = "CreateProcessByName", gives = "ProcessCreated", status = 201, refusals = 404)
  public Response create() {
    NewInstance instance = InstanceRequests.ofExtension(body, ProcessResource::byName);
    return answers.createdProcess(engine.createInstance(instance, call.caller()));
  }

  /** Changes {@code name, priority, due_on} (null clears); 200 {@code process updated}. */
  @PUT
  @Path("{prcs_id}")
  @RolesAllowed(Roles.WRITE)
  @NoParameters
  @Operation(
      operationId = "updateProcess",
      summary = "Change an instance",
      description = "Changes name, priority or due date.")
  @Exchange(takes = "UpdateProcess", gives = "ProcessUpdated")
  public Response update(@PathParam("prcs_id") String id) {
    Attributes attributes = new Attributes(body.object(Optional.empty()));
    long processId = Ids.require(id);
    Optional<String> name =
        attributes.has("name")
            ? Optional.of(attributes.name("name", InstanceRequests.MAX_NAME))
            : Optional.empty();
    Optional<Integer> priority = attributes.integer("priority", 1, 5).map(Long::intValue);
    Optional<Instant> dueOn = attributes.time("due_on");
    Optional<String> comment = attributes.text("comment", MAX_COMMENT);
    attributes.check(() -> queries.existsProcess(processId));
    engine.updateInstance(
        processId,
        new InstanceChange(
            name,
            priority,
            attributes.has("due_on") ? Optional.of(dueOn) : Optional.empty(),
            comment),
        call.caller());
    return answers.processDone("process updated", processId);
  }

  /** Deletes the instance in any status; its event logs stay. 200 {@code process deleted}. */
  @DELETE
  @Path("{prcs_id}")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "deleteProcess",
      summary = "Delete an instance",
      description = "Deletes an instance in any status; its event logs stay.")
  @Exchange(takes = "Comment", gives = "Success")
  public Response delete(@PathParam("prcs_id") String id) {
    JsonObject object = body.object(Optional.empty());
    long processId = Ids.require(id);
    engine.deleteInstance(processId, comment(object, processId), call.caller());
    return answers.ok(Replies.done("process deleted"));
  }

  /** Starts an instance in status {@code created}. */
  @PUT
  @Path("{prcs_id}/start")
  @RolesAllowed(Roles.WRITE)
  @Operation(
      operationId = "startProcess",
      summary = "Start an instance",
      description = "Starts an instance in status created and runs it to its first wait states.")
  @Exchange(gives = "ProcessUpdated")
  public Response start(@PathParam("prcs_id") String id) {
    body.ignored("start");
    long processId = Ids.require(id);
    engine.startInstance(processId, call.caller());
    return statusUpdated(processId);
  }

  /** Removes steps, timers, subscriptions and variables; the instance is {@code created} again. */
  @PUT
  @Path("{prcs_id}/reset")
  @RolesAllowed(Roles.WRITE)
  @Operation(
      operationId = "resetProcess",
      summary = "Reset an instance",
      description =
          "Removes steps, timers, subscriptions and variables; the instance is created again.")
  @Exchange(takes = "Comment", gives = "ProcessUpdated")
  public Response reset(@PathParam("prcs_id") String id) {
    JsonObject object = body.object(Optional.of("reset"));
    long processId = Ids.require(id);
    engine.resetInstance(processId, comment(object, processId), call.caller());
    return statusUpdated(processId);
  }

  /** Ends a running instance; a terminated one stays as it is, a completed one is refused. */
  @PUT
  @Path("{prcs_id}/terminate")
  @RolesAllowed(Roles.WRITE)
  @Operation(
      operationId = "terminateProcess",
      summary = "Terminate an instance",
      description = "Ends a running instance; a terminated one stays as it is.")
  @Exchange(takes = "Comment", gives = "ProcessUpdated")
  public Response terminate(@PathParam("prcs_id") String id) {
    JsonObject object = body.object(Optional.of("terminate"));
    long processId = Ids.require(id);
    engine.terminateInstance(processId, comment(object, processId), call.caller());
    return statusUpdated(processId);
  }

  /** Holds an instance in status {@code running} or {@code error}. */
  @PUT
  @Path("{prcs_id}/suspend")
  @RolesAllowed(Roles.WRITE)
  @NoParameters
  @Operation(
      operationId = "suspendProcess",
      summary = "Suspend an instance",
      description = "Holds a running or failed instance with its timers and messages.")
  @Exchange(takes = "Comment", gives = "ProcessUpdated")
  public Response suspend(@PathParam("prcs_id") String id) {
    JsonObject object = body.object(Optional.of("suspend"));
    long processId = Ids.require(id);
    engine.suspendInstance(processId, comment(object, processId), call.caller());
    return statusUpdated(processId);
  }

  /** Lets a suspended instance go on, with the timers and messages held back. */
  @PUT
  @Path("{prcs_id}/resume")
  @RolesAllowed(Roles.WRITE)
  @NoParameters
  @Operation(
      operationId = "resumeProcess",
      summary = "Resume an instance",
      description = "Lets a suspended instance go on.")
  @Exchange(takes = "Comment", gives = "ProcessUpdated")
  public Response resume(@PathParam("prcs_id") String id) {
    JsonObject object = body.object(Optional.of("resume"));
    long processId = Ids.require(id);
    engine.resumeInstance(processId, comment(object, processId), call.caller());
    return statusUpdated(processId);
  }

  /**
   * Creates or overwrites variables, all or none: an object or an array of {@code name, type,
   * value, scope, sbfl_id}. 200 {@code process variables updated}.
   */
  @PUT
  @Path("{prcs_id}/process_vars")
  @RolesAllowed(Roles.WRITE)
  @Operation(
      operationId = "setVariables",
      summary = "Set variables of an instance",
      description = "Creates or overwrites variables, all or none.")
  @Exchange(takes = "SetVariables", gives = "VariablesUpdated")
  public Response setVariables(@PathParam("prcs_id") String id) {
    List<JsonObject> elements = body.batch();
    long processId = Ids.require(id);
    List<VariableAssignment> variables =
        VariableRequests.assignments(elements, () -> queries.existsProcess(processId));
    engine.setVariables(processId, variables, call.caller());
    return answers.variablesSet("process variables updated", body.items(), processId);
  }

  /** Deletes one variable: {@code name, scope, sbfl_id}. 200 {@code process variables deleted}. */
  @DELETE
  @Path("{prcs_id}/process_vars")
  @RolesAllowed(Roles.ADMIN)
  @Operation(
      operationId = "deleteVariable",
      summary = "Delete a variable of an instance",
      description = "Deletes one variable.")
  @Exchange(takes = "DeleteVariable", gives = "VariablesDeleted")
  public Response deleteVariable(@PathParam("prcs_id") String id) {
    JsonObject element = body.singleItem();
    long processId = Ids.require(id);
    VariableReference variable =
        VariableRequests.reference(element, () -> queries.existsProcess(processId));
    try {
      engine.deleteVariable(processId, variable, call.caller());
    } catch (EngineException e) {
      throw Refusals.ofElement(e);
    }
    return answers.ok(Replies.done("process variables deleted", body.items()));
  }

  private Response statusUpdated(long processId) {
    return answers.processDone("status updated", processId);
  }

  private Optional<String> comment(JsonObject object, long processId) {
    Attributes attributes = new Attributes(object);
    Optional<String> comment = attributes.text("comment", MAX_COMMENT);
    attributes.check(() -> queries.existsProcess(processId));
    return comment;
  }

  private static DiagramReference byName(Attributes attributes) {
    attributes.require("diagram_name");
    String name = attributes.name("diagram_name", MAX_DIAGRAM_NAME);
    return new DiagramReference.ByName(name, attributes.text("diagram_version", MAX_VERSION));
  }
}
