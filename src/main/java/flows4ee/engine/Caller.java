package flows4ee.engine;

/** Who calls: the client id of a token or a console user; entered in logs and {@code init_by}. */
public record Caller(String name) {

  /** The engine itself: timers and background work. */
  public static final Caller ENGINE = new Caller("engine");
}
