package dev.garrison.mecm.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How properties of a row are found. */
final class RowTest {
  private static Row row(String text) {
    return new Row((ObjectNode) new Json().parse(text));
  }

  @Test
  void aKeyThatTheServiceSpellsInItsOwnWayIsFound() {
    assertThat(row("{\"ResourceId\":16777219}").number("ResourceID")).hasValue(16777219);
    assertThat(row("{\"name\":\"DC01\"}").text("Name")).isEqualTo("DC01");
    assertThat(row("{\"RESOURCENAMES\":[\"dc01\"]}").texts("ResourceNames"))
        .containsExactly("dc01");
  }

  @Test
  void theExactSpellingGoesBeforeAnother() {
    assertThat(row("{\"resourceid\":1,\"ResourceID\":2}").number("ResourceID")).hasValue(2);
  }

  @Test
  void aPropertyThatIsNullIsNotLookedForInAnotherSpelling() {
    assertThat(row("{\"resourceid\":1,\"ResourceID\":null}").number("ResourceID")).isEmpty();
  }

  @Test
  void aPropertyThatIsInNoSpellingThereIsAbsent() {
    assertThat(row("{\"ResourceIDs\":1}").number("ResourceID")).isEmpty();
  }

  @Test
  void aKeyIsFoundInWhicheverSpelling() {
    assertThat(row("{\"ResourceId\":16777219}").numberKey("ResourceID")).isEqualTo(16777219);
    assertThat(row("{\"GROUPID\":\"{1}\"}").textKey("GroupID")).isEqualTo("{1}");
    assertThat(row("{\"SettingsID\":0}").numberKey("SettingsID")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"ResourceID\":null}",
        "{\"ResourceID\":\"\"}",
        "{\"ResourceID\":1.5}",
        "{\"ResourceID\":[]}"
      })
  void aMissingKeyIsNoNumberAndNoText(String text) {
    assertThatThrownBy(() -> row(text).numberKey("ResourceID"))
        .isInstanceOf(KeyMissingException.class);
    assertThatThrownBy(() -> row(text).textKey("ResourceID"))
        .isInstanceOf(KeyMissingException.class)
        .hasMessageContaining(
            "The site returned an object of an unnamed class without ResourceID.");
  }

  @Test
  void anObjectThatNamesItsClassIsNamed() {
    assertThatThrownBy(() -> row("{\"__CLASS\":\"SMS_Site\"}").textKey("SiteCode"))
        .hasMessageContaining(
            "The site returned an object of the class SMS_Site without SiteCode.");
  }

  @Test
  void aQueryDemandsItsKeysOfAnAnswerThoughTheyMayBeNull() {
    ODataQuery query = ODataQuery.of("SMS_X").keys("ID", "UserName").select("Name");
    query.requireKeys(row("{\"id\":1,\"UserName\":null}"));
    assertThatThrownBy(() -> query.requireKeys(row("{\"ID\":1,\"Name\":\"x\"}")))
        .hasMessageContaining(
            "The site returned an object of the class SMS_X without UserName: GET"
                + " wmi/SMS_X?$select=ID,UserName,Name.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "1980-01-01T08:00:00Z",
        "1990-01-01T00:00:00Z",
        "1990-01-01T00:00:00.000Z"
      })
  void whatConfigurationManagerWritesForNeverIsNoTime(String text) {
    assertThat(row("{\"LastActiveTime\":\"" + text + "\"}").time("LastActiveTime")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1990-01-01T00:00:01Z", "1989-12-31T00:00:00Z", "1990-01-02T00:00:00Z"})
  void onlyTheRecordedConstantOf1990IsNoTime(String text) {
    assertThat(row("{\"LastActiveTime\":\"" + text + "\"}").time("LastActiveTime")).isPresent();
  }
}
