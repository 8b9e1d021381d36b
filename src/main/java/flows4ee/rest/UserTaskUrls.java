package flows4ee.rest;

import flows4ee.engine.PageRequest;
import flows4ee.engine.ProcessQueries;
import flows4ee.engine.ProcessView;
import flows4ee.engine.StepSearch;
import flows4ee.engine.StepView;
import flows4ee.engine.TaskPages;
import flows4ee.engine.TimeRange;
import flows4ee.engine.WorkItemView;
import flows4ee.engine.model.UserTask.PageItem;
import flows4ee.engine.model.UserTask.TaskPage;
import flows4ee.rest.guard.RuntimeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Addresses of the pages of user tasks, from the template of the configuration; without one there
 * is no link. Its places are {@code {prcs_id}, {sbfl_id}, {step_key}, {current}} and, from the page
 * that the diagram gives to the task, {@code {application_id}, {page_id}, {request}, {cache},
 * {items}, {values}}, the last two as lists separated by commas. A template with places of the page
 * makes no link for a task without page.
 */
@ApplicationScoped
public class UserTaskUrls {

  private static final Logger LOG = Logger.getLogger(UserTaskUrls.class.getName());
  private static final String USER_TASK = "bpmn:userTask";
  private static final List<String> PAGE_PLACES =
      List.of("{application_id}", "{page_id}", "{request}", "{cache}", "{items}", "{values}");

  @Inject ProcessQueries queries;
  @Inject RuntimeSettings settings;
  @Inject TaskPages pages;

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
    return settings.rest().userTaskUrlTemplate().flatMap(template -> fill(template, step));
  }

  private Optional<String> fill(String template, StepView step) {
    String url =
        template
            .replace("{prcs_id}", Long.toString(step.processId()))
            .replace("{sbfl_id}", Long.toString(step.subflowId()))
            .replace("{step_key}", encode(step.stepKey()))
            .replace("{current}", encode(step.current()));
    return PAGE_PLACES.stream().anyMatch(url::contains)
        ? page(step).map(page -> fill(url, page))
        : Optional.of(url);
  }

  private static String fill(String url, TaskPage page) {
    return url.replace("{application_id}", encode(page.applicationId().orElse("")))
        .replace("{page_id}", encode(page.pageId().orElse("")))
        .replace("{request}", encode(page.request().orElse("")))
        .replace("{cache}", encode(page.cache().orElse("")))
        .replace("{items}", encodeAll(page.items(), PageItem::name))
        .replace("{values}", encodeAll(page.items(), PageItem::value));
  }

  /** A link that cannot be made is left out; the answer stands without it. */
  private Optional<TaskPage> page(StepView step) {
    try {
      PageRequest all = PageRequest.first(settings.rest().limits().unpagedItems());
      return pages.find(
          step,
          queries.findVariables(step.processId(), step.scope(), Optional.empty(), all).items(),
          () -> priority(step.processId()));
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "No address of the user task at step " + step.subflowId(), e);
      return Optional.empty();
    }
  }

  private OptionalInt priority(long processId) {
    Integer priority = queries.findProcess(processId).map(ProcessView::priority).orElse(null);
    return priority == null ? OptionalInt.empty() : OptionalInt.of(priority);
  }

  private static String encodeAll(List<PageItem> items, Function<PageItem, String> part) {
    return items.stream().map(part).map(UserTaskUrls::encode).collect(Collectors.joining(","));
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
