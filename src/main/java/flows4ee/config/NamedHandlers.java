package flows4ee.config;

import flows4ee.engine.activity.TaskHandler;
import flows4ee.engine.activity.TaskHandlers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds task handlers among the {@code @Named} beans of the application. */
@ApplicationScoped
public class NamedHandlers implements TaskHandlers {

  @Inject @Any Instance<TaskHandler> handlers;

  @Override
  public Optional<TaskHandler> find(String name) {
    var found = handlers.select(NamedLiteral.of(name));
    return found.isResolvable() ? Optional.of(found.get()) : Optional.empty();
  }
}
