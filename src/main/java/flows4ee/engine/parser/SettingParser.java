package flows4ee.engine.parser;

import flows4ee.engine.model.ExpressionType;
import flows4ee.engine.model.Setting;
import java.util.Optional;

/**
 * Reads settings: {@code expressionType}, {@code expression} and, for due dates, {@code
 * formatMask}. Bare text, as written before release 23.1, is a raw PL/SQL expression.
 */
final class SettingParser {

  private final Problems problems;

  SettingParser(Problems problems) {
    this.problems = problems;
  }

  /**
   * Reads a setting by its element name; an empty element is no setting.
   *
   * @param owner the object to name in warnings
   * @param place the element that holds the setting
   */
  Optional<Setting> parse(XmlElement owner, XmlElement place, String name) {
    return place.apexChild(name).flatMap(xml -> parse(owner, xml));
  }

  private Optional<Setting> parse(XmlElement owner, XmlElement xml) {
    var literal = xml.apexWord("expressionType");
    var expression = xml.apexText("expression");
    if (literal.isEmpty() && expression.isEmpty()) {
      return bareText(xml);
    }
    var type = literal.map(ExpressionType::of).orElse(ExpressionType.UNKNOWN);
    if (type == ExpressionType.UNKNOWN) {
      problems.warn(ProblemText.SETTING_TYPE, owner, literal.orElse("(none)"), xml.name());
    }
    return Optional.of(new Setting(type, expression.orElse(""), xml.apexWord("formatMask")));
  }

  private static Optional<Setting> bareText(XmlElement xml) {
    return Optional.of(xml.text())
        .filter(text -> !text.isBlank())
        .map(text -> Setting.of(ExpressionType.PLSQL_RAW_EXPRESSION, text));
  }
}
