package flows4ee.rest;

import flows4ee.rest.guard.Call;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The environment of a call under the names of CGI (RFC 3875 section 4.1). */
final class Environment {

  private Environment() {}

  /** Names and values in the order in which they are shown, credentials masked. */
  static Map<String, String> of(HttpServletRequest request, Call call) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("REQUEST_METHOD", request.getMethod());
    variables.put("REQUEST_PROTOCOL", request.getProtocol());
    variables.put("QUERY_STRING", request.getQueryString());
    variables.put("PATH_INFO", "/v1/" + call.path());
    variables.put("SCRIPT_NAME", request.getContextPath());
    variables.put("SERVER_NAME", request.getServerName());
    variables.put("SERVER_PORT", Integer.toString(request.getServerPort()));
    variables.put("SERVER_SOFTWARE", "Flows for Jakarta EE");
    variables.put("REMOTE_ADDR", request.getRemoteAddr());
    variables.put("REMOTE_USER", call.caller().name());
    variables.put("X-APEX-BASE", call.base().url());
    variables.put("X-APEX-PATH", "v1/" + call.path());
    variables.put("X-APEX-METHOD", request.getMethod());
    for (String name : Collections.list(request.getHeaderNames())) {
      variables.put(variable(name), shown(name, call.header(name).orElse("")));
    }
    return variables;
  }

  /** Lines {@code NAME = value<BR>}, escaped for HTML. */
  static String html(Map<String, String> variables) {
    StringBuilder html = new StringBuilder();
    variables.forEach(
        (name, value) ->
            html.append(escape(name)).append(" = ").append(escape(value)).append("<BR>\n"));
    return html.toString();
  }

  private static String variable(String header) {
    return "HTTP_" + header.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static String shown(String header, String value) {
    return switch (header.toLowerCase(Locale.ROOT)) {
      case "authorization", "proxy-authorization" ->
          value.regionMatches(true, 0, "Bearer ", 0, 7) ? "Bearer ****" : "****";
      case "cookie", "x-csrf-token" -> "****";
      default -> value;
    };
  }

  private static String escape(String text) {
    return text == null
        ? ""
        : text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;");
  }
}
