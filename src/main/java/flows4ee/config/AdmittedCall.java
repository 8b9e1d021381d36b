package flows4ee.config;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;

/** A call that ends when it is answered, which may be after its thread has left (asynchronous). */
final class AdmittedCall extends HttpServletRequestWrapper {

  private final Runnable end;
  private boolean isAsync;

  /**
   * Follows a call.
   *
   * @param end what to do once when it ends
   */
  AdmittedCall(HttpServletRequest request, Runnable end) {
    super(request);
    this.end = end;
  }

  /** Ends the call with its thread, unless it goes on without. */
  void endUnlessAsync() {
    if (!isAsync) {
      end.run();
    }
  }

  @Override
  public AsyncContext startAsync() {
    return follow(super.startAsync());
  }

  @Override
  public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
    return follow(super.startAsync(request, response));
  }

  private AsyncContext follow(AsyncContext context) {
    isAsync = true;
    context.addListener(new Ending(end));
    return context;
  }

  /** The container tells of the end also after a failure or a timeout. */
  private record Ending(Runnable end) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      end.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // onComplete follows
    }

    @Override
    public void onError(AsyncEvent event) {
      // onComplete follows
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
