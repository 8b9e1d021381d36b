package flows4ee.engine.expression;

/**
 * A script raised {@code flow_globals.request_stop_engine}: its changes are dropped and the step
 * goes to {@code error}.
 */
public final class StopEngineRequested extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StopEngineRequested() {
    super("The script asked the engine to stop.", null, false, false);
  }
}
