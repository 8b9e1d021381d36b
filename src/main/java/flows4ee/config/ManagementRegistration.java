package flows4ee.config;

import flows4ee.admin.ClientsMXBean;
import flows4ee.admin.DescribedBean;
import flows4ee.admin.ManagedClients;
import flows4ee.oauth.OAuthModule;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.lang.management.ManagementFactory;
import java.util.Hashtable;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Registers the management bean as {@code flows4ee:type=Clients,context="<context path>"}, for two
 * deployments of one path with the node's id in addition.
 */
@WebListener
public class ManagementRegistration implements ServletContextListener {

  private static final Logger LOG = Logger.getLogger(ManagementRegistration.class.getName());
  private static final String DOMAIN = "flows4ee";

  @Inject OAuthModule oauth;
  @Inject DeploymentSettings deployment;
  private ObjectName name;

  @Override
  public void contextInitialized(ServletContextEvent event) {
    String path = ObjectName.quote(event.getServletContext().getContextPath());
    var plain = Map.of("type", "Clients", "context", path);
    var withNode =
        Map.of("type", "Clients", "context", path, "node", ObjectName.quote(deployment.nodeId()));
    try {
      var bean = new DescribedBean(new ManagedClients(oauth), ClientsMXBean.class);
      name = registered(bean, plain, withNode);
    } catch (JMException e) {
      LOG.log(Level.WARNING, "The management bean could not be registered", e);
    }
  }

  private static ObjectName registered(
      DescribedBean bean, Map<String, String> plain, Map<String, String> withNode)
      throws JMException {
    try {
      return server().registerMBean(bean, name(plain)).getObjectName();
    } catch (InstanceAlreadyExistsException e) {
      return server().registerMBean(bean, name(withNode)).getObjectName();
    }
  }

  private static ObjectName name(Map<String, String> properties) throws JMException {
    return new ObjectName(DOMAIN, new Hashtable<>(properties));
  }

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    if (name == null) {
      return;
    }
    try {
      server().unregisterMBean(name);
    } catch (JMException e) {
      LOG.log(Level.FINE, "The management bean was gone already", e);
    }
  }

  private static MBeanServer server() {
    return ManagementFactory.getPlatformMBeanServer();
  }
}
