package flows4ee.engine.state;

import flows4ee.engine.model.VariableValue;
import java.util.Locale;

/** A process variable; the name keeps the case of its first write. */
public record ProcessVariable(long processId, long scope, String name, VariableValue value) {

  /** Key of a variable within its instance. */
  public record Key(long scope, String upperName) {

    public static Key of(long scope, String name) {
      return new Key(scope, name.toUpperCase(Locale.ROOT));
    }
  }

  public Key key() {
    return Key.of(scope, name);
  }
}
