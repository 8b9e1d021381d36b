package flows4ee.admin;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import javax.management.MBeanException;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.ReflectionException;
import javax.management.StandardMBean;

/**
 * A management bean that tells the names of its operations' parameters and runs them with the class
 * loader of the application: threads of remote JMX connections come without one.
 */
public final class DescribedBean extends StandardMBean {

  private final Class<?> type;

  /**
   * Describes a bean by its interface; operations have different names.
   *
   * @param bean the implementation
   * @param type its MXBean interface
   */
  public <T> DescribedBean(T bean, Class<T> type) {
    super(bean, type, true);
    this.type = type;
  }

  @Override
  public Object invoke(String operation, Object[] arguments, String[] signature)
      throws MBeanException, ReflectionException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(type.getClassLoader());
    try {
      return super.invoke(operation, arguments, signature);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  protected String getParameterName(
      MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getName().equals(operation.getName()))
        .findFirst()
        .flatMap(method -> name(method, sequence))
        .orElse(parameter.getName());
  }

  private static Optional<String> name(Method method, int sequence) {
    Annotation[] annotations = method.getParameterAnnotations()[sequence];
    return Arrays.stream(annotations)
        .filter(Named.class::isInstance)
        .map(annotation -> ((Named) annotation).value())
        .findFirst();
  }
}
