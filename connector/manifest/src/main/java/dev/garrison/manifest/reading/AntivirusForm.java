package dev.garrison.manifest.reading;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.AntivirusProduct;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.OtherAntivirus;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Mapping;
import dev.garrison.manifest.yaml.Reading;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads other makers' antivirus products, and statements that they protect servers. */
final class AntivirusForm {
  /** Characters that the scripts' lists can hold; a semicolon separates their fields. */
  private static final String PLAIN = "(?!\\s)[ -:<-~]{1,120}(?<!\\s)";

  private static final String OF_PROGRAM = "(?!\\s)[ !-)+-.0-:<-\\[\\]-~]{1,255}";

  /** Servers are asked for a service by a query that quotes its name. */
  private static final String OF_SERVICE = "(?!\\s)[ !-&(-)+-.0-:<-\\[\\]-~]{1,255}";

  private static final Form<String> PRODUCT =
      Scalars.text(Text.of("manifest-form.product"), Pattern.compile(PLAIN));
  private static final Form<String> SERVICE =
      Scalars.text(Text.of("manifest-form.service"), Pattern.compile(OF_SERVICE + "(?<!\\s)"));
  private static final Form<String> SERVICES = pattern(OF_SERVICE);
  private static final Form<String> PROGRAMS = pattern(OF_PROGRAM);
  private static final Form<AntivirusProduct.Kind> KIND = Scalars.word(AntivirusProduct.Kind.class);

  static final Form<AntivirusProduct> LISTED =
      Form.section(Text.of("manifest-form.antivirus-product"), AntivirusForm::listed);
  static final Form<OtherAntivirus> STATED =
      Form.section(Text.of("manifest-form.other-antivirus"), AntivirusForm::stated);

  private AntivirusForm() {}

  private static Form<String> pattern(String name) {
    return Scalars.text(
        Text.of("manifest-form.name-pattern"), Pattern.compile(name + "(?<!\\s)\\*?"));
  }

  private static Optional<AntivirusProduct> listed(Mapping entry) {
    Optional<String> service = entry.optional("service", SERVICES);
    Optional<String> program = entry.optional("program", PROGRAMS);
    Optional<String> product = entry.required("product", PRODUCT);
    Optional<AntivirusProduct.Kind> kind = entry.required("kind", KIND);
    either(entry, "service", "program", "manifest-section.either-sign");
    return entry.complete(() ->
        new AntivirusProduct(
            service.isPresent() ? AntivirusProduct.Sign.SERVICE : AntivirusProduct.Sign.PROGRAM,
            service.or(() -> program).orElseThrow(),
            product.orElseThrow(),
            kind.orElseThrow()));
  }

  private static Optional<OtherAntivirus> stated(Mapping entry) {
    Optional<String> server = entry.optional("server", SectionForms.SERVER);
    Optional<String> collection = entry.optional("collection", Scalars.NAME);
    Optional<String> product = entry.required("product", PRODUCT);
    Optional<String> service = entry.optional("service", SERVICE);
    Optional<String> reason = entry.required("reason", Scalars.NAME);
    Optional<String> owner = entry.required("owner", Scalars.NAME);
    Optional<LocalDate> until = entry.required("until", Scalars.DATE);
    either(entry, "server", "collection", "manifest-section.either-server");
    if (entry.has("collection") && !entry.has("service")) {
      entry.contradiction(
          ManifestCode.OTHER_ANTIVIRUS_UNSEEN,
          "collection",
          Message.of("manifest-section.antivirus-unseen", "path", entry.path("collection")));
    }
    Optional<OtherAntivirus> stated =
        entry.complete(() ->
            new OtherAntivirus(
                server,
                collection,
                product.orElseThrow(),
                service,
                reason.orElseThrow(),
                owner.orElseThrow(),
                until.orElseThrow()));
    stated
        .filter(known -> known.expiredOn(entry.reading().today()))
        .ifPresent(known -> expired(entry, known));
    return stated;
  }

  private static void either(Mapping entry, String one, String other, String fix) {
    if (entry.has(one) == entry.has(other)) {
      entry.contradiction(
          ManifestCode.OTHER_ANTIVIRUS_INCOMPLETE,
          one,
          new Message(
              Text.of(
                  entry.has(one)
                      ? "manifest-section.both-specified"
                      : "manifest-section.both-missing",
                  "one",
                  entry.path(one),
                  "other",
                  entry.path(other)),
              Text.of(fix)));
    }
  }

  private static void expired(Mapping entry, OtherAntivirus stated) {
    entry
        .reading()
        .warning(
            ManifestCode.OTHER_ANTIVIRUS_EXPIRED,
            entry.path("until"),
            Message.of(
                "manifest-section.antivirus-expired",
                "product",
                stated.product(),
                "server",
                Reading.shortened(stated.server().or(stated::collection).orElse("")),
                "date",
                stated.until(),
                "owner",
                stated.owner()));
  }
}
