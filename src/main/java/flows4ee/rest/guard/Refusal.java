package flows4ee.rest.guard;

/** The kinds of refusal: status, message, and the error code of the REST event log. */
public enum Refusal {
  NOT_JSON(400, "JSON Payload can not be processed", -20109),
  NOT_ACCEPTED(400, "Payload not accepted", -20101),
  MULTIPLE_OBJECTS(400, "Multiple objects found", -20102),
  ATTRIBUTE_MISSING(400, "Attribute not found", -20103),
  BAD_VALUE(400, "Bad value", -20103),
  DIAGRAM_NOT_VALID(400, "Diagram not valid", -20105),
  UNAUTHORIZED(401, "Unauthorized", -20108),
  PRIVILEGE(403, "Necessary privilege not granted", -20108),
  ENVIRONMENT_HIDDEN(403, "Unauthorized", -20108),
  ITEM_NOT_FOUND(404, "Item not found", -20104),
  NOT_IMPLEMENTED(404, "Not implemented", -20200),
  METHOD_NOT_ALLOWED(405, "Method not allowed", -20200),
  NOT_ACCEPTABLE(406, "Not acceptable", -20105),
  PROCESSING(409, "Processing Error", -20105),
  ENGINE(409, "", -20001),
  IN_PROGRESS(409, "Request in progress", -20105),
  CONFLICT(409, "", -20105),
  PRECONDITION(412, "Precondition failed", -20105),
  TOO_LARGE(413, "Payload too large", -20101),
  MEDIA_TYPE(415, "Unsupported media type", -20109),
  KEY_REUSED(422, "Idempotency key reused with a different request", -20105),
  TOO_MANY_REQUESTS(429, "Too many requests", -20105),
  INTERNAL(500, "Internal error", -20105),
  UNAVAILABLE(503, "Service unavailable", -20105);

  private final int status;
  private final String message;
  private final int logCode;

  Refusal(int status, String message, int logCode) {
    this.status = status;
    this.message = message;
    this.logCode = logCode;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The {@code message} of the answer; empty when it comes from the engine. */
  public String message() {
    return message;
  }

  /** Value of {@code lgrt_error_code}. */
  public int logCode() {
    return logCode;
  }

  /** A refusal of this kind. */
  public RefusedException exception() {
    return new RefusedException(this, status, message);
  }
}
