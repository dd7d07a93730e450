package dev.garrison.mecm.placement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.plan.PlannedChange;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Security scopes through the whole engine on the stand-in site. */
@Tag("first")
final class ScopeMembershipResourceIT {
  private static final Address ADDRESS = ScopeMembership.address(Placed.APPLICATION);
  private static final String DEFAULT = "SMS00UNA";

  private Placed placed = new Placed("2509");

  private void use(String site) {
    placed.close();
    placed = new Placed(site);
  }

  @AfterEach
  void close() {
    placed.close();
  }

  private static List<Wanted<?>> scoped(String... scopes) {
    List<Wanted<?>> wanted = new ArrayList<>(Placed.objects());
    wanted.add(Wanted.present(ADDRESS, new ScopeMembership(Placed.APPLICATION, Set.of(scopes))));
    return wanted;
  }

  private void give(String scopeId) {
    ObjectNode arguments = new Json().object();
    arguments.putArray("ObjectIDs").add(Placed.MODEL_NAME);
    arguments.putArray("ObjectTypeIDs").add(31);
    arguments.putArray("CategoryIDs").add(scopeId);
    placed
        .site()
        .service()
        .invokeStatic("SMS_SecuredCategoryMembership", "AddMemberships", arguments);
  }

  private List<String> scopeIds() {
    return placed.site().service().list(ODataQuery.of("SMS_SecuredCategoryMembership")).stream()
        .filter(row -> new Row(row).text("ObjectKey").equals(Placed.MODEL_NAME))
        .map(row -> new Row(row).text("CategoryID"))
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2107-rollup", "2509"})
  void aNewApplicationGetsItsScopesInTheSecondRun(String site) {
    use(site);
    assertThat(placed.apply(placed.plan(scoped("Servers"))).results())
        .containsEntry(ADDRESS, new StepResult.Waiting("Servers after the application is created"));
    placed.converge(scoped("Servers"));
    assertThat(placed.plan(scoped("Servers")).plan().converged()).isTrue();
    assertThat(placed.site().lab().dump()).contains("scope: Servers");
  }

  @Test
  void scopesOfOthersStay() {
    placed.converge(Placed.objects());
    give(DEFAULT);
    PlannedChange change = placed.change(scoped("Servers"), ADDRESS);
    assertThat(change.differences())
        .containsExactly(
            new Difference("scopes{Servers}", Optional.empty(), Optional.of("present")));
    placed.converge(scoped("Servers"));
    assertThat(scopeIds()).containsExactly("PS100001", DEFAULT);
  }

  @Test
  void aScopeThatTheApplicationHasAlreadyNeedsNothing() {
    placed.converge(Placed.objects());
    give(DEFAULT);
    assertThat(placed.action(scoped("Default"), ADDRESS)).isEqualTo(Action.NO_OP);
  }

  @Test
  void scopesAreNeverTakenAway() {
    placed.converge(Placed.objects());
    give(DEFAULT);
    List<Wanted<?>> wanted = new ArrayList<>(Placed.objects());
    wanted.add(new Wanted<>(ADDRESS, new Desired.Absent<ScopeMembership>("taken back")));
    PlannedChange change = placed.change(wanted, ADDRESS);
    assertThat(change.action()).isEqualTo(Action.NO_OP);
    assertThat(change.summary()).isEqualTo("security scopes stay unchanged");
  }

  @Test
  void aScopeThatWentAwayMeanwhileIsRefusedByName() {
    placed.converge(Placed.objects());
    StepResult result = placed.apply(placed.plan(scoped("Gone"))).results().get(ADDRESS);
    assertThat(result).isInstanceOf(StepResult.Failed.class);
    assertThat(String.valueOf(result)).contains("The site has no security scope named \"Gone\".");
  }

  @Test
  void anEmptyPlanReadsScopesAndMembershipsOnceEach() {
    placed.converge(Placed.objects());
    give(DEFAULT);
    placed.plan(scoped("Default"));
    placed.site().lab().requests().reset();
    placed.plan(Placed.objects());
    int base = placed.site().lab().requests().count();
    placed.site().lab().requests().reset();
    placed.plan(scoped("Default"));
    assertThat(placed.site().lab().requests().count() - base).isEqualTo(2);
  }
}
