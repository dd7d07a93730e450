package dev.garrison.lab.adminservice.script;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.provider.SiteContext;
import dev.garrison.lab.adminservice.rights.GrantedRights;
import dev.garrison.lab.adminservice.rights.Right;
import dev.garrison.lab.adminservice.rights.Secured;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The class SMS_Scripts: scripts of a site, and the rules for creating and approving them. */
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "MicrosoftDocs/memdocs, memdocs/configmgr/apps/deploy-use/create-deploy-scripts.md",
    says =
        "By default, authors can't approve their own scripts; an edited script waits"
            + " for approval again; several scripts can have the same name. Creating requires"
            + " Create, editing Modify, approving Approve and Modify on SMS Scripts.")
@KnownFrom(
    mark = Mark.RECORDED,
    source = "azitc-ac/SCCM-RightClickTools, AZITC-Toolkit",
    says =
        "ScriptHash is the SHA-256 of the script's bytes in upper case; Script is lazy; approving one's own answers 500 while the hierarchy wants another approver.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "azitc-ac/SCCM-RightClickTools, AZITC-Toolkit",
    says =
        "A GUID that is taken or not in upper case, a script that is no base64 and one that is not PowerShell are refused by the provider; an ApprovalState that a creation brings along is passed over.")
public final class ScriptLibrary implements ProviderClass {
  private static final String GUID = "[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}";
  private static final List<String> LAZY =
      List.of("Script", "ParamsDefinition", "ParameterlistXML");
  private static final String SOMEBODY = "LAB\\approver";

  private final SiteContext context;
  private final GrantedRights rights;
  private final Map<String, StoredScript> scripts = new TreeMap<>();
  private boolean twoPeople = true;

  /** Creates a site without scripts, on which an author needs another approver. */
  public ScriptLibrary(SiteContext context, GrantedRights rights) {
    this.context = context;
    this.rights = rights;
  }

  @Override
  public String name() {
    return "SMS_Scripts";
  }

  @Override
  public Provenance provenance() {
    return Provenance.recorded("azitc-ac/SCCM-RightClickTools, AZITC-Toolkit");
  }

  @Override
  public Stream<ObjectNode> rows() {
    return scripts.values().stream().map(StoredScript::row).toList().stream();
  }

  @Override
  public ObjectNode call(String method, ObjectNode parameters) {
    demand(Right.CREATE);
    String guid = parameters.path("ScriptGuid").asText();
    if (!guid.matches(GUID)) {
      throw Refusal.byProvider("'" + guid + "' is not a GUID in upper case");
    }
    if (find(guid).isPresent()) {
      throw Refusal.byProvider("there is a script " + guid);
    }
    if (parameters.path("ScriptType").asInt() != 0) {
      throw Refusal.byProvider("the lab's clients run PowerShell only");
    }
    scripts.put(
        guid,
        new StoredScript(
            guid,
            parameters.path("ScriptName").asText(),
            parameters.path("Author").asText(),
            context.user(),
            checked(parameters.path("Script").asText()),
            StoredScript.WAITING,
            "",
            "",
            context.timeline().now()));
    return Rows.success();
  }

  private static String checked(String base64) {
    try {
      return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException e) {
      throw Refusal.byProvider("Script is no base64");
    }
  }

  @Override
  public ObjectNode invoke(String method, ObjectNode existing, ObjectNode parameters) {
    StoredScript script = find(existing.path("ScriptGuid").asText()).orElseThrow();
    return method.equals("UpdateScript") ? edit(script, parameters) : decide(script, parameters);
  }

  private ObjectNode edit(StoredScript script, ObjectNode parameters) {
    demand(Right.MODIFY);
    keep(
        script.edited(
            parameters.path("ScriptName").asText(),
            checked(parameters.path("Script").asText()),
            context.timeline().now()));
    return Rows.success();
  }

  private ObjectNode decide(StoredScript script, ObjectNode parameters) {
    demand(Right.APPROVE);
    demand(Right.MODIFY);
    int state =
        switch (parameters.path("ApprovalState").asText()) {
          case "1" -> StoredScript.DENIED;
          case "3" -> StoredScript.APPROVED;
          default -> throw Refusal.byProvider("a script is approved (3) or denied (1)");
        };
    if (twoPeople && script.creator().equals(context.user())) {
      throw Refusal.byProvider("the author of a script may not approve it (TwoKeyApproval)");
    }
    keep(
        script.decided(
            state,
            parameters.path("Approver").asText(),
            parameters.path("Comment").asText(),
            context.timeline().now()));
    return Rows.success();
  }

  /** Rows that the route v1.0 lists, without the texts of scripts. */
  List<ObjectNode> listed() {
    if (!rights.grant(Secured.SCRIPT, Right.READ)) {
      return List.of();
    }
    List<ObjectNode> rows = rows().toList();
    rows.forEach(row -> row.remove(LAZY));
    return rows;
  }

  @Override
  public void delete(ObjectNode existing) {
    find(existing.path("ScriptGuid").asText()).map(StoredScript::guid).ifPresent(scripts::remove);
  }

  private void demand(Right right) {
    if (!rights.grant(Secured.SCRIPT, right)) {
      throw Refusal.forbidden();
    }
  }

  private void keep(StoredScript script) {
    scripts.put(script.guid(), script);
  }

  Optional<StoredScript> find(String guid) {
    return scripts.values().stream()
        .filter(script -> script.guid().equalsIgnoreCase(guid))
        .findFirst();
  }

  /** Sets whether authors need another approver, as in Hierarchy Settings. */
  public void wantsAnotherApprover(boolean wanted) {
    twoPeople = wanted;
  }

  /** Approves every script of this name in the console, as another person. */
  public void approve(String name) {
    decide(name, StoredScript.APPROVED);
  }

  /** Denies every script of this name in the console, as another person. */
  public void deny(String name) {
    decide(name, StoredScript.DENIED);
  }

  private void decide(String name, int state) {
    named(name)
        .forEach(script -> keep(script.decided(state, SOMEBODY, "", context.timeline().now())));
  }

  /** Gives every script of this name another text and approves it, as another person. */
  public void replaceText(String name, String text) {
    named(name)
        .forEach(script ->
            keep(
                script
                    .edited(name, StoredScript.base64(text), context.timeline().now())
                    .decided(StoredScript.APPROVED, SOMEBODY, "", context.timeline().now())));
  }

  /** Deletes every script of this name, as another person does in the console. */
  public void remove(String name) {
    scripts.values().removeIf(script -> script.name().equals(name));
  }

  /** Adds a script that another person created and had approved in the console. */
  public void add(String guid, String name, String text) {
    keep(
        new StoredScript(
            guid,
            name,
            SOMEBODY,
            SOMEBODY,
            StoredScript.base64(text),
            StoredScript.APPROVED,
            SOMEBODY,
            "",
            context.timeline().now()));
  }

  private Stream<StoredScript> named(String name) {
    return Arrays.stream(scripts.values().toArray(StoredScript[]::new))
        .filter(script -> script.name().equals(name));
  }
}
