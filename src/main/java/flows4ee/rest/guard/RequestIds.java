package flows4ee.rest.guard;

import java.util.UUID;
import java.util.regex.Pattern;

/** Request ids: a well-formed {@code X-Request-Id} of the caller is kept, else one is made. */
public final class RequestIds {

  /** Name of the header. */
  public static final String HEADER = "X-Request-Id";

  /** Name of the servlet request attribute that holds the id of the running request. */
  public static final String ATTRIBUTE = "flows4ee.requestId";

  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestIds() {}

  /** The caller's id when it is 1 to 64 of {@code A-Z a-z 0-9 . _ -}, else a random one. */
  public static String accept(String incoming) {
    return incoming != null && WELL_FORMED.matcher(incoming).matches()
        ? incoming
        : UUID.randomUUID().toString();
  }
}
