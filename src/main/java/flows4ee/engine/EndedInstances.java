package flows4ee.engine;

/** What the daily jobs do with an ended instance. */
interface EndedInstances {

  /** Writes its archive document, unless it runs again or has one. */
  void archive(long processId);

  /** Deletes it, unless it runs again. */
  void delete(long processId);
}
