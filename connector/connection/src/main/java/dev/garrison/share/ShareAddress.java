package dev.garrison.share;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Address to which Garrison writes content: a folder of this computer or an SMB share. The forms
 * are {@code folder:/path} and {@code smb://host[:port]/share/path}.
 */
public sealed interface ShareAddress {
  /** Default port of SMB. */
  int SMB_PORT = 445;

  /** The share that is meant; empty for a folder of a drive, or on a host without a DNS name. */
  Optional<Smb> onShare();

  /** A folder of this computer. */
  record Folder(Path path) implements ShareAddress {
    public Folder {
      if (!path.isAbsolute()) {
        throw refusal("folder:" + path, "share-address.folder-relative");
      }
      path = path.normalize();
    }

    /** The share, where the path is a UNC path of Windows. Its host may have a name of NetBIOS. */
    @Override
    public Optional<Smb> onShare() {
      String text = path.toString();
      if (!text.startsWith("\\\\")) {
        return Optional.empty();
      }
      String[] names = text.replaceFirst("\\\\+$", "").substring(2).split("\\\\", -1);
      if (!Smb.isHost(names[0])) {
        return Optional.empty();
      }
      return Optional.of(
          new Smb(
              names[0],
              SMB_PORT,
              names[1],
              new SharePath(Arrays.asList(names).subList(2, names.length))));
    }

    @Override
    public String toString() {
      return "folder:" + path;
    }
  }

  /** A folder on an SMB share. */
  record Smb(String host, int port, String share, SharePath path) implements ShareAddress {
    public Smb {
      if (!isHost(host)) {
        throw refusal("smb://" + host, "share-address.host-invalid");
      }
      if (port < 1 || port > 0xFFFF) {
        throw refusal("smb://" + host + ":" + port, "share-address.port-invalid");
      }
      SharePath.ROOT.child(share);
    }

    private static boolean isHost(String text) {
      return text.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
    }

    @Override
    public Optional<Smb> onShare() {
      return Optional.of(this);
    }

    @Override
    public String toString() {
      String place = path.names().isEmpty() ? "" : "/" + path;
      return "smb://" + host + (port == SMB_PORT ? "" : ":" + port) + "/" + share + place;
    }
  }

  /** Parses either form. User names and passwords in an address are refused. */
  static ShareAddress parse(String text) {
    if (text.startsWith("folder:")) {
      try {
        return new Folder(Path.of(text.substring("folder:".length())));
      } catch (InvalidPathException e) {
        throw refusal(text, "share-address.path-impossible");
      }
    }
    if (!text.startsWith("smb://")) {
      throw refusal(text, "share-address.scheme-unknown");
    }
    if (text.contains("@")) {
      throw refusal("smb://...", "share-address.credentials");
    }
    Matcher matcher =
        Pattern.compile("smb://([^/:]*)(?::([0-9]{1,5}))?/([^/]+)(?:/(.*?))?/?").matcher(text);
    if (!matcher.matches()) {
      throw refusal(text, "share-address.incomplete");
    }
    String port = matcher.group(2);
    String path = matcher.group(4);
    return new Smb(
        matcher.group(1),
        port == null ? SMB_PORT : Integer.parseInt(port),
        matcher.group(3),
        path == null ? SharePath.ROOT : SharePath.of(path));
  }

  private static RefusalException refusal(String address, String reason) {
    return new RefusalException(
        Diagnostic.error(
            ContentCode.CONTENT_ADDRESS_INVALID,
            Message.of("share-address.publish", "address", address, "reason", Text.of(reason))));
  }
}
