package dev.garrison.catalog.sensor;

import static dev.garrison.catalog.sample.Draft.SENSOR;
import static dev.garrison.catalog.sample.Draft.sensor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.catalog.Update;
import dev.garrison.catalog.sample.Draft;
import org.junit.jupiter.api.Test;

final class SensorProductTest {
  @Test
  void articleProductAndTitleMakeASensorUpdate() {
    Update update = sensor(1, "1009").update();
    assertThat(SENSOR.recognise(update))
        .isEqualTo(
            new Recognition.Ours(
                new SensorUpdate(
                    ReleaseLine.UNIFIED_AGENT,
                    SensorVersion.parse("10.8735.26020.1009").orElseThrow(),
                    update)));
  }

  @Test
  void theNumberInTheTitleAloneMakesNone() {
    assertThat(SENSOR.recognise(sensor(1, "1009").kbArticle("4052623").update()))
        .isEqualTo(new Recognition.Unrelated());
  }

  @Test
  void theArticleAloneMakesNone() {
    assertThat(SENSOR.recognise(sensor(1, "1009").product(Draft.ANTIVIRUS).update()))
        .isEqualTo(new Recognition.OtherProduct());
  }

  @Test
  void aTitleThatCannotBeReadMakesNone() {
    assertThat(SENSOR.recognise(sensor(1, "1009").title("Update f\u00fcr Defender").update()))
        .isEqualTo(
            new Recognition.Unparseable(
                "it holds U+00FC, which no English title of the sensor has"));
  }

  @Test
  void aTitleThatNamesAnotherArticleMakesNone() {
    String title = Draft.title("", "1009", "").replace("5005292", "5005293");
    assertThat(SENSOR.recognise(sensor(1, "1009").title(title).update()))
        .isEqualTo(
            new Recognition.Unparseable(
                "it names KB5005293, the update's own article is KB5005292"));
  }

  @Test
  void linesAreNamedForPeople() {
    assertThat(ReleaseLine.UNIFIED_AGENT).hasToString("unified agent, no channel");
    assertThat(new ReleaseLine(new Family("Windows 10/11"), new Channel("Beta Channel")))
        .hasToString("Windows 10/11, Beta Channel");
  }
}
