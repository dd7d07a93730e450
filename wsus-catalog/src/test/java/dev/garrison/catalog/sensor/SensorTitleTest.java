package dev.garrison.catalog.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SensorTitleTest {
  private static final String PLAIN = "Update for Microsoft Defender for Endpoint - KB5005292";

  private static String why(String title) {
    return SensorTitle.parse(title) instanceof SensorTitle.Unparseable(String why) ? why : "read";
  }

  /** The first was seen in public, the versions of the others too. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      emptyValue = "",
      textBlock =
          """
          Windows 10/11 - Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8838.26060.15013) - Current Channel (Staged); Windows 10/11; 10.8838.26060.15013; Current Channel (Staged)
          Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8210.22621.1016); ''; 10.8210.22621.1016; ''
          Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8735.26020.1009); ''; 10.8735.26020.1009; ''
          Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8838.26060.15013) - Beta Channel; ''; 10.8838.26060.15013; Beta Channel
          Windows Server 2012 R2/2016 - Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8838.26060.15013); Windows Server 2012 R2/2016; 10.8838.26060.15013; ''
          Windows Server 2019, 2022 & 2025 (x64) - Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.0.0.0) - Long-Term; Windows Server 2019, 2022 & 2025 (x64); 10.0.0.0; Long-Term
          """)
  void familyVersionAndChannelAreRead(String title, String family, String version, String channel) {
    assertThat(SensorTitle.parse(title))
        .isEqualTo(
            new SensorTitle.Parsed(
                new ReleaseLine(new Family(family), new Channel(channel)),
                SensorVersion.parse(version).orElseThrow(),
                "5005292"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          Microsoft Defender for Endpoint update for EDR Sensor
          update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8735.26020.1009)
          Update for Microsoft Defender for Endpoint - KB5005292
          Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8735.26020.1009\
          )x
           Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8735.26020.1009)
          Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8735.26020.1009)\s
          Update for Microsoft Defender for Endpoint - KB5005292 (Version 10.8735.26020.1009) -\s
          Update for Microsoft Defender for Endpoint  - KB5005292 (Version 10.8735.26020.1009)
          Update for Microsoft Defender for Endpoint - 5005292 (Version 10.8735.26020.1009)
          Update for Microsoft Defender Antivirus antimalware platform - KB4052623 (Version 4.18.26030.3011)
          Update für Microsoft Defender for Endpoint - KB5005292 (Version 10.8735.26020.1009)
          """)
  void anotherFormIsUnparseable(String title) {
    assertThat(why(title)).startsWith("it ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      textBlock =
          """
          10.8735.26020
          10.8735.26020.1009.1
          10.8735.26020.x
          10.8735.26020.01009
          10.8735.26020.1009000
          10.8735.26020.-1
          10.8735.26020.1009\s
          v10.8735.26020.1009
          """)
  void aVersionHasFourNumbersAndNothingElse(String version) {
    assertThat(why(PLAIN + " (Version " + version + ")"))
        .isEqualTo("its version '" + version + "' does not have four numbers");
  }

  @Test
  void anEmptyVersionIsNone() {
    assertThat(why(PLAIN + " (Version )")).isEqualTo("its version '' does not have four numbers");
  }

  @ParameterizedTest
  @CsvSource({"Windows 10 - Windows 11", "Windows  11", "-", "Windows;11", "Windows -11"})
  void aFamilyIsOneName(String family) {
    assertThat(why(family + " - " + PLAIN + " (Version 10.8735.26020.1009)"))
        .isEqualTo("its family '" + family + "' is not a name");
  }

  @ParameterizedTest
  @CsvSource({"Current Channel - Staged", "Current  Channel", "Staged'"})
  void aChannelIsOneName(String channel) {
    assertThat(why(PLAIN + " (Version 10.8735.26020.1009) - " + channel))
        .isEqualTo("its channel '" + channel + "' is not a name");
  }

  @ParameterizedTest
  @CsvSource({
    "\u00a0, U+00A0",
    "\u202e, U+202E",
    "\uff08, U+FF08",
    "\u2013, U+2013",
    "\u0130, U+0130",
    "\ud83d\ude00, U+1F600"
  })
  void oneCharacterOutsideOfPrintableAsciiIsTooMany(String character, String name) {
    assertThat(why("Windows" + character + "11 - " + PLAIN + " (Version 10.8735.26020.1009)"))
        .isEqualTo("it holds " + name + ", which no English title of the sensor has");
  }

  @Test
  void aLineBreakIsTooMany() {
    assertThat(why(PLAIN + " (Version 10.8735.26020.1009)\n"))
        .isEqualTo("it holds U+000A, which no English title of the sensor has");
  }

  @Test
  void theFormIsNamed() {
    assertThat(why("Microsoft Defender for Endpoint update for EDR Sensor"))
        .isEqualTo(
            "it is not of the form '[family - ]Update for Microsoft Defender for Endpoint - KB..."
                + " (Version ...)[ - channel]'");
  }

  @Test
  void aLongTitleIsNotLookedAt() {
    assertThat(why("a - ".repeat(100_000) + PLAIN)).isEqualTo("it is longer than 256 characters");
  }

  @Test
  void theWorstTitleThatIsLookedAtIsReadAtOnce() {
    assertThat(why("a".repeat(60) + " - " + "a ".repeat(90) + "!")).startsWith("it is not of the");
    assertThat(why("a-".repeat(90) + " - " + PLAIN + " (Version 1)")).contains("family");
  }
}
