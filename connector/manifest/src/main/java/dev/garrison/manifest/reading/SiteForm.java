package dev.garrison.manifest.reading;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.SiteSection;
import dev.garrison.manifest.value.ServerAccess;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Mapping;
import dev.garrison.manifest.yaml.Reading;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the section {@code site}. */
final class SiteForm {
  private static final Form<String> CODE =
      Scalars.text(Text.of("manifest-form.site-code"), Pattern.compile("[A-Za-z0-9]{3}"));
  private static final Form<SiteSection.Rollup> ROLLUP = Scalars.word(SiteSection.Rollup.class);
  static final Form<SiteSection> FORM = Form.section(Text.of("manifest-form.site"), SiteForm::read);

  private SiteForm() {}

  private static Optional<SiteSection> read(Mapping site) {
    Optional<String> code = site.required("code", CODE);
    Optional<List<URI>> providers = site.required("providers", Form.listOf(Addresses.PROVIDER, 1));
    Optional<SiteSection.Rollup> rollup =
        site.optional("rollupKB11121541", ROLLUP, SiteSection.Rollup.DETECT);
    Optional<Boolean> child = site.optional("allowChildPrimary", Scalars.TRUTH, false);
    Map<String, URI> addresses = new LinkedHashMap<>();
    for (URI provider : providers.orElse(List.of())) {
      addresses.put("providers[" + addresses.size() + "]", provider);
    }
    check(site, addresses);
    Optional<ServerAccess> access =
        AccessForm.read(site, addresses, "manifest-section.plain-http-site");
    return site.complete(() ->
        new SiteSection(
            code.orElseThrow().toUpperCase(Locale.ROOT),
            providers.orElseThrow(),
            access.orElseThrow(),
            rollup.orElseThrow(),
            child.orElseThrow()));
  }

  private static void check(Mapping site, Map<String, URI> providers) {
    Set<String> seen = new HashSet<>();
    providers.forEach((key, provider) -> {
      if (!seen.add(provider.toString().toLowerCase(Locale.ROOT))) {
        site.contradiction(
            ManifestCode.VALUE_REFUSED,
            key,
            Message.of(
                "manifest-section.repeated",
                "path",
                site.path(key),
                "value",
                Reading.shortened(provider.toString())));
      }
    });
  }
}
