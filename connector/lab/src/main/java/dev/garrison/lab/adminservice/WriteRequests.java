package dev.garrison.lab.adminservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.odata.ResourcePath;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.schema.ActionTable;
import dev.garrison.lab.adminservice.schema.ClassTable;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.http.Answer;
import java.util.Map;

/** Handles POST, PUT, and DELETE requests, and method calls by POST or GET. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "dustinestes/MECM_Toolkit, Administration Service",
    says = "A create answers 201 with the whole object at top level, a delete 204 without a body.")
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "garrettfoster13/sccmhunter, lib/scripts/pivot.py",
    says = "A method answers 201, even to GET; GET works for static methods without in-parameters.")
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "joshburkard/MECMAdminService, Code",
    says = "PUT answers 200 on builds below 9128 and 204 from there on: public code accepts both.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "microsoft/configmgr-hub, samples/CommonFunctions.ps1",
    says = "A wrong method name or wrong parameters answer 404.")
final class WriteRequests {
  private static final int REPLACE_IS_SILENT_SINCE = 9128;
  private final Provider provider;
  private final JsonText json;
  private final BodyCheck check;
  private final int build;

  WriteRequests(Provider provider, JsonText json, int build) {
    this.provider = provider;
    this.json = json;
    this.check = new BodyCheck(provider.schema());
    this.build = build;
  }

  /** Creates an object, and answers 201 with it at top level, including its key. */
  Answer create(Request request, ResourcePath.EntitySet set) {
    ClassTable table = provider.schema().require(set.type());
    ObjectNode body = provider.spelling().object(json.object(request));
    ObjectNode row =
        provider.alone(() -> {
          ProviderClass behaviour = provider.behaviour(set.type());
          ObjectNode checked = check.create(table, body);
          provider.refuseLocked(checked);
          return behaviour.create(checked);
        });
    return entity(201, request, table, row);
  }

  /** Posts a body to an existing object. */
  Answer postTo(Request request, ResourcePath.Keyed path) {
    ClassTable table = provider.schema().require(path.type());
    ObjectNode body = provider.spelling().object(json.object(request));
    ObjectNode row =
        provider.alone(() -> {
          ObjectNode existing = provider.find(table, path.key());
          ObjectNode checked = check.create(table, body);
          provider.refuseLocked(existing);
          return provider.behaviour(path.type()).postTo(existing, checked);
        });
    return entity(201, request, table, row);
  }

  /**
   * Replaces an object (PUT). Public code accepts 200 and 204, so older builds answer 200 here and
   * newer ones 204.
   */
  Answer replace(Request request, ResourcePath.Keyed path) {
    ClassTable table = provider.schema().require(path.type());
    ObjectNode body = provider.spelling().object(json.object(request));
    ObjectNode row =
        provider.alone(() -> {
          ObjectNode existing = provider.replaced(table, path.key());
          ObjectNode checked = check.replace(table, existing, body);
          provider.refuseLocked(existing);
          return provider.behaviour(path.type()).replace(existing, checked);
        });
    return build >= REPLACE_IS_SILENT_SINCE ? Answer.empty(204) : entity(200, request, table, row);
  }

  Answer delete(ResourcePath.Keyed path) {
    ClassTable table = provider.schema().require(path.type());
    provider.alone(() -> {
      ObjectNode existing = provider.find(table, path.key());
      provider.refuseLocked(existing);
      provider.behaviour(path.type()).delete(existing);
      return existing;
    });
    return Answer.empty(204);
  }

  Answer invoke(Request request, ResourcePath.BoundMethod path) {
    ClassTable table = provider.schema().require(path.type());
    ActionTable action = method(table, path.method(), true);
    ObjectNode parameters =
        check.parameters(action, provider.spelling().within(json.object(request)));
    return result(
        request,
        provider.alone(() -> {
          ObjectNode existing = provider.find(table, path.key());
          provider.refuseLocked(existing);
          return provider.behaviour(path.type()).invoke(action.name(), existing, parameters);
        }));
  }

  /**
   * Calls a method of a class. GET works for methods without in-parameters, and is answered 201
   * too.
   */
  Answer call(Request request, ResourcePath.StaticMethod path) {
    ClassTable table =
        provider
            .schema()
            .find(path.type())
            .orElseThrow(() ->
                Refusal.notFound("Resource not found for the segment '" + path.type() + "'."));
    ActionTable action = method(table, path.method(), false);
    boolean get = request.method().equals("GET");
    if (get && !action.parameters().isEmpty()) {
      throw Refusal.notFound(
          "No HTTP resource takes GET at " + path.type() + "." + path.method() + ".");
    }
    ObjectNode body =
        get
            ? JsonNodeFactory.instance.objectNode()
            : provider.spelling().within(json.object(request));
    ObjectNode parameters = check.parameters(action, body);
    return result(
        request,
        provider.alone(() -> provider.behaviour(path.type()).call(action.name(), parameters)));
  }

  private static ActionTable method(ClassTable table, String name, boolean bound) {
    return table
        .method(name, bound)
        .orElseThrow(() ->
            Refusal.notFound(
                "No HTTP resource was found that matches the request: "
                    + table.name()
                    + " has no method "
                    + name
                    + "."));
  }

  private Answer result(Request request, ObjectNode out) {
    Rows answer = Rows.row().set("@odata.context", request.base() + "/wmi/$metadata#__PARAMETERS");
    for (Map.Entry<String, JsonNode> entry : out.properties()) {
      answer.set(entry.getKey(), entry.getValue());
    }
    return Answer.text(201, Answer.JSON, json.text(answer.done()));
  }

  private Answer entity(int status, Request request, ClassTable table, ObjectNode row) {
    Rows answer =
        Rows.row()
            .set("@odata.context", request.base() + "/wmi/$metadata#" + table.name() + "/$entity");
    ObjectNode spelled = provider.spelling().object(new RowShape(table, "LAB").whole(row));
    for (Map.Entry<String, JsonNode> entry : spelled.properties()) {
      answer.set(entry.getKey(), entry.getValue());
    }
    return Answer.text(status, Answer.JSON, json.text(answer.done()));
  }
}
