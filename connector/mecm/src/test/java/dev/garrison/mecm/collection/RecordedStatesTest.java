package dev.garrison.mecm.collection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.mecm.collection.DeviceCollection.DirectRule;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import dev.garrison.recorded.RecordedStates;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * States as journals hold them. The lines in {@code recorded/1} are of the version before there
 * were forms, and are never made anew.
 */
final class RecordedStatesTest {
  private static final DeviceCollection COLLECTION =
      new DeviceCollection(
          "MDE pilot - 2016",
          "Pilot ring. [garrison mde-servers]",
          "All Servers",
          Set.of(
              new QueryRule(
                  "Not onboarded", QueryRule.SELECT + " where SMS_R_System.Name like \"SRV%\""),
              new QueryRule("Build", "select * from SMS_R_System where Build = '14393'")),
          Set.of("Ring 2", "Ring 1"),
          Set.of("Domain controllers"),
          Set.of(new DirectRule("SRV002", 16777221), new DirectRule("SRV001", 16777220)),
          DeviceCollection.PERIODIC);
  private static final DeviceCollection EMPTY_COLLECTION =
      new DeviceCollection("Empty", "", "All Systems", Set.of(), Set.of(), Set.of(), Set.of(), 4);

  private static final RecordedStates<DeviceCollection> COLLECTIONS =
      RecordedStates.of(
          RecordedStatesTest.class, DeviceCollection.KIND, RecordedDeviceCollection.FORM, 1);

  @Test
  void aCollectionOfTheFirstFormIsReadAsItWas() {
    assertThat(COLLECTIONS.read()).containsExactly(COLLECTION, EMPTY_COLLECTION);
  }

  @Test
  void aCollectionIsWrittenAsItWas() {
    assertThat(COLLECTIONS.written(List.of(COLLECTION, EMPTY_COLLECTION)))
        .isEqualTo(COLLECTIONS.lines());
  }
}
