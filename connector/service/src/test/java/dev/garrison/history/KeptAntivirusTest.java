package dev.garrison.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.RefusalException;
import dev.garrison.fleet.antivirus.AntivirusFacts;
import dev.garrison.history.AntivirusHistory.Look;
import dev.garrison.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows about antivirus, beside lines as versions of Garrison wrote them. */
final class KeptAntivirusTest {
  private static final Json JSON = new Json();
  private static final AntivirusFacts FACTS = ProtectedServers.TWO.facts();
  private static final Look LOOK = new Look(KeptValues.NOW, true, List.of("A class is missing."));
  private static final String SERVER = KeptLines.line(1, "antivirus");
  private static final String LOOKED = KeptLines.line(1, "antivirus-look");

  @Test
  void aServerIsWrittenInTheFirstFormAndRead() {
    assertThat(KeptAntivirus.text(JSON, FACTS)).isEqualTo(SERVER);
    assertThat(KeptAntivirus.facts(JSON, "SQL01", SERVER)).isEqualTo(FACTS);
  }

  @Test
  void aLookIsWrittenInTheFirstFormAndRead() {
    assertThat(KeptAntivirus.text(JSON, LOOK)).isEqualTo(LOOKED);
    assertThat(KeptAntivirus.look(JSON, LOOKED)).isEqualTo(LOOK);
  }

  @Test
  void anOptionalPartMayBeAbsentAndAnUnknownOneIsPassedOver() {
    String line =
        SERVER
            .replace("\"notSeenRunning\":null,", "\"later\":{\"part\":1},")
            .replace("\"sensorOnly\":null,", "");
    assertThat(KeptAntivirus.facts(JSON, "SQL01", line)).isEqualTo(FACTS);
  }

  @Test
  void aServerOfALaterFormIsRefusedByItsName() {
    assertThatThrownBy(() ->
            KeptAntivirus.facts(JSON, "SQL01", SERVER.replace("\"format\":1", "\"format\":2")))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The antivirus status of \"SQL01\" can't be read from the job history: its form is 2, and this version of Garrison knows forms up to 1. "
                + KeptLines.REMEDY);
  }

  @Test
  void aLookOfALaterFormIsRefused() {
    assertThatThrownBy(
            () -> KeptAntivirus.look(JSON, LOOKED.replace("\"format\":1", "\"format\":2")))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "The last antivirus check can't be read from the job history: its form is 2, and this version of Garrison knows forms up to 1. "
                + KeptLines.REMEDY);
  }
}
