package dev.garrison.lab;

import static java.util.stream.Collectors.joining;

import dev.garrison.lab.adminservice.provider.ProviderClass;
import dev.garrison.lab.adminservice.schema.ActionTable;
import dev.garrison.lab.adminservice.schema.ClassTable;
import dev.garrison.lab.adminservice.schema.KnownFrom;
import dev.garrison.lab.adminservice.schema.PropertyTable;
import dev.garrison.lab.adminservice.schema.Provenance;
import dev.garrison.lab.adminservice.schema.Schema;
import dev.garrison.lab.adminservice.site.SiteFile;
import dev.garrison.lab.adminservice.site.SiteFiles;
import dev.garrison.lab.wsus.contract.Contract;
import dev.garrison.lab.wsus.contract.OperationShape;
import dev.garrison.lab.wsus.operation.Operation;
import dev.garrison.lab.wsus.work.Variant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Writes {@code docs/lab.md} from the tables and handlers themselves. */
final class Handbook {
  /** Classes of a site that public code and documents use, and that the lab does not have. */
  static final List<String> MISSING_CLASSES =
      List.of(
          "SMS_Admin",
          "SMS_Advertisement",
          "SMS_Boundary",
          "SMS_BoundaryGroup",
          "SMS_CIContentFiles",
          "SMS_CIToContent",
          "SMS_DPContentInfo",
          "SMS_DeploymentInfo",
          "SMS_DistributionPoint",
          "SMS_Driver",
          "SMS_DriverPackage",
          "SMS_G_System_AmPolicyStatus",
          "SMS_G_System_EPDeploymentState",
          "SMS_G_System_EndpointProtectionStatus",
          "SMS_ImagePackage",
          "SMS_ObjectContentInfo",
          "SMS_Package",
          "SMS_PackageStatus",
          "SMS_Program",
          "SMS_R_UnknownSystem",
          "SMS_R_User",
          "SMS_R_UserGroup",
          "SMS_Role",
          "SMS_SCI_SysResUse",
          "SMS_SUMDeploymentAssetDetails",
          "SMS_SoftwareUpdatesPackage",
          "SMS_StatusMessage",
          "SMS_SupportedPlatforms",
          "SMS_TaskSequencePackage");

  /** Addresses of the route v1.0 that public code uses, and that the lab does not have. */
  static final List<String> MISSING_MODELLED =
      List.of(
          "BoundaryGroup",
          "Device(id)/AdminService.GetExtensionData",
          "Device(id)/ResourceCollectionMembership",
          "DeviceScriptRunDetails",
          "ScriptStatus");

  private static final int NEWEST = 9141;
  private final StringBuilder text = new StringBuilder();

  static String of(
      Collection<ProviderClass> served, Collection<Operation> operations, List<Class<?>> handlers) {
    Handbook book = new Handbook();
    book.line("# The lab");
    book.line("");
    book.line(
        """
        The lab simulates a Configuration Manager site and its WSUS servers over real sockets. Use it to try Garrison before
        production, and to test it. It is strict even if real servers are lenient, and it has the difficult behavior of real servers. This
        file is generated from the lab's own tables and handlers (`-Dlab.docs.update=true` writes it). Each line shows its confidence:
        *documented* by Microsoft, *recorded* from a real site and published, used by public *working code*, or
        *inferred* by this project. `garrison probe` shows the differences of a real site.
        """);
    book.line("");
    book.control();
    book.sites();
    book.keys();
    book.behaviours(handlers);
    book.classes(served);
    book.properties();
    book.operations(operations);
    book.variants();
    book.missing(operations);
    return book.text.toString();
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }

  private void control() {
    line(
        """
        ## Learn and control

        `garrison lab --init DIR` prepares a folder with a manifest, sample packages, and a share. `garrison lab --dir DIR` runs
        its simulated site, described in `site.yaml`, until you stop it; each start begins with a new site. Set `GARRISON_LAB` to
        the folder, so that Garrison uses the clock of the site. The [tutorial](tutorial.md) takes about 30 minutes.

        While it runs, `lab.json` in the folder contains the address of its control API on 127.0.0.1 and a token; only the owner can
        read the file. Each answer is the state of the site afterwards, as JSON; a refusal is `{"error": "..."}` with status 400,
        401, 404 or 413. A body is at most 4096 bytes.

        | command | request | body |
        |---|---|---|
        | `garrison lab status` | `GET /status` | none |
        | `garrison lab advance 3d` | `POST /advance` | a duration of at most 90 days, such as `3d` or `PT2H` |
        | `garrison lab upgrade 2207` | `POST /upgrade` | a later release |
        | `garrison lab fault install FS01 "Pilot servers"` | `POST /fault` | the kind, then servers and collections; names with spaces are quoted |
        | `garrison lab fault --end install FS01` | `DELETE /fault` | the kind, then names; without names, the fault ends entirely |
        | `garrison lab fault --clear` | `DELETE /fault` | none |

            url=$(jq -r .url lab.json)
            curl -H "Authorization: Bearer $(jq -r .token lab.json)" -d 3d "$url/advance"
        """);
  }

  private void sites() {
    line("## Sites");
    line("");
    line("| site | build | sites | devices | distribution points | pages | WSUS servers |");
    line("|---|---|---|---|---|---|---|");
    for (String name : SiteFiles.names()) {
      SiteFile file = SiteFiles.read(name);
      int devices =
          file.sizes().map(SiteFile.Generated::devices).orElseGet(() -> file.allDevices().size());
      int points = file.groups().stream().mapToInt(SiteFile.PointGroup::points).sum();
      line(
          "| %s | %d | %s | %d | %d | %s | %d |"
              .formatted(
                  name,
                  file.own().build(),
                  String.join(", ", file.sites().stream().map(SiteFile.Member::code).toList()),
                  devices,
                  points,
                  file.paging().map(String::valueOf).orElse("-"),
                  file.updateServers().map(wsus -> wsus.servers().size()).orElse(0)));
    }
    line("");
  }

  private void keys() {
    line("## Site files");
    line("");
    line(
        """
        `site.yaml` of a folder from `garrison lab --init` describes its site. Change it while the site doesn't run. A key that is left out
        is off, 0, or empty unless the table says otherwise; an unknown key is an error. The sites above have files of the same form.
        """);
    SiteKeys.all()
        .values()
        .forEach(section -> {
          line("");
          line("### " + section.title());
          line("");
          line("| key | meaning |");
          line("|---|---|");
          section.keys().forEach((key, meaning) -> line("| `%s` | %s |".formatted(key, meaning)));
        });
    line("");
  }

  private void behaviours(List<Class<?>> handlers) {
    line("## Behavior");
    line("");
    line("| behavior | mark | source |");
    line("|---|---|---|");
    for (Class<?> handler : handlers) {
      for (KnownFrom fact : handler.getAnnotationsByType(KnownFrom.class)) {
        line("| %s | %s | %s |".formatted(fact.says(), fact.mark().words(), fact.source()));
      }
    }
    line("");
  }

  private void classes(Collection<ProviderClass> served) {
    line("## Classes");
    line("");
    line("| class | properties | mark | source | source of the behavior |");
    line("|---|---|---|---|---|");
    for (ClassTable table : Schema.at(NEWEST).all()) {
      String behaviour =
          served.stream()
              .filter(type -> type.name().equals(table.name()))
              .map(type -> words(type.provenance()))
              .findFirst()
              .orElse("embedded");
      line(
          "| %s | %d | %s | %s | %s |"
              .formatted(
                  table.name(),
                  table.properties().size(),
                  table.mark().words(),
                  table.source(),
                  behaviour));
    }
    line("");
    line("## Methods");
    line("");
    line("| method | from build | mark | source |");
    line("|---|---|---|---|");
    for (ClassTable table : Schema.at(NEWEST).all()) {
      for (ActionTable action : table.methods()) {
        line(
            "| %s.%s | %s | %s | %s |"
                .formatted(
                    table.name(),
                    action.name(),
                    action.since() == 0 ? "any" : action.since(),
                    action.mark().words(),
                    action.source()));
      }
    }
    line("");
  }

  private void properties() {
    line("## Properties with a source of their own");
    line("");
    line("| property | from build | mark | source |");
    line("|---|---|---|---|");
    for (ClassTable table : Schema.at(NEWEST).all()) {
      for (PropertyTable property : table.properties()) {
        property
            .provenance()
            .ifPresent(from ->
                line(
                    "| %s.%s | %s | %s | %s |"
                        .formatted(
                            table.name(),
                            property.name(),
                            property.since() == 0 ? "any" : property.since(),
                            from.mark().words(),
                            from.source())));
      }
    }
  }

  private void operations(Collection<Operation> operations) {
    line("");
    line("## Operations of WSUS servers");
    line("");
    line("| operation | writes | description | mark | source |");
    line("|---|---|---|---|---|");
    for (Operation operation : operations) {
      line(
          "| %s | %s | %s | %s | %s |"
              .formatted(
                  operation.name(),
                  operation.write() ? "yes" : "-",
                  operation.does(),
                  operation.provenance().mark().words(),
                  operation.provenance().source()));
    }
  }

  private void variants() {
    line("");
    line("## Variants of WSUS servers");
    line("");
    line(
        "If public sources differ, the lab has a switch. Without it, a server follows the better source.");
    line("");
    line("| switch | with it | mark | source |");
    line("|---|---|---|---|");
    for (Variant variant : Variant.values()) {
      line(
          "| `%s` | %s | %s | %s |"
              .formatted(
                  variant,
                  variant.says(),
                  variant.provenance().mark().words(),
                  variant.provenance().source()));
    }
  }

  private void missing(Collection<Operation> operations) {
    line("");
    line("## Not in the lab");
    line("");
    line(
        """
        A real site has more. The lab answers the following with 404 or, for WSUS, with a fault, although a real site may answer them;
        such an answer says nothing about a real site. The lists are of what public code and documents use, not of everything that is missing.
        Embedded classes with 0 properties in the table of classes exist only by name. On the route v1.0, `$expand`, `$orderby` and
        `InstallApplication` are not supported. On the route wmi, bodies and answers have only the properties of these tables.
        """);
    line("");
    list("AdminService classes", MISSING_CLASSES.stream());
    list("AdminService, route v1.0", MISSING_MODELLED.stream().map(each -> "v1.0/" + each));
    List<String> carriedOut = operations.stream().map(Operation::name).toList();
    list(
        "WSUS operations of the contract",
        Contract.read().operations().stream()
            .map(OperationShape::name)
            .filter(name -> !carriedOut.contains(name))
            .sorted());
  }

  private void list(String title, Stream<String> names) {
    line("- %s: %s".formatted(title, names.map("`%s`"::formatted).collect(joining(", "))));
  }

  private static String words(Provenance provenance) {
    return provenance.mark().words() + ": " + provenance.source();
  }
}
