package dev.garrison.mecm.script;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.json.Json;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.adminservice.ModelledService;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Run Scripts over the administration service. A client that is online runs an approved script as
 * SYSTEM; one that is offline runs it if it is online again within an hour. Only clients of the
 * connected site are reached. Every failure is a {@link
 * dev.garrison.mecm.adminservice.AdminServiceException}.
 *
 * <p>Creation, approval and running of scripts follow Microsoft's samples (microsoft/configmgr-hub,
 * samples/CommonFunctions.ps1); the form of results was recorded on a site of version 2509
 * (azitc-ac/SCCM-RightClickTools).
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/apps/deploy-use/create-deploy-scripts">Create
 *     and run scripts</a>
 */
public final class RunScripts {
  private static final String SCRIPTS = "SMS_Scripts";
  private static final String CREATE = "CreateScripts";
  private static final String APPROVE = "UpdateApprovalState";
  private static final String RUN = "RunScript";
  private static final String STATUS = "SMS_ScriptsExecutionStatus";
  private static final String TASK = "SMS_ScriptsExecutionTask";
  private static final String OPERATION = "ClientOperationId";
  private static final List<String> MEMBERS =
      List.of(
          SCRIPTS + ".ScriptHash",
          SCRIPTS + ".ApprovalState",
          SCRIPTS + "." + CREATE,
          SCRIPTS + "." + APPROVE,
          "v1.0/" + RUN,
          STATUS + "." + OPERATION,
          STATUS + ".ScriptExecutionState",
          STATUS + ".ScriptOutput");

  private final AdminService site;
  private final ModelledService route;
  private final Json json;

  /** Run Scripts of a site. */
  public RunScripts(AdminService site, ModelledService route, Json json) {
    this.site = site;
    this.route = route;
    this.json = json;
  }

  /** Site classes, properties and methods that Run Scripts relies on. */
  public static Assumption assumption() {
    Assumption all = Assumption.NONE;
    for (String member : MEMBERS) {
      all = all.optional(member, Text.of("server-test.no-run").toString());
    }
    return all.optional(TASK, Text.of("server-test.no-task").toString());
  }

  /** Members that this site does not offer by its metadata; empty if it offers all. */
  public List<String> missing() {
    return MEMBERS.stream().filter(member -> !site.capabilities().offers(member)).toList();
  }

  /** The script with this GUID, with its text. */
  public Optional<SiteScript> find(String guid) {
    return site.get(SCRIPTS, ObjectKey.of(guid)).map(RunScripts::script);
  }

  /** All scripts of this name, with their texts. A site allows several of one name. */
  public List<SiteScript> named(String name) {
    return site
        .list(
            ODataQuery.of(SCRIPTS)
                .keys("ScriptGuid")
                .select("ScriptName")
                .where(ODataFilter.equal("ScriptName", name)))
        .stream()
        .map(node -> new Row(node).textKey("ScriptGuid"))
        .flatMap(guid -> find(guid).stream())
        .toList();
  }

  private static SiteScript script(ObjectNode node) {
    Row row = new Row(node);
    return new SiteScript(
        row.textKey("ScriptGuid"),
        row.text("ScriptName"),
        row.text("ScriptHash"),
        row.text("Script"),
        new Approval(row.number("ApprovalState", -1)),
        row.text("Approver"));
  }

  /**
   * Creates a script, which then waits for approval. Not idempotent: first search for the script.
   */
  public void create(NewScript script) {
    site.invokeStatic(
        SCRIPTS,
        CREATE,
        json.object()
            .put("ScriptGuid", script.guid())
            .put("ScriptName", script.name())
            .put("Author", script.author())
            .put("Script", script.content())
            .put("ScriptVersion", "1")
            .put("ScriptType", 0)
            .put("ParamsDefinition", "")
            .put("ParameterlistXML", ""));
  }

  /** Approves a script. A site refuses this to its author, unless its hierarchy allows it. */
  public void approve(String guid, String approver, String comment) {
    site.invoke(
        SCRIPTS,
        ObjectKey.of(guid),
        APPROVE,
        json.object()
            .put("ApprovalState", String.valueOf(Approval.APPROVED.state()))
            .put("Approver", approver)
            .put("Comment", comment));
  }

  /**
   * Sends a script to a device. It is sent once; after a lost answer it is unknown whether it runs.
   *
   * @param resourceId of the device
   * @return the operation's number; empty if the site did not return it
   */
  public OptionalLong run(long resourceId, String guid) {
    ObjectNode answer =
        route.act("Device", ObjectKey.of(resourceId), RUN, json.object().put("ScriptGuid", guid));
    return new Row(answer).number("value");
  }

  /**
   * Report of a device; empty until it has reported. A missing row is not a success, and a row
   * without output and exit code is not a report yet.
   */
  public Optional<ScriptReport> report(long operation, long resourceId) {
    return rows(
            STATUS,
            ODataFilter.equal(OPERATION, operation)
                .and(ODataFilter.equal("ResourceId", resourceId)))
        .findFirst()
        .map(row ->
            new ScriptReport(
                row.number("ScriptExecutionState", 0),
                row.number("ScriptExitCode"),
                row.text("ScriptOutput")))
        .filter(report -> report.exitCode().isPresent() || !report.output().isEmpty());
  }

  /** Whether the site reports that the device of an operation is offline. */
  public boolean isOffline(long operation) {
    return site.capabilities().offers(TASK)
        && rows(TASK, ODataFilter.equal(OPERATION, operation))
            .anyMatch(row -> row.number("OfflineClients", 0) > 0);
  }

  private Stream<Row> rows(String className, ODataFilter filter) {
    return site.list(ODataQuery.of(className).where(filter)).stream().map(Row::new);
  }
}
