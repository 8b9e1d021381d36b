package flows4ee.rest;

import flows4ee.engine.ProcessQueries;
import flows4ee.json.JsonObject;
import flows4ee.rest.guard.Attributes;
import flows4ee.rest.guard.Ids;

/**
 * The step that a call addresses.
 *
 * @param attributes of the body, {@code step_key} required
 * @param key the step key; null for a JSON {@code null}
 */
record StepRequest(long subflowId, Attributes attributes, String key) {

  /** Far longer than any key, so that a wrong one is a conflict and not a malformed call. */
  private static final int MAX_KEY = 4000;

  static StepRequest of(String id, JsonObject object) {
    long subflowId = Ids.require(id);
    Attributes attributes = new Attributes(object).require("step_key");
    return new StepRequest(
        subflowId, attributes, attributes.text("step_key", MAX_KEY).orElse(null));
  }

  /** Refuses the call when attributes are missing or wrong, or with 404 when the step is gone. */
  StepRequest check(ProcessQueries queries) {
    attributes.check(() -> exists(queries));
    return this;
  }

  boolean exists(ProcessQueries queries) {
    return queries.findStep(subflowId).isPresent();
  }
}
