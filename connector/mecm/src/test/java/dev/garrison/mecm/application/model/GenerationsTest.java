package dev.garrison.mecm.application.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which identifiers an application gets. */
final class GenerationsTest {
  private final Set<String> listed = new TreeSet<>();
  private final Set<String> deleted = new TreeSet<>();
  private final Set<String> refused = new TreeSet<>();

  private static String name(int generation) {
    return new Identifiers("contoso", "2022", generation).application();
  }

  private int generation() {
    return new Generations(
            listed,
            new Generations.History() {
              @Override
              public boolean deleted(String logicalName) {
                return deleted.contains(logicalName);
              }

              @Override
              public boolean refused(String logicalName) {
                return refused.contains(logicalName);
              }
            })
        .of("contoso", "2022")
        .generation();
  }

  @Test
  void whereNothingIsKnownItIsTheFirst() {
    assertThat(generation()).isEqualTo(1);
  }

  @Test
  void whatIsThereKeepsItsOwnWhateverTheJournalSays() {
    listed.add(name(2));
    deleted.add(name(1));
    deleted.add(name(2));
    refused.add(name(2));
    assertThat(generation()).isEqualTo(2);
  }

  @Test
  void whatWasDeletedIsNotUsedAgain() {
    deleted.add(name(1));
    deleted.add(name(2));
    assertThat(generation()).isEqualTo(3);
  }

  @Test
  void aRefusalRaisesItOnce() {
    refused.add(name(1));
    assertThat(generation()).isEqualTo(2);
    refused.add(name(2));
    assertThat(generation()).isEqualTo(2);
  }

  @Test
  void afterADeletionARefusalRaisesItAgain() {
    refused.add(name(1));
    deleted.add(name(2));
    refused.add(name(3));
    assertThat(generation()).isEqualTo(4);
  }
}
