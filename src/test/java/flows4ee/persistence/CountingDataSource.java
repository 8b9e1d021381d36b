package flows4ee.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * A data source that notes every executed statement (a batch counts once), every sending, every
 * commit and how many connections are out. The lock timeout, which a connection is told once, does
 * not count.
 */
public final class CountingDataSource {

  private final DataSource dataSource;
  private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger roundTrips = new AtomicInteger();
  private final AtomicInteger commits = new AtomicInteger();
  private final Map<Connection, Connection> drivers = new ConcurrentHashMap<>();
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

  /** How often statements were sent, alone or several together; without commits. */
  public int roundTrips() {
    return roundTrips.get();
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
    roundTrips.set(0);
    commits.set(0);
  }

  private Connection counted(Connection original) {
    open.incrementAndGet();
    Connection counted = countedStatements(original);
    return proxy(
        Connection.class,
        (method, arguments) -> {
          if (method.getName().equals("close")) {
            open.decrementAndGet();
          }
          return invoke(counted, method, arguments);
        });
  }

  private Connection countedStatements(Connection original) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          count(method);
          Object result = invoke(original, method, arguments);
          if (result instanceof DatabaseMetaData metaData) {
            return counted(metaData);
          }
          return result instanceof Statement statement
              ? counted(statement, arguments == null ? null : (String) arguments[0])
              : result;
        });
  }

  /** Leads to the driver's connection, always the same object for one of them. */
  private DatabaseMetaData counted(DatabaseMetaData original) {
    return proxy(
        DatabaseMetaData.class,
        (method, arguments) -> {
          Object result = invoke(original, method, arguments);
          return result instanceof Connection driver
              ? drivers.computeIfAbsent(driver, this::countedStatements)
              : result;
        });
  }

  private void count(Method method) {
    switch (method.getName()) {
      case "commit" -> commits.incrementAndGet();
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
            note(sql == null ? (String) arguments[0] : sql);
          }
          return invoke(original, method, arguments);
        });
  }

  private void note(String text) {
    if (text.startsWith("set lock_timeout")) {
      return;
    }
    roundTrips.incrementAndGet();
    Arrays.stream(text.split("; ")).filter(sql -> !sql.equals("commit")).forEach(statements::add);
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
