package flows4ee.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

class DescribedBeanTest {

  /** A bean that tells whether its thread has the class loader of the application. */
  public interface LoaderMXBean {

    boolean hasLoader();
  }

  private static final LoaderMXBean BEAN =
      () ->
          Thread.currentThread().getContextClassLoader()
              == DescribedBeanTest.class.getClassLoader();

  @Test
  void shouldRunWithTheClassLoaderOfTheApplication() throws Exception {
    // given
    var bean = new DescribedBean(BEAN, LoaderMXBean.class);
    var call = new FutureTask<>(() -> bean.invoke("hasLoader", new Object[0], new String[0]));
    var remote = new Thread(call);
    remote.setContextClassLoader(null);
    // when
    remote.start();
    // then
    assertThat(call.get()).isEqualTo(true);
  }
}
