package dev.garrison.share;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Address from which the site server reads content: {@code \\host.domain\share\path}. The host is a
 * fully qualified name (or a DFS domain), because the site server resolves it in its own domain and
 * Kerberos needs the name. Form: MS-DTYP section 2.2.57, UNC.
 *
 * @param host a fully qualified name, in lower case
 * @param share the first name after the host
 * @param path the path after the share
 */
public record UncPath(String host, String share, SharePath path) {
  private static final Pattern HOST =
      Pattern.compile(
          "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?){1,126}");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");

  public UncPath {
    host = host.toLowerCase(Locale.ROOT);
    if (!HOST.matcher(host).matches() || ADDRESS.matcher(host).matches()) {
      throw refusal("\\\\" + host + "\\" + share, "share-address.host-not-qualified");
    }
    SharePath.ROOT.child(share);
  }

  /** Parses {@code \\host\share\path}; forward slashes are accepted too. */
  public static UncPath parse(String text) {
    String backward = text.replace('/', '\\');
    if (!backward.startsWith("\\\\") || backward.startsWith("\\\\\\")) {
      throw refusal(text, "share-address.no-unc-host");
    }
    if (backward.startsWith("\\\\?\\") || backward.startsWith("\\\\.\\")) {
      throw refusal(text, "share-address.device-path");
    }
    String trimmed =
        backward.endsWith("\\") ? backward.substring(0, backward.length() - 1) : backward;
    List<String> parts = Arrays.asList(trimmed.substring(2).split("\\\\", -1));
    if (parts.size() < 2) {
      throw refusal(text, "share-address.no-share");
    }
    return new UncPath(parts.get(0), parts.get(1), new SharePath(parts.subList(2, parts.size())));
  }

  /** The path below this one. */
  public UncPath join(SharePath below) {
    UncPath joined = this;
    for (String name : below.names()) {
      joined = new UncPath(host, share, joined.path.child(name));
    }
    return joined;
  }

  /** The Windows form, as Configuration Manager stores it. */
  @Override
  public String toString() {
    return "\\\\"
        + host
        + "\\"
        + share
        + String.join("", path.names().stream().map(name -> "\\" + name).toList());
  }

  private static RefusalException refusal(String address, String reason) {
    return new RefusalException(
        Diagnostic.error(
            ContentCode.CONTENT_ADDRESS_INVALID,
            Message.of("share-address.source", "address", address, "reason", Text.of(reason))));
  }
}
