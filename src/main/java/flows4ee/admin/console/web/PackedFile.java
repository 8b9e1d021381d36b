package flows4ee.admin.console.web;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/** Files of the console that the build has also packed with gzip: {@code main.js.gz} beside it. */
final class PackedFile {

  private static final String CODING = "gzip";
  private static final Pattern TAKEN =
      Pattern.compile("(?i)(.*,)?\\s*gzip\\s*(;\\s*q=(1(\\.0*)?|0\\.0*[1-9]\\d*)\\s*)?(,.*)?");

  private PackedFile() {}

  /**
   * Sends the packed form of a file.
   *
   * @return whether there is one and the caller takes it; else nothing is sent
   */
  static boolean send(HttpServletRequest request, HttpServletResponse response, String path)
      throws IOException {
    ServletContext context = request.getServletContext();
    if (context.getResource(path + ".gz") == null) {
      return false;
    }
    response.setHeader("Vary", "Accept-Encoding");
    if (!isTaken(request.getHeader("Accept-Encoding"))) {
      return false;
    }
    response.setHeader("Content-Encoding", CODING);
    response.setContentType(context.getMimeType(path));
    write(context, path + ".gz", response);
    return true;
  }

  private static boolean isTaken(String accepted) {
    return accepted != null && TAKEN.matcher(accepted).matches();
  }

  /** The server keeps the body of an answer to {@code HEAD} to itself. */
  private static void write(ServletContext context, String path, HttpServletResponse response)
      throws IOException {
    try (var packed = context.getResourceAsStream(path)) {
      byte[] bytes = packed.readAllBytes();
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    }
  }
}
