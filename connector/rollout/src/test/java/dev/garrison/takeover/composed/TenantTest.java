package dev.garrison.takeover.composed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.takeover.draft.DraftValue;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which tenant a manifest gets where detection rules and inventory disagree. */
final class TenantTest {
  private final SeenSites sites = new SeenSites();

  private Optional<DraftValue<String>> tenant(String... detected) {
    return Tenant.of(sites.site(), new TreeSet<>(List.of(detected)));
  }

  @Test
  void nobodyTellsIt() {
    assertThat(tenant()).isEmpty();
  }

  @Test
  void theOneThatIsDetectedNeedsNoWord() {
    sites.tenants.put("a", 5L);
    assertThat(tenant("a")).contains(DraftValue.plainly("a"));
    sites.tenants.clear();
    assertThat(tenant("a")).contains(DraftValue.plainly("a"));
  }

  @Test
  void theOneThatIsDetectedCountsThoughInventoryShowsAnother() {
    sites.tenants.put("a", 2L);
    sites.tenants.put("b", 7L);
    assertThat(tenant("a"))
        .contains(
            new DraftValue<>(
                "a",
                List.of(
                    "As detection rules name it.",
                    "Inventory: 7 onboarded to b.",
                    "Inventory: 2 onboarded to a.")));
  }

  @Test
  void ofSeveralThatAreDetectedTheMostFrequentCounts() {
    sites.tenants.put("b", 2L);
    sites.tenants.put("c", 3L);
    sites.tenants.put("d", 9L);
    assertThat(tenant("a", "b", "c"))
        .contains(
            new DraftValue<>(
                "c",
                List.of(
                    "Several tenants are named by detection rules: a, b, c. Choose.",
                    "Inventory: 9 onboarded to d.",
                    "Inventory: 3 onboarded to c.",
                    "Inventory: 2 onboarded to b.")));
  }

  @Test
  void ofSeveralOfWhichNoneIsInventoriedTheFirstCounts() {
    assertThat(tenant("b", "a").orElseThrow().value()).isEqualTo("a");
  }

  @Test
  void inventoryTellsItWhereNoRuleDoes() {
    sites.tenants.put("a", 4L);
    assertThat(tenant())
        .contains(
            new DraftValue<>(
                "a",
                List.of(
                    "From hardware inventory: no detection rule names a tenant.",
                    "Inventory: 4 onboarded to a.")));
    sites.tenants.put("b", 5L);
    assertThat(tenant())
        .contains(
            new DraftValue<>(
                "b",
                List.of(
                    "From hardware inventory, which shows several tenants. Choose.",
                    "Inventory: 5 onboarded to b.",
                    "Inventory: 4 onboarded to a.")));
  }
}
