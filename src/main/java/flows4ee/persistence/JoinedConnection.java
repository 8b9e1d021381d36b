package flows4ee.persistence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Savepoint;

/**
 * The connection of an open transaction as work sees it that takes part: its commit stands when the
 * transaction commits, its roll-back takes back no more than it did itself.
 */
final class JoinedConnection implements InvocationHandler {

  private final Session session;
  private Savepoint begin;
  private boolean isAutoCommit = true;

  private JoinedConnection(Session session) {
    this.session = session;
    this.begin = session.savepoint();
  }

  static Connection of(Session session) {
    return (Connection)
        Proxy.newProxyInstance(
            JoinedConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            new JoinedConnection(session));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    return switch (method.getName()) {
      case "commit" -> mark();
      case "rollback" -> arguments == null ? takeBack() : pass(method, arguments);
      case "setAutoCommit" -> setAutoCommit((Boolean) arguments[0]);
      case "getAutoCommit" -> isAutoCommit;
      case "close", "setTransactionIsolation", "setReadOnly" -> null;
      default -> pass(method, arguments);
    };
  }

  private Object mark() {
    begin = session.savepoint();
    return null;
  }

  private Object takeBack() {
    session.rollbackTo(begin);
    return null;
  }

  private Object setAutoCommit(boolean value) {
    isAutoCommit = value;
    return null;
  }

  private Object pass(Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(session.connection(), arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
