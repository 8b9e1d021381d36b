package flows4ee.engine.state;

import flows4ee.engine.model.Lane;

/**
 * Lane of a subflow as shown with its step; every component may be null.
 *
 * @param isRole {@code true}, {@code false} or null when the diagram does not say
 */
public record LanePosition(String id, String name, Boolean isRole, String role) {

  public static final LanePosition NONE = new LanePosition(null, null, null, null);

  /** The position in a lane of the model. */
  public static LanePosition in(Lane lane) {
    return new LanePosition(
        lane.id(), lane.name().orElse(null), lane.isRole().orElse(null), lane.role().orElse(null));
  }
}
