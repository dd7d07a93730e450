package dev.garrison.server.page.fleet;

import static dev.garrison.server.page.frame.PageText.t;

import dev.garrison.engine.resource.Mark;
import dev.garrison.history.UpdateLooks;
import dev.garrison.job.UpdatesSeen;
import dev.garrison.job.UpdatesSeen.Group;
import dev.garrison.job.UpdatesSeen.OnServer;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.wsus.SensorUpdateSection;
import dev.garrison.manifest.wsus.WsusServer;
import dev.garrison.server.page.frame.Frame;
import dev.garrison.server.page.frame.Page;
import dev.garrison.server.page.frame.PageRequest;
import dev.garrison.server.page.frame.Tab;
import dev.garrison.server.page.frame.View;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The sensor's updates on the update servers: families, channels, approvals. */
final class UpdatesPage {
  private final Manifest manifest;
  private final UpdateLooks updates;

  UpdatesPage(Manifest manifest, UpdateLooks updates) {
    this.manifest = manifest;
    this.updates = updates;
  }

  /**
   * Content of the page.
   *
   * @param named number of update servers in the manifest
   * @param matrix families by rings; empty before the first check
   * @param lanes none where the manifest has no rings for updates
   * @param addresses host and port of each server that has a name of its own, by that name
   * @param isServedBySite whether rings get updates from the site's software update point
   */
  record Model(
      Frame frame,
      int named,
      Map<String, String> addresses,
      boolean isServedBySite,
      Optional<UpdatesSeen> seen,
      Optional<UpdateMatrix> matrix,
      List<UpdateLane> lanes,
      List<OnServer> servers) {
    /** Servers that did not answer the last check. */
    long unanswered() {
      return servers.stream().filter(server -> !server.hasAnswered()).count();
    }
  }

  Page page() {
    return new Page(Tab.UPDATES.path(), this::show);
  }

  private View show(PageRequest request) {
    Optional<UpdatesSeen> seen = updates.latest();
    Instant now = request.frame().moment().now();
    Optional<UpdateMatrix> matrix = seen.map(each -> UpdateMatrix.of(manifest.wsus(), each, now));
    return new View(
        "fleet/updates",
        new Model(
            request.frame(),
            manifest.wsus().servers().size(),
            manifest.wsus().servers().stream()
                .filter(server -> server.alias().isPresent())
                .collect(Collectors.toMap(WsusServer::name, WsusServer::address)),
            manifest.wsus().sensorUpdate().filter(SensorUpdateSection::isServedBySite).isPresent(),
            seen,
            matrix,
            matrix
                .filter(_ -> manifest.wsus().sensorUpdate().isPresent())
                .map(each -> UpdateLane.of(each, now))
                .orElse(List.of()),
            seen.map(UpdatesSeen::servers).orElse(List.of())));
  }

  /** Role of a server among the others. */
  static String role(OnServer server) {
    return server
        .upstream()
        .map(name ->
            server.isReplica()
                ? t("page.updates.replica", "server", name)
                : t("page.updates.downstream", "server", name))
        .orElseGet(
            () -> server.hasAnswered() ? t("page.updates.upstream") : t("page.value.unknown"));
  }

  /** Author of an approval; Garrison's mark in it is the name of a manifest, in words. */
  static String author(String by) {
    return Mark.in(by)
        .filter(mark -> by.endsWith(mark.text()))
        .map(mark ->
            t(
                "page.updates.by-manifest",
                "who",
                by.replace(mark.text(), "").strip(),
                "manifest",
                mark.manifest()))
        .orElse(by);
  }

  /** Approval of a group, in words. */
  static String decision(Group group) {
    if (group.isApproved()) {
      return group.isInherited() ? t("page.updates.inherited") : t("page.update-state.current");
    }
    return group
        .older()
        .map(version -> t("page.updates.old-version", "version", version))
        .orElseGet(() -> t("page.update-state.not-approved"));
  }
}
