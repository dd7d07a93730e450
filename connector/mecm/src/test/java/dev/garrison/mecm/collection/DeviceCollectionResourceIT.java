package dev.garrison.mecm.collection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.digest.Sha256;
import dev.garrison.engine.apply.Applier;
import dev.garrison.engine.apply.ApplyListener;
import dev.garrison.engine.apply.ApplyReport;
import dev.garrison.engine.apply.Journal;
import dev.garrison.engine.apply.StepResult;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Difference;
import dev.garrison.engine.plan.Allowances;
import dev.garrison.engine.plan.Intent;
import dev.garrison.engine.plan.Plan;
import dev.garrison.engine.plan.Planned;
import dev.garrison.engine.plan.Planner;
import dev.garrison.engine.plan.ResourceTypes;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.StateForm;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.mecm.StandInSite;
import dev.garrison.mecm.collection.DeviceCollection.DirectRule;
import dev.garrison.mecm.collection.DeviceCollection.QueryRule;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One kind of object through the whole engine, against the stand-in site. */
@Tag("first")
final class DeviceCollectionResourceIT {
  private static final Mark MARK = new Mark("contoso-prod");
  private static final String QUERY =
      "select SMS_R_System.ResourceID, SMS_R_System.ResourceType, SMS_R_System.Name,"
          + " SMS_R_System.SMSUniqueIdentifier, SMS_R_System.ResourceDomainORWorkgroup, SMS_R_System.Client"
          + " from SMS_R_System where SMS_R_System.Name like \"WEB%\"";

  /** The number that every stand-in site gives to its first device. */
  private static final long FIRST_DEVICE = 16777219;

  private StandInSite site = new StandInSite("2207");

  private void use(String name) {
    site.close();
    site = new StandInSite(name);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private static DeviceCollection collection(
      String name, Set<QueryRule> queries, Set<String> excludes) {
    return new DeviceCollection(
        name,
        MARK.after("Made by Garrison."),
        "All Servers",
        queries,
        Set.of("Pilot servers"),
        excludes,
        Set.of(),
        DeviceCollection.PERIODIC);
  }

  private static Wanted<DeviceCollection> pilot(String query) {
    DeviceCollection state = collection("MDE pilot", Set.of(new QueryRule("web", query)), Set.of());
    return Wanted.present(DeviceCollection.address("MDE pilot"), state);
  }

  private Planned plan(Wanted<?>... wanted) {
    Intent intent =
        new Intent(
            "contoso-prod",
            Sha256.of(""),
            "site PS1",
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            StandInSite.START,
            Optional.empty(),
            List.of(wanted),
            List.of());
    return new Planner(
            new ResourceTypes(
                List.of(new DeviceCollectionResource(site.service(), new Json(), MARK))))
        .plan(intent, Allowances.NONE);
  }

  private ApplyReport apply(Planned planned) {
    return new Applier(new NoJournal(), ApplyListener.silent()).apply(planned);
  }

  private static final class NoJournal implements Journal {
    @Override
    public <S extends Record> void before(
        Address address, Action action, StateForm<S> form, Observation<S> seen) {
      // These tests look at the site.
    }

    @Override
    public <S extends Record> void after(
        Address address, Action action, StepResult result, StateForm<S> form, Observation<S> seen) {
      // These tests look at the site.
    }

    @Override
    public String head() {
      return "";
    }
  }

  private static Action only(Plan plan) {
    assertThat(plan.changes()).hasSize(1);
    return plan.changes().getFirst().action();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2107-rollup", "2207", "2509"})
  void aCollectionIsCreatedReadBackAndThenNeedsNothing(String name) {
    use(name);
    assertThat(apply(plan(pilot(QUERY))).complete()).isTrue();
    assertThat(only(plan(pilot(QUERY)).plan())).isEqualTo(Action.NO_OP);
  }

  @Test
  void aChangedQueryIsOneUpdateThatReadsBack() {
    apply(plan(pilot(QUERY)));
    String other = QUERY.replace("WEB%", "APP%");
    Planned planned = plan(pilot(other));
    assertThat(only(planned.plan())).isEqualTo(Action.UPDATE);
    assertThat(apply(planned).complete()).isTrue();
    assertThat(plan(pilot(other)).plan().converged()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2107-rollup", "2509"})
  void aDirectMemberIsCreatedAndReadBack(String name) {
    use(name);
    Wanted<DeviceCollection> wanted = single(new DirectRule("SRV", FIRST_DEVICE));
    assertThat(apply(plan(wanted)).complete()).isTrue();
    assertThat(only(plan(wanted).plan())).isEqualTo(Action.NO_OP);
  }

  @Test
  void aDeviceThatSomebodyAddedByHandIsShownAndTakenOut() {
    apply(plan(pilot(QUERY)));
    Wanted<DeviceCollection> before = pilot(QUERY);
    addByHand("MDE pilot", "SRV", FIRST_DEVICE);
    Planned planned = plan(before);
    assertThat(planned.plan().changes().getFirst().differences())
        .containsExactly(
            new Difference(
                "members{name=SRV, resourceId=16777219}",
                Optional.of("present"),
                Optional.empty()));
    assertThat(apply(planned).complete()).isTrue();
    assertThat(plan(before).plan().converged()).isTrue();
  }

  private static Wanted<DeviceCollection> single(DirectRule member) {
    DeviceCollection state =
        new DeviceCollection(
            "MDE one",
            MARK.after("One server."),
            "All Servers",
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(member),
            DeviceCollection.PERIODIC);
    return Wanted.present(DeviceCollection.address("MDE one"), state);
  }

  private void addByHand(String collection, String rule, long resourceId) {
    Json json = new Json();
    List<String> ids = new ArrayList<>();
    site.service()
        .query(
            ODataQuery.of("SMS_Collection")
                .keys("CollectionID")
                .where(ODataFilter.equal("Name", collection)),
            row -> ids.add(row.path("CollectionID").textValue()));
    ObjectNode body = json.object();
    body.set(
        "collectionRule",
        json.object()
            .put("@odata.type", "#AdminService.SMS_CollectionRuleDirect")
            .put("RuleName", rule)
            .put("ResourceClassName", "SMS_R_System")
            .put("ResourceID", resourceId));
    site.service()
        .invoke("SMS_Collection", ObjectKey.of(ids.getFirst()), "AddMembershipRule", body);
  }

  @Test
  void onAVersionThatCannotChangeRulesAChangedQueryIsAManualStep() {
    use("2107-rollup");
    apply(plan(pilot(QUERY)));
    Plan plan = plan(pilot(QUERY.replace("WEB%", "APP%"))).plan();
    assertThat(only(plan)).isEqualTo(Action.MANUAL);
    assertThat(plan.changes().getFirst().step().orElseThrow().console())
        .isEqualTo(
            "Assets and Compliance > Device Collections > MDE pilot > Properties > Membership Rules");
  }

  @Test
  void anEmptyPlanCostsOneListAndOneKeyedReadPerCollectionOfOurs() {
    apply(plan(pilot(QUERY)));
    site.service().capabilities();
    site.lab().requests().reset();
    plan(pilot(QUERY));
    assertThat(site.lab().requests().count()).isEqualTo(2);
  }
}
