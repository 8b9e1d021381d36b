package flows4ee.json;

/** A body is longer than its limit allows. */
public final class TooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final long limit;

  /** With the limit in bytes that the body went over. */
  public TooLargeException(long limit) {
    super("More than " + limit + " bytes");
    this.limit = limit;
  }

  /** The limit, in bytes. */
  public long limit() {
    return limit;
  }
}
