package dev.garrison.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.operatingsystem.OperatingSystem;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class NamingSectionTest {
  @Test
  void theTemplatesAreFilled() {
    NamingSection naming = NamingSection.DEFAULT;
    OperatingSystem system = OperatingSystem.WINDOWS_SERVER_2012_R2;
    assertThat(naming.applicationFor("contoso", system, Optional.empty()))
        .isEqualTo("Defender for Endpoint 2012 R2");
    assertThat(naming.applicationFor("contoso", system, Optional.of("passive")))
        .isEqualTo("Defender for Endpoint 2012 R2 (passive)");
    assertThat(naming.applicationFor("contoso", Ring.Antivirus.PASSIVE))
        .isEqualTo("Defender for Endpoint antivirus passive");
    assertThat(naming.deploymentFor("contoso", system, Ring.Antivirus.PASSIVE, "pilot"))
        .isEqualTo("MDE pilot - 2012 R2 antivirus passive");
    assertThat(naming.collectionFor("contoso", OperatingSystem.WINDOWS_SERVER_2019, "pilot"))
        .isEqualTo("MDE pilot - 2019");
  }

  @Test
  void theManifestsNameCanBePartOfAName() {
    NamingSection naming = new NamingSection("{name} {os}", "{name} {ring} {os}", "{ring} {os}");
    assertThat(naming.collectionFor("contoso", OperatingSystem.WINDOWS_SERVER_2019, "pilot"))
        .isEqualTo("contoso pilot 2019");
  }

  @Test
  void whatWasFilledInIsNotFilledAgain() {
    NamingSection naming = new NamingSection("{os}", "{ring} {os}", "{ring} {os}");
    assertThat(naming.collectionFor("x", OperatingSystem.WINDOWS_SERVER_2019, "{os}"))
        .isEqualTo("{os} 2019");
  }
}
