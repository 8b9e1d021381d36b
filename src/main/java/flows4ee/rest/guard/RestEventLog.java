package flows4ee.rest.guard;

/** Takes rows of the REST event log without delaying the call. */
public interface RestEventLog {

  /** Hands over a row; it is stored within a second. */
  void add(RestEvent event);

  /** Stores what was handed over so far. */
  void flush();
}
