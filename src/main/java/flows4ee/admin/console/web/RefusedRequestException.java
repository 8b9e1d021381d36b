package flows4ee.admin.console.web;

/** A request that is refused for its form. */
final class RefusedRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient JsonAnswer answer;

  RefusedRequestException(int status, String message) {
    this(JsonAnswer.refusal(status, message), message);
  }

  private RefusedRequestException(JsonAnswer answer, String message) {
    super(message);
    this.answer = answer;
  }

  static RefusedRequestException badValue(String attribute) {
    return new RefusedRequestException(JsonAnswer.badValue(attribute), "Bad value");
  }

  JsonAnswer answer() {
    return answer;
  }
}
