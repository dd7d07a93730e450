package dev.garrison.recipe.offboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.language.Language;
import dev.garrison.manifest.ManifestResult;
import dev.garrison.manifest.reading.ManifestReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Servers that an entry names, and a name that the site does not have. */
final class NamedLeaversTest {
  private static final Set<String> KNOWN = Set.of("WEB01", "WEB02", "SQL01");

  private static ManifestResult read(String leavers) {
    return new ManifestReader()
        .read(
            "garrison.yaml",
            Path.of("/srv"),
            """
            apiVersion: garrison.dev/v1
            name: small
            site:
              code: PS1
              providers: [https://cm01.contoso.example/AdminService]
            content: {publishTo: "folder:/srv/mde", contentSource: '\\\\fs01.contoso.example\\mde$'}
            tenant: {orgId: 5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2}
            packages: {onboarding: packages/on.zip, installer: packages/md4ws.msi}
            limitingCollection: All Servers
            sampleSharing: none
            distribution: {groups: [All DPs]}
            operatingSystems: [2019]
            rings:
              - {name: all, collections: [Servers], maxDevices: 50, deadline: "+3d 22:00", antivirus: active}
            offboard:
              - {name: first, collection: Old servers, reason: CHG7}
              - {name: retired, %s, reason: CHG8}
            """
                .formatted(leavers)
                .getBytes(StandardCharsets.UTF_8),
            LocalDate.of(2026, 11, 20));
  }

  private static NamedLeavers named(String servers) {
    return NamedLeavers.of(read("servers: [" + servers + "]"), "retired");
  }

  private static List<String> refusals(String servers) {
    NamedLeavers named = named(servers);
    return named.unknown(named.missing(KNOWN), KNOWN).diagnostics().stream()
        .map(Diagnostic::toString)
        .toList();
  }

  @Test
  void aServerIsFoundWithoutItsDomainAndInAnyCase() {
    assertThat(named("web02.contoso.example, Sql01").missing(KNOWN)).isEmpty();
    assertThat(named("web02").missing(Set.of("Web02"))).isEmpty();
    assertThat(named("WEB02, NOSUCH").missing(KNOWN)).containsExactly("NOSUCH");
  }

  @Test
  void anEntryWithACollectionNamesNoServer() {
    assertThat(NamedLeavers.of(read("collection: Retired"), "retired").servers()).isEmpty();
  }

  @Test
  void aMistypedNameIsRefusedWithTheNearestOne() {
    assertThat(refusals("WBE02"))
        .containsExactly(
            "The limiting collection \"All Servers\" has no server named \"WBE02\""
                + " (garrison.yaml:17). Did you mean \"WEB02\"? Correct the name. No changes were"
                + " made. [OFFBOARD_SERVER_UNKNOWN GAR-0585]");
    assertThat(Language.JAPANESE.during(() -> named("WBE02").unknown(Set.of("WBE02"), KNOWN)))
        .satisfies(refusal ->
            assertThat(refusal.diagnostics().getFirst().message().problem().in(Language.JAPANESE))
                .isEqualTo("限定コレクション「All Servers」に、名前が「WBE02」のサーバーがありません。"));
  }

  @Test
  void everyUnknownNameIsReported() {
    assertThat(refusals("NOSUCH, WEB02, OTHER"))
        .containsExactly(
            "The limiting collection \"All Servers\" has no server named \"NOSUCH\""
                + " (garrison.yaml:17). Correct the name, or check that the server is in the"
                + " limiting collection. No changes were made. [OFFBOARD_SERVER_UNKNOWN GAR-0585]",
            "The limiting collection \"All Servers\" has no server named \"OTHER\""
                + " (garrison.yaml:17). Correct the name, or check that the server is in the"
                + " limiting collection. No changes were made. [OFFBOARD_SERVER_UNKNOWN GAR-0585]");
  }
}
