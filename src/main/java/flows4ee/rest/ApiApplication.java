package flows4ee.rest;

import flows4ee.rest.guard.AcceptFilter;
import flows4ee.rest.guard.AnswerFilter;
import flows4ee.rest.guard.CallFilter;
import flows4ee.rest.guard.FailureMapper;
import flows4ee.rest.guard.ForbiddenMapper;
import flows4ee.rest.guard.NoParametersFilter;
import flows4ee.rest.guard.PingRoleFilter;
import flows4ee.rest.guard.RateFilter;
import flows4ee.rest.guard.WebFailureMapper;
import flows4ee.rest.wire.JsonBodyWriter;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** REST module {@code v1}: the list of its resources and providers. */
@ApplicationPath("v1")
public class ApiApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        DiagramReadResource.class,
        DiagramResource.class,
        ProcessReadResource.class,
        ProcessResource.class,
        StepReadResource.class,
        StepResource.class,
        TimerResource.class,
        MessageResource.class,
        StatisticsResource.class,
        UtilsResource.class,
        RestLogResource.class,
        ConfigurationResource.class,
        OAuthClientReadResource.class,
        OAuthClientResource.class,
        OAuthSecretResource.class,
        PingRoleFilter.class,
        AcceptFilter.class,
        NoParametersFilter.class,
        RateFilter.class,
        CallFilter.class,
        AnswerFilter.class,
        ForbiddenMapper.class,
        WebFailureMapper.class,
        FailureMapper.class,
        JsonBodyWriter.class);
  }
}
