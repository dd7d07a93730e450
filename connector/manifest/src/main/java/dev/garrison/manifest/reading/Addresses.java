package dev.garrison.manifest.reading;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.value.PublishTarget;
import dev.garrison.manifest.value.SecretReference;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Value;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Forms of addresses: URLs, paths, shares and references to secrets. */
final class Addresses {
  static final Form<URI> PROVIDER = form(Text.of("manifest-form.provider"), Addresses::provider);

  static final Form<URI> UPDATE_SERVER =
      form(Text.of("manifest-form.update-server"), Addresses::updateServer);

  static final Form<Path> FILE =
      form(Text.of("manifest-form.path"), (value, text) -> WrittenPaths.path(value, text, text));

  static final Form<PublishTarget> PUBLISH_TARGET =
      form(Text.of("manifest-form.publish-target"), Addresses::publishTarget);

  static final Form<String> CONTENT_SOURCE =
      form(Text.of("manifest-form.content-source"), Addresses::contentSource);

  static final Form<SecretReference> SECRET =
      form(
          Text.of("manifest-form.secret"),
          (value, text) -> secret(value, text, Text.of("manifest-form.secret")));

  /** Form of a reference to a secret, or to the keys of a Kerberos account. */
  static final Form<SecretReference> SECRET_OR_KEYTAB =
      form(Text.of("manifest-form.secret-or-keytab"), Addresses::secretOrKeytab);

  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern SMB =
      Pattern.compile(
          "smb://("
              + LABEL
              + "(?:\\."
              + LABEL
              + "){0,126}(?::[1-9][0-9]{0,4})?)/([^/\\\\:*?\"<>|]{1,80})(/.*)?");
  private static final Pattern UNC =
      Pattern.compile(
          "\\\\\\\\("
              + LABEL
              + "(?:\\."
              + LABEL
              + "){0,126})\\\\[^/\\\\:*?\"<>|]{1,80}"
              + "(?:\\\\[^/\\\\:*?\"<>|]{1,255}){0,20}");
  private static final Pattern IP_ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}");
  private static final Pattern VARIABLE = Pattern.compile("env:([A-Za-z_][A-Za-z0-9_]{0,127})");

  /** Command line without characters that are special to a shell, because no shell reads it. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "/(?!(?:\\S*/)?\\.\\.(?:[/ ]|$))[^\\s\\p{Cc}\"'`\\\\|&;<>()$*?\\[\\]{}~!#]+(?: [^\\s\\p{Cc}\"'`\\\\|&;<>()$*?\\[\\]{}~!#]+)*");

  /** The same on Windows: the program with a drive letter or a UNC name, in quotes or without. */
  private static final Pattern WINDOWS_COMMAND =
      Pattern.compile(
          "(?:\"(?![^\"]*[/\\\\]\\.\\.(?:[/\\\\]|\"))(?:[A-Za-z]:[/\\\\]|\\\\\\\\(?![?.]\\\\))[^\\p{Cc}\"`|<>^%*?]+\""
              + "|(?!\\S*[/\\\\]\\.\\.(?:[/\\\\ ]|$))(?:[A-Za-z]:[/\\\\]|\\\\\\\\(?![?.]\\\\))[^\\s\\p{Cc}\"'`|&;<>^%!*?]+)"
              + "(?: [^\\s\\p{Cc}\"'`|&;<>^%!*?]+)*");

  private static final Pattern PROMPT =
      Pattern.compile("prompt(?::(?!\\s)([^\\p{Cc}\\p{Cf}]{1,100}))?");
  private static final Pattern CONTROL = Pattern.compile(".*\\p{Cc}.*", Pattern.DOTALL);
  private static final int LONGEST = 1024;

  /** Maximum length of a content location in Configuration Manager's library for applications. */
  private static final int LONGEST_LOCATION = 512;

  private static final int LONGEST_SOURCE = 400;
  private static final int SHOWN = 60;

  private Addresses() {}

  interface Meaning<T> {
    /** Reads the value; empty after a problem has been reported. */
    Optional<T> of(Value value, String text);
  }

  /** Form of a text that is read as a value of another type. */
  static <T> Form<T> form(Text expected, Meaning<T> meaning) {
    return new Form<>() {
      @Override
      public Text expected() {
        return expected;
      }

      @Override
      public Optional<T> read(Value value) {
        return value.scalar(this, Tag.STR).flatMap(text -> meaning.of(value, text));
      }
    };
  }

  private static <T> Optional<T> refuse(Value value, String text, Text why, Text remedy) {
    value.refuseText(ManifestCode.VALUE_REFUSED, text, why, remedy);
    return Optional.empty();
  }

  private static Text write(Text expected) {
    return Text.of("manifest.write", "expected", expected);
  }

  private static Optional<URI> provider(Value value, String text) {
    Text remedy = write(PROVIDER.expected());
    return server(value, text, remedy)
        .flatMap(uri -> {
          String path = String.valueOf(uri.getRawPath()).replaceAll("/$", "");
          return path.toLowerCase(Locale.ROOT).endsWith("/adminservice")
              ? Optional.of(URI.create(text.replaceAll("/$", "")))
              : refuse(value, text, Text.of("manifest-value.no-admin-service"), remedy);
        });
  }

  private static Optional<URI> updateServer(Value value, String text) {
    Text remedy = write(UPDATE_SERVER.expected());
    return server(value, text, remedy)
        .flatMap(uri ->
            String.valueOf(uri.getRawPath()).matches("/?")
                ? Optional.of(URI.create(text.replaceAll("/$", "")))
                : refuse(value, text, Text.of("manifest-value.more-than-port"), remedy));
  }

  /** Reads the address of a webhook: https, or http to this computer. */
  static Optional<URI> webhook(Value value, String text, Text expected) {
    if (text.matches("(?s).*[?#@].*")) {
      // Not shown: these parts are often all that is needed to post.
      value
          .reading()
          .error(
              ManifestCode.SECRET_IN_MANIFEST,
              value.path(),
              secretIn(value, "manifest-value.refer-to-webhook"));
      return Optional.empty();
    }
    return server(value, text, write(expected))
        .flatMap(uri -> {
          if (!AccessForm.isPlain(uri)) {
            return Optional.of(uri);
          }
          value.refuseText(
              ManifestCode.PLAIN_HTTP_REFUSED,
              text,
              Text.of("manifest-value.readable"),
              Text.of("manifest-value.write-https"));
          return Optional.empty();
        });
  }

  private static Message secretIn(Value value, String fix) {
    return new Message(
        Text.of("manifest-value.address-secret", "path", value.path()), Text.of(fix));
  }

  private static Optional<URI> server(Value value, String text, Text remedy) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      return refuse(
          value, text, Text.of("manifest-value.no-address", "reason", e.getReason()), remedy);
    }
    if (uri.getScheme() == null || !uri.getScheme().matches("https?")) {
      return refuse(value, text, Text.of("manifest-value.scheme"), remedy);
    }
    if (uri.getHost() == null) {
      return refuse(value, text, Text.of("manifest-value.no-host"), remedy);
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      // Not shown: the part before the @ is often a password.
      value
          .reading()
          .error(
              ManifestCode.SECRET_IN_MANIFEST,
              value.path(),
              secretIn(value, "manifest-value.write-address-only"));
      return Optional.empty();
    }
    return Optional.of(uri);
  }

  private static Optional<PublishTarget> publishTarget(Value value, String text) {
    if (text.startsWith("folder:")) {
      return WrittenPaths.path(value, text, text.substring("folder:".length()))
          .map(PublishTarget.Folder::new);
    }
    if (WrittenPaths.isOfWindows(text)) {
      return WrittenPaths.publishTarget(value, text);
    }
    Matcher smb = SMB.matcher(text);
    if (!smb.matches() || CONTROL.matcher(text).matches()) {
      return refuse(
          value, text, Text.of("manifest-value.not-valid"), write(PUBLISH_TARGET.expected()));
    }
    String folder = Optional.ofNullable(smb.group(3)).orElse("").replaceAll("^/|/$", "");
    List<String> parts = folder.isEmpty() ? List.of() : Arrays.asList(folder.split("/", -1));
    if (parts.stream().anyMatch(part -> !part.matches("(?!\\.{1,2}$)[^\\\\:*?\"<>|]{1,255}"))) {
      return refuse(
          value,
          text,
          Text.of("manifest-value.folder-invalid"),
          Text.of("manifest-value.write-share-folder", "expected", PUBLISH_TARGET.expected()));
    }
    return Optional.of(new PublishTarget.SmbShare(smb.group(1), smb.group(2), folder));
  }

  private static Optional<String> contentSource(Value value, String text) {
    Text remedy = write(CONTENT_SOURCE.expected());
    Matcher unc = UNC.matcher(text);
    if (!unc.matches()
        || CONTROL.matcher(text).matches()
        || text.matches(".*\\\\\\.{1,2}(\\\\.*)?")) {
      return refuse(value, text, Text.of("manifest-value.no-unc"), remedy);
    }
    if (text.length() > LONGEST_SOURCE) {
      return refuse(
          value,
          text.substring(0, SHOWN) + "...",
          Text.of("manifest-value.source-long", "count", text.length()),
          Text.of(
              "manifest-value.shorten-source",
              "limit",
              LONGEST_LOCATION,
              "own",
              LONGEST_LOCATION - LONGEST_SOURCE));
    }
    String host = unc.group(1);
    if (!host.contains(".") || IP_ADDRESS.matcher(host).matches()) {
      return refuse(value, text, Text.of("manifest-value.host-not-full"), remedy);
    }
    return Optional.of(text);
  }

  private static Optional<SecretReference> secretOrKeytab(Value value, String text) {
    return text.startsWith("keytab:")
        ? WrittenPaths.path(value, text, text.substring("keytab:".length()))
            .map(SecretReference.Keytab::new)
        : secret(value, text, SECRET_OR_KEYTAB.expected());
  }

  private static Optional<SecretReference> secret(Value value, String text, Text expected) {
    Matcher variable = VARIABLE.matcher(text);
    if (variable.matches()) {
      return Optional.of(new SecretReference.EnvironmentVariable(variable.group(1)));
    }
    if (text.startsWith("file:")) {
      return WrittenPaths.path(value, text, text.substring("file:".length()))
          .map(SecretReference.SecretFile::new);
    }
    if (text.startsWith("command:")) {
      return command(value, text);
    }
    Matcher prompt = PROMPT.matcher(text);
    if (prompt.matches()) {
      return Optional.of(
          new SecretReference.Prompt(Optional.ofNullable(prompt.group(1)).orElse("")));
    }
    // The text is not shown: it may be the password itself.
    value
        .reading()
        .error(
            ManifestCode.SECRET_IN_MANIFEST,
            value.path(),
            Message.of("manifest-value.no-secret", "path", value.path(), "expected", expected));
    return Optional.empty();
  }

  private static Optional<SecretReference> command(Value value, String text) {
    String line = text.substring("command:".length());
    boolean windows = WrittenPaths.isWindows(value.reading());
    Pattern form = windows ? WINDOWS_COMMAND : COMMAND;
    if (line.length() <= LONGEST && form.matcher(line).matches()) {
      return Optional.of(new SecretReference.Command(line));
    }
    // The text is not shown: someone may have written a password as an argument.
    value
        .reading()
        .error(
            ManifestCode.VALUE_REFUSED,
            value.path(),
            Message.of(
                windows ? "manifest-value.no-windows-command" : "manifest-value.no-command",
                "path",
                value.path()));
    return Optional.empty();
  }
}
