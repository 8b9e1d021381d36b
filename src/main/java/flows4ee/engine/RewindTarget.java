package flows4ee.engine;

/** Where a suspended subflow is set back to. */
public enum RewindTarget {
  LAST_STEP,
  PRIOR_STEP,
  PRIOR_GATEWAY,
  SUBPROCESS,
  CALL_ACTIVITY,
  LINK_EVENT
}
