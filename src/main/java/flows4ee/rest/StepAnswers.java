package flows4ee.rest;

import flows4ee.engine.ProcessQueries;
import flows4ee.engine.ProcessView;
import flows4ee.engine.StepView;
import flows4ee.json.JsonWriter;
import flows4ee.rest.guard.Call;
import flows4ee.rest.wire.LinkBase;
import flows4ee.rest.wire.Links;
import flows4ee.rest.wire.StepDocument;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Answers of step operations. Nothing is read after the operation unless the caller wants the
 * representation or the configuration wants links to pages of user tasks.
 */
@RequestScoped
public class StepAnswers {

  @Inject Call call;
  @Inject Answers answers;
  @Inject ProcessQueries queries;
  @Inject UserTaskUrls userTaskUrls;

  private Optional<Long> processId = Optional.empty();

  /** Notes the instance of a step that may be gone after the operation. */
  void before(long subflowId) {
    if (answers.isRepresentationWanted()) {
      processId = queries.findStep(subflowId).map(StepView::processId);
    }
  }

  /** 200 {@code step updated}. */
  Response updated(StepRequest request) {
    long subflowId = request.subflowId();
    LinkBase base = call.base();
    boolean isWanted = answers.isRepresentationWanted();
    Optional<StepView> step =
        isWanted || userTaskUrls.isOn() ? queries.findStep(subflowId) : Optional.empty();
    Optional<String> url = step.flatMap(userTaskUrls::of);
    Optional<Consumer<JsonWriter>> item =
        isWanted ? representation(subflowId, step, url, base) : Optional.empty();
    return answers.done("step updated", out -> Links.ofStep(out, base, subflowId, url), item);
  }

  private Optional<Consumer<JsonWriter>> representation(
      long subflowId, Optional<StepView> step, Optional<String> url, LinkBase base) {
    if (step.isPresent()) {
      return step.map(view -> out -> StepDocument.writeAfter(out, view, url, base));
    }
    Optional<ProcessView> process = processId.flatMap(queries::findProcess);
    return process.map(
        view -> out -> StepDocument.writeCompleted(out, view.id(), subflowId, view.status()));
  }
}
