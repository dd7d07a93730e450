package dev.garrison.server.page.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds addresses of pages. */
public final class Links {
  private Links() {}

  /**
   * A path with a name at its end, such as a server's name. The server refuses U+0000 in a path,
   * and browsers resolve one or two dots: such names lead to the path itself.
   */
  public static String below(String path, String name) {
    return name.contains("\0") || name.equals(".") || name.equals("..")
        ? path
        : path + "/" + encoded(name).replace("+", "%20");
  }

  /** A path with a query. */
  public static String to(String path, Map<String, String> query) {
    return path
        + query.entrySet().stream()
            .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
