package flows4ee.rest;

import flows4ee.engine.PageRequest;
import flows4ee.engine.ProcessQueries;
import flows4ee.engine.StepSearch;
import flows4ee.engine.StepView;
import flows4ee.engine.TimeRange;
import flows4ee.engine.WorkItemView;
import flows4ee.rest.guard.RuntimeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Addresses of the pages of user tasks, from the template of the configuration. Its places are
 * {@code {prcs_id}, {sbfl_id}, {step_key}, {current}}; without a template there is no link.
 */
@ApplicationScoped
public class UserTaskUrls {

  private static final String USER_TASK = "bpmn:userTask";

  @Inject ProcessQueries queries;
  @Inject RuntimeSettings settings;

  /** Whether links are wanted at all. */
  boolean isOn() {
    return settings.rest().userTaskUrlTemplate().isPresent();
  }

  /** Subflows of an instance that stand at a user task; empty when links are off. */
  Set<Long> subflowsAtUserTasks(long processId) {
    Set<Long> subflows = new HashSet<>();
    if (isOn()) {
      PageRequest all = PageRequest.first(settings.rest().limits().unpagedItems());
      for (WorkItemView work : queries.findWork(userTasksOf(processId), all).items()) {
        subflows.add(work.step().subflowId());
      }
    }
    return subflows;
  }

  /** The address for a step. */
  Optional<String> of(StepView step) {
    return subflowsAtUserTasks(step.processId()).contains(step.subflowId())
        ? fill(step)
        : Optional.empty();
  }

  /** The address for an item of the work list. */
  Optional<String> of(WorkItemView work) {
    return USER_TASK.equals(work.type()) ? fill(work.step()) : Optional.empty();
  }

  /** The template, filled for a step that stands at a user task. */
  Optional<String> fill(StepView step) {
    return settings
        .rest()
        .userTaskUrlTemplate()
        .map(
            template ->
                template
                    .replace("{prcs_id}", Long.toString(step.processId()))
                    .replace("{sbfl_id}", Long.toString(step.subflowId()))
                    .replace("{step_key}", encode(step.stepKey()))
                    .replace("{current}", encode(step.current())));
  }

  private static String encode(String text) {
    return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static StepSearch userTasksOf(long processId) {
    return new StepSearch(
        List.of(processId),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(USER_TASK),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        TimeRange.ANY,
        List.of(),
        TimeRange.ANY);
  }
}
