package dev.garrison.content.staged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.digest.Sha256;
import dev.garrison.json.JsonException;
import dev.garrison.json.Recorded;
import dev.garrison.recorded.RecordedStates;
import dev.garrison.share.ContentFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * States as journals hold them. The lines in {@code recorded/1} are of the version before there
 * were forms, and are never made anew.
 */
final class RecordedStatesTest {
  private static final StagedContent VERSION =
      new StagedContent(
          "mde-servers",
          List.of(
              new ContentFile("WindowsDefenderATP.onboarding", 3172, Sha256.of("onboarding")),
              new ContentFile("md4ws.msi", 52428800, Sha256.of("installer"))));
  private static final StagedContent EMPTY_VERSION = new StagedContent("mde-servers", List.of());

  private static final RecordedStates<StagedContent> VERSIONS =
      RecordedStates.of(
          RecordedStatesTest.class, StagedContent.KIND, RecordedStagedContent.FORM, 1);

  @Test
  void aVersionOfTheFirstFormIsReadAsItWas() {
    assertThat(VERSIONS.read()).containsExactly(VERSION, EMPTY_VERSION);
  }

  @Test
  void aVersionIsWrittenAsItWas() {
    assertThat(VERSIONS.written(List.of(VERSION, EMPTY_VERSION))).isEqualTo(VERSIONS.lines());
  }

  @Test
  void aPartThatThisVersionDoesNotKnowIsNamed() {
    Recorded<StagedContent> read =
        VERSIONS.read(VERSIONS.lines().getLast().replace("{", "{\"note\":[1],"));
    assertThat(read.value()).isEqualTo(EMPTY_VERSION);
    assertThat(read.unknown()).containsExactly("note");
  }

  @Test
  void aVersionWithoutItsOwnerIsNone() {
    assertThatThrownBy(() -> VERSIONS.read("{\"files\":[]}"))
        .isInstanceOf(JsonException.class)
        .hasMessage("'mark' has the wrong form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "", "con"})
  void aNameThatNoFileCanHaveIsRefused(String name) {
    assertThatThrownBy(() -> VERSIONS.read(VERSIONS.lines().getFirst().replace("md4ws.msi", name)))
        .isInstanceOf(JsonException.class)
        .hasMessage("it is no state of the kind");
  }

  @Test
  void whatIsNoDigestIsRefused() {
    assertThatThrownBy(() ->
            VERSIONS.read(VERSIONS.lines().getFirst().replace("\"hex\":\"9c", "\"hex\":\"9C")))
        .isInstanceOf(JsonException.class)
        .hasMessage("it is no state of the kind");
  }
}
