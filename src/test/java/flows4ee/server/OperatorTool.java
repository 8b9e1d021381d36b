package flows4ee.server;

import java.util.Collection;
import java.util.Map;

/** The tool with which operators change the configuration of a server that runs. */
public interface OperatorTool {

  /** Adds properties that are not there yet. */
  void add(Map<String, String> properties);

  /** Gives a property another value. */
  void change(String key, String value);

  /** Takes properties away. */
  void remove(Collection<String> keys);
}
