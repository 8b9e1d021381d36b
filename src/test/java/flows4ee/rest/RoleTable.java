package flows4ee.rest;

import static flows4ee.oauth.Role.ADMIN;
import static flows4ee.oauth.Role.MESSAGES;
import static flows4ee.oauth.Role.READ;
import static flows4ee.oauth.Role.WRITE;

import flows4ee.oauth.Role;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which role each operation needs, as Flows for APEX and its extensions define it. */
final class RoleTable {

  private static final Map<Role, String> OPERATIONS =
      Map.of(
          READ,
          """
          GET diagrams
          GET diagrams/{dgrm_id}
          GET diagrams/{dgrm_id}/export
          GET diagrams/{dgrm_id}/processes
          GET diagrams/{dgrm_id}/objects
          GET processes
          GET processes/{prcs_id}
          GET processes/{prcs_id}/process_vars
          GET processes/{prcs_id}/steps
          GET processes/{prcs_id}/activities
          GET processes/{prcs_id}/called_diagrams
          GET processes/{prcs_id}/events
          GET processes/{prcs_id}/timers
          GET processes/{prcs_id}/summary
          GET statistics/processes
          GET statistics/steps
          GET steps
          GET steps/{sbfl_id}
          GET timers
          """,
          WRITE,
          """
          POST diagrams
          PUT diagrams/{dgrm_id}
          POST diagrams/{dgrm_id}/processes
          POST processes
          PUT processes/{prcs_id}
          PUT processes/{prcs_id}/start
          PUT processes/{prcs_id}/reset
          PUT processes/{prcs_id}/terminate
          PUT processes/{prcs_id}/suspend
          PUT processes/{prcs_id}/resume
          PUT processes/{prcs_id}/process_vars
          PUT steps/{sbfl_id}/start
          PUT steps/{sbfl_id}/pause
          PUT steps/{sbfl_id}/reserve
          PUT steps/{sbfl_id}/release
          PUT steps/{sbfl_id}/complete
          PUT steps/{sbfl_id}/restart
          PUT steps/{sbfl_id}/reschedule_timer
          """,
          MESSAGES,
          """
          PUT messages/{message_name}
          POST messages
          """,
          ADMIN,
          """
          DELETE diagrams/{dgrm_id}
          DELETE processes/{prcs_id}
          DELETE processes/{prcs_id}/process_vars
          GET processes/{prcs_id}/message_subscriptions
          PUT steps/{sbfl_id}/reserve
          PUT steps/{sbfl_id}/rewind
          PUT steps/{sbfl_id}/force_next_step
          DELETE steps/{sbfl_id}
          GET message_subscriptions
          GET utils/ping
          GET utils/print_cgi
          GET utils/roles
          GET utils/rest_event_log
          GET configuration
          PUT configuration
          GET oauth_clients
          POST oauth_clients
          GET oauth_clients/{client_id}
          PUT oauth_clients/{client_id}
          DELETE oauth_clients/{client_id}
          PUT oauth_clients/{client_id}/roles
          PUT oauth_clients/{client_id}/disable
          PUT oauth_clients/{client_id}/enable
          POST oauth_clients/{client_id}/secrets
          DELETE oauth_clients/{client_id}/secrets/{id}
          DELETE oauth_clients/{client_id}/tokens
          POST oauth_clients/{client_id}/handover
          """);

  private RoleTable() {}

  /** Returns the roles of which each suffices, by {@code <method> v1/<path>}. */
  static Map<String, Set<Role>> read() {
    Map<String, Set<Role>> roles = new TreeMap<>();
    OPERATIONS.forEach(
        (role, operations) ->
            operations
                .lines()
                .map(line -> line.replace(" ", " v1/"))
                .forEach(
                    line ->
                        roles.computeIfAbsent(line, key -> EnumSet.noneOf(Role.class)).add(role)));
    return roles;
  }
}
