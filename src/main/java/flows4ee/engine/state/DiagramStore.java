package flows4ee.engine.state;

import java.util.List;
import java.util.Optional;

/** Diagrams within one transaction. What is found comes without its content. */
public interface DiagramStore {

  Optional<StoredDiagram> find(long diagramId);

  /** As {@link #find}, keeping the row from every other lock until the end. */
  Optional<StoredDiagram> findLocked(long diagramId);

  /**
   * As {@link #find}, for a use that many calls make side by side, such as a new instance: it waits
   * for {@link #findLocked} and keeps it waiting, where the database has shared row locks;
   * elsewhere only the deletion of the diagram waits.
   */
  Optional<StoredDiagram> findShared(long diagramId);

  Optional<StoredDiagram> find(String name, String version);

  Optional<StoredDiagram> findReleased(String name);

  /** The XML as received; the id must exist. */
  byte[] content(long diagramId);

  /** Inserts a diagram with its content. */
  void insert(StoredDiagram diagram);

  /** Updates a diagram; its content only when that is not null. */
  void update(StoredDiagram diagram);

  void delete(long diagramId);

  /** Writes an entry of the diagram event log. */
  void logEvent(StoredDiagram diagram, String event, String user, String comment);

  /** Names and versions, for messages. */
  List<StoredDiagram> findByName(String name);
}
