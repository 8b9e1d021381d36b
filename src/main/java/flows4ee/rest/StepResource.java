package flows4ee.rest;

import flows4ee.engine.ProcessEngine;
import flows4ee.engine.ProcessQueries;
import flows4ee.engine.RewindTarget;
import flows4ee.engine.StepCompletion;
import flows4ee.engine.VariableAssignment;
import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.json.JsonObject;
import flows4ee.oauth.Roles;
import flows4ee.rest.guard.Call;
import flows4ee.rest.guard.Idempotent;
import flows4ee.rest.guard.NoParameters;
import flows4ee.rest.guard.Refusal;
import flows4ee.rest.guard.RefusedException;
import flows4ee.rest.guard.RequestBody;
import flows4ee.rest.openapi.Exchange;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What is done to steps. Every body carries the {@code step_key}; unknown steps are 404, stale keys
 * 409. Success is 200 {@code step updated} with the links of the step.
 */
@Path("steps")
@ApplicationScoped
@Idempotent
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Steps")
public class StepResource {

  private static final int MAX_COMMENT = 2000;
  private static final int MAX_RESERVATION = 255;
  private static final int MAX_OBJECT = 50;

  @Inject ProcessEngine engine;
  @Inject ProcessQueries queries;
  @Inject Call call;
  @Inject RequestBody body;
  @Inject StepAnswers answers;

  /** Records that work on the step began; the first start counts. */
  @PUT
  @Path("{sbfl_id}/start")
  @RolesAllowed(Roles.WRITE)
  @Operation(
      operationId = "startStep",
      summary = "Start work on a step",
      description = "Records that work began; the first start counts.")
  @Exchange(takes = "StepKey", gives = "StepUpdated")
  public Response start(@PathParam("sbfl_id") String id) {
    StepRequest step = request(id, "start").check(queries);
    engine.startWork(step.subflowId(), step.key(), call.caller());
    return answers.updated(step);
  }

  /** Takes back that work began. */
  @PUT
  @Path("{sbfl_id}/pause")
  @RolesAllowed(Roles.WRITE)
  @NoParameters
  @Operation(
      operationId = "pauseStep",
      summary = "Pause work on a step",
      description = "Takes back that work began.")
  @Exchange(takes = "StepKey", gives = "StepUpdated")
  public Response pause(@PathParam("sbfl_id") String id) {
    StepRequest step = request(id, "pause").check(queries);
    engine.pauseWork(step.subflowId(), step.key(), call.caller());
    return answers.updated(step);
  }

  /**
   * Sets the {@code reservation}, usually a user; {@code "force": true} replaces that of somebody
   * else and needs the role Admin too.
   */
  @PUT
  @Path("{sbfl_id}/reserve")
  @RolesAllowed({Roles.WRITE, Roles.ADMIN})
  @Operation(
      operationId = "reserveStep",
      summary = "Reserve a step",
      description = "Sets the reservation; to take over that of somebody else needs Admin.")
  @Exchange(takes = "ReserveStep", gives = "StepUpdated")
  public Response reserve(@PathParam("sbfl_id") String id) {
    StepRequest step = request(id, "reserve");
    step.attributes().require("reservation");
    String reservation = step.attributes().name("reservation", MAX_RESERVATION);
    boolean isForced = step.attributes().flag("force").orElse(false);
    call.require(isForced ? Roles.ADMIN : Roles.WRITE);
    step.check(queries);
    engine.reserveStep(step.subflowId(), step.key(), reservation, isForced, call.caller());
    return answers.updated(step);
  }

  /** Clears the reservation; without one it is a success as well. */
  @PUT
  @Path("{sbfl_id}/release")
  @RolesAllowed(Roles.WRITE)
  @Operation(
      operationId = "releaseStep",
      summary = "Release a step",
      description = "Clears the reservation.")
  @Exchange(takes = "StepKey", gives = "StepUpdated")
  public Response release(@PathParam("sbfl_id") String id) {
    StepRequest step = request(id, "release").check(queries);
    engine.releaseStep(step.subflowId(), step.key(), call.caller());
    return answers.updated(step);
  }

  /**
   * Finishes the step and runs on to the next wait state. As extensions {@code process_vars} are
   * set before, by default in the step's scope, and {@code reservation} must be the current one.
   */
  @PUT
  @Path("{sbfl_id}/complete")
  @RolesAllowed(Roles.WRITE)
  @Operation(
      operationId = "completeStep",
      summary = "Complete a step",
      description = "Finishes the step and runs on to the next wait states.")
  @Exchange(takes = "CompleteStep", gives = "StepUpdated")
  public Response complete(@PathParam("sbfl_id") String id) {
    StepRequest step = request(id, "complete");
    List<JsonObject> elements = body.batch(step.attributes(), "process_vars");
    Optional<String> reservation = step.attributes().text("reservation", MAX_RESERVATION);
    step.check(queries);
    List<VariableAssignment> variables =
        VariableRequests.assignments(elements, () -> step.exists(queries));
    engine.completeStep(
        step.subflowId(), step.key(), new StepCompletion(variables, reservation), call.caller());
    return answers.updated(step);
  }

  /** Runs a step in status {@code error} again; 409 while the instance is suspended. */
  @PUT
  @Path("{sbfl_id}/restart")
  @RolesAllowed(Roles.WRITE)
  @Operation(
      operationId = "restartStep",
      summary = "Restart a step",
      description =
          "Runs a failed step again; 409 when it has not failed or its instance is suspended.")
  @Exchange(takes = "StepComment", gives = "StepUpdated")
  public Response restart(@PathParam("sbfl_id") String id) {
    StepRequest step = request(id, "restart");
    Optional<String> comment = step.attributes().text("comment", MAX_COMMENT);
    step.check(queries);
    engine.restartStep(step.subflowId(), step.key(), comment, call.caller());
    return answers.updated(step);
  }

  /** Moves the pending timer: exactly one of {@code is_immediate} and {@code new_timestamp}. */
  @PUT
  @Path("{sbfl_id}/reschedule_timer")
  @RolesAllowed(Roles.WRITE)
  @Operation(
      operationId = "rescheduleTimer",
      summary = "Reschedule the timer of a step",
      description = "Moves the pending timer.")
  @Exchange(takes = "RescheduleTimer", gives = "StepUpdated")
  public Response rescheduleTimer(@PathParam("sbfl_id") String id) {
    StepRequest step = request(id, "reschedule_timer");
    boolean isImmediate = step.attributes().flag("is_immediate").orElse(false);
    Optional<Instant> dueOn = step.attributes().time("new_timestamp");
    Optional<String> comment = step.attributes().text("comment", MAX_COMMENT);
    step.check(queries);
    if (isImmediate == dueOn.isPresent()) {
      throw undecided(step, isImmediate);
    }
    reschedule(step, dueOn, comment);
    return answers.updated(step);
  }

  /**
   * Passes a step in status {@code error} without doing its work; 409 while the instance is
   * suspended.
   */
  @PUT
  @Path("{sbfl_id}/force_next_step")
  @RolesAllowed(Roles.ADMIN)
  @NoParameters
  @Operation(
      operationId = "forceNextStep",
      summary = "Force the next step",
      description =
          "Passes a failed step without doing its work; 409 when it has not failed or its instance"
              + " is suspended.")
  @Exchange(takes = "ForceNextStep", gives = "StepUpdated")
  public Response forceNextStep(@PathParam("sbfl_id") String id) {
    StepRequest step = request(id, "force_next_step");
    Optional<String> comment = step.attributes().text("comment", MAX_COMMENT);
    boolean isWithExpressions = step.attributes().flag("execute_variable_expressions").orElse(true);
    step.check(queries);
    engine.forceNextStep(step.subflowId(), step.key(), isWithExpressions, comment, call.caller());
    return answers.updated(step);
  }

  /** Sets a step of a suspended instance back to {@code target}; acts on resume. */
  @PUT
  @Path("{sbfl_id}/rewind")
  @RolesAllowed(Roles.ADMIN)
  @NoParameters
  @Operation(
      operationId = "rewindStep",
      summary = "Rewind a step",
      description = "Sets a step of a suspended instance back; acts on resume.")
  @Exchange(takes = "RewindStep", gives = "StepUpdated")
  public Response rewind(@PathParam("sbfl_id") String id) {
    StepRequest step = request(id, "rewind");
    step.attributes().require("target");
    Optional<RewindTarget> target = target(step);
    Optional<String> object = step.attributes().text("object", MAX_OBJECT);
    Optional<String> comment = step.attributes().text("comment", MAX_COMMENT);
    if (target.equals(Optional.of(RewindTarget.PRIOR_STEP)) && object.isEmpty()) {
      step.attributes().require("object").wrong("object");
    }
    step.check(queries);
    engine.rewindStep(
        step.subflowId(), step.key(), target.orElseThrow(), object, comment, call.caller());
    return answers.updated(step);
  }

  /** Marks a step of a suspended instance for deletion on resume. */
  @DELETE
  @Path("{sbfl_id}")
  @RolesAllowed(Roles.ADMIN)
  @NoParameters
  @Operation(
      operationId = "deleteStep",
      summary = "Delete a step",
      description = "Marks a step of a suspended instance for deletion on resume.")
  @Exchange(takes = "StepComment", gives = "StepUpdated")
  public Response delete(@PathParam("sbfl_id") String id) {
    StepRequest step = StepRequest.of(id, body.object(Optional.empty()));
    Optional<String> comment = step.attributes().text("comment", MAX_COMMENT);
    step.check(queries);
    engine.deleteStep(step.subflowId(), step.key(), comment, call.caller());
    return answers.updated(step);
  }

  private StepRequest request(String id, String marker) {
    StepRequest step = StepRequest.of(id, body.object(Optional.of(marker)));
    answers.before(step.subflowId());
    return step;
  }

  private static Optional<RewindTarget> target(StepRequest step) {
    String name = step.attributes().name("target", MAX_OBJECT);
    Optional<RewindTarget> target =
        Arrays.stream(RewindTarget.values())
            .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(name))
            .findFirst();
    if (target.isEmpty()) {
      step.attributes().wrong("target");
    }
    return target;
  }

  /** A subflow without a pending timer is a conflict, one that does not exist is unknown. */
  private void reschedule(StepRequest step, Optional<Instant> dueOn, Optional<String> comment) {
    try {
      engine.rescheduleTimer(step.subflowId(), step.key(), dueOn, comment, call.caller());
    } catch (EngineException e) {
      if (e.engineMessage() == EngineMessage.SUBFLOW_NOT_FOUND && step.exists(queries)) {
        throw new RefusedException(Refusal.ENGINE, 409, e.getMessage());
      }
      throw e;
    }
  }

  private RefusedException undecided(StepRequest step, boolean isBoth) {
    var found = queries.findStep(step.subflowId()).orElseThrow(Refusal.ITEM_NOT_FOUND::exception);
    return isBoth
        ? RefusedException.badValue("new_timestamp")
        : new RefusedException(
            Refusal.ENGINE,
            400,
            EngineMessage.TIMER_INCOMPLETE.format(found.current(), "", "", "", ""));
  }
}
