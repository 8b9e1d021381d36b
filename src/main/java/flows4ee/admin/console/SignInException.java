package flows4ee.admin.console;

import java.time.Duration;
import java.util.Optional;

/** Somebody could not be signed in; the same for every reason but the wait. */
public final class SignInException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Optional<Duration> wait;

  private SignInException(String message, Optional<Duration> wait) {
    super(message);
    this.wait = wait;
  }

  static SignInException failed() {
    return new SignInException("Sign-in failed", Optional.empty());
  }

  static SignInException badLink() {
    return new SignInException("Setup link not valid", Optional.empty());
  }

  static SignInException tooMany(Duration wait) {
    return new SignInException("Too many requests", Optional.of(wait));
  }

  /** How long the next attempt has to wait; empty when this one was checked. */
  public Optional<Duration> retryAfter() {
    return wait;
  }
}
