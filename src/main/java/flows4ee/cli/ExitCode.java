package flows4ee.cli;

/** How a command ended; the number is the position in this list. */
enum ExitCode {
  /** Done. */
  DONE,
  /** Something failed: no connection, no right, broken data. */
  ERROR,
  /** The command or a value was wrong. */
  USAGE,
  /** No such client, secret or key. */
  NOT_FOUND,
  /** The present state does not allow it. */
  CONFLICT;

  int number() {
    return ordinal();
  }
}
