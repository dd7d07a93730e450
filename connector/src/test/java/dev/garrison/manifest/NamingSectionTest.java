package dev.garrison.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.manifest.value.OperatingSystem;
import org.junit.jupiter.api.Test;

final class NamingSectionTest {
  @Test
  void theTemplatesAreFilled() {
    NamingSection naming = NamingSection.DEFAULT;
    assertThat(naming.applicationFor("contoso", OperatingSystem.WINDOWS_SERVER_2012_R2))
        .isEqualTo("Defender for Endpoint 2012 R2");
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
