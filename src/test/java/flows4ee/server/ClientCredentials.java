package flows4ee.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;

/** Id and secret of an OAuth client. */
public record ClientCredentials(String id, String secret) {

  /** Reads {@code client_id} and {@code client_secret} of the first client's file. */
  static ClientCredentials read(Path file) {
    try {
      var text = Files.readString(file);
      return new ClientCredentials(value("client_id", text), value("client_secret", text));
    } catch (IOException e) {
      throw new UncheckedIOException("The server made no first client", e);
    }
  }

  /** Returns the value of the {@code Authorization} header. */
  public String basic() {
    var pair = (id + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /** Returns the text that a member of a flat JSON object has. */
  static String value(String member, String json) {
    var found = Pattern.compile('"' + member + "\"\\s*:\\s*\"([^\"]*)\"").matcher(json);
    if (!found.find()) {
      throw new IllegalStateException("No " + member + " in " + json);
    }
    return found.group(1);
  }
}
