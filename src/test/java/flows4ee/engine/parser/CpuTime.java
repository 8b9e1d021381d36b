package flows4ee.engine.parser;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/** Processor time of the calling thread: what work costs, however busy the machine is. */
final class CpuTime {

  private CpuTime() {}

  static Duration of(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
  }
}
