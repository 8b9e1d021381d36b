package flows4ee.engine.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The functions and procedures that programs may call; there are no others. */
final class Functions {

  private static final String SYS = "SYS.";
  private static final Map<String, Function> ALL = index();

  private Functions() {}

  /** Finds a function by its name in any case, with or without the owner SYS. */
  static Optional<Function> find(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    return Optional.ofNullable(
        ALL.get(upper.startsWith(SYS) ? upper.substring(SYS.length()) : upper));
  }

  private static Map<String, Function> index() {
    var index = new HashMap<String, Function>();
    List.of(
            TextFunctions.all(),
            NumberFunctions.all(),
            DateFunctions.all(),
            GeneralFunctions.all(),
            RandomFunctions.all(),
            ContextFunctions.all())
        .forEach(group -> group.forEach(function -> index.put(function.name(), function)));
    return Map.copyOf(index);
  }
}
