package flows4ee.rest;

import flows4ee.server.TestServer;

/** Calls every operation of the description once or more, on the server under test. */
final class ApiTour {

  private static RecordedCalls recorded;
  private static AssertionError failure;

  private ApiTour() {}

  /**
   * Returns the calls of the tour, which is made when they are first asked for.
   *
   * @throws AssertionError when the tour did not reach its end
   */
  static synchronized RecordedCalls calls() {
    if (recorded == null && failure == null) {
      make();
    }
    if (failure != null) {
      throw failure;
    }
    return recorded;
  }

  private static void make() {
    var calls = new RecordedCalls(TestServer.current());
    try {
      new DiagramTour(calls).walk();
      new InstanceTour(calls).walk();
      new StepTour(calls).walk();
      new MessageTour(calls).walk();
      new ClientTour(calls).walk();
      new StatisticsTour(calls).walk();
      new ServiceTour(calls).walk();
      recorded = calls;
    } catch (AssertionError | RuntimeException e) {
      failure = new AssertionError("The tour did not reach its end", e);
    }
  }
}
