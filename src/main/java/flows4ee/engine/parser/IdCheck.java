package flows4ee.engine.parser;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Checks ids and names of the objects of one diagram: present, short enough, not used twice. */
final class IdCheck {

  private static final int ID_LENGTH = 50;
  private static final int NAME_LENGTH = 200;

  private final Problems problems;
  private final Set<String> used = new HashSet<>();

  IdCheck(Problems problems) {
    this.problems = problems;
  }

  /** The id of an object that must have one; absent when it has none or shares it. */
  Optional<String> require(XmlElement xml) {
    if (xml.id().isEmpty()) {
      problems.error(ProblemText.NO_ID, xml);
      return Optional.empty();
    }
    return accept(xml) ? xml.id() : Optional.empty();
  }

  /** Checks the id of an object that may do without. */
  boolean accept(XmlElement xml) {
    xml.attribute("name")
        .filter(name -> length(name) > NAME_LENGTH)
        .ifPresent(name -> problems.error(ProblemText.NAME_TOO_LONG, xml));
    return xml.id().isEmpty() || acceptId(xml, xml.id().get());
  }

  private boolean acceptId(XmlElement xml, String id) {
    if (length(id) > ID_LENGTH) {
      problems.error(ProblemText.ID_TOO_LONG, xml);
    }
    if (!used.add(id)) {
      problems.error(ProblemText.ID_DOUBLED, xml, id);
      return false;
    }
    return true;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
