package flows4ee.engine;

/**
 * How often instances stood at an object of a diagram.
 *
 * @param waiting steps there now, those in error apart
 * @param errors steps in error there now
 * @param completed times it was completed by instances that still exist
 * @param averageSeconds mean stay as far as it was logged; null without one
 */
public record ObjectStatistics(long waiting, long errors, long completed, Double averageSeconds) {

  /** Never reached. */
  public static final ObjectStatistics NONE = new ObjectStatistics(0, 0, 0, null);
}
