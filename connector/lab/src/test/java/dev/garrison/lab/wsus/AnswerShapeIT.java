package dev.garrison.lab.wsus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.lab.wsus.catalogue.Categories;
import dev.garrison.lab.wsus.contract.ComplexShape;
import dev.garrison.lab.wsus.contract.Contract;
import dev.garrison.lab.wsus.contract.Field;
import dev.garrison.lab.wsus.contract.OperationShape;
import dev.garrison.lab.wsus.operation.Operation;
import dev.garrison.lab.wsus.operation.Operations;
import dev.garrison.lab.wsus.operation.Workings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What the stand-in answers has the names and the order that the contract gives. */
@Tag("first")
final class AnswerShapeIT {
  private final Contract contract = Contract.read();
  private final RawUpdateServer wsus = RawUpdateServer.start();
  private final String update = wsus.update("10.8735");

  @AfterEach
  void stop() {
    wsus.close();
  }

  private List<Operation> carriedOut() {
    AtomicReference<Workings> workings = new AtomicReference<>();
    wsus.server().inConsole(workings::set);
    return List.copyOf(new Operations(workings.get()).all());
  }

  private String parameters(OperationShape operation) {
    StringBuilder text = new StringBuilder();
    for (Field field : operation.parameters()) {
      text.append(
          field.type().equals("UpdateRevisionId")
              ? RawUpdateServer.key(field.name(), update, 200)
              : "<%s>%s</%s>"
                  .formatted(field.name(), value(operation.name(), field), field.name()));
    }
    return text.toString();
  }

  private String value(String operation, Field field) {
    return switch (field.type()) {
      case "guid" -> guid(operation, field.name());
      case "boolean" -> "false";
      case "dateTime" ->
          field.name().startsWith("to") ? "9999-12-31T23:59:59" : "1753-01-01T00:00:00";
      case "int" -> field.name().toLowerCase(Locale.ROOT).contains("revision") ? "200" : "0";
      default ->
          switch (field.name()) {
            case "updateScopeXml" -> "&lt;UpdateScope /&gt;";
            case "computerTargetScopeXml" -> "&lt;ComputerTargetScope /&gt;";
            case "preferredCulture" -> "en";
            case "name" -> "fs01.lab.example";
            case "id", "computerId" -> computer();
            default -> "5005292";
          };
    };
  }

  private String computer() {
    return wsus.server().look(state -> state.computers().keySet().iterator().next());
  }

  private String guid(String operation, String name) {
    return switch (name) {
      case "updateId", "childUpdateId" -> update;
      case "parentServerId" -> MicrosoftClient.NOBODY;
      case "categoryId" -> Categories.DEFENDER_FOR_ENDPOINT.toString();
      case "deploymentId" ->
          wsus.server()
              .look(state ->
                  state.approvals().of(UUID.fromString(update)).getFirst().id().toString());
      case "id" ->
          operation.contains("DownstreamServer")
              ? wsus.other("wsus02").server().id().toString()
              : operation.contains("Category")
                  ? Categories.DEFENDER_FOR_ENDPOINT.toString()
                  : wsus.group("Pilot servers");
      default -> wsus.group("Pilot servers");
    };
  }

  private void compare(Element answer, String path, List<Field> fields) {
    List<String> order = fields.stream().map(Field::name).toList();
    int at = 0;
    for (Element child : SoapReply.children(answer)) {
      int found = order.subList(at, order.size()).indexOf(child.getLocalName());
      assertThat(found).as(path + "/" + child.getLocalName()).isNotNegative();
      at += found;
      Field field = fields.get(at);
      ComplexShape shape = contract.shape(field.type()).orElse(null);
      if (shape != null) {
        compare(child, path + "/" + field.name(), shape.fields());
      }
      if (!field.many()) {
        at++;
      }
    }
    for (Field field : fields) {
      if (!field.optional() && !field.many()) {
        assertThat(SoapReply.children(answer))
            .as(path)
            .extracting(Element::getLocalName)
            .contains(field.name());
      }
    }
  }

  @Test
  void everyReadAnswersWhatTheContractSays() throws Exception {
    List<String> read = new ArrayList<>();
    for (Operation operation : carriedOut()) {
      OperationShape shape = contract.operation(operation.name()).orElseThrow();
      if (!operation.write()
          && !operation.name().equals("ExecuteSPSearchEventHistory")
          && !operation.name().equals("ExecuteSPGetEulaAcceptances")) {
        SoapReply reply = wsus.done(operation.name(), parameters(shape));
        compare(reply.element(operation.name() + "Response"), operation.name(), shape.results());
        read.add(operation.name());
      }
    }
    assertThat(read).hasSizeGreaterThan(40);
    assertThat(wsus.server().calls().violations()).isEmpty();
  }

  @Test
  void tenOperationsChangeSomethingAndNoOthers() {
    assertThat(carriedOut())
        .filteredOn(Operation::write)
        .extracting(Operation::name)
        .containsExactlyInAnyOrder(
            "ExecuteSPDeployUpdate1",
            "ExecuteSPDeleteDeployment",
            "ExecuteSPDeclineUpdate",
            "ExecuteSPAcceptEula",
            "ExecuteSPCreateTargetGroup1",
            "ExecuteSPDeleteTargetGroup",
            "ExecuteSPAddComputerToTargetGroupAllowMultipleGroups",
            "ExecuteSPRemoveComputerFromTargetGroup",
            "SetSubscription",
            "StartSubscriptionManually");
  }

  @Test
  void theContractHasAllOperations() {
    assertThat(contract.operations()).hasSize(172);
    assertThat(contract.shapes()).hasSize(45);
  }
}
