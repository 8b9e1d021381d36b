package flows4ee.engine.activity;

import java.util.Optional;

/** Finds handlers by name. */
@FunctionalInterface
public interface TaskHandlers {

  Optional<TaskHandler> find(String name);
}
