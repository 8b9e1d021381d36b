package flows4ee.engine.expression;

import flows4ee.engine.error.EngineException;
import flows4ee.engine.error.EngineMessage;
import flows4ee.engine.model.Condition;
import flows4ee.engine.model.Location;
import flows4ee.engine.model.SequenceFlow;
import flows4ee.engine.model.VariableValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.random.RandomGenerator;

/** A scope in memory: process 7, subflow 8, step key {@code AbCdEfGhIj}, priority 3. */
public final class VariablesScope implements ExpressionScope {

  public static final Instant NOW = Instant.parse("2024-02-29T10:15:30.123456Z");

  private final Map<String, VariableValue> variables = new HashMap<>();
  private final RandomGenerator random = new Random(42);
  private final long scope;
  private LoopCounters loop;

  public VariablesScope() {
    this(0);
  }

  public VariablesScope(long scope) {
    this.scope = scope;
  }

  public VariablesScope with(String name, VariableValue value) {
    variables.put(key(scope, name), value);
    return this;
  }

  public VariablesScope with(String name, String text) {
    return with(name, VariableValue.text(text));
  }

  public VariablesScope with(String name, long number) {
    return with(name, VariableValue.number(number));
  }

  public VariablesScope in(LoopCounters counters) {
    loop = counters;
    return this;
  }

  /** A sequence flow with a condition. */
  static SequenceFlow flow(String id, Condition condition) {
    return new SequenceFlow(
        id,
        Optional.empty(),
        "A",
        "B",
        Optional.empty(),
        false,
        Optional.ofNullable(condition),
        Location.UNKNOWN);
  }

  private static String key(long scope, String name) {
    return scope + ":" + name.toUpperCase(Locale.ROOT);
  }

  @Override
  public long processId() {
    return 7;
  }

  @Override
  public OptionalLong subflowId() {
    return OptionalLong.of(8);
  }

  @Override
  public long scope() {
    return scope;
  }

  @Override
  public Optional<String> stepKey() {
    return Optional.of("AbCdEfGhIj");
  }

  @Override
  public OptionalInt processPriority() {
    return OptionalInt.of(3);
  }

  @Override
  public Optional<VariableValue> variable(OptionalLong where, String name) {
    return Optional.ofNullable(variables.get(key(where.orElse(scope), name)));
  }

  @Override
  public void setVariable(OptionalLong where, String name, VariableValue value) {
    if (where.orElse(scope) > 1000) {
      throw new EngineException(EngineMessage.VARIABLE_BAD_SCOPE, where.orElse(scope));
    }
    variables.put(key(where.orElse(scope), name), value);
  }

  @Override
  public void deleteVariable(OptionalLong where, String name) {
    if (variables.remove(key(where.orElse(scope), name)) == null) {
      throw new EngineException(EngineMessage.VARIABLE_DELETE_ERROR, name, 7, scope);
    }
  }

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public Optional<LoopCounters> loop() {
    return Optional.ofNullable(loop);
  }
}
