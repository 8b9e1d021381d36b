package flows4ee.engine.state;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Process instances within one transaction. */
public interface InstanceStore {

  /**
   * Locks an instance and reads it with its subflows.
   *
   * @throws LockTimeoutException when another call holds it longer than the lock wait (2 s)
   */
  Optional<InstanceState> findLocked(long processId);

  /** As {@link #findLocked}, for the instance a subflow belongs to. */
  Optional<InstanceState> findLockedBySubflow(long subflowId);

  /** An unlocked look at an instance, for checks that need no state. */
  boolean exists(long processId);

  /** Begins the state of a new instance; nothing is written before {@link #flush}. */
  InstanceState create(ProcessInstance instance);

  /** Writes all changes of a state in batches and settles it. */
  void flush(InstanceState state);

  /** Writes instance events that must survive the roll-back of a call. */
  void append(List<InstanceEvent> events);

  /** Deletes an instance and all that belongs to it, except the event logs. */
  void delete(long processId);

  /**
   * Writes the archive document of an instance: itself, its diagrams, events, steps and variables.
   *
   * @param at when it is written
   */
  void archive(ProcessInstance instance, Instant at);

  /** Ids of the instances of a diagram, as main or called diagram. */
  List<Long> findByDiagram(long diagramId, boolean onlyActive);

  /**
   * Ids of instances that are not suspended and have a subflow not yet entered.
   *
   * @param before when the subflow came to its object, at the latest
   */
  List<Long> findStranded(Instant before, int limit);

  /** Next id of a kind, from a block fetched in advance. */
  long nextId(IdKind kind);
}
