package flows4ee.rest;

import flows4ee.engine.DiagramReference;
import flows4ee.engine.NewInstance;
import flows4ee.engine.VariableAssignment;
import flows4ee.json.JsonObject;
import flows4ee.rest.guard.Attributes;
import flows4ee.rest.guard.RequestBody;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Reads what is to be created: {@code name}, {@code version}, {@code business_ref}; as extensions
 * {@code start}, {@code process_vars}, {@code priority}, {@code due_on}, {@code logging_level}.
 */
final class InstanceRequests {

  static final int MAX_NAME = 150;
  private static final int MAX_VARCHAR2 = 4000;
  private static final Set<String> EXTENSIONS =
      Set.of("start", "process_vars", "priority", "due_on", "logging_level");

  private InstanceRequests() {}

  /**
   * The instance to create.
   *
   * @param diagram reads the diagram out of the attributes
   * @param exists whether the diagram exists, asked only when an attribute is wrong
   */
  static NewInstance read(
      RequestBody body, Function<Attributes, DiagramReference> diagram, BooleanSupplier exists) {
    JsonObject object = body.silentObject();
    if (object.members().keySet().stream().anyMatch(EXTENSIONS::contains)) {
      body.echoItem(object);
    }
    return read(object, body, diagram, exists);
  }

  /** The instance to create by a call that the original does not have: its refusals repeat it. */
  static NewInstance ofExtension(RequestBody body, Function<Attributes, DiagramReference> diagram) {
    return read(body.object(Optional.empty()), body, diagram, () -> true);
  }

  private static NewInstance read(
      JsonObject object,
      RequestBody body,
      Function<Attributes, DiagramReference> diagram,
      BooleanSupplier exists) {
    Attributes attributes = new Attributes(object);
    DiagramReference reference = diagram.apply(attributes);
    Optional<String> name = attributes.text("name", MAX_NAME).filter(text -> !text.isBlank());
    Optional<String> businessRef = attributes.text("business_ref", MAX_VARCHAR2);
    boolean isStarted = attributes.flag("start").orElse(false);
    List<JsonObject> variables = body.batch(attributes, "process_vars");
    Optional<Integer> priority = attributes.integer("priority", 1, 5).map(Long::intValue);
    Optional<Instant> dueOn = attributes.time("due_on");
    Optional<Integer> level = attributes.integer("logging_level", 0, 8).map(Long::intValue);
    attributes.check(exists);
    List<VariableAssignment> assignments = VariableRequests.assignments(variables, exists);
    return new NewInstance(
        reference,
        name,
        businessRef,
        assignments,
        isStarted,
        priority,
        dueOn,
        level.map(OptionalInt::of).orElse(OptionalInt.empty()));
  }
}
