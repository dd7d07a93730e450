package dev.garrison.lab.adminservice.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.lab.adminservice.application.Application;
import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.provider.Refusal;
import dev.garrison.lab.adminservice.provider.Rows;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.Mark;
import dev.garrison.lab.adminservice.schema.Provenance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The class SMS_ApplicationAssignment. As on a real site, two deployments of one application to one
 * collection are accepted, and the start comes back without its seconds. PUT works only where the
 * site file says so, because no public source shows it.
 */
@KnownFrom(
    mark = Mark.RECORDED,
    source = "dustinestes/MECM_Toolkit, Administration Service",
    says = "DPLocality is 80 where the body leaves it out.")
@KnownFrom(
    mark = Mark.INFERRED,
    source =
        "dustinestes/MECM_Toolkit, Administration Service (a recorded start differs from the one sent)",
    says = "The start time is returned without its seconds.")
@KnownFrom(
    mark = Mark.RECORDED,
    source = "dustinestes/MECM_Toolkit, Administration Service",
    says =
        "A deployment's body may leave out what the recorded answer fills in: Priority 1, LogComplianceToWinEvent, UpdateSupersedence and others false; the application's name is that of its CI, whatever was sent.")
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source =
        "garrettfoster13/sccmhunter, lib/scripts/pivot.py; autopkg/iancohn-recipes, McmApiProcessors",
    says =
        "Enabled may be left out and is true then; read-only properties may be sent and mean nothing.")
@KnownFrom(
    mark = Mark.WORKING_CODE,
    source = "Decisions-Modules/Decisions.SCCM, SCCMDeployApplicationToCollectionStep.cs",
    says =
        "A deadline on an available deployment is refused; DesiredConfigType 2 takes the application off, which the lab's devices leave at unknown.")
@KnownFrom(
    mark = Mark.INFERRED,
    source = "MicrosoftDocs/SCCMdocs, sccm/develop/reference",
    says =
        "PUT of a deployment is refused with 500 except on site 2509: no public source"
            + " shows it.")
final class AssignmentClass implements ProviderClass {
  private static final long FIRST_ID = 16778200L;
  private static final int AVAILABLE = 2;
  private static final Map<String, long[]> ALLOWED =
      Map.of(
          "AssignmentAction", new long[] {2},
          "AssignmentType", new long[] {2},
          "DesiredConfigType", new long[] {1, 2},
          "OfferTypeID", new long[] {0, 2},
          "Priority", new long[] {0, 1, 2},
          "SuppressReboot", new long[] {0, 1, 2, 3});

  private final World world;
  private final Assignments assignments;
  private final Deployments deployments;
  private long next = FIRST_ID;

  AssignmentClass(World world, Assignments assignments, Deployments deployments) {
    this.world = world;
    this.assignments = assignments;
    this.deployments = deployments;
  }

  @Override
  public String name() {
    return "SMS_ApplicationAssignment";
  }

  @Override
  public Provenance provenance() {
    return Provenance.workingCode(
        "garrettfoster13/sccmhunter; autopkg/iancohn-recipes; dustinestes/MECM_Toolkit (recorded answer)");
  }

  @Override
  public Stream<ObjectNode> rows() {
    return assignments.all().stream().map(this::row).toList().stream();
  }

  private ObjectNode row(Assignment assignment) {
    Optional<Application> application = world.applications().find(assignment.modelName());
    ObjectNode row = assignment.settings().deepCopy();
    row.setAll(
        Rows.row()
            .set("AssignmentID", assignment.id())
            .set("AssignmentUniqueID", assignment.uniqueId())
            .set("ApplicationName", application.map(Application::title).orElse(""))
            .set("AppModelID", application.map(Application::modelId).orElse(0L))
            .set("AssignedCI_UniqueID", application.map(AssignmentClass::uniqueId).orElse(""))
            .set("CollectionName", world.collections().nameOf(assignment.collectionId()).orElse(""))
            .set("ContainsExpiredUpdates", false)
            .set("CreationTime", assignment.created())
            .set("LastModificationTime", assignment.created())
            .set("LastModifiedBy", world.site().user())
            .set("LocaleID", 1033)
            .set("SourceSite", world.site().code())
            .set("Enabled", assignment.enabled())
            .set("StartTime", assignment.start())
            .setTime("EnforcementDeadline", assignment.deadline())
            .setTime("ExpirationTime", Optional.empty())
            .setTime("UpdateDeadline", Optional.empty())
            .done());
    return row;
  }

  private static String uniqueId(Application application) {
    return application.modelName() + "/" + application.latest().digest().version();
  }

  @Override
  public ObjectNode create(ObjectNode body) {
    ALLOWED.forEach((property, values) -> allowed(body, property, values));
    Application application = application(body);
    String collection = Rows.text(body, "TargetCollectionID").orElse("");
    if (world.collections().nameOf(collection).isEmpty()) {
      throw Refusal.byProvider("there is no collection " + collection);
    }
    Optional<Instant> deadline = Rows.text(body, "EnforcementDeadline").map(Instant::parse);
    if (body.path("OfferTypeID").asInt() == 0 && deadline.isEmpty()) {
      throw Refusal.byProvider("a required deployment has an EnforcementDeadline");
    }
    if (body.path("OfferTypeID").asInt() == AVAILABLE && deadline.isPresent()) {
      throw Refusal.byProvider("EnforcementDeadline cannot be set for OfferTypeID 2");
    }
    long id = next++;
    Assignment made =
        new Assignment(
            id,
            uniqueId(id),
            body.deepCopy(),
            application.modelName(),
            collection,
            Instant.parse(body.path("StartTime").asText()).truncatedTo(ChronoUnit.MINUTES),
            deadline,
            body.path("Enabled").asBoolean(),
            false,
            world.timeline().now());
    assignments.put(made);
    deployments.started(made);
    return row(made);
  }

  private String uniqueId(long id) {
    UUID uuid = UUID.nameUUIDFromBytes((world.site().code() + id).getBytes(StandardCharsets.UTF_8));
    return "{" + uuid.toString().toUpperCase(Locale.ROOT) + "}";
  }

  private Application application(ObjectNode body) {
    JsonNode items = body.path("AssignedCIs");
    if (items.size() != 1) {
      throw Refusal.byProvider("an application deployment assigns exactly one CI");
    }
    long ciId = items.get(0).asLong();
    Application application =
        world
            .applications()
            .ofRevision(ciId)
            .filter(found -> found.latest().ciId() == ciId)
            .orElseThrow(() ->
                Refusal.byProvider("CI " + ciId + " is no latest revision of an application"));
    if (application.expired()) {
      throw Refusal.byProvider("the application '" + application.title() + "' is retired");
    }
    return application;
  }

  private static void allowed(ObjectNode body, String property, long[] values) {
    long value =
        Rows.number(body, property)
            .orElseThrow(() -> Refusal.byProvider("a deployment needs " + property));
    for (long known : values) {
      if (known == value) {
        return;
      }
    }
    throw Refusal.byProvider(property + " " + value + " is not allowed here");
  }

  @Override
  public ObjectNode replace(ObjectNode existing, ObjectNode body) {
    if (!world.pausable()) {
      throw Refusal.byProvider("a deployment was never seen to be changed by PUT");
    }
    Assignment before = require(existing);
    ObjectNode settings = before.settings().deepCopy();
    settings.setAll(body);
    boolean enabled = settings.path("Enabled").asBoolean();
    Assignment after = before.with(settings, enabled);
    assignments.put(after);
    if (enabled && !before.enabled()) {
      deployments.resumed(after);
    }
    if (!enabled && before.enabled()) {
      deployments.disabled(after);
    }
    return row(after);
  }

  private Assignment require(ObjectNode existing) {
    return assignments
        .find(existing.path("AssignmentID").asLong())
        .orElseThrow(() -> Refusal.byProvider("there is no such deployment"));
  }

  @Override
  public void delete(ObjectNode existing) {
    deployments.stopped(require(existing));
  }
}
