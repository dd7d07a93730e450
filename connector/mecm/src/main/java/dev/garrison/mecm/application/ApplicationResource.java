package dev.garrison.mecm.application;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.change.Action;
import dev.garrison.engine.change.Outcome;
import dev.garrison.engine.change.Progress;
import dev.garrison.engine.change.Proposal;
import dev.garrison.engine.change.Rollback;
import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Change;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Kind;
import dev.garrison.engine.resource.Mark;
import dev.garrison.engine.resource.Markable;
import dev.garrison.engine.resource.Observation;
import dev.garrison.engine.resource.Observations;
import dev.garrison.engine.resource.Owner;
import dev.garrison.engine.resource.Resolved;
import dev.garrison.engine.resource.Scope;
import dev.garrison.engine.resource.StandardProposal;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.json.Json;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.AdminServiceException;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.adminservice.FailureKind;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.sdmpackage.ApplicationDigest;
import dev.garrison.mecm.application.sdmpackage.SdmPackageXml;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.ObjectKey;
import dev.garrison.mecm.odata.Row;
import dev.garrison.mecm.offer.Needs;
import dev.garrison.mecm.offer.OfferedResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Applications with one deployment type (class SMS_Application). All properties of an application
 * are in its digest, which is lazy: one keyed read for each managed application. A change is a new
 * revision under the same ModelName; settings that an administrator added in the console stay, or
 * the change is refused and names them (ADR 0005).
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/develop/reference/apps/sms_application-server-wmi-class">SMS_Application</a>
 */
public final class ApplicationResource
    implements OfferedResource<Application>, Markable<Application> {
  private static final String CLASS = "SMS_Application";
  private static final String DIGEST = "SDMPackageXML";

  private static final ODataQuery ALL =
      ODataQuery.of(CLASS)
          .keys("CI_ID")
          .select(
              "ModelName",
              "LocalizedDisplayName",
              "LocalizedDescription",
              "IsLatest",
              "NumberOfDependentTS",
              "NumberOfDependentDTs");
  private static final ODataQuery DEPLOYMENTS =
      ODataQuery.of("SMS_ApplicationAssignment")
          .keys("AssignmentID")
          .select("AssignmentName", "AssignmentDescription", "AssignedCI_UniqueID");
  private static final ODataQuery REVISIONS =
      ODataQuery.of(CLASS).keys("CI_ID").select("ModelName", "IsLatest");

  /** Site properties that a change of an application needs. */
  private static final Needs NEEDS = Needs.NONE.writing(CLASS, DIGEST);

  private final AdminService site;
  private final Json json;
  private final Mark mark;
  private final Supplier<String> scopeId;
  private final Consumer<String> contentProof;
  private final SdmPackageXml codec = new SdmPackageXml();

  /**
   * @param scopeId {@code ScopeId_<guid of the hierarchy>}, asked for when an application is
   *     created
   * @param contentProof refuses a content location that is not complete; asked before the site is
   *     sent there
   */
  public ApplicationResource(
      AdminService site,
      Json json,
      Mark mark,
      Supplier<String> scopeId,
      Consumer<String> contentProof) {
    this.site = site;
    this.json = json;
    this.mark = mark;
    this.scopeId = scopeId;
    this.contentProof = contentProof;
  }

  /** Site classes, properties and methods that this kind relies on. */
  public static Assumption assumption() {
    return Assumption.of(ALL, DEPLOYMENTS, REVISIONS).with(CLASS, DIGEST);
  }

  @Override
  public Kind<Application> kind() {
    return new Kind<>(
        Application.KIND,
        RecordedApplication.FORM,
        new Rollback(
            Text.of("application.undo-created").toString(),
            Text.of("application.undo-changed").toString(),
            Text.of("application.undo-deleted").toString()));
  }

  /** Reads the applications without {@code ids}: content is named by location, and comes first. */
  @Override
  public Observations<Application> observe(
      List<Wanted<Application>> wanted, Resolved ids, Scope scope) {
    Map<String, List<Row>> byTitle = new LinkedHashMap<>();
    Map<String, String> titles = new LinkedHashMap<>();
    List<Row> marked = new ArrayList<>();
    site.query(
        ALL.where(ODataFilter.equal("IsLatest", true)),
        node -> {
          Row row = new Row(node);
          byTitle
              .computeIfAbsent(key(row.text("LocalizedDisplayName")), _ -> new ArrayList<>())
              .add(row);
          titles.put(logicalName(row), row.text("LocalizedDisplayName"));
          if (mark.ownerOf(row.text("LocalizedDescription")) instanceof Owner.Ours) {
            marked.add(row);
          }
        });
    Map<Address, Observation<Application>> seen = new LinkedHashMap<>();
    for (Wanted<Application> each : wanted) {
      boolean leaves = each.desired() instanceof Desired.Absent<Application>;
      List<Row> rows = byTitle.getOrDefault(key(each.address().name()), List.of());
      Optional<String> other = rows.isEmpty() ? otherTitle(each, titles) : Optional.empty();
      seen.put(
          each.address(),
          other
              .<Observation<Application>>map(ApplicationResource::renamed)
              .orElseGet(() -> observe(rows, leaves)));
    }
    Map<Address, Observation.Found<Application>> orphans = new LinkedHashMap<>();
    if (scope == Scope.WANTED_AND_ORPHANS) {
      for (Row row : marked) {
        Address address = Application.address(row.text("LocalizedDisplayName"));
        if (!seen.containsKey(address)
            && found(row, uses(row)) instanceof Observation.Found<Application> found) {
          orphans.put(address, found);
        }
      }
    }
    return new Observations<>(seen, orphans);
  }

  /** Logical name of an application: the part of its ModelName after the scope and a slash. */
  private static String logicalName(Row row) {
    String modelName = row.textKey("ModelName");
    return modelName.substring(modelName.lastIndexOf('/') + 1);
  }

  /**
   * Other title of the application on the site. The logical name stays when the title changes, and
   * the site accepts each logical name once.
   */
  private static Optional<String> otherTitle(
      Wanted<Application> wanted, Map<String, String> titles) {
    return wanted.desired() instanceof Desired.Present<Application>(Application state)
        ? Optional.ofNullable(titles.get(state.logicalName()))
        : Optional.empty();
  }

  private static Observation<Application> renamed(String title) {
    return new Observation.Unreadable<>(Text.of("application.renamed", "title", title).toString());
  }

  /** Title in lower case, because the site's database compares without case. */
  private static String key(String title) {
    return title.toLowerCase(Locale.ROOT);
  }

  /** Observes one; its uses count if it might be deleted ({@code leaves}). */
  private Observation<Application> observe(List<Row> rows, boolean leaves) {
    return switch (rows.size()) {
      case 0 -> new Observation.Missing<>();
      case 1 -> found(rows.getFirst(), leaves ? uses(rows.getFirst()) : ApplicationUses.NONE);
      default ->
          new Observation.Ambiguous<>(rows.stream().map(row -> row.textKey("ModelName")).toList());
    };
  }

  /** Reads the application. Its complete digest is kept, because a new revision is made from it. */
  private Observation<Application> found(Row row, ApplicationUses uses) {
    String digest = digest(row.numberKey("CI_ID"));
    try {
      ApplicationDigest read = codec.read(digest);
      Owner owner = mark.ownerOf(read.application().description());
      return new Observation.Found<>(
          read.application(),
          owner,
          row.textKey("ModelName"),
          new FoundApplication(digest, uses).text());
    } catch (RefusalException unreadable) {
      return new Observation.Unreadable<>(unreadable.diagnostics().getFirst().problem());
    }
  }

  /** Task sequences, other applications, and deployments that Garrison does not manage (F26). */
  private ApplicationUses uses(Row row) {
    List<String> uses = new ArrayList<>();
    long sequences = row.number("NumberOfDependentTS", 0);
    if (sequences > 0) {
      uses.add(Text.of("application.sequences", "count", sequences).toString());
    }
    site.query(
        DEPLOYMENTS.where(ODataFilter.startsWith("AssignedCI_UniqueID", row.textKey("ModelName"))),
        node -> {
          Row assignment = new Row(node);
          if (!(mark.ownerOf(assignment.text("AssignmentDescription")) instanceof Owner.Ours)) {
            uses.add(
                Text.of("device-collection.deployment", "name", assignment.text("AssignmentName"))
                    .toString());
          }
        });
    return new ApplicationUses(row.number("NumberOfDependentDTs", 0), uses);
  }

  private String digest(long ciId) {
    return site.get(CLASS, ObjectKey.of(ciId)).map(node -> new Row(node).text(DIGEST)).orElse("");
  }

  @Override
  public Proposal propose(Wanted<Application> wanted, Observation<Application> seen) {
    if (!(seen instanceof Observation.Found<Application> found)
        || !(wanted.desired() instanceof Desired.Present<Application>(Application state))
        || !(found.owner() instanceof Owner.Ours)) {
      return ApplicationUses.unlessInUse(
          new BeforeCreation(codec)
              .checked(StandardProposal.of(wanted, seen, ApplicationSummary.of(wanted)), wanted),
          wanted,
          seen);
    }
    String existing = FoundApplication.of(found.unmodelled()).digest();
    ApplicationDigest there = codec.read(existing);
    Wanted<Application> settled =
        new Wanted<>(wanted.address(), new Desired.Present<>(there.settled(state)), wanted.after());
    Proposal proposal = StandardProposal.of(settled, seen, ApplicationSummary.of(wanted));
    if (!(proposal instanceof Proposal.Proposed proposed)) {
      return proposal;
    }
    if (proposed.action() == Action.NO_OP && !there.needsUpdate(state)) {
      return proposed;
    }
    try {
      codec.update(existing, state);
    } catch (RefusalException refusal) {
      return new Proposal.Refused(refusal.diagnostics().getFirst());
    }
    return new Proposal.Proposed(
            Action.UPDATE, ApplicationSummary.of(wanted), proposed.differences())
        .withNotes(UpdateNotes.of(there, state));
  }

  /** Counts the deployment types of the deleted application that depend on this one no more. */
  @Override
  public Observation.Found<Application> without(
      Observation.Found<Application> deleted, Observation.Found<Application> seen) {
    FoundApplication there = FoundApplication.of(seen.unmodelled());
    String gone = FoundApplication.of(deleted.unmodelled()).digest();
    ApplicationUses left = there.uses().less(codec.dependents(gone, seen.state().logicalName()));
    return new Observation.Found<>(
        seen.state(), seen.owner(), seen.id(), new FoundApplication(there.digest(), left).text());
  }

  @Override
  public Application marked(Application state, Mark ours) {
    return new Application(
        state.logicalName(),
        state.title(),
        ours.after(state.description()),
        state.publisher(),
        state.softwareVersion(),
        state.deploymentType());
  }

  @Override
  public Optional<Diagnostic> objection(Wanted<Application> wanted, Action action) {
    return NEEDS.objection(site, wanted.address(), action);
  }

  @Override
  public Outcome carryOut(Change<Application> change, Resolved ids, Progress progress) {
    switch (change.action()) {
      case CREATE -> {
        contentProof.accept(location(change.state()));
        create(change.state(), false);
      }
      case UPDATE -> {
        if (!location(change.state()).equalsIgnoreCase(location(change.found().state()))) {
          contentProof.accept(location(change.state()));
        }
        String next =
            codec.update(FoundApplication.of(change.found().unmodelled()).digest(), change.state());
        site.post(CLASS, latest(change.found().id()), json.object().put(DIGEST, next));
      }
      case DELETE -> {
        ObjectKey key = latest(change.found().id());
        // Retiring first is what the console does; sources disagree whether it is needed, so only
        // its absence counts.
        site.delete(CLASS, key);
      }
      case REPLACE, NO_OP, WAIT, MANUAL ->
          throw new IllegalStateException(
              "applications are never carried out as " + change.action());
    }
    return new Outcome.Done();
  }

  /**
   * Creates the application, and tries once more because a refusal may pass. If the site refuses
   * again, it may remember a deleted application (ADR 0008).
   */
  private void create(Application application, boolean again) {
    String scope = scopeId.get();
    try {
      site.create(CLASS, json.object().put(DIGEST, codec.write(application, scope)));
    } catch (AdminServiceException refused) {
      if (refused.kind() != FailureKind.REFUSED
          || latestOf(scope + "/" + application.logicalName()).isPresent()) {
        throw refused;
      }
      if (again) {
        throw RefusedIdentity.of(application, refused);
      }
      create(application, true);
    }
  }

  private static String location(Application application) {
    return application.deploymentType().content().location();
  }

  private Optional<ObjectKey> latestOf(String modelName) {
    return site
        .list(
            REVISIONS.where(
                ODataFilter.equal("ModelName", modelName).and(ODataFilter.equal("IsLatest", true))))
        .stream()
        .map(node -> ObjectKey.of(new Row(node).numberKey("CI_ID")))
        .findFirst();
  }

  private ObjectKey latest(String modelName) {
    return latestOf(modelName)
        .orElseThrow(() ->
            new RefusalException(
                Diagnostic.error(
                    ApplicationUseCode.APPLICATION_GONE,
                    Message.of("application.deleted", "model", modelName))));
  }
}
