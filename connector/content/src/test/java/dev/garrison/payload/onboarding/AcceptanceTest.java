package dev.garrison.payload.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.Severity;
import dev.garrison.json.Json;
import dev.garrison.manifest.TenantSection.Geography;
import dev.garrison.payload.onboarding.Expectation.Purpose;
import dev.garrison.payload.sample.Blobs;
import dev.garrison.payload.sample.Blobs.Signing;
import dev.garrison.payload.sample.Scripts;
import dev.garrison.payload.sample.SigningAuthority;
import dev.garrison.payload.sample.Zips;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a manifest expects decides whether a proven package is accepted. */
final class AcceptanceTest {
  private static final SigningAuthority AUTHORITY = SigningAuthority.named("Contoso");
  private static final Instant NOW = Instant.parse("2026-05-24T21:00:00Z");
  private static final String NAME = "x_valid_until_2026-05-31.cmd";
  private static final UUID OTHER = UUID.fromString("77aa2c7e-3f0b-4c55-9d0e-8f6f3a1b7003");

  private final OnboardingPackages packages = new OnboardingPackages(new Json(), AUTHORITY.known());

  private OnboardingPackage onboarding(String body) {
    return packages.read("x.cmd", Scripts.ONBOARDING.bytes(signed(body)));
  }

  private OnboardingPackage offboarding(String name, Instant expires) {
    String body = Blobs.offboarding(Blobs.TENANT, expires);
    return packages.read(name, Scripts.OFFBOARDING.bytes(signed(body)));
  }

  private static String signed(String body) {
    return Blobs.signed(AUTHORITY, body, Signing.NEW);
  }

  private static Expectation expected(
      Purpose purpose, Optional<Geography> geography, Instant asOf) {
    return new Expectation(Optional.of(purpose), Optional.of(Blobs.TENANT), geography, asOf);
  }

  private static List<String> problems(OnboardingPackage found, Expectation expected) {
    return Acceptance.findings(found, expected).stream()
        .filter(finding -> finding.severity() != Severity.NOTE)
        .map(Diagnostic::toString)
        .toList();
  }

  @Test
  void aPackageOfTheRightKindTenantAndGeographyIsAccepted() {
    OnboardingPackage found = onboarding(Blobs.streamlined(Blobs.TENANT));

    assertThat(
            Acceptance.findings(
                found, expected(Purpose.ONBOARDING, Optional.of(Geography.EU), NOW)))
        .isEmpty();
  }

  @Test
  void anotherTenantIsRefused() {
    assertThat(
            problems(
                onboarding(Blobs.streamlined(OTHER)),
                expected(Purpose.ONBOARDING, Optional.of(Geography.EU), NOW)))
        .containsExactly(
            "The onboarding package \"x.cmd\" belongs to another tenant: its orgId is 77aa2c7e-3f0b-4c55-9d0e-8f6f3a1b7003, and the manifest has 5d1f2c7e-3f0b-4c55-9d0e-8f6f3a1b70c2. Download the package in the portal of the correct tenant, or correct \"tenant.orgId\". No changes were made."
                + " [PACKAGE_OF_ANOTHER_TENANT GAR-0405]");
  }

  @Test
  void anotherGeographyIsRefused() {
    assertThat(
            problems(
                onboarding(Blobs.standard(Blobs.TENANT)),
                expected(Purpose.ONBOARDING, Optional.of(Geography.EU), NOW)))
        .containsExactly(
            "\"x.cmd\" sends data to US (data center EastUs2, https://winatp-gw-eus.microsoft.com/), but the manifest has EU. Download the package of the correct tenant, or correct \"tenant.geo\". The data location of a tenant can't be changed."
                + " [PACKAGE_OF_ANOTHER_GEOGRAPHY GAR-0454]");
  }

  @Test
  void aGeographyThatCannotBeToldIsRefusedWhereOneIsStated() {
    OnboardingPackage found =
        onboarding(
            Blobs.body(body -> {
              body.put("orgId", Blobs.TENANT.toString());
              body.put("geoLocationUrl", "https://winatp-gw-xyz.microsoft.com/");
            }));

    assertThat(problems(found, expected(Purpose.ONBOARDING, Optional.empty(), NOW))).isEmpty();
    assertThat(problems(found, expected(Purpose.ONBOARDING, Optional.of(Geography.CH), NOW)))
        .containsExactly(
            "\"x.cmd\" doesn't state where data is stored: data center not named, https://winatp-gw-xyz.microsoft.com/. If this is correct for the tenant, remove \"tenant.geo\" from the manifest. [PACKAGE_GEOGRAPHY_UNKNOWN GAR-0455]");
  }

  @ParameterizedTest
  @CsvSource({
    "https://winatp-gw-neu.microsoft.com/, NorthEurope, , EU",
    "https://winatp-gw-cus3.microsoft.com/, CentralUs, , US",
    "https://winatp-gw-uks.microsoft.com/, UkSouth, , UK",
    "https://winatp-gw-aue.microsoft.com/, AustraliaEast, , AU",
    "https://edr-cus3.us.endpoint.security.microsoft.com/edr/, CentralUs, GW_US, US",
    "https://edr-ins.in.endpoint.security.microsoft.com/edr/, SouthIndia0a, GW_IN, IN",
    "https://edr-usgt.us.endpoint.security.microsoft.us/edr/, UsGovTexas, GW_FFL4, US_GOVERNMENT",
    "https://edr-usgt.usg.endpoint.security.microsoft.us/edr/, UsGovTexas, GW_FFL4, US_GOVERNMENT",
    "https://winatp-gw-usmt.microsoft.com/, UsModTexas, FFL4Mod, US_GOVERNMENT",
    "https://winatp-gw-aus.microsoft.com/, SoutheastAu, AU, AU",
    "https://winatp-gw-weu3.microsoft.com/, WestEurope3, , EU",
    "https://edr-ins0a.ina.endpoint.security.microsoft.com/edr/, SouthIndia0a, GW_IN, IN"
  })
  void hostDataCenterAndGatewayTellTheGeography(
      String url, String datacenter, String gateway, Geography geography) {
    OnboardingPackage found =
        onboarding(
            Blobs.body(body -> {
              body.put("orgId", Blobs.TENANT.toString());
              body.put("geoLocationUrl", url);
              body.put("datacenter", datacenter);
              body.put("partnerGeoLocation", gateway);
            }));

    assertThat(Geographies.of(found.proof().statement())).containsExactly(geography);
  }

  @ParameterizedTest
  @CsvSource({
    "https://winatp-gw-aus.microsoft.com/, standard",
    "https://winatp-gw-usmt.microsoft.com/, standard",
    "https://edr-eus3.us.endpoint.security.microsoft.com/edr/, streamlined",
    "https://edr-usgt.usg.endpoint.security.microsoft.us/edr/, streamlined",
    "https://endpoint.security.microsoft.com.contoso.example/edr/, standard"
  })
  void theHostAloneTellsTheConnectivity(String url, String connectivity) {
    OnboardingPackage found =
        onboarding(
            Blobs.body(body -> {
              body.put("orgId", Blobs.TENANT.toString());
              body.put("geoLocationUrl", url);
              body.put("vortexServerUrl", "https://au-v20.events.data.microsoft.com/x");
              body.put("vortexTicketUrl", "https://events.data.microsoft.com");
              body.put("partnerGeoLocation", "AU");
            }));

    assertThat(found.connectivity()).isEqualTo(connectivity);
    assertThat(StreamlinedMinimum.check(found, "4.18.2101.9").isPresent())
        .isEqualTo(connectivity.equals("streamlined"));
  }

  @Test
  void aPackageThatPointsToTwoGeographiesIsRefused() {
    OnboardingPackage found =
        onboarding(Blobs.streamlined(Blobs.TENANT).replace("WestEurope", "EastUs2"));

    assertThat(problems(found, expected(Purpose.ONBOARDING, Optional.of(Geography.EU), NOW)))
        .singleElement()
        .asString()
        .startsWith("\"x.cmd\" sends data to US, EU (data center EastUs2,");
  }

  /** Its blob is the same, and nothing else is used. */
  @Test
  void thePackageForConfigurationManagerIsAcceptedToo() {
    byte[] blob = signed(Blobs.streamlined(Blobs.TENANT)).getBytes(StandardCharsets.UTF_8);

    assertThat(
            Acceptance.findings(
                packages.read("x.onboarding", blob),
                expected(Purpose.ONBOARDING, Optional.of(Geography.EU), NOW)))
        .isEmpty();
  }

  @Test
  void aKindThatIsNotDeployedIsRefused() {
    String blob = signed(Blobs.streamlined(Blobs.TENANT));
    Expectation expected = expected(Purpose.ONBOARDING, Optional.of(Geography.EU), NOW);

    assertThat(problems(packages.read("x.cmd", Scripts.LOCAL.bytes(blob)), expected))
        .containsExactly(
            "\"x.cmd\" is the local script. This script asks questions, so on a server it would wait forever. In the Microsoft Defender portal, select the deployment method \"Group Policy\", and download the package again. [PACKAGE_IS_LOCAL_SCRIPT GAR-0406]");
    assertThat(problems(packages.read("x.zip", Zips.vdi(Scripts.ONBOARDING.bytes(blob))), expected))
        .containsExactly(
            "\"x.zip\" is the package for VDI. Servers are onboarded with the package for Group Policy. In the Microsoft Defender portal, select the deployment method \"Group Policy\", and download the package again. [PACKAGE_FOR_ANOTHER_METHOD GAR-0453]");
  }

  @Test
  void offboardingWhereOnboardingIsExpectedIsRefused() {
    assertThat(
            problems(
                offboarding(NAME, Instant.parse("2026-05-31T10:00:00Z")),
                expected(Purpose.ONBOARDING, Optional.of(Geography.EU), NOW)))
        .containsExactly(
            "\""
                + NAME
                + "\" is an offboarding package, but an onboarding package is required here. In the Microsoft Defender portal, select Onboarding, select the deployment method \"Group Policy\", and download that package."
                + " [PACKAGE_OFFBOARDS GAR-0451]");
    assertThat(
            problems(
                onboarding(Blobs.streamlined(Blobs.TENANT)),
                expected(Purpose.OFFBOARDING, Optional.of(Geography.EU), NOW)))
        .singleElement()
        .asString()
        .contains("PACKAGE_ONBOARDS GAR-0452");
  }

  @Test
  void anExpiredOffboardingPackageIsRefused() {
    OnboardingPackage found = offboarding(NAME, Instant.parse("2026-05-31T10:00:00Z"));

    assertThat(problems(found, expected(Purpose.OFFBOARDING, Optional.empty(), NOW))).isEmpty();
    assertThat(
            problems(
                found,
                expected(
                    Purpose.OFFBOARDING, Optional.empty(), Instant.parse("2026-05-31T10:00:00Z"))))
        .containsExactly(
            "\""
                + NAME
                + "\" was valid until 2026-05-31 10:00 UTC. Sensors reject the package now. Download a new offboarding package in the Microsoft Defender portal. [OFFBOARDING_EXPIRED GAR-0458]");
  }

  @Test
  void theEarlierOfTwoEndsCountsAndADisagreementIsReported() {
    OnboardingPackage renamed = offboarding(NAME, Instant.parse("2026-08-31T10:00:00Z"));

    assertThat(
            problems(
                renamed,
                expected(
                    Purpose.OFFBOARDING, Optional.empty(), Instant.parse("2026-06-01T00:00:00Z"))))
        .containsExactly(
            "\""
                + NAME
                + "\" is valid until 2026-05-31 according to its name, but until 2026-08-31 according to its signed content. Restore the original file name: the file was renamed. The earlier date applies."
                + " [OFFBOARDING_DATES_DIFFER GAR-0460]",
            "\""
                + NAME
                + "\" was valid until 2026-06-01 00:00 UTC. Sensors reject the package now. Download a new offboarding package in the Microsoft Defender portal. [OFFBOARDING_EXPIRED GAR-0458]");
    assertThat(
            problems(
                offboarding(NAME, Instant.parse("2026-06-01T10:00:00Z")),
                expected(Purpose.OFFBOARDING, Optional.empty(), NOW)))
        .isEmpty();
  }

  @Test
  void offboardingOfAnotherTenantIsRefusedAlsoWhenOneOfItsListIsOurs() {
    String body =
        Blobs.body(fields -> {
          fields.putArray("orgIds").add(OTHER.toString()).add(Blobs.TENANT.toString());
          fields.put("orgId", OTHER.toString());
          fields.put("expirationTimestamp", Blobs.fileTime(NOW.plusSeconds(86_400)));
        });
    OnboardingPackage found = packages.read("x.cmd", Scripts.OFFBOARDING.bytes(signed(body)));

    assertThat(problems(found, expected(Purpose.OFFBOARDING, Optional.empty(), NOW)))
        .singleElement()
        .asString()
        .startsWith("The offboarding package \"x.cmd\" belongs to another tenant:");
  }

  @Test
  void offboardingWhoseListLacksOurTenantIsRefused() {
    String body =
        Blobs.body(fields -> {
          fields.putArray("orgIds").add(OTHER.toString());
          fields.put("orgId", Blobs.TENANT.toString());
          fields.put("expirationTimestamp", Blobs.fileTime(NOW.plusSeconds(86_400)));
        });
    OnboardingPackage found = packages.read("x.cmd", Scripts.OFFBOARDING.bytes(signed(body)));

    assertThat(problems(found, expected(Purpose.OFFBOARDING, Optional.empty(), NOW)))
        .singleElement()
        .asString()
        .startsWith("The offboarding package \"x.cmd\" belongs to another tenant:");
  }

  @Test
  void aCertificateThatHasEndedIsToldAndNoError() {
    Instant later = Instant.parse("2026-11-24T21:00:00Z");
    List<Diagnostic> findings =
        Acceptance.findings(
            onboarding(Blobs.streamlined(Blobs.TENANT)),
            expected(Purpose.ONBOARDING, Optional.of(Geography.EU), later));

    assertThat(findings).extracting(Diagnostic::severity).containsOnly(Severity.NOTE);
    assertThat(findings.getFirst())
        .hasToString(
            "Certificates that signed \"x.cmd\" have expired: Seville.Windows.com on 2026-06-01. To get a newer certificate, download the package again. Packages have continued to work after this expiration. [PACKAGE_CERTIFICATE_ENDED GAR-0449]");
  }

  @ParameterizedTest
  @CsvSource({
    "4;18;2211;4, true",
    "4;18;2211;5, false",
    "4;19, false",
    "4;18, true",
    "3;99;9999;9, true"
  })
  void streamlinedConnectivityNeedsAPlatformOfItsAge(String platform, boolean refused) {
    String version = platform.replace(';', '.');

    assertThat(
            StreamlinedMinimum.check(onboarding(Blobs.streamlined(Blobs.TENANT)), version)
                .isPresent())
        .isEqualTo(refused);
    assertThat(StreamlinedMinimum.check(onboarding(Blobs.standard(Blobs.TENANT)), version))
        .isEmpty();
  }

  @Test
  void aPlatformTooOldForStreamlinedConnectivityIsNamed() {
    assertThat(StreamlinedMinimum.check(onboarding(Blobs.streamlined(Blobs.TENANT)), "4.18.2101.9"))
        .hasToString(
            "Optional[\"x.cmd\" is for streamlined connectivity, which requires platform version 4.18.2211.5 or later. The installer contains version 4.18.2101.9. Download a newer md4ws.msi, or the onboarding"
                + " package for standard connectivity."
                + " [STREAMLINED_NEEDS_NEWER_PLATFORM GAR-0462]]");
  }
}
