package flows4ee.engine.parser;

import flows4ee.engine.model.MessageDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads message definitions. Their settings stand in the extension elements of a send or receive
 * task, or of the message event definition of an event; the type always stands on the object.
 */
final class MessageParser {

  static final String SIMPLE_MESSAGE = "simpleMessage";

  /** Which settings a message needs. */
  enum Role {
    SENDER("endpoint", "messageName", "correlationKey", "correlationValue"),
    CATCHER("messageName", "correlationKey", "correlationValue"),
    START("messageName");

    private final List<String> required;

    Role(String... required) {
      this.required = List.of(required);
    }
  }

  private final Problems problems;
  private final SettingParser settings;

  MessageParser(Problems problems) {
    this.problems = problems;
    this.settings = new SettingParser(problems);
  }

  /** Reads a message and warns of settings that are missing; {@code place} holds the settings. */
  MessageDefinition parse(XmlElement owner, XmlElement place, Role role) {
    var extensions = Extensions.of(place);
    warnOfMissing(owner, extensions, role);
    return new MessageDefinition(
        isSimple(owner),
        settings.parse(owner, extensions, "endpoint"),
        settings.parse(owner, extensions, "messageName"),
        settings.parse(owner, extensions, "correlationKey"),
        settings.parse(owner, extensions, "correlationValue"),
        settings.parse(owner, extensions, "payload"),
        extensions.apexWord("payloadVariable"));
  }

  static boolean isSimple(XmlElement owner) {
    return owner.apexAttribute("type").filter(SIMPLE_MESSAGE::equals).isPresent();
  }

  private void warnOfMissing(XmlElement owner, XmlElement extensions, Role role) {
    if (!isSimple(owner)) {
      problems.warn(ProblemText.MESSAGE_TYPE, owner, owner.apexAttribute("type").orElse("(none)"));
      return;
    }
    var missing = new ArrayList<String>();
    for (String name : role.required) {
      if (extensions.apexChild(name).filter(MessageParser::isFilled).isEmpty()) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      problems.warn(ProblemText.MESSAGE_INCOMPLETE, owner, String.join(", ", missing));
    }
  }

  private static boolean isFilled(XmlElement setting) {
    return setting.apexText("expression").isPresent() || !setting.text().isBlank();
  }
}
