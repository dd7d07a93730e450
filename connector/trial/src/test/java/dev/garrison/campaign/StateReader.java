package dev.garrison.campaign;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.connection.Authentication;
import dev.garrison.connection.ConnectionPolicy;
import dev.garrison.connection.Timeouts;
import dev.garrison.connection.resilience.Tempo;
import dev.garrison.engine.resource.Mark;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.AdminServiceSettings;
import dev.garrison.mecm.adminservice.HttpAdminService;
import dev.garrison.mecm.deployment.DeviceStates;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.xml.HardenedXml;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** Counts the servers of the large site's one deployment, in a process whose heap is small. */
final class StateReader {
  private StateReader() {}

  /**
   * Prints how many servers are in which state.
   *
   * @param args the service's address, and the deployment's id
   */
  public static void main(String[] args) {
    try (HttpAdminService service =
        new HttpAdminService(
            new AdminServiceSettings(
                List.of(URI.create(args[0])),
                new ConnectionPolicy(new Authentication.Anonymous(), false, Timeouts.DEFAULT)),
            new Json(),
            new HardenedXml(),
            new Tempo(Clock.systemUTC(), _ -> {}, () -> 0.5))) {
      AdminService marked = withDeployment(service, Long.parseLong(args[1]));
      System.out.println(new DeviceStates(marked).count(new Mark("trial")));
    }
  }

  /** The large site has rows of a deployment and not the deployment: it is added with our mark. */
  private static AdminService withDeployment(AdminService service, long id) {
    return (AdminService)
        Proxy.newProxyInstance(
            StateReader.class.getClassLoader(),
            new Class<?>[] {AdminService.class},
            (proxy, method, words) -> {
              if (words != null
                  && words[0] instanceof ODataQuery query
                  && query.className().equals("SMS_ApplicationAssignment")) {
                give(words[1], id);
                return null;
              }
              try {
                return method.invoke(service, words);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @SuppressWarnings("unchecked")
  private static void give(Object consumer, long id) {
    ((Consumer<ObjectNode>) consumer)
        .accept(
            JsonNodeFactory.instance
                .objectNode()
                .put("AssignmentID", id)
                .put("AssignmentDescription", new Mark("trial").text()));
  }
}
