package flows4ee.rest.guard;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;

/** Refuses clients that call more often than {@code rest_max_calls_per_minute} with 429. */
@Provider
@Priority(Priorities.AUTHORIZATION + 100)
@ApplicationScoped
public class RateFilter implements ContainerRequestFilter {

  @Inject Call call;
  @Inject RuntimeSettings settings;

  private final CallRates rates = new CallRates(Clock.systemUTC());

  @Override
  public void filter(ContainerRequestContext context) {
    int callsPerMinute = settings.rest().limits().callsPerMinute();
    if (callsPerMinute == 0 || !call.isAuthenticated()) {
      return;
    }
    long wait = rates.count(call.account(), callsPerMinute);
    if (wait > 0) {
      throw Refusal.TOO_MANY_REQUESTS.exception().withHeader("Retry-After", Long.toString(wait));
    }
  }
}
