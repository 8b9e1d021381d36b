package flows4ee.engine;

import flows4ee.engine.state.RetentionStore;
import flows4ee.engine.state.RetentionStore.ArchiveState;
import flows4ee.engine.state.RetentionStore.Ended;
import flows4ee.engine.state.RetentionStore.EventLog;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * The daily jobs: statistics, then the archive, then the deletion of what is old. One node of the
 * cluster does them at a time; every portion is a transaction of its own, so a run that is cut off
 * goes on with the next one. What fails is logged and does not stop the rest.
 */
public final class Retention {

  private static final Logger LOG = System.getLogger(Retention.class.getName());
  private static final String JOB = "retention";
  private static final Duration LEASE = Duration.ofMinutes(15);
  private static final int PORTION = 1000;

  private final RetentionStore store;
  private final StatisticsRun statistics;
  private final EndedInstances instances;
  private final Supplier<RetentionPolicy> policies;
  private final Node node;

  /**
   * Where the jobs run.
   *
   * @param name of the node, for the lease
   * @param clock tells the time and the zone in which days begin
   */
  public record Node(String name, Clock clock) {}

  Retention(
      RetentionStore store,
      StatisticsRun statistics,
      EndedInstances instances,
      Supplier<RetentionPolicy> policies,
      Node node) {
    this.store = store;
    this.statistics = statistics;
    this.instances = instances;
    this.policies = policies;
    this.node = node;
  }

  /**
   * Does all jobs once.
   *
   * @return false when another node is doing them
   */
  public boolean run() {
    if (!keepLease()) {
      return false;
    }
    try {
      var policy = policies.get();
      attempt("statistics", () -> statistics.run(policy.statistics()));
      attempt("archive", () -> archive(policy));
      attempt("deletion of instances", () -> deleteInstances(policy));
      attempt("deletion of logs", () -> deleteLogs(policy));
    } finally {
      store.release(JOB, node.name());
    }
    return true;
  }

  /** Instances whose day of ending is over. */
  private void archive(RetentionPolicy policy) {
    if (policy.isArchiving()) {
      forEachEnded(startOfDay(Period.ZERO), ArchiveState.NOT_ARCHIVED, instances::archive);
    }
  }

  private void deleteInstances(RetentionPolicy policy) {
    var state = policy.isArchiving() ? ArchiveState.ARCHIVED : ArchiveState.ANY;
    policy.instances().ifPresent(kept -> forEachEnded(startOfDay(kept), state, instances::delete));
  }

  private void deleteLogs(RetentionPolicy policy) {
    Instant logs = startOfDay(policy.logs());
    for (EventLog log : EventLog.values()) {
      inPortions(portion -> store.deleteEvents(log, logs, portion));
    }
    Instant messages = startOfDay(policy.messages());
    inPortions(portion -> store.deleteReceivedMessages(messages, portion));
  }

  /** One that fails stays for the next day. */
  private void forEachEnded(Instant before, ArchiveState state, LongConsumer work) {
    List<Ended> portion = store.findEnded(Ended.FIRST, before, state, PORTION);
    while (!portion.isEmpty() && keepLease()) {
      for (Ended ended : portion) {
        attempt("process instance " + ended.processId(), () -> work.accept(ended.processId()));
      }
      portion = store.findEnded(portion.get(portion.size() - 1), before, state, PORTION);
    }
  }

  private void inPortions(ToIntFunction<Integer> work) {
    while (keepLease() && work.applyAsInt(PORTION) == PORTION) {
      Thread.yield();
    }
  }

  private boolean keepLease() {
    return store.lease(JOB, node.name(), node.clock().instant(), LEASE);
  }

  private Instant startOfDay(Period ago) {
    var zone = node.clock().getZone();
    return LocalDate.now(node.clock()).minus(ago).atStartOfDay(zone).toInstant();
  }

  private static void attempt(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Daily job: " + what + " failed and is tried again tomorrow", e);
    }
  }
}
