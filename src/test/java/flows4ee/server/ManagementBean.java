package flows4ee.server;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.Arrays;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * A management bean as a JMX tool uses it: operations by their names, with plain arguments and open
 * data as results.
 */
public final class ManagementBean {

  private final MBeanServerConnection connection;
  private final ObjectName name;

  public ManagementBean(MBeanServerConnection connection, ObjectName name) {
    this.connection = connection;
    this.name = name;
  }

  /** Finds a bean of another process by attaching to it, as JConsole does. */
  static ManagementBean ofProcess(long processId, ObjectName name) {
    try {
      var machine = VirtualMachine.attach(Long.toString(processId));
      try {
        var address = new JMXServiceURL(machine.startLocalManagementAgent());
        var connector = JMXConnectorFactory.connect(address); // ends with the test run
        return new ManagementBean(connector.getMBeanServerConnection(), name);
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException | IOException e) {
      throw new IllegalStateException("Cannot attach to process " + processId, e);
    }
  }

  /** Calls an operation; arguments are text, whole numbers and booleans. */
  public Object invoke(String operation, Object... arguments) throws JMException, IOException {
    var signature = Arrays.stream(arguments).map(ManagementBean::typeName).toArray(String[]::new);
    return connection.invoke(name, operation, arguments, signature);
  }

  private static String typeName(Object argument) {
    if (argument instanceof String) {
      return String.class.getName();
    }
    return argument instanceof Boolean ? "boolean" : argument instanceof Long ? "long" : "int";
  }
}
