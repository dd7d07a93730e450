package dev.garrison.lab.adminservice.script;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.client.Polling;
import dev.garrison.lab.adminservice.provider.FixedRows;
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
import dev.garrison.lab.device.Fleet;
import dev.garrison.lab.device.Sensors;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** Script runs on devices, and the results that the site received. */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "azitc-ac/SCCM-RightClickTools, AZITC-Toolkit",
    says =
        "RunScript takes ScriptGuid and nothing else, answers the operation's number as value, and 403 without a body for a script that is not approved. SMS_ScriptsExecutionStatus has no row until the client reported, after 16 to 40 seconds; ScriptOutput is JSON, cut at 4000 characters; an exit code is reported as 0, and a script that throws as -2147467259 with state 2.")
@KnownFrom(
    mark = Mark.DOCUMENTED,
    source = "MicrosoftDocs/memdocs, memdocs/configmgr/apps/deploy-use/create-deploy-scripts.md",
    says =
        "A client that is off runs the script when it is on again within an hour, and not later. Running takes Run Script on collections and Read on SMS Scripts.")
@KnownFrom(
    mark = Mark.RECORDED,
    source = "microsoft/configmgr-hub; azitc-ac/SCCM-RightClickTools, AZITC-Toolkit",
    says =
        "ScriptResult answers 404 until the client reported, and 400 for an operation that it does not know.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "joshburkard/MECMAdminService, Code",
    says =
        "SMS_ScriptsExecutionTask has a row as soon as the script was sent, and counts the device among OfflineClients while it is off and among UnknownClients where it is no client of this site. Reading results takes Read on SMS Scripts.")
public final class ScriptRuns {
  private static final long FIRST_ID = 16_793_000L;
  private static final int CUT = 4000;
  private static final int SOONEST_SECONDS = 16;
  private static final int SPREAD_SECONDS = 25;
  private static final Duration RETRY = Duration.ofMinutes(1);
  private static final Duration LIFETIME = Duration.ofHours(1);

  private final Surroundings site;
  private final ScriptHost host;
  private final Map<Long, Run> runs = new TreeMap<>();

  /**
   * Parts of the site that script runs use.
   *
   * @param assignedHere whether a device, by index, is a client of this site
   * @param signedOnly whether client settings demand signed scripts
   */
  public record Surroundings(
      SiteContext context,
      Fleet fleet,
      Sensors sensors,
      Polling polling,
      ScriptLibrary library,
      GrantedRights rights,
      IntPredicate assignedHere,
      boolean signedOnly) {}

  /** A client's report of a script run. */
  private record Report(ScriptOutcome outcome, Instant at) {}

  private static final class Run {
    private final long id;
    private final int device;
    private final StoredScript script;
    private final boolean reachable;
    private Optional<Report> report = Optional.empty();

    Run(long id, int device, StoredScript script, boolean reachable) {
      this.id = id;
      this.device = device;
      this.script = script;
      this.reachable = reachable;
    }

    String task() {
      return "{00000000-0000-4000-8000-%012d}".formatted(id);
    }
  }

  /** Creates a site on which no script has run yet. */
  public ScriptRuns(Surroundings site) {
    this.site = site;
    this.host = new ScriptHost(site.sensors(), site.signedOnly());
  }

  /** Scripts of the site as the route v1.0 lists them: without their texts. */
  public List<ObjectNode> scripts() {
    return site.library().listed();
  }

  /** Sends a script to a device, and returns the operation's number. */
  public long run(long resourceId, String guid) {
    if (!site.rights().grant(Secured.COLLECTION, Right.RUN_SCRIPT)
        || !site.rights().grant(Secured.SCRIPT, Right.READ)) {
      throw Refusal.forbidden();
    }
    int device =
        site.fleet()
            .indexOf(resourceId)
            .orElseThrow(() -> Refusal.notFound("No device " + resourceId + "."));
    StoredScript script =
        site.library().find(guid).orElseThrow(() -> Refusal.notFound("No script " + guid + "."));
    if (!script.isApproved()) {
      throw Refusal.forbidden();
    }
    boolean reachable =
        site.assignedHere().test(device) && site.fleet().at(device).clientVersion().isPresent();
    Run run = new Run(FIRST_ID + runs.size(), device, script, reachable);
    runs.put(run.id, run);
    if (reachable) {
      Instant end = site.context().timeline().now().plus(LIFETIME);
      site.context()
          .timeline()
          .after(
              Duration.ofSeconds(SOONEST_SECONDS + device * 7L % SPREAD_SECONDS),
              () -> attempt(run, end));
    }
    return run.id;
  }

  private void attempt(Run run, Instant end) {
    Instant now = site.context().timeline().now();
    if (site.polling().isOn(run.device)) {
      run.report = Optional.of(new Report(host.run(run.script.text(), run.device), now));
    } else if (now.plus(RETRY).isBefore(end)) {
      site.context().timeline().after(RETRY, () -> attempt(run, end));
    }
  }

  /** Result of an operation on a device, for the route v1.0. */
  public ObjectNode result(long resourceId, long id) {
    Run run =
        Optional.ofNullable(runs.get(id))
            .filter(one -> site.fleet().at(one.device).resourceId() == resourceId)
            .orElseThrow(() -> Refusal.badRequest("No operation " + id + " here."));
    Report report =
        run.report.orElseThrow(() -> Refusal.notFound("The result is not available yet."));
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.put("Status", String.valueOf(report.outcome().state())).put("MoreResult", false);
    result.putArray("Result").addObject().put("ScriptOutput", cut(report.outcome().json()));
    return Rows.row().set("value", result).done();
  }

  private static String cut(String text) {
    return text.length() > CUT ? text.substring(0, CUT) : text;
  }

  /** Classes that show the runs. */
  public List<ProviderClass> classes() {
    Provenance recorded = Provenance.recorded("azitc-ac/SCCM-RightClickTools, AZITC-Toolkit");
    return List.of(
        new FixedRows("SMS_ScriptsExecutionStatus", recorded, () -> reported(this::status)),
        new FixedRows("SMS_ScriptsExecutionSummary", recorded, () -> reported(this::summary)),
        new FixedRows(
            "SMS_ScriptsExecutionTask",
            Provenance.workingCode("joshburkard/MECMAdminService, Code"),
            () -> runs.values().stream().map(this::task).toList().stream()));
  }

  private Stream<ObjectNode> reported(Function<Run, ObjectNode> row) {
    List<ObjectNode> rows = new ArrayList<>();
    runs.values().stream().filter(run -> run.report.isPresent()).map(row).forEach(rows::add);
    return rows.stream();
  }

  private ObjectNode status(Run run) {
    Report report = run.report.orElseThrow();
    return Rows.row()
        .set("ClientOperationId", run.id)
        .set("CollectionId", "")
        .set("CollectionName", "")
        .set("DeviceName", site.fleet().at(run.device).name())
        .set("LastUpdateTime", report.at())
        .set("ResourceId", site.fleet().at(run.device).resourceId())
        .set("ScriptExecutionState", report.outcome().state())
        .set("ScriptExitCode", report.outcome().exitCode())
        .set("ScriptGuid", run.script.guid())
        .set("ScriptName", run.script.name())
        .set("ScriptOutput", cut(report.outcome().json()))
        .set("ScriptOutputHash", outputHash(report))
        .set("TaskID", run.task())
        .done();
  }

  private static String outputHash(Report report) {
    return StoredScript.hash(report.outcome().json().getBytes(StandardCharsets.UTF_8));
  }

  private ObjectNode summary(Run run) {
    Report report = run.report.orElseThrow();
    return Rows.row()
        .set("FullOutput", report.outcome().json())
        .set("OutputAndExitCode", outputHash(report))
        .set("ScriptExitCode", report.outcome().exitCode())
        .set("ScriptGuid", run.script.guid())
        .set("ScriptOutput", cut(report.outcome().json()))
        .set("TaskID", run.task())
        .done();
  }

  private ObjectNode task(Run run) {
    boolean off = run.reachable && run.report.isEmpty() && !site.polling().isOn(run.device);
    boolean failed = run.report.filter(report -> report.outcome().failed()).isPresent();
    boolean done = run.report.isPresent() && !failed;
    return Rows.row()
        .set("ClientOperationId", run.id)
        .set("CollectionId", "")
        .set("CollectionName", "")
        .set("CompletedClients", done ? 1 : 0)
        .set("FailedClients", failed ? 1 : 0)
        .set("LastUpdateTime", site.context().timeline().now())
        .set("NotApplicableClients", 0)
        .set("OfflineClients", off ? 1 : 0)
        .set("ScriptGuid", run.script.guid())
        .set("ScriptName", run.script.name())
        .set("TaskID", run.task())
        .set("TotalClients", 1)
        .set("UnknownClients", run.reachable ? 0 : 1)
        .done();
  }

  /** Number of alerts of the detection test that the portal has for a device, by index. */
  public int alerts(int device) {
    return host.alerts(device);
  }

  /** Blocks the connection from a device, by index, to a host. */
  public void block(int device, String name) {
    host.network().block(device, name);
  }

  /** Lets a device, by index, reach the internet only through this proxy. */
  public void onlyThrough(int device, String proxy) {
    host.network().onlyThrough(device, proxy);
  }

  /** Creates the folder of the detection test on a device, by index. */
  public void makeTestFolder(int device) {
    host.makeFolder(device);
  }
}
