package dev.garrison.manifest.reading;

import dev.garrison.digest.Sha256;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.manifest.value.TrustAnchor;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Mapping;
import dev.garrison.manifest.yaml.Reading;
import dev.garrison.manifest.yaml.Value;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the keys for connecting to a server over HTTP: trust, plain HTTP and sign-in. */
final class AccessForm {
  private static final Pattern PIN =
      Pattern.compile("sha256:([0-9A-Fa-f]{2}(?::?[0-9A-Fa-f]{2}){31})");
  private static final Form<TrustAnchor> ANCHOR =
      Addresses.form(Text.of("manifest-form.anchor"), AccessForm::anchor);

  /** Form of a certificate that the manifest itself names. */
  static final Form<TrustAnchor.Chosen> CHOSEN =
      Addresses.form(
          Text.of("manifest-form.certificate"),
          (value, text) -> chosen(value, text, AccessForm.CHOSEN));

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private AccessForm() {}

  /**
   * Reads the keys.
   *
   * @param addresses the addresses that are reached with these settings, by key
   * @param accepted the key of the fix for accepted plain HTTP
   */
  static Optional<ServerAccess> read(Mapping section, Map<String, URI> addresses, String accepted) {
    Optional<Boolean> plain = section.optional("allowPlainHttp", Scalars.TRUTH, false);
    Optional<List<TrustAnchor>> trust = trust(section);
    Optional<SignIn> signIn =
        Accounts.signIn(section, account -> method(section, addresses.values(), account));
    plain.ifPresent(allowed ->
        addresses.forEach((key, address) -> {
          if (isPlain(address)) {
            readable(section, key, address, allowed, accepted);
          }
        }));
    return plain.isPresent() && trust.isPresent() && signIn.isPresent()
        ? Optional.of(new ServerAccess(plain.get(), trust.get(), signIn.get()))
        : Optional.empty();
  }

  /** Reads the anchors that certificates must match. */
  static Optional<List<TrustAnchor>> trust(Mapping section) {
    return section.optional(
        "trust", Form.listOf(ANCHOR, 1), List.of(new TrustAnchor.SystemAuthorities()));
  }

  static boolean isPlain(URI address) {
    return address.getScheme().equals("http") && !LOOPBACK.contains(address.getHost());
  }

  /**
   * Default method: Kerberos, on Windows as its user where no account is named. A simulated server
   * on this computer is in no domain.
   */
  private static SignIn.Method method(Mapping section, Collection<URI> addresses, boolean account) {
    boolean standIn =
        !addresses.isEmpty()
            && addresses.stream()
                .allMatch(address ->
                    address.getScheme().equals("http") && LOOPBACK.contains(address.getHost()));
    if (!standIn) {
      return !account && WrittenPaths.isWindows(section.reading())
          ? SignIn.Method.WINDOWS
          : SignIn.Method.KERBEROS;
    }
    return account ? SignIn.Method.BASIC : SignIn.Method.NONE;
  }

  private static Optional<TrustAnchor> anchor(Value value, String text) {
    return text.equals("system")
        ? Optional.of(new TrustAnchor.SystemAuthorities())
        : chosen(value, text, ANCHOR).map(chosen -> chosen);
  }

  private static Optional<TrustAnchor.Chosen> chosen(Value value, String text, Form<?> form) {
    Matcher pin = PIN.matcher(text);
    if (pin.matches()) {
      String hex = pin.group(1).replace(":", "").toLowerCase(Locale.ROOT);
      return Optional.of(new TrustAnchor.Pin(new Sha256(hex)));
    }
    if (text.startsWith("sha256:") || !text.matches("(?i).*\\.(pem|crt|cer)")) {
      value.refuseText(text, form);
      return Optional.empty();
    }
    return Addresses.FILE.read(value).map(TrustAnchor.CertificateFile::new);
  }

  private static void readable(
      Mapping section, String key, URI address, boolean allowed, String accepted) {
    Text problem =
        Text.of(
            "manifest-section.plain-http",
            "path",
            section.path(key),
            "value",
            Reading.shortened(address.toString()));
    if (allowed) {
      section
          .reading()
          .warning(
              ManifestCode.PLAIN_HTTP_ALLOWED,
              section.path(key),
              new Message(problem, Text.of(accepted, "path", section.path("allowPlainHttp"))));
    } else {
      section.contradiction(
          ManifestCode.PLAIN_HTTP_REFUSED,
          key,
          new Message(problem, Text.of("manifest-section.plain-http-refused")));
    }
  }
}
