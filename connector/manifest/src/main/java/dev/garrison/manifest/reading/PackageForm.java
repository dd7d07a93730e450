package dev.garrison.manifest.reading;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.PackageSection;
import dev.garrison.manifest.value.OnboardingSigner;
import dev.garrison.manifest.value.PackagePublisher;
import dev.garrison.manifest.value.PackageTrust;
import dev.garrison.manifest.value.TrustAnchor;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Mapping;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the section {@code packages}: files from Microsoft, and accepted publishers and signers.
 */
final class PackageForm {
  static final Form<PackageSection> PACKAGES =
      Form.section(Text.of("manifest-form.packages"), PackageForm::packages);

  /** Entry of {@code trust}, for code or for onboarding packages. */
  private record Entry(Optional<PackagePublisher> publisher, Optional<OnboardingSigner> signer) {}

  private static final String LABEL = "[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?";
  private static final Form<String> DNS_NAME =
      Scalars.text(
          Text.of("manifest-form.dns-name"), Pattern.compile(LABEL + "(?:\\." + LABEL + "){1,20}"));
  private static final Form<Entry> ENTRY =
      Form.section(Text.of("manifest-form.trust-entry"), PackageForm::entry);

  private PackageForm() {}

  private static Optional<PackageSection> packages(Mapping packages) {
    Optional<Path> installer = packages.optional("installer", Addresses.FILE);
    Optional<Path> script = packages.optional("installScript", Addresses.FILE);
    Optional<Path> platform = packages.optional("platformUpdate", Addresses.FILE);
    Optional<Path> intake = packages.optional("intake", Addresses.FILE);
    Optional<Path> clientScripts = packages.optional("clientScripts", Addresses.FILE);
    Optional<Path> onboarding =
        intake.isPresent()
            ? packages.optional("onboarding", Addresses.FILE)
            : packages.required("onboarding", Addresses.FILE);
    Optional<PackageTrust> trust = trust(packages);
    return packages.complete(() ->
        new PackageSection(
            intake, installer, script, platform, onboarding, trust.orElseThrow(), clientScripts));
  }

  private static Optional<PackageTrust> trust(Mapping packages) {
    Optional<List<Entry>> entries = packages.optional("trust", Form.listOf(ENTRY, 1), List.of());
    Optional<Boolean> known = packages.optional("knownSigners", Scalars.TRUTH, true);
    if (entries.isEmpty() || known.isEmpty()) {
      return Optional.empty();
    }
    List<OnboardingSigner> signers =
        entries.get().stream().flatMap(entry -> entry.signer().stream()).toList();
    boolean whole =
        !signers.isEmpty()
            && signers.stream()
                .allMatch(signer -> !signer.names().isEmpty() && signer.root().isPresent());
    if (!known.get() && !whole) {
      packages.contradiction(
          ManifestCode.VALUE_REFUSED, "knownSigners", Message.of("manifest-section.no-signers"));
    }
    return Optional.of(
        new PackageTrust(
            entries.get().stream().flatMap(entry -> entry.publisher().stream()).toList(),
            signers,
            known.get()));
  }

  private static Optional<Entry> entry(Mapping entry) {
    Optional<List<String>> names = entry.optional("names", Form.listOf(DNS_NAME, 1), List.of());
    Optional<TrustAnchor.Chosen> root = entry.optional("root", AccessForm.CHOSEN);
    if (!entry.has("names") && !entry.has("root")) {
      Optional<Path> certificate = entry.required("certificate", Addresses.FILE);
      Optional<String> publisher = entry.required("publisher", Scalars.NAME);
      return entry.complete(() ->
          new Entry(
              Optional.of(new PackagePublisher(certificate.orElseThrow(), publisher.orElseThrow())),
              Optional.empty()));
    }
    entry.optional("certificate", Addresses.FILE);
    entry.optional("publisher", Scalars.NAME);
    for (String key : List.of("certificate", "publisher")) {
      if (entry.has(key)) {
        entry.contradiction(
            ManifestCode.VALUE_REFUSED,
            key,
            Message.of("manifest-section.mixed-trust", "path", entry.path(key)));
      }
    }
    return entry.complete(() ->
        new Entry(Optional.empty(), Optional.of(new OnboardingSigner(names.orElseThrow(), root))));
  }
}
