package flows4ee.config;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AdmissionFilterTest {

  private final AdmissionFilter filter = new AdmissionFilter();
  private final ServiceState state = new ServiceState();
  private final List<AsyncListener> listeners = new ArrayList<>();

  @BeforeEach
  void serve() {
    filter.state = state;
    state.serve();
  }

  private void call(FilterChain chain) throws Exception {
    filter.doFilter(
        fake(HttpServletRequest.class, this::answer),
        fake(HttpServletResponse.class, this::answer),
        chain);
  }

  private Object answer(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "getServletPath" -> "/oauth";
      case "getRequest", "getResponse" -> null;
      case "startAsync" -> fake(AsyncContext.class, this::answer);
      case "addListener" -> {
        listeners.add((AsyncListener) arguments[0]);
        yield null;
      }
      default -> throw new UnsupportedOperationException(method.getName());
    };
  }

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            AdmissionFilterTest.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private int running() {
    return state.stopWithin(Duration.ZERO);
  }

  @Test
  void shouldCountACallUntilItsThreadLeaves() throws Exception {
    List<Integer> within = new ArrayList<>();
    // when
    call((request, response) -> within.add(running()));
    // then
    assertThat(within).containsExactly(1);
    assertThat(running()).isZero();
  }

  @Test
  void shouldCountACallThatItsThreadLeftUntilItIsAnswered() throws Exception {
    // given
    call((request, response) -> request.startAsync());
    assertThat(running()).isEqualTo(1);
    // when
    for (AsyncListener listener : listeners) {
      listener.onComplete(new AsyncEvent(fake(AsyncContext.class, this::answer)));
    }
    // then
    assertThat(running()).isZero();
  }
}
