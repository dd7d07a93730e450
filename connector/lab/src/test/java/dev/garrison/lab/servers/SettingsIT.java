package dev.garrison.lab.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.RawSite;
import dev.garrison.lab.SampleDigest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that scripts write into the registry, and a revision that asks for others. */
@Tag("first")
final class SettingsIT {
  private static final Instant DUE = Instant.parse("2026-11-25T02:00:00Z");
  private static final String POLICY =
      "SOFTWARE\\Policies\\Microsoft\\Windows Advanced Threat Protection";
  private static final String DATA = "SOFTWARE\\Policies\\Microsoft\\Windows\\DataCollection";
  private static final String DEFENDER = "SOFTWARE\\Policies\\Microsoft\\Windows Defender";
  private static final String NOTES = "SOFTWARE\\Garrison\\DefenderSettings";
  private static final Duration EVALUATION = Duration.ofDays(7);

  @TempDir Path folder;
  private RawSite site;
  private Pilot pilot;

  @BeforeEach
  void start() throws IOException {
    site = RawSite.start("2509", Map.of(Pilot.SHARE, folder));
    pilot = new Pilot(site, folder);
    pilot.write("settings", "Set-DefenderSettings.ps1", "exit");
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private SampleDigest settings(int samples, String arguments) throws IOException {
    return SampleDigest.samples(samples)
        .content("Content_99999999-9999-4999-8999-999999999999", pilot.files("settings"))
        .location(Pilot.SHARE + "\\settings\\")
        .command("powershell.exe -File Set-DefenderSettings.ps1" + arguments);
  }

  private Optional<String> value(String key, String name) {
    return site.lab().servers().registryValue("WEB01", key, name);
  }

  private String deployed(SampleDigest digest) throws Exception {
    String assignment = pilot.deploy(pilot.created(digest), "Settings", DUE);
    site.pass(Duration.between(site.lab().clock().instant(), DUE.plusSeconds(600)));
    return assignment;
  }

  private void revise(SampleDigest digest) throws Exception {
    long ciId =
        site.list("SMS_Application", "ModelName eq '" + digest.model() + "' and IsLatest eq true")
            .get(0)
            .path("CI_ID")
            .asLong();
    RawSite.Reply reply = site.post("wmi/SMS_Application(" + ciId + ")", digest.revision(2).body());
    assertThat(reply.status()).as(reply.text()).isIn(200, 201);
  }

  @Test
  void aCommandForSettingsWritesWhatItStatesAndNotesItsProxies() throws Exception {
    String assignment =
        deployed(
            settings(
                0,
                " -SampleSharing none -SensorProxy p.example:8080 -AntivirusProxy http://p.example:3128"));
    assertThat(pilot.enforcement(assignment, "WEB01")).isEqualTo(1000);
    assertThat(value(POLICY, "AllowSampleCollection")).contains("0");
    assertThat(value(DATA, "TelemetryProxyServer")).contains("p.example:8080");
    assertThat(value(DATA, "DisableEnterpriseAuthProxy")).contains("1");
    assertThat(value(DEFENDER, "ProxyServer")).contains("http://p.example:3128");
    assertThat(value(NOTES, "SensorProxySet")).contains("1");
    assertThat(value(NOTES, "AntivirusProxy")).contains("http://p.example:3128");
  }

  @Test
  void aServerThatSucceededActsOnANewRevisionAtItsNextEvaluation() throws Exception {
    deployed(settings(0, " -SampleSharing none"));
    revise(settings(1, " -SampleSharing all"));
    site.pass(EVALUATION.minusHours(1));
    assertThat(value(POLICY, "AllowSampleCollection")).contains("0");
    site.pass(Duration.ofHours(2));
    assertThat(value(POLICY, "AllowSampleCollection")).contains("1");
  }

  @Test
  void aProxyThatIsNoLongerStatedGoesAndItsNoteToo() throws Exception {
    deployed(settings(0, " -SampleSharing none -SensorProxy p.example:8080"));
    revise(settings(1, " -SampleSharing all"));
    site.pass(EVALUATION.plusHours(1));
    assertThat(value(DATA, "TelemetryProxyServer")).isEmpty();
    assertThat(value(NOTES, "SensorProxy")).isEmpty();
    assertThat(value(NOTES, "SensorProxySet")).contains("0");
  }

  @Test
  void aProxyThatSomebodyElseHasSetSinceStays() throws Exception {
    deployed(settings(0, " -SampleSharing none -SensorProxy p.example:8080"));
    site.lab().servers().writeRegistry("WEB01", DATA, "TelemetryProxyServer", "other:1");
    revise(settings(1, " -SampleSharing all"));
    site.pass(EVALUATION.plusHours(1));
    assertThat(value(DATA, "TelemetryProxyServer")).contains("other:1");
    assertThat(value(NOTES, "SensorProxySet")).contains("0");
  }

  @Test
  void whereAPolicyHoldsTheValuesTheScriptEndsWith20031() throws Exception {
    site.lab().servers().holdSettings("WEB01");
    String assignment = deployed(settings(0, " -SampleSharing none"));
    assertThat(pilot.enforcement(assignment, "WEB01")).isEqualTo(5000);
    assertThat(value(POLICY, "AllowSampleCollection")).isEmpty();
  }
}
