package dev.garrison.lab.adminservice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.pivot.PivotOperations;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.script.ScriptRuns;
import dev.garrison.lab.http.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests to the v1.0 route, of which the lab has CMPivot, Run Scripts, and some reads. */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "MicrosoftDocs/memdocs, memdocs/configmgr/develop/adminservice/usage.md",
    says =
        "v1.0/Device(id)/AdminService.RunCMPivot starts a CMPivot job, AdminService.CMPivotResult(OperationId=n) reads it.")
@KnownFrom(
    mark = Mark.RECORDED,
    source = "azitc-ac/SCCM-RightClickTools, AZITC-Toolkit",
    says = "Actions of v1.0 answer 400 to a property that they do not know, and 200 to a call.")
@KnownFrom(
    mark = Mark.RECORDED,
    source = "azitc-ac/SCCM-RightClickTools, AZITC-Toolkit",
    says = "v1.0/Script lists scripts, without their texts; the lab filters them only by name.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "docs.oasis-open.org/odata/odata-csdl-xml/v4.01",
    says =
        "v1.0/$metadata lists these actions as bound to Device and to Collection;"
            + " RunScript only to Device.")
final class ModelledRequests {
  static final String ROUTE = "/v1.0";
  private static final String QUESTION = "InputQuery";
  private static final Pattern TARGET =
      Pattern.compile(
          "(?i)/(?:Device\\(([0-9]{1,12})\\)|Collections\\('([A-Za-z0-9]{1,8})'\\))/(.*)");
  private static final Pattern RESULT =
      Pattern.compile("(?i)AdminService\\.CMPivotResult\\(OperationId=([0-9]{1,12})\\)");
  private static final String RUN = "AdminService.RunCMPivot";
  private static final String SCRIPT = "ScriptGuid";
  private static final String SCRIPTS = "/Script";
  private static final Pattern NAMED = Pattern.compile("(?:[$]filter=ScriptName eq '([^']*)')?");
  private static final String RUN_SCRIPT = "AdminService.RunScript";
  private static final Pattern SCRIPT_RESULT =
      Pattern.compile("(?i)AdminService\\.ScriptResult\\(OperationId=([0-9]{1,12})\\)");
  private static final String METADATA =
      """
      <?xml version="1.0" encoding="utf-8"?>
      <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
      <Schema Namespace="AdminService" xmlns="http://docs.oasis-open.org/odata/ns/edm">
      <EntityType Name="Device"><Key><PropertyRef Name="MachineId"/></Key>
      <Property Name="MachineId" Type="Edm.Int64"/><Property Name="Name" Type="Edm.String"/></EntityType>
      <EntityType Name="Collection"><Key><PropertyRef Name="CollectionID"/></Key>
      <Property Name="CollectionID" Type="Edm.String"/></EntityType>
      <Action Name="RunCMPivot" IsBound="true"><Parameter Name="bindingParameter" Type="AdminService.Device"/>
      <Parameter Name="InputQuery" Type="Edm.String"/></Action>
      <Action Name="RunCMPivot" IsBound="true"><Parameter Name="bindingParameter" Type="AdminService.Collection"/>
      <Parameter Name="InputQuery" Type="Edm.String"/></Action>
      <Action Name="RunScript" IsBound="true"><Parameter Name="bindingParameter" Type="AdminService.Device"/>
      <Parameter Name="ScriptGuid" Type="Edm.String"/></Action>
      <EntityType Name="Application"><Key><PropertyRef Name="CIGUID"/></Key>
      <Property Name="CIGUID" Type="Edm.String"/></EntityType>
      <EntityContainer Name="Container"><EntitySet Name="Device" EntityType="AdminService.Device"/>
      <EntitySet Name="Application" EntityType="AdminService.Application"/>
      <EntitySet Name="Collection" EntityType="AdminService.Collection"/>
      <EntitySet Name="Collections" EntityType="AdminService.Collection"/></EntityContainer>
      </Schema></edmx:DataServices></edmx:Edmx>
      """;

  private final Provider provider;
  private final JsonText json;
  private final PivotOperations pivot;
  private final ScriptRuns scripts;
  private final ModelledReads reads;

  ModelledRequests(
      Provider provider,
      JsonText json,
      boolean lenient,
      PivotOperations pivot,
      ScriptRuns scripts) {
    this.reads = new ModelledReads(provider, json, lenient);
    this.provider = provider;
    this.json = json;
    this.pivot = pivot;
    this.scripts = scripts;
  }

  Answer answer(Request request) {
    String path = decode(request.path().substring(ROUTE.length()));
    if (path.equalsIgnoreCase("/$metadata") && request.method().equals("GET")) {
      return Answer.text(200, "application/xml", METADATA);
    }
    Optional<ObjectNode> read =
        request.method().equals("GET") ? reads.read(request.query(), path) : Optional.empty();
    if (read.isPresent()) {
      return ok(request, read.get());
    }
    if (request.method().equals("GET") && path.matches("(?i)" + SCRIPTS + "(/[^/]+)?")) {
      return scripts(request, path.substring(SCRIPTS.length()));
    }
    Matcher target = TARGET.matcher(path);
    if (!target.matches()) {
      throw missing(request);
    }
    if (request.method().equals("POST") && target.group(3).equalsIgnoreCase(RUN)) {
      return started(request, target);
    }
    if (target.group(1) != null) {
      Optional<Answer> script = ofDevice(request, Long.parseLong(target.group(1)), target.group(3));
      if (script.isPresent()) {
        return script.get();
      }
    }
    Matcher result = RESULT.matcher(target.group(3));
    if (request.method().equals("GET") && result.matches()) {
      long id = Long.parseLong(result.group(1));
      return ok(
          request,
          provider.alone(() ->
              target.group(1) == null
                  ? pivot.resultOfCollection(target.group(2), id)
                  : pivot.resultOfDevice(Long.parseLong(target.group(1)), id)));
    }
    throw missing(request);
  }

  /** Answers with the scripts of the site: all, those of one name, or one. */
  private Answer scripts(Request request, String rest) {
    List<ObjectNode> all = provider.alone(scripts::scripts);
    if (rest.startsWith("/")) {
      return all.stream()
          .filter(row -> row.path(SCRIPT).asText().equalsIgnoreCase(rest.substring(1)))
          .findFirst()
          .map(row -> ok(request, row))
          .orElseThrow(() -> missing(request));
    }
    Matcher name = NAMED.matcher(decode(Objects.requireNonNullElse(request.query(), "")));
    if (!rest.isEmpty() || !name.matches()) {
      throw Refusal.badRequest("The lab filters scripts by ScriptName eq 'x' alone.");
    }
    ObjectNode answer = json.mapper().createObjectNode();
    all.stream()
        .filter(
            row -> name.group(1) == null || row.path("ScriptName").asText().equals(name.group(1)))
        .forEach(answer.putArray("value")::add);
    return ok(request, answer);
  }

  /** Answers script requests for a device; empty for other requests. */
  private Optional<Answer> ofDevice(Request request, long device, String member) {
    if (request.method().equals("POST") && member.equalsIgnoreCase(RUN_SCRIPT)) {
      String guid = only(request, SCRIPT);
      ObjectNode answer =
          provider.alone(
              () -> json.mapper().createObjectNode().put("value", scripts.run(device, guid)));
      return Optional.of(ok(request, answer));
    }
    Matcher result = SCRIPT_RESULT.matcher(member);
    if (request.method().equals("GET") && result.matches()) {
      long id = Long.parseLong(result.group(1));
      return Optional.of(ok(request, provider.alone(() -> scripts.result(device, id))));
    }
    return Optional.empty();
  }

  /** Value of the only property that an action accepts. */
  private String only(Request request, String property) {
    ObjectNode body = json.object(request);
    List<String> names = body.properties().stream().map(entry -> entry.getKey()).toList();
    if (!names.equals(List.of(property)) || !body.path(property).isTextual()) {
      throw Refusal.badRequest("The action takes " + property + " and nothing else.");
    }
    return body.path(property).textValue();
  }

  private Answer started(Request request, Matcher target) {
    String query = only(request, QUESTION);
    return ok(
        request,
        provider.alone(() ->
            target.group(1) == null
                ? pivot.askCollection(target.group(2), query)
                : pivot.askDevice(Long.parseLong(target.group(1)), query)));
  }

  private Answer ok(Request request, ObjectNode answer) {
    ObjectNode whole = json.mapper().createObjectNode();
    whole.put("@odata.context", request.base() + ROUTE + "/$metadata");
    whole.setAll(answer);
    return Answer.text(200, Answer.JSON, json.text(whole));
  }

  private static String decode(String raw) {
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.badRequest("The path '" + raw + "' is not valid.");
    }
  }

  private static Refusal missing(Request request) {
    return Refusal.notFound(
        "No HTTP resource was found that takes %s at %s."
            .formatted(request.method(), request.path()));
  }
}
