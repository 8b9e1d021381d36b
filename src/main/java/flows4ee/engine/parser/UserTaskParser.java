package flows4ee.engine.parser;

import flows4ee.engine.model.FlowNode;
import flows4ee.engine.model.UserTask;
import flows4ee.engine.model.UserTask.Approval;
import flows4ee.engine.model.UserTask.Assignment;
import flows4ee.engine.model.UserTask.PageItem;
import flows4ee.engine.model.UserTask.TaskPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads user tasks: pages, forms, approvals and who may do them. */
final class UserTaskParser {

  private static final String PAGE = "apexPage";
  private static final String FORM = "apexSimpleForm";
  private static final String APPROVAL = "apexApproval";
  private static final String URL = "externalUrl";
  private static final List<String> CONTAINERS = List.of(PAGE, FORM, APPROVAL, URL);

  private final IterationParser iterations;
  private final SettingParser settings;

  UserTaskParser(Problems problems, IterationParser iterations) {
    this.iterations = iterations;
    this.settings = new SettingParser(problems);
  }

  UserTask parse(XmlElement xml, FlowNode node) {
    var extensions = Extensions.of(xml);
    return new UserTask(
        node,
        iterations.parse(xml),
        type(xml, extensions),
        assignment(xml, extensions),
        page(extensions),
        extensions.apexChild(APPROVAL).map(UserTaskParser::approval),
        extensions.apexChild(URL).flatMap(container -> container.apexText("url")));
  }

  /** The container implies the type; the attribute wins. */
  private static Optional<String> type(XmlElement xml, XmlElement extensions) {
    return xml.apexAttribute("type")
        .or(() -> CONTAINERS.stream().filter(n -> extensions.apexChild(n).isPresent()).findFirst());
  }

  private Assignment assignment(XmlElement xml, XmlElement extensions) {
    return new Assignment(
        settings.parse(xml, extensions, "priority"),
        settings.parse(xml, extensions, "dueOn"),
        settings.parse(xml, extensions, "potentialUsers"),
        settings.parse(xml, extensions, "potentialGroups"),
        settings.parse(xml, extensions, "excludedUsers"),
        settings.parse(xml, extensions, "businessAdmin"));
  }

  private static Optional<TaskPage> page(XmlElement extensions) {
    return extensions
        .apexChild(PAGE)
        .or(() -> extensions.apexChild(FORM))
        .map(UserTaskParser::readPage);
  }

  private static TaskPage readPage(XmlElement container) {
    return new TaskPage(
        container.apexText("applicationId"),
        container.apexText("pageId"),
        container.apexText("request"),
        container.apexText("cache"),
        items(container));
  }

  private static List<PageItem> items(XmlElement container) {
    var items = new ArrayList<PageItem>();
    container
        .apexChild("pageItems")
        .ifPresent(list -> pairs(list, "pageItem", "itemName", "itemValue").forEach(items::add));
    templateItem(container).ifPresent(items::add);
    return items;
  }

  /** A form names its template by one more item. */
  private static Optional<PageItem> templateItem(XmlElement container) {
    return container
        .apexWord("formTemplateItem")
        .flatMap(name -> container.apexText("formTemplateId").map(id -> new PageItem(name, id)));
  }

  private static Approval approval(XmlElement container) {
    var parameters =
        container.apexChild("parameters").stream()
            .flatMap(list -> pairs(list, "parameter", "parStaticId", "parValue"))
            .toList();
    return new Approval(
        container.apexText("applicationId"),
        container.apexText("taskStaticId"),
        container.apexText("subject"),
        container.apexText("businessRef"),
        container.apexText("initiator"),
        container.apexWord("resultVariable"),
        parameters);
  }

  private static Stream<PageItem> pairs(
      XmlElement list, String element, String nameElement, String valueElement) {
    return list.children(Namespaces.APEX, element)
        .flatMap(
            xml ->
                xml
                    .apexWord(nameElement)
                    .map(name -> new PageItem(name, xml.apexText(valueElement).orElse("")))
                    .stream());
  }
}
