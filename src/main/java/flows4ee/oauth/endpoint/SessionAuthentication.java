package flows4ee.oauth.endpoint;

import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import java.util.Optional;

/**
 * Another way to authenticate a request that carries no Authorization header, such as the console's
 * session cookie. An application-scoped bean of this type takes part in the one authentication
 * mechanism.
 */
public interface SessionAuthentication {

  /**
   * Authenticates, or refuses with an answer of its own.
   *
   * @return the status to end with, or empty when the request carries nothing of this kind
   */
  Optional<AuthenticationStatus> authenticate(HttpMessageContext context)
      throws AuthenticationException;
}
