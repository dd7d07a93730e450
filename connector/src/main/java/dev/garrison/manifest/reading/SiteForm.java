package dev.garrison.manifest.reading;

import dev.garrison.digest.Sha256;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.SiteSection;
import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.value.SignIn;
import dev.garrison.manifest.value.TrustAnchor;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Mapping;
import dev.garrison.manifest.yaml.Reading;
import dev.garrison.manifest.yaml.Value;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The section {@code site}. */
final class SiteForm {
  private static final Form<String> CODE =
      Scalars.text(
          "the site code, three letters or digits such as PS1", Pattern.compile("[A-Za-z0-9]{3}"));
  private static final Form<SiteSection.Rollup> ROLLUP =
      Scalars.word(List.of(SiteSection.Rollup.values()), SiteSection.Rollup::word);
  private static final Pattern PIN =
      Pattern.compile("sha256:([0-9A-Fa-f]{2}(?::?[0-9A-Fa-f]{2}){31})");
  private static final Form<TrustAnchor> ANCHOR =
      Addresses.form(
          "system, sha256:DIGEST or the path of a file that ends in .pem, .crt or .cer",
          SiteForm::anchor);
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  static final Form<SiteSection> FORM =
      Form.section("the group with 'code' and 'providers'", SiteForm::read);

  private SiteForm() {}

  private static Optional<SiteSection> read(Mapping site) {
    Optional<String> code = site.required("code", CODE);
    Optional<List<URI>> providers = site.required("providers", Form.listOf(Addresses.PROVIDER, 1));
    Optional<Boolean> plain = site.optional("allowPlainHttp", Scalars.TRUTH, false);
    Optional<SiteSection.Rollup> rollup =
        site.optional("rollupKB11121541", ROLLUP, SiteSection.Rollup.DETECT);
    Optional<Boolean> child = site.optional("allowChildPrimary", Scalars.TRUTH, false);
    Optional<List<TrustAnchor>> trust =
        site.optional(
            "trust", Form.listOf(ANCHOR, 1), List.of(new TrustAnchor.SystemAuthorities()));
    Optional<SignIn> signIn =
        Accounts.signIn(site, account -> method(providers.orElse(List.of()), account));
    if (providers.isPresent() && plain.isPresent()) {
      check(site, providers.get(), plain.get());
    }
    return site.complete(() ->
        new SiteSection(
            code.orElseThrow().toUpperCase(Locale.ROOT),
            providers.orElseThrow(),
            new ServerAccess(plain.orElseThrow(), trust.orElseThrow(), signIn.orElseThrow()),
            rollup.orElseThrow(),
            child.orElseThrow()));
  }

  /** Kerberos; but a stand-in on this very computer is in no domain. */
  private static SignIn.Method method(List<URI> providers, boolean account) {
    boolean standIn =
        !providers.isEmpty()
            && providers.stream()
                .allMatch(provider ->
                    provider.getScheme().equals("http") && LOOPBACK.contains(provider.getHost()));
    if (!standIn) {
      return SignIn.Method.KERBEROS;
    }
    return account ? SignIn.Method.BASIC : SignIn.Method.NONE;
  }

  private static Optional<TrustAnchor> anchor(Value value, String text) {
    if (text.equals("system")) {
      return Optional.of(new TrustAnchor.SystemAuthorities());
    }
    Matcher pin = PIN.matcher(text);
    if (pin.matches()) {
      String hex = pin.group(1).replace(":", "").toLowerCase(Locale.ROOT);
      return Optional.of(new TrustAnchor.Pin(new Sha256(hex)));
    }
    if (text.startsWith("sha256:") || !text.matches("(?i).*\\.(pem|crt|cer)")) {
      value.refuseText(
          ManifestCode.VALUE_REFUSED,
          text,
          ", which is not valid.",
          "Write " + ANCHOR.expected() + ".");
      return Optional.empty();
    }
    return Addresses.FILE.read(value).map(TrustAnchor.CertificateFile::new);
  }

  private static void check(Mapping site, List<URI> providers, boolean plain) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < providers.size(); i++) {
      URI provider = providers.get(i);
      String key = "providers[" + i + "]";
      if (!seen.add(provider.toString().toLowerCase(Locale.ROOT))) {
        site.contradiction(
            ManifestCode.VALUE_REFUSED,
            key,
            "'" + site.path(key) + "' repeats " + Reading.shown(provider.toString()) + ".",
            "Keep one of the two.");
      }
      if (provider.getScheme().equals("http") && !LOOPBACK.contains(provider.getHost())) {
        readable(site, key, provider, plain);
      }
    }
  }

  private static void readable(Mapping site, String key, URI provider, boolean allowed) {
    String problem =
        "'"
            + site.path(key)
            + "' is "
            + Reading.shown(provider.toString())
            + ": everything, the password too, would cross the network readable.";
    if (allowed) {
      site.reading()
          .warning(
              ManifestCode.PLAIN_HTTP_ALLOWED,
              site.path(key),
              problem,
              "'site.allowPlainHttp' accepts this. Use https as soon as the provider has a"
                  + " certificate.");
    } else {
      site.contradiction(
          ManifestCode.PLAIN_HTTP_REFUSED,
          key,
          problem,
          "Write https, or accept it with 'allowPlainHttp: true'.");
    }
  }
}
