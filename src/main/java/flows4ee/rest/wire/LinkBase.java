package flows4ee.rest.wire;

/**
 * What every link starts with.
 *
 * @param url address of the application with its final slash; the module {@code v1/} follows
 */
public record LinkBase(String url) {

  public LinkBase {
    url = url.endsWith("/") ? url : url + "/";
  }

  /** The address of a path of the module. */
  public String href(String path) {
    return url + "v1/" + path;
  }

  /** The name of the application in challenges: its address, which cannot end their quotes. */
  public String realm() {
    return url.substring(0, url.length() - 1).replace("\\", "").replace("\"", "");
  }

  /** Where the module is described. */
  public String describedBy() {
    return url + "metadata-catalog/v1/";
  }
}
