package flows4ee.config;

/** How strict the application is with its surroundings ({@code f4a.mode}). */
public enum RunMode {
  /** The default: nothing is created or relaxed for convenience. */
  PRODUCTION,
  /** Trying out on one machine: plain HTTP, embedded database and a first client are fine. */
  DEVELOPMENT
}
