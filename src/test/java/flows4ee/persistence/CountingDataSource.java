package flows4ee.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A data source that notes every executed statement (a batch counts once), every commit and how
 * many connections are out.
 */
public final class CountingDataSource {

  private final DataSource dataSource;
  private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger commits = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();

  public CountingDataSource(DataSource original) {
    this.dataSource =
        proxy(
            DataSource.class,
            (method, arguments) -> {
              Object result = invoke(original, method, arguments);
              return result instanceof Connection connection ? counted(connection) : result;
            });
  }

  /** The data source to use. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** SQL of the statements executed since the last reset, in order. */
  public List<String> statements() {
    return List.copyOf(statements);
  }

  public int commits() {
    return commits.get();
  }

  /** Connections taken and not given back. */
  public int openConnections() {
    return open.get();
  }

  public void reset() {
    statements.clear();
    commits.set(0);
  }

  private Connection counted(Connection original) {
    open.incrementAndGet();
    return proxy(
        Connection.class,
        (method, arguments) -> {
          count(method);
          Object result = invoke(original, method, arguments);
          return result instanceof Statement statement
              ? counted(statement, arguments == null ? null : (String) arguments[0])
              : result;
        });
  }

  private void count(Method method) {
    switch (method.getName()) {
      case "commit" -> commits.incrementAndGet();
      case "close" -> open.decrementAndGet();
      case "setSavepoint" -> statements.add("savepoint");
      default -> {}
    }
  }

  private Statement counted(Statement original, String sql) {
    var type = sql == null ? Statement.class : PreparedStatement.class;
    return proxy(
        type,
        (method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            statements.add(sql == null ? (String) arguments[0] : sql);
          }
          return invoke(original, method, arguments);
        });
  }

  private interface Call {
    Object on(Method method, Object[] arguments) throws Throwable;
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> call.on(method, arguments)));
  }
}
