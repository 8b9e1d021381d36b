package flows4ee.engine.parser;

import flows4ee.engine.model.Program;
import flows4ee.engine.model.Script;
import java.util.List;
import java.util.Optional;

/**
 * Reads what an automatic task runs: the block of {@code executePlsql} or a Java handler. The type
 * of a task without {@code type} attribute is the container it holds.
 */
final class ProgramParser {

  static final String EXECUTE_PLSQL = "executePlsql";

  private static final List<String> CONTAINERS = List.of(EXECUTE_PLSQL, "sendMail");

  private final Problems problems;

  ProgramParser(Problems problems) {
    this.problems = problems;
  }

  Program parse(XmlElement task) {
    var type = type(task);
    var script = Extensions.of(task).apexChild(EXECUTE_PLSQL).flatMap(ProgramParser::script);
    var handler = task.attribute(Namespaces.F4EE, "handler");
    boolean needsScript = type.filter(EXECUTE_PLSQL::equals).isPresent() || isScriptTask(task);
    if (needsScript && script.isEmpty() && handler.isEmpty()) {
      problems.warn(ProblemText.SCRIPT_MISSING, task);
    }
    return new Program(type, script, handler);
  }

  private static boolean isScriptTask(XmlElement task) {
    return task.name().equals("scriptTask");
  }

  private static Optional<String> type(XmlElement task) {
    var extensions = Extensions.of(task);
    return task.apexAttribute("type")
        .or(() -> CONTAINERS.stream().filter(n -> extensions.apexChild(n).isPresent()).findFirst());
  }

  private static Optional<Script> script(XmlElement container) {
    return container
        .apexText("plsqlCode")
        .filter(code -> !code.isBlank())
        .map(code -> new Script(code, container.apexFlag("engine")));
  }
}
