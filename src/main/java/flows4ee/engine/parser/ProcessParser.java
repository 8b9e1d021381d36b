package flows4ee.engine.parser;

import flows4ee.engine.model.BpmnProcess;
import java.util.OptionalInt;

/** Reads the attributes and settings of a {@code bpmn:process}. */
final class ProcessParser {

  private static final int HIGHEST_LOGGING_LEVEL = 8;

  private final SettingParser settings;
  private final Problems problems;

  ProcessParser(Problems problems) {
    this.problems = problems;
    this.settings = new SettingParser(problems);
  }

  BpmnProcess parse(XmlElement xml) {
    var extensions = Extensions.of(xml);
    return new BpmnProcess(
        xml.id().orElse(""),
        xml.attribute("name"),
        isTrue(xml, "isCallable"),
        isTrue(xml, "isStartable"),
        minLoggingLevel(xml),
        xml.apexAttribute("instanceName"),
        settings.parse(xml, extensions, "priority"),
        settings.parse(xml, extensions, "dueOn"),
        settings.parse(xml, extensions, "potentialStartingUsers"),
        settings.parse(xml, extensions, "potentialStartingGroups"),
        settings.parse(xml, extensions, "excludedStartingUsers"),
        xml.apexAttribute("businessAdmin"),
        extensions.apexText("customExtension"),
        xml.location());
  }

  private static boolean isTrue(XmlElement xml, String attribute) {
    return xml.apexAttribute(attribute).filter("true"::equalsIgnoreCase).isPresent();
  }

  private OptionalInt minLoggingLevel(XmlElement xml) {
    var text = xml.apexAttribute("minLoggingLevel").map(String::strip);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (text.get().matches("[0-" + HIGHEST_LOGGING_LEVEL + "]")) {
      return OptionalInt.of(Integer.parseInt(text.get()));
    }
    problems.warn(ProblemText.NUMBER_INVALID, xml, text.get(), "minLoggingLevel");
    return OptionalInt.empty();
  }
}
