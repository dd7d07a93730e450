package dev.garrison.survey.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.fleet.antivirus.AntivirusProducts;
import dev.garrison.json.Json;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.adminservice.FakeAdminService;
import dev.garrison.mecm.clientoperation.CMPivot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A site in memory whose clients answer what a test gives them to say. */
final class PivotSite {
  static final String START = "v1.0/RunCMPivot";
  static final String RESULT = "v1.0/CMPivotResult";

  final FakeAdminService service = new FakeAdminService();

  static final AntivirusProducts PRODUCTS = AntivirusProducts.with(List.of());

  /** Every query that was sent, in the order of asking. */
  final List<String> queries = new ArrayList<>();

  /** What has come so far, by question; of what is missing nothing has. */
  final Map<Question, ObjectNode> answers = new EnumMap<>(Question.class);

  private final Map<Long, Question> operations = new HashMap<>();

  PivotSite() {
    service.method(
        START,
        (_, arguments) -> {
          String query = arguments.path("InputQuery").asText();
          queries.add(query);
          operations.put((long) queries.size(), asked(query));
          return FakeAdminService.object("OperationId", queries.size());
        });
    service.method(
        RESULT,
        (_, arguments) ->
            answers.getOrDefault(
                operations.get(arguments.path("OperationId").asLong()), FakeAdminService.object()));
  }

  private static Question asked(String query) {
    for (Question question : Question.values()) {
      if (query.equals(question.query(PRODUCTS))
          || question.simpler().filter(query::equals).isPresent()) {
        return question;
      }
    }
    throw new IllegalStateException("nobody asks " + query);
  }

  CMPivot pivot() {
    return new CMPivot(service, service, new Json());
  }

  /** A device's rows to one question. */
  void says(Question question, ObjectNode... rows) {
    answers.put(question, FakeAdminService.object("value", List.of(rows)));
  }

  /** A server that is onboarded to a tenant and whose sensor runs. */
  void onboarded(String device, String tenant) {
    says(
        Question.SENSOR,
        FakeAdminService.object("Device", device, "Property", "OnboardingState", "Value", "1"),
        FakeAdminService.object("Device", device, "Property", "OrgId", "Value", tenant));
    says(
        Question.SERVICES,
        FakeAdminService.object(
            "Device", device, "Name", "Sense", "State", "Running", "StartMode", "Auto"),
        FakeAdminService.object(
            "Device", device, "Name", "WinDefend", "State", "Stopped", "StartMode", "Disabled"));
  }

  void refuses(FailureKind kind, int status) {
    service.fail("ask", START, kind, status, "the query is not understood");
  }
}
