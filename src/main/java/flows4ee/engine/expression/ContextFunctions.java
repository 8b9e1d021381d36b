package flows4ee.engine.expression;

import flows4ee.engine.model.VariableType;
import flows4ee.engine.model.VariableValue;
import flows4ee.engine.variable.VariableFormats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The engine's context: {@code flow_globals}, {@code flow_process_vars} and {@code sys_context}.
 * Without a scope or subflow the variables of {@code flow_process_vars} are those of scope 0.
 */
final class ContextFunctions {

  private static final String BUSINESS_REF = "BUSINESS_REF";
  private static final String USER = "FLOWS4APEX";

  /** The value parameters of set_var by type; the untyped place of positional calls is the VC2. */
  private static final List<VariableType> VALUE_TYPES =
      List.of(
          VariableType.VARCHAR2,
          VariableType.NUMBER,
          VariableType.DATE,
          VariableType.TIMESTAMP_WITH_TIME_ZONE,
          VariableType.CLOB,
          VariableType.JSON);

  private ContextFunctions() {}

  static List<Function> all() {
    var functions = new ArrayList<Function>();
    functions.add(bound("FLOW_GLOBALS.PROCESS_ID", "PROCESS_ID"));
    functions.add(bound("FLOW_GLOBALS.SUBFLOW_ID", "SUBFLOW_ID"));
    functions.add(bound("FLOW_GLOBALS.SCOPE", "SCOPE"));
    functions.add(bound("FLOW_GLOBALS.STEP_KEY", "STEP_KEY"));
    functions.add(loopCounter());
    functions.add(bound("FLOW_GLOBALS.BUSINESS_REF", BUSINESS_REF));
    functions.add(bound("FLOW_PLSQL_RUNNER_PKG.GET_CURRENT_PRCS_ID", "PROCESS_ID"));
    functions.add(bound("FLOW_PLSQL_RUNNER_PKG.GET_CURRENT_SBFL_ID", "SUBFLOW_ID"));
    functions.add(getter("VC2", VariableType.VARCHAR2));
    functions.add(getter("NUM", VariableType.NUMBER));
    functions.add(getter("DATE", VariableType.DATE));
    functions.add(getter("TSTZ", VariableType.TIMESTAMP_WITH_TIME_ZONE));
    functions.add(getter("CLOB", VariableType.CLOB));
    functions.add(getter("JSON", VariableType.JSON));
    functions.add(businessRefGetter());
    functions.add(businessRefSetter());
    functions.add(setter());
    functions.add(deleter());
    functions.add(Function.of("SYS_CONTEXT", 2, 3, a -> context(a[0], a[1])));
    return functions;
  }

  private static Function bound(String name, String bind) {
    return new Function(
        name,
        List.of(),
        0,
        0,
        (frame, none) -> Binds.find(bind, frame.scope()).map(VariableValue::content).orElse(null));
  }

  private static Function loopCounter() {
    return new Function(
        "FLOW_GLOBALS.LOOP_COUNTER",
        List.of(),
        0,
        0,
        (frame, none) -> {
          var counter = frame.scope().loopCounter();
          return counter.isPresent() ? BigDecimal.valueOf(counter.getAsInt()) : null;
        });
  }

  private static Function getter(String suffix, VariableType type) {
    return new Function(
        "FLOW_PROCESS_VARS.GET_VAR_" + suffix,
        List.of("PI_PRCS_ID", "PI_VAR_NAME", "PI_SCOPE", "PI_EXCEPTION_ON_NULL", "PI_SBFL_ID"),
        2,
        5,
        (frame, nodes) -> {
          var call = new Call(frame, nodes);
          Object value = call.read(call.scope(2, 4), call.name(1), type);
          if (value == null && Boolean.TRUE.equals(call.value(3))) {
            throw new EvaluationException("a variable that must have a value has none");
          }
          return value;
        });
  }

  private static Function businessRefGetter() {
    return new Function(
        "FLOW_PROCESS_VARS.GET_BUSINESS_REF",
        List.of("PI_PRCS_ID", "PI_SCOPE", "PI_SBFL_ID"),
        1,
        3,
        (frame, nodes) -> {
          var call = new Call(frame, nodes);
          return call.read(call.scope(1, 2), BUSINESS_REF, VariableType.VARCHAR2);
        });
  }

  private static Function businessRefSetter() {
    return new Function(
        "FLOW_PROCESS_VARS.SET_BUSINESS_REF",
        List.of("PI_PRCS_ID", "PI_BUSINESS_REF", "PI_SCOPE", "PI_SBFL_ID"),
        2,
        4,
        (frame, nodes) -> {
          var call = new Call(frame, nodes);
          return call.write(call.scope(2, 3), BUSINESS_REF, VariableType.VARCHAR2, call.value(1));
        });
  }

  private static Function setter() {
    return new Function(
        "FLOW_PROCESS_VARS.SET_VAR",
        List.of(
            "PI_PRCS_ID",
            "PI_VAR_NAME",
            "PI_VC2_VALUE",
            "PI_SCOPE",
            "PI_SBFL_ID",
            "PI_NUM_VALUE",
            "PI_DATE_VALUE",
            "PI_TSTZ_VALUE",
            "PI_CLOB_VALUE",
            "PI_JSON_VALUE"),
        2,
        10,
        ContextFunctions::set);
  }

  private static Object set(Frame frame, List<Node> nodes) {
    var call = new Call(frame, nodes);
    var scope = call.scope(3, 4);
    for (int i = 1; i < VALUE_TYPES.size(); i++) {
      if (call.isGiven(i + 4)) {
        return call.write(scope, call.name(1), VALUE_TYPES.get(i), call.value(i + 4));
      }
    }
    if (!call.isGiven(2)) {
      throw new EvaluationException("set_var has no value");
    }
    Object value = call.value(2);
    return call.write(scope, call.name(1), Conversions.naturalType(value), value);
  }

  private static Function deleter() {
    return new Function(
        "FLOW_PROCESS_VARS.DELETE_VAR",
        List.of("PI_PRCS_ID", "PI_VAR_NAME", "PI_SCOPE", "PI_SBFL_ID"),
        2,
        4,
        (frame, nodes) -> {
          var call = new Call(frame, nodes);
          call.checkWrite();
          frame.scope().deleteVariable(call.scope(2, 3), call.name(1));
          return null;
        });
  }

  private static Object context(Object namespace, Object parameter) {
    String space = String.valueOf(Values.text(namespace)).toUpperCase(Locale.ROOT);
    String name = String.valueOf(Values.text(parameter)).toUpperCase(Locale.ROOT);
    boolean isUser = name.equals("SESSION_USER") || name.equals("CURRENT_USER");
    return space.equals("USERENV") && isUser ? USER : null;
  }

  /** The arguments of one call; the first is always the process instance. */
  private record Call(Frame frame, List<Node> nodes) {

    private Call {
      Object process = frame.value(nodes.get(0));
      if (process == null
          || Values.number(process).compareTo(BigDecimal.valueOf(frame.scope().processId())) != 0) {
        throw new EvaluationException("variables of another process instance are out of reach");
      }
    }

    boolean isGiven(int index) {
      return index < nodes.size() && nodes.get(index) != Function.OMITTED;
    }

    Object value(int index) {
      return isGiven(index) ? frame.value(nodes.get(index)) : null;
    }

    String name(int index) {
      String name = Values.text(value(index));
      if (name == null || name.length() > VariableFormats.MAX_NAME) {
        throw new EvaluationException("the name of a variable is empty or too long");
      }
      return name;
    }

    /** A given scope, the scope of the own subflow when that is given, else scope 0. */
    OptionalLong scope(int scopeIndex, int subflowIndex) {
      if (isGiven(subflowIndex)) {
        checkSubflow(value(subflowIndex));
        return OptionalLong.of(frame.scope().scope());
      }
      Object scope = value(scopeIndex);
      return OptionalLong.of(scope == null ? 0 : Values.number(scope).longValue());
    }

    private void checkSubflow(Object subflow) {
      long own = frame.scope().subflowId().orElse(0);
      if (subflow == null || Values.number(subflow).longValue() != own) {
        throw new EvaluationException("variables of another subflow are out of reach");
      }
    }

    Object read(OptionalLong scope, String name, VariableType type) {
      return frame
          .scope()
          .variable(scope, name)
          .filter(value -> value.type() == type)
          .map(VariableValue::content)
          .orElse(null);
    }

    void checkWrite() {
      if (!frame.mayWrite()) {
        throw new EvaluationException("variables can be set in scripts only");
      }
    }

    Object write(OptionalLong scope, String name, VariableType type, Object value) {
      checkWrite();
      frame.scope().setVariable(scope, name, Conversions.raw(type, value));
      return null;
    }
  }
}
