package flows4ee.admin.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleFilterTest {

  private static final Set<String> FILES =
      Set.of(
          "/console/index.html",
          "/console/assets",
          "/console/assets/main-Bx3_9aZq.js",
          "/console/assets/main-Bx3_9aZq.js.gz",
          "/console/icon.svg");

  private final Map<String, String> headers = new HashMap<>();
  private String outcome = "";
  private String accepted;
  private int status = 200;

  private void call(String method, String path) throws Exception {
    new ConsoleFilter()
        .doFilter(request(method, path), response(), (q, a) -> outcome = "served " + path);
  }

  private HttpServletRequest request(String method, String path) {
    return fake(
        HttpServletRequest.class,
        (proxy, called, arguments) ->
            switch (called.getName()) {
              case "getMethod" -> method;
              case "getServletPath" -> path.split(";")[0];
              case "getRequestURI" -> "/flows4apex" + path;
              case "getPathInfo" -> null;
              case "isSecure" -> true;
              case "getHeader" -> accepted;
              case "getServletContext" -> context();
              case "getRequestDispatcher" ->
                  fake(
                      RequestDispatcher.class,
                      (p, c, a) -> {
                        outcome = "served " + arguments[0];
                        return null;
                      });
              default -> throw new UnsupportedOperationException(called.getName());
            });
  }

  private static ServletContext context() {
    return fake(
        ServletContext.class,
        (proxy, called, arguments) ->
            switch (called.getName()) {
              case "getResource" ->
                  FILES.contains(arguments[0]) ? URI.create("file:/x").toURL() : null;
              case "getResourceAsStream" -> new ByteArrayInputStream(new byte[] {1, 2, 3});
              case "getMimeType" -> "text/javascript";
              default -> throw new UnsupportedOperationException(called.getName());
            });
  }

  private HttpServletResponse response() {
    return fake(
        HttpServletResponse.class,
        (proxy, called, arguments) -> {
          switch (called.getName()) {
            case "setHeader" -> headers.put((String) arguments[0], (String) arguments[1]);
            case "setStatus", "sendError" -> status = (int) arguments[0];
            case "getOutputStream" -> {
              return new Discarding();
            }
            case "setContentType" -> headers.put("Content-Type", (String) arguments[0]);
            case "setContentLength" -> headers.put("Content-Length", arguments[0].toString());
            default -> assertThat(called.getName()).startsWith("setContent");
          }
          return null;
        });
  }

  private static <T> T fake(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static final class Discarding extends ServletOutputStream {
    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(int character) {
      assertThat(character).isNotNegative();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/console/index.html|no-cache",
        "/console/icon.svg|no-cache",
        "/console/assets/main-Bx3_9aZq.js|public, max-age=31536000, immutable"
      })
  void shouldServeFiles(String path, String caching) throws Exception {
    call("GET", path);
    assertThat(outcome).isEqualTo("served " + path);
    assertThat(headers).containsEntry("Cache-Control", caching);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br, gzip;q=0.5", "deflate, GZIP"})
  void shouldSendThePackedFormToThoseWhoTakeIt(String coding) throws Exception {
    accepted = coding;
    call("GET", "/console/assets/main-Bx3_9aZq.js");
    assertThat(outcome).isEmpty();
    assertThat(headers)
        .containsEntry("Content-Encoding", "gzip")
        .containsEntry("Content-Type", "text/javascript")
        .containsEntry("Content-Length", "3")
        .containsEntry("Cache-Control", "public, max-age=31536000, immutable")
        .containsEntry("Vary", "Accept-Encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"br", "gzip;q=0", "identity"})
  void shouldSendTheFileItselfToOthers(String coding) throws Exception {
    accepted = coding;
    call("GET", "/console/assets/main-Bx3_9aZq.js");
    assertThat(outcome).isEqualTo("served /console/assets/main-Bx3_9aZq.js");
    assertThat(headers)
        .containsEntry("Vary", "Accept-Encoding")
        .doesNotContainKey("Content-Encoding");
  }

  @Test
  void shouldServeTheDocumentForTheFolder() throws Exception {
    call("GET", "/console/");
    assertThat(outcome).isEqualTo("served /console/index.html");
    assertThat(headers).containsEntry("Cache-Control", "no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/console/assets/gone-Bx3_9aZq.js",
        "/console/../WEB-INF/web.xml",
        "/console/package.json",
        "/console/<script>",
        "/console/.git",
        "/console/index.html;jsessionid=1",
        "/console/assets",
        "/console/assets/",
        "/console/instances/17"
      })
  void shouldRefuseAllElse(String path) throws Exception {
    call("GET", path);
    assertThat(status).isEqualTo(404);
    assertThat(outcome).isEmpty();
  }

  @Test
  void shouldLeadToTheFolder() throws Exception {
    call("GET", "/console");
    assertThat(status).isEqualTo(302);
    assertThat(headers).containsEntry("Location", "console/");
  }

  @Test
  void shouldOnlyBeRead() throws Exception {
    call("POST", "/console/index.html");
    assertThat(status).isEqualTo(405);
    assertThat(headers).containsEntry("Allow", "GET, HEAD, OPTIONS");
    assertThat(outcome).isEmpty();
  }

  @Test
  void shouldKeepPagesToThisApplication_SEC_WEB_1_SEC_WEB_2() throws Exception {
    call("GET", "/console/");
    assertThat(headers.get("Content-Security-Policy"))
        .contains("default-src 'none'; script-src 'self'; style-src 'self';")
        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(headers)
        .containsEntry("X-Content-Type-Options", "nosniff")
        .containsEntry("Referrer-Policy", "no-referrer")
        .containsEntry("Cross-Origin-Opener-Policy", "same-origin")
        .containsEntry("Strict-Transport-Security", "max-age=31536000");
  }
}
